import type { Clock } from '../../gateway/ports/host.ts';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
  handle: NodeJS.Timeout;
}

/** The machine's clocks, which a test may let leap forward: whatever falls due in between happens at once, in order. */
export class LeapingClock implements Clock {
  #leaptMs = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return Date.now() + this.#leaptMs;
  }

  monotonicMs(): number {
    return performance.now() + this.#leaptMs;
  }

  after(ms: number, run: () => void): () => void {
    const timer: Timer = { dueMs: this.monotonicMs() + ms, run, handle: this.#arm(ms, () => this.#fire(timer)) };
    this.#timers.add(timer);
    return () => this.#cancel(timer);
  }

  leap(ms: number): void {
    this.#leaptMs += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.dueMs - b.dueMs)) {
      clearTimeout(timer.handle);
      timer.handle = this.#arm(timer.dueMs - this.monotonicMs(), () => this.#fire(timer));
    }
  }

  #arm(ms: number, run: () => void): NodeJS.Timeout {
    const handle = setTimeout(run, Math.max(0, ms));
    handle.unref();
    return handle;
  }

  #fire(timer: Timer): void {
    this.#cancel(timer);
    timer.run();
  }

  #cancel(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}
