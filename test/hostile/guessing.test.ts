import { describe, expect, it } from 'vitest';
import { anotherWay } from '../../gateway/app/request-consent.ts';
import { openByDigits, ownerAllow, ownerProveByLabel, ownerStop } from '../../gateway/app/owner.ts';
import { signIn } from '../../gateway/app/sign-in.ts';
import { inviteFirstAdministrator } from '../../gateway/app/people.ts';
import { ApiClient } from '../support/api-client.ts';
import { AppKit, must } from '../support/app-kit.ts';
import { startTestGateway } from '../support/gateway-kit.ts';

const guesses = 10_000;
const addressOf = (n: number) => `10.${Math.floor(n / 65_536)}.${Math.floor(n / 256) % 256}.${n % 256}`;

/** How often each outcome came. */
function tally(outcomes: readonly unknown[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name =
      outcome !== null && typeof outcome === 'object' && 'refused' in outcome ? String(outcome.refused) : 'in';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** A person with a password, and how many were compared. */
async function account() {
  const kit = await AppKit.create();
  const passwordHash = await kit.app.vault.hashPassword('right');
  await kit.store.save([{ put: 'person', record: { ...kit.agent, passwordHash } }]);
  const compared = { now: 0, most: 0, all: 0 };
  const app: typeof kit.app = Object.create(kit.app, {
    vault: {
      value: {
        ...kit.app.vault,
        async verifyPassword(hash: string, password: string) {
          compared.all += 1;
          compared.most = Math.max(compared.most, (compared.now += 1));
          await new Promise(setImmediate);
          compared.now -= 1;
          return kit.app.vault.verifyPassword(hash, password);
        },
      },
    },
  });
  const attempt = (address: string, password: string, knownBrowser?: string) =>
    signIn(app, { signInName: 'li.wei', password, address, knownBrowser });
  return { kit, attempt, compared };
}

describe('10,000 guesses of a password from as many addresses', () => {
  it('one after the other: a hundred are judged, the account is locked for strangers, its owner gets in', async () => {
    const { kit, attempt, compared } = await account();
    const { knownBrowser } = must(await attempt('203.0.113.5', 'right'));
    compared.all = 0;
    const outcomes = [];
    for (let n = 0; n < guesses; n += 1) outcomes.push(await attempt(addressOf(n), `guess ${n}`));
    expect(tally(outcomes)).toEqual({ wrong_credentials: 100, too_many_tries: guesses - 100 });
    expect(compared.all).toBe(100);
    expect(await attempt('198.51.100.9', 'right'), 'even who guesses right').toEqual({ refused: 'too_many_tries' });
    expect(must(await attempt('203.0.113.5', 'right')).person.id, 'from where they sit').toBe(kit.agent.id);
    expect(
      must(await attempt('198.51.100.9', 'right', knownBrowser)).person.id,
      'elsewhere, with their own browser',
    ).toBe(kit.agent.id);
  });

  it('all at once: few are judged at a time', async () => {
    const { attempt, compared } = await account();
    must(await attempt('203.0.113.5', 'right'));
    const flood = Promise.all(Array.from({ length: guesses }, (_, n) => attempt(addressOf(n), `guess ${n}`)));
    expect(must(await attempt('203.0.113.5', 'right')).token).toBeTruthy();
    expect(tally(await flood)).toEqual({ wrong_credentials: 16, too_many_tries: guesses - 16 });
    expect(compared.most).toBeLessThanOrEqual(17);
  });

  it('of as many names take no more of the machine', async () => {
    const { kit } = await account();
    let running = 0;
    let most = 0;
    const vault = {
      ...kit.app.vault,
      async hashPassword() {
        most = Math.max(most, (running += 1));
        await new Promise(setImmediate);
        running -= 1;
        return '';
      },
    };
    const app: typeof kit.app = Object.create(kit.app, { vault: { value: vault } });
    const offers = Array.from({ length: guesses }, (_, n) => ({ signInName: `name-${n}`, address: addressOf(n) }));
    await Promise.all(offers.map((offer) => signIn(app, { ...offer, password: 'guess' })));
    expect(most).toBe(16);
  });

  it('with made-up or others’ marks of a known browser are strangers’', async () => {
    const { kit, attempt } = await account();
    const other = { ...kit.agent, id: 'other' as typeof kit.agent.id, signInName: 'other' };
    await kit.store.save([
      { put: 'person', record: { ...other, passwordHash: await kit.app.vault.hashPassword('other') } },
    ]);
    const mine = must(await signIn(kit.app, { signInName: 'other', password: 'other', address: 'there' })).knownBrowser;
    const outcomes = [];
    for (let n = 0; n < 300; n += 1) {
      outcomes.push(await attempt(addressOf(n), 'guess', n % 2 === 0 ? mine : `made-up-${n}.known-browser(guess)`));
    }
    expect(tally(outcomes)).toEqual({ wrong_credentials: 100, too_many_tries: 200 });
  });

  it('from a known place are five a minute, and lock nobody elsewhere', async () => {
    const { attempt } = await account();
    must(await attempt('203.0.113.5', 'right'));
    const outcomes = [];
    for (let n = 0; n < 1_000; n += 1) outcomes.push(await attempt('203.0.113.5', 'guess'));
    expect(tally(outcomes)).toEqual({ wrong_credentials: 5, too_many_tries: 995 });
    expect(must(await attempt('198.51.100.9', 'right')).token).toBeTruthy();
  });
});

describe('10,000 guesses of a code from as many addresses', () => {
  it('spoken digits: an address has one try while many are wrong, and the owner’s own first try works', async () => {
    const kit = await AppKit.create();
    const { digits } = await kit.ask(await kit.openCase());
    const wrong = (n: number) => String((Number(digits) + 1 + n) % 1_000_000).padStart(6, '0');
    const outcomes = [];
    for (let n = 0; n < guesses; n += 1)
      outcomes.push(await openByDigits(kit.app, { digits: wrong(n), address: addressOf(n) }));
    expect(tally(outcomes)).toEqual({ digits_unknown: guesses });
    for (let n = 0; n < 100; n += 1)
      outcomes.push(await openByDigits(kit.app, { digits: wrong(n), address: addressOf(guesses - 1) }));
    expect(tally(outcomes)['too_many_tries'], 'nobody has a second one').toBe(100);
    expect(must(await openByDigits(kit.app, { digits, address: '203.0.113.5' }))).toMatch(/^\/c\//);
  });

  it('a label code: five are judged, through however many links; the case is locked, and no other', async () => {
    const kit = await AppKit.create();
    const supportCase = await kit.openCase();
    const { requestId, token } = await kit.ask(supportCase, 'basic');
    must(await ownerAllow(kit.app, token, 'en'));
    const links = [token];
    for (let n = 0; n < 9; n += 1) {
      links.push(
        must(await anotherWay(kit.app, kit.agent, supportCase.id))
          .url.split('/')
          .at(-1) ?? '',
      );
    }
    const outcomes = await Promise.all(
      Array.from({ length: guesses }, (_, n) => ownerProveByLabel(kit.app, links[n % 10] ?? '', `guess ${n}`)),
    );
    expect(tally(outcomes)).toEqual({ label_wrong: 5, label_locked: guesses - 5 });
    // The owner has the button, and the last word.
    expect(must(await kit.confirm(requestId))).toMatchObject({ state: 'active', proof: 'button' });
    expect(await ownerStop(kit.app, token)).toBeUndefined();
    const other = await kit.ask(await kit.openCase(), 'basic');
    must(await ownerAllow(kit.app, other.token, 'en'));
    expect(await ownerProveByLabel(kit.app, other.token, 'guess')).toEqual({ refused: 'label_wrong' });
  });
});

it('over HTTP, with real passwords: strangers are locked out, the owner is not', { timeout: 60_000 }, async () => {
  const kit = await startTestGateway({ environment: { DIAG_TRUSTED_PROXIES: '1' } });
  const { gateway } = kit;
  try {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const path = (await inviteFirstAdministrator(gateway.app)) ?? '';
    const joined = await fetch(`${gateway.httpUrl}/api/v1/invitation/accept`, {
      method: 'POST',
      headers: {
        ...from('203.0.113.5'),
        'content-type': 'application/json',
        authorization: `Bearer ${path.split('/').at(-1)}`,
      },
      body: JSON.stringify({
        displayName: 'Li Wei',
        signInName: 'li.wei',
        password: 'correct horse battery',
        brand: { name: 'Acme', company: 'Acme Ltd.', country: 'CN' },
      }),
    });
    const known = joined.headers.getSetCookie().find((cookie) => cookie.startsWith('known=')) ?? '';
    expect(known).toMatch(/^known=[^;]+; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/);
    const attempt = async (address: string, password: string, cookie?: string) => {
      const headers = { ...from(address), ...(cookie ? { cookie } : {}) };
      return (
        await new ApiClient(gateway.httpUrl).call('POST', '/session', { signInName: 'li.wei', password }, headers)
      ).status;
    };
    const statuses: number[] = [];
    for (let n = 0; n < 120; n += 4) {
      statuses.push(...(await Promise.all([0, 1, 2, 3].map((k) => attempt(addressOf(n + k), 'wrong wrong')))));
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect(await attempt('198.51.100.9', 'correct horse battery')).toBe(429);
    expect(await attempt('203.0.113.5', 'correct horse battery')).toBe(200);
    expect(await attempt('198.51.100.9', 'correct horse battery', known.split(';')[0])).toBe(200);
  } finally {
    await kit.close();
  }
});
