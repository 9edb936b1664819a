import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { RegisteredDevice } from '../../proto/api/devices.ts';
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
afterAll(() => kit.close(), 30_000);

it.each([
  ['its secret', { serial: 'RV1A99990001', model: 'rv-s1' }],
  ['its label code', { serial: 'VAL-0001', model: 'valetudo', homieId: 'valetudo/x' }],
] as const)(
  'whoever registered a device, and so has seen %s, cannot ask for it; a colleague can',
  async (_what, body) => {
    const { device } = await registrar.ok<RegisteredDevice>('POST', '/devices', { brandId, ...body });
    const own = await registrar.openCase(device.id);
    const asked = await registrar.call<Problem>('POST', `/cases/${own.id}/requests`, { scope: 'basic' });
    expect(asked).toMatchObject({ status: 403, body: { code: 'registered_by_you' } });
    expect((await registrar.ok<Case>('GET', `/cases/${own.id}`)).request).toBeNull();
    const theirs = await colleague.openCase(device.id);
    expect((await colleague.ask(theirs.id, { scope: 'basic' })).case.request?.state).toBe('sent');
  },
);
