import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedConsent, Case } from '../../proto/api/cases.ts';
import type { Problem } from '../../proto/api/common.ts';
import type { OpenedByDigits } from '../../proto/api/owner.ts';
import type { InvitedPerson } from '../../proto/api/people.ts';
import { type Answer, ApiClient, OwnerPhone } from '../support/api-client.ts';
import { registerTestDevice } from '../support/gateway-kit.ts';
import { knock } from '../support/knock.ts';
import { unsafeRoutes } from '../support/routes.ts';
import { expectEndured, Ground, type Party } from './ground.ts';

let ground: Ground;
let target: Party;
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
}, 60_000);
afterAll(() => ground.close());

const counter = 'diag_http_refusals_total';
const base = () => ground.kit.gateway.httpUrl;
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A case of a new device, and the question to its owner. */
async function ask(): Promise<AskedConsent> {
  const registered = await ground.register();
  return ground.api.ask((await ground.api.openCase(registered.device.id)).id);
}
const phoneOf = (asked: AskedConsent) => new OwnerPhone(base(), asked.link.url);
const digitsSaid = (digits: string) => ground.api.call<Problem & OpenedByDigits>('POST', '/owner/codes', { digits });

function expectProblem(answer: Answer<unknown>, status: number, code: string): void {
  expect(answer).toMatchObject({ status, body: { status, code, title: expect.stringMatching(/\S/) as unknown } });
}

describe('a foreign Origin', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost.evil.example'])(
    '%s changes nothing, on no route',
    async (origin) => {
      const routes = await unsafeRoutes(base());
      expect(routes.length).toBeGreaterThan(10);
      await expectEndured(ground, { counter, code: 'foreign_origin', times: routes.length }, async () => {
        for (const { method, path } of routes) {
          const url = path.replace('/api/v1', '').replace('{id}', target.grant.caseId);
          expectProblem(await ground.api.call(method, url, {}, { origin }), 403, 'foreign_origin');
        }
      });
    },
  );

  it('opens no live socket, and uses up no ticket', async () => {
    const { ticket } = await ground.api.ticket(target.grant.caseId);
    const { cookie } = ground.api;
    await expectEndured(ground, { counter, code: 'foreign_origin', times: 2 }, async () => {
      expect(await knock(base(), ticket, { cookie, origin: 'https://evil.example' })).toBe(403);
      expect(await knock(base(), ticket, { cookie })).toBe(403);
    });
    expect(await knock(base(), ticket, { cookie, origin: base() })).toBe(101);
  });
});

describe('a live ticket', () => {
  const enter = (ticket: string, cookie = ground.api.cookie) => knock(base(), ticket, { cookie, origin: base() });
  const minted = async () => (await ground.api.ticket(target.grant.caseId)).ticket;

  it.each<[string, () => Promise<string>]>([
    [
      'that was used',
      async () => {
        const ticket = await minted();
        expect(await enter(ticket)).toBe(101);
        return ticket;
      },
    ],
    [
      'that has run out',
      async () => {
        const ticket = await minted();
        ground.clock.leap(30_001);
        return ticket;
      },
    ],
    ['that never was', async () => '__proto__'],
  ])('%s opens nothing', async (_name, spoilt) => {
    const ticket = await spoilt();
    await expectEndured(ground, { counter, code: 'ticket_unknown' }, async () => {
      expect(await enter(ticket)).toBe(401);
    });
  });

  it('of a session that is over opens nothing', async () => {
    const other = new ApiClient(base());
    await other.ok('POST', '/session', { signInName: 'li.wei', password: 'correct horse battery' });
    const { ticket } = await other.ticket(target.grant.caseId);
    const { cookie } = other;
    await other.ok('DELETE', '/session');
    await expectEndured(ground, { counter, code: 'ticket_unknown' }, async () => {
      expect(await enter(ticket, cookie)).toBe(401);
    });
  });
});

