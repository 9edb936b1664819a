import { atLeast } from './condition-reads.ts';

/** What a window keeps of its samples: their mean, their extremes, or how they grew. */
export type WindowKind = 'mean' | 'extremes' | 'growth';

/** How a metric is sent decides how its window ends. */
export interface WindowEnd {
  readonly now: number;
  /**
   * Sent on change alone: the last value goes on until now, and the window ends now. Else it ends with the newest sample: between two
   * samples nothing changes, and whether they still count is a matter of their age.
   */
  readonly onChange: boolean;
  /** Longest time between two samples that belong together, ms. */
  readonly gapMs: number;
}

/** A window is cut into at most so many buckets; samples that come faster are summed up in one. */
export const bucketsPerWindow = 64;
const compactAt = 48;

/**
 * Samples of one metric over the last so many seconds, and one sample before them: shared by all conditions that ask for it, and
 * bounded whatever the device sends. A sample costs the same however many are in the window: sums are kept, extremes are searched
 * for only when one leaves.
 */
export class NumberWindow {
  readonly kind: WindowKind;
  readonly ms: number;
  /** Triples, oldest first. at (of the bucket's first sample), then: sum, count; or min, max; or growth since the first, last value. */
  readonly #data: number[] = [];
  /** First triple inside the window; the one before it is kept, older ones are waste until they are cut off. */
  #inside = 0;
  #a = 0;
  #b = 0;
  #newestAt = 0;

  constructor(kind: WindowKind, seconds: number) {
    this.kind = kind;
    this.ms = seconds * 1000;
    this.#reset();
  }

