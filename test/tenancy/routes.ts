import type { Role } from '../../proto/api/people.ts';

/** What one brand owns, or what nobody does. */
export interface Ids {
  readonly caseId: string;
  readonly deviceId: string;
  readonly brandId: string;
  readonly serial: string;
  readonly linkId: string;
  /** Somebody of that brand. */
  readonly personId: string;
  readonly sessionId: string;
  readonly ticket: string;
}

export interface Call {
  readonly path: string;
  readonly body?: unknown;
}

/** Who may use a route. `link`: whoever holds the owner's or the invitation's link; `anyone` needs nothing; else these roles. */
export type Needs = 'anyone' | 'link' | 'ticket' | readonly Role[];
export const roles: readonly Role[] = ['agent', 'supervisor', 'qa', 'administrator'];
const agent: readonly Role[] = ['agent'];
const administrator: readonly Role[] = ['administrator'];
const overseers: readonly Role[] = ['agent', 'supervisor'];
const butQa: readonly Role[] = ['agent', 'supervisor', 'administrator'];

export interface Entry {
  readonly needs: Needs;
  /** Only the agent of the case, not their colleagues; where supervisors may, also one of the brand. */
  readonly ownCase?: boolean;
  /** The call that names these ids; a reason why none can be named. */
  readonly call: (ids: Ids) => Call;
  readonly namesNoId?: string;
}

const ofCase = (rest: string, body?: unknown) => (ids: Ids) => ({ path: `/api/v1/cases/${ids.caseId}${rest}`, body });
const ofDevice = (rest: string, body?: unknown) => (ids: Ids) => ({
  path: `/api/v1/devices/${ids.deviceId}${rest}`,
  body,
});
const ofLink = (rest: string, body?: unknown) => (ids: Ids) => ({ path: `/api/v1/links/${ids.linkId}${rest}`, body });
const plain = (path: string, body?: unknown) => () => ({ path, body });
const bySecret = 'a link is a secret of its holder, not an id; who holds it is meant';
const lists = 'lists what is one’s own';

