import { Type } from 'typebox';
import { BrokerAddress, ModelSummary } from '../../proto/api/devices.ts';
import type { App } from '../app/app.ts';
import { asPerson, type Server } from './route-kit.ts';

/** What a form needs to know before it can be filled in; nobody's data. */
export function referenceRoutes(
  server: Server,
  app: App,
  { brokerAddresses }: { readonly brokerAddresses: () => BrokerAddress[] },
): void {
  server.get(
    '/models',
    { schema: { tags: ['devices'], response: { 200: Type.Array(ModelSummary) } } },
    (request, reply) =>
      asPerson(request, reply, async () =>
        [...app.packs.values()].map(({ model, name, vendor }) => ({ model, name, vendor })),
      ),
  );
  server.get(
    '/broker',
    { schema: { tags: ['devices'], response: { 200: Type.Array(BrokerAddress) } } },
    (request, reply) => asPerson(request, reply, async () => brokerAddresses()),
  );
}
