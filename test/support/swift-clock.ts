import type { Clock as DeviceClock } from '../../device-sim/clock.ts';
import type { Clock } from '../../gateway/ports/host.ts';

interface Timer {
  readonly dueMs: number;
  readonly run: () => void;
  handle: NodeJS.Timeout;
}

/**
 * The machine's clocks, which a test may let run faster: what takes a device minutes is over within seconds. Gateway and
 * devices that share it agree on the time; what crosses between them is as real as ever.
 */
export class SwiftClock implements Clock, DeviceClock {
  readonly #startedAt = Date.now();
  #speed = 1;
  /** Both at the last change of speed: of the machine, and as it is told here. */
  #machineMs = performance.now();
  #toldMs = 0;
  readonly #timers = new Set<Timer>();

  readonly now = (): number => this.#startedAt + Math.floor(this.#passedMs);
  readonly wall = this.now;
  readonly monotonicMs = (): number => this.#passedMs;
  readonly monotonic = this.monotonicMs;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const dueMs = this.#passedMs + Math.max(0, ms);
    const timer: Timer = { dueMs, run, handle: this.#arm(dueMs, () => this.#fire(timer)) };
    this.#timers.add(timer);
    return () => this.#cancel(timer);
  };

  set speed(speed: number) {
    this.#toldMs = this.#passedMs;
    this.#machineMs = performance.now();
    this.#speed = speed;
    for (const timer of this.#timers) {
      clearTimeout(timer.handle);
      timer.handle = this.#arm(timer.dueMs, () => this.#fire(timer));
    }
  }

  get #passedMs(): number {
    return this.#toldMs + (performance.now() - this.#machineMs) * this.#speed;
  }

  #arm(dueMs: number, run: () => void): NodeJS.Timeout {
    return setTimeout(run, Math.max(0, dueMs - this.#passedMs) / this.#speed);
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
