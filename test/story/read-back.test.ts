import { afterAll, beforeAll, expect, it } from 'vitest';
import type { History } from '../../proto/api/history.ts';
import type { ApiClient } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { WireDevice } from '../support/wire-device.ts';

let kit: TestGateway;
let api: ApiClient;
beforeAll(async () => {
  kit = await startTestGateway();
  api = await firstAdministrator(kit);
});
afterAll(() => kit.close());

const metrics = [
  { alias: 1, name: 'battery.level', unit: '%', idlePeriodMs: 60_000, livePeriodMs: 10_000 },
  { alias: 2, name: 'wifi.rssi', unit: '{dBm}', idlePeriodMs: 60_000, livePeriodMs: 5_000 },
];

it('what a device sent under a grant is read back over the API, of granted classes, until the owner stops', async () => {
  const brandId = (await api.brands())[0]?.id ?? '';
  const registered = await registerTestDevice(kit, { brandId, model: 'rv-s1', serial: 'RV1A00000077' });
  const { device: about, secret } = registered;
  const device = await WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId: about.id, secret });
  await device.birth(metrics);
  const from = Date.now() - 1_000;
  const { caseId, phone } = await consent(kit, { api, registered, device }, { scope: 'basic' });
  for (const level of [80, 60, 70]) await device.telemetry({ 1: level, 2: -51 });
  const read = async (names: string, points = '&points=1') =>
    api.call('GET', `/cases/${caseId}/history?metrics=${names}&from=${from}&to=${from + 600_000}${points}`);

  const { status, body } = await read('battery.level');
  expect(status).toBe(200);
  const { series } = body as History;
  expect(series['battery.level']).toMatchObject([{ min: 60, max: 80, avg: 70, count: 3 }]);
  expect((await read('battery.level', '')).body).toMatchObject({ bucketMs: 1_200 });
  const withheld = { code: 'class_not_granted', detail: 'wifi.rssi' };
  expect(await read('battery.level,wifi.rssi')).toMatchObject({ status: 403, body: withheld });
  expect(await read('battery.level', '&points=2001')).toMatchObject({ status: 400, body: { code: 'malformed' } });
  for (const query of [`from=${from}.5&to=${from + 600_000}`, `from=${from}&to=${from}.5`, `from=0&to=5&points=1.5`])
    expect(await api.call('GET', `/cases/${caseId}/history?metrics=battery.level&${query}`)).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  expect(await read(Array(21).fill('battery.level').join())).toMatchObject({ status: 400 });

  await phone.stop();
  expect(await read('battery.level')).toMatchObject({ status: 410, body: { code: 'grant_not_active' } });
  await device.end();
});
