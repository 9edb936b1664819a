import type { Clock } from '../ports/host.ts';

interface Waiting {
  readonly sinceMs: number;
  /** Tries once more; true: it is over, one way or the other. */
  readonly again: () => Promise<boolean>;
  readonly giveUp: () => void;
}

const retryMs = 250;

/**
 * What cannot be written now waits, unacknowledged, and is tried again in its order: a store that stalls, falls and comes
 * back, or whose disk is full for a while, closes no connection. What waited for longer than `forMs` is given up, and
 * rejects with its last error. It may have been written before: whoever asks again is told of a duplicate.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #forMs: number;
  readonly #passes: (error: unknown) => boolean;
  #waiting: Waiting[] = [];
  #trying = false;

  /** `passes`: an error that may be over soon; any other one rejects at once. */
  constructor(options: {
    readonly clock: Clock;
    readonly forMs: number;
    readonly passes: (error: unknown) => boolean;
  }) {
    this.#clock = options.clock;
    this.#forMs = options.forMs;
    this.#passes = options.passes;
  }

  /** Writes that wait for the store. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** At once, unless others wait already: then behind them, in order. */
  run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0) return this.#wait(job, new Error('The store does not write'));
    return this.insist(job);
  }

  /** At once whoever waits, as what it does in memory counts at once (Stop); and again until it is on disk. */
  insist<T>(job: () => Promise<T>): Promise<T> {
    return job().catch((error: unknown) => {
      if (!this.#passes(error)) throw error;
      return this.#wait(job, error);
    });
  }

  #wait<T>(job: () => Promise<T>, first: unknown): Promise<T> {
    return new Promise((resolve, reject) => {
      let last = first;
      this.#waiting.push({
        sinceMs: this.#clock.monotonicMs(),
        again: () =>
          job().then(
            (result) => {
              resolve(result);
              return true;
            },
            (error: unknown) => {
              last = error;
              if (this.#passes(error)) return false;
              reject(error);
              return true;
            },
          ),
        giveUp: () => reject(last),
      });
      this.#tryLater();
    });
  }

  #tryLater(): void {
    if (this.#trying) return;
    this.#trying = true;
    this.#clock.after(retryMs, () => void this.#try());
  }

  /** One first, to see; then all that wait, in their order and within one turn, so that nothing new comes between. */
  async #try(): Promise<void> {
    const now = this.#clock.monotonicMs();
    const late = this.#waiting.filter(({ sinceMs }) => now - sinceMs >= this.#forMs);
    if (late.length > 0) this.#waiting = this.#waiting.filter((one) => !late.includes(one));
    for (const { giveUp } of late) giveUp();
    const [first] = this.#waiting;
    if (first && (await first.again())) {
      const rest = this.#waiting.slice(1);
      this.#waiting = [];
      const over = await Promise.all(rest.map((one) => one.again()));
      this.#waiting = [...rest.filter((_, index) => !over[index]), ...this.#waiting];
    }
    this.#trying = false;
    if (this.#waiting.length > 0) this.#tryLater();
  }
}
