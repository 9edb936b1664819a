import type { PersonRecord, SessionRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { dropSessions } from './sign-in.ts';

const triesOfOwnPassword = 5;
const windowMs = 60_000;

/** One's own that have not run out, the newest first. */
export async function sessionsOf(app: App, person: PersonRecord): Promise<readonly SessionRecord[]> {
  const sessions = await app.people.sessionsOfPerson(person.id);
  return sessions.filter(({ expiresAt }) => app.clock.now() < expiresAt);
}

/** Ends one of one's own sessions, which may be the present one. */
export async function endSession(app: App, person: PersonRecord, id: string): Promise<Refusal | undefined> {
  const session = (await app.people.sessionsOfPerson(person.id)).find((each) => each.id === id);
  if (!session) return refuse('not_found');
  await dropSessions(app, [session], [ended(app, person, 1)]);
  return undefined;
}

/** Ends every other session of this person. */
export async function endOtherSessions(app: App, person: PersonRecord, present: string): Promise<void> {
  const others = await othersOf(app, person, present);
  if (others.length > 0) await dropSessions(app, others, [ended(app, person, others.length)]);
}

/** A new password: every other session ends, and no browser is known any more. */
export async function changePassword(
  app: App,
  person: PersonRecord,
  input: { readonly current: string; readonly next: string; readonly presentSession: string },
): Promise<Refusal | undefined> {
  const tries = `password of ${person.id}`;
  if (!app.attempts.attempt(tries, triesOfOwnPassword, windowMs)) return refuse('too_many_tries');
  const { passwordHash } = person;
  if (passwordHash === null || !(await app.vault.verifyPassword(passwordHash, input.current))) {
    return refuse('wrong_credentials');
  }
  app.attempts.forget(tries);
  const nextHash = await app.vault.hashPassword(input.next);
  return app.inTurn.run('people', async () => {
    const now = await app.people.person(person.id);
    if (now?.passwordHash !== passwordHash) return refuse('wrong_credentials');
    const event = auditEvent(app, `person:${person.id}`, 'person.password-changed', {});
    await dropSessions(app, await othersOf(app, now, input.presentSession), [
      { put: 'person', record: { ...now, passwordHash: nextHash } },
      { append: 'audit', event },
    ]);
    app.knownPlaces.forget(person.id);
    return undefined;
  });
}

async function othersOf(app: App, person: PersonRecord, present: string): Promise<readonly SessionRecord[]> {
  const all = await app.people.sessionsOfPerson(person.id);
  return all.filter(({ tokenHash }) => tokenHash !== present);
}

function ended(app: App, person: PersonRecord, count: number): Change {
  const event = auditEvent(app, `person:${person.id}`, 'session.ended', { detail: { count } });
  return { append: 'audit', event };
}
