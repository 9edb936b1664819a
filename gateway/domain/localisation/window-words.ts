import { atLeast } from './condition-reads.ts';

/** Changes that are kept of one metric, whatever it does. */
const changesKept = 64;

/** The values that a metric went through, each from its change on: shared by all conditions that ask how it changed. */
export class ChangeList {
  readonly #ms: number;
  #at: number[] = [];
  #value: (number | string)[] = [];
  /** The first one kept was no change but the first thing heard. */
  #begins = true;
  #newestAt = -Infinity;

  /** @param seconds The longest window that is asked for. */
  constructor(seconds: number) {
    this.#ms = seconds * 1000;
  }

  add(at: number, value: number | string): void {
    const last = this.#at.length - 1;
    if (at < this.#newestAt) {
      this.#addLate(at, value);
      return;
    }
    this.#newestAt = at;
    if (last >= 0 && this.#value[last] === value) return;
    if (last < 0) {
      // No room beyond: most never change.
      this.#at = [at];
      this.#value = [value];
      return;
    }
    this.#at.push(at);
    this.#value.push(value);
    // One that ended before the longest window began says nothing more.
    while (this.#at.length > changesKept || (this.#at[1] ?? Infinity) <= at - this.#ms) this.#dropFirst();
  }

  /** Changes in the window; `atLeast` so many until it was watched for half of it. */
  changes(seconds: number, now: number): number | undefined {
    return this.#count(seconds, now, undefined);
  }

  /** Changes to this value in the window. */
  became(value: string, seconds: number, now: number): number | undefined {
    return this.#count(seconds, now, value);
  }

  /** Part of the window that it had this value; undefined: it was watched for less than half of it. */
  share(value: string, seconds: number, now: number): number | undefined {
    const first = this.#at[0];
    if (first === undefined || now - first < seconds * 500) return undefined;
    const start = Math.max(first, now - seconds * 1000);
    let ms = 0;
    for (let i = 0; i < this.#at.length; i++) {
      if (this.#value[i] !== value) continue;
      ms += Math.max(0, Math.min(this.#at[i + 1] ?? now, now) - Math.max(this.#at[i] ?? now, start));
    }
    return ms / (now - start);
  }

  /** s that it has had this value; 0: it has another one; undefined: it has none. */
  held(value: string, now: number): number | undefined {
    const last = this.#at.length - 1;
    if (last < 0) return undefined;
    return this.#value[last] === value ? Math.max(0, now - (this.#at[last] ?? now)) / 1000 : 0;
  }

  /** Whether it has this value now. */
  is(value: string): boolean {
    return this.#value.at(-1) === value;
  }

  /** When a count over so many seconds next changes by itself. */
  nextAt(seconds: number, now: number): number {
    const first = this.#at[0];
    if (first === undefined) return Infinity;
    const matures = first + seconds * 500;
    const leaves = (this.#at.find((at) => at > now - seconds * 1000) ?? Infinity) + seconds * 1000;
    return matures > now ? Math.min(matures, leaves) : leaves;
  }

  /** Whether its share of a window changes as time goes by. */
  isMixed(seconds: number, now: number): boolean {
    const first = this.#at[0];
    if (first === undefined) return false;
    return now - first < seconds * 500 || (this.#at.at(-1) ?? 0) > now - seconds * 1000;
  }

  /** What it was up to `at` is of the past: it has its last value from then on. */
  forget(at: number): void {
    while ((this.#at[1] ?? Infinity) <= at) this.#dropFirst();
    const first = this.#at[0];
    if (first === undefined || first > at) return;
    this.#at[0] = at;
    this.#begins = true;
  }

  #count(seconds: number, now: number, value: string | undefined): number | undefined {
    const first = this.#at[0];
    if (first === undefined) return undefined;
    const start = now - seconds * 1000;
    let count = 0;
    for (let i = this.#at.length - 1; i >= (this.#begins ? 1 : 0); i--) {
      const at = this.#at[i] ?? 0;
      if (at <= start) break;
      if (at <= now && (value === undefined || this.#value[i] === value)) count++;
    }
    return now - first >= seconds * 500 ? count : atLeast(count);
  }

  #addLate(at: number, value: number | string): void {
    let i = this.#at.length;
    while (i > 0 && (this.#at[i - 1] ?? 0) > at) i--;
    if (i === 0 && !this.#begins) return;
    if (this.#value[i - 1] === value || this.#at.length >= changesKept) return;
    if (this.#value[i] === value) {
      this.#at[i] = at;
      return;
    }
    this.#at.splice(i, 0, at);
    this.#value.splice(i, 0, value);
  }

  #dropFirst(): void {
    this.#at.shift();
    this.#value.shift();
    this.#begins = false;
  }
}
