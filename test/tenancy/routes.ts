/** What one brand owns, or what nobody does. */
export interface Ids {
  readonly caseId: string;
  readonly deviceId: string;
  readonly brandId: string;
  readonly serial: string;
  readonly ticket: string;
}

export interface Call {
  readonly path: string;
  readonly body?: unknown;
}

/** Who may use a route. `link`: whoever holds the owner's or the invitation's link; `anyone` needs nothing. */
export type Needs = 'anyone' | 'link' | 'session' | 'agent' | 'administrator' | 'ticket';

export interface Entry {
  readonly needs: Needs;
  /** Only the agent of the case, not their colleagues. */
  readonly ownCase?: boolean;
  /** The call that names these ids; a reason why none can be named. */
  readonly call: (ids: Ids) => Call;
  readonly namesNoId?: string;
}

const ofCase = (rest: string, body?: unknown) => (ids: Ids) => ({ path: `/api/v1/cases/${ids.caseId}${rest}`, body });
const plain = (path: string, body?: unknown) => () => ({ path, body });
const bySecret = 'a link is a secret of its holder, not an id; who holds it is meant';
const lists = 'lists what is one’s own';

/** Every route of the OpenAPI document. A route that is not here fails the test. */
export const routes: Readonly<Record<string, Entry>> = {
  'GET /api/v1/session': { needs: 'session', call: plain('/api/v1/session'), namesNoId: 'oneself' },
  'POST /api/v1/session': {
    needs: 'anyone',
    call: plain('/api/v1/session', { signInName: 'nobody', password: 'wrong wrong' }),
    namesNoId: 'signing in names no brand: sign-in names are the whole gateway’s',
  },
  'DELETE /api/v1/session': { needs: 'session', call: plain('/api/v1/session'), namesNoId: 'oneself' },
  'GET /api/v1/invitation': { needs: 'link', call: plain('/api/v1/invitation'), namesNoId: bySecret },
  'POST /api/v1/invitation/accept': {
    needs: 'link',
    call: plain('/api/v1/invitation/accept', { displayName: 'X', signInName: 'x.x', password: 'long enough 1' }),
    namesNoId: bySecret,
  },
  'GET /api/v1/people': { needs: 'administrator', call: plain('/api/v1/people'), namesNoId: lists },
  'POST /api/v1/people': {
    needs: 'administrator',
    call: ({ brandId }) => ({
      path: '/api/v1/people',
      body: { displayName: 'Eve', roles: ['agent'], brandIds: [brandId] },
    }),
  },
  'GET /api/v1/brands': { needs: 'session', call: plain('/api/v1/brands'), namesNoId: lists },
  'POST /api/v1/brands': {
    needs: 'administrator',
    call: plain('/api/v1/brands', { name: 'Acme', company: 'Acme After-Sales Ltd.', country: 'CN' }),
    namesNoId: 'founds a brand; names of brands need not differ',
  },
  'GET /api/v1/devices': {
    needs: 'session',
    call: ({ brandId, serial }) => ({ path: `/api/v1/devices?brandId=${brandId}&find=${serial}` }),
  },
  'GET /api/v1/devices/{id}': { needs: 'session', call: ({ deviceId }) => ({ path: `/api/v1/devices/${deviceId}` }) },
  'POST /api/v1/devices': {
    needs: 'administrator',
    call: ({ brandId, serial }) => ({ path: '/api/v1/devices', body: { brandId, serial, model: 'rv-s1' } }),
  },
  'GET /api/v1/models': {
    needs: 'session',
    call: plain('/api/v1/models'),
    namesNoId: 'packs are shipped to everybody',
  },
  'GET /api/v1/broker': { needs: 'session', call: plain('/api/v1/broker'), namesNoId: 'of the whole gateway' },
  'GET /api/v1/models/{model}': {
    needs: 'session',
    call: plain('/api/v1/models/rv-s1'),
    namesNoId: 'a model’s words are a pack’s, which is shipped to everybody',
  },
  'GET /api/v1/cases': { needs: 'agent', call: plain('/api/v1/cases'), namesNoId: lists },
  'POST /api/v1/cases': {
    needs: 'agent',
    call: ({ deviceId }) => ({ path: '/api/v1/cases', body: { deviceId, reason: 'curious' } }),
  },
  'GET /api/v1/cases/{id}': { needs: 'agent', call: ofCase('') },
  'POST /api/v1/cases/{id}/close': { needs: 'agent', ownCase: true, call: ofCase('/close') },
  'POST /api/v1/cases/{id}/requests': { needs: 'agent', ownCase: true, call: ofCase('/requests', { scope: 'full' }) },
  'POST /api/v1/cases/{id}/links': { needs: 'agent', ownCase: true, call: ofCase('/links') },
  'POST /api/v1/cases/{id}/requests/withdraw': { needs: 'agent', ownCase: true, call: ofCase('/requests/withdraw') },
  'POST /api/v1/cases/{id}/stop': { needs: 'agent', ownCase: true, call: ofCase('/stop') },
  'GET /api/v1/cases/{id}/snapshot': { needs: 'agent', ownCase: true, call: ofCase('/snapshot') },
  'POST /api/v1/cases/{id}/live-tickets': { needs: 'agent', ownCase: true, call: ofCase('/live-tickets') },
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
  'POST /api/v1/owner/codes': {
    needs: 'anyone',
    call: plain('/api/v1/owner/codes', { digits: '000000' }),
    namesNoId: 'digits are a secret, and guessing them is slowed down',
  },
  'GET /livez': { needs: 'anyone', call: plain('/livez'), namesNoId: 'of the whole gateway' },
  'GET /readyz': { needs: 'anyone', call: plain('/readyz'), namesNoId: 'of the whole gateway' },
  'GET /metrics': { needs: 'anyone', call: plain('/metrics'), namesNoId: 'codes and counts, no ids' },
};