describe('an owner’s link', () => {
  it('that nobody was given opens nothing', async () => {
    const stranger = new OwnerPhone(base(), '/c/__proto__');
    await expectEndured(ground, { counter, code: 'link_unknown', times: 5 }, async () => {
      for (const path of ['opened', 'refuse', 'stop']) expectProblem(await stranger.call(path), 404, 'link_unknown');
      expectProblem(await stranger.call('allow', { language: 'en' }), 404, 'link_unknown');
      expectProblem(await stranger.call('label', { labelCode: 'AAAA-BBBB' }), 404, 'link_unknown');
    });
  });

  it('whose request has run out says so, and can allow nothing', async () => {
    const phone = phoneOf(await ask());
    ground.clock.leap(30 * 60_000);
    await expectEndured(ground, { counter, code: 'request_ended', times: 2 }, async () => {
      expect((await phone.look()).state).toBe('expired');
      expectProblem(await phone.call('allow', { language: 'en' }), 410, 'request_ended');
      expectProblem(await phone.call('refuse'), 410, 'request_ended');
    });
  });

  it('that was answered cannot answer again, and keeps its Stop', async () => {
    const { phone } = (await ground.party()).grant;
    const code = 'request_ended';
    await expectEndured(ground, { counter, code, times: 2 }, async () => {
      expectProblem(await phone.call('allow', { language: 'en' }), 410, code);
      expectProblem(await phone.call('refuse'), 410, code);
    });
    expect((await phone.stop()).state).toBe('revoked');
    await expectEndured(ground, { counter, code }, async () =>
      expectProblem(await phone.call('allow', { language: 'en' }), 410, code),
    );
    expect((await phone.stop()).state, 'a second Stop is no error').toBe('revoked');
  });

  it('is not used by a preview bot, however often it looks', async () => {
    const asked = await ask();
    const phone = phoneOf(asked);
    const invited = await ground.api.ok<InvitedPerson>('POST', '/people', {
      displayName: 'Zhang San',
      roles: ['agent'],
      brandIds: [ground.brandId],
    });
    const before = ground.stored();
    await ground.besideOthers(async () => {
      for (let n = 0; n < 5; n += 1) {
        for (const path of [`/c/${phone.token}`, '/a', invited.invitationPath]) {
          for (const method of ['GET', 'HEAD']) expect((await fetch(base() + path, { method })).status).toBe(200);
        }
        expect((await phone.look()).state).toBe('asked');
        await ground.api.ok('GET', '/invitation', undefined, bearer(invited.invitationPath.split('/').at(-1) ?? ''));
      }
    });
    expect(ground.stored()).toEqual(before);
    const seen = await ground.api.ok<Case>('GET', `/cases/${asked.case.id}`);
    expect(seen.request).toMatchObject({ state: 'sent', openedAt: null });
    expect((await phone.allow()).state).toBe('allowed');
  });
});

