import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app/app.ts';
import { personOfSession, type SignedIn, sessionLifeMs } from '../app/sign-in.ts';
import type { PersonRecord } from '../domain/people/records.ts';

export interface SignedInAs {
  readonly person: PersonRecord;
  readonly token: string;
  readonly sessionHash: string;
}

/** `__Host-` binds the cookie to this host over HTTPS (RFC 6265bis, 4.1.3.2); loopback HTTP cannot carry that prefix. */
function cookieName(app: App): string {
  return app.publicUrl.startsWith('https:') ? '__Host-session' : 'session';
}

/** Outlasts sessions: it opens nothing, and says that its person has used this browser before (app/known-places.ts). */
function knownName(app: App): string {
  return app.publicUrl.startsWith('https:') ? '__Host-known' : 'known';
}
const knownBrowserLifeMs = 180 * 24 * 3_600_000;

export function knownBrowserOf(app: App, request: FastifyRequest): string | undefined {
  const kept = request.cookies[knownName(app)];
  return kept !== undefined && kept.length <= 200 ? kept : undefined;
}

export async function signedInAs(app: App, request: FastifyRequest): Promise<SignedInAs | undefined> {
  const token = request.cookies[cookieName(app)];
  if (!token || token.length > 100) return undefined;
  const person = await personOfSession(app, token);
  return person && { person, token, sessionHash: app.vault.keyedHash('session', token) };
}

export function setSignInCookies(app: App, reply: FastifyReply, { token, knownBrowser }: SignedIn): void {
  const secure = app.publicUrl.startsWith('https:');
  const set = (name: string, value: string, lifeMs: number) =>
    reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: lifeMs / 1_000 });
  void set(cookieName(app), token, sessionLifeMs);
  void set(knownName(app), knownBrowser, knownBrowserLifeMs);
}

export function clearSessionCookie(app: App, reply: FastifyReply): void {
  const secure = app.publicUrl.startsWith('https:');
  void reply.clearCookie(cookieName(app), { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

/** The token of `Authorization: Bearer` (RFC 6750, 2.1); empty when there is none. */
export function bearerToken(request: FastifyRequest): string {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token !== undefined && token.length <= 200 ? token : '';
}
