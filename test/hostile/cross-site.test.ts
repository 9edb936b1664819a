import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../proto/api/common.ts';
import type { InvitedPerson, Session } from '../../proto/api/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { knock } from '../support/knock.ts';
import { documentedRoutes, unsafeRoutes } from '../support/routes.ts';
import { Ground, type Party } from './ground.ts';

let ground: Ground;
let target: Party;
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
}, 60_000);
afterAll(() => ground.close());

const base = () => ground.kit.gateway.httpUrl;
const account = { signInName: 'li.wei', password: 'correct horse battery' };

/** What a page of another site can make a browser send without asking this one first (Fetch, 4.8). */
const bodies: readonly (readonly [string, string])[] = [
  ['application/x-www-form-urlencoded', 'name=Evil&company=Evil&country=CN'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nEvil\r\n--x--\r\n'],
  ['text/plain', '{"name":"Evil","company":"Evil","country":"CN"}'],
  ['application/json', '{"name":"Evil","company":"Evil","country":"CN"}'],
];

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send({ method, path, headers, body }: Sent) {
  const response = await fetch(base() + path.replaceAll(/\{\w+\}/g, target.grant.caseId), {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const { code } = (text.startsWith('{') ? JSON.parse(text) : {}) as Partial<Problem>;
  return { status: response.status, code, cookies: response.headers.getSetCookie() };
}

describe('a request of another site, with the cookie of who is signed in', () => {
  const from: readonly (readonly [string, () => Record<string, string>])[] = [
    ['a foreign Origin', () => ({ origin: 'https://evil.example' })],
    ['the Origin of a sandboxed frame', () => ({ origin: 'null' })],
    ['no Origin', () => ({})],
    ['no Origin, said to be cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['its own Origin, but said to be cross-site', () => ({ origin: base(), 'sec-fetch-site': 'cross-site' })],
    ['its own Origin, but said to be of a sister site', () => ({ origin: base(), 'sec-fetch-site': 'same-site' })],
    ['an Origin that begins as its own', () => ({ origin: `${base()}.evil.example` })],
    ['another port', () => ({ origin: 'http://127.0.0.1:1' })],
  ];
  it.each(from)('%s changes nothing, on no route, whatever the body', async (_name, headers) => {
    const routes = await unsafeRoutes(base());
    expect(routes.length).toBeGreaterThan(10);
    const before = ground.stored();
    const cookie = { cookie: ground.api.cookie };
    // Each kind of body in turn, and none: all of them for every kind of origin.
    await Promise.all(
      routes.map(async (route, n) => {
        const [type, body] = bodies[n % (bodies.length + 1)] ?? [];
        const sent = type === undefined ? headers() : { ...headers(), 'content-type': type };
        const answer = await send({
          ...route,
          headers: { ...sent, ...cookie },
          ...(body === undefined ? {} : { body }),
        });
        expect(answer, `${route.method} ${route.path}`).toMatchObject({ status: 403, code: 'foreign_origin' });
      }),
    );
    expect(ground.stored()).toEqual(before);
  });

  it('the control: the same from the console itself is done, and a form is no JSON even there', async () => {
    const headers = { origin: base(), 'sec-fetch-site': 'same-origin', cookie: ground.api.cookie };
    const [form, multipart, plain, json] = await Promise.all(
      bodies.map(([type, body]) =>
        send({ method: 'POST', path: '/api/v1/brands', headers: { ...headers, 'content-type': type }, body }),
      ),
    );
    expect(json).toMatchObject({ status: 200 });
    for (const refused of [form, multipart, plain]) expect(refused).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('cannot pass for another method', async () => {
    const headers = { cookie: ground.api.cookie, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    await send({ method: 'GET', path: '/api/v1/session?_method=DELETE', headers });
    expect((await ground.api.call('GET', '/session')).status).toBe(200);
  });
});

describe('a sign-in', () => {
  const signIn = (headers: Record<string, string>, body = JSON.stringify(account)) =>
    send({ method: 'POST', path: '/api/v1/session', headers, body });

  it('cannot be made by another site’s form', async () => {
    const encoded = new URLSearchParams(account).toString();
    for (const [type, body] of [
      ...bodies.map(([type]) => [type, JSON.stringify(account)] as const),
      [bodies[0]?.[0] ?? '', encoded] as const,
    ]) {
      const foreign = await signIn({ origin: 'https://evil.example', 'content-type': type }, body);
      expect(foreign).toMatchObject({ status: 403, cookies: [] });
      if (type === 'application/json') continue;
      expect(await signIn({ 'content-type': type }, body)).toMatchObject({ status: 400, cookies: [] });
    }
  });

  it('adopts no session that somebody else chose, and ends the one that the browser had', async () => {
    const json = { origin: base(), 'content-type': 'application/json' };
    const chosen = 'session=A'.padEnd(51, 'A');
    const first = await signIn({ ...json, cookie: chosen });
    const mine = first.cookies[0]?.split(';')[0] ?? '';
    expect(first.status).toBe(200);
    expect(mine).toMatch(/^session=[\w-]{43}$/);
    expect(mine).not.toBe(chosen);
    expect((await send({ method: 'GET', path: '/api/v1/session', headers: { cookie: chosen } })).status).toBe(401);
    // An attacker's own session in the victim's browser: it does not become the victim's.
    const second = await signIn({ ...json, cookie: mine });
    const next = second.cookies[0]?.split(';')[0] ?? '';
    expect(next).not.toBe(mine);
    expect((await send({ method: 'GET', path: '/api/v1/session', headers: { cookie: mine } })).status).toBe(401);
    // Nor two at once, whichever is looked at.
    const both = await send({ method: 'GET', path: '/api/v1/session', headers: { cookie: `${mine}; ${next}` } });
    expect([200, 401]).toContain(both.status);
    expect((await send({ method: 'GET', path: '/api/v1/session', headers: { cookie: next } })).status).toBe(200);
  });

  it('by an invitation adopts none either', async () => {
    const { invitationPath } = await ground.api.ok<InvitedPerson>('POST', '/people', {
      displayName: 'Zhang San',
      roles: ['agent'],
      brandIds: [ground.brandId],
    });
    const guest = new ApiClient(base());
    guest.cookie = 'session=A'.padEnd(51, 'A');
    const { cookie } = guest;
    await guest.join(invitationPath, {
      displayName: 'Zhang San',
      signInName: 'zhang.san',
      password: 'long enough it is',
    });
    expect(guest.cookie).not.toBe(cookie);
    expect((await guest.ok<Session>('GET', '/session')).person.signInName).toBe('zhang.san');
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { cookies } = await signIn({ origin: base(), 'content-type': 'application/json' });
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('after signing out', () => {
  it('the cookie opens nothing any more, on no route that needs one, nor does its live ticket', async () => {
    const gone = new ApiClient(base());
    await gone.ok('POST', '/session', account);
    const { cookie } = gone;
    const { ticket } = await gone.ticket(target.grant.caseId);
    const routes = (await documentedRoutes(base())).filter(({ path }) => path.startsWith('/api/v1/'));
    const asked = async () => {
      const statuses: [string, number][] = [];
      for (const { method, path } of routes) {
        if (method !== 'GET') continue;
        const { status } = await send({ method, path, headers: { cookie } });
        statuses.push([path, status]);
      }
      return statuses;
    };
    const before = await asked();
    await gone.ok('DELETE', '/session');
    const after = new Map(await asked());
    const opened = before.filter(([, status]) => status === 200).map(([path]) => path);
    expect(opened.length, 'the control: it opened these before').toBeGreaterThan(5);
    for (const path of opened) expect([path, after.get(path)]).toEqual([path, 401]);
    expect(await knock(base(), ticket, { cookie, origin: base() })).toBe(401);
    const stored = ground.stored();
    for (const { method, path } of routes) {
      if (method === 'GET' || /\/(owner|invitation)\/|\/session$/.test(path)) continue;
      const headers = { cookie, origin: base(), 'content-type': 'application/json' };
      // Who is nobody is told so, or that it is malformed: nothing was looked up for it.
      const { status } = await send({ method, path, headers, body: '{}' });
      expect([400, 401], `${method} ${path}`).toContain(status);
    }
    expect(ground.stored()).toEqual(stored);
  });
});
