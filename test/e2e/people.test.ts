import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { InvitedPerson, Person, Role, SignedInSession } from '../../proto/api/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LiveConsole } from '../support/live-console.ts';
import { WireDevice } from '../support/wire-device.ts';

let kit: TestGateway;
let founder: ApiClient;
let brandId: string;
const password = 'correct horse battery';
const devices: WireDevice[] = [];

beforeAll(async () => {
  kit = await startTestGateway({ environment: { DIAG_TRUSTED_PROXIES: '1' } });
  founder = await firstAdministrator(kit);
  brandId = (await founder.brands())[0]?.id ?? '';
});
afterAll(async () => {
  for (const device of devices) await device.end();
  await kit.close();
});

let count = 0;
async function join(roles: Role[]): Promise<{ readonly api: ApiClient; readonly id: string; readonly name: string }> {
  const name = `person-${(count += 1)}`;
  const body = { displayName: name, roles, brandIds: [brandId] };
  const invited = await founder.ok<InvitedPerson>('POST', '/people', body);
  const api = new ApiClient(kit.gateway.httpUrl);
  await api.join(invited.invitationPath, { displayName: name, signInName: name, password });
  return { api, id: invited.person.id, name };
}

/** From an address of its own, so that only what is tested is counted. */
async function signIn(name: string, secret = password) {
  const api = new ApiClient(kit.gateway.httpUrl);
  const from = { 'x-forwarded-for': `10.0.1.${(count += 1)}` };
  const { status, body } = await api.call<Problem>('POST', '/session', { signInName: name, password: secret }, from);
  return { api, status, body };
}

/** A live View of this agent, on a page that shows it. */
async function watch(api: ApiClient) {
  const registered = await registerTestDevice(kit, { brandId, serial: `RV1A000002${(count += 1)}` });
  const { mqttUrl } = kit.gateway;
  const device = await WireDevice.connect({ url: mqttUrl, deviceId: registered.device.id, secret: registered.secret });
  devices.push(device);
  await device.birth([{ alias: 1, name: 'battery.level', type: 1, livePeriodMs: 10_000, claimedClass: 1 }]);
  const { caseId } = await consent(kit, { api, registered, device });
  return { caseId, device, live: await LiveConsole.open(api, caseId) };
}

describe('an agent who is disabled', () => {
  it('is out at once: page, session, grant and sign-in', async () => {
    const { api, id, name } = await join(['agent']);
    const { live, device, caseId } = await watch(api);
    const changed = await founder.ok<Person>('PATCH', `/people/${id}`, { disabled: true });
    expect(changed.disabledAt).not.toBeNull();
    await expect.poll(() => live.closed).toMatchObject({ reason: 'signedOut' });
    expect((await api.call<Problem>('GET', '/cases')).body.code).toBe('not_signed_in');
    await device.until(() => device.consent?.classes.length === 0);
    const [right, wrong, unknown] = [
      await signIn(name),
      await signIn(name, 'wrong wrong wrong'),
      await signIn('nobody.at.all', 'wrong wrong wrong'),
    ];
    expect([right.status, right.body]).toEqual([401, wrong.body]);
    expect(unknown.body).toEqual(wrong.body);
    const supervisor = (await join(['supervisor'])).api;
    expect(await supervisor.ok<Case>('POST', `/cases/${caseId}/close`)).toMatchObject({
      state: 'closed',
      grant: { state: 'completed' },
    });
    await founder.ok('PATCH', `/people/${id}`, { disabled: false });
    expect((await api.call('GET', '/cases')).status, 'the old session stays over').toBe(401);
    expect((await signIn(name)).status).toBe(200);
  });

  it('who is no agent any more keeps their session and sees no device', async () => {
    const { api, id } = await join(['agent', 'supervisor']);
    const { live, caseId } = await watch(api);
    await founder.ok('PATCH', `/people/${id}`, { roles: ['supervisor'] });
    await expect.poll(() => live.closed).toMatchObject({ reason: 'completed' });
    expect((await api.call('GET', `/cases/${caseId}`)).status).toBe(200);
    for (const path of [`/cases/${caseId}/live-tickets`, `/cases/${caseId}/requests`]) {
      const { body } = await api.call<Problem>(
        'POST',
        path,
        path.endsWith('requests') ? { scope: 'basic' } : undefined,
      );
      expect(body.code).toBe('not_allowed');
    }
  });
});

describe('one’s own sessions', () => {
  it('are listed, and ended one by one or all others at once, also what they watch', async () => {
    const { api, name } = await join(['agent']);
    const { live } = await watch(api);
    const elsewhere = (await signIn(name)).api;
    const third = (await signIn(name)).api;
    const list = await elsewhere.ok<SignedInSession[]>('GET', '/sessions');
    expect(list.map(({ current }) => current)).toEqual([false, true, false]);
    expect(JSON.stringify(list)).not.toContain('Hash');
    await elsewhere.ok('DELETE', `/sessions/${list[0]?.id}`);
    expect((await third.call('GET', '/session')).status).toBe(401);
    expect((await founder.call('DELETE', `/sessions/${list[1]?.id}`)).status, 'of somebody else').toBe(404);
    await elsewhere.ok('DELETE', '/sessions');
    await expect.poll(() => live.closed).toMatchObject({ reason: 'signedOut' });
    expect((await api.call('GET', '/session')).status).toBe(401);
    expect(await elsewhere.ok<SignedInSession[]>('GET', '/sessions')).toHaveLength(1);
  });

  it('a new password ends the others, and a wrong one changes nothing', async () => {
    const { api, name } = await join(['qa']);
    const elsewhere = (await signIn(name)).api;
    const change = (current: string, next: string) => api.call<Problem>('POST', '/session/password', { current, next });
    expect((await change('wrong wrong wrong', 'another horse battery')).body.code).toBe('wrong_credentials');
    expect((await change(password, 'short')).status).toBe(400);
    expect((await elsewhere.call('GET', '/session')).status).toBe(200);
    expect((await change(password, 'another horse battery')).status).toBe(200);
    expect((await elsewhere.call('GET', '/session')).status).toBe(401);
    expect((await api.call('GET', '/session')).status).toBe(200);
    expect((await signIn(name)).status).toBe(401);
    expect((await signIn(name, 'another horse battery')).status).toBe(200);
  });
});
