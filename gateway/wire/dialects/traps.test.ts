import { describe, expect, it } from 'vitest';
import { at, grantRecord } from '../../../test/support/consent-vectors.ts';
import { type BenchLink, DialectBench, type Row, rowsOf } from '../../../test/support/dialect-bench.ts';
import { shippedPacks } from '../../../test/support/packs.ts';
import { admit } from '../../domain/consent/admit.ts';
import { compileGrant } from '../../domain/consent/grant-view.ts';
import { dataClasses } from '../../domain/data-class.ts';
import type { DataFrame } from '../../domain/frames.ts';
import { asId } from '../../domain/ids.ts';
import { errorKey } from '../../domain/pack.ts';
import { freshnessOf } from '../../domain/state/freshness.ts';
import { settleMs, ViewState } from '../../domain/state/view-state.ts';

/** The traps of DOMAIN.md section 1, in its order, each played through the real link and, where it is about state, a real View. */
const injected = rowsOf('valetudo/recording.jsonl', 'injected');
const stock = rowsOf('valetudo/recording.jsonl', 'stock');
const memory = rowsOf('recordings/valetudo-retained.jsonl');
const home = rowsOf('recordings/zigbee2mqtt.jsonl');
const pack = shippedPacks.get('valetudo')!;
const willTopic = 'valetudo/mockvac02/$state';
const jammed = errorKey('valetudo', 'lds_jammed');
const cliff = errorKey('valetudo', 'cliff_sensor_dirty_or_robot_on_the_verge_of_falling');

const vacuum = (rows: readonly Row[] = injected): BenchLink =>
  new DialectBench().open({ mockvac02: 'valetudo' }, { willTopic }).play(rows);

/** A View of these frames, told its time by them. */
function viewOf(
  frames: readonly DataFrame[],
  look: (state: ViewState, now: number) => void = () => undefined,
): ViewState {
  const [first] = frames;
  if (!first) throw new Error('No frames');
  const grant = compileGrant({ ...grantRecord, deviceId: first.deviceId, classes: dataClasses }, at(1_000_000));
  const state = new ViewState(grant.viewId);
  for (const frame of frames) {
    const [admitted] = admit(frame, [grant], at(1_000_000));
    if (admitted) state.apply(admitted, frame.receivedAt, 0);
    look(state, frame.receivedAt);
  }
  return state;
}

describe('trap 1: an error without a code', () => {
  it('is found by subsystem and message, and has words in both languages', () => {
    const said = injected.find(({ payload }) => payload.includes('LDS jammed') && payload.includes('severity'))!;
    expect(JSON.parse(said.payload)).not.toHaveProperty('vendorErrorCode');
    const [error] = vacuum()
      .errors()
      .find(({ errors }) => errors.length > 0)!.errors;
    expect(error).toMatchObject({ channel: 'valetudo', code: 'lds_jammed', detail: 'sensors, permanent, error' });
    expect(pack.errors.get(jammed)?.words).toEqual({ en: 'Laser turret is jammed', 'zh-CN': '激光雷达被卡住' });
  });
});

describe('trap 2: the state says "error" 45 ms before the error does', () => {
  it('makes one error record, at the time of the error, and nothing out of the word alone', () => {
    const link = vacuum();
    const word = [...pack.metrics.get('robot.state')!.values].find(([, { word }]) => word === 'error')![0];
    const [saidAt] = link.values('robot.state').find(([, value]) => value === word)!;
    const before = viewOf(link.frames.filter(({ t }) => t <= saidAt + 44));
    expect([saidAt, before.values.get('robot.state')?.value, before.errors.size]).toEqual([22_982, word, 0]);
    const after = viewOf(link.frames.filter(({ t }) => t <= saidAt + 1_000));
    expect([...after.errors.values()].map(({ code, occurrences, firstAt }) => [code, occurrences, firstAt])).toEqual([
      ['lds_jammed', 1, 23_027],
    ]);
  });

  it('does not clear the error before both of its topics have had more than a second to agree', () => {
    const link = vacuum();
    const [, cleared] = link.errors().filter(({ t }) => t > 22_000);
    expect(cleared?.errors).toEqual([]);
    const state = viewOf(link.frames.filter(({ t }) => t <= cleared!.t));
    expect(settleMs).toBeGreaterThanOrEqual(1_000);
    expect(state.errors.get(jammed)?.testFailed).toBe(true);
    state.settle(cleared!.t + settleMs);
    expect(state.errors.get(jammed)).toMatchObject({ testFailed: false, clearedAt: cleared!.t });
  });
});