  /** @param counter It only grows, but for restarts at zero. */
  add(at: number, value: number, counter: boolean): void {
    const data = this.#data;
    const last = data.length - 3;
    if (last >= 0 && at < this.#newestAt) {
      this.#addLate(at, value);
      return;
    }
    let a = value;
    let b = value;
    if (this.kind === 'mean') b = 1;
    else if (this.kind === 'growth') {
      const before = last < 0 ? value : num(data, last + 2);
      // A counter that went down has restarted at 0: what it shows is what it grew since.
      const step = counter && value < before ? value : value - before;
      a = (last < 0 ? 0 : num(data, last + 1)) + step;
    }
    this.#newestAt = at;
    if (last >= 0 && at - num(data, last) < this.ms / bucketsPerWindow) {
      if (this.kind === 'mean') {
        data[last + 1] = num(data, last + 1) + a;
        data[last + 2] = num(data, last + 2) + 1;
      } else if (this.kind === 'extremes') {
        data[last + 1] = Math.min(num(data, last + 1), a);
        data[last + 2] = Math.max(num(data, last + 2), b);
      } else {
        data[last + 1] = a;
        data[last + 2] = b;
      }
      if (last < this.#inside) return;
    } else data.push(at, a, b);
    this.#take(a, b);
  }

  /** Mean over the window. undefined: samples do not span half of it yet. */
  mean(end: WindowEnd): number | undefined {
    if (!this.#spans(end)) return undefined;
    const before = this.#before(end);
    if (before < 0) return this.#a / this.#b;
    const value = num(this.#data, before + 1) / num(this.#data, before + 2);
    return (this.#a + value) / (this.#b + 1);
  }

  least(end: WindowEnd): number | undefined {
    if (!this.#spans(end)) return undefined;
    const before = this.#before(end);
    return before < 0 ? this.#a : Math.min(this.#a, num(this.#data, before + 1));
  }

  most(end: WindowEnd): number | undefined {
    if (!this.#spans(end)) return undefined;
    const before = this.#before(end);
    return before < 0 ? this.#b : Math.max(this.#b, num(this.#data, before + 2));
  }

  spread(end: WindowEnd): number | undefined {
    const most = this.most(end);
    const least = this.least(end);
    return most === undefined || least === undefined ? undefined : most - least;
  }

  /** Growth since the window's start; `atLeast` that until samples span half of it. */
  increase(end: WindowEnd): number | undefined {
    const spans = this.#spans(end);
    const base = this.#base(end);
    if (base < 0) return undefined;
    const grown = num(this.#data, this.#data.length - 2) - num(this.#data, base + 1);
    return spans ? grown : atLeast(grown);
  }

  /** Growth per second, by the time between. */
  rate(end: WindowEnd): number | undefined {
    if (!this.#spans(end)) return undefined;
    const base = this.#base(end);
    if (base < 0) return undefined;
    const baseAt = num(this.#data, base);
    const ms = end.onChange ? end.now - Math.max(baseAt, end.now - this.ms) : this.#newestAt - baseAt;
    if (ms <= 0) return undefined;
    return ((num(this.#data, this.#data.length - 2) - num(this.#data, base + 1)) / ms) * 1000;
  }

  /** When it next changes by itself. Infinity: only a sample changes it. */
  nextAt(end: WindowEnd): number {
    const data = this.#data;
    if (!end.onChange || data.length === 0) return Infinity;
    this.#slide(end.now);
    const leaves = this.#inside < data.length ? num(data, this.#inside) + this.ms : Infinity;
    const spans = num(data, Math.max(0, this.#inside - 3)) + this.ms / 2;
    return spans > end.now ? Math.min(leaves, spans) : leaves;
  }

  /** Samples up to `at` are of the past. */
  forget(at: number): void {
    const data = this.#data;
    let i = 0;
    while (i < data.length && num(data, i) <= at) i += 3;
    data.splice(0, i);
    this.#inside = Math.max(0, this.#inside - i);
    this.#sumUp();
  }

  /** Buckets it holds. */
  get size(): number {
    return this.#data.length / 3;
  }

  #spans(end: WindowEnd): boolean {
    const data = this.#data;
    if (data.length === 0) return false;
    const until = end.onChange ? end.now : this.#newestAt;
    this.#slide(until);
    let oldest = this.#inside;
    if (oldest > 0 && (end.onChange || num(data, oldest) - num(data, oldest - 3) <= end.gapMs)) oldest -= 3;
    return until - num(data, oldest) >= this.ms / 2;
  }

  /** Of what is sent on change: the triple that still held when the window began; else -1. */
  #before(end: WindowEnd): number {
    return end.onChange ? this.#inside - 3 : -1;
  }

  /** Where growth is counted from. */
  #base(end: WindowEnd): number {
    const data = this.#data;
    const inside = this.#inside;
    if (inside > 0 && (end.onChange || num(data, inside) - num(data, inside - 3) <= end.gapMs)) return inside - 3;
    return inside < data.length ? inside : -1;
  }

  #slide(until: number): void {
    const data = this.#data;
    const start = until - this.ms;
    while (this.#inside < data.length && num(data, this.#inside) <= start) {
      const a = num(data, this.#inside + 1);
      const b = num(data, this.#inside + 2);
      this.#inside += 3;
      if (this.kind === 'mean') {
        this.#a -= a;
        this.#b -= b;
      } else if (this.kind === 'extremes' && (a <= this.#a || b >= this.#b)) this.#sumUp();
    }
    if (this.#inside < compactAt || this.#inside * 2 < data.length) return;
    data.splice(0, this.#inside - 3);
    this.#inside = 3;
    // Sums kept by adding and taking away drift: they are made anew here.
    this.#sumUp();
  }

  #addLate(at: number, value: number): void {
    const data = this.#data;
    // A counter's growth over a late sample is already counted: its neighbours say what it was.
    if (this.kind === 'growth' || at <= this.#newestAt - this.ms) return;
    let i = data.length;
    while (i > 0 && num(data, i - 3) > at) i -= 3;
    if (this.size >= 2 * bucketsPerWindow) return;
    data.splice(i, 0, at, value, this.kind === 'mean' ? 1 : value);
    if (i < this.#inside) this.#inside += 3;
    this.#sumUp();
  }

  #sumUp(): void {
    this.#reset(this.#inside);
    for (let i = this.#inside; i < this.#data.length; i += 3)
      this.#take(num(this.#data, i + 1), num(this.#data, i + 2));
  }

  #take(a: number, b: number): void {
    if (this.kind === 'mean') {
      this.#a += a;
      this.#b += b;
    } else if (this.kind === 'extremes') {
      this.#a = Math.min(this.#a, a);
      this.#b = Math.max(this.#b, b);
    }
  }

  #reset(inside = 0): void {
    this.#inside = inside;
    this.#a = this.kind === 'extremes' ? Infinity : 0;
    this.#b = this.kind === 'extremes' ? -Infinity : 0;
  }
}

function num(data: readonly number[], i: number): number {
  return data[i] as number;
}
