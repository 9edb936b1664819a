import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../proto/generated/codec.js';
import { type Clock, realClock } from './clock.ts';
import { loadModel } from './models/model.ts';
import { type SimulatedDevice, type SimulatedDeviceOptions, startSimulatedDevice } from './simulated-device.ts';
import { dataClassNames, dataClassNumber } from './wire/classes.ts';
import { type Received, ScriptedGateway } from './test-support/scripted-gateway.ts';

const model = loadModel(fileURLToPath(new URL('./models/rv-s1.yaml', import.meta.url)));
const basic = (['status', 'errors', 'firmware'] as const).map(dataClassNumber);
const full = dataClassNames.map(dataClassNumber);
const { OPERATION_CLASS_TEST: test, OPERATION_CLASS_ADJUST: adjust } = diag.OperationClass;

/** A clock that runs so many times faster, for the device only. */
const hurried = (factor: number): Clock => {
  const start = realClock.wall();
  return {
    wall: () => start + (realClock.wall() - start) * factor,
    monotonic: () => realClock.monotonic() * factor,
    after: (delayMs, task) => realClock.after(delayMs / factor, task),
  };
};

let gateway: ScriptedGateway;
let device: SimulatedDevice | undefined;

function startDevice(options: Partial<SimulatedDeviceOptions> = {}): SimulatedDevice {
  device = startSimulatedDevice({
    credentials: {
      deviceId: 'dev-1',
      serial: 'RV1B00000001',
      model: 'rv-s1',
      secret: 'secret',
      gatewayPublicKey: gateway.publicKey,
      labelCode: undefined,
      brand: 'demo',
    },
    model,
    seed: 7,
    gatewayUrl: gateway.url,
    ...options,
  });
  return device;
}

function grant(options: {
  id?: string;
  epoch?: number;
  classes?: diag.DataClass[];
  operations?: diag.OperationClass[];
  expiresInMs?: number;
}) {
  const { id = 'g1', epoch = 2, classes = full, operations = [], expiresInMs = 60_000 } = options;
  const notice = { grantId: id, agent: 'Li Wei', classes, operationClasses: operations, expiresInMs };
  return { epoch, classes, operationClasses: operations, grants: [notice] };
}

const decoders = {
  telemetry: diag.Telemetry,
  error: diag.ErrorReport,
  firmware: diag.FirmwareReport,
  log: diag.LogReport,
  output: diag.OutputReport,
} as const;
const header = ({ lane, payload }: Received): diag.Header.$Properties => {
  const decoded = lane in decoders ? decoders[lane as keyof typeof decoders].decode(payload).header : undefined;
  if (!decoded) throw new Error(`no header on ${lane}`);
  return decoded;
};
const seqs = (messages: readonly Received[]): number[] => messages.map((message) => Number(header(message).seq));
const data = (): readonly Received[] =>
  gateway.received.filter(({ lane }) => ['telemetry', 'error', 'firmware', 'log', 'output'].includes(lane));
