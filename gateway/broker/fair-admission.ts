import type { Clock } from '../ports.ts';

interface Waiting {
  readonly go: (leave: (() => void) | undefined) => void;
  readonly cancel: () => void;
  readonly stillWanted: () => boolean;
}

/**
 * At most `most` are within at once; the rest wait in line, and the lines take turns: a herd of one brand stands in its own
 * line, and the one device of another waits for one turn and not for the herd.
 */
export class FairAdmission {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #patienceMs: number;
  readonly #lines = new Map<string, Waiting[]>();
  #within = 0;
  #waiting = 0;

  constructor(options: { readonly clock: Clock; readonly most: number; readonly patienceMs: number }) {
    this.#clock = options.clock;
    this.#most = options.most;
    this.#patienceMs = options.patienceMs;
  }

  get within(): number {
    return this.#within;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves with the way out, to be called once; undefined: it waited for too long, or is not wanted any more. */
  async enter(line: string, stillWanted: () => boolean): Promise<(() => void) | undefined> {
    if (this.#within < this.#most && this.#waiting === 0) return this.#admit();
    return new Promise((resolve) => {
      const queue = this.#lines.get(line) ?? [];
      this.#lines.set(line, queue);
      const waiting: Waiting = {
        go: resolve,
        stillWanted,
        cancel: this.#clock.after(this.#patienceMs, () => {
          this.#drop(line, waiting);
          resolve(undefined);
        }),
      };
      queue.push(waiting);
      this.#waiting += 1;
    });
  }

  #admit(): () => void {
    this.#within += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#within -= 1;
      this.#next();
    };
  }

  #next(): void {
    while (this.#within < this.#most && this.#waiting > 0) {
      const first = this.#takeTurn();
      first.cancel();
      if (first.stillWanted()) first.go(this.#admit());
      else first.go(undefined);
    }
  }

  /** The first of the line whose turn it is; that line goes behind all others. */
  #takeTurn(): Waiting {
    for (const [line, queue] of this.#lines) {
      const first = queue.shift();
      this.#lines.delete(line);
      if (queue.length > 0) this.#lines.set(line, queue);
      if (!first) continue;
      this.#waiting -= 1;
      return first;
    }
    throw new Error('Somebody waits in no line');
  }

  #drop(line: string, waiting: Waiting): void {
    const queue = this.#lines.get(line);
    const at = queue?.indexOf(waiting) ?? -1;
    if (!queue || at < 0) return;
    queue.splice(at, 1);
    this.#waiting -= 1;
    if (queue.length === 0) this.#lines.delete(line);
  }
}
