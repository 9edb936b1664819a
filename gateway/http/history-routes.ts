import { Type } from 'typebox';
import { History, HistoryQuery } from '../../proto/api/history.ts';
import type { App } from '../app/app.ts';
import { historyOf } from '../app/history.ts';
import { asId, type CaseId } from '../domain/ids.ts';
import { asPerson, type Server } from './route-kit.ts';

/** What a case's View has kept, for charts. */
export function historyRoutes(server: Server, app: App): void {
  server.get(
    '/cases/:id/history',
    {
      schema: {
        tags: ['live'],
        params: Type.Object({ id: Type.String() }),
        querystring: HistoryQuery,
        response: { 200: History },
      },
    },
    (request, reply) =>
      asPerson(request, reply, async ({ person }) => {
        const { metrics, from, to, points = 500 } = request.query;
        const caseId = asId<CaseId>(request.params.id);
        return historyOf(app, person, { caseId, metrics: [...new Set(metrics.split(','))], from, to, points });
      }),
  );
}
