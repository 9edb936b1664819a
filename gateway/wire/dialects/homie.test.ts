import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shippedPacks } from '../../../test/support/packs.ts';
import type { DataFrame, ErrorChange } from '../../domain/frames.ts';
import { asId, type BootId } from '../../domain/ids.ts';
import { errorKey } from '../../domain/pack.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { LinkIdentity, RawMessage } from '../../ports.ts';
import { openHomieLink } from './homie.ts';
import { homieProfile } from './homie-profile.ts';
import { valetudoTopics } from './valetudo-topics.ts';

interface Row {
  readonly t_ms: number;
  readonly phase: 'stock' | 'injected';
  readonly topic: string;
  readonly retain: boolean;
  readonly bytes: number;
  readonly enc: 'utf8' | 'base64';
  readonly payload: string;
}
const recording = fileURLToPath(new URL('../../../device-sim/valetudo/recording.jsonl', import.meta.url));
const rows = readFileSync(recording, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const pack = shippedPacks.get('valetudo')!;

const identity = (root: string): LinkIdentity => ({
  deviceId: asId('d1'),
  model: 'valetudo',
  link: 'homie',
  homieRoot: root,
});
const open = (root = 'v/1') =>
  openHomieLink({ identity: identity(root), pack, bootId: asId<BootId>('00000000000000aa') });
const raw = (topic: string, payload: string | Uint8Array, more: Partial<RawMessage> = {}): RawMessage => ({
  from: identity('v/1'),
  topic,
  payload: typeof payload === 'string' ? new TextEncoder().encode(payload) : payload,
  oversize: false,
  retain: true,
  receivedAt: 1_000,
  ...more,
});

/** What the gateway makes of one run of the recording. */
function play(phase: Row['phase'], root: string) {
  const link = open(root);
  const frames: { t: number; frame: DataFrame }[] = [];
  const discarded = new Map<RefusalCode, string[]>();
  const liveness: { t: number; alive: boolean }[] = [];
  for (const row of rows.filter((row) => row.phase === phase)) {
    const oversize = row.bytes > 65_536;
    const payload = oversize ? '' : row.payload;
    const said = link.receive(raw(row.topic, payload, { oversize, retain: row.retain, receivedAt: row.t_ms }));
    for (const frame of said.frames) frames.push({ t: row.t_ms, frame });
    for (const code of said.discarded) discarded.set(code, [...(discarded.get(code) ?? []), row.topic]);
    if (said.liveness !== undefined) liveness.push({ t: row.t_ms, alive: said.liveness });
  }
  const values = (name: string) =>
    frames.flatMap(({ t, frame }) =>
      frame.body.lane === 'telemetry'
        ? frame.body.samples.filter((sample) => sample.name === name).map(({ value }) => [t, value] as const)
        : [],
    );
  const errors = frames.flatMap(({ t, frame }) =>
    frame.body.lane === 'error' ? [{ t, complete: frame.body.complete, errors: frame.body.errors }] : [],
  );
  return { frames, discarded, liveness, values, errors };
}

describe('the recording of a real vacuum with troubles', () => {
  const run = play('injected', 'valetudo/mockvac02');

  it('tells the battery in percent', () => {
    expect(run.values('battery.level')).toEqual([
      [15_035, 99],
      [18_973, 97],
      [42_981, 60],
    ]);
  });

  it('tells the state and the charging in the pack’s words', () => {
    const words = (name: string) =>
      run.values(name).map(([, value]) => pack.metrics.get(name)?.values.get(Number(value))?.word);
    expect(words('robot.state')).toEqual(
      'cleaning error cleaning error idle error idle error returning docked returning docked error'.split(' '),
    );
    expect(words('battery.charge_state')).toEqual('discharging charging discharging charging'.split(' '));
    expect(words('attachment.fitted{mop}')).toEqual(['false']);
  });

  it('tells every injected error by a code that has words in both languages', () => {
    const raised = run.errors.filter(({ errors }) => errors.length > 0).map(({ errors }) => errors[0]!.code);
    expect(raised).toEqual([
      'lds_jammed',
      'lds_jammed',
      'cliff_sensor_dirty_or_robot_on_the_verge_of_falling',
      'cliff_sensor_dirty_or_robot_on_the_verge_of_falling',
      'charging_error',
      'left_wheel_open_circuit',
    ]);
    expect(pack.errors.get(errorKey('valetudo', 'lds_jammed'))?.words).toEqual({
      en: 'Laser turret is jammed',
      'zh-CN': '激光雷达被卡住',
    });
    for (const code of raised)
      expect(pack.errors.get(errorKey('valetudo', code))?.words['zh-CN']).toMatch(/\p{Script=Han}/u);
  });

  it('states with each error message all that is active, so that "no error" clears', () => {
    expect(run.errors.every(({ complete }) => complete)).toBe(true);
    expect(run.errors.map(({ errors }) => errors.length)).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1]);
  });

  it('tells the flapping cliff sensor as it came: raised, cleared after 0.3 s, raised again', () => {
    const flap = run.errors.filter(({ t }) => t > 38_972 && t < 42_000);
    expect(flap.map(({ t, errors }) => [t, errors.length])).toEqual([
      [39_020, 1],
      [39_264, 0],
      [39_612, 1],
    ]);
  });

  it('draws no conclusion from the state "error", which comes 45 ms before the error itself', () => {
    const errorCode = [...pack.metrics.get('robot.state')!.values].find(([, { word }]) => word === 'error')![0];
    const [at] = run.values('robot.state').find(([, value]) => value === errorCode)!;
    const between = run.frames.filter(({ t }) => t >= at && t < 23_027);
    expect(at).toBe(22_982);
    expect(between.map(({ frame }) => frame.body.lane)).toEqual(['telemetry', 'telemetry']);
    expect(run.errors.find(({ errors }) => errors.length > 0)?.t).toBe(23_027);
  });

  it('is one boot although $state passes through init four times, and is gone when the broker says lost', () => {
    expect(new Set(run.frames.map(({ frame }) => frame.bootId)).size).toBe(1);
    expect(run.liveness.filter(({ alive }) => alive).length).toBe(10);
    expect(run.liveness.at(-1)).toEqual({ t: 74_966, alive: false });
  });

  it('counts seq from 1 without a gap, has no epoch, and is live although every publisher retains', () => {
    expect(run.frames.map(({ frame }) => frame.seq)).toEqual(run.frames.map((_, index) => index + 1));
    expect(new Set(run.frames.map(({ frame }) => `${frame.source} ${frame.epoch} ${frame.kind}`))).toEqual(
      new Set(['homie null live']),
    );
  });

  it('takes no consumable that has no unit, and the one that has', () => {
    expect(run.discarded.get('field_unknown')).toEqual(
      ['brush-main', 'brush-side_right', 'filter-main', 'cleaning-sensor'].map(
        (name) => `valetudo/mockvac02/ConsumableMonitoringCapability/${name}`,
      ),
    );
    expect(run.values('consumable.left{mop}')).toEqual([[3_151, 1]]);
  });

  it('converts a unit that was declared', () => {
    expect(run.values('clean.area')).toEqual([[3_157, 63]]);
    expect(run.values('clean.time')).toEqual([[3_157, 1440]]);
  });
});

