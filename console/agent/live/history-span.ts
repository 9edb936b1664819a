/** How far back a history reaches: so many minutes, or all since the owner's consent. */
export const historySpans = ['5', '30', '60', 'all'] as const;
export type HistorySpan = (typeof historySpans)[number];

/** Lengths of time that people know. Devices that are looked at send most values every 5 or 10 s: below that there is no band. */
const bucketLengths = [10, 30, 60, 120, 300, 600].map((seconds) => seconds * 1_000);
const mostBuckets = 120;

/** A reading is not repeated sooner than this. */
const leastBetweenMs = 5_000;
/** What was received just before a bucket was over is on the gateway's disk this much later. */
const settledMs = 700;

export interface HistoryQuestion {
  /** Both are whole buckets; the one that is still running is left to the live session. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly bucketMs: number;
}

export interface HistoryTime {
  readonly span: HistorySpan;
  /** When the View began, gateway clock. */
  readonly since: number;
  /** Gateway clock. */
  readonly now: number;
}

/** Longer than this View is old, a span shows no more than "all": it is not offered yet. */
export function isOffered(span: HistorySpan, { since, now }: Omit<HistoryTime, 'span'>): boolean {
  return span === 'all' || now - since > lengthOf(span);
}

/** What the page looks at: never what was before consent, so that nothing there can look like silence. */
export function shownFrom({ span, since, now }: HistoryTime): number {
  return Math.max(since, now - lengthOf(span));
}

export function questionOf(time: HistoryTime): HistoryQuestion {
  const begin = shownFrom(time);
  const bucketMs = bucketFor(time.now - begin);
  const from = Math.floor(begin / bucketMs) * bucketMs;
  const to = Math.floor(time.now / bucketMs) * bucketMs;
  return { from, to, points: Math.max(0, Math.round((to - from) / bucketMs)), bucketMs };
}

/** How long to wait for the next reading: until the running bucket is over, 5 s after the last one at least. */
export function refreshInMs(asked: { readonly now: number; readonly bucketMs: number }): number {
  const over = (Math.floor(asked.now / asked.bucketMs) + 1) * asked.bucketMs + settledMs - asked.now;
  return Math.max(leastBetweenMs, over);
}

function lengthOf(span: HistorySpan): number {
  return span === 'all' ? Number.POSITIVE_INFINITY : Number(span) * 60_000;
}

function bucketFor(lengthMs: number): number {
  return bucketLengths.find((each) => lengthMs / each <= mostBuckets) ?? 3_600_000;
}
