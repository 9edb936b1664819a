import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import { ManualClock } from '../clock.ts';
import type { SimulatedDevice, SimulatedDeviceOptions } from '../simulated-device.ts';
import {
  aliasesOf,
  basic,
  full,
  grant,
  header,
  hurried,
  isData,
  seqs,
  startBenchDevice,
} from '../test-support/device-bench.ts';
import { type Received, ScriptedGateway } from '../test-support/scripted-gateway.ts';

let gateway: ScriptedGateway;
let device: SimulatedDevice | undefined;

function startDevice(options: Partial<SimulatedDeviceOptions> = {}): SimulatedDevice {
  device = startBenchDevice(gateway, options);
  return device;
}
const data = (): readonly Received[] => gateway.received.filter(isData);

beforeEach(async () => {
  gateway = await ScriptedGateway.start();
});
afterEach(async () => {
  await device?.close({ clean: false });
  device = undefined;
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
});

describe('settling', () => {
  it('has at most 32 in flight, keeps until PUBACK and resends in order as history after the link broke', async () => {
    const it = startDevice({ fault: { id: 'V01' } });
    gateway.state = grant({});
    await gateway.until('birth settled', () => gateway.of('firmware').length === 1);
    gateway.holdAcks();
    const before = gateway.received.length;
    for (let i = 0; i < 25; i += 1) gateway.send('rebirth', diag.Rebirth.encode({}).finish());
    await gateway.until('full window', () => gateway.heldCount >= 32);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(gateway.heldCount).toBe(32);
    const unsettled = gateway.received.slice(before).filter((message) => message.lane !== 'birth');
    gateway.cut();
    await gateway.until('reconnected', () => gateway.connections === 2);
    await gateway.until('all settled', () => it.status.buffered === 0);
    const again = data().filter((message) => message.connection === 2);
    expect(gateway.received.find((message) => message.connection === 2)?.lane).toBe('birth');
    const copies = again.slice(0, unsettled.length);
    expect(seqs(copies)).toEqual(seqs(unsettled));
    expect(copies.every((message) => header(message).kind === diag.FrameKind.FRAME_KIND_HISTORICAL)).toBe(true);
    const all = seqs(again);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
});

describe('consent that comes before SUBACK', () => {
  it('holds for this connection: birth first, then what is granted', async () => {
    gateway.eager = true;
    gateway.state = grant({});
    startDevice();
    await gateway.until('data', () => gateway.of('firmware').length > 0);
    expect(gateway.received[0]?.lane).toBe('birth');
  });
});

describe('a live lease', () => {
  it('lets something be heard at least every 5 s, and ends by itself', async () => {
    const clock = new ManualClock();
    const it = startDevice({ clock });
    gateway.state = grant({ classes: basic.slice(1) });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.send('live', diag.LiveLease.encode({ classes: full, ttlMs: 18_000 }).finish());
    await gateway.until('lease', () => it.status.live);
    for (let passed = 0; passed < 15_000; passed += 5_000) {
      const before = data().length;
      clock.advance(5_000);
      await gateway.until('sign of life', () => data().length > before);
    }
    expect(it.status.live).toBe(true);
    clock.advance(3_200);
    expect(it.status.live).toBe(false);
  });
});

describe('while the link is down', () => {
  /** The gateway is gone, until something was recorded that it has not heard. */
  async function outOfReach(it: SimulatedDevice): Promise<void> {
    gateway.leave();
    await gateway.until('cut off', () => !it.status.connected);
    const before = it.status.buffered;
    await gateway.until('recorded', () => it.status.buffered > before + 3);
  }

  it('goes on recording what is granted, and sends it afterwards as history under the epoch it was recorded in', async () => {
    const it = startDevice({ clock: hurried(20) });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    await outOfReach(it);
    gateway.state = { ...grant({ epoch: 6, expiresInMs: 3_600_000 }) };
    gateway.comeBack();
    await gateway.until('settled', () => gateway.of('firmware').length === 2 && it.status.buffered === 0);
    const since = data().filter(({ connection }) => connection === 2);
    const kinds = since.map((message) => header(message).kind);
    const history = since.filter((message) => header(message).kind === diag.FrameKind.FRAME_KIND_HISTORICAL);
    expect(history.length).toBeGreaterThan(0);
    expect(history.every((message) => Number(header(message).epoch) === 2)).toBe(true);
    expect(kinds.lastIndexOf(diag.FrameKind.FRAME_KIND_HISTORICAL)).toBeLessThan(
      kinds.indexOf(diag.FrameKind.FRAME_KIND_LIVE),
    );
    expect(seqs(since)).toEqual([...seqs(since)].sort((a, b) => a - b));
  });

  it('sends nothing of it when the grant is gone afterwards', async () => {
    const it = startDevice({ clock: hurried(20) });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    await outOfReach(it);
    gateway.state = { epoch: 6 };
    gateway.comeBack();
    await gateway.until('birth', () => gateway.of('birth').length === 2);
    await gateway.until('deleted', () => it.status.buffered === 0);
    // What it sent before it says Birth once more has come by then.
    gateway.send('rebirth', diag.Rebirth.encode({}).finish());
    await gateway.until('birth again', () => gateway.of('birth').length === 3);
    expect(data().filter(({ connection }) => connection === 2)).toEqual([]);
  });
});

describe('an error', () => {
  const errors = (): readonly diag.ErrorReport[] =>
    gateway.of('error').map(({ payload }) => diag.ErrorReport.decode(payload));
  const codes = (reports: readonly diag.ErrorReport[]): unknown[] =>
    reports.flatMap(({ complete, errors: list }) => list.map(({ code, raised }) => ({ complete, code, raised })));
  const start = (): SimulatedDevice => startDevice({ clock: hurried(20), fault: { id: 'V01' } });
  const failed = (it: SimulatedDevice) => () => it.status.codes.length > 0;

  it('is sent as it arises, with the values of that moment, and spoken', async () => {
    const it = start();
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('code 1', () => codes(errors()).length > 0);
    expect(codes(errors())).toEqual([{ complete: false, code: 1, raised: true }]);
    const frame = gateway
      .of('telemetry')
      .map(aliasesOf)
      .filter((aliases) => aliases.length > 25);
    expect(frame.length).toBeGreaterThanOrEqual(2);
    expect(it.status.lamp).toBe('red_steady');
    await gateway.until('spoken', () =>
      it.status.spoken.some((line) => line.text === 'Laser turret does not turn properly'),
    );
  });

  it('of the time when nothing was shared stays inside, and is told only as still active', async () => {
    const it = start();
    await gateway.until('code 1', failed(it));
    expect(data()).toEqual([]);
    gateway.announce(grant({ expiresInMs: 3_600_000 }));
    await gateway.until('answer', () => gateway.of('firmware').length === 1);
    expect(codes(errors())).toEqual([{ complete: true, code: 1, raised: true }]);
    expect(data().every((message) => header(message).kind === diag.FrameKind.FRAME_KIND_LIVE)).toBe(true);
  });

  it('of that time leaves as backlog under a grant with that scope, with its freeze frame and the boot', async () => {
    const it = start();
    await gateway.until('code 1', failed(it));
    gateway.announce({ ...grant({ expiresInMs: 3_600_000 }), backlog: true });
    await gateway.until('answer', () => gateway.of('firmware').length === 1);
    const backlog = data().filter((message) => header(message).kind === diag.FrameKind.FRAME_KIND_BACKLOG);
    expect(backlog.map((message) => message.lane)).toEqual(['telemetry', 'error', 'telemetry']);
    expect(backlog.every((message) => Number(header(message).epoch) === 1 || Number(header(message).epoch) === 0)).toBe(
      true,
    );
    expect(codes(errors().filter((report) => !report.complete))).toEqual([{ complete: false, code: 1, raised: true }]);
  });
});
