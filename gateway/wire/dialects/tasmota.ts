import {
  type Dialect,
  type DialectProfile,
  type DialectReader,
  refusedOperations,
  type Understood,
} from './dialect.ts';
import { type Entity, entity } from './child.ts';
import type { LinkHome } from './link-home.ts';
import type { Message } from './message.ts';
import { at, type Step } from './template.ts';

/** Tasmota (tasmota.github.io "MQTT", "Commands: Status"): its devices are told of in Home Assistant's discovery. */
export const tasmotaProfile: DialectProfile = {
  name: 'tasmota',
  topics: {
    'tele/{device}/LWT':
      'liveness, retained; names the device, since discovery points to it. FullTopic may order levels otherwise',
    'tele/{device}/STATE': 'telemetry and network (Wi-Fi); units as the documentation fixes them',
    'tele/{device}/SENSOR': 'readings, where discovery points to them',
    'tele/{device}/INFO3': 'why it restarted',
    'stat/{device}/STATUS2': 'firmware, as an answer',
    'stat/{device}/STATUS8, STATUS10, STATUS11': 'answers with what SENSOR and STATE hold',
  },
  identity: 'That of Home Assistant’s discovery; the same levels but prefix and last are the same device.',
  liveness: { topics: ['tele/{device}/LWT'], alive: ['Online'], gone: ['Offline'], will: 'Offline' },
  dropped: {
    'tele/{device}/INFO1': null,
    'tele/{device}/INFO2': 'network',
    'stat/{device}/STATUS, STATUS1, STATUS3 to STATUS7': 'network',
    'stat/{device}/LOGGING': 'logs',
    'tasmota/discovery/#': null,
    'cmnd/#': null,
  },
  activeRead: { topic: 'cmnd/{device}/STATUS', payload: '0' },
  refusedOperations,
};

type Reading = Pick<Entity, 'id' | 'name' | 'reading'> & Partial<Entity> & { readonly steps: readonly Step[] };

/** Units as documented: Signal in dBm, RSSI in %, Heap in kB. */
const state: readonly Reading[] = [
  {
    id: 'tasmota.wifi_signal',
    name: 'Wi-Fi signal',
    steps: ['Wifi', 'Signal'],
    reading: 'number',
    unit: 'dBm',
    deviceClass: 'signal_strength',
  },
  { id: 'tasmota.wifi_ssid', name: 'Wi-Fi SSID', steps: ['Wifi', 'SSId'], reading: 'text' },
  { id: 'tasmota.wifi_channel', name: 'Wi-Fi channel', steps: ['Wifi', 'Channel'], reading: 'number', isPlain: true },
  {
    id: 'tasmota.wifi_reconnects',
    name: 'Wi-Fi reconnects',
    steps: ['Wifi', 'LinkCount'],
    reading: 'number',
    isPlain: true,
  },
  { id: 'tasmota.mqtt_reconnects', name: 'MQTT reconnects', steps: ['MqttCount'], reading: 'number', isPlain: true },
  { id: 'tasmota.uptime', name: 'Uptime', steps: ['UptimeSec'], reading: 'number', unit: 's', deviceClass: 'duration' },
  { id: 'tasmota.heap', name: 'Free heap', steps: ['Heap'], reading: 'number', unit: 'kB', deviceClass: 'data_size' },
];
const restart: Reading = {
  id: 'tasmota.restart_reason',
  name: 'Restart reason',
  steps: ['Info3', 'RestartReason'],
  reading: 'text',
};
const version: Reading = {
  id: 'tasmota.version',
  name: 'Firmware',
  steps: ['StatusFWR', 'Version'],
  reading: 'text',
  firmware: 'fw.version',
};

const answers: ReadonlyMap<string, { readonly as: string; readonly under: string }> = new Map([
  ['STATUS8', { as: 'SENSOR', under: 'StatusSNS' }],
  ['STATUS10', { as: 'SENSOR', under: 'StatusSNS' }],
  ['STATUS11', { as: 'STATE', under: 'StatusSTS' }],
]);

export const tasmota: Dialect = {
  profile: tasmotaProfile,
  open: (home): DialectReader => ({
    receive: (message) => receive(home, message),
    alias: (message) => {
      const answer = answers.get(message.last);
      return answer && { topic: sibling(message.levels, 'tele', answer.as), under: answer.under };
    },
    readActively: (child) => {
      const liveness = child.liveness().topics.find(({ topic }) => isLwt(topic.split('/')));
      return liveness ? [{ topic: sibling(liveness.topic.split('/'), 'cmnd', 'STATUS'), payload: '0' }] : [];
    },
  }),
};

function receive(home: LinkHome, { topic, levels, last }: Message): Understood | undefined {
  if (levels.includes('cmnd')) return 'dialect_topic_dropped';
  if (levels[0] === 'tasmota' && levels[1] === 'discovery') return 'dialect_topic_dropped';
  const prefix = levels.find((level) => level === 'tele' || level === 'stat');
  if (prefix === undefined || levels.length < 3) return undefined;
  const lwt = sibling(levels, 'tele', 'LWT');
  const users = [...home.children.values()].filter((child) =>
    child.liveness().topics.some((each) => each.topic === lwt),
  );
  if (users.length === 0) return undefined;
  // What is reached through another points to that one's; of two whose own it could be, it is neither's.
  const [child, second] = users.filter(({ via }) => via === null);
  const read = (on: string, readings: readonly Reading[]): undefined => {
    if (!child || second) home.removeDescribedBy(on);
    if (!child || second || home.describedBy(on) === child) return undefined;
    const names = home.namesAt(child, lwt);
    const entities = readings.map(({ steps, ...reading }) => {
      const given = { dialect: 'homeassistant', describedBy: on, topic: on, place: at(...steps) } as const;
      return entity({ ...given, component: 'tasmota', ...reading });
    });
    home.describe({ by: on, names, isNamed: true, root: null, words: {} }, entities);
  };
  if (last === 'STATE' || last === 'STATUS11') return read(sibling(levels, 'tele', 'STATE'), state);
  if (last === 'INFO3') return read(topic, [restart]);
  if (last === 'STATUS2') return read(topic, [version]);
  const isDropped = /^(INFO[12]|STATUS[1-7]?|LOGGING)$/.test(last);
  return isDropped ? 'dialect_topic_dropped' : undefined;
}

function isLwt(levels: readonly string[]): boolean {
  return levels.at(-1) === 'LWT' && levels.includes('tele');
}

/** Another topic of the same device: `%prefix%` and the last level differ, wherever FullTopic puts them. */
function sibling(levels: readonly string[], prefix: string, last: string): string {
  const others = levels.slice(0, -1).map((level) => (level === 'tele' || level === 'stat' ? prefix : level));
  return [...others, last].join('/');
}
