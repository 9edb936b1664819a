import { useEffect, useState } from 'react';
import type uPlot from 'uplot';

/** What the page's own style says, for a canvas, which inherits none of it. */
export interface Look {
  readonly colour: (name: string) => string;
  readonly font: string;
}

export function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  return { colour: (name) => style.getPropertyValue(name).trim(), font: style.fontFamily };
}

export function axisOf({ colour, font }: Look): uPlot.Axis {
  return {
    stroke: colour('--chart-axis'),
    font: `11px ${font}`,
    grid: { stroke: colour('--chart-grid'), width: 1 },
    ticks: { show: false },
  };
}

const minutes = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const seconds = new Intl.DateTimeFormat('en', {
  minute: '2-digit',
  second: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** @param marks seconds; where they stand closer than a minute, two would read alike without theirs */
export function clockMarks(_: uPlot, marks: readonly number[]): string[] {
  const isClose = (marks[1] ?? 0) - (marks[0] ?? 0) < 60 && marks.length > 1;
  return marks.map((at) => (isClose ? seconds : minutes).format(at * 1000));
}

/** A flat line stays a line in the middle instead of noise blown up to the whole height. */
export function padded(low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const span = Math.max(high - low, Math.abs(high) * 0.02, 0.1);
  return [low - span * 0.1, high + span * 0.1];
}

/** Whether the page is dark: what a canvas shows is drawn anew when that changes. */
export function useColourScheme(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const changed = () => setDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return dark;
}
