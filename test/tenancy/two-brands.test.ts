import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../proto/api/cases.ts';
import type { RegisteredLink } from '../../proto/api/links.ts';
import type { Brand, InvitedPerson, Role, SignedInSession } from '../../proto/api/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { everythingStored } from '../support/database.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { knock } from '../support/knock.ts';
import { LiveConsole } from '../support/live-console.ts';
import { documentedRoutes } from '../support/routes.ts';
import { WireDevice } from '../support/wire-device.ts';
import { type Call, type Entry, type Ids, roles, routes } from './routes.ts';

let kit: TestGateway;
let device: WireDevice;
/** Of Acme: who has a case with a live grant; and somebody of each role alone, the agent being their colleague. */
let anna: ApiClient;
let acme: Readonly<Record<Role, ApiClient>>;
/** Of Bolt: somebody of each role alone. */
let bolt: Readonly<Record<Role, ApiClient>>;
const nobody = () => new ApiClient(kit.gateway.httpUrl);
let theirs: Ids;
let none: Ids;
const secrets: string[] = [];
let live: LiveConsole;

beforeAll(async () => {
  kit = await startTestGateway();
  const founder = await firstAdministrator(kit, 'Acme');
  const acmeId = (await founder.brands())[0]?.id ?? '';
  const boltBrand = await founder.ok<Brand>('POST', '/brands', { name: 'Bolt', company: 'Bolt GmbH', country: 'DE' });
  const people = new Map<string, string>();
  const join = async (name: string, brandId: string, roles: Role[]) => {
    const invited = await founder.ok<InvitedPerson>('POST', '/people', {
      displayName: name,
      roles,
      brandIds: [brandId],
    });
    const api = nobody();
    people.set(name, invited.person.id);
    await api.join(invited.invitationPath, { displayName: name, signInName: name, password: 'correct horse battery' });
    return api;
  };
  anna = await join('anna.of.acme', acmeId, ['agent']);
  const oneOfEach = async (of: string, brandId: string) =>
    Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await join(`${role}.of.${of}`, brandId, [role])] as const)),
    ) as Record<Role, ApiClient>;
  acme = await oneOfEach('acme', acmeId);
  bolt = await oneOfEach('bolt', boltBrand.id);
  const registered = await registerTestDevice(kit, { brandId: acmeId, serial: 'ACME00000001' });
  const child = await registerTestDevice(kit, { brandId: acmeId, serial: 'ACME00000002', homieRoot: 'valetudo/acme' });
  const { mqttUrl } = kit.gateway;
  device = await WireDevice.connect({ url: mqttUrl, deviceId: registered.device.id, secret: registered.secret });
  await device.birth([{ alias: 1, name: 'battery.level', type: 1, livePeriodMs: 10_000, claimedClass: 1 }]);
  const { caseId } = await consent(kit, { api: anna, registered, device });
  live = await LiveConsole.open(anna, caseId);
  const { ticket } = await anna.ticket(caseId);
  const [session] = await anna.ok<SignedInSession[]>('GET', '/sessions');
  theirs = {
    caseId,
    deviceId: registered.device.id,
    linkId: child.clientId,
    brandId: acmeId,
    serial: registered.device.serial,
    personId: people.get('anna.of.acme') ?? '',
    sessionId: session?.id ?? '',
    ticket,
  };
  none = {
    caseId: 'no-such-case',
    deviceId: 'no-device',
    linkId: 'no-link',
    brandId: 'no-brand',
    serial: 'NONE00000001',
    personId: 'nobody',
    sessionId: 'no-session',
    ticket: 'no-ticket',
  };
  secrets.push(...Object.values(theirs), 'Acme', ...[...people.keys()].filter((name) => name.endsWith('acme')));
}, 60_000);
afterAll(async () => {
  live.close();
  await device.end();
  await kit.close();
});

const methodOf = (route: string) => route.split(' ')[0] ?? '';
const entries = Object.entries(routes);
const rolesOf = ({ needs }: Entry): readonly Role[] => (typeof needs === 'string' ? [] : needs);
const byRole = entries.filter(([, entry]) => rolesOf(entry).length > 0);

