import type { AllowFleet } from '../../proto/api/fleet.ts';
import type { Allow, ProveByLabel, SpokenDigits } from '../../proto/api/owner.ts';
import type { Language } from '../shared/language.ts';

/** `refused`: the gateway said no, with its reason. `unreachable`: it was not heard, or was not itself (no JSON). */
export type Answer =
  | { readonly kind: 'ok'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly title: string }
  | { readonly kind: 'unreachable' };

export interface OwnerApi {
  request(): Promise<Answer>;
  opened(): Promise<Answer>;
  allow(): Promise<Answer>;
  refuse(): Promise<Answer>;
  label(labelCode: string): Promise<Answer>;
  stop(): Promise<Answer>;
}

/** The calls of a choice beside the request: whether the device is counted. */
export interface FleetApi {
  choice(): Promise<Answer>;
  allow(): Promise<Answer>;
  label(labelCode: string): Promise<Answer>;
  stop(): Promise<Answer>;
}

interface Reach {
  readonly fetch: typeof fetch;
  readonly language: () => Language;
  readonly timeoutMs: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** Refusals that say nothing of this link: too busy, too many calls, a fault of the server. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function read(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) {
    if (response.status === 204) return { kind: 'ok', body: null };
    return type.startsWith('application/json')
      ? { kind: 'ok', body: (await response.json()) as unknown }
      : { kind: 'unreachable' };
  }
  // Only the gateway speaks problem+json: a proxy's 404 page must not be read as "this link is dead".
  if (!type.startsWith('application/problem+json') || isPassing(response.status)) {
    return response.status === 429
      ? { kind: 'refused', status: 429, code: 'too-many', title: '' }
      : { kind: 'unreachable' };
  }
  const problem = (await response.json()) as { code?: unknown; title?: unknown } | null;
  return {
    kind: 'refused',
    status: response.status,
    code: textOf(problem?.code),
    title: textOf(problem?.title),
  };
}

async function call(reach: Reach, { method, path, token, body }: Call): Promise<Answer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), reach.timeoutMs);
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': reach.language() };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await reach.fetch(`/api/v1/owner/${path}`, {
      method,
      headers,
      signal: abort.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      // A Stop that was tapped must leave the phone even when the page is closed right after.
      keepalive: method === 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await read(response);
  } catch {
    // Network down, aborted by the time-out, or a body that is not JSON: all mean that the gateway was not heard.
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

/** The owner's calls for one link. None of them throws, none sends cookies. */
export function ownerApi(reach: Reach, token: string): OwnerApi {
  const post = (path: string, body?: unknown) => call(reach, { method: 'POST', path, token, body });
  return {
    request: () => call(reach, { method: 'GET', path: 'request', token }),
    opened: () => post('opened'),
    allow: () => post('allow', { language: reach.language() } satisfies Allow),
    refuse: () => post('refuse'),
    label: (labelCode) => post('label', { labelCode } satisfies ProveByLabel),
    stop: () => post('stop'),
  };
}

export function fleetApi(reach: Reach, token: string): FleetApi {
  const post = (path: string, body?: unknown) => call(reach, { method: 'POST', path, token, body });
  return {
    choice: () => call(reach, { method: 'GET', path: 'fleet', token }),
    allow: () => post('fleet/allow', { language: reach.language() } satisfies AllowFleet),
    label: (labelCode) => post('fleet/label', { labelCode } satisfies ProveByLabel),
    stop: () => post('fleet/stop'),
  };
}

/** POST /api/v1/owner/codes: `body` is `{path}` of a link of its own. */
export function openByDigits(reach: Reach, digits: string): Promise<Answer> {
  return call(reach, { method: 'POST', path: 'codes', body: { digits } satisfies SpokenDigits });
}
