import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import type { SimulatedDevice, SimulatedDeviceOptions } from '../simulated-device.ts';
import { grant, model, startBenchDevice } from '../test-support/device-bench.ts';
import { ScriptedGateway } from '../test-support/scripted-gateway.ts';

const { OPERATION_CLASS_TEST: test, OPERATION_CLASS_ADJUST: adjust } = diag.OperationClass;
let gateway: ScriptedGateway;
let device: SimulatedDevice | undefined;

function startDevice(options: Partial<SimulatedDeviceOptions> = {}): SimulatedDevice {
  device = startBenchDevice(gateway, options);
  return device;
}

beforeEach(async () => {
  gateway = await ScriptedGateway.start();
});
afterEach(async () => {
  await device?.close({ clean: false });
  device = undefined;
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
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
    ['an operation it does not know', { name: 'device.fly' }, 'operation_unsupported'],
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

  it('uses a nonce once, and runs a message that was delivered twice once', async () => {
    const it = startDevice();
    gateway.state = grant({ operations: [test, adjust] });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const same = { name: 'adjust.find_me', grantId: 'g1', epoch: 2, nonce: new Uint8Array(16).fill(7) };
    gateway.operate({ executionId: 'x1', ...same });
    gateway.operate({ executionId: 'x1', ...same });
    gateway.operate({ executionId: 'x2', ...same });
    await gateway.until('refusal', () => states().includes(diag.ExecutionState.EXECUTION_STATE_REFUSED));
    const updates = gateway.of('execution').map(({ payload }) => diag.ExecutionUpdate.decode(payload));
    const accepted: readonly number[] = [diag.ExecutionState.EXECUTION_STATE_ACCEPTED];
    expect(updates.at(-1)).toMatchObject({ executionId: 'x2', reason: 'token_replayed' });
    expect(states().filter((state) => accepted.includes(state))).toHaveLength(1);
    expect(it.status.connected).toBe(true);
  });

  it.each([
    [
      'is cancelled when asked',
      () => gateway.send('cancel', diag.Cancel.encode({ executionId: 'x1' }).finish()),
      'cancelled',
    ],
    ['ends with its grant', () => device?.stopSharing(), 'grant_not_active'],
  ])('a running test %s', async (_, end, reason) => {
    startDevice();
    gateway.state = grant({ operations: [test] });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    gateway.operate({ executionId: 'x1', name: 'test.lidar', grantId: 'g1', epoch: 2 });
    await gateway.until('running', () => states().includes(diag.ExecutionState.EXECUTION_STATE_RUNNING));
    end();
    await gateway.until('end', () => states().at(-1) === diag.ExecutionState.EXECUTION_STATE_CANCELLED);
    const last = gateway.of('execution').at(-1)?.payload ?? new Uint8Array();
    expect(diag.ExecutionUpdate.decode(last).reason).toBe(reason);
    expect(gateway.of('output')).toEqual([]);
  });

  const states = (): number[] =>
    gateway.of('execution').map(({ payload }) => diag.ExecutionUpdate.decode(payload).state);
});
