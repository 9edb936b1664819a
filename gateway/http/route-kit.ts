import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App } from '../app/app.ts';
import { hasRole } from '../app/reach.ts';
import type { Role } from '../domain/people/records.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import { sendRefusal } from './problem.ts';
import { type SignedInAs, signedInAs } from './signed-in.ts';

export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Runs `job` as the person who is signed in; without one, or without the role, it is refused. */
export async function asPerson<T>(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  options: { readonly role?: Role },
  job: (who: SignedInAs) => Promise<T | Refusal>,
) {
  const who = await signedInAs(app, request);
  if (!who) return sendRefusal(request, reply, 'not_signed_in');
  if (options.role && !hasRole(who.person, options.role)) return sendRefusal(request, reply, 'not_allowed');
  return answer(request, reply, await job(who));
}

/** A result as it is, or the refusal as a problem. */
export function answer<T>(request: FastifyRequest, reply: FastifyReply, result: T | Refusal) {
  return isRefusal(result) ? sendRefusal(request, reply, result.refused) : reply.send(result);
}

/** Applies `present` unless the result is a refusal. */
export async function ifAllowed<T, U>(
  result: T | Refusal,
  present: (value: T) => U | Refusal | Promise<U | Refusal>,
): Promise<U | Refusal> {
  return isRefusal(result) ? result : present(result);
}
