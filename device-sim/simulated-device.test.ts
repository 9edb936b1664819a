import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../proto/generated/codec.js';
import { type Clock, ManualClock } from './clock.ts';
import { parseModel } from './models/model.ts';
import type { SimulatedDevice, SimulatedDeviceOptions } from './simulated-device.ts';
import {
  aliasesOf,
  basic,
  cameraModel,
  cameraOptions,
  cameraPath,
  full,
  grant,
  header,
  hurried,
  isData,
  model,
  modelPath,
  seqs,
  startBenchDevice,
} from './test-support/device-bench.ts';
import { type Received, ScriptedGateway } from './test-support/scripted-gateway.ts';

let gateway: ScriptedGateway;
let device: SimulatedDevice | undefined;

function startDevice(options: Partial<SimulatedDeviceOptions> = {}): SimulatedDevice {
  device = startBenchDevice(gateway, options);
  return device;
}
const data = (): readonly Received[] => gateway.received.filter(isData);
/** Until it has said Birth once more: it has taken in what it was told before, and what it sent before has come. */
async function heardOut(): Promise<void> {
  const births = gateway.of('birth').length;
  gateway.send('rebirth', diag.Rebirth.encode({}).finish());
  await gateway.until('birth again', () => gateway.of('birth').length > births);
}
/** Presses for so long by this clock. */
async function hold(it: SimulatedDevice, clock: ManualClock, ms: number): Promise<void> {
  const held = it.holdButton(ms);
  clock.advance(ms);
  await held;
}
const classOf = (alias: number): string => model.metrics.find((metric) => metric.alias === alias)?.dataClass ?? 'none';

beforeEach(async () => {
  gateway = await ScriptedGateway.start();
});
afterEach(async () => {
  await device?.close({ clean: false });
  device = undefined;
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
});

describe('the handshake', () => {
  it('says Birth first, names itself in CONNECT, leaves its own death as will, and sends no data ungranted', async () => {
    startDevice();
    await gateway.until('birth', () => gateway.of('birth').length === 1);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(gateway.received.map((message) => message.lane)).toEqual(['birth']);
    expect(gateway.connectPacket).toMatchObject({ clientId: 'dev-1', username: 'dev-1', clean: true });
    expect(String(gateway.connectPacket?.password)).toBe('not-for-the-page');
    expect(gateway.will?.topic).toBe('diag/1/dev-1/up/death');
    expect(diag.Death.decode(gateway.will?.payload ?? new Uint8Array()).clean).toBe(false);
    const birth = diag.Birth.decode(gateway.received[0]?.payload ?? new Uint8Array());
    expect(birth.model).toBe('rv-s1');
    expect(birth.metrics.map((metric) => metric.name)).toEqual(model.metrics.map((metric) => metric.name));
    expect(birth.operations).toEqual(model.operations.map((operation) => operation.name));
  });

  it('answers a grant at once with every metric of its classes, all active errors and the firmware state', async () => {
    // No time passes for it: what it answers waits for none of its rounds.
    startDevice({ clock: new ManualClock() });
    await gateway.until('birth', () => gateway.of('birth').length === 1);
    gateway.announce(grant({ classes: basic }));
    await gateway.until('full state', () => gateway.of('firmware').length > 0 && gateway.of('error').length > 0);
    const sent = gateway.of('telemetry').flatMap(aliasesOf);
    const wanted = model.metrics.filter((metric) => ['status', 'errors'].includes(metric.dataClass));
    expect(new Set(sent)).toEqual(new Set(wanted.map((metric) => metric.alias)));
    expect(diag.ErrorReport.decode(gateway.of('error')[0]?.payload ?? new Uint8Array()).complete).toBe(true);
    expect(diag.FirmwareReport.decode(gateway.of('firmware')[0]?.payload ?? new Uint8Array())).toMatchObject({
      state: 'idle',
      version: '3.5.0',
      versionSub: '2.0',
    });
    expect(seqs(data())).toEqual(data().map((_, i) => i + 1));
    expect(data().every((message) => Number(header(message).epoch) === 2)).toBe(true);
  });

  it('answers again with everything when a class is added, under the new epoch', async () => {
    startDevice();
    gateway.state = grant({ classes: basic });
    await gateway.until('first answer', () => gateway.of('firmware').length === 1);
    const before = gateway.received.length;
    gateway.announce({ ...grant({ id: 'g2', epoch: 3, classes: full }) });
    await gateway.until('second answer', () => gateway.of('firmware').length === 2);
    const fresh = gateway.received.slice(before).filter((message) => message.lane === 'telemetry');
    const classes = new Set(fresh.flatMap(aliasesOf).map(classOf));
    expect(classes).toEqual(new Set(['status', 'errors', 'telemetry', 'network', 'space']));
    expect(fresh.every((message) => Number(header(message).epoch) === 3)).toBe(true);
  });

  it('says Birth again when asked to', async () => {
    startDevice();
    await gateway.until('birth', () => gateway.of('birth').length === 1);
    gateway.send('rebirth', diag.Rebirth.encode({}).finish());
    await gateway.until('second birth', () => gateway.of('birth').length === 2);
    expect(gateway.of('birth')[1]?.payload).toEqual(gateway.of('birth')[0]?.payload);
  });

  it('sends Death and DISCONNECT when it leaves cleanly', async () => {
    const it = startDevice();
    await gateway.until('birth', () => gateway.of('birth').length === 1);
    await it.close();
    await gateway.until('disconnect', () => gateway.disconnects === 1);
    expect(diag.Death.decode(gateway.of('death')[0]?.payload ?? new Uint8Array()).clean).toBe(true);
  });
});

