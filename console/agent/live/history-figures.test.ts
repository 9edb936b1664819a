import { describe, expect, it } from 'vitest';
import type { HistoryBucket } from '../../../proto/api/history.ts';
import { bootsIn, type FiguresOf, figuresOf, historyColumns, pulseIn } from './history-figures.ts';
import type { Series } from './series.ts';

/** Buckets of 10 s that begin at these seconds; the value is the second. */
function buckets(...seconds: readonly number[]): HistoryBucket[] {
  return seconds.map((at) => ({ at: at * 1000, min: at - 1, max: at + 1, avg: at, count: 10 }));
}
function series(gapMs: number, ...points: readonly (readonly [second: number, value: number])[]): Series {
  const values = points.map(([, value]) => value);
  return { at: points.map(([second]) => second * 1000), values, low: values, high: values, gapMs };
}
const heardAt = (...seconds: readonly number[]) => seconds.map((at) => at * 1000);
const shown = { from: 100_000, to: 200_000 };
function figures(changes: Partial<FiguresOf>) {
  return figuresOf({
    buckets: [],
    bucketMs: 10_000,
    since: 0,
    readTo: 190_000,
    live: series(25_000),
    shown,
    ...changes,
  });
}

describe('figures', () => {
  it('say the lowest, the highest and the last value, and when', () => {
    const of = figures({ buckets: buckets(100, 110, 120, 130, 140, 150, 160, 170, 180) });
    expect(of).toMatchObject({
      lowest: { value: 99, at: 100_000 },
      highest: { value: 181, at: 180_000 },
      last: { value: 180, at: 180_000 },
      silences: [],
    });
  });

  it('go on with what the live session has received since, its conflated extremes too', () => {
    const live = { ...series(25_000, [185, 5], [191, 7], [199, 9]), low: [5, 1, 9], high: [5, 7, 30] };
    const of = figures({ buckets: buckets(180), live });
    expect(of.buckets.at(-1)).toEqual({ at: 190_000, min: 1, max: 30, avg: 8, count: 2 });
    expect(of.last).toEqual({ value: 9, at: 190_000 });
  });

  it('leave a silence where nothing came for longer than it should, at the begin and the end too', () => {
    const begin = [{ from: 100_000, to: 130_000 }];
    expect(figures({ buckets: buckets(130, 140, 170) }).silences).toEqual(begin);
    expect(figures({ buckets: buckets(100, 110, 160) }).silences).toEqual([
      { from: 120_000, to: 160_000 },
      { from: 170_000, to: 200_000 },
    ]);
  });

  it('know only silence where nothing came at all', () => {
    const of = figures({});
    expect(of.silences).toEqual([shown]);
    expect([of.lowest, of.highest, of.last]).toEqual([undefined, undefined, undefined]);
  });

  it('of a value that is sent at changes hold while another one shows that the device is heard', () => {
    const onChange = series(Number.POSITIVE_INFINITY);
    const pulse = { heardAt: heardAt(100, 110, 120, 150, 160, 170, 180, 190), gapMs: 12_000 };
    const of = figures({ buckets: buckets(110, 160), live: onChange, pulse });
    expect(of.onChange).toBe(true);
    expect(of.silences).toEqual([{ from: 130_000, to: 150_000 }]);
    // Without another one nobody can tell.
    expect(figures({ buckets: buckets(110, 160), live: onChange }).silences).toHaveLength(3);
  });
});

describe('a device that falls silent between two values of what is sent seldom', () => {
  const seldom = series(150_000);
  const pulse = { heardAt: heardAt(100, 110, 120, 150, 160, 170, 180, 190), gapMs: 12_000 };

  it('leaves a silence there too, and none while it is heard', () => {
    const of = figures({ buckets: buckets(100, 160), live: seldom, pulse });
    expect(of.silences).toEqual([{ from: 130_000, to: 150_000 }]);
    expect(historyColumns(of, shown).average).toEqual([100, null, 160]);
    const heard = { ...pulse, heardAt: heardAt(100, 110, 120, 130, 140, 150, 160, 170, 180, 190) };
    expect(figures({ buckets: buckets(100, 160), live: seldom, pulse: heard }).silences).toEqual([]);
  });

  it('does not hide that one value alone stays away', () => {
    const of = figures({ buckets: buckets(100, 110), live: series(25_000), pulse });
    expect(of.silences).toEqual([{ from: 120_000, to: 200_000 }]);
  });

  it('is heard by whatever came, read or live', () => {
    const live = new Map([
      ['often', series(12_000, [151, 1], [191, 1], [199, 1])],
      ['seldom', seldom],
      ['other', series(60_000, [162, 1])],
    ]);
    const read = { often: buckets(100, 110), seldom: buckets(130) };
    expect(pulseIn({ series: read, bucketMs: 10_000, readTo: 190_000, live })).toEqual({
      heardAt: heardAt(100, 110, 130, 150, 160, 190),
      gapMs: 12_000,
    });
    expect(pulseIn({ series: {}, bucketMs: 10_000, readTo: 190_000, live })).toBeUndefined();
  });
});

describe('columns of a chart', () => {
  it('have an empty row in each silence, and none elsewhere', () => {
    const { x, average, low, high } = historyColumns(figures({ buckets: buckets(100, 110, 160, 170, 180) }), shown);
    expect(average).toEqual([100, 110, null, 160, 170, 180]);
    expect(low).toEqual([99, 109, null, 159, 169, 179]);
    expect(high).toEqual([101, 111, null, 161, 171, 181]);
    expect(x).toEqual([105, 115, 120.001, 165, 175, 185]);
  });

  it('rise in time, whatever the silences', () => {
    for (const some of [[100], [190], [130, 170], [100, 140, 190], []]) {
      const { x } = historyColumns(figures({ buckets: buckets(...some), live: series(1_000) }), shown);
      expect(x).toEqual(x.toSorted((a, b) => a - b));
      expect(new Set(x).size).toBe(x.length);
    }
  });

  it('hold a value that is sent at changes until now, or until the device falls silent', () => {
    const live = series(Number.POSITIVE_INFINITY);
    const pulse = { heardAt: heardAt(100, 110, 120, 150, 160, 170, 180, 190), gapMs: 12_000 };
    const of = figures({ buckets: buckets(110, 160), live, pulse, readTo: 200_000 });
    const { x, average } = historyColumns(of, shown);
    expect(average).toEqual([110, 110, null, 160, 160]);
    expect(x).toEqual([115, 130, 130.001, 165, 200]);
    // A change is a step, no slope.
    const steps = historyColumns(figures({ buckets: buckets(160, 180), live, pulse, readTo: 200_000 }), shown);
    expect(steps.average).toEqual([160, 160, 180, 180]);
    expect(steps.x).toEqual([165, 184.999, 185, 200]);
  });
});

describe('restarts', () => {
  const uptime = (...of: readonly (readonly [at: number, seconds: number])[]) => ({
    bucketMs: 10_000,
    buckets: of.map(([at, seconds]) => ({ at: at * 1000, min: seconds, max: seconds, avg: seconds, count: 1 })),
  });

  it('are told by a time since the last one that begins anew, once each', () => {
    const of = uptime([100, 900], [110, 910], [130, 8], [140, 18], [180, 2], [190, 12]);
    expect(bootsIn(of, shown)).toEqual([127_000, 183_000]);
  });

  it('of before the look are none', () => {
    expect(bootsIn(uptime([100, 300], [110, 311], [120, 319]), shown)).toEqual([]);
    expect(bootsIn(uptime([150, 20], [160, 30]), shown)).toEqual([135_000]);
  });
});