describe('the recording of a stock run', () => {
  const run = play('stock', 'valetudo/mockvac01');

  it('skips the two maps as oversize and goes on', () => {
    expect(run.discarded.get('oversize')).toEqual(
      ['map-data', 'map-data-hass'].map((name) => `valetudo/mockvac01/MapData/${name}`),
    );
    expect(run.values('wifi.rssi').map(([, value]) => value)).toEqual([-30, -73, -32]);
  });

  it('is gone after a clean stop', () => {
    expect(run.liveness.at(-1)?.alive).toBe(false);
  });
});

describe('every topic of the recording', () => {
  it('is a description, a metric of the pack, the error, or named as not taken', () => {
    const strangers = rows
      .map(({ topic }) => topic.split('/').slice(2).join('/'))
      .filter((path) => !path.includes('$') && !valetudoTopics.metrics.has(path) && path !== valetudoTopics.error?.path)
      .filter((path) => ![...valetudoTopics.notTaken.keys()].some((prefix) => path.startsWith(prefix)));
    expect(strangers).toEqual([]);
  });

  it('carries network data in no class that a label code opens', () => {
    for (const [path, name] of valetudoTopics.metrics) {
      const expected = path.startsWith('Wifi') ? 'network' : 'status';
      expect(pack.metrics.get(name)?.dataClass, path).toBe(expected);
    }
  });
});

