import { expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { knownPlace } from './known-places.ts';
import { changePassword, endOtherSessions, endSession, sessionsOf } from './sessions.ts';
import { beginSession, personOfSession, sessionLifeMs, signIn, signOut } from './sign-in.ts';
import { sweepNowAndThen } from './sweep.ts';

async function atHome() {
  const kit = await AppKit.create();
  const person = { ...kit.agent, passwordHash: await kit.app.vault.hashPassword('old password') };
  const colleague = { ...kit.agent, id: 'other' as typeof kit.agent.id, signInName: 'other' };
  await kit.store.save([
    { put: 'person', record: person },
    { put: 'person', record: colleague },
  ]);
  const begin = () => beginSession(kit.app, person, 'desk');
  const hash = (token: string) => kit.app.vault.keyedHash('session', token);
  const isIn = async (token: string) => (await personOfSession(kit.app, token)) !== undefined;
  return { kit, person, colleague, begin, hash, isIn };
}

it('one’s sessions are one’s own, the newest first, without those that have run out', async () => {
  const { kit, person, colleague, begin } = await atHome();
  await begin();
  await kit.clock.pass(sessionLifeMs);
  await begin();
  await begin();
  await beginSession(kit.app, colleague, 'desk');
  const own = await sessionsOf(kit.app, person);
  expect(own).toHaveLength(2);
  expect(own.every(({ personId }) => personId === person.id)).toBe(true);
});

it('one is ended by its name, and only by its own person', async () => {
  const { kit, person, colleague, begin, isIn } = await atHome();
  const [one, two] = [await begin(), await begin()];
  const [newest] = await sessionsOf(kit.app, person);
  expect(await endSession(kit.app, colleague, newest?.id ?? '')).toEqual({ refused: 'not_found' });
  expect(await endSession(kit.app, person, newest?.id ?? '')).toBeUndefined();
  expect([await isIn(one.token), await isIn(two.token)]).toEqual([true, false]);
  expect(kit.store.audit.at(-1)).toMatchObject({ action: 'session.ended', actor: `person:${person.id}` });
});

it('all others are ended at once', async () => {
  const { kit, person, begin, hash, isIn } = await atHome();
  const [one, two, three] = [await begin(), await begin(), await begin()];
  await endOtherSessions(kit.app, person, hash(two.token));
  expect([await isIn(one.token), await isIn(two.token), await isIn(three.token)]).toEqual([false, true, false]);
});

it('a new password ends the other sessions, and makes every browser a stranger', async () => {
  const { kit, person, begin, hash, isIn } = await atHome();
  const [one, two] = [await begin(), await begin()];
  const input = { current: 'old password', next: 'new password', presentSession: hash(two.token) };
  expect(await changePassword(kit.app, person, input)).toBeUndefined();
  expect([await isIn(one.token), await isIn(two.token)]).toEqual([false, true]);
  const now = (await kit.store.person(person.id)) ?? person;
  expect(now.passwordHash).not.toBe(person.passwordHash);
  expect(knownPlace(kit.app, now, { address: 'desk', knownBrowser: one.knownBrowser })).toBeUndefined();
  const offer = { signInName: 'li.wei', address: 'desk' };
  expect(await signIn(kit.app, { ...offer, password: 'old password' })).toEqual({ refused: 'wrong_credentials' });
  expect(must(await signIn(kit.app, { ...offer, password: 'new password' })).person.id).toBe(person.id);
  expect(kit.store.audit.map(({ action }) => action)).toContain('person.password-changed');
});

it('a wrong present password changes nothing, and five of them a minute are too many', async () => {
  const { kit, person, begin, hash, isIn } = await atHome();
  const [one, two] = [await begin(), await begin()];
  const guess = (current: string) =>
    changePassword(kit.app, person, { current, next: 'new password', presentSession: hash(two.token) });
  for (let tries = 0; tries < 5; tries += 1) expect(await guess('wrong')).toEqual({ refused: 'wrong_credentials' });
  expect(await guess('old password')).toEqual({ refused: 'too_many_tries' });
  expect(await isIn(one.token)).toBe(true);
  await kit.clock.pass(60_000);
  expect(await guess('old password')).toBeUndefined();
});

it('two who change it at once: one does', async () => {
  const { kit, person } = await atHome();
  const change = (next: string) =>
    changePassword(kit.app, person, { current: 'old password', next, presentSession: '' });
  expect(await Promise.all([change('first'), change('second')])).toEqual([undefined, { refused: 'wrong_credentials' }]);
});

it('a session token is another one at each sign-in', async () => {
  const { kit, begin } = await atHome();
  const one = await begin();
  await signOut(kit.app, one.token);
  expect((await begin()).token).not.toBe(one.token);
});

it('what has run out is removed now and then, also after the store could not', async () => {
  const { kit, begin } = await atHome();
  const { token } = await begin();
  await kit.ask(await kit.openCase());
  sweepNowAndThen(kit.app);
  await kit.clock.pass(sessionLifeMs - 1);
  expect(await kit.store.session(`session(${token})`)).toBeDefined();
  kit.store.failWrites = 1;
  await kit.clock.pass(sessionLifeMs / 2);
  expect(kit.told.notes).toContain('store_unavailable');
  expect(await kit.store.session(`session(${token})`)).toBeDefined();
  await kit.clock.pass(sessionLifeMs / 2);
  expect(await kit.store.session(`session(${token})`)).toBeUndefined();
});

it('an old password that is being judged while it is changed does not get in', async () => {
  const { kit, person } = await atHome();
  const verifyPassword = async (hash: string, password: string) => {
    const right = await kit.app.vault.verifyPassword(hash, password);
    await changePassword(kit.app, person, { current: 'old password', next: 'new password', presentSession: '' });
    return right;
  };
  const late = { ...kit.app, vault: { ...kit.app.vault, verifyPassword } };
  const offer = { signInName: 'li.wei', password: 'old password', address: 'desk' };
  expect(await signIn(late, offer)).toEqual({ refused: 'wrong_credentials' });
  expect(await kit.store.sessionsOfPerson(person.id)).toEqual([]);
});
