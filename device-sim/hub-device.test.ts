import { afterEach, beforeEach, expect, it } from 'vitest';
import { diag } from '../proto/generated/codec.js';
import { hubModel } from './test-support/hub-bench.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { aliasesOf, grant, hurried, startBenchDevice } from './test-support/device-bench.ts';
import { ScriptedGateway } from './test-support/scripted-gateway.ts';

let gateway: ScriptedGateway;
let hub: SimulatedDevice | undefined;

beforeEach(async () => {
  gateway = await ScriptedGateway.start();
});
afterEach(async () => {
  await hub?.close({ clean: false });
  hub = undefined;
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
});

it('a hub tells its children over the link, sensors with their own messages, and runs a test when asked', async () => {
  hub = startBenchDevice(gateway, {
    model: hubModel,
    clock: hurried(200),
    credentials: {
      deviceId: 'dev-1',
      serial: 'HB1A00000001',
      model: 'hub-h1',
      secret: 'not-for-the-page',
      gatewayPublicKey: gateway.publicKey,
      labelCode: 'K7QP-2M9X',
      brand: 'Norvane',
    },
  });
  const alias = (name: string): number => hubModel.metrics.find((metric) => metric.name === name)?.alias ?? -1;
  await gateway.until('birth', () => gateway.of('birth').length === 1);
  const operations = [diag.OperationClass.OPERATION_CLASS_TEST];
  gateway.announce(grant({ operations, expiresInMs: 10 * 3_600_000 }));
  const sent = (name: string): number =>
    gateway.of('telemetry').filter((one) => aliasesOf(one).includes(alias(name))).length;
  await gateway.until('everything', () => sent('child.ota.state') === 1 && sent('relay.commanded{p1}') >= 1);
  const before = sent('battery.voltage{s1}');
  const polled = sent('device.load');
  await gateway.until('two messages of s1', () => sent('battery.voltage{s1}') >= before + 2, 15_000);
  // In the meantime what has a period of 120 s was sent more often.
  expect(sent('device.load') - polled).toBeGreaterThanOrEqual(4);
  gateway.operate({ executionId: 'x1', name: 'test.zigbee_radio', grantId: 'g1', epoch: 2 });
  await gateway.until('output', () => gateway.of('output').length === 1);
  const output = diag.OutputReport.decode(gateway.of('output')[0]?.payload ?? new Uint8Array());
  expect(JSON.stringify(output)).toContain('7.4.0');
});
