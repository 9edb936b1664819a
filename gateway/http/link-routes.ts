import { Type } from 'typebox';
import { RotatedSecret, Rotation } from '../../proto/api/devices.ts';
import { Link, LinkPage, NewChild, NewLink, RegisteredChild, RegisteredLink } from '../../proto/api/links.ts';
import type { App } from '../app/app.ts';
import { reachLink, registerChild, registerLink } from '../app/register-link.ts';
import { revokeSecret, rotateSecret } from '../app/rotate-secret.ts';
import { asId, type BrandId, type LinkId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { refuse } from '../domain/refusals.ts';
import { presentDevice, presentLink, presentLinkPage } from './present.ts';
import { asPerson, type Server, ifAllowed } from './route-kit.ts';

const OneLink = Type.Object({ id: Type.String() });
const minuteMs = 60_000;

/** Connections that devices of other makers speak through, and what is beneath them. */
export function linkRoutes(server: Server, app: App): void {
  const reach = ({ brandIds }: PersonRecord, { id }: { id: string }) => reachLink(app, brandIds, asId<LinkId>(id));

  server.get('/links', { schema: { tags: ['links'], response: { 200: Type.Array(Link) } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) =>
      Promise.all((await app.devices.links(person.brandIds)).map((link) => presentLink(app, link))),
    ),
  );
  server.post(
    '/links',
    { schema: { tags: ['links'], body: NewLink, response: { 200: RegisteredLink } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { name } = request.body;
        const brandId = asId<BrandId>(request.body.brandId);
        if (!person.brandIds.includes(brandId)) return refuse('not_found');
        const { link, secret } = await registerLink(app, { brandId, name, registeredBy: person.id });
        return { link: await presentLink(app, link), secret };
      }),
  );
  server.get(
    '/links/:id',
    { schema: { tags: ['links'], params: OneLink, response: { 200: LinkPage } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), (link) => presentLinkPage(app, link, person)),
      ),
  );
  server.post(
    '/links/:id/devices',
    { schema: { tags: ['links'], params: OneLink, body: NewChild, response: { 200: RegisteredChild } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), async (link) =>
          ifAllowed(
            await registerChild(app, link, { ...request.body, registeredBy: person.id }),
            ({ device, labelCode }) => ({ device: presentDevice(app, device, person), labelCode }),
          ),
        ),
      ),
  );
  server.post(
    '/links/:id/secret',
    { schema: { tags: ['links'], params: OneLink, body: Rotation, response: { 200: RotatedSecret } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const graceMs = (request.body.graceMinutes ?? 0) * minuteMs;
        return ifAllowed(await reach(person, request.params), ({ id }) => rotateSecret(app, person, { id, graceMs }));
      }),
  );
  server.delete(
    '/links/:id/secret',
    { schema: { tags: ['links'], params: OneLink, response: { 200: Link } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await reach(person, request.params), async ({ id }) => {
          await revokeSecret(app, person, id);
          return ifAllowed(await reach(person, { id }), (link) => presentLink(app, link));
        }),
      ),
  );
}
