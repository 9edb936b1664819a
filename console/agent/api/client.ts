import type { Problem } from '../../../proto/api/common.ts';

/** A refusal of the gateway (RFC 9457), or status 0 when it could not be reached; `message` is in the reader's language. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** The whole answer, where it was JSON. */
  readonly body: unknown;
  constructor({ status, code, title, body }: Pick<Problem, 'status' | 'code' | 'title'> & { readonly body?: unknown }) {
    super(title);
    this.body = body;
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** Token of a one-time link. */
  readonly bearer?: string;
  readonly signal?: AbortSignal;
}

/**
 * One call of the HTTP API; `path` is below /api/v1.
 *
 * @returns the answer's JSON, undefined for an empty one
 * @throws {ApiProblem} for a refusal, or when the gateway cannot be reached
 */
export async function callApi<Answer>(
  path: string,
  { method = 'GET', body, bearer, signal }: Call = {},
): Promise<Answer> {
  const headers: Record<string, string> = { 'Accept-Language': document.documentElement.lang };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (bearer !== undefined) headers['Authorization'] = `Bearer ${bearer}`;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem({ status: 0, code: 'unreachable', title: '' });
  }
  const answer = parsed(text);
  if (!response.ok) {
    const problem = (answer ?? {}) as Partial<Problem>;
    const { code = 'unknown', title = '' } = problem;
    throw new ApiProblem({ status: response.status, code, title, body: answer });
  }
  return answer as Answer;
}

/** A proxy in between may answer with a page instead of JSON; its status then has to say enough. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
