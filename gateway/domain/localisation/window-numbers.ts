import { atLeast } from './condition-reads.ts';

/** What a window keeps of its samples: their mean, their extremes, or how they grew. */
export type WindowKind = 'mean' | 'extremes' | 'growth';

export interface WindowLength {
  readonly kind: WindowKind;
  readonly seconds: number;
}

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
export const bucketsPerWindow = 24;
/** Kinds by their number in Lengths. */
const kindNumbers: Readonly<Record<WindowKind, number>> = { mean: 0, extremes: 1, growth: 2 };
const { mean, extremes, growth } = kindNumbers;

/** The windows of a program as columns of numbers: the same for all its Views. */
class Lengths {
  readonly kinds: Uint8Array;
  readonly ms: Float64Array;
  readonly bucketMs: Float64Array;

  constructor(lengths: readonly WindowLength[]) {
    this.kinds = Uint8Array.from(lengths, ({ kind }) => kindNumbers[kind]);
    this.ms = Float64Array.from(lengths, ({ seconds }) => seconds * 1000);
    this.bucketMs = this.ms.map((ms) => ms / bucketsPerWindow);
  }

  static #known = new WeakMap<readonly WindowLength[], Lengths>();

  static of(lengths: readonly WindowLength[]): Lengths {
    let known = Lengths.#known.get(lengths);
    if (known === undefined) Lengths.#known.set(lengths, (known = new Lengths(lengths)));
    return known;
  }
}

/** A bucket: at (of its first sample), then: sum, count; or min, max; or growth since the first, last value. */
const wide = 3;
/** Before the buckets: two sums over the window (sum, count; min, max), and the time of the newest sample. */
const head = 3;

/**
 * The number windows of one View: samples of a metric over the last so many seconds and one sample before them, shared by all
 * conditions that ask for it, and bounded whatever the device sends. A sample costs the same however many are in the window: sums are
 * kept, extremes are searched for only when one leaves. All are in one block of memory, for there are dozens in each of thousands of
 * Views, most of them with a handful of samples.
 */
export class NumberWindows {
  readonly #lengths: Lengths;
  #block = new Float64Array(0);
  #used = 0;
  /** By window: where its buckets begin in the block; 0: it has no place yet. */
  readonly #start: Uint32Array;
  /** By window, in buckets: its place, those it has, and those before the window (the last of them is kept). */
  readonly #room: Uint8Array;
  readonly #count: Uint8Array;
  readonly #before: Uint8Array;

  constructor(lengths: readonly WindowLength[]) {
    this.#lengths = Lengths.of(lengths);
    const { length } = lengths;
    this.#start = new Uint32Array(length);
    const bytes = new Uint8Array(3 * length);
    this.#room = bytes.subarray(0, length);
    this.#count = bytes.subarray(length, 2 * length);
    this.#before = bytes.subarray(2 * length);
  }

