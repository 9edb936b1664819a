import { describe, expect, it } from 'vitest';
import { seriesFrom } from '../live/series.ts';
import { minuteValues } from './minute-values.ts';

describe('minuteValues', () => {
  it('gives the last value of each minute, and nothing for a minute without one', () => {
    const series = seriesFrom({ name: 'a', receivedAt: [30_000, 60_000, 60_001, 600_000], values: [1, 2, 3, 4] });
    const { perMinute } = minuteValues(series, 600_000);
    expect(perMinute).toEqual([2, 3, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 4]);
  });
  it('takes extremes from what was conflated, and leaves out the old and the unmeasurable', () => {
    const series = {
      at: [1_000, 700_000, 701_000],
      values: [99, 5, Number.NaN],
      low: [99, 2, Number.NaN],
      high: [99, 8, Number.NaN],
      gapMs: 0,
    };
    expect(minuteValues(series, 702_000)).toMatchObject({ lowest: 2, highest: 8 });
  });
});
