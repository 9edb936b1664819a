import type { History } from '../../../proto/api/history.ts';
import type { HistoryAnswer } from '../live/history-reader.ts';
import { ApiProblem, callApi } from './client.ts';

export interface HistoryAsked {
  readonly metrics: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** Not in the cache of answers: what is shown of a device is held by what shows it, and by nothing else. */
export async function askHistory(
  caseId: string,
  { metrics, from, to, points }: HistoryAsked,
  signal: AbortSignal,
): Promise<HistoryAnswer> {
  const query = new URLSearchParams({
    metrics: metrics.join(','),
    from: String(from),
    to: String(to),
    points: String(points),
  });
  try {
    const path = `/cases/${encodeURIComponent(caseId)}/history?${query}`;
    return { kind: 'history', history: await callApi<History>(path, { signal }) };
  } catch (error) {
    // Given up on this side: whoever asked listens no more.
    if (signal.aborted) return { kind: 'failed', words: '' };
    if (!(error instanceof ApiProblem)) throw error;
    const { code, message: words, status } = error;
    if (code === 'grant_not_active') return { kind: 'over', words };
    const metric = (error.body as { readonly detail?: unknown } | undefined)?.detail;
    if (status === 403 || status === 400) {
      return { kind: 'refused', words, ...(typeof metric === 'string' ? { metric } : {}) };
    }
    return { kind: 'failed', words };
  }
}
