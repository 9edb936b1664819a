import type { PersonRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';

export const sessionLifeMs = 12 * 3_600_000;
const triesPerName = 5;
const triesWindowMs = 60_000;

export interface SignedIn {
  readonly person: PersonRecord;
  /** For the cookie; only its hash is kept. */
  readonly token: string;
}

export async function signIn(app: App, signInName: string, password: string): Promise<SignedIn | Refusal> {
  const key = `sign-in ${signInName.toLowerCase()}`;
  if (app.attempts.isLocked(key, triesPerName, triesWindowMs)) return refuse('too_many_tries');
  const person = await app.people.personBySignInName(signInName);
  const right = await verifyOrPretend(app, person?.passwordHash ?? null, password);
  if (!person || !right) {
    app.attempts.failed(key, triesWindowMs);
    return refuse('wrong_credentials');
  }
  app.attempts.succeeded(key);
  return beginSession(app, person);
}

/** An unknown name takes as long as a wrong password. */
async function verifyOrPretend(app: App, hash: string | null, password: string): Promise<boolean> {
  if (hash !== null) return app.vault.verifyPassword(hash, password);
  await app.vault.hashPassword(password);
  return false;
}

export async function beginSession(app: App, person: PersonRecord): Promise<SignedIn> {
  const token = app.random.token();
  const record = {
    tokenHash: app.vault.keyedHash('session', token),
    personId: person.id,
    expiresAt: app.clock.now() + sessionLifeMs,
  };
  await app.ledger.save([
    { put: 'session', record },
    { append: 'audit', event: auditEvent(app, `person:${person.id}`, 'person.signed-in', {}) },
  ]);
  return { person, token };
}

/** Who this session's token belongs to; undefined: nobody, or it has run out. */
export async function personOfSession(app: App, token: string): Promise<PersonRecord | undefined> {
  const session = await app.people.session(app.vault.keyedHash('session', token));
  if (!session || app.clock.now() >= session.expiresAt) return undefined;
  return app.people.person(session.personId);
}

export async function signOut(app: App, token: string): Promise<void> {
  const tokenHash = app.vault.keyedHash('session', token);
  app.audience.sessionEnded(tokenHash);
  await app.ledger.save([{ drop: 'session', tokenHash }]);
  // Whoever opened a live socket while the session could still be read began to watch after the first word.
  app.audience.sessionEnded(tokenHash);
}
