import { limits } from './limits.ts';

/**
 * How often a link may change what it told of its devices. Telling something new takes nothing, since there is an end to it
 * (limits.ts): a home that is told of for the first time, however large, meets no bound here.
 */
export class ChangeBucket {
  readonly #monotonicMs: () => number;
  #left: number = limits.changes.burst;
  #at: number;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
    this.#at = monotonicMs();
  }

  get isEmpty(): boolean {
    const now = this.#monotonicMs();
    const more = (Math.max(0, now - this.#at) / 1_000) * limits.changes.perSecond;
    this.#left = Math.min(limits.changes.burst, this.#left + more);
    this.#at = now;
    return this.#left < 1;
  }

  /** May leave a debt: what a change costs is known when it is made. */
  take(changes: number): void {
    this.#left -= changes;
  }
}
