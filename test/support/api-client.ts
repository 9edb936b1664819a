import type { AskedConsent, Case, LiveTicket, NewRequest } from '../../proto/api/cases.ts';
import type { OwnerRequest } from '../../proto/api/owner.ts';
import type { AcceptInvitation, Brand, Session } from '../../proto/api/people.ts';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** The API as a browser of one person uses it: one cookie jar, own Origin. */
export class ApiClient {
  readonly base: string;
  cookie = '';

  constructor(base: string) {
    this.base = base;
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: {
        origin: this.base,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
  }

  /** As `call`, but anything else than success is an error. */
  async ok<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.call<T>(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  join(invitationPath: string, input: AcceptInvitation): Promise<Session> {
    const token = invitationPath.split('/').at(-1) ?? '';
    return this.ok('POST', '/invitation/accept', input, { authorization: `Bearer ${token}` });
  }

  brands(): Promise<Brand[]> {
    return this.ok('GET', '/brands');
  }

  openCase(deviceId: string, reason = 'does not clean'): Promise<Case> {
    return this.ok('POST', '/cases', { deviceId, reason });
  }

  ask(caseId: string, request: NewRequest = { scope: 'full' }): Promise<AskedConsent> {
    return this.ok('POST', `/cases/${caseId}/requests`, request);
  }

  ticket(caseId: string): Promise<LiveTicket> {
    return this.ok('POST', `/cases/${caseId}/live-tickets`);
  }
}

/** The owner's phone: it knows its link and nothing else. */
export class OwnerPhone {
  readonly #api: ApiClient;
  readonly token: string;

  constructor(base: string, link: string) {
    this.#api = new ApiClient(base);
    this.token = link.split('/').at(-1) ?? '';
  }

  look(): Promise<OwnerRequest> {
    return this.#api.ok('GET', '/owner/request', undefined, this.#bearer);
  }

  allow(language = 'en'): Promise<OwnerRequest> {
    return this.#api.ok('POST', '/owner/allow', { language }, this.#bearer);
  }

  call<T>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.#api.call('POST', `/owner/${path}`, body, this.#bearer);
  }

  stop(): Promise<OwnerRequest> {
    return this.#api.ok('POST', '/owner/stop', undefined, this.#bearer);
  }

  get #bearer() {
    return { authorization: `Bearer ${this.token}` };
  }
}
