import type { Clock } from '../ports/host.ts';

/** After each it rests so many times as long as that took: whoever sends messages meanwhile is acknowledged in between. */
const restShare = 2;

/**
 * Work of some ms each that may come for very many at once, and that nobody's acknowledgement is to wait for: one after the
 * other, each in a turn of the event loop by itself. What is asked for again before its turn is done once.
 */
export class InTurn<Key> {
  readonly #clock: () => Clock;
  readonly #run: (key: Key) => void;
  readonly #waiting = new Set<Key>();
  #cancel: (() => void) | undefined;

  constructor(options: { readonly clock: () => Clock; readonly run: (key: Key) => void }) {
    this.#clock = options.clock;
    this.#run = options.run;
  }

  ask(key: Key): void {
    this.#waiting.add(key);
    this.#cancel ??= this.#clock().after(0, () => this.#next());
  }

  forget(key: Key): void {
    this.#waiting.delete(key);
  }

  close(): void {
    this.#waiting.clear();
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #next(): void {
    this.#cancel = undefined;
    for (const key of this.#waiting) {
      this.#waiting.delete(key);
      const clock = this.#clock();
      const begunMs = clock.monotonicMs();
      try {
        this.#run(key);
      } finally {
        if (this.#waiting.size > 0) {
          const restMs = (clock.monotonicMs() - begunMs) * restShare;
          this.#cancel ??= clock.after(restMs, () => this.#next());
        }
      }
      return;
    }
  }
}
