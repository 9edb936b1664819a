import type { PersonRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';

export const sessionLifeMs = 12 * 3_600_000;
/** Of one name from one address. */
const triesPerAddress = 5;
/** Of one name from everywhere: high, or a stranger could lock a person out. */
const triesPerName = 100;
const triesWindowMs = 60_000;

export interface SignedIn {
  readonly person: PersonRecord;
  /** For the cookie; only its hash is kept. */
  readonly token: string;
}

/** `address`: where it is tried from. A try counts before it is judged, so that many at once are counted too. */
export async function signIn(
  app: App,
  offer: { readonly signInName: string; readonly password: string; readonly address: string },
): Promise<SignedIn | Refusal> {
  const name = `sign-in ${offer.signInName.toLowerCase()}`;
  const here = `sign-in-here ${offer.address} ${name}`;
  const mayTry =
    app.attempts.attempt(here, triesPerAddress, triesWindowMs) &&
    app.attempts.attempt(name, triesPerName, triesWindowMs);
  if (!mayTry) return refuse('too_many_tries');
  const person = await app.people.personBySignInName(offer.signInName);
  const right = await verifyOrPretend(app, person?.passwordHash ?? null, offer.password);
  if (!person || !right || person.disabledAt !== null) return refuse('wrong_credentials');
  app.attempts.forget(here);
  app.attempts.takeBack(name);
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
    id: app.random.id(),
    beganAt: app.clock.now(),
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
  const person = await app.people.person(session.personId);
  return person?.disabledAt === null ? person : undefined;
}

export async function signOut(app: App, token: string): Promise<void> {
  const tokenHash = app.vault.keyedHash('session', token);
  app.audience.sessionEnded(tokenHash);
  const session = await app.people.session(tokenHash);
  if (!session) return;
  await app.ledger.save([
    { drop: 'session', tokenHash },
    { append: 'audit', event: auditEvent(app, `person:${session.personId}`, 'person.signed-out', {}) },
  ]);
  // Whoever opened a live socket while the session could still be read began to watch after the first word.
  app.audience.sessionEnded(tokenHash);
}
