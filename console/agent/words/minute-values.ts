import { chartSpanMs, type Series } from '../live/series.ts';

export interface MinuteValues {
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
  /** The last value of each of the ten minutes before now, oldest first; undefined: nothing came. */
  readonly perMinute: readonly (number | undefined)[];
}

/** A series as numbers to read: what a chart shows at a glance. What was not measurable is left out. */
export function minuteValues(series: Series, nowAt: number): MinuteValues {
  const from = nowAt - chartSpanMs;
  const perMinute: (number | undefined)[] = Array.from({ length: 10 }, () => undefined);
  let lowest: number | undefined;
  let highest: number | undefined;
  series.at.forEach((at, index) => {
    const value = series.values[index];
    if (value === undefined || !Number.isFinite(value) || at <= from || at > nowAt) return;
    lowest = Math.min(lowest ?? value, series.low[index] ?? value);
    highest = Math.max(highest ?? value, series.high[index] ?? value);
    perMinute[Math.min(9, Math.ceil((at - from) / 60_000) - 1)] = value;
  });
  return { lowest, highest, perMinute };
}
