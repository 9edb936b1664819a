import {
  type Dialect,
  type DialectProfile,
  type DialectReader,
  refusedOperations,
  type Understood,
} from './dialect.ts';
import type { Child } from './child.ts';
import { limits } from './limits.ts';
import type { LinkHome } from './link-home.ts';
import { isFields, type Message, own, plainText } from './message.ts';

/** Zigbee2MQTT 1 and 2 (zigbee2mqtt.io "MQTT Topics and Messages"): its devices are told of in Home Assistant's discovery. */
export const zigbee2mqttProfile: DialectProfile = {
  name: 'zigbee2mqtt',
  topics: {
    '{base}/bridge/state': 'liveness of the bridge, and so what can be known of all that it reaches: JSON or plain',
    '{base}/bridge/event': 'device_leave, device_joined, device_announce, device_interview',
    '{base}/{name}': 'readings, where discovery points to them',
    '{base}/{name}/availability': 'liveness, where discovery names it',
  },
  identity: 'That of Home Assistant’s discovery (`zigbee2mqtt_0x…`); an event names the same address.',
  liveness: { topics: ['{base}/bridge/state'], alive: ['online'], gone: ['offline'], will: 'offline' },
  dropped: {
    '{base}/bridge/logging': 'logs',
    '{base}/bridge/definitions': null,
    '{base}/bridge/devices': null,
    '{base}/bridge/groups': null,
    '{base}/bridge/extensions': null,
    '{base}/bridge/converters': null,
    '{base}/bridge/info': 'network',
    '{base}/bridge/config': 'network',
    '{base}/bridge/health': 'telemetry',
    '{base}/bridge/response/#': null,
    '{base}/bridge/request/#': null,
  },
  activeRead: { topic: '{base}/{name}/get', payload: '{"{property}":""}' },
  refusedOperations,
};

const dropped = new Set(
  'logging log definitions devices groups extensions converters info config health response request networkmap permit_join'.split(
    ' ',
  ),
);
const returns = new Set(['device_joined', 'device_announce', 'device_interview']);
const mostProperties = 20;

export const zigbee2mqtt: Dialect = {
  profile: zigbee2mqttProfile,
  open: (home) => ({
    receive: (message) => receive(home, message),
    readActively: (child) => readActively(home, child),
  }),
} satisfies { readonly profile: DialectProfile; open(home: LinkHome): DialectReader };

function receive(home: LinkHome, message: Message): Understood | undefined {
  const at = message.levels.indexOf('bridge');
  const topic = message.levels[at + 1];
  if (at < 1 || topic === undefined) return undefined;
  const base = message.levels.slice(0, at).join('/');
  if (topic === 'state' && message.levels.length === at + 2) {
    if (home.bridges.size < limits.availabilities) home.bridges.add(base);
    return 'taken';
  }
  if (topic === 'event') return readEvent(home, base, message);
  return dropped.has(topic) ? 'dialect_topic_dropped' : undefined;
}

/** Its last word on a device goes before what availability topics remember. */
function readEvent(home: LinkHome, base: string, message: Message): Understood {
  const content = message.json(limits.jsonBytes);
  const data = isFields(content) ? own(content, 'data') : undefined;
  if (!isFields(content) || !isFields(data)) return 'payload_malformed';
  const type = own(content, 'type');
  const address = plainText(own(data, 'ieee_address'), limits.keyCharacters);
  const name = plainText(own(data, 'friendly_name'), limits.keyCharacters);
  const child = (address && byAddress(home, address)) ?? (name && byTopic(home, `${base}/${name}`));
  // An event of long ago that a broker remembered says nothing of now.
  if (!child || message.historical) return 'taken';
  if (type === 'device_leave') {
    child.left = true;
    child.heard = false;
  } else if (typeof type === 'string' && returns.has(type) && own(data, 'status') !== 'failed') child.left = false;
  return 'taken';
}

function byAddress(home: LinkHome, address: string): Child | undefined {
  return home.find(address) ?? home.find(`zigbee2mqtt_${address}`);
}

function byTopic(home: LinkHome, topic: string): Child | undefined {
  for (const child of home.children.values()) {
    for (const entity of child.entities.values()) if (entity.topic === topic) return child;
  }
  return undefined;
}

/** Each property that discovery points to below `{base}/{name}`; a sleeping sensor does not answer. */
function readActively(home: LinkHome, child: Child) {
  const wanted = new Map<string, Record<string, string>>();
  for (const { topic, place } of child.entities.values()) {
    const [property] = place.steps ?? [];
    const isOfBridge = [...home.bridges].some(
      (base) => topic.startsWith(`${base}/`) && !topic.startsWith(`${base}/bridge/`),
    );
    if (!isOfBridge || typeof property !== 'string' || /^__proto__$/.test(property)) continue;
    const asked = wanted.get(topic) ?? {};
    if (Object.keys(asked).length < mostProperties) asked[property] = '';
    wanted.set(topic, asked);
  }
  return [...wanted].map(([topic, asked]) => ({ topic: `${topic}/get`, payload: JSON.stringify(asked) }));
}
