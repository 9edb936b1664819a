import { Allow, OpenedByDigits, OwnerRequest, ProveByLabel, SpokenDigits } from '../../proto/api/owner.ts';
import type { App } from '../app/app.ts';
import {
  openByDigits,
  ownerAllow,
  ownerOpened,
  ownerPage,
  ownerProveByLabel,
  ownerRefuse,
  ownerStop,
} from '../app/owner.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from './network-of.ts';
import { presentOwnerPage } from './present.ts';
import { answer, type Server, ifAllowed } from './route-kit.ts';
import { bearerToken } from './signed-in.ts';

/** The owner's side: whoever holds the link. A GET changes nothing, whoever makes it and how often. */
export function ownerRoutes(server: Server, app: App): void {
  const page = async (request: FastifyRequest) =>
    ifAllowed(await ownerPage(app, bearerToken(request)), (found) => presentOwnerPage(app, found));
  const afterwards = async (request: FastifyRequest, reply: FastifyReply, refusal: Refusal | undefined) =>
    answer(request, reply, isRefusal(refusal) ? refusal : await page(request));
  const schema = { tags: ['owner'], response: { 200: OwnerRequest } };

  server.get('/owner/request', { schema }, async (request, reply) => answer(request, reply, await page(request)));
  server.post('/owner/opened', { schema }, async (request, reply) =>
    afterwards(request, reply, await ownerOpened(app, bearerToken(request))),
  );
  server.post('/owner/allow', { schema: { ...schema, body: Allow } }, async (request, reply) =>
    afterwards(request, reply, await ownerAllow(app, bearerToken(request), request.body.language)),
  );
  server.post('/owner/refuse', { schema }, async (request, reply) =>
    afterwards(request, reply, await ownerRefuse(app, bearerToken(request))),
  );
  server.post('/owner/label', { schema: { ...schema, body: ProveByLabel } }, async (request, reply) =>
    afterwards(request, reply, await ownerProveByLabel(app, bearerToken(request), request.body.labelCode)),
  );
  server.post('/owner/stop', { schema }, async (request, reply) =>
    afterwards(request, reply, await ownerStop(app, bearerToken(request))),
  );
  server.post(
    '/owner/codes',
    {
      schema: { tags: ['owner'], body: SpokenDigits, response: { 200: OpenedByDigits } },
      config: { rateLimit: { max: 10, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const opened = await openByDigits(app, { digits: request.body.digits, address: networkOf(request.ip) });
      return answer(request, reply, await ifAllowed(opened, (path) => ({ path })));
    },
  );
}
