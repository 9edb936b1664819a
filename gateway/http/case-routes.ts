import { Type } from 'typebox';
import { AskedConsent, Case, CaseQuery, NewCase, NewRequest, OwnerLink } from '../../proto/api/cases.ts';
import type { App } from '../app/app.ts';
import { closeCase, openCase } from '../app/cases.ts';
import { endGrant } from '../app/end-grant.ts';
import { reachCase, reachOwnCase } from '../app/reach.ts';
import { anotherWay, requestConsent, withdrawRequest } from '../app/request-consent.ts';
import type { CaseRecord } from '../domain/cases/records.ts';
import { asId, type CaseId, type DeviceId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import { presentCase } from './present.ts';
import { asPerson, type Server, ifAllowed } from './route-kit.ts';

const OneCase = Type.Object({ id: Type.String() });

export function caseRoutes(server: Server, app: App): void {
  const present = (result: CaseRecord | Refusal, viewer: PersonRecord) =>
    ifAllowed(result, async (record) => (await presentCase(app, record, viewer)) ?? refuse('not_found'));
  const caseId = (request: { params: { id: string } }) => asId<CaseId>(request.params.id);
  const agent = { role: 'agent' } as const;

  server.get(
    '/cases',
    { schema: { tags: ['cases'], querystring: CaseQuery, response: { 200: Type.Array(Case) } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) => {
        const { state } = request.query;
        const open = state === undefined ? {} : { open: state === 'open' };
        const records = await app.cases.cases({ brandIds: person.brandIds, ...open });
        const shown = await Promise.all(records.map((record) => presentCase(app, record, person)));
        return shown.filter((each) => each !== undefined);
      }),
  );
  server.post('/cases', { schema: { tags: ['cases'], body: NewCase, response: { 200: Case } } }, (request, reply) =>
    asPerson(app, request, reply, agent, async ({ person }) => {
      const { reason, ticket } = request.body;
      const deviceId = asId<DeviceId>(request.body.deviceId);
      return present(await openCase(app, person, { deviceId, reason, ticket: ticket ?? null }), person);
    }),
  );
  server.get(
    '/cases/:id',
    { schema: { tags: ['cases'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) =>
        present(await reachCase(app, person, caseId(request)), person),
      ),
  );
  server.post(
    '/cases/:id/close',
    { schema: { tags: ['cases'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) =>
        present(await closeCase(app, person, caseId(request)), person),
      ),
  );
  server.post(
    '/cases/:id/requests',
    { schema: { tags: ['consent'], params: OneCase, body: NewRequest, response: { 200: AskedConsent } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) => {
        const { scope, minutes } = request.body;
        const asked = await requestConsent(app, person, { caseId: caseId(request), scope, minutes });
        if (isRefusal(asked)) return asked;
        const shown = await present(await reachCase(app, person, caseId(request)), person);
        return isRefusal(shown) ? shown : { case: shown, link: asked.way };
      }),
  );
  server.post(
    '/cases/:id/links',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: OwnerLink } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) => anotherWay(app, person, caseId(request))),
  );
  server.post(
    '/cases/:id/requests/withdraw',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) =>
        present(await withdrawRequest(app, person, caseId(request)), person),
      ),
  );
  server.post(
    '/cases/:id/stop',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(app, request, reply, agent, async ({ person }) => {
        const found = await reachOwnCase(app, person, caseId(request));
        if (isRefusal(found)) return found;
        const grant = await app.grants.newestGrant(found.id);
        const actor = `person:${person.id}`;
        if (grant?.state === 'active') await endGrant(app, grant.id, { as: 'completed', reason: 'completed', actor });
        return present(found, person);
      }),
  );
}