describe('consent at the device', () => {
  it('stops at the moment a class is withdrawn', async () => {
    const clock = new ManualClock();
    startDevice({ clock });
    gateway.state = grant({});
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.announce({ epoch: 3 });
    gateway.send('live', diag.LiveLease.encode({ classes: full, ttlMs: 60_000 }).finish());
    await heardOut();
    const before = data().length;
    clock.advance(50_000);
    await heardOut();
    expect(data().length).toBe(before);
    expect(device?.status.viewers).toEqual([]);
  });

  it('ends a grant by its own clock although the gateway says nothing', async () => {
    const clock = new ManualClock();
    startDevice({ clock });
    gateway.state = grant({ expiresInMs: 600 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    clock.advance(599);
    expect(device?.status.viewers.length).toBe(1);
    clock.advance(201);
    expect(device?.status.viewers.length).toBe(0);
    await heardOut();
    const before = data().length;
    clock.advance(50_000);
    await heardOut();
    expect(data().length).toBe(before);
  });

  it('stops by its own Stop before any answer, and repeats it until it is settled', async () => {
    const it = startDevice();
    gateway.state = grant({});
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.holdAcks();
    it.press();
    it.press();
    expect(it.status.viewers).toEqual([]);
    await gateway.until('stop', () => gateway.of('consent').length === 1);
    expect(diag.ConsentAction.decode(gateway.of('consent')[0]?.payload ?? new Uint8Array()).stop).toBeTruthy();
    const before = data().length;
    gateway.cut();
    await gateway.until('stop again', () => gateway.of('consent').length === 2);
    // The gateway still announced the old grant on the new connection: the Stop holds against it.
    expect(it.status.viewers).toEqual([]);
    expect(data().length).toBe(before);
    gateway.announce(grant({ id: 'g9', epoch: 9, classes: basic }));
    await gateway.until('a later grant counts', () => it.status.viewers.length === 1);
  });
});

describe('the button', () => {
  const pending = (requestId: string) => ({
    requestId,
    brand: 'Norvane',
    agent: 'Li Wei',
    classes: basic,
    wordsZh: ['琥珀', '河流'],
    wordsEn: ['amber', 'river'],
    expiresInMs: 60_000,
  });

  it('held for 3 s with one request waiting says yes to that one', async () => {
    const clock = new ManualClock();
    const it = startDevice({ clock });
    gateway.state = { epoch: 1, pending: [pending('r1')] };
    await gateway.until('request shown', () => it.status.requests.length === 1);
    await hold(it, clock, 3100);
    await gateway.until('yes', () => gateway.of('consent').length === 1);
    const action = diag.ConsentAction.decode(gateway.of('consent')[0]?.payload ?? new Uint8Array());
    expect(action.confirm).toMatchObject({ requestId: 'r1', readAloud: false });
    expect(it.status.spoken[0]?.text).toContain('amber, river');
  });

  it('held within 2 min of its own reading aloud says so; later it says no such thing and reads once more', async () => {
    const clock = new ManualClock();
    const it = startDevice({ clock });
    const asked = { epoch: 1, pending: [{ ...pending('r1'), expiresInMs: 1_800_000 }] };
    const readings = () => it.status.spoken.filter(({ text }) => text.includes('amber, river')).length;
    const read = (times: number) =>
      gateway.until('read aloud', () => {
        clock.advance(200);
        return readings() === times && !it.status.speaking;
      });
    const said = () =>
      gateway.of('consent').map(({ payload }) => diag.ConsentAction.decode(payload).confirm?.readAloud);
    gateway.state = asked;
    await gateway.until('request shown', () => it.status.requests.length === 1);
    await read(1);
    clock.advance(120_000);
    await hold(it, clock, 3100);
    await gateway.until('a plain press', () => said().length === 1);
    gateway.announce(asked);
    await read(2);
    await hold(it, clock, 3100);
    await gateway.until('a press upon the reading', () => said().length === 2);
    expect(said()).toEqual([false, true]);
  });

  it('says nothing to the gateway when let go early, or with two requests waiting', async () => {
    const clock = new ManualClock();
    const it = startDevice({ clock });
    gateway.state = { epoch: 1, pending: [pending('r1')] };
    await gateway.until('request shown', () => it.status.requests.length === 1);
    await hold(it, clock, 1500);
    gateway.announce({ epoch: 1, pending: [pending('r1'), pending('r2')] });
    await gateway.until('both shown', () => it.status.requests.length === 2);
    await hold(it, clock, 3100);
    await heardOut();
    expect(gateway.of('consent')).toEqual([]);
  });
});

describe('a robot that runs empty', () => {
  it('vanishes so that its will speaks, and boots anew on the dock with another boot id, sharing nothing', async () => {
    const text = readFileSync(modelPath, 'utf8')
      .replace('learned_Wh: 70', 'learned_Wh: 0.2')
      .replace('charge_A: 1.6', 'charge_A: 0.14')
      .replace('level: [62, 94]', 'level: [9, 9.1]');
    const it = startDevice({ clock: hurried(20), model: parseModel(text, modelPath) });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    it.use('clean');
    await gateway.until('shutdown', () => it.status.state === 'shutdown');
    await gateway.until('silence', () => !it.status.connected);
    expect([it.status.lamp, it.status.viewers, gateway.disconnects]).toEqual(['off', [], 0]);
    gateway.state = { epoch: 3 };
    it.use('home');
    await gateway.until('second birth', () => gateway.of('birth').length === 2);
    const boots = gateway.of('birth').map(({ payload }) => String(diag.Birth.decode(payload).bootId));
    expect(boots[0]).not.toBe(boots[1]);
    expect(it.status.viewers).toEqual([]);
  });
});

describe('a camera', () => {
  const day = Date.UTC(2026, 5, 2, 4);
  /** Noon in its home, whatever the time is here. */
  const noon = (factor: number): Clock => {
    const clock = hurried(factor);
    const start = clock.wall();
    return { ...clock, wall: () => day + clock.wall() - start };
  };
  const start = (options: Partial<SimulatedDeviceOptions> = {}) =>
    startDevice({ ...cameraOptions(gateway), clock: noon(20), ...options });
  /** What shows on it, each time that something of it changes: however long nobody looks. */
  const momentsOf = (it: SimulatedDevice): readonly SimulatedDevice['status'][] => {
    const moments: SimulatedDevice['status'][] = [];
    it.subscribe(() => moments.push(it.status));
    return moments;
  };
  const aliasOf = (name: string): number => cameraModel.metrics.find((metric) => metric.name === name)?.alias ?? 0;
  const valuesOf = (name: string): number[] =>
    gateway.of('telemetry').flatMap(({ payload }) => {
      const { aliases, values } = diag.Telemetry.decode(payload);
      return values.filter((_, i) => aliases[i] === aliasOf(name));
    });

  it('has no voice: its app shows the request at once, and a press never counts as the answer to a reading', async () => {
    const clock = new ManualClock(day);
    const it = start({ clock });
    const pending = { requestId: 'r1', brand: 'Norvane', agent: 'Li Wei', classes: basic, wordsZh: ['琥珀', '河流'] };
    gateway.state = { epoch: 1, pending: [{ ...pending, wordsEn: ['amber', 'river'], expiresInMs: 60_000 }] };
    await gateway.until('request shown', () => it.status.requests.length === 1);
    expect([it.status.spoken[0]?.text.includes('amber, river'), it.status.speaking]).toEqual([true, false]);
    await hold(it, clock, 3100);
    await gateway.until('yes', () => gateway.of('consent').length === 1);
    const { confirm } = diag.ConsentAction.decode(gateway.of('consent')[0]?.payload ?? new Uint8Array());
    expect(confirm).toMatchObject({ requestId: 'r1', readAloud: false });
  });

  it('answers a grant with every metric of its datasheet', async () => {
    const it = start();
    gateway.state = grant({});
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const sent = new Set(gateway.of('telemetry').flatMap(aliasesOf));
    const wanted = cameraModel.metrics.filter((metric) => metric.dataClass !== 'firmware');
    expect(wanted.filter((metric) => !sent.has(metric.alias)).map((metric) => metric.name)).toEqual([]);
    expect([it.status.state, it.status.lamp]).toEqual(['day', 'green_steady']);
  });

  it('at a weak supply resets when its IR light comes on: its will speaks, and it boots with another boot id', async () => {
    const it = start({ fault: { id: 'C11' } });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const seen = momentsOf(it);
    it.use('dark');
    await gateway.until('second birth', () => gateway.of('birth').length === 2);
    expect(seen.find(({ state }) => state === 'starting')).toMatchObject({ lamp: 'off' });
    expect(gateway.disconnects).toBe(0);
    const boots = gateway.of('birth').map(({ payload }) => String(diag.Birth.decode(payload).bootId));
    expect(boots[0]).not.toBe(boots[1]);
    await gateway.until('why it booted', () => valuesOf('device.boot.reason').includes(2));
  });

  it('behind too many walls loses its link with its Wi-Fi, keeps what it recorded and sends it as history', async () => {
    const far = readFileSync(cameraPath, 'utf8').replace('rssi: -55', 'rssi: -66');
    const it = start({ clock: noon(60), fault: { id: 'C04' }, model: parseModel(far, cameraPath) });
    gateway.state = grant({ expiresInMs: 36_000_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const seen = momentsOf(it);
    await gateway.until('Wi-Fi lost', () => seen.some(({ state }) => state === 'offline'), 20_000);
    await gateway.until('back', () => gateway.of('birth').length >= 2, 20_000);
    expect(seen).toContainEqual(
      expect.objectContaining({ state: 'offline', lamp: 'amber_blinking', connected: false }) as unknown,
    );
    const historical = diag.FrameKind.FRAME_KIND_HISTORICAL;
    await gateway.until('history', () => data().some((message) => header(message).kind === historical));
    const births = gateway.of('birth').map(({ connection }) => connection);
    expect(births, 'one a connection').toEqual(births.map((_, n) => n + 1));
  }, 45_000);
});
