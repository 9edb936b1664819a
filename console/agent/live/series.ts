import type { MetricValue, SeriesPoints } from './live-model.ts';

/** How far back a chart reaches. */
export const chartSpanMs = 10 * 60_000;

/** One metric's numbers of the last ten minutes; `at` are receive times by the gateway's clock, rising. */
export interface Series {
  readonly at: readonly number[];
  readonly values: readonly number[];
  /** Extremes since the point before, where the gateway conflated; else the value itself. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The longest time between two points without a gap; Infinity: sent at changes only. */
  readonly gapMs: number;
}

export function seriesFrom(points: SeriesPoints): Series {
  const values = points.values.slice(0, points.receivedAt.length);
  const at = points.receivedAt.slice(0, values.length);
  return { at, values, low: values, high: values, gapMs: 2.5 * medianStep(at) };
}

/** The series with a newer point added and what is older than ten minutes dropped; a value not newer changes nothing. */
export function withPoint(series: Series | undefined, metric: MetricValue): Series | undefined {
  // What was buffered was not measured when it came.
  if (typeof metric.value !== 'number' || (metric.quality !== 'live' && metric.quality !== 'stale')) return series;
  const last = series?.at.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (metric.receivedAt <= last) return series;
  const from = (series?.at ?? []).findIndex((at) => at >= metric.receivedAt - chartSpanMs);
  const keep = (list: readonly number[] | undefined, added: number) =>
    from < 0 ? [added] : [...(list ?? []).slice(from), added];
  return {
    at: keep(series?.at, metric.receivedAt),
    values: keep(series?.values, metric.value),
    low: keep(series?.low, metric.min ?? metric.value),
    high: keep(series?.high, metric.max ?? metric.value),
    gapMs: gapOf(metric) ?? series?.gapMs ?? 0,
  };
}

/** What a live value says of its own period: it stays fresh for 2.5 of them. */
function gapOf(metric: MetricValue): number | undefined {
  if (metric.onChange) return Number.POSITIVE_INFINITY;
  return metric.freshForMs > 0 ? metric.ageMs + metric.freshForMs : undefined;
}

/** Of what is sent regularly, that which is sent most often: as long as it comes, the device is heard. */
export function pulseOf(series: ReadonlyMap<string, Series>): string | undefined {
  let pulse: string | undefined;
  let gapMs = Number.POSITIVE_INFINITY;
  for (const [name, each] of series) {
    if (each.gapMs > 0 && each.gapMs < gapMs) [pulse, gapMs] = [name, each.gapMs];
  }
  return pulse;
}

export interface ChartColumns {
  /** Seconds, as uPlot wants them. */
  readonly x: number[];
  readonly values: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
}

/** Columns of a chart, with an empty row wherever nothing came for longer than it should, or nothing was measurable. */
export function chartColumns(series: Series): ChartColumns {
  const columns: ChartColumns = { x: [], values: [], low: [], high: [] };
  const push = (at: number, value: number | null, low: number | null, high: number | null) => {
    columns.x.push(at / 1000);
    columns.values.push(value);
    columns.low.push(low);
    columns.high.push(high);
  };
  series.at.forEach((at, index) => {
    const before = series.at[index - 1];
    if (before !== undefined && series.gapMs > 0 && at - before > series.gapMs) push(before + 1, null, null, null);
    const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
    push(at, finite(series.values[index]), finite(series.low[index]), finite(series.high[index]));
  });
  return columns;
}

function medianStep(at: readonly number[]): number {
  const steps = at.slice(1).map((time, index) => time - (at[index] ?? time));
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}
