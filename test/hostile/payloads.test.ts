import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import { upControlLanes, upDataLanes, type UpLane } from '../../proto/topics.ts';
import { framesOf } from '../support/database.ts';
import { LiveConsole } from '../support/live-console.ts';
import { ownTime } from '../support/own-time.ts';
import { expectEndured, Ground, metrics, type Party } from './ground.ts';

let ground: Ground;
let target: Party;
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
}, 60_000);
afterAll(() => ground.close());

const settleWithinMs = 100;
const tries = 3;
const header = { bootId: 77, seq: 900, epoch: 2, baseAt: 1_779_278_400_000 };
const telemetry = (more: diag.ITelemetry) => diag.Telemetry.encode({ header, ...more }).finish();
const wholeTelemetry = telemetry({ aliases: [1], values: [50], offsetsMs: [0] });
const withHeader = (more: diag.IHeader) =>
  diag.Telemetry.encode({ header: { ...header, ...more }, aliases: [1], values: [50], offsetsMs: [0] }).finish();
/** Field 2 of Telemetry, packed, with this as its length. */
const hugeLength = (length: readonly number[]) => Buffer.concat([wholeTelemetry, Buffer.from([0x12, ...length])]);
const garbage = pseudoRandom(65_000);

/** Noise that is the same in every run. */
function pseudoRandom(size: number): Buffer {
  let state = 0x2545f491;
  return Buffer.from(
    Array.from({ length: size }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}

describe('a hostile payload is settled soon, counted, and leaves nothing', () => {
  const malformed = 'payload_malformed';
  const everyLane = [...upDataLanes, ...upControlLanes];
  it.each<[string, UpLane, string, Uint8Array]>([
    ...everyLane.map((lane): [string, UpLane, string, Uint8Array] => [
      `64 KiB of garbage as ${lane}`,
      lane,
      lane === 'birth' ? 'birth_malformed' : malformed,
      garbage,
    ]),
    ['truncated telemetry', 'telemetry', malformed, wholeTelemetry.subarray(0, -1)],
    ['30,000 nested groups', 'telemetry', malformed, Buffer.alloc(30_000, 0x7b)],
    [
      '30,000 nested groups, all closed',
      'telemetry',
      malformed,
      Buffer.concat([Buffer.alloc(30_000, 0x7b), Buffer.alloc(30_000, 0x7c)]),
    ],
    ['nested groups in a Birth', 'birth', 'birth_malformed', Buffer.alloc(65_000, 0x7b)],
    ['a group that was never opened', 'error', malformed, Buffer.from([0x7c])],
    ['a length of 4 GB', 'telemetry', malformed, hugeLength([0xff, 0xff, 0xff, 0xff, 0x0f])],
    ['a length of 2^63', 'telemetry', malformed, hugeLength([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f])],
    ['a number that never ends', 'log', malformed, Buffer.alloc(60_000, 0xff)],
    ['a field number of 0', 'firmware', malformed, Buffer.from([0x00, 0x00])],
    ['an undefined wire type', 'firmware', malformed, Buffer.from([0x0f, 0x01])],
    ['nothing at all', 'telemetry', 'header_missing', Buffer.alloc(0)],
    [
      'no header',
      'telemetry',
      'header_missing',
      diag.Telemetry.encode({ aliases: [1], values: [5], offsetsMs: [0] }).finish(),
    ],
    ['a boot id of 0', 'telemetry', 'header_missing', withHeader({ bootId: 0 })],
    ['a seq of 0', 'telemetry', 'header_missing', withHeader({ seq: 0 })],
    ['a seq beyond 2^53', 'telemetry', 'header_missing', withHeader({ seq: 2 ** 60 })],
    ['a clock beyond the last date', 'telemetry', 'header_missing', withHeader({ baseAt: 9e15 })],
    ['an undefined kind', 'telemetry', 'header_missing', withHeader({ kind: 7 as diag.FrameKind })],
    [
      'columns of unequal length',
      'telemetry',
      'columns_unequal',
      telemetry({ aliases: [1, 2], values: [5], offsetsMs: [0] }),
    ],
    [
      '8,000 samples without values',
      'telemetry',
      'columns_unequal',
      telemetry({ aliases: Array.from({ length: 8_000 }, () => 1) }),
    ],
    [
      'an unknown error code',
      'error',
      'field_unknown',
      diag.ErrorReport.encode({
        header,
        errors: [{ channel: '__proto__', code: 4_000_000_000, raised: true }],
      }).finish(),
    ],
    [
      'a firmware state of no datasheet',
      'firmware',
      'value_out_of_range',
      diag.FirmwareReport.encode({ header, state: '<script>alert(1)</script>' }).finish(),
    ],
    [
      'a Birth of another model',
      'birth',
      'model_differs',
      diag.Birth.encode({ bootId: 5, model: '__proto__' }).finish(),
    ],
    ['a Birth without boot', 'birth', 'birth_malformed', diag.Birth.encode({ model: 'rv-s1' }).finish()],
    [
      'a Birth with one alias twice',
      'birth',
      'birth_malformed',
      diag.Birth.encode({ bootId: 5, model: 'rv-s1', metrics: [...metrics, ...metrics] }).finish(),
    ],
    [
      'a Birth of 2,000 metrics',
      'birth',
      'birth_malformed',
      diag.Birth.encode({
        bootId: 5,
        model: 'rv-s1',
        metrics: Array.from({ length: 2_000 }, (_, n) => ({ alias: n + 1, name: 'battery.level' })),
      }).finish(),
    ],
    [
      'a proof of a request that never was',
      'consent',
      'confirm_unknown',
      diag.ConsentAction.encode({ confirm: { requestId: 'request-09ab' } }).finish(),
    ],
    [
      'a proof of a request named by markup',
      'consent',
      malformed,
      diag.ConsentAction.encode({ confirm: { requestId: '<script>' } }).finish(),
    ],
  ])('%s', async (_name, lane, code, payload) => {
    const counter = code === 'confirm_unknown' ? 'diag_events_total' : 'diag_discards_total';
    await expectEndured(ground, { counter, code, times: tries }, async () => {
      const took: number[] = [];
      for (let n = 0; n < tries; n += 1) {
        const tookMs = ownTime();
        await target.device.publish(lane, payload);
        took.push(tookMs());
      }
      // The best of three: what the machine does besides is not the payload's doing.
      expect(Math.min(...took), 'ms until it is settled').toBeLessThan(settleWithinMs);
      expect(target.device.closed).toBe(false);
    });
  });
});

describe('aliases and Birth', () => {
  it('an unknown alias loses its sample only, and Birth is asked for once', async () => {
    const { device } = target;
    const asked = device.rebirths;
    const rows = framesOf(ground.kit, target.grant.viewId).length;
    await expectEndured(
      ground,
      { counter: 'diag_discards_total', code: 'alias_unknown', times: 3, keeps: true },
      async () => {
        await device.telemetry({ 99: 1 });
        await device.telemetry({ 1: 55, 99: 1, 4_294_967_295: 2 });
        await device.until(() => device.rebirths > asked);
      },
    );
    expect(device.rebirths).toBe(asked + 1);
    const kept = framesOf(ground.kit, target.grant.viewId).slice(rows);
    expect(kept.map(({ body }) => samplesOf(body).map(({ name, value }) => [name, value]))).toEqual([
      [['battery.level', 55]],
    ]);
    await device.birth(metrics);
    await device.telemetry({ 99: 1 });
    await device.until(() => device.rebirths === asked + 2);
  });

  it('data before Birth is discarded on every connection, and Birth is asked for once', async () => {
    const other = await ground.party();
    const again = await ground.connect(other.registered);
    await expectEndured(ground, { counter: 'diag_discards_total', code: 'no_birth', times: 4 }, async () => {
      await again.telemetry({ 1: 1 });
      await again.errors([{ channel: 'main', code: 1, raised: true }]);
      await again.publish('firmware', diag.FirmwareReport.encode({ header: again.header(), state: 'idle' }).finish());
      await again.publish('log', diag.LogReport.encode({ header: again.header(), entries: [{ text: 'x' }] }).finish());
      await again.until(() => again.rebirths > 0);
    });
    expect(again.rebirths).toBe(1);
  });

  it('a Birth that lies about classes opens nothing: the pack decides', async () => {
    const basic = await ground.party('basic');
    const live = await LiveConsole.open(ground.api, basic.grant.caseId);
    const lie = metrics.map((metric) => ({ ...metric, claimedClass: 1 }));
    await expectEndured(ground, { counter: 'diag_events_total', code: 'birth_class_differs' }, () =>
      basic.device.birth(lie),
    );
    await expectEndured(
      ground,
      { counter: 'diag_discards_total', code: 'no_grant', times: 2, keeps: true },
      async () => {
        await basic.device.telemetry({ 2: -51 });
        await basic.device.telemetry({ 1: 66, 2: -52 });
      },
    );
    await live.until(() => live.values().get('battery.level')?.number === 66);
    expect([...live.values().keys()]).not.toContain('wifi.rssi');
    live.close();
    const kept = framesOf(ground.kit, basic.grant.viewId);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('wifi');
  });
});

describe('order and clocks', () => {
  it('a repeated seq is stored once', async () => {
    const { device, grant } = await ground.party();
    await device.telemetry({ 1: 70 });
    await expectEndured(ground, { counter: 'diag_discards_total', code: 'duplicate', times: 2 }, async () => {
      await device.telemetry({ 1: 71 }, { seq: 1 });
      await device.telemetry({ 1: 72 }, { seq: 1 });
    });
    expect(framesOf(ground.kit, grant.viewId).map(({ seq, body }) => [seq, samplesOf(body)[0]?.value])).toEqual([
      [1, 70],
    ]);
  });

  it('a seq that goes backwards is stored, and never overrides what is newer', async () => {
    const { device, grant } = await ground.party();
    const live = await LiveConsole.open(ground.api, grant.caseId);
    await ground.besideOthers(async () => {
      await device.telemetry({ 1: 40 }, { seq: 10 });
      await device.telemetry({ 1: 90 }, { seq: 9 });
      await device.errors([{ channel: 'main', code: 1, raised: true }], false, { seq: 20 });
      await device.errors([{ channel: 'main', code: 1, raised: false }], false, { seq: 22 });
      await device.errors([{ channel: 'main', code: 1, raised: true }], false, { seq: 21 });
      await device.publish('firmware', firmware(device.header({ seq: 31 }), '2.0'));
      await device.publish('firmware', firmware(device.header({ seq: 30 }), '1.0'));
    });
    expect(framesOf(ground.kit, grant.viewId).map(({ seq }) => seq)).toEqual([10, 9, 20, 22, 21, 31, 30]);
    const { snapshot } = await snapshotOf(grant.caseId);
    expect(snapshot.metrics.find(({ name }) => name === 'battery.level')?.number).toBe(40);
    expect(snapshot.errors.map(({ code, testFailed = false }) => ({ code, testFailed }))).toEqual([
      { code: '1', testFailed: false },
    ]);
    expect(snapshot.firmware.version.text).toBe('2.0');
    expect(snapshot.firmware.slots).toEqual([{ name: 'A', version: '2.0', state: 'valid' }]);
    live.close();
  });

  it('a refusal never looks like loss; a seq that is missing, and was not declared dropped, does', async () => {
    const { device } = await ground.party();
    const gaps = () => ground.gauge('diag_seq_gaps');
    ground.clock.leap(30_000);
    const before = await gaps();
    await device.telemetry({ 1: 1 });
    await device.telemetry({ 99: 1 });
    await device.telemetry({ 1: 2 }, { epoch: 1 });
    await device.telemetry({ 1: 3 });
    await device.telemetry({ 1: 4 }, { seq: 9, droppedFrom: 5, droppedTo: 8 });
    ground.clock.leap(30_000);
    expect(await gaps()).toBe(before);
    await device.telemetry({ 1: 5 }, { seq: 12 });
    ground.clock.leap(30_000);
    expect(await gaps()).toBe(before + 2);
  });

  it('a clock ten years off is evidence; order and freshness are the gateway’s', async () => {
    const { device, grant } = await ground.party();
    const live = await LiveConsole.open(ground.api, grant.caseId);
    const tenYears = 10 * 365 * 86_400_000;
    const [future, past] = [Date.now() + tenYears, Date.now() - tenYears];
    const began = ground.clock.now();
    await ground.besideOthers(async () => {
      await device.telemetry({ 1: 60 }, { baseAt: future });
      await live.until(() => live.values().get('battery.level')?.number === 60);
      await device.telemetry({ 1: 61 }, { baseAt: past });
      await live.until(() => live.values().get('battery.level')?.number === 61);
    });
    const shown = live.values().get('battery.level');
    expect(Number(shown?.at)).toBe(past);
    const now = ground.clock.now();
    expect(Number(shown?.receivedAt)).toBeGreaterThanOrEqual(began);
    expect(Number(shown?.receivedAt)).toBeLessThanOrEqual(now);
    expect(shown?.quality).toBe(diag.Quality.QUALITY_LIVE);
    expect(shown?.ageMs ?? 0).toBeLessThanOrEqual(now - began);
    expect(framesOf(ground.kit, grant.viewId).map(({ body }) => samplesOf(body)[0]?.at)).toEqual([future, past]);
    live.close();
  });
});

describe('values', () => {
  it('NaN says "not measurable", and is kept as that', async () => {
    const { device, grant } = await ground.party();
    await ground.besideOthers(() => device.telemetry({ 1: Number.NaN }));
    expect(framesOf(ground.kit, grant.viewId)[0]?.body).toContain('{"number":"NaN"}');
    expect((await snapshotOf(grant.caseId)).snapshot.metrics.find(({ name }) => name === 'battery.level')?.number).toBe(
      'NaN',
    );
  });

  it.each([
    ['the largest double', Number.MAX_VALUE],
    ['infinity', Number.POSITIVE_INFINITY],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['a battery at 101 %', 101],
  ])('%s is refused, and what is beside it is kept', async (_name, value) => {
    const rows = framesOf(ground.kit, target.grant.viewId).length;
    const expected = { counter: 'diag_discards_total', code: 'value_out_of_range', keeps: true } as const;
    await expectEndured(ground, expected, () => target.device.telemetry({ 1: value, 2: -60 }));
    const kept = framesOf(ground.kit, target.grant.viewId).slice(rows);
    expect(kept.map(({ body }) => samplesOf(body).map(({ name }) => name))).toEqual([['wifi.rssi']]);
  });
});

describe('markup and __proto__ in what a device says', () => {
  it('is data and nothing else', async () => {
    const { device, grant } = await ground.party();
    const names = ['__proto__', 'constructor', 'toString'];
    const hostile = '<script>alert(1)</script>';
    await ground.besideOthers(async () => {
      await device.birth([...metrics, ...names.map((name, n) => ({ alias: 10 + n, name, type: 1, claimedClass: 1 }))]);
      await device.telemetry({ 1: 50, 10: 1, 11: 2, 12: 3 });
      await device.publish(
        'telemetry',
        diag.Telemetry.encode({ header: device.header(), texts: [{ alias: 3, value: hostile }] }).finish(),
      );
      const slots = [{ name: '__proto__', version: hostile, state: 'polluted' }];
      await device.publish(
        'firmware',
        diag.FirmwareReport.encode({ header: device.header(), version: hostile, slots }).finish(),
      );
      const entries = [{ level: '__proto__', source: 'constructor', text: hostile }];
      await device.publish('log', diag.LogReport.encode({ header: device.header(), entries }).finish());
      await device.errors([{ channel: 'main', code: 1, raised: true, detail: hostile }]);
    });
    const { snapshot } = await snapshotOf(grant.caseId);
    expect(snapshot.metrics.find(({ name }) => name === 'wifi.bssid')?.text).toBe(hostile);
    expect(snapshot.metrics.filter(({ name }) => names.includes(name))).toEqual([]);
    expect(snapshot.firmware.slots).toEqual([{ name: '__proto__', version: hostile, state: 'polluted' }]);
    expect(snapshot.errors[0]?.detail).toBe(hostile);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});

interface Sample {
  readonly name: string;
  readonly value: unknown;
  readonly at: number;
}
const samplesOf = (body: string) => (JSON.parse(body) as { samples: Sample[] }).samples;

function firmware(header: diag.IHeader, version: string): Uint8Array {
  const slots = [{ name: 'A', version, state: 'valid' }];
  return diag.FirmwareReport.encode({ header, version, slots }).finish();
}

interface Snapshot {
  readonly snapshot: {
    readonly metrics: readonly { readonly name: string; readonly number?: unknown; readonly text?: string }[];
    readonly errors: readonly { readonly code: string; readonly testFailed?: boolean; readonly detail?: string }[];
    readonly firmware: { readonly version: { readonly text: string }; readonly slots: readonly unknown[] };
  };
}
function snapshotOf(caseId: string): Promise<Snapshot> {
  return ground.api.ok('GET', `/cases/${caseId}/snapshot`);
}
