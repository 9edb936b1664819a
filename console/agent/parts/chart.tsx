import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { chartColumns, chartSpanMs, type Series } from '../live/series.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMarks } from '../words/format.ts';
import { metricLabel, type ModelWords, valueLine } from '../words/metric-words.ts';
import { axisOf, clockMarks, lookOf, padded, useColourScheme } from './chart-look.ts';

export interface ChartProps {
  readonly name: string;
  readonly series: Series;
  readonly words: ModelWords;
  readonly nowAt: number;
}

const height = 116;

/** One metric of the last ten minutes. The picture is named by its last value; its numbers are in the table view. */
export function Chart({ name, series, words, nowAt }: ChartProps) {
  const spoken = useTexts();
  const { language, texts } = spoken;
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const scheme = useColourScheme();
  const unit = words.metrics.get(name)?.unit ?? '1';
  const isStepped = series.gapMs === Number.POSITIVE_INFINITY;

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const options = chartOptions({ element, isStepped, marks: (values) => formatMarks(values, unit, language) });
    options.hooks = { setCursor: [({ cursor, data }) => setPointed(data[1]?.[cursor.idx ?? -1] ?? null)] };
    const drawn = new uPlot(options, [[], [], [], []], element);
    plot.current = drawn;
    const resized = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
    // `scheme` is read through the custom properties that it changes.
  }, [language, isStepped, unit, scheme]);

  const second = Math.floor(nowAt / 1000);
  useEffect(() => {
    const { x, values, low, high } = chartColumns(series);
    plot.current?.batch(() => {
      plot.current?.setData([x, values, high, low], false);
      plot.current?.setScale('x', { min: second - chartSpanMs / 1000, max: second });
    });
  }, [series, second, language, isStepped, unit, scheme]);

  const label = metricLabel(name, words, language);
  const last = valueLine({ name, value: series.values.at(-1) }, words, spoken);
  return (
    <figure className="chart" data-metric={name}>
      <figcaption>
        <span>{label}</span>
        <strong>{pointed === null ? last : valueLine({ name, value: pointed }, words, spoken)}</strong>
      </figcaption>
      <div
        ref={frame}
        className="chart-frame"
        role="img"
        aria-label={texts.charts.label({ name: label, value: last })}
      />
    </figure>
  );
}

interface ChartLook {
  readonly element: HTMLElement;
  readonly isStepped: boolean;
  readonly marks: (values: readonly number[]) => string[];
}

function chartOptions({ element, isStepped, marks: words }: ChartLook): uPlot.Options {
  const look = lookOf(element);
  const axis = axisOf(look);
  const stepped = isStepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
  return {
    width: Math.max(element.clientWidth, 100),
    height,
    legend: { show: false },
    cursor: { sync: { key: 'live', scales: ['x', null] }, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: (_, low, high) => padded(low, high) } },
    axes: [
      { ...axis, size: 24, space: 60, values: clockMarks },
      { ...axis, size: (_, shown) => widthOf(shown), space: 28, values: (_, marks) => words(marks) },
    ],
    series: [
      {},
      {
        stroke: look.colour('--chart-line'),
        width: 1.5,
        spanGaps: false,
        points: { show: false },
        ...(stepped ? { paths: stepped } : {}),
      },
      { width: 0, points: { show: false } },
      { width: 0, points: { show: false } },
    ],
    bands: [{ series: [2, 3], fill: `${look.colour('--chart-line')}33` }],
  };
}

/** Room for the longest mark, px: 11 px letters are at most 7 wide. */
function widthOf(shown: readonly string[] | null): number {
  return Math.max(48, 14 + 7 * Math.max(0, ...(shown ?? []).map(({ length }) => length)));
}
