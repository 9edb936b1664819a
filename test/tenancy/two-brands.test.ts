import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brand, InvitedPerson, Role } from '../../proto/api/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { consent } from '../support/consented.ts';
import { everythingStored } from '../support/database.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { knock } from '../support/knock.ts';
import { LiveConsole } from '../support/live-console.ts';
import { documentedRoutes } from '../support/routes.ts';
import { WireDevice } from '../support/wire-device.ts';
import { type Call, type Entry, type Ids, routes } from './routes.ts';

let kit: TestGateway;
let device: WireDevice;
/** Of Acme: who has a case with a live grant, their colleague, and an administrator who is no agent. */
let anna: ApiClient;
let colleague: ApiClient;
let keeper: ApiClient;
/** Of Bolt: both roles, and an agent. */
let stranger: ApiClient;
let boltAgent: ApiClient;
const nobody = () => new ApiClient(kit.gateway.httpUrl);
let theirs: Ids;
let none: Ids;
const secrets: string[] = [];
let live: LiveConsole;

beforeAll(async () => {
  kit = await startTestGateway();
  const founder = await firstAdministrator(kit, 'Acme');
  const acme = (await founder.brands())[0]?.id ?? '';
  const bolt = await founder.ok<Brand>('POST', '/brands', { name: 'Bolt', company: 'Bolt GmbH', country: 'DE' });
  const join = async (name: string, brandId: string, roles: Role[]) => {
    const invited = await founder.ok<InvitedPerson>('POST', '/people', {
      displayName: name,
      roles,
      brandIds: [brandId],
    });
    const api = nobody();
    await api.join(invited.invitationPath, { displayName: name, signInName: name, password: 'correct horse battery' });
    return api;
  };
  anna = await join('anna.of.acme', acme, ['agent']);
  colleague = await join('carl.of.acme', acme, ['agent']);
  keeper = await join('kim.of.acme', acme, ['administrator']);
  stranger = await join('bob.of.bolt', bolt.id, ['administrator', 'agent']);
  boltAgent = await join('ben.of.bolt', bolt.id, ['agent']);
  const registered = await registerTestDevice(kit, { brandId: acme, serial: 'ACME00000001' });
  await registerTestDevice(kit, { brandId: acme, serial: 'ACME00000002', homieRoot: 'valetudo/acme' });
  const { mqttUrl } = kit.gateway;
  device = await WireDevice.connect({ url: mqttUrl, deviceId: registered.device.id, secret: registered.secret });
  await device.birth([{ alias: 1, name: 'battery.level', type: 1, livePeriodMs: 10_000, claimedClass: 1 }]);
  const { caseId } = await consent(kit, { api: anna, registered, device });
  live = await LiveConsole.open(anna, caseId);
  const { ticket } = await anna.ticket(caseId);
  theirs = { caseId, deviceId: registered.device.id, brandId: acme, serial: registered.device.serial, ticket };
  none = {
    caseId: 'no-such-case',
    deviceId: 'no-device',
    brandId: 'no-brand',
    serial: 'NONE00000001',
    ticket: 'no-ticket',
  };
  secrets.push(...Object.values(theirs), 'Acme', 'anna.of.acme', 'carl.of.acme', 'kim.of.acme');
}, 60_000);
afterAll(async () => {
  live.close();
  await device.end();
  await kit.close();
}, 30_000);

const methodOf = (route: string) => route.split(' ')[0] ?? '';
const entries = Object.entries(routes);

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
  it.each(entries.filter(([, { namesNoId, needs }]) => !namesNoId && needs !== 'ticket'))(
    '%s',
    async (route, { call, needs }) => {
      await expectNothingChanged(async () => {
        for (const who of needs === 'administrator' ? [stranger] : [stranger, boltAgent]) {
          const [real, random] = [await answer(who, route, call(theirs)), await answer(who, route, call(none))];
          expect(real).toEqual(random);
          expect(real.status).toBe(route === 'GET /api/v1/devices' ? 200 : 404);
        }
      });
    },
  );

  it.each(entries.filter(([route, { namesNoId, needs }]) => namesNoId && needs !== 'link' && route.startsWith('GET')))(
    '%s tells nothing of them',
    async (route, { call }) => {
      const { text, status } = await answer(stranger, route, call(theirs));
      expect(status).toBe(200);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    },
  );

  it('a serial or a topic root of theirs can be registered as any other', async () => {
    const brandId = (await stranger.brands())[0]?.id ?? '';
    const register = (body: object) => stranger.call('POST', '/devices', { brandId, ...body });
    expect((await register({ serial: theirs.serial, model: 'rv-s1' })).status).toBe(200);
    const dialect = { serial: 'BOLT00000002', model: 'valetudo', homieId: 'valetudo/acme' };
    expect((await register(dialect)).status).toBe(200);
  });

  it('a ticket of theirs opens no live socket', async () => {
    const { caseId } = theirs;
    for (const who of [stranger, boltAgent, colleague, nobody()]) {
      const { ticket } = await anna.ticket(caseId);
      const headers = { origin: who.base, ...(who.cookie ? { cookie: who.cookie } : {}) };
      const [real, random] = [await knock(who.base, ticket, headers), await knock(who.base, none.ticket, headers)];
      expect([real, random]).toEqual([401, 401]);
    }
  });
});

describe('without a session', () => {
  const refused: Readonly<Record<Entry['needs'], number | undefined>> = {
    anyone: undefined,
    link: 404,
    session: 401,
    agent: 401,
    administrator: 401,
    ticket: 401,
  };
  it.each(entries.filter(([, { needs }]) => refused[needs] !== undefined))('%s is refused', async (route, entry) => {
    await expectNothingChanged(async () => {
      const { status, text } = await answer(nobody(), route, entry.call(theirs));
      // An invitation that is not there is gone rather than unknown.
      expect(status).toBe(route.includes('invitation') ? 410 : refused[entry.needs]);
      expect(text).toContain('"code":"');
    });
  });
});

describe('without the role', () => {
  it.each(entries.filter(([, { needs }]) => needs === 'agent' || needs === 'administrator'))(
    '%s is refused',
    async (route, { needs, call }) => {
      await expectNothingChanged(async () => {
        const { status, text } = await answer(needs === 'agent' ? keeper : colleague, route, call(theirs));
        expect([status, text]).toEqual([403, expect.stringContaining('"code":"not_allowed"')]);
      });
    },
  );
});

describe('a colleague of the same brand', () => {
  it('may read the case', async () => {
    expect((await colleague.call('GET', `/cases/${theirs.caseId}`)).status).toBe(200);
  });

  it.each(entries.filter(([, { ownCase }]) => ownCase))('%s is for the case’s own agent', async (route, { call }) => {
    await expectNothingChanged(async () => {
      const { status, text } = await answer(colleague, route, call(theirs));
      expect([status, text]).toEqual([403, expect.stringContaining('"code":"not_allowed"')]);
    });
  });
});
