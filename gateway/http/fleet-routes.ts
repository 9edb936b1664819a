import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowFleet, FleetChoice, FleetEvents } from '../../proto/api/fleet.ts';
import { ProveByLabel } from '../../proto/api/owner.ts';
import { type App, moment } from '../app/app.ts';
import {
  type FleetChoice as Choice,
  fleetAllow,
  fleetChoice,
  fleetDays,
  fleetProveByLabel,
  fleetStop,
} from '../app/fleet-grant.ts';
import { remainingMs } from '../domain/consent/grant-view.ts';
import { labelTries } from '../domain/consent/request-state.ts';
import { fleetClasses } from '../domain/data-class.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import { answer, asPerson, ifAllowed, type Server } from './route-kit.ts';
import { bearerToken } from './signed-in.ts';

/** Being counted: the owner's choice by their link, and what is found of it for those who oversee a brand. */
export function fleetRoutes(server: Server, app: App): void {
  const choice = async (request: FastifyRequest) =>
    ifAllowed(await fleetChoice(app, bearerToken(request)), (found) => presentChoice(app, found));
  const afterwards = async (request: FastifyRequest, reply: FastifyReply, refusal: Refusal | undefined) =>
    answer(request, reply, isRefusal(refusal) ? refusal : await choice(request));
  const schema = { tags: ['owner'], response: { 200: FleetChoice } };

  server.get('/owner/fleet', { schema }, async (request, reply) => answer(request, reply, await choice(request)));
  server.post('/owner/fleet/allow', { schema: { ...schema, body: AllowFleet } }, async (request, reply) =>
    afterwards(request, reply, await fleetAllow(app, bearerToken(request), request.body.language)),
  );
  server.post('/owner/fleet/label', { schema: { ...schema, body: ProveByLabel } }, async (request, reply) =>
    afterwards(request, reply, await fleetProveByLabel(app, bearerToken(request), request.body.labelCode)),
  );
  server.post('/owner/fleet/stop', { schema }, async (request, reply) =>
    afterwards(request, reply, await fleetStop(app, bearerToken(request))),
  );
  server.get('/fleet/events', { schema: { tags: ['fleet'], response: { 200: FleetEvents } } }, (request, reply) =>
    asPerson(request, reply, async ({ person: { brandIds } }) => ({
      events: brandIds.flatMap((brandId) => app.fleet.eventsOf(brandId).map((event) => ({ brandId, ...event }))),
      counted: brandIds.map((brandId) => ({ brandId, devices: app.fleet.counted(brandId) })),
    })),
  );
}

function presentChoice(app: App, { page, state, offer, grant, proofs }: Choice): FleetChoice {
  const { device, supportCase } = page;
  const inForce = grant && app.book.ofView(grant.viewId);
  return {
    state,
    classes: [...fleetClasses],
    days: fleetDays,
    expiresInMs: inForce ? Math.round(remainingMs(inForce, moment(app))) : null,
    proofs: [...proofs],
    proofEndsInMs: offer ? Math.round(app.fleetOffers.leftMs(offer)) : null,
    labelTriesLeft: Math.max(0, labelTries - supportCase.labelFailures),
    counted: {
      model: app.packs.get(device.model)?.name ?? device.model,
      firmware: grant?.firmware ?? null,
      region: device.region,
    },
  };
}
