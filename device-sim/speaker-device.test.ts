import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diag } from '../proto/generated/codec.js';
import { loadModel } from './models/model.ts';
import type { SimulatedDevice, SimulatedDeviceOptions } from './simulated-device.ts';
import { aliasesOf, grant, hurried, startBenchDevice } from './test-support/device-bench.ts';
import { ScriptedGateway } from './test-support/scripted-gateway.ts';

const model = loadModel(fileURLToPath(new URL('./models/spk-p1.yaml', import.meta.url)));
let gateway: ScriptedGateway;
let device: SimulatedDevice;

function start(options: Partial<SimulatedDeviceOptions> = {}): SimulatedDevice {
  device = startBenchDevice(gateway, {
    model,
    clock: hurried(20),
    credentials: {
      deviceId: 'dev-1',
      serial: 'SP1B00000001',
      model: 'spk-p1',
      secret: 'not-for-the-page',
      gatewayPublicKey: gateway.publicKey,
      labelCode: 'K7QP-2M9X',
      brand: 'Norvane',
    },
    ...options,
  });
  return device;
}
beforeEach(async () => {
  gateway = await ScriptedGateway.start();
});
afterEach(async () => {
  await device.close({ clean: false });
  await gateway.stop();
  expect(gateway.problems).toEqual([]);
});

describe('a speaker on the wire', () => {
  it('answers a grant with every metric that applies, and to its name with its ring and its voice', async () => {
    const it = start();
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    const sent = new Set(gateway.of('telemetry').flatMap(aliasesOf));
    const missing = model.metrics.filter((metric) => metric.dataClass !== 'firmware' && !sent.has(metric.alias));
    // As long as nobody has asked, no answer has taken its time, and nothing plays.
    expect(['voice.latency', 'audio.buffer']).toEqual(expect.arrayContaining(missing.map((metric) => metric.name)));
    await gateway.until('quiet', () => it.status.state === 'listening' && it.status.lamp === 'off');
    it.use('talk');
    expect(it.status.lamp).toBe('blue_when_called');
    await gateway.until('its voice', () => it.status.spoken.some(({ text }) => text === 'Here is what I found.'));
    await gateway.until('silence', () => it.status.state === 'listening');
  });

  it('says that it cannot reach the service when its account is refused, and tells of the code', async () => {
    const it = start({ fault: { id: 'S01' } });
    gateway.state = grant({ expiresInMs: 3_600_000 });
    await gateway.until('data', () => gateway.of('firmware').length === 1);
    for (let time = 0; time < 3; time += 1) {
      it.use('talk');
      await gateway.until('an answer', () => it.status.state === 'listening');
    }
    expect(it.status.spoken.some(({ text }) => text.includes('cannot reach'))).toBe(true);
    const codes = (): number[] =>
      gateway
        .of('error')
        .flatMap(({ payload }) => diag.ErrorReport.decode(payload).errors.map(({ code }) => Number(code)));
    await gateway.until('codes', () => codes().includes(8) && codes().includes(3));
  });
});
