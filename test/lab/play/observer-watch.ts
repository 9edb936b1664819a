import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';

/** A heartbeat that is missing for so many of its own periods is absent. */
const periodsUntilAbsent = 2.5;
const badWords: ReadonlySet<unknown> = new Set([
  'fail',
  'failed',
  'down',
  'lost',
  'absent',
  'dead',
  'error',
  'deaf',
  0,
  false,
]);

/**
 * What the gateway knows of itself, from `observer.heartbeat` rows: while its own heartbeat is absent, or says that it is not well, that a
 * device is silent says nothing of the device. Times are epoch ms.
 */
export class ObserverWatch {
  #last: number | null = null;
  #periodMs: number | null = null;
  #isFault = false;

  beat(at: number, value: unknown): Evidence[] {
    if (this.#last !== null && at > this.#last) {
      const gap = at - this.#last;
      this.#periodMs = this.#periodMs === null ? gap : Math.min(this.#periodMs, gap);
    }
    this.#last = at;
    return this.#become(badWords.has(value), at);
  }

  /** When the next heartbeat is overdue; null: never, or it is already. */
  get nextDueAt(): number | null {
    if (this.#isFault || this.#last === null || this.#periodMs === null) return null;
    return this.#last + periodsUntilAbsent * this.#periodMs;
  }

  advance(now: number): Evidence[] {
    const due = this.nextDueAt;
    return due !== null && now >= due ? this.#become(true, due) : [];
  }

  #become(isFault: boolean, at: number): Evidence[] {
    if (isFault === this.#isFault) return [];
    this.#isFault = isFault;
    return [{ kind: 'fleet', at, signal: 'gateway_fault', share: isFault ? 0.95 : 0 }];
  }
}
