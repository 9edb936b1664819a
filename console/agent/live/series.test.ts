import { describe, expect, it } from 'vitest';
import { chartColumns, seriesFrom, withPoint } from './series.ts';
import { metric } from './test-frames.ts';

describe('withPoint', () => {
  it('adds a newer value and drops what is older than ten minutes', () => {
    const old = seriesFrom({ name: 'a', receivedAt: [1_000, 400_000, 500_000], values: [1, 2, 3] });
    const next = withPoint(old, metric({ receivedAt: 602_000, value: 4 }));
    expect(next?.at).toEqual([400_000, 500_000, 602_000]);
    expect(next?.values).toEqual([2, 3, 4]);
  });

  it('starts afresh when everything before is too old', () => {
    const old = seriesFrom({ name: 'a', receivedAt: [1_000], values: [1] });
    expect(withPoint(old, metric({ receivedAt: 9_000_000, value: 4 }))?.at).toEqual([9_000_000]);
  });

  it('ignores a value that is not newer, text, what was buffered, and what nobody measured', () => {
    const series = seriesFrom({ name: 'a', receivedAt: [5_000], values: [1] });
    expect(withPoint(series, metric({ receivedAt: 5_000, value: 2 }))).toBe(series);
    expect(withPoint(series, metric({ receivedAt: 6_000, value: 'x' }))).toBe(series);
    expect(withPoint(series, metric({ receivedAt: 6_000, quality: 'unknown' }))).toBe(series);
    expect(withPoint(series, metric({ receivedAt: 6_000, quality: 'historical' }))).toBe(series);
  });

  it('keeps the extremes that the gateway conflated', () => {
    const next = withPoint(undefined, metric({ value: 5, min: 1, max: 9 }));
    expect(next).toMatchObject({ values: [5], low: [1], high: [9] });
  });
});

describe('chartColumns', () => {
  it('leaves an empty row where nothing came for longer than the freshness of the metric', () => {
    const before = withPoint(undefined, metric({ receivedAt: 1_000, freshForMs: 2_500, value: 1 }));
    const series = withPoint(before, metric({ receivedAt: 9_000, freshForMs: 2_500, value: 2 }));
    expect(series && chartColumns(series).values).toEqual([1, null, 2]);
  });

  it('leaves a hole where the device said "not measurable"', () => {
    const series = seriesFrom({ name: 'a', receivedAt: [1_000, 2_000, 3_000], values: [1, Number.NaN, 3] });
    expect(chartColumns(series).values).toEqual([1, null, 3]);
  });

  it('draws no gap between changes of a value that is sent at changes only', () => {
    const before = withPoint(undefined, metric({ receivedAt: 1_000, onChange: true, value: 1 }));
    const series = withPoint(before, metric({ receivedAt: 500_000, onChange: true, value: 2 }));
    expect(series && chartColumns(series).values).toEqual([1, 2]);
  });

  it('takes the usual step of a history as its measure of a gap', () => {
    const series = seriesFrom({ name: 'a', receivedAt: [0, 1_000, 2_000, 3_000, 9_000], values: [1, 1, 1, 1, 2] });
    expect(chartColumns(series).values).toEqual([1, 1, 1, 1, null, 2]);
  });
});
