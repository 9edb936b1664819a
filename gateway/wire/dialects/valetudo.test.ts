import { describe, expect, it } from 'vitest';
import { shippedPacks } from '../../../test/support/packs.ts';
import { errorKey } from '../../domain/pack.ts';
import { DialectBench, type Row, rowsOf } from '../../../test/support/dialect-bench.ts';
import { valetudo } from './valetudo.ts';

const pack = shippedPacks.get('valetudo')!;
const injected = rowsOf('valetudo/recording.jsonl', 'injected');
const stock = rowsOf('valetudo/recording.jsonl', 'stock');
const isHomie = ({ topic }: Row) => !topic.startsWith('homeassistant/') && !topic.includes('/hass/');
const isDiscovery = ({ topic }: Row) => topic.endsWith('/$state') || !topic.split('/').at(-1)!.startsWith('$');
const id = 'mockvac02';
const willTopic = 'valetudo/mockvac02/$state';
const play = (rows: readonly Row[]) => new DialectBench().open({ [id]: 'valetudo' }, { willTopic }).play(rows);

const word = (name: string, value: number | string) => pack.metrics.get(name)?.values.get(Number(value))?.word;

describe.each([
  ['Homie and Home Assistant’s discovery', injected],
  ['Homie alone', injected.filter(isHomie)],
  ['Home Assistant’s discovery alone', injected.filter(isDiscovery)],
])('the recorded vacuum with troubles, through %s', (_, rows) => {
  const link = play(rows);

  it('is one device', () => {
    expect(
      link.bench.links.ofLink(link.identity.linkId).map(({ key, suggestedModel }) => [key, suggestedModel]),
    ).toEqual([[id, 'valetudo']]);
  });

  it('tells battery, state, attachments and presets in the pack’s words and units', () => {
    expect(link.values('battery.level')).toEqual([
      [15_035, 99],
      [18_973, 97],
      [42_981, 60],
    ]);
    expect(link.values('robot.state').map(([, value]) => word('robot.state', value))).toEqual(
      'cleaning error cleaning error idle error idle error returning docked returning docked error'.split(' '),
    );
    expect(link.values('battery.charge_state').map(([, value]) => word('battery.charge_state', value))).toEqual(
      'discharging charging discharging charging'.split(' '),
    );
    const fitted = (part: string) => link.values(`attachment.fitted{${part}}`).map(([, value]) => value);
    expect([fitted('dustbin'), fitted('watertank'), fitted('mop')]).toEqual([[1], [1], [0]]);
    expect(word('fan.preset', link.last('fan.preset')!)).toBe('medium');
    expect(word('dock.state', link.last('dock.state')!)).toBe('idle');
    expect(word('robot.task', link.values('robot.task')[0]![1])).toBe('segment');
  });

  it('tells statistics and the network, each once a message', () => {
    expect(link.values('clean.time')).toEqual([[3_157, 1_440]]);
    expect(link.values('clean.area')).toEqual([[3_157, 63]]);
    expect(link.values('clean.time.total')).toEqual([[3_158, 7_200]]);
    expect(link.values('clean.area.total')).toEqual([[3_158, 315]]);
    expect(link.values('clean.count')).toEqual([[3_160, 5]]);
    expect(link.values('wifi.rssi').map(([, value]) => value)).toEqual([-68, -53, -38]);
    expect(link.last('wifi.ssid')).toBe('Valetudo Wi-Fi');
    expect(link.last('net.ip')).toContain('192.168.100.100');
  });

  it('tells every injected error by a code that has words in both languages', () => {
    const raised = link.errors().flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(raised).toEqual([
      'lds_jammed',
      'lds_jammed',
      'cliff_sensor_dirty_or_robot_on_the_verge_of_falling',
      'cliff_sensor_dirty_or_robot_on_the_verge_of_falling',
      'charging_error',
      'left_wheel_open_circuit',
    ]);
    for (const code of raised)
      expect(pack.errors.get(errorKey('valetudo', code))?.words['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(link.errors().every(({ complete }) => complete)).toBe(true);
    expect(link.errors().map(({ errors }) => errors.length)).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1]);
  });

  it('counts seq from 1 without a gap, has no epoch, and is live although its publisher retains', () => {
    expect(link.frames.map(({ seq }) => seq)).toEqual(link.frames.map((_, index) => index + 1));
    expect(new Set(link.frames.map(({ epoch, kind }) => `${epoch} ${kind}`))).toEqual(new Set(['null live']));
  });
});

describe('its five consumables', () => {
  const all = ['main_brush', 'side_brush', 'filter', 'sensors', 'mop'].map((part) => `consumable.left{${part}}`);
  const told = (rows: readonly Row[]) => {
    const link = play(rows);
    return all.map((name) => link.values(name).map(([, value]) => value));
  };

  it('have their units from discovery, in seconds, once each', () => {
    const seconds = [[3_600], [1_800], [600], [300], [1]];
    expect(told(injected)).toEqual(seconds);
    expect(told(injected.filter(isDiscovery))).toEqual(seconds);
  });

  it('are not taken from Homie topics that have none, and the screen says why', () => {
    const rows = injected.filter(isHomie);
    expect(told(rows)).toEqual([[], [], [], [], [1]]);
    const refused = play(rows)
      .discovered(id)!
      .entities.filter(({ why }) => why === 'unit_unknown');
    expect(refused.map(({ name }) => name).sort()).toEqual([
      'Main Brush',
      'Main Filter',
      'Right Brush',
      'Sensor Cleaning',
    ]);
  });
});

describe('every topic of the recording', () => {
  it('is described, read, or named as not taken', () => {
    const link = new DialectBench().open({ mockvac01: 'valetudo', mockvac02: 'valetudo' }, { willTopic });
    link.play(stock).play(injected);
    expect(link.discarded.get('dialect_topic_unknown') ?? []).toEqual([]);
    const dropped = new Set(link.discarded.get('dialect_topic_dropped')!.map((topic) => topic.split('/')[2]));
    expect(dropped).toEqual(
      new Set([
        'MapData',
        'ValetudoEvents',
        'StatusStateAttribute',
        'hass',
        'SpeakerVolumeControlCapability',
        'KeyLockCapability',
      ]),
    );
    // Of both dialects: what one has no unit for or a command for, the other's topic tells.
    const codes = ['dialect_topic_dropped', 'entity_no_reading', 'oversize', 'said_elsewhere', 'unit_unknown'];
    expect([...link.discarded.keys()].sort()).toEqual(codes);
    expect(link.discarded.get('oversize')).toEqual(
      ['map-data', 'map-data-hass'].map((name) => `valetudo/mockvac01/MapData/${name}`),
    );
    expect([...new Set(link.discarded.get('entity_no_reading'))]).toEqual([
      'valetudo/mockvac01/BasicControlCapability/operation',
      'valetudo/mockvac01/LocateCapability/locate',
    ]);
  });

  it('carries network data in no class that a label code opens', () => {
    for (const [path, name] of valetudo.metrics) {
      const expected = path.includes('Wifi') ? 'network' : 'status';
      expect(pack.metrics.get(name)?.dataClass, path).toBe(expected);
    }
  });
});
