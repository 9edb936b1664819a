import { Type } from 'typebox';
import {
  AskedConsent,
  Case,
  CaseQuery,
  CaseSummary,
  NewCase,
  NewRequest,
  OpenAnswer,
  OpenQuery,
  OwnerLink,
  SentAway,
  SummaryQuery,
} from '../../proto/api/cases.ts';
import type { App } from '../app/app.ts';
import { caseSummary } from '../app/case-summary.ts';
import { closeCase, openCase } from '../app/cases.ts';
import { endGrant } from '../app/end-grant.ts';
import { openFromTicket } from '../app/open-from-ticket.ts';
import { hasRole, reachOverseenCase, reachOwnCase } from '../app/reach.ts';
import { anotherWay, requestConsent, withdrawRequest } from '../app/request-consent.ts';
import { sendLinkAway, type SentAway as Sent, sendSummaryAway } from '../app/send-away.ts';
import type { CaseRecord } from '../domain/cases/records.ts';
import { asId, type CaseId, type DeviceId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import { presentCase, presentDevice } from './present.ts';
import { languageOf } from './problem.ts';
import { asPerson, type Server, ifAllowed } from './route-kit.ts';
import type { FastifyRequest } from 'fastify';

const OneCase = Type.Object({ id: Type.String() });

export function caseRoutes(server: Server, app: App): void {
  const present = (result: CaseRecord | Refusal, viewer: PersonRecord) =>
    ifAllowed(result, async (record) => (await presentCase(app, record, viewer)) ?? refuse('not_found'));
  const caseId = (request: { params: { id: string } }) => asId<CaseId>(request.params.id);

  server.get(
    '/cases',
    { schema: { tags: ['cases'], querystring: CaseQuery, response: { 200: Type.Array(Case) } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { state } = request.query;
        const open = state === undefined ? {} : { open: state === 'open' };
        const whose = hasRole(person, 'supervisor') ? {} : { agentId: person.id };
        const records = await app.cases.cases({ brandIds: person.brandIds, ...whose, ...open });
        const shown = await Promise.all(records.map((record) => presentCase(app, record, person)));
        return shown.filter((each) => each !== undefined);
      }),
  );
  server.post('/cases', { schema: { tags: ['cases'], body: NewCase, response: { 200: Case } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) => {
      const { reason, ticket } = request.body;
      const deviceId = asId<DeviceId>(request.body.deviceId);
      return present(await openCase(app, person, { deviceId, reason, ticket: ticket ?? null }), person);
    }),
  );
  server.get(
    '/cases/:id',
    { schema: { tags: ['cases'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        present(await reachOverseenCase(app, person, caseId(request)), person),
      ),
  );
  server.post(
    '/cases/:id/close',
    { schema: { tags: ['cases'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => present(await closeCase(app, person, caseId(request)), person)),
  );
  server.post(
    '/cases/:id/requests',
    { schema: { tags: ['consent'], params: OneCase, body: NewRequest, response: { 200: AskedConsent } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { scope, minutes } = request.body;
        const asked = await requestConsent(app, person, { caseId: caseId(request), scope, minutes });
        if (isRefusal(asked)) return asked;
        const shown = await present(await reachOverseenCase(app, person, caseId(request)), person);
        return isRefusal(shown) ? shown : { case: shown, link: asked.way };
      }),
  );
  server.post(
    '/cases/:id/links',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: OwnerLink } } },
    (request, reply) => asPerson(request, reply, async ({ person }) => anotherWay(app, person, caseId(request))),
  );
  server.post(
    '/cases/:id/requests/withdraw',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        present(await withdrawRequest(app, person, caseId(request)), person),
      ),
  );
  server.post(
    '/cases/:id/stop',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: Case } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const found = await reachOwnCase(app, person, caseId(request));
        if (isRefusal(found)) return found;
        const grant = await app.grants.newestGrant(found.id);
        const actor = `person:${person.id}`;
        if (grant?.state === 'active') await endGrant(app, grant.id, { as: 'completed', reason: 'completed', actor });
        return present(found, person);
      }),
  );

  const sentAway = (sent: Sent) => (isRefusal(sent) ? sent : { how: sent });
  server.post(
    '/cases/:id/request/send',
    { schema: { tags: ['consent'], params: OneCase, response: { 200: SentAway } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => sentAway(await sendLinkAway(app, person, caseId(request)))),
  );
  const aboutSummary = { tags: ['cases'], params: OneCase, querystring: SummaryQuery };
  const summaryInput = (request: FastifyRequest<{ Params: { id: string }; Querystring: SummaryQuery }>) => ({
    caseId: caseId(request),
    language: request.query.language ?? languageOf(request),
  });
  server.get('/cases/:id/summary', { schema: { ...aboutSummary, response: { 200: CaseSummary } } }, (request, reply) =>
    asPerson(request, reply, async ({ person }) =>
      ifAllowed(await caseSummary(app, person, summaryInput(request)), (text) => ({ text })),
    ),
  );
  server.post(
    '/cases/:id/summary/send',
    { schema: { ...aboutSummary, response: { 200: SentAway } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        sentAway(await sendSummaryAway(app, person, summaryInput(request))),
      ),
  );

  server.get(
    '/open',
    { schema: { tags: ['cases'], querystring: OpenQuery, response: { 200: OpenAnswer } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await openFromTicket(app, person, request.query), ({ brandId, device, caseId }) => ({
          brandId,
          device: device ? presentDevice(app, device, person) : null,
          caseId: caseId ?? null,
        })),
      ),
  );
}
