import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { Device, RegisteredDevice } from '../../proto/api/devices.ts';
import type { RegisteredChild, RegisteredLink } from '../../proto/api/links.ts';
import type { InvitedPerson } from '../../proto/api/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';

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
