import type { Clock } from '../ports/host.ts';

/** Somebody who is to be woken. */
export interface Sleeper {
  wake(nowMs: number): void;
}

/**
 * One timer for all links. Most of them wait for something that will not happen (silence, a store that hangs), each for a
 * minute or more: a timer and its closures weigh more than all else that is remembered of such a wait. Who is woken may be
 * woken late by a little, never early.
 */
export class Alarms {
  readonly #clock: Clock;
  /** By when they are to be woken, monotonic. */
  readonly #sleepers = new Map<number, Set<Sleeper>>();
  #nextMs = Number.POSITIVE_INFINITY;
  #cancel: (() => void) | undefined;

  constructor(options: { readonly clock: Clock }) {
    this.#clock = options.clock;
  }

  /** Wakes it once, after `ms`; the answer is what `clear` asks for. */
  set(sleeper: Sleeper, ms: number): number {
    const nowMs = this.#clock.monotonicMs();
    // Coarse, so that many are woken together.
    const grainMs = ms < longMs ? 10 : 1_000;
    const atMs = Math.ceil((nowMs + Math.max(ms, 1)) / grainMs) * grainMs;
    const together = this.#sleepers.get(atMs);
    if (together) together.add(sleeper);
    else this.#sleepers.set(atMs, new Set([sleeper]));
    if (atMs < this.#nextMs) this.#wait(atMs, nowMs);
    return atMs;
  }

  clear(sleeper: Sleeper, atMs: number): void {
    const together = this.#sleepers.get(atMs);
    if (together?.delete(sleeper) && together.size === 0) this.#sleepers.delete(atMs);
  }

  #wait(atMs: number, nowMs: number): void {
    this.#cancel?.();
    this.#nextMs = atMs;
    this.#cancel = this.#clock.after(atMs - nowMs, () => this.#ring());
  }

  #ring(): void {
    this.#cancel = undefined;
    this.#nextMs = Number.POSITIVE_INFINITY;
    const nowMs = this.#clock.monotonicMs();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const [atMs, together] of this.#sleepers) {
      if (atMs > nowMs) {
        nextMs = Math.min(nextMs, atMs);
        continue;
      }
      this.#sleepers.delete(atMs);
      for (const sleeper of together) sleeper.wake(nowMs);
    }
    // Whoever was woken may have set an alarm that comes first.
    if (nextMs < this.#nextMs) this.#wait(nextMs, nowMs);
  }
}

/** Whoever waits for so long does not mind another second. */
const longMs = 20_000;