const aliasesOf = (message: Received): number[] => {
  const telemetry = diag.Telemetry.decode(message.payload);
  return [...telemetry.aliases, ...telemetry.texts.map((text) => text.alias ?? 0)];
};
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
    expect(String(gateway.connectPacket?.password)).toBe('secret');
    expect(gateway.will?.topic).toBe('diag/1/dev-1/up/death');
    expect(diag.Death.decode(gateway.will?.payload ?? new Uint8Array()).clean).toBe(false);
    const birth = diag.Birth.decode(gateway.received[0]?.payload ?? new Uint8Array());
    expect(birth.model).toBe('rv-s1');
    expect(birth.metrics.map((metric) => metric.name)).toEqual(model.metrics.map((metric) => metric.name));
    expect(birth.operations).toEqual(['test.lidar', 'adjust.find_me']);
  });

  it('answers a grant within 2 s with every metric of its classes, all active errors and the firmware state', async () => {
    startDevice();
    await gateway.until('birth', () => gateway.of('birth').length === 1);
    const asked = Date.now();
    gateway.announce(grant({ classes: basic }));
    await gateway.until('full state', () => gateway.of('firmware').length > 0 && gateway.of('error').length > 0, 2000);
    expect(Date.now() - asked).toBeLessThan(2000);
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
    await gateway.until('second answer', () => gateway.of('firmware').length === 2, 2000);
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
    startDevice();
    gateway.state = grant({});
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.announce({ epoch: 3 });
    gateway.send('live', diag.LiveLease.encode({ classes: full, ttlMs: 60_000 }).finish());
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = data().length;
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(data().length).toBe(before);
    expect(device?.status.viewers).toEqual([]);
  });

  it('ends a grant by its own clock although the gateway says nothing', async () => {
    startDevice();
    gateway.state = grant({ expiresInMs: 600 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    expect(device?.status.viewers.length).toBe(1);
    await gateway.until('end', () => device?.status.viewers.length === 0, 1500);
    const before = data().length;
    await new Promise((resolve) => setTimeout(resolve, 800));
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
    words: ['amber', 'river'],
    expiresInMs: 60_000,
  });

  it('held for 3 s with one request waiting says yes to that one', async () => {
    const it = startDevice();
    gateway.state = { epoch: 1, pending: [pending('r1')] };
    await gateway.until('request shown', () => it.status.requests.length === 1);
    await it.holdButton(3100);
    await gateway.until('yes', () => gateway.of('consent').length === 1);
    const action = diag.ConsentAction.decode(gateway.of('consent')[0]?.payload ?? new Uint8Array());
    expect(action.confirm).toMatchObject({ requestId: 'r1', readAloud: false });
    expect(it.status.spoken[0]?.text).toContain('amber, river');
  });

  it('says nothing to the gateway when let go early, or with two requests waiting', async () => {
    const it = startDevice();
    gateway.state = { epoch: 1, pending: [pending('r1')] };
    await gateway.until('request shown', () => it.status.requests.length === 1);
    await it.holdButton(1500);
    gateway.announce({ epoch: 1, pending: [pending('r1'), pending('r2')] });
    await gateway.until('both shown', () => it.status.requests.length === 2);
    await it.holdButton(3100);
    expect(gateway.of('consent')).toEqual([]);
  });
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

describe('a live lease', () => {
  it('lets something be heard at least every 5 s, and ends by itself', async () => {
    const it = startDevice();
    gateway.state = grant({ classes: basic.slice(1) });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.send('live', diag.LiveLease.encode({ classes: full, ttlMs: 3500 }).finish());
    await gateway.until('lease', () => it.status.live);
    await gateway.until('sign of life', () => gateway.of('firmware').length + gateway.of('telemetry').length > 2, 5000);
    await gateway.until('lease over', () => !it.status.live, 4500);
    expect(data().length).toBeGreaterThan(2);
  });
});

describe('operations', () => {
  it('runs find_me under a grant that has its class, and reports its output', async () => {
    const it = startDevice({
      model: { ...model, operations: model.operations.map((op) => ({ ...op, durationMs: 1000 })) },
    });
    gateway.state = grant({ operations: [test, adjust] });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.operate({ executionId: 'x1', name: 'adjust.find_me', grantId: 'g1', epoch: 2 });
    await gateway.until('done', () => states().at(-1) === diag.ExecutionState.EXECUTION_STATE_DONE);
    expect(states().slice(0, 2)).toEqual([1, 2]);
    const output = diag.OutputReport.decode(gateway.of('output')[0]?.payload ?? new Uint8Array());
    expect(output).toMatchObject({ executionId: 'x1', fields: [{ name: 'played', text: 'true' }] });
    await gateway.until('its call', () => it.status.spoken.some((line) => line.text === 'Here I am!'), 5000);
  });

  it.each([
    ['an operation it does not know', { name: 'device.restart' }, 'operation_unsupported'],
    ['a class that is not granted', { name: 'adjust.find_me' }, 'operation_not_granted'],
    ['a grant that it was never told of', { grantId: 'other' }, 'grant_not_active'],
    ['an epoch of the future', { epoch: 99 }, 'token_epoch'],
  ])('refuses %s', async (_, change, code) => {
    startDevice();
    gateway.state = grant({ operations: [test] });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.operate({ executionId: 'x1', name: 'test.lidar', grantId: 'g1', epoch: 2, ...change });
    await gateway.until('answer', () => gateway.of('execution').length > 0);
    const update = diag.ExecutionUpdate.decode(gateway.of('execution')[0]?.payload ?? new Uint8Array());
    expect(update).toMatchObject({
      executionId: 'x1',
      state: diag.ExecutionState.EXECUTION_STATE_REFUSED,
      reason: code,
    });
  });

  const states = (): number[] =>
    gateway.of('execution').map(({ payload }) => diag.ExecutionUpdate.decode(payload).state);
});

describe('while the link is down', () => {
  it('goes on recording what is granted, and sends it afterwards as history under the epoch it was recorded in', async () => {
    const it = startDevice({ clock: hurried(20) });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const port = gateway.port;
    await gateway.stop();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(it.status.buffered).toBeGreaterThan(0);
    const problems = gateway.problems;
    gateway = await ScriptedGateway.start(port);
    gateway.state = { ...grant({ epoch: 6, expiresInMs: 3_600_000 }) };
    await gateway.until('settled', () => gateway.of('firmware').length === 1 && it.status.buffered === 0, 6000);
    const kinds = data().map((message) => header(message).kind);
    const history = data().filter((message) => header(message).kind === diag.FrameKind.FRAME_KIND_HISTORICAL);
    expect(history.length).toBeGreaterThan(0);
    expect(history.every((message) => Number(header(message).epoch) === 2)).toBe(true);
    expect(kinds.lastIndexOf(diag.FrameKind.FRAME_KIND_HISTORICAL)).toBeLessThan(
      kinds.indexOf(diag.FrameKind.FRAME_KIND_LIVE),
    );
    expect(seqs(data())).toEqual([...seqs(data())].sort((a, b) => a - b));
    expect(problems).toEqual([]);
  });

  it('sends nothing of it when the grant is gone afterwards', async () => {
    const it = startDevice({ clock: hurried(20) });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const port = gateway.port;
    await gateway.stop();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(it.status.buffered).toBeGreaterThan(0);
    gateway = await ScriptedGateway.start(port);
    gateway.state = { epoch: 6 };
    await gateway.until('birth', () => gateway.of('birth').length === 1, 6000);
    await gateway.until('deleted', () => it.status.buffered === 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(data()).toEqual([]);
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
    await gateway.until('code 1', () => codes(errors()).length > 0, 6000);
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
    await gateway.until('code 1', failed(it), 6000);
    expect(data()).toEqual([]);
    gateway.announce(grant({ expiresInMs: 3_600_000 }));
    await gateway.until('answer', () => gateway.of('firmware').length === 1);
    expect(codes(errors())).toEqual([{ complete: true, code: 1, raised: true }]);
    expect(data().every((message) => header(message).kind === diag.FrameKind.FRAME_KIND_LIVE)).toBe(true);
  });

  it('of that time leaves as backlog under a grant with that scope, with its freeze frame and the boot', async () => {
    const it = start();
    await gateway.until('code 1', failed(it), 6000);
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
