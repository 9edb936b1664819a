import type { ViewId } from './ids.ts';

/** Epoch ms, by receive time; `to` is not included. At most `points` buckets a metric. */
export interface HistoryQuery {
  readonly viewId: ViewId;
  readonly metrics: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** What a metric's values were like in a while: at least one of them. `at`: its begin. */
export interface HistoryBucket {
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly avg: number;
  readonly count: number;
}

/** The interval is widened to whole buckets. Where nothing was received there is no bucket: a gap stays a gap. */
export interface History {
  readonly from: number;
  readonly to: number;
  readonly bucketMs: number;
  /** Of each metric that was asked for, oldest first. */
  readonly series: Readonly<Record<string, readonly HistoryBucket[]>>;
}
