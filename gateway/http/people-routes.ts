import { Type } from 'typebox';
import {
  AcceptInvitation,
  Brand,
  InvitedPerson,
  Invitation,
  NewBrand,
  NewPerson,
  Person,
  PersonChange,
  Session,
  SignIn,
} from '../../proto/api/people.ts';
import type { App } from '../app/app.ts';
import { acceptInvitation, addBrand, invitePerson, lookAtInvitation } from '../app/people.ts';
import { signIn, type SignedIn, signOut } from '../app/sign-in.ts';
import { changePerson } from '../app/person-change.ts';
import { asId, type BrandId, type PersonId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import { networkOf } from './network-of.ts';
import { presentBrand, presentPerson } from './present.ts';
import { answer, asPerson, type Server, ifAllowed } from './route-kit.ts';
import { bearerToken, clearSessionCookie, knownBrowserOf, setSignInCookies, signedInAs } from './signed-in.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

const OneOf = Type.Object({ id: Type.String() });
const guessing = { rateLimit: { max: 20, timeWindow: 60_000 } };

export function peopleRoutes(server: Server, app: App): void {
  const begin = async (request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn | Refusal) => {
    if (isRefusal(signedIn)) return signedIn;
    // The session that this browser had until now is over, whosever it was (OWASP ASVS 5, 7.2.4).
    const before = await signedInAs(app, request);
    if (before) await signOut(app, before.token);
    setSignInCookies(app, reply, signedIn);
    return { person: await presentPerson(app, signedIn.person) };
  };

  /** With those of their brands that the one who asks works for too. */
  const presentColleague = async (viewer: PersonRecord, other: PersonRecord): Promise<Person> => {
    const shown = await presentPerson(app, other);
    return { ...shown, brands: shown.brands.filter(({ id }) => viewer.brandIds.includes(asId<BrandId>(id))) };
  };

  server.get('/session', { schema: { tags: ['people'], response: { 200: Session } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => ({ person: await presentPerson(app, person) })),
  );
  server.post(
    '/session',
    { schema: { tags: ['people'], body: SignIn, response: { 200: Session } }, config: guessing },
    async (request, reply) => {
      const from = { address: networkOf(request.ip), knownBrowser: knownBrowserOf(app, request) };
      const signedIn = await signIn(app, { ...request.body, ...from });
      return answer(request, reply, await begin(request, reply, signedIn));
    },
  );
  server.delete('/session', { schema: { tags: ['people'] } }, (request, reply) =>
    asPerson(request, reply, async ({ token }) => {
      await signOut(app, token);
      clearSessionCookie(app, reply);
      return {};
    }),
  );

  server.get(
    '/invitation',
    { schema: { tags: ['people'], response: { 200: Invitation } }, config: guessing },
    async (request, reply) => {
      const offer = await lookAtInvitation(app, bearerToken(request));
      return answer(
        request,
        reply,
        await ifAllowed(offer, ({ person, needsBrand }) => ({
          displayName: person?.displayName ?? null,
          roles: [...(person?.roles ?? (['administrator', 'agent'] as const))],
          needsBrand,
        })),
      );
    },
  );
  server.post(
    '/invitation/accept',
    { schema: { tags: ['people'], body: AcceptInvitation, response: { 200: Session } }, config: guessing },
    async (request, reply) => {
      const signedIn = await acceptInvitation(app, bearerToken(request), {
        ...request.body,
        address: networkOf(request.ip),
      });
      return answer(request, reply, await begin(request, reply, signedIn));
    },
  );

  server.get('/people', { schema: { tags: ['people'], response: { 200: Type.Array(Person) } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => {
      const all = await app.people.people();
      const colleagues = all.filter((other) => other.brandIds.some((id) => person.brandIds.includes(id)));
      return Promise.all(colleagues.map((other) => presentColleague(person, other)));
    }),
  );
  server.post(
    '/people',
    { schema: { tags: ['people'], body: NewPerson, response: { 200: InvitedPerson } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { displayName, roles, brandIds } = request.body;
        const invited = await invitePerson(app, person, { displayName, roles, brandIds: brandIds.map(asId<BrandId>) });
        return ifAllowed(invited, async (made) => ({
          person: await presentPerson(app, made.person),
          invitationPath: made.path,
        }));
      }),
  );

  server.patch(
    '/people/:id',
    { schema: { tags: ['people'], params: OneOf, body: PersonChange, response: { 200: Person } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { brandIds, ...rest } = request.body;
        const edit = { ...rest, ...(brandIds ? { brandIds: brandIds.map(asId<BrandId>) } : {}) };
        const changed = await changePerson(app, person, asId<PersonId>(request.params.id), edit);
        return ifAllowed(changed, (record) => presentColleague(person, record));
      }),
  );

  server.get('/brands', { schema: { tags: ['people'], response: { 200: Type.Array(Brand) } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => (await presentPerson(app, person)).brands),
  );
  server.post('/brands', { schema: { tags: ['people'], body: NewBrand, response: { 200: Brand } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => ifAllowed(await addBrand(app, person, request.body), presentBrand)),
  );
}
