import type { Clock } from '../../gateway/ports/host.ts';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** Time that passes only when it is told to. Timers count on the monotonic clock; the wall clock may be set. */
export class FakeClock implements Clock {
  #wall: number;
  #monotonicMs = 5_000;
  #timers: Timer[] = [];

  constructor(now = 1_800_000_000_000) {
    this.#wall = now;
  }

  now(): number {
    return this.#wall;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { atMs: this.#monotonicMs + Math.max(0, ms), run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  get timers(): number {
    return this.#timers.length;
  }

  /** Somebody sets the wall clock; no time passes. */
  setWall(now: number): void {
    this.#wall = now;
  }

  /** Runs what falls due, in its order; a timer that is set meanwhile and falls due runs too. */
  advance(ms: number): void {
    const end = this.#monotonicMs + ms;
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) this.#fire(next);
    this.#moveTo(end);
  }

  /** As `advance`, and whatever the timers began with promises has been done before the next one runs. */
  async pass(ms: number): Promise<void> {
    const end = this.#monotonicMs + ms;
    await settled();
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      this.#fire(next);
      await settled();
    }
    this.#moveTo(end);
  }

  #nextUntil(end: number): Timer | undefined {
    return this.#timers
      .filter(({ atMs }) => atMs <= end)
      .reduce<Timer | undefined>((first, timer) => (first && first.atMs <= timer.atMs ? first : timer), undefined);
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((each) => each !== timer);
    this.#moveTo(timer.atMs);
    timer.run();
  }

  #moveTo(monotonicMs: number): void {
    const ms = Math.max(0, monotonicMs - this.#monotonicMs);
    this.#monotonicMs += ms;
    this.#wall += ms;
  }
}

/** When every promise that can go on without time passing or I/O has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
