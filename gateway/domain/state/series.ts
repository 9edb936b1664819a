import type { SampleLayout } from '../sample-columns.ts';
import { History, historySpanMs, mostPoints, type OrderedPoint, type Point } from './history.ts';

/** Of one View; a device that says its metrics in more combinations than that has the rest remembered metric by metric. */
const mostLayouts = 8;

/**
 * What a View's numbers were in the last minutes. What one message says is remembered as one row, so that it costs one write;
 * whatever comes otherwise is remembered by its metric. Put together, in the order in which it came, when somebody looks.
 */
export class Series {
  readonly #rows = new Map<SampleLayout, History>();
  readonly #single = new Map<string, History>();
  /** Metrics, in the order in which they first came. */
  readonly #names = new Set<string>();
  /** How many have come: says of two points which came first. */
  #count = 0;
  /** The last one's: a device goes on with one for a while. */
  #lastLayout: SampleLayout | undefined;
  #lastRows: History | undefined;

  addRow(layout: SampleLayout, values: readonly number[], receivedAt: number): void {
    const rows = areFinite(values) ? this.#rowsOf(layout, receivedAt) : undefined;
    if (rows !== undefined) {
      rows.forgetBefore(receivedAt - historySpanMs);
      rows.add(receivedAt, (this.#count += 1), values);
      return;
    }
    layout.names.forEach((name, column) => this.add(name, values[column] ?? Number.NaN, receivedAt));
  }

  /** What is no finite number is left out. */
  add(name: string, value: number, receivedAt: number): void {
    if (!Number.isFinite(value)) return;
    let history = this.#single.get(name);
    if (!history) {
      this.#single.set(name, (history = new History(1)));
      this.#names.add(name);
    }
    history.forgetBefore(receivedAt - historySpanMs);
    history.add(receivedAt, (this.#count += 1), [value]);
  }

  /** Of each metric that has any since then, oldest first. */
  since(receivedAt: number): Map<string, readonly Point[]> {
    const series = new Map<string, readonly Point[]>();
    for (const name of this.#names) {
      const points = this.#pointsOf(name, receivedAt);
      if (points.length > 0) series.set(name, points);
    }
    return series;
  }

  #pointsOf(name: string, since: number): Point[] {
    const parts: OrderedPoint[][] = [];
    const single = this.#single.get(name);
    if (single) parts.push(single.since(since));
    for (const [layout, rows] of this.#rows) {
      const column = layout.names.indexOf(name);
      if (column >= 0) parts.push(rows.since(since, column));
    }
    const points = parts.length === 1 ? (parts[0] ?? []) : parts.flat().sort((a, b) => a.order - b.order);
    return points.slice(-mostPoints).map(({ receivedAt, value }) => ({ receivedAt, value }));
  }

  /** undefined: there are too many already. */
  #rowsOf(layout: SampleLayout, receivedAt: number): History | undefined {
    if (layout === this.#lastLayout) return this.#lastRows;
    let rows = this.#rows.get(layout);
    if (rows === undefined && (this.#rows.size < mostLayouts || this.#forgetOld(receivedAt))) {
      this.#rows.set(layout, (rows = new History(layout.names.length)));
      for (const name of layout.names) this.#names.add(name);
    }
    this.#lastLayout = rows && layout;
    this.#lastRows = rows;
    return rows;
  }

  /** Those of which nothing is of the last minutes. */
  #forgetOld(receivedAt: number): boolean {
    for (const [layout, rows] of this.#rows) {
      rows.forgetBefore(receivedAt - historySpanMs);
      if (rows.isEmpty) this.#rows.delete(layout);
    }
    this.#lastLayout = undefined;
    return this.#rows.size < mostLayouts;
  }
}

function areFinite(values: readonly number[]): boolean {
  // The sum of what is not finite is not finite; where that of finite ones is not, they are remembered one by one.
  let sum = 0;
  for (let column = 0; column < values.length; column += 1) sum += values[column] as number;
  return Number.isFinite(sum);
}
