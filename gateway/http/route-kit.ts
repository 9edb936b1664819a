import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app/app.ts';
import { hasRole } from '../app/reach.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import { sendRefusal } from './problem.ts';
import { accessOf } from './route-access.ts';
import { type SignedInAs, signedInAs } from './signed-in.ts';

export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Who was let in, by the table of routes and roles. */
const admitted = new WeakMap<FastifyRequest, SignedInAs>();

/**
 * Lets nobody in but those whom the table of routes and roles names, before anything of a request is read.
 * @throws at the start, for a route that is not in the table
 */
export function guardRoutes(server: Server, app: App): void {
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) accessOf(each, url);
  });
  server.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    // There is no such route.
    if (url === undefined) return undefined;
    const access = accessOf(request.method, url);
    if (access === 'anyone' || access === 'holder') return undefined;
    const who = await signedInAs(app, request);
    if (!who) return sendRefusal(request, reply, 'not_signed_in');
    if (!access.some((role) => hasRole(who.person, role))) return sendRefusal(request, reply, 'not_allowed');
    admitted.set(request, who);
    return undefined;
  });
}

/** Runs `job` as the person whom the table of routes and roles has let in. */
export async function asPerson<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  job: (who: SignedInAs) => Promise<T | Refusal>,
) {
  const who = admitted.get(request);
  return who ? answer(request, reply, await job(who)) : sendRefusal(request, reply, 'not_signed_in');
}

/** A result as it is, or the refusal as a problem, with whatever it says besides as extension members. */
export function answer<T>(request: FastifyRequest, reply: FastifyReply, result: T | Refusal) {
  if (!isRefusal(result)) return reply.send(result);
  const { refused, ...more } = result;
  return sendRefusal(request, reply, refused, more);
}

/** Applies `present` unless the result is a refusal. */
export async function ifAllowed<T, U>(
  result: T | Refusal,
  present: (value: T) => U | Refusal | Promise<U | Refusal>,
): Promise<U | Refusal> {
  return isRefusal(result) ? result : present(result);
}
