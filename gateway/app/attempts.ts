import type { Clock } from '../ports.ts';

const mostKeys = 10_000;

/** Counts tries of a key within a window. A try is counted before it is judged, and taken back when it was right. */
export class Attempts {
  readonly #clock: Clock;
  /** Monotonic ms of each try; the key tried longest ago comes first. */
  readonly #tries = new Map<string, readonly number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts it; false, and not counted: there were `most` within `windowMs` already. */
  attempt(key: string, most: number, windowMs: number): boolean {
    const now = this.#clock.monotonicMs();
    const recent = (this.#tries.get(key) ?? []).filter((time) => time > now - windowMs);
    if (recent.length >= most) return false;
    this.#tries.delete(key);
    // Somebody who tries very many names pushes out only what was tried before that.
    const [oldest] = this.#tries.keys();
    if (this.#tries.size >= mostKeys && oldest !== undefined) this.#tries.delete(oldest);
    this.#tries.set(key, [...recent, now]);
    return true;
  }

  /** The newest try of this key was none. */
  takeBack(key: string): void {
    const tries = this.#tries.get(key);
    if (tries) this.#tries.set(key, tries.slice(0, -1));
  }

  forget(key: string): void {
    this.#tries.delete(key);
  }
}