/** Status and whole body, as text. */
async function answer(who: ApiClient, route: string, { path, body }: Call): Promise<{ status: number; text: string }> {
  const response = await fetch(who.base + path, {
    method: methodOf(route),
    headers: {
      origin: who.base,
      ...(who.cookie ? { cookie: who.cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

async function expectNothingChanged(attempt: () => Promise<void>): Promise<void> {
  const before = everythingStored(kit);
  await attempt();
  expect(everythingStored(kit)).toEqual(before);
  expect(live.closed).toBeUndefined();
}

it('the table has every route that the API documents, and no other', async () => {
  const documented = (await documentedRoutes(kit.gateway.httpUrl)).map(({ method, path }) => `${method} ${path}`);
  // OpenAPI has no word for a WebSocket; this is the one there is.
  expect([...documented, 'GET /api/v1/live'].toSorted()).toEqual(Object.keys(routes).toSorted());
});

describe('the other brand’s ids answer as if they were nobody’s', () => {
  it.each(byRole.filter(([, entry]) => !entry.namesNoId))('%s', async (route, entry) => {
    await expectNothingChanged(async () => {
      for (const role of rolesOf(entry)) {
        const [real, random] = [
          await answer(bolt[role], route, entry.call(theirs)),
          await answer(bolt[role], route, entry.call(none)),
        ];
        expect(real, role).toEqual(random);
        expect(real.status, role).toBe(route === 'GET /api/v1/devices' ? 200 : 404);
      }
    });
  });

  it.each(entries.filter(([route, { namesNoId, needs }]) => namesNoId && needs !== 'link' && route.startsWith('GET')))(
    '%s tells nothing of them',
    async (route, entry) => {
      for (const role of entry.needs === 'anyone' ? roles : rolesOf(entry)) {
        const { text, status } = await answer(bolt[role], route, entry.call(theirs));
        expect(status).toBe(200);
        expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      }
    },
  );

  it('a serial of theirs, or what a device is called on their link, can be registered as any other', async () => {
    const stranger = bolt.administrator;
    const brandId = (await stranger.brands())[0]?.id ?? '';
    const device = { brandId, serial: theirs.serial, model: 'rv-s1' };
    expect((await stranger.call('POST', '/devices', device)).status).toBe(200);
    const { link } = await stranger.ok<RegisteredLink>('POST', '/links', { brandId, name: 'valetudo/acme' });
    const child = { key: 'acme', serial: 'ACME00000002', model: 'valetudo' };
    expect((await stranger.call('POST', `/links/${link.id}/devices`, child)).status).toBe(200);
  });

  it('a ticket of theirs opens no live socket', async () => {
    const { caseId } = theirs;
    for (const who of [...Object.values(bolt), ...Object.values(acme), nobody()]) {
      const { ticket } = await anna.ticket(caseId);
      const headers = { origin: who.base, ...(who.cookie ? { cookie: who.cookie } : {}) };
      const [real, random] = [await knock(who.base, ticket, headers), await knock(who.base, none.ticket, headers)];
      expect([real, random]).toEqual([401, 401]);
    }
  });
});

describe('without a session', () => {
  const statusFor = ({ needs }: Entry) => (needs === 'anyone' ? undefined : needs === 'link' ? 404 : 401);
  it.each(entries.filter(([, entry]) => statusFor(entry) !== undefined))('%s is refused', async (route, entry) => {
    await expectNothingChanged(async () => {
      const { status, text } = await answer(nobody(), route, entry.call(theirs));
      // An invitation that is not there is gone rather than unknown.
      expect(status).toBe(route.includes('invitation') ? 410 : statusFor(entry));
      expect(text).toContain('"code":"');
    });
  });
});

describe('role by role', () => {
  it.each(byRole)('%s is refused to all others', async (route, entry) => {
    await expectNothingChanged(async () => {
      for (const role of roles.filter((each) => !entry.needs.includes(each))) {
        const { status, text } = await answer(acme[role], route, entry.call(theirs));
        expect([status, text], role).toEqual([403, expect.stringContaining('"code":"not_allowed"')]);
      }
    });
  });

  it.each(byRole.filter(([, entry]) => !entry.namesNoId))('%s is open to those who need it', async (route, entry) => {
    for (const role of rolesOf(entry)) {
      const { status } = await answer(acme[role], route, entry.call(none));
      expect(status, role).toBe(route === 'GET /api/v1/devices' ? 200 : 404);
    }
  });
});

describe('a case of a colleague', () => {
  const ownCase = entries.filter(([, entry]) => entry.ownCase);

  it.each(ownCase)('%s is not for another agent', async (route, { call }) => {
    await expectNothingChanged(async () => {
      const { status, text } = await answer(acme.agent, route, call(theirs));
      expect([status, text]).toEqual([403, expect.stringContaining('"code":"not_allowed"')]);
    });
  });

  it('is not in another agent’s list, and is in the supervisor’s', async () => {
    const idsFor = async (who: ApiClient) => (await who.ok<Case[]>('GET', '/cases')).map(({ id }) => id);
    expect(await idsFor(acme.agent)).toEqual([]);
    expect(await idsFor(anna)).toEqual([theirs.caseId]);
    expect(await idsFor(acme.supervisor)).toEqual([theirs.caseId]);
  });

  it.each(ownCase.filter(([route, { needs }]) => needs.includes('supervisor') && route.startsWith('GET')))(
    '%s is for the supervisor',
    async (route, { call }) => {
      await expectNothingChanged(async () => {
        expect((await answer(acme.supervisor, route, call(theirs))).status).toBe(200);
      });
    },
  );

  it('is closed by the supervisor, which ends what was granted in it', async () => {
    const closed = await acme.supervisor.ok<Case>('POST', `/cases/${theirs.caseId}/close`);
    expect(closed).toMatchObject({ state: 'closed', grant: { state: 'completed' } });
    await expect.poll(() => live.closed).toBeDefined();
  });
});
