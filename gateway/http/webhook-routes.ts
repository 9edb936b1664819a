import { Type } from 'typebox';
import { BrandWebhook, NewBrandWebhook } from '../../proto/api/people.ts';
import type { App } from '../app/app.ts';
import { brandWebhook, setBrandWebhook } from '../app/brand-webhook.ts';
import { asId, type BrandId } from '../domain/ids.ts';
import { asPerson, type Server } from './route-kit.ts';

const OneBrand = Type.Object({ id: Type.String() });

/** Where a brand's links to owners and summaries are sent. */
export function webhookRoutes(server: Server, app: App): void {
  const schema = { tags: ['people'], params: OneBrand, response: { 200: BrandWebhook } };

  server.get('/brands/:id/webhook', { schema }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => brandWebhook(app, person, asId<BrandId>(request.params.id))),
  );
  server.put('/brands/:id/webhook', { schema: { ...schema, body: NewBrandWebhook } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) =>
      setBrandWebhook(app, person, asId<BrandId>(request.params.id), request.body.url),
    ),
  );
}
