import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app/app.ts';
import { personOfSession, sessionLifeMs } from '../app/sign-in.ts';
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

export async function signedInAs(app: App, request: FastifyRequest): Promise<SignedInAs | undefined> {
  const token = request.cookies[cookieName(app)];
  if (!token || token.length > 100) return undefined;
  const person = await personOfSession(app, token);
  return person && { person, token, sessionHash: app.vault.keyedHash('session', token) };
}

export function setSessionCookie(app: App, reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName(app), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: app.publicUrl.startsWith('https:'),
    maxAge: sessionLifeMs / 1_000,
  });
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
