import type { History, HistoryBucket } from '../../../domain/history.ts';

/** A history as it goes from thread to thread: buffers are handed over, objects would be copied one by one, on both sides. */
export interface HistoryColumns {
  readonly from: number;
  readonly to: number;
  readonly bucketMs: number;
  /** Of each metric, and of each of its buckets one after the other: at, min, max, avg, count. */
  readonly series: readonly (readonly [name: string, buckets: Float64Array<ArrayBuffer>])[];
}

const fields = 5;

export function toHistory({ from, to, bucketMs, series }: HistoryColumns): History {
  return { from, to, bucketMs, series: Object.fromEntries(series.map(([name, told]) => [name, toBuckets(told)])) };
}

function toBuckets(told: Float64Array): readonly HistoryBucket[] {
  return Array.from({ length: told.length / fields }, (_, bucket): HistoryBucket => {
    const at = bucket * fields;
    return {
      at: told[at] ?? 0,
      min: told[at + 1] ?? 0,
      max: told[at + 2] ?? 0,
      avg: told[at + 3] ?? 0,
      count: told[at + 4] ?? 0,
    };
  });
}

/** The buckets of one metric as they are gathered. */
export class Series {
  readonly #from: number;
  readonly #bucketMs: number;
  readonly #mins: Float64Array;
  readonly #maxs: Float64Array;
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;

  constructor({ from, to, bucketMs }: { readonly from: number; readonly to: number; readonly bucketMs: number }) {
    const buckets = Math.ceil((to - from) / bucketMs);
    this.#from = from;
    this.#bucketMs = bucketMs;
    this.#mins = new Float64Array(buckets).fill(Number.POSITIVE_INFINITY);
    this.#maxs = new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY);
    this.#sums = new Float64Array(buckets);
    this.#counts = new Float64Array(buckets);
  }

  /** What is at no time of the interval is left out. */
  add(at: number, count: number, min: number, max: number, sum: number): void {
    const bucket = Math.floor((at - this.#from) / this.#bucketMs);
    const before = this.#counts[bucket];
    if (before === undefined) return;
    this.#counts[bucket] = before + count;
    this.#mins[bucket] = Math.min(this.#mins[bucket] ?? min, min);
    this.#maxs[bucket] = Math.max(this.#maxs[bucket] ?? max, max);
    this.#sums[bucket] = (this.#sums[bucket] ?? 0) + sum;
  }

  /** Those that have anything, as `HistoryColumns` has them. */
  buckets(): Float64Array<ArrayBuffer> {
    const counts = this.#counts;
    const told = new Float64Array(counts.filter((count) => count > 0).length * fields);
    let next = 0;
    for (const [bucket, count] of counts.entries()) {
      if (count === 0) continue;
      const [min = 0, max = 0, sum = 0] = [this.#mins[bucket], this.#maxs[bucket], this.#sums[bucket]];
      told[next] = this.#from + bucket * this.#bucketMs;
      told[next + 1] = min;
      told[next + 2] = max;
      // Of numbers as large as there are, the sum is none any more.
      told[next + 3] = Number.isFinite(sum) ? sum / count : min / 2 + max / 2;
      told[next + 4] = count;
      next += fields;
    }
    return told;
  }
}
