import { Type } from 'typebox';
import { PasswordChange, SignedInSession } from '../../proto/api/people.ts';
import type { App } from '../app/app.ts';
import { changePassword, endOtherSessions, endSession, sessionsOf } from '../app/sessions.ts';
import { asPerson, type Server } from './route-kit.ts';

/** Where one is signed in, and one's password. */
export function sessionRoutes(server: Server, app: App): void {
  const tags = ['people'];

  server.get('/sessions', { schema: { tags, response: { 200: Type.Array(SignedInSession) } } }, (request, reply) =>
    asPerson(request, reply, async ({ person, sessionHash }) => {
      const sessions = await sessionsOf(app, person);
      return sessions.map(({ id, beganAt, expiresAt, tokenHash }) => ({
        id,
        beganAt,
        expiresAt,
        current: tokenHash === sessionHash,
      }));
    }),
  );
  server.delete('/sessions', { schema: { tags } }, (request, reply) =>
    asPerson(request, reply, async ({ person, sessionHash }) => {
      await endOtherSessions(app, person, sessionHash);
      return {};
    }),
  );
  server.delete('/sessions/:id', { schema: { tags, params: Type.Object({ id: Type.String() }) } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => (await endSession(app, person, request.params.id)) ?? {}),
  );
  server.post('/session/password', { schema: { tags, body: PasswordChange } }, (request, reply) =>
    asPerson(request, reply, async ({ person, sessionHash }) => {
      const input = { ...request.body, presentSession: sessionHash };
      return (await changePassword(app, person, input)) ?? {};
    }),
  );
}
