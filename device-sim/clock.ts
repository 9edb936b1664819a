/** Time as a device knows it: a wall clock that may be wrong, and a monotonic one that only counts. Both in ms. */
export interface Clock {
  /** Epoch ms. */
  readonly wall: () => number;
  /** Ms since an arbitrary start; never jumps. */
  readonly monotonic: () => number;
  /** Runs `task` once after `delayMs`; the result takes it back. */
  readonly after: (delayMs: number, task: () => void) => () => void;
}

export const realClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A clock that moves only when told to; tasks run in order of their time. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #start: number;
  readonly #tasks = new Set<{ at: number; task: () => void }>();

  constructor(startWall = 1_780_000_000_000) {
    this.#start = startWall;
  }

  readonly wall = (): number => this.#start + this.#now;
  readonly monotonic = (): number => this.#now;
  readonly after = (delayMs: number, task: () => void): (() => void) => {
    const entry = { at: this.#now + delayMs, task };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  };

  advance(byMs: number): void {
    const end = this.#now + byMs;
    for (;;) {
      const due = [...this.#tasks].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#tasks.delete(due);
      this.#now = due.at;
      due.task();
    }
    this.#now = end;
  }
}