describe('names with markup and __proto__', () => {
  const hostile = `<script>alert(1)</script> __proto__ "'&`;

  it('are kept and answered as data', async () => {
    const { api } = ground;
    await ground.besideOthers(async () => {
      const brand = await api.ok('POST', '/brands', { name: hostile, company: hostile, country: 'CN' });
      expect(brand).toMatchObject({ name: hostile, company: hostile });
      const roles = ['agent'];
      await api.ok('POST', '/people', { displayName: hostile, roles, brandIds: [ground.brandId] });
      expect(await api.ok('GET', '/people')).toContainEqual(expect.objectContaining({ displayName: hostile }));
      const { device } = await ground.register();
      const opened = await api.ok<Case>('POST', '/cases', {
        deviceId: device.id,
        reason: hostile,
        ticket: '__proto__',
      });
      expect(await api.ok('GET', `/cases/${opened.id}`)).toMatchObject({ reason: hostile, ticket: '__proto__' });
    });
    const answer = await fetch(`${base()}/api/v1/people`, { headers: { cookie: api.cookie } });
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  const device = { serial: 'RV1A00000009', model: 'rv-s1' };
  const keys = (text: string) => JSON.parse(text) as unknown;
  it.each<[string, string, string, unknown]>([
    ['a serial with markup', 'POST', '/devices', { ...device, serial: '<script>' }],
    ['a model __proto__', 'POST', '/devices', { ...device, model: '__proto__' }],
    ['a topic root with wildcards', 'POST', '/devices', { ...device, homieId: '+/#' }],
    [
      'a key __proto__',
      'POST',
      '/brands',
      keys('{"__proto__":{"polluted":1},"name":"a","company":"b","country":"CN"}'),
    ],
    ['a deep constructor', 'POST', '/brands', keys('{"name":{"constructor":{"prototype":{"polluted":1}}}}')],
    ['a control character', 'POST', '/brands', { name: 'a\u0000b', company: 'b', country: 'CN' }],
    ['a name that runs backwards', 'POST', '/brands', { name: 'a\u202eb', company: 'b', country: 'CN' }],
    ['a name of spaces', 'POST', '/brands', { name: ' \u3000 ', company: 'b', country: 'CN' }],
    ['an unknown key', 'POST', '/brands', { name: 'a', company: 'b', country: 'CN', admin: true }],
    ['a query __proto__', 'GET', '/devices?__proto__=1', undefined],
    ['a query constructor', 'GET', '/cases?constructor=1', undefined],
    ['a body of 70 KiB', 'POST', '/brands', { name: 'x'.repeat(70_000), company: 'b', country: 'CN' }],
    ['no object', 'POST', '/brands', [1, 2, 3]],
  ])('%s is refused', async (_name, method, path, body) => {
    const sent = path === '/devices' ? { brandId: ground.brandId, ...(body as object) } : body;
    await expectEndured(ground, { counter, code: 'malformed' }, async () =>
      expectProblem(await ground.api.call(method, path, sent), 400, 'malformed'),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('as ids are of nothing', async () => {
    const paths = ['/cases/__proto__', '/devices/constructor', '/models/__proto__', '/models/toString', '/__proto__'];
    await expectEndured(ground, { counter, code: 'not_found', times: paths.length }, async () => {
      for (const path of paths) expectProblem(await ground.api.call('GET', path), 404, 'not_found');
    });
  });
});

describe('guessing', () => {
  it('digits that were used, or have run out, open nothing', async () => {
    const asked = await ask();
    const first = asked.link.digits;
    expect((await digitsSaid(first)).body.path).toMatch(/^\/c\//);
    const { digits } = await ground.api.ok<{ digits: string }>('POST', `/cases/${asked.case.id}/links`);
    ground.clock.leap(10 * 60_000);
    await expectEndured(ground, { counter, code: 'digits_unknown', times: 3 }, async () => {
      for (const said of [first, digits, '<script>']) expectProblem(await digitsSaid(said), 404, 'digits_unknown');
    });
  });

  it('digits is slowed down after ten, also for the right ones', async () => {
    const { digits } = (await ask()).link;
    await expectEndured(ground, { counter, code: 'too_many_tries', times: 2 }, async () => {
      let answer = await digitsSaid('000000');
      for (let tries = 0; answer.status === 404 && tries < 11; tries += 1)
        answer = await digitsSaid(`00000${tries % 10}`);
      expectProblem(answer, 429, 'too_many_tries');
      expectProblem(await digitsSaid(digits), 429, 'too_many_tries');
    });
  });

  it('a password is slowed down after five, and says no more of a name that is not there', async () => {
    const say = (signInName: string) => ground.api.call('POST', '/session', { signInName, password: 'guess guess' });
    await expectEndured(ground, { counter, code: 'too_many_tries', times: 2 }, async () => {
      for (let tries = 0; tries < 5; tries += 1) {
        const [real, none] = [await say('li.wei'), await say('nobody')];
        expect(real).toEqual(none);
        expectProblem(real, 401, 'wrong_credentials');
      }
      expectProblem(await say('li.wei'), 429, 'too_many_tries');
      expectProblem(await say('nobody'), 429, 'too_many_tries');
    });
    ground.clock.leap(60_000);
    const other = new ApiClient(base());
    await other.ok('POST', '/session', { signInName: 'li.wei', password: 'correct horse battery' });
  });

  it('a label code locks the case after five, also for the right one', async () => {
    const homie = await registerTestDevice(ground.kit, {
      brandId: ground.brandId,
      serial: 'VT00000001',
      homieRoot: 'valetudo/robot',
    });
    const supportCase = await ground.api.openCase(homie.device.id);
    const phone = phoneOf(await ground.api.ask(supportCase.id, { scope: 'basic' }));
    await phone.allow();
    await expectEndured(ground, { counter, code: 'label_wrong', times: 5, keeps: true }, async () => {
      for (let tries = 0; tries < 5; tries += 1) {
        expectProblem(await phone.call('label', { labelCode: 'AAAA-BBBB' }), 400, 'label_wrong');
      }
    });
    await expectEndured(ground, { counter, code: 'label_locked' }, async () =>
      expectProblem(await phone.call('label', { labelCode: homie.labelCode }), 429, 'label_locked'),
    );
    expect((await phone.look()).state).toBe('allowed');
  });
});

it('the log of all this holds no secret and nothing that was typed or sent', () => {
  const log = ground.kit.log.map(({ text }) => text).join('');
  const { registered, grant } = target;
  const secrets = [
    registered.secret,
    grant.phone.token,
    ground.api.cookie.split('=').at(-1) ?? '',
    'horse',
    'guess guess',
  ];
  expect(log).toContain('"code":"link_unknown"');
  for (const text of [...secrets, '<script>', 'does not clean', '000000']) expect(log).not.toContain(text);
});

describe('invitations and sessions', () => {
  const accept = (path: string) =>
    new ApiClient(base()).call(
      'POST',
      '/invitation/accept',
      { displayName: 'Zhang San', signInName: `zhang.${path.length}`, password: 'correct horse battery' },
      bearer(path.split('/').at(-1) ?? ''),
    );
  const invite = async () => {
    const body = { displayName: 'Zhang San', roles: ['agent'], brandIds: [ground.brandId] };
    return (await ground.api.ok<InvitedPerson>('POST', '/people', body)).invitationPath;
  };

  it('an invitation works once', async () => {
    const path = await invite();
    expect((await accept(path)).status).toBe(200);
    await expectEndured(ground, { counter, code: 'invitation_unknown', times: 2 }, async () => {
      expectProblem(await accept(path), 410, 'invitation_unknown');
      expectProblem(await accept('/join/__proto__'), 410, 'invitation_unknown');
    });
  });

  it('an invitation runs out after three days, a session after twelve hours', async () => {
    const path = await invite();
    ground.clock.leap(3 * 24 * 3_600_000);
    const { api } = ground;
    const { cookie } = api;
    await api.ok('POST', '/session', { signInName: 'li.wei', password: 'correct horse battery' });
    await ground.welcomeBystander();
    await expectEndured(ground, { counter, code: 'invitation_unknown' }, async () =>
      expectProblem(await accept(path), 410, 'invitation_unknown'),
    );
    await expectEndured(ground, { counter, code: 'not_signed_in' }, async () =>
      expectProblem(await api.call('GET', '/cases', undefined, { cookie }), 401, 'not_signed_in'),
    );
  });
});
