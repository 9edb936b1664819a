import type { Clock } from '../ports.ts';

const mostKeys = 10_000;

/** Counts wrong tries: after `most` within `windowMs`, a key is locked until the window is over. */
export class Attempts {
  readonly #clock: Clock;
  readonly #failures = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  isLocked(key: string, most: number, windowMs: number): boolean {
    return this.#recent(key, windowMs).length >= most;
  }

  failed(key: string, windowMs: number): void {
    const times = [...this.#recent(key, windowMs), this.#clock.monotonicMs()];
    // The oldest key goes first when somebody tries very many names.
    if (this.#failures.size >= mostKeys && !this.#failures.has(key)) {
      const oldest = this.#failures.keys().next().value;
      if (oldest !== undefined) this.#failures.delete(oldest);
    }
    this.#failures.set(key, times);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #recent(key: string, windowMs: number): number[] {
    const since = this.#clock.monotonicMs() - windowMs;
    return (this.#failures.get(key) ?? []).filter((time) => time > since);
  }
}
