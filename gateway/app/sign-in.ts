import type { PersonRecord, SessionRecord } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { knownPlace, mintKnownBrowser } from './known-places.ts';

export const sessionLifeMs = 12 * 3_600_000;
/** Of one name from one address, or from one browser that its person has used before. */
const triesPerPlace = 5;
const placeWindowMs = 60_000;
/** Of one name from all strange places together (decision 0045). */
const triesOfStrangers = 100;
const strangersWindowMs = 3_600_000;
/** Passwords that strangers may have compared at once: each takes a core and 19 MiB for a while. */
const strangersAtOnce = 16;

export interface SignedIn {
  readonly person: PersonRecord;
  /** For the cookie; only its hash is kept. */
  readonly token: string;
  /** For the browser to keep beyond the session (known-places.ts). */
  readonly knownBrowser: string;
}

export interface SignInOffer {
  readonly signInName: string;
  readonly password: string;
  /** Where it is tried from. */
  readonly address: string;
  readonly knownBrowser?: string | undefined;
}

/**
 * A try counts before it is judged, so that many at once are counted too. Places that the person has signed in from
 * before have an allowance of their own: whoever guesses from elsewhere, and from however many addresses, locks
 * themselves out and not the person.
 */
export async function signIn(app: App, offer: SignInOffer): Promise<SignedIn | Refusal> {
  const person = await app.people.personBySignInName(offer.signInName);
  const name = `sign-in ${offer.signInName.toLowerCase()}`;
  const place = person && knownPlace(app, person, offer);
  if (place !== undefined) return tryFrom(app, `${name} from ${place}`, () => judge(app, person, offer));
  const judged = await app.attempts.atMost('sign-in of strangers', strangersAtOnce, async () => {
    if (!app.attempts.attempt(name, triesOfStrangers, strangersWindowMs)) return refuse('too_many_tries');
    const outcome = await tryFrom(app, `${name} from ${offer.address}`, () => judge(app, person, offer));
    // Only what was wrong counts for everybody.
    if (!('refused' in outcome && outcome.refused === 'wrong_credentials')) app.attempts.takeBack(name);
    return outcome;
  });
  return judged ?? refuse('too_many_tries');
}

async function tryFrom(app: App, key: string, judge: () => Promise<SignedIn | Refusal>): Promise<SignedIn | Refusal> {
  if (!app.attempts.attempt(key, triesPerPlace, placeWindowMs)) return refuse('too_many_tries');
  const outcome = await judge();
  if (!('refused' in outcome)) app.attempts.forget(key);
  return outcome;
}

async function judge(app: App, person: PersonRecord | undefined, offer: SignInOffer): Promise<SignedIn | Refusal> {
  const right = await verifyOrPretend(app, person?.passwordHash ?? null, offer.password);
  if (!person || !right) return refuse('wrong_credentials');
  return app.inTurn.run('people', async () => {
    // As they are now: they may have been disabled, or have changed their password, while this was judged.
    const now = await app.people.person(person.id);
    if (now?.disabledAt !== null || now.passwordHash !== person.passwordHash) return refuse('wrong_credentials');
    return beginSession(app, now, offer.address);
  });
}

/** An unknown name takes as long as a wrong password. */
async function verifyOrPretend(app: App, hash: string | null, password: string): Promise<boolean> {
  if (hash !== null) return app.vault.verifyPassword(hash, password);
  await app.vault.hashPassword(password);
  return false;
}

export async function beginSession(app: App, person: PersonRecord, address: string): Promise<SignedIn> {
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
  app.sessionEnds.hasEnded(record);
  app.knownPlaces.remember(person.id, address);
  return { person, token, knownBrowser: mintKnownBrowser(app, person) };
}

/** Who this session's token belongs to; undefined: nobody, or it has run out. */
export async function personOfSession(app: App, token: string): Promise<PersonRecord | undefined> {
  const session = await app.people.session(app.vault.keyedHash('session', token));
  if (!session || app.sessionEnds.hasEnded(session)) return undefined;
  const person = await app.people.person(session.personId);
  return person?.disabledAt === null ? person : undefined;
}

export async function signOut(app: App, token: string): Promise<void> {
  const tokenHash = app.vault.keyedHash('session', token);
  // Also when the store cannot say whose it is.
  app.audience.sessionEnded(tokenHash);
  const session = await app.people.session(tokenHash);
  if (!session) return;
  const event = auditEvent(app, `person:${session.personId}`, 'person.signed-out', {});
  await dropSessions(app, [session], [{ append: 'audit', event }]);
}

/** Ends them at once, together with what else is to be written: what they watch goes blank, and no request is theirs. */
export async function dropSessions(
  app: App,
  sessions: readonly SessionRecord[],
  changes: readonly Change[],
): Promise<void> {
  const blind = () => {
    for (const { tokenHash } of sessions) app.audience.sessionEnded(tokenHash);
  };
  blind();
  await app.ledger.save([...changes, ...sessions.map(({ tokenHash }) => ({ drop: 'session', tokenHash }) as const)]);
  // Whoever opened a live socket while a session could still be read began to watch after the first word.
  blind();
}
