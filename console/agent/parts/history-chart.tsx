import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type Figures, historyColumns, type Stretch } from '../live/history-figures.ts';
import { type Mark, type MarkKind, tagsOf } from '../live/history-marks.ts';
import { useTexts } from '../texts/use-texts.tsx';
import { formatMarks } from '../words/format.ts';
import { axisOf, clockMarks, type Look, lookOf, padded, useColourScheme } from './chart-look.ts';

export interface HistoryChartProps {
  readonly figures: Figures;
  readonly marks: readonly Mark[];
  readonly shown: Stretch;
  readonly unit: string;
  /** The picture in words. */
  readonly label: string;
  readonly describedBy: string;
  /** The charts above share its time axis. */
  readonly isLast: boolean;
  readonly isAlone: boolean;
  /** Told which bucket is pointed at, by its place; undefined: none. */
  readonly onPoint: (at: number | undefined) => void;
}

/** What the hooks of a plot draw; they outlive the render that made them. */
interface Drawn {
  silences: readonly Stretch[];
  marks: readonly Mark[];
}

/** Room for the numbers of marks above the plot, px. */
const tagRoom = 20;
/** Of every chart alike, so that one moment stands below the other. */
const axisWidth = 58;

/** One metric over time: average, band from lowest to highest, silences left empty, and what happened. */
export function HistoryChart(props: HistoryChartProps) {
  const { figures, marks, shown, unit, label, describedBy, isLast, isAlone, onPoint } = props;
  const { language } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const drawn = useRef<Drawn>({ silences: [], marks: [] });
  const [made, setMade] = useState(0);
  const scheme = useColourScheme();
  const height = (isAlone ? 200 : 116) + (isLast ? 20 : 0);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = lookOf(element);
    const options = historyOptions({
      look,
      isLast,
      drawn: drawn.current,
      size: { width: Math.max(element.clientWidth, 100), height },
      marks: (values) => formatMarks(values, unit, language),
      onPoint: ({ cursor, data }) => onPoint(data[0]?.[cursor.idx ?? -1]),
    });
    const created = new uPlot(options, [[], [], [], []], element);
    plot.current = created;
    setMade((count) => count + 1);
    const resized = new ResizeObserver(() => created.setSize({ width: element.clientWidth, height }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      created.destroy();
      plot.current = null;
    };
    // `scheme` is read through the custom properties that it changes.
  }, [language, unit, scheme, isLast, height, onPoint]);

  useEffect(() => {
    const { x, average, low, high } = historyColumns(figures, shown);
    drawn.current.silences = figures.silences;
    drawn.current.marks = marks;
    plot.current?.batch(() => {
      plot.current?.setData([x, average, high, low], false);
      plot.current?.setScale('x', { min: shown.from / 1000, max: shown.to / 1000 });
    });
  }, [figures, marks, shown, made]);

  return (
    <div
      ref={frame}
      className="chart-frame history-frame"
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      style={{ minHeight: height }}
    />
  );
}

interface HistoryLook {
  readonly look: Look;
  readonly isLast: boolean;
  readonly drawn: Drawn;
  readonly size: { readonly width: number; readonly height: number };
  readonly marks: (values: readonly number[]) => string[];
  readonly onPoint: (plot: uPlot) => void;
}

function historyOptions({ look, isLast, drawn, size, marks, onPoint }: HistoryLook): uPlot.Options {
  const axis = axisOf(look);
  const line = look.colour('--chart-line');
  const edge = { width: 0, points: { show: false } };
  return {
    ...size,
    legend: { show: false },
    padding: [tagRoom, 10, isLast ? null : 6, 0],
    cursor: { sync: { key: 'history', scales: ['x', null] }, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: (_, low, high) => padded(low, high) } },
    axes: [
      { ...axis, size: isLast ? 24 : 0, space: 64, values: isLast ? clockMarks : (_, at) => at.map(() => '') },
      { ...axis, size: axisWidth, space: 28, values: (_, values) => marks(values) },
    ],
    series: [
      {},
      { stroke: line, width: 1.5, spanGaps: false, points: { filter: alone, size: 5, fill: line } },
      edge,
      edge,
    ],
    bands: [{ series: [2, 3], fill: `${line}40` }],
    hooks: {
      setCursor: [onPoint],
      drawAxes: [(plot) => drawSilences(plot, drawn.silences, look)],
      draw: [(plot) => drawAlone(plot, line), (plot) => drawMarks(plot, drawn.marks, look)],
    },
  };
}

