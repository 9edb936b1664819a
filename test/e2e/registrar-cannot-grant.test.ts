import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { Device, RegisteredDevice, RotatedSecret } from '../../proto/api/devices.ts';
import type { RegisteredChild, RegisteredLink } from '../../proto/api/links.ts';
import type { InvitedPerson } from '../../proto/api/people.ts';
import { registerDevice } from '../../gateway/app/register-device.ts';
import type { DeviceRecord } from '../../gateway/domain/cases/records.ts';
import { asId } from '../../gateway/domain/ids.ts';
import { isRefusal } from '../../gateway/domain/refusals.ts';
import { ApiClient, OwnerPhone } from '../support/api-client.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { WireDevice } from '../support/wire-device.ts';

let kit: TestGateway;
let registrar: ApiClient;
let colleague: ApiClient;
let brandId: string;

beforeAll(async () => {
  kit = await startTestGateway();
  registrar = await firstAdministrator(kit);
  brandId = (await registrar.brands())[0]?.id ?? '';
  const person = { displayName: 'Carl', roles: ['agent'], brandIds: [brandId] };
  const invited = await registrar.ok<InvitedPerson>('POST', '/people', person);
  colleague = new ApiClient(kit.gateway.httpUrl);
  const account = { displayName: 'Carl', signInName: 'carl', password: 'correct horse battery' };
  await colleague.join(invited.invitationPath, account);
}, 60_000);
afterAll(() => kit.close());

const native = async (): Promise<Device> => {
  const body = { brandId, serial: 'RV1A99990001', model: 'rv-s1' };
  return (await registrar.ok<RegisteredDevice>('POST', '/devices', body)).device;
};
const childOfLink = async (): Promise<Device> => {
  const { link } = await registrar.ok<RegisteredLink>('POST', '/links', { brandId, name: 'Home' });
  const body = { key: 'robot', serial: 'VAL-0001', model: 'valetudo' };
  return (await registrar.ok<RegisteredChild>('POST', `/links/${link.id}/devices`, body)).device;
};

it.each([
  ['its secret', native],
  ['its label code', childOfLink],
] as const)(
  'whoever registered a device, and so has seen %s, cannot ask for it; a colleague can',
  async (_what, register) => {
    const device = await register();
    expect(device.seenByYou).toBe(true);
    const own = await registrar.openCase(device.id);
    const asked = await registrar.call<Problem>('POST', `/cases/${own.id}/requests`, { scope: 'basic' });
    expect(asked).toMatchObject({ status: 403, body: { code: 'registered_by_you' } });
    expect((await registrar.ok<Case>('GET', `/cases/${own.id}`)).request).toBeNull();
    const theirs = await colleague.openCase(device.id);
    expect(theirs.device.seenByYou).toBe(false);
    expect((await colleague.ask(theirs.id, { scope: 'basic' })).case.request?.state).toBe('sent');
  },
);

it('whoever is shown a new secret cannot use the link that they sent before, to be counted as little as for a look', async () => {
  const input = { brandId: asId<DeviceRecord['brandId']>(brandId), serial: 'RV1A99990002', model: 'rv-s1' };
  const made = await registerDevice(kit.gateway.app, { ...input, registeredBy: null, region: 'eu-1' });
  if (isRefusal(made)) throw new Error(made.refused);
  const { id } = made.device;
  const { link } = await registrar.ask((await registrar.openCase(id)).id, { scope: 'basic' });
  const page = new OwnerPhone(kit.gateway.httpUrl, link.url);
  expect(await page.call('fleet/allow', { language: 'en' })).toMatchObject({ status: 200, body: { state: 'allowed' } });
  const { secret } = await registrar.ok<RotatedSecret>('POST', `/devices/${id}/secret`, { graceMinutes: 0 });
  const forged = await WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId: id, secret });
  await forged.until(() => forged.consent !== undefined);
  expect(forged.consent?.pending, 'what waited is taken back').toEqual([]);
  for (const way of ['fleet/allow', 'allow'])
    expect((await page.call(way, { language: 'en' })).status, way).toBeGreaterThanOrEqual(400);
  expect(await page.call('fleet/allow', { language: 'en' })).toMatchObject({ body: { code: 'registered_by_you' } });
  expect(kit.gateway.app.fleet.counted(input.brandId)).toBe(0);
  await forged.end();
});
