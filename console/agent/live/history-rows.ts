import type { HistoryBucket } from '../../../proto/api/history.ts';
import type { Figures, Stretch } from './history-figures.ts';

export type HistoryRow =
  | {
      readonly kind: 'bucket';
      readonly at: number;
      /** It is not over yet. */
      readonly running: boolean;
      /** One a metric; undefined: nothing came. */
      readonly cells: readonly (HistoryBucket | undefined)[];
    }
  /** Nothing came of any of them. */
  | ({ readonly kind: 'silence' } & Stretch);

/** The same as numbers: a row a bucket in which anything came, and one a silence; the newest first. */
export function historyRows(metrics: readonly Figures[], shownTo: number): HistoryRow[] {
  const byTime = new Map<number, (HistoryBucket | undefined)[]>();
  metrics.forEach(({ buckets }, column) => {
    for (const bucket of buckets) {
      const cells = byTime.get(bucket.at) ?? metrics.map(() => undefined);
      cells[column] = bucket;
      byTime.set(bucket.at, cells);
    }
  });
  const bucketMs = metrics[0]?.bucketMs ?? 0;
  const rows: HistoryRow[] = [...byTime].map(([at, cells]) => ({
    kind: 'bucket',
    at,
    running: at + bucketMs > shownTo,
    cells,
  }));
  const silences = metrics.map((each) => each.silences).reduce(inBoth, [{ from: 0, to: Number.MAX_SAFE_INTEGER }]);
  if (metrics.length > 0) rows.push(...silences.map((stretch) => ({ kind: 'silence', ...stretch }) as const));
  return rows.toSorted((a, b) => beginOf(b) - beginOf(a));
}

function beginOf(row: HistoryRow): number {
  return row.kind === 'bucket' ? row.at : row.from;
}

function inBoth(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const both = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
      return both.from < both.to ? [both] : [];
    }),
  );
}