describe('trap 3: $state passes through init four times in 0.4 s', () => {
  it('is one boot and one device that stays online', () => {
    const link = vacuum();
    const inits = injected.filter(({ topic, payload }) => topic.endsWith('/$state') && payload === 'init');
    expect(inits.length).toBeGreaterThanOrEqual(4);
    expect(new Set(link.frames.map(({ bootId }) => bootId)).size).toBe(1);
    expect(link.presenceOf('mockvac02')).toEqual(['online', 'offline']);
    const bare = viewOf(link.frames.filter(({ t }) => t < 70_000));
    for (const { testNotCompleted } of bare.errors.values()) expect(testNotCompleted).toBe(false);
  });
});

describe('trap 4: a first value that is never published, and values that come only when they change', () => {
  it('is unknown until it comes, while the device is there', () => {
    const link = vacuum(injected.filter(({ t_ms }) => t_ms < 15_000));
    expect(link.presenceOf('mockvac02')).toEqual(['online']);
    expect(viewOf(link.frames).values.has('battery.level')).toBe(false);
    expect(viewOf(link.frames).values.has('fan.preset')).toBe(true);
  });

  it('ages each value by itself: silence is not "offline", and hearing the device keeps what it sends on change', () => {
    const link = vacuum();
    const state = viewOf(link.frames);
    const [battery, wifi] = ['battery.level', 'wifi.rssi'].map((name) => state.values.get(name)!);
    expect([battery!.receivedAt, wifi!.receivedAt]).toEqual([42_981, 63_106]);
    const sampling = pack.metrics.get('battery.level')!;
    const now = { sampling, historical: false, leased: true, online: true, connectedMs: 0, nowMs: 70_000 };
    expect(freshnessOf({ ...now, receivedMs: battery!.receivedMs, heardMs: 69_000 })).toMatchObject({
      ageMs: 27_019,
      quality: 'live',
    });
    expect(freshnessOf({ ...now, receivedMs: battery!.receivedMs, heardMs: 43_000 }).quality).toBe('stale');
  });
});

describe('trap 5: a broker’s memory comes in one burst, with two maps of 0.7 MB', () => {
  const bridge = new DialectBench().open({ mockvac01: 'valetudo' }).play(memory);

  it('is history on a bridge, and never a sign of life', () => {
    expect(memory.length).toBe(151);
    expect(bridge.frames.length).toBeGreaterThan(5);
    expect(new Set(bridge.frames.map(({ kind }) => kind))).toEqual(new Set(['historical']));
    expect(bridge.presenceOf('mockvac01')).not.toContain('online');
    for (const { historical } of viewOf(bridge.frames).values.values()) expect(historical).toBe(true);
  });

  it('has its maps skipped, whole or cut', () => {
    expect(bridge.discarded.get('oversize')?.length).toBe(2);
    bridge.say('valetudo/mockvac01/MapData/map-data', 'x'.repeat(60_000));
    expect(bridge.discarded.get('dialect_topic_dropped')).toContain('valetudo/mockvac01/MapData/map-data');
  });

  it('is over after its first seconds: then the same flag means nothing', () => {
    bridge.bench.nowMs = 6_000;
    bridge.say('valetudo/mockvac01/WifiConfigurationCapability/signal', '-40', { retain: true });
    expect(bridge.frames.at(-1)).toMatchObject({
      kind: 'live',
      body: { samples: [{ name: 'wifi.rssi', value: -40 }] },
    });
    expect(bridge.presenceOf('mockvac01').at(-1)).toBe('online');
  });
});

describe('trap 6: an error that flaps at 0.3 s', () => {
  it('never stops being active in between, and is one occurrence', () => {
    const link = vacuum();
    const flaps = link.errors().filter(({ t }) => t > 38_972 && t < 42_000);
    expect(flaps.map(({ t, errors }) => [t, errors.length])).toEqual([
      [39_020, 1],
      [39_264, 0],
      [39_612, 1],
    ]);
    const shown: boolean[] = [];
    const state = viewOf(
      link.frames.filter(({ t }) => t < 42_000),
      (each, now) => {
        each.settle(now);
        if (now >= 39_020) shown.push(each.errors.get(cliff)?.testFailed ?? false);
      },
    );
    expect(new Set(shown)).toEqual(new Set([true]));
    expect(state.errors.get(cliff)).toMatchObject({ occurrences: 1, firstAt: 39_020, clearedAt: null });
  });
});