/** Every route of the OpenAPI document. A route that is not here fails the test. */
export const routes: Readonly<Record<string, Entry>> = {
  'GET /api/v1/session': { needs: roles, call: plain('/api/v1/session'), namesNoId: 'oneself' },
  'POST /api/v1/session': {
    needs: 'anyone',
    call: plain('/api/v1/session', { signInName: 'nobody', password: 'wrong wrong' }),
    namesNoId: 'signing in names no brand: sign-in names are the whole gateway’s',
  },
  'DELETE /api/v1/session': { needs: roles, call: plain('/api/v1/session'), namesNoId: 'oneself' },
  'GET /api/v1/invitation': { needs: 'link', call: plain('/api/v1/invitation'), namesNoId: bySecret },
  'POST /api/v1/invitation/accept': {
    needs: 'link',
    call: plain('/api/v1/invitation/accept', { displayName: 'X', signInName: 'x.x', password: 'long enough 1' }),
    namesNoId: bySecret,
  },
  'GET /api/v1/people': { needs: administrator, call: plain('/api/v1/people'), namesNoId: lists },
  'POST /api/v1/people': {
    needs: administrator,
    call: ({ brandId }) => ({
      path: '/api/v1/people',
      body: { displayName: 'Eve', roles: ['agent'], brandIds: [brandId] },
    }),
  },
  'GET /api/v1/brands': { needs: roles, call: plain('/api/v1/brands'), namesNoId: lists },
  'POST /api/v1/brands': {
    needs: administrator,
    call: plain('/api/v1/brands', { name: 'Acme', company: 'Acme After-Sales Ltd.', country: 'CN' }),
    namesNoId: 'founds a brand; names of brands need not differ',
  },
  'GET /api/v1/devices': {
    needs: butQa,
    call: ({ brandId, serial }) => ({ path: `/api/v1/devices?brandId=${brandId}&find=${serial}` }),
  },
  'GET /api/v1/devices/{id}': { needs: butQa, call: ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}` }) },
  'POST /api/v1/devices': {
    needs: administrator,
    call: ({ brandId, serial }) => ({ path: '/api/v1/devices', body: { brandId, serial, model: 'rv-s1' } }),
  },
  'GET /api/v1/models': {
    needs: roles,
    call: plain('/api/v1/models'),
    namesNoId: 'packs are shipped to everybody',
  },
  'GET /api/v1/broker': { needs: roles, call: plain('/api/v1/broker'), namesNoId: 'of the whole gateway' },
  'POST /api/v1/devices/csv': {
    needs: administrator,
    call: ({ brandId }) => ({
      path: '/api/v1/devices/csv',
      body: { brandId, csv: 'serial,model\nEVIL00000001,rv-s1' },
    }),
  },
  'GET /api/v1/devices/{id}/model': { needs: butQa, call: ofDevice('/model') },
  'POST /api/v1/devices/{id}/secret': { needs: administrator, call: ofDevice('/secret', {}) },
  'DELETE /api/v1/devices/{id}/secret': { needs: administrator, call: ofDevice('/secret') },
  'POST /api/v1/devices/{id}/label-code': { needs: administrator, call: ofDevice('/label-code') },
  'POST /api/v1/devices/{id}/claim': { needs: administrator, call: ofDevice('/claim', { newLabelCode: true }) },
  'GET /api/v1/links': { needs: administrator, call: plain('/api/v1/links'), namesNoId: lists },
  'POST /api/v1/links': {
    needs: administrator,
    call: ({ brandId }) => ({ path: '/api/v1/links', body: { brandId, name: 'Home' } }),
  },
  'GET /api/v1/links/{id}': { needs: administrator, call: ofLink('') },
  'POST /api/v1/links/{id}/devices': {
    needs: administrator,
    call: ofLink('/devices', { key: 'robot', serial: 'EVIL00000002', model: 'valetudo' }),
  },
  'POST /api/v1/links/{id}/secret': { needs: administrator, call: ofLink('/secret', {}) },
  'DELETE /api/v1/links/{id}/secret': { needs: administrator, call: ofLink('/secret') },
  'GET /api/v1/models/{model}': {
    needs: roles,
    call: plain('/api/v1/models/rv-s1'),
    namesNoId: 'a model’s words are a pack’s, which is shipped to everybody',
  },
  'GET /api/v1/models/{model}/knowledge': {
    needs: roles,
    call: plain('/api/v1/models/rv-s1/knowledge'),
    namesNoId: 'a model’s rules are a pack’s, which is shipped to everybody',
  },
  'GET /api/v1/cases': { needs: overseers, call: plain('/api/v1/cases'), namesNoId: lists },
  'POST /api/v1/cases': {
    needs: agent,
    call: ({ deviceId }) => ({ path: '/api/v1/cases', body: { deviceId, reason: 'curious' } }),
  },
  'GET /api/v1/cases/{id}': { needs: overseers, ownCase: true, call: ofCase('') },
  'POST /api/v1/cases/{id}/close': { needs: overseers, ownCase: true, call: ofCase('/close') },
  'POST /api/v1/cases/{id}/requests': { needs: agent, ownCase: true, call: ofCase('/requests', { scope: 'full' }) },
  'POST /api/v1/cases/{id}/links': { needs: agent, ownCase: true, call: ofCase('/links') },
  'POST /api/v1/cases/{id}/requests/withdraw': { needs: agent, ownCase: true, call: ofCase('/requests/withdraw') },
  'POST /api/v1/cases/{id}/stop': { needs: agent, ownCase: true, call: ofCase('/stop') },
  'GET /api/v1/cases/{id}/snapshot': { needs: agent, ownCase: true, call: ofCase('/snapshot') },
  'GET /api/v1/cases/{id}/localisation': { needs: agent, ownCase: true, call: ofCase('/localisation') },
  'GET /api/v1/cases/{id}/history': {
    needs: agent,
    ownCase: true,
    call: ofCase('/history?metrics=battery.level&from=0&to=1'),
  },
  'GET /api/v1/cases/{id}/findings': { needs: agent, ownCase: true, call: ofCase('/findings') },
  'PUT /api/v1/cases/{id}/findings/{findingId}': {
    needs: agent,
    ownCase: true,
    call: ofCase('/findings/finding-1', { kind: 'code', code: '13', raised: true }),
  },
  'DELETE /api/v1/cases/{id}/findings/{findingId}': {
    needs: agent,
    ownCase: true,
    call: ofCase('/findings/finding-1'),
  },
  'POST /api/v1/cases/{id}/live-tickets': { needs: agent, ownCase: true, call: ofCase('/live-tickets') },
  'POST /api/v1/session/password': {
    needs: roles,
    call: plain('/api/v1/session/password', { current: 'wrong wrong', next: 'long enough 1' }),
    namesNoId: 'oneself',
  },
  'GET /api/v1/sessions': { needs: roles, call: plain('/api/v1/sessions'), namesNoId: 'oneself' },
  'DELETE /api/v1/sessions': { needs: roles, call: plain('/api/v1/sessions'), namesNoId: 'oneself' },
  'DELETE /api/v1/sessions/{id}': {
    needs: roles,
    call: ({ sessionId }) => ({ path: `/api/v1/sessions/${sessionId}` }),
  },
  'PATCH /api/v1/people/{id}': {
    needs: administrator,
    call: ({ personId }) => ({ path: `/api/v1/people/${personId}`, body: { disabled: true } }),
  },
  'GET /api/v1/brands/{id}/webhook': {
    needs: administrator,
    call: ({ brandId }) => ({ path: `/api/v1/brands/${brandId}/webhook` }),
  },
  'PUT /api/v1/brands/{id}/webhook': {
    needs: administrator,
    call: ({ brandId }) => ({ path: `/api/v1/brands/${brandId}/webhook`, body: { url: null } }),
  },
  'GET /api/v1/open': {
    needs: agent,
    call: ({ brandId, serial }) => ({ path: `/api/v1/open?brand=${brandId}&serial=${serial}&ticket=T-4711` }),
  },
  'POST /api/v1/cases/{id}/request/send': { needs: agent, ownCase: true, call: ofCase('/request/send') },
  'GET /api/v1/cases/{id}/summary': { needs: overseers, ownCase: true, call: ofCase('/summary?language=en') },
  'POST /api/v1/cases/{id}/summary/send': {
    needs: overseers,
    ownCase: true,
    call: ofCase('/summary/send?language=en'),
  },
  'GET /api/v1/live': { needs: 'ticket', call: ({ ticket }) => ({ path: `/api/v1/live?ticket=${ticket}` }) },
  'GET /api/v1/owner/request': { needs: 'link', call: plain('/api/v1/owner/request'), namesNoId: bySecret },
  'POST /api/v1/owner/opened': { needs: 'link', call: plain('/api/v1/owner/opened'), namesNoId: bySecret },
  'POST /api/v1/owner/allow': {
    needs: 'link',
    call: plain('/api/v1/owner/allow', { language: 'en' }),
    namesNoId: bySecret,
  },
  'POST /api/v1/owner/refuse': { needs: 'link', call: plain('/api/v1/owner/refuse'), namesNoId: bySecret },
  'POST /api/v1/owner/label': {
    needs: 'link',
    call: plain('/api/v1/owner/label', { labelCode: 'AAAA-BBBB' }),
    namesNoId: bySecret,
  },
  'POST /api/v1/owner/stop': { needs: 'link', call: plain('/api/v1/owner/stop'), namesNoId: bySecret },
  'GET /api/v1/owner/fleet': { needs: 'link', call: plain('/api/v1/owner/fleet'), namesNoId: bySecret },
  'POST /api/v1/owner/fleet/allow': {
    needs: 'link',
    call: plain('/api/v1/owner/fleet/allow', { language: 'en' }),
    namesNoId: bySecret,
  },
  'POST /api/v1/owner/fleet/label': {
    needs: 'link',
    call: plain('/api/v1/owner/fleet/label', { labelCode: 'AAAA-BBBB' }),
    namesNoId: bySecret,
  },
  'POST /api/v1/owner/fleet/stop': { needs: 'link', call: plain('/api/v1/owner/fleet/stop'), namesNoId: bySecret },
  'GET /api/v1/fleet/events': { needs: overseers, call: plain('/api/v1/fleet/events'), namesNoId: lists },
  'POST /api/v1/owner/codes': {
    needs: 'anyone',
    call: plain('/api/v1/owner/codes', { digits: '000000' }),
    namesNoId: 'digits are a secret, and guessing them is slowed down',
  },
  'GET /livez': { needs: 'anyone', call: plain('/livez'), namesNoId: 'of the whole gateway' },
  'GET /readyz': { needs: 'anyone', call: plain('/readyz'), namesNoId: 'of the whole gateway' },
  'GET /metrics': { needs: 'anyone', call: plain('/metrics'), namesNoId: 'codes and counts, no ids' },
};
