import type { WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { diag } from '../../proto/generated/codec.js';
import { LiveQuery, LiveTicket } from '../../proto/api/cases.ts';
import type { App } from '../app/app.ts';
import { diagnosisByWords } from '../app/findings.ts';
import { hasRole, reachOwnCase } from '../app/reach.ts';
import { asId, type CaseId, type ViewId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '../domain/refusals.ts';
import { encodeLocalisation } from './encode-localisation.ts';
import type { LiveHub, Viewer } from './hub.ts';
import { oneWriteATurn } from './one-write.ts';
import { watchPulse } from './pulse.ts';
import { type Ticket, ticketLifeMs, type Tickets } from './tickets.ts';

/** What the HTTP side lends to the live side. */
export interface LiveDoor {
  signedIn(
    request: FastifyRequest,
  ): Promise<{ readonly person: PersonRecord; readonly sessionHash: string } | undefined>;
  refuse(request: FastifyRequest, reply: FastifyReply, code: RefusalCode): FastifyReply;
  isOwnOrigin(origin: string | undefined): boolean;
}

/** A ticket that was taken, and until when (wall clock, as for its requests) its session lasts. */
interface Admitted {
  readonly ticket: Ticket;
  readonly sessionExpiresAt: number;
}

const OneCase = Type.Object({ id: Type.String() });

const inJson = { json: true, longs: Number, enums: String } as const;

/** From its last frame to the end of a console's connection. */
const takeEndMs = 500;

/** REST snapshot, tickets, and the WebSocket itself (DESIGN.md "Live session"). */
export function liveRoutes(
  server: FastifyInstance,
  options: { readonly app: App; readonly hub: LiveHub; readonly tickets: Tickets; readonly door: LiveDoor },
): void {
  const { app, hub, tickets, door } = options;

  server.get('/cases/:id/snapshot', { schema: { tags: ['live'], params: OneCase } }, async (request, reply) => {
    const seen = await openView(request);
    if (isRefusal(seen)) return door.refuse(request, reply, seen.refused);
    const frame = hub.snapshot(seen.viewId);
    if (!frame) return door.refuse(request, reply, 'grant_not_active');
    return reply.send(diag.SessionFrame.toObject(diag.SessionFrame.fromObject(frame), inJson));
  });

  server.get('/cases/:id/localisation', { schema: { tags: ['live'], params: OneCase } }, async (request, reply) => {
    const who = await door.signedIn(request);
    if (!who) return door.refuse(request, reply, 'not_signed_in');
    if (!hasRole(who.person, 'agent')) return door.refuse(request, reply, 'not_allowed');
    const { id } = request.params as { id: string };
    const diagnosis = await diagnosisByWords(app, who.person, asId<CaseId>(id));
    if (isRefusal(diagnosis)) return door.refuse(request, reply, diagnosis.refused);
    const localisation = encodeLocalisation(diagnosis, app.clock.now());
    if (!localisation) return door.refuse(request, reply, 'no_rules');
    return reply.send(diag.Localisation.toObject(diag.Localisation.fromObject(localisation), inJson));
  });

  server.post(
    '/cases/:id/live-tickets',
    { schema: { tags: ['live'], params: OneCase, response: { 200: LiveTicket } } },
    async (request, reply) => {
      const seen = await openView(request);
      if (isRefusal(seen)) return door.refuse(request, reply, seen.refused);
      return reply.send({ ticket: tickets.mint(seen), expiresInMs: ticketLifeMs });
    },
  );

  const taken = new WeakMap<FastifyRequest, Admitted>();
  server.get<{ Querystring: LiveQuery }>(
    '/live',
    {
      websocket: true,
      schema: { tags: ['live'], querystring: LiveQuery },
      // Before the upgrade, so that a refusal is an ordinary HTTP answer.
      preHandler: async (request, reply) => {
        if (!door.isOwnOrigin(request.headers.origin)) return door.refuse(request, reply, 'foreign_origin');
        const ticket = tickets.take(request.query.ticket);
        // A ticket is of the session that asked for it, and over with it.
        const who = ticket && (await door.signedIn(request));
        const session = who && (await app.people.session(who.sessionHash));
        if (!ticket || !session || session.tokenHash !== ticket.sessionHash) {
          return door.refuse(request, reply, 'ticket_unknown');
        }
        taken.set(request, { ticket, sessionExpiresAt: session.expiresAt });
        return undefined;
      },
    },
    (socket, request) => {
      const admitted = taken.get(request);
      if (admitted) watch(socket, admitted, request);
      else socket.terminate();
    },
  );

  function watch(socket: WebSocket, admitted: Admitted, request: FastifyRequest<{ Querystring: LiveQuery }>): void {
    const { ticket, sessionExpiresAt } = admitted;
    const gather = oneWriteATurn(request.raw.socket);
    const viewer: Viewer = {
      sessionHash: ticket.sessionHash,
      sessionExpiresAt,
      buffered: () => socket.bufferedAmount,
      send(frame) {
        gather();
        socket.send(frame, { binary: true });
      },
      close(reason) {
        socket.close(1_000, reason);
        // Who does not take its end is cut off, and what still waits for it in any buffer is dropped (revoke bound: 1 s).
        const cancel = app.clock.after(takeEndMs, () => request.raw.socket.resetAndDestroy());
        socket.once('close', cancel);
      },
    };
    socket.on('close', () => hub.leave(ticket.viewId, viewer));
    socket.on('error', () => socket.terminate());
    watchPulse(socket, { clock: app.clock, silent: () => app.note({ code: 'viewer_silent' }) });
    // A console has nothing to say here: commands are POSTs.
    socket.on('message', () => socket.close(1_008, 'say nothing'));
    const { streamId, tick } = request.query;
    const resume = streamId !== undefined && tick !== undefined ? { streamId, tick } : undefined;
    if (hub.join(ticket.viewId, viewer, resume)) void endIfSignedOut(socket, ticket.sessionHash);
    else socket.close(1_008, 'grant_not_active');
  }

  /** Who signed out after the upgrade began and before the join was not among those whom the sign-out ended. */
  async function endIfSignedOut(socket: WebSocket, sessionHash: string): Promise<void> {
    try {
      if (!(await app.people.session(sessionHash))) hub.sessionEnded(sessionHash);
    } catch {
      // Nobody can say whether it lasts: the console asks again with another ticket.
      app.note({ code: 'store_unavailable' });
      socket.close(1_011, 'store_unavailable');
    }
  }

  /** The View that this agent's own case has open now. */
  async function openView(request: FastifyRequest): Promise<Refusal | { viewId: ViewId; sessionHash: string }> {
    const who = await door.signedIn(request);
    if (!who) return refuse('not_signed_in');
    if (!hasRole(who.person, 'agent')) return refuse('not_allowed');
    const { id } = request.params as { id: string };
    const found = await reachOwnCase(app, who.person, asId<CaseId>(id));
    if (isRefusal(found)) return found;
    const grant = await app.grants.newestGrant(found.id);
    const inForce = grant && app.book.ofView(grant.viewId);
    if (!inForce || inForce.viewerId !== who.person.id) return refuse('grant_not_active');
    return { viewId: inForce.viewId, sessionHash: who.sessionHash };
  }
}
