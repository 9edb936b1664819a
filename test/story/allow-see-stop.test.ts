import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../support/api-client.ts';
import { OwnerPhone } from '../support/api-client.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LiveConsole } from '../support/live-console.ts';
import { WireDevice } from '../support/wire-device.ts';

let kit: TestGateway;
let api: ApiClient;
beforeAll(async () => {
  kit = await startTestGateway();
  api = await firstAdministrator(kit);
});
afterAll(() => kit.close());

const wifi = { alias: 2, name: 'wifi.rssi', unit: '{dBm}', idlePeriodMs: 60_000, livePeriodMs: 5_000 };
const battery = { alias: 1, name: 'battery.level', unit: '%', idlePeriodMs: 60_000, livePeriodMs: 10_000 };
const card = { alias: 1, name: 'storage.used', unit: '%', idlePeriodMs: 300_000, livePeriodMs: 30_000 };

it.each([
  { model: 'rv-s1', serial: 'RV1A00000001', own: battery },
  { model: 'cam-c1', serial: 'CC1B00000001', own: card },
])('a $model is seen only between the proof at its button and the owner’s stop', async ({ model, serial, own }) => {
  const brandId = (await api.brands())[0]?.id ?? '';
  const { device: registered, secret } = await registerTestDevice(kit, { brandId, model, serial });
  const device = await WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId: registered.id, secret });
  await device.birth([own, wifi], model);
  await device.telemetry({ 1: 80 });
  expect(device.consent?.classes).toEqual([]);

  const supportCase = await api.openCase(registered.id);
  const asked = await api.ask(supportCase.id);
  await device.until(() => device.consent?.pending.length === 1);
  const requestId = device.consent?.pending[0]?.requestId ?? '';
  await device.confirm(requestId);
  expect((await api.call('POST', `/cases/${supportCase.id}/live-tickets`)).status).toBe(410);

  const phone = new OwnerPhone(kit.gateway.httpUrl, asked.link.url);
  expect((await phone.look()).state).toBe('asked');
  expect((await phone.allow()).state).toBe('allowed');
  await device.confirm(requestId);
  await device.until(() => (device.consent?.classes.length ?? 0) > 0);
  expect((await phone.look()).state).toBe('active');

  const live = await LiveConsole.open(api, supportCase.id);
  expect(live.frames[0]?.snapshot?.classes).toHaveLength(7);
  await device.until(() => device.leases.length > 0);
  await device.telemetry({ 1: 79, 2: -51 });
  await live.until(() => live.values().get(own.name)?.number === 79);
  expect(live.values().get('wifi.rssi')).toMatchObject({ number: -51, quality: 1 });
  await device.errors([{ channel: 'main', code: 1, raised: true }]);
  await live.until(() => live.frames.some((frame) => frame.delta?.errors?.[0]?.code === '1'));

  expect((await phone.stop()).state).toBe('revoked');
  await live.until(() => live.closed !== undefined);
  const last = live.frames.at(-1);
  expect(last?.ended?.reason).toBe('revoked');
  const count = live.frames.length;
  await device.telemetry({ 1: 78 }, { epoch: 2 });
  expect(live.frames).toHaveLength(count);
  expect(device.consent?.classes).toEqual([]);
  expect((await api.call('GET', `/cases/${supportCase.id}/snapshot`)).status).toBe(410);
  await device.end();
});