describe('a hostile or strange payload', () => {
  const level = 'v/1/BatteryStateAttribute/level';
  const error = 'v/1/StatusStateAttribute/error';
  const stated = (fields: object) =>
    JSON.stringify({
      severity: { kind: 'permanent', level: 'error' },
      subsystem: 'sensors',
      message: 'LDS jammed',
      ...fields,
    });
  const withUnit = () => {
    const link = open();
    link.receive(raw(`${level}/$unit`, '%'));
    return link;
  };

  it.each<[string, string, string | Uint8Array, RefusalCode]>([
    ['a number in words', level, 'full', 'payload_malformed'],
    ['a number beyond all reason', level, '9'.repeat(200), 'payload_malformed'],
    ['an exponent', level, '1e308', 'payload_malformed'],
    ['infinity', level, 'Infinity', 'payload_malformed'],
    ['nothing', level, '', 'payload_malformed'],
    ['a value outside its range', level, '101', 'value_out_of_range'],
    ['bytes that are not UTF-8', level, Uint8Array.of(0xff, 0xfe), 'payload_malformed'],
    ['a word of no enumeration', 'v/1/StatusStateAttribute/status', '__proto__', 'value_out_of_range'],
    ['a control character', 'v/1/WifiConfigurationCapability/ssid', 'a\u0000b', 'payload_malformed'],
    ['a text that is too long', 'v/1/WifiConfigurationCapability/ssid', 'x'.repeat(257), 'payload_malformed'],
    ['broken JSON', error, '{"severity":', 'payload_malformed'],
    ['JSON null', error, 'null', 'payload_malformed'],
    ['an empty error, which is not "no error"', error, '', 'payload_malformed'],
    ['an error without a message', error, stated({ message: ' ' }), 'payload_malformed'],
    ['an error only in __proto__', error, `{"__proto__":${stated({})}}`, 'payload_malformed'],
    ['a message of the wrong type', error, stated({ message: { toString: 'x' } }), 'payload_malformed'],
    ['a message that is too long', error, stated({ message: 'x'.repeat(161) }), 'payload_malformed'],
    ['JSON nested beyond depth', error, '['.repeat(4_000), 'payload_malformed'],
    ['JSON that is too large', error, stated({ filler: 'x'.repeat(5_000) }), 'payload_malformed'],
    ['an unknown topic', 'v/1/__proto__', 'x', 'dialect_topic_unknown'],
    ['a prototype’s property', 'v/1/constructor', 'x', 'dialect_topic_unknown'],
    ['a topic beside the root', 'v/12/BatteryStateAttribute/level', '5', 'dialect_topic_unknown'],
    ['a command topic', 'v/1/FanSpeedControlCapability/preset/set', 'high', 'dialect_topic_unknown'],
    ['an unknown $state', 'v/1/$state', '<b>ready</b>', 'payload_malformed'],
    ['a unit that is too long', `${level}/$unit`, 'x'.repeat(17), 'payload_malformed'],
  ])('is settled as a discard: %s', (_, topic, payload, code) => {
    expect(withUnit().receive(raw(topic, payload))).toEqual({ frames: [], discarded: [code] });
  });

  it('takes a valid value afterwards, with the next seq', () => {
    const link = withUnit();
    link.receive(raw(level, 'full'));
    expect(link.receive(raw(level, '55')).frames).toMatchObject([{ seq: 1, body: { samples: [{ value: 55 }] } }]);
  });

  it('keeps markup in an error’s message as plain text, under the code it words itself', () => {
    const message = '<img src=x onerror=alert(1)>';
    expect(errorsOf(withUnit().receive(raw(error, stated({ message }))).frames)).toEqual([
      { channel: 'valetudo', code: message, raised: true, detail: 'sensors, permanent, error', at: 1_000 },
    ]);
  });

  it('finds a listed error whatever its letter case, and only in its subsystem', () => {
    const code = (fields: object) => errorsOf(open().receive(raw(error, stated(fields))).frames)[0]?.code;
    expect(code({ message: 'lds JAMMED' })).toBe('lds_jammed');
    expect(code({ subsystem: 'dock' })).toBe('LDS jammed');
  });

  it('lets a device invent 32 error messages and no more', () => {
    const link = open();
    const answers = Array.from({ length: 40 }, (_, i) => link.receive(raw(error, stated({ message: `made up ${i}` }))));
    expect(answers.filter(({ frames }) => frames.length === 1).length).toBe(32);
    expect(answers.at(-1)).toEqual({ frames: [], discarded: ['field_unknown'] });
    expect(link.receive(raw(error, stated({ message: 'made up 3' }))).frames.length).toBe(1);
    expect(link.receive(raw(error, stated({}))).frames.length).toBe(1);
  });

  it('never guesses a unit: a foreign one takes the value away, and none is needed for a plain number', () => {
    const link = open();
    expect(link.receive(raw(level, '55')).discarded).toEqual(['field_unknown']);
    link.receive(raw(`${level}/$unit`, 'V'));
    expect(link.receive(raw(level, '55')).discarded).toEqual(['field_unknown']);
    expect(link.receive(raw('v/1/TotalStatisticsCapability/count', '5')).frames.length).toBe(1);
  });

  it('converts minutes to seconds when the topic says minutes', () => {
    const link = open();
    const brush = 'v/1/ConsumableMonitoringCapability/brush-main';
    link.receive(raw(`${brush}/$unit`, 'min'));
    expect(link.receive(raw(brush, '60')).frames).toMatchObject([{ body: { samples: [{ value: 3600 }] } }]);
  });
});

describe('a model without a topic table', () => {
  it('is only seen to be alive', () => {
    const link = openHomieLink({
      identity: identity('v/1'),
      pack: { ...pack, model: 'other' },
      bootId: asId<BootId>('00000000000000aa'),
    });
    expect(link.receive(raw('v/1/$state', 'ready')).liveness).toBe(true);
    expect(link.receive(raw('v/1/BatteryStateAttribute/level', '55')).discarded).toEqual(['dialect_topic_unknown']);
  });
});

describe('the profile', () => {
  it('names what a device of this dialect cannot do, and refuses what needs it', () => {
    expect(homieProfile.cannot).toContain('stop-itself');
    expect(homieProfile.refusedOperations).toEqual(['update', 'reset']);
    expect(homieProfile.mostSubscriptions).toBe(64);
  });
});

function errorsOf(frames: readonly DataFrame[]): readonly ErrorChange[] {
  return frames.flatMap(({ body }) => (body.lane === 'error' ? body.errors : []));
}