describe('trap 7: availability stays "online" after a device has left and after its bridge has died', () => {
  const door = 'zigbee2mqtt_0xfa4e000000000012';
  const plug = 'zigbee2mqtt_0xfa4e000000000013';
  const bridgeKey = 'zigbee2mqtt_bridge_0xfa4e000000000001';
  const children = Object.fromEntries([door, plug, bridgeKey].map((key) => [key, 'mqtt-device']));
  const link = new DialectBench().open(children).play(home);
  const until = (key: string, ms: number) =>
    link.presence.filter(({ t, deviceId }) => t <= ms && deviceId === `l1/${key}`).at(-1)?.presence;

  it('is overridden by the word that it left', () => {
    const lastWord = home.filter(({ topic }) => topic === 'zigbee2mqtt/front_door/availability').at(-1);
    expect(lastWord?.payload).toBe('{"state":"online"}');
    expect([until(door, 160_789), until(door, 160_790), until(door, Infinity)]).toEqual([
      'online',
      'offline',
      'offline',
    ]);
  });

  it('makes what is behind a dead bridge unknown, and the bridge itself offline', () => {
    const died = 178_997;
    expect([until(plug, died - 1), until(plug, died)]).toEqual(['online', 'unknown']);
    expect(until(bridgeKey, died)).toBe('offline');
    // The memory of a plug that was online is repeated, and nothing of it is heard.
    link.bench.nowMs = 300_000;
    link.say('zigbee2mqtt/kitchen/plug/availability', { state: 'online' }, { retain: true });
    expect(link.presenceOf(plug).at(-1)).toBe('unknown');
  });

  it('does not make a device online again because its bridge is', () => {
    const back = 190_220;
    expect([until(bridgeKey, back), until(plug, back)]).toEqual(['online', 'unknown']);
    expect(until(plug, 190_744)).toBe('online');
  });
});

describe('trap 8: half of a home’s messages are echoes in a log, and one is a list of 228 kB', () => {
  it('keeps nothing of either', () => {
    const link = new DialectBench().open({ zigbee2mqtt_0xfa4e000000000013: 'mqtt-device' }).play(home);
    const logs = home.filter(({ topic }) => topic.endsWith('bridge/logging')).length;
    const dropped = link.discarded.get('dialect_topic_dropped')!;
    expect(logs / home.length).toBeGreaterThan(0.45);
    expect(dropped.filter((topic) => topic.endsWith('bridge/logging')).length).toBe(logs);
    expect(new Set(link.discarded.get('oversize'))).toEqual(new Set(['zigbee2mqtt/bridge/definitions']));
    expect(link.frames.some(({ body }) => body.lane === 'log')).toBe(false);
  });
});

describe('trap 9: a vacuum that was killed is "lost", one that was stopped "disconnected"', () => {
  it('is offline either way, and both words are kept', () => {
    const word = (link: BenchLink) => pack.metrics.get('link.state')?.values.get(Number(link.last('link.state')))?.word;
    const killed = vacuum();
    const stopped = new DialectBench()
      .open({ mockvac01: 'valetudo' }, { willTopic: 'valetudo/mockvac01/$state' })
      .play(stock.filter(({ payload }) => payload !== 'lost'));
    expect([word(killed), word(stopped)]).toEqual(['lost', 'disconnected']);
    expect(killed.presence.at(-1)).toMatchObject({ presence: 'offline', isClient: true });
    expect(stopped.presence.at(-1)).toMatchObject({ presence: 'offline', isClient: true });
  });
});

describe('trap 10: the same brush is 3600 on one topic, without a unit, and 60 on another, in minutes', () => {
  const brush = 'valetudo/mockvac02/ConsumableMonitoringCapability/brush-main';

  it('is read where its topic declared a unit, and nowhere else', () => {
    expect(vacuum().values('consumable.left{main_brush}')).toEqual([[3_103, 3_600]]);
    const homieOnly = vacuum(
      injected.filter(({ topic }) => !topic.includes('/hass/') && !topic.startsWith('homeassistant')),
    );
    expect(homieOnly.values('consumable.left{main_brush}')).toEqual([]);
    expect(homieOnly.discarded.get('unit_unknown')).toContain(brush);
  });

  it('is read nowhere as a plain number, also by the pack of a device that nobody knows', () => {
    const link = new DialectBench().open({ mockvac02: 'mqtt-device' }, { willTopic }).play(injected);
    const brushes = link.discovered('mockvac02')!.entities.filter(({ name }) => /brush/i.test(name));
    expect(brushes.filter(({ declaredUnit, metric }) => declaredUnit === null && metric !== null)).toEqual([]);
    expect(brushes.some(({ declaredUnit, metric }) => declaredUnit === 'min' && metric !== null)).toBe(true);
    expect(link.discarded.get('unit_unknown')).toContain(brush);
    for (const [name, metric] of link.bench.links.metricsOf(asId('l1/mockvac02')))
      if (metric.unit === '1' && metric.type !== 'text') expect([name, metric.type]).toEqual([name, 'enum']);
  });

  it('is read from the Homie topic once that declares one', () => {
    const link = vacuum(
      injected.filter(({ topic }) => !topic.includes('/hass/') && !topic.startsWith('homeassistant')),
    );
    link.say(`${brush}/$unit`, 's');
    link.say(brush, '3600');
    expect(link.last('consumable.left{main_brush}')).toBe(3_600);
    link.say(`${brush}/$unit`, 'V');
    link.say(brush, '3600');
    expect(link.values('consumable.left{main_brush}').length).toBe(1);
  });
});