/** A value between two silences has no line to be seen by. */
function alone({ data }: uPlot, index: number): number[] {
  const values = data[index] ?? [];
  return Array.from(values.keys()).filter(
    (at) => values[at] != null && values[at - 1] == null && values[at + 1] == null,
  );
}

/** Nor has its band a neighbour to reach to. */
function drawAlone(plot: uPlot, line: string): void {
  const { ctx, data, valToPos } = plot;
  const [x, , high = [], low = []] = data;
  ctx.save();
  ctx.strokeStyle = `${line}80`;
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.beginPath();
  for (const index of alone(plot, 1)) {
    const place = valToPos(x[index] ?? 0, 'x', true);
    ctx.moveTo(place, valToPos(low[index] ?? 0, 'y', true));
    ctx.lineTo(place, valToPos(high[index] ?? 0, 'y', true));
  }
  ctx.stroke();
  ctx.restore();
}

function drawSilences({ ctx, bbox, valToPos }: uPlot, silences: readonly Stretch[], { colour }: Look): void {
  ctx.save();
  ctx.fillStyle = colour('--surface-sunken');
  for (const { from, to } of silences) {
    const left = Math.max(bbox.left, valToPos(from / 1000, 'x', true));
    const right = Math.min(bbox.left + bbox.width, valToPos(to / 1000, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

const markLooks: Readonly<Record<MarkKind, { readonly colour: string; readonly dashes: readonly number[] }>> = {
  raised: { colour: '--danger', dashes: [] },
  cleared: { colour: '--ok', dashes: [8, 4] },
  boot: { colour: '--text', dashes: [4, 2, 1, 2] },
  symptom: { colour: '--warn', dashes: [2, 3] },
};

/** A line a mark, in a style a kind, and its number in the list below the charts. */
function drawMarks({ ctx, bbox, valToPos }: uPlot, marks: readonly Mark[], { colour, font }: Look): void {
  const ratio = devicePixelRatio;
  const places = marks.map(({ at }) => Math.round(valToPos(at / 1000, 'x', true)));
  ctx.save();
  ctx.lineWidth = 1.5 * ratio;
  marks.forEach(({ kind }, index) => {
    const place = places[index] ?? 0;
    ctx.strokeStyle = colour(markLooks[kind].colour);
    ctx.setLineDash(markLooks[kind].dashes.map((dash) => dash * ratio));
    ctx.beginPath();
    ctx.moveTo(place, bbox.top);
    ctx.lineTo(place, bbox.top + bbox.height);
    ctx.stroke();
  });
  ctx.setLineDash([]);
  ctx.font = `600 ${11 * ratio}px ${font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { first, last } of tagsOf(places, 22 * ratio)) {
    const text = first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
    const width = Math.max(16 * ratio, ctx.measureText(text).width + 8 * ratio);
    const middle = ((places[first] ?? 0) + (places[last] ?? 0)) / 2;
    const left = Math.min(Math.max(middle - width / 2, 0), ctx.canvas.width - width);
    ctx.fillStyle = colour('--text');
    ctx.fillRect(left, bbox.top - (tagRoom - 3) * ratio, width, 15 * ratio);
    ctx.fillStyle = colour('--surface');
    ctx.fillText(text, left + width / 2, bbox.top - (tagRoom - 11) * ratio);
  }
  ctx.restore();
}
