import { describe, expect, it } from 'vitest';
import type { Figures } from './history-figures.ts';
import { historyRows } from './history-rows.ts';

function figures(seconds: readonly number[], silences: Figures['silences'] = []): Figures {
  const buckets = seconds.map((at) => ({ at: at * 1000, min: at, max: at, avg: at, count: 1 }));
  const none = { lowest: undefined, highest: undefined, last: undefined };
  return { buckets, bucketMs: 10_000, since: 0, onChange: false, silences, ...none };
}

describe('rows of figures', () => {
  it('come newest first, a column a metric, and say which is not over', () => {
    const rows = historyRows([figures([10, 30]), figures([30, 40])], 45_000);
    expect(rows).toMatchObject([
      { at: 40_000, running: true, cells: [undefined, { avg: 40 }] },
      { at: 30_000, running: false, cells: [{ avg: 30 }, { avg: 30 }] },
      { at: 10_000, running: false, cells: [{ avg: 10 }, undefined] },
    ]);
  });

  it('name a silence in which nothing came of any of them', () => {
    const one = figures([10, 60], [{ from: 20_000, to: 60_000 }]);
    const other = figures(
      [40, 50],
      [
        { from: 0, to: 40_000 },
        { from: 55_000, to: 90_000 },
      ],
    );
    const silences = historyRows([one, other], 70_000).filter(({ kind }) => kind === 'silence');
    expect(silences).toEqual([
      { kind: 'silence', from: 55_000, to: 60_000 },
      { kind: 'silence', from: 20_000, to: 40_000 },
    ]);
    expect(historyRows([], 70_000)).toEqual([]);
  });
});
