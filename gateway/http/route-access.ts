import type { Role } from '../domain/people/records.ts';

/** `anyone`: needs nothing. `holder`: of a link or a ticket, which the route itself asks for. Else: one of these roles. */
export type Access = 'anyone' | 'holder' | readonly Role[];

const everyRole = ['agent', 'supervisor', 'qa', 'administrator'] as const;
const administrator = ['administrator'] as const;
const agent = ['agent'] as const;
const overseers = ['agent', 'supervisor'] as const;
const butQa = ['agent', 'supervisor', 'administrator'] as const;

/**
 * Who may use which route beneath /api/v1: the one place that says so. A route that is not here stops the start. Whose
 * cases, devices and brands they reach with it is asked in app/reach.ts.
 */
const table: Readonly<Record<string, Access>> = {
  'GET /session': everyRole,
  'POST /session': 'anyone',
  'DELETE /session': everyRole,
  'POST /session/password': everyRole,
  'GET /sessions': everyRole,
  'DELETE /sessions': everyRole,
  'DELETE /sessions/:id': everyRole,
  'GET /invitation': 'holder',
  'POST /invitation/accept': 'holder',

  'GET /people': administrator,
  'POST /people': administrator,
  'PATCH /people/:id': administrator,
  'GET /brands': everyRole,
  'POST /brands': administrator,
  'GET /brands/:id/webhook': administrator,
  'PUT /brands/:id/webhook': administrator,

  'GET /models': everyRole,
  'GET /models/:model': everyRole,
  'GET /models/:model/knowledge': everyRole,
  'GET /broker': everyRole,

  'GET /devices': butQa,
  'POST /devices': administrator,
  'GET /devices/:id': butQa,
  'GET /devices/:id/model': butQa,
  'POST /devices/csv': administrator,
  'POST /devices/:id/secret': administrator,
  'DELETE /devices/:id/secret': administrator,
  'POST /devices/:id/label-code': administrator,
  'POST /devices/:id/claim': administrator,

  'GET /links': administrator,
  'POST /links': administrator,
  'GET /links/:id': administrator,
  'POST /links/:id/devices': administrator,
  'POST /links/:id/secret': administrator,
  'DELETE /links/:id/secret': administrator,

  'GET /open': agent,
  'GET /cases': overseers,
  'POST /cases': agent,
  'GET /cases/:id': overseers,
  'POST /cases/:id/close': overseers,
  'GET /cases/:id/summary': overseers,
  'POST /cases/:id/summary/send': overseers,
  'POST /cases/:id/requests': agent,
  'POST /cases/:id/requests/withdraw': agent,
  'POST /cases/:id/request/send': agent,
  'POST /cases/:id/links': agent,
  'POST /cases/:id/stop': agent,
  'GET /cases/:id/snapshot': agent,
  'GET /cases/:id/localisation': agent,
  'GET /cases/:id/history': agent,
  'GET /cases/:id/findings': agent,
  'PUT /cases/:id/findings/:findingId': agent,
  'DELETE /cases/:id/findings/:findingId': agent,
  'POST /cases/:id/live-tickets': agent,
  'GET /live': 'holder',

  'GET /fleet/events': overseers,

  'GET /owner/fleet': 'holder',
  'POST /owner/fleet/allow': 'holder',
  'POST /owner/fleet/label': 'holder',
  'POST /owner/fleet/stop': 'holder',
  'GET /owner/request': 'holder',
  'POST /owner/opened': 'holder',
  'POST /owner/allow': 'holder',
  'POST /owner/refuse': 'holder',
  'POST /owner/label': 'holder',
  'POST /owner/stop': 'holder',
  'POST /owner/codes': 'anyone',
};

/** `path` as it is registered, with its prefix. @throws when the route has no entry: nobody may use it then */
export function accessOf(method: string, path: string): Access {
  const route = `${method === 'HEAD' ? 'GET' : method} ${path.replace('/api/v1', '')}`;
  const access = Object.hasOwn(table, route) ? table[route] : undefined;
  if (access === undefined) throw new Error(`The route ${route} has no entry in gateway/http/route-access.ts`);
  return access;
}