  /** @param counter It only grows, but for restarts at zero. */
  add(w: number, at: number, value: number, counter: boolean): void {
    // Asked for every value of every message: the block is read in place.
    const block = this.#block;
    const kind = this.#lengths.kinds[w];
    const count = this.#count[w] as number;
    const start = this.#start[w] as number;
    const last = start + (count - 1) * wide;
    if (count > 0 && at < (block[start - 1] as number)) {
      this.#addLate(w, at, value);
      return;
    }
    if (count > 0) this.#slide(w, at);
    let a = value;
    let b = value;
    if (kind === mean) b = 1;
    else if (kind === growth) {
      const before = count === 0 ? value : (block[last + 2] as number);
      // A counter that went down has restarted at 0: what it shows is what it grew since.
      const step = counter && value < before ? value : value - before;
      a = (count === 0 ? 0 : (block[last + 1] as number)) + step;
    }
    // What it was first is what all growth is counted from: merged with what follows, the first steps were lost.
    const isFirst = kind === growth && count === 1;
    if (count > 0 && !isFirst && at - (block[last] as number) < (this.#lengths.bucketMs[w] as number)) {
      this.#join(kind, last + 1, a, b);
      if (kind !== growth && count > (this.#before[w] as number)) this.#join(kind, start - head, a, b);
      block[start - 1] = at;
      return;
    }
    this.#insert(w, count, at, a, b);
    this.#take(w, a, b);
    this.#set(w, 0, -1, at);
  }

  /** Mean over the window. undefined: samples do not span half of it yet. */
  mean(w: number, end: WindowEnd): number | undefined {
    if (!this.#spans(w, end)) return undefined;
    const held = this.#held(w, end);
    const sum = this.#sum(w, 0);
    const count = this.#sum(w, 1);
    return held < 0 ? sum / count : (sum + this.#get(w, held, 1) / this.#get(w, held, 2)) / (count + 1);
  }

  least(w: number, end: WindowEnd): number | undefined {
    if (!this.#spans(w, end)) return undefined;
    const held = this.#held(w, end);
    return held < 0 ? this.#sum(w, 0) : Math.min(this.#sum(w, 0), this.#get(w, held, 1));
  }

  most(w: number, end: WindowEnd): number | undefined {
    if (!this.#spans(w, end)) return undefined;
    const held = this.#held(w, end);
    return held < 0 ? this.#sum(w, 1) : Math.max(this.#sum(w, 1), this.#get(w, held, 2));
  }

  spread(w: number, end: WindowEnd): number | undefined {
    const most = this.most(w, end);
    const least = this.least(w, end);
    return most === undefined || least === undefined ? undefined : most - least;
  }

  /** Growth since the window's start; `atLeast` that until samples span half of it. */
  increase(w: number, end: WindowEnd): number | undefined {
    const spans = this.#spans(w, end);
    const base = this.#base(w, end);
    if (base < 0) return undefined;
    const grown = this.#get(w, (this.#count[w] ?? 0) - 1, 1) - this.#get(w, base, 1);
    return spans ? grown : atLeast(grown);
  }

  /** Growth per second, by the time between. */
  rate(w: number, end: WindowEnd): number | undefined {
    if (!this.#spans(w, end)) return undefined;
    const base = this.#base(w, end);
    if (base < 0) return undefined;
    const baseAt = this.#get(w, base, 0);
    const ms = end.onChange ? end.now - Math.max(baseAt, end.now - this.#ms(w)) : this.#newestAt(w) - baseAt;
    if (ms <= 0) return undefined;
    return ((this.#get(w, (this.#count[w] ?? 0) - 1, 1) - this.#get(w, base, 1)) / ms) * 1000;
  }

  /** When it next changes by itself. Infinity: only a sample changes it. */
  nextAt(w: number, end: WindowEnd): number {
    const count = this.#count[w] ?? 0;
    if (!end.onChange || count === 0) return Infinity;
    this.#slide(w, end.now);
    const before = this.#before[w] ?? 0;
    const leaves = before < count ? this.#get(w, before, 0) + this.#ms(w) : Infinity;
    const spans = this.#get(w, Math.max(0, before - 1), 0) + this.#ms(w) / 2;
    return spans > end.now ? Math.min(leaves, spans) : leaves;
  }

  /** Samples up to `at` are of the past. */
  forget(w: number, at: number): void {
    const count = this.#count[w] ?? 0;
    let gone = 0;
    while (gone < count && this.#get(w, gone, 0) <= at) gone++;
    this.#drop(w, gone);
  }

  /** Buckets it holds. */
  size(w: number): number {
    return this.#count[w] ?? 0;
  }

  #spans(w: number, end: WindowEnd): boolean {
    if (this.#count[w] === 0) return false;
    const until = end.onChange ? end.now : this.#newestAt(w);
    this.#slide(w, until);
    return until - this.#get(w, this.#base(w, end), 0) >= (this.#lengths.ms[w] as number) / 2;
  }

  /** Of what is sent on change: the bucket that still held when the window began; else -1. */
  #held(w: number, end: WindowEnd): number {
    return end.onChange ? (this.#before[w] ?? 0) - 1 : -1;
  }

  /** The oldest that counts: the one before the window, if what came after it followed soon enough. */
  #base(w: number, end: WindowEnd): number {
    const before = this.#before[w] ?? 0;
    const count = this.#count[w] ?? 0;
    const joins =
      end.onChange || (before < count && this.#get(w, before, 0) - this.#get(w, before - 1, 0) <= end.gapMs);
    if (before > 0 && joins) return before - 1;
    return before < count ? before : -1;
  }

  #slide(w: number, until: number): void {
    const start = until - (this.#lengths.ms[w] as number);
    const count = this.#count[w] as number;
    let before = this.#before[w] as number;
    if (before >= count || this.#get(w, before, 0) > start) return;
    const kind = this.#lengths.kinds[w];
    while (before < count && this.#get(w, before, 0) <= start) {
      const a = this.#get(w, before, 1);
      const b = this.#get(w, before, 2);
      this.#before[w] = ++before;
      if (kind === mean) {
        this.#set(w, 0, -head, this.#sum(w, 0) - a);
        this.#set(w, 0, 1 - head, this.#sum(w, 1) - b);
      } else if (kind === extremes && (a <= this.#sum(w, 0) || b >= this.#sum(w, 1))) this.#sumUp(w);
    }
  }

  #addLate(w: number, at: number, value: number): void {
    const kind = this.#kind(w);
    // A counter's growth over a late sample is already counted: its neighbours say what it was.
    if (kind === growth || at <= this.#newestAt(w) - this.#ms(w)) return;
    let i = this.#count[w] ?? 0;
    while (i > 0 && this.#get(w, i - 1, 0) > at) i--;
    const b = kind === mean ? 1 : value;
    if (i > 0 && at - this.#get(w, i - 1, 0) < this.#ms(w) / bucketsPerWindow) this.#merge(w, i - 1, value, b);
    else if ((this.#count[w] ?? 0) < 2 * bucketsPerWindow) i = this.#insert(w, i, at, value, b);
    this.#sumUp(w);
  }

  #merge(w: number, i: number, a: number, b: number): void {
    this.#join(this.#kind(w), (this.#start[w] ?? 0) + i * wide + 1, a, b);
  }

  /** @returns Where it is now: room may have been made. */
  #insert(w: number, i: number, at: number, a: number, b: number): number {
    let place = i;
    const waste = (this.#before[w] ?? 0) - 1;
    if (this.#count[w] === this.#room[w]) {
      if (waste > 0 && place >= waste) {
        this.#drop(w, waste);
        place -= waste;
      } else this.#grow(w);
    }
    const start = this.#start[w] ?? 0;
    const count = this.#count[w] ?? 0;
    this.#block.copyWithin(start + (place + 1) * wide, start + place * wide, start + count * wide);
    this.#count[w] = count + 1;
    if (place < (this.#before[w] ?? 0)) this.#before[w] = (this.#before[w] ?? 0) + 1;
    this.#set(w, place, 0, at);
    this.#set(w, place, 1, a);
    this.#set(w, place, 2, b);
    return place;
  }

  /** The oldest go. Sums kept by adding and taking away drift: they are made anew here. */
  #drop(w: number, gone: number): void {
    const start = this.#start[w] ?? 0;
    const count = this.#count[w] ?? 0;
    if (gone === 0) return;
    this.#block.copyWithin(start, start + gone * wide, start + count * wide);
    this.#count[w] = count - gone;
    this.#before[w] = Math.max(0, (this.#before[w] ?? 0) - gone);
    this.#sumUp(w);
  }

  /** Gives a window a larger place at the end; the block is packed anew when it is full. */
  #grow(w: number): void {
    const room = this.#room[w] ?? 0;
    // In order there are never more than the buckets, the one before them and the newest; what comes late may need more.
    const full = bucketsPerWindow + 2;
    const more = room + Math.max(2, room >> 1);
    const wanted = room < full ? Math.min(more, full) : more;
    if (this.#used + head + wanted * wide > this.#block.length) this.#pack(head + wanted * wide);
    const from = this.#start[w] ?? 0;
    const start = this.#used + head;
    if (from > 0) this.#block.copyWithin(start - head, from - head, from + (this.#count[w] ?? 0) * wide);
    this.#start[w] = start;
    this.#room[w] = wanted;
    this.#used = start + wanted * wide;
    if (from === 0) this.#sumUp(w);
  }

  #pack(more: number): void {
    const sizes = [...this.#room.keys()].map((w) =>
      (this.#start[w] ?? 0) > 0 ? head + (this.#room[w] ?? 0) * wide : 0,
    );
    const live = sizes.reduce((sum, size) => sum + size, 0);
    const block = new Float64Array(live + more + Math.max(32, live >> 3));
    let used = 0;
    sizes.forEach((size, w) => {
      if (size === 0) return;
      const from = (this.#start[w] ?? 0) - head;
      block.set(this.#block.subarray(from, from + size), used);
      this.#start[w] = used + head;
      used += size;
    });
    this.#block = block;
    this.#used = used;
  }

  #sumUp(w: number): void {
    const isExtremes = this.#kind(w) === extremes;
    this.#set(w, 0, -head, isExtremes ? Infinity : 0);
    this.#set(w, 0, 1 - head, isExtremes ? -Infinity : 0);
    const count = this.#count[w] ?? 0;
    for (let i = this.#before[w] ?? 0; i < count; i++) this.#take(w, this.#get(w, i, 1), this.#get(w, i, 2));
  }

  #take(w: number, a: number, b: number): void {
    const kind = this.#kind(w);
    if (kind !== growth) this.#join(kind, (this.#start[w] ?? 0) - head, a, b);
  }

  /** Two numbers more at this place of the block. */
  #join(kind: number | undefined, place: number, a: number, b: number): void {
    const block = this.#block;
    const x = block[place] as number;
    const y = block[place + 1] as number;
    block[place] = kind === mean ? x + a : kind === extremes ? Math.min(x, a) : a;
    block[place + 1] = kind === mean ? y + b : kind === extremes ? Math.max(y, b) : b;
  }

  #kind(w: number): number {
    return this.#lengths.kinds[w] ?? mean;
  }

  #ms(w: number): number {
    return this.#lengths.ms[w] ?? 0;
  }

  #newestAt(w: number): number {
    return this.#get(w, 0, -1);
  }

  #sum(w: number, which: 0 | 1): number {
    return this.#get(w, 0, which - head);
  }

  #get(w: number, i: number, field: number): number {
    return this.#block[(this.#start[w] ?? 0) + i * wide + field] as number;
  }

  #set(w: number, i: number, field: number, value: number): void {
    this.#block[(this.#start[w] ?? 0) + i * wide + field] = value;
  }
}
