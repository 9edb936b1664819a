import { Type } from 'typebox';
import { Finding, Findings, Knowledge, NewFinding } from '../../proto/api/localisation.ts';
import type { App } from '../app/app.ts';
import { findingsOf, takeBack, tell } from '../app/findings.ts';
import type { FindingRecord } from '../domain/cases/records.ts';
import { asId, type CaseId } from '../domain/ids.ts';
import { refuse } from '../domain/refusals.ts';
import { presentKnowledge } from './present-knowledge.ts';
import { asPerson, ifAllowed, type Server } from './route-kit.ts';

const OneCase = Type.Object({ id: Type.String() });
const OneFinding = Type.Object({
  id: Type.String(),
  findingId: Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' }),
});

/** What is told in a case, and the words of a pack's rules. */
export function findingRoutes(server: Server, app: App): void {
  const caseId = (request: { params: { id: string } }) => asId<CaseId>(request.params.id);

  server.get(
    '/cases/:id/findings',
    { schema: { tags: ['localisation'], params: OneCase, response: { 200: Findings } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) =>
        ifAllowed(await findingsOf(app, person, caseId(request)), (found) => found.map(present)),
      ),
  );
  server.put(
    '/cases/:id/findings/:findingId',
    { schema: { tags: ['localisation'], params: OneFinding, body: NewFinding, response: { 200: Finding } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const told = { caseId: caseId(request), id: request.params.findingId, told: request.body };
        return ifAllowed(await tell(app, person, told), present);
      }),
  );
  server.delete(
    '/cases/:id/findings/:findingId',
    { schema: { tags: ['localisation'], params: OneFinding, response: { 200: Findings } } },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const left = await takeBack(app, person, { caseId: caseId(request), id: request.params.findingId });
        return ifAllowed(left, (found) => found.map(present));
      }),
  );
  server.get(
    '/models/:model/knowledge',
    { schema: { tags: ['localisation'], params: Type.Object({ model: Type.String() }), response: { 200: Knowledge } } },
    (request, reply) =>
      asPerson(request, reply, async () => {
        const pack = app.packs.get(request.params.model);
        return pack ? presentKnowledge(pack) : refuse('not_found');
      }),
  );
}

function present({ id, told, toldAt }: FindingRecord): Finding {
  return { id: id.slice(id.indexOf('/') + 1), at: toldAt, told };
}
