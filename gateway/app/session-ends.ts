import type { SessionRecord } from '../domain/people/records.ts';
import type { Clock } from '../ports/host.ts';

const mostKnown = 20_000;

/**
 * A session ends at the earlier of its wall deadline and its monotonic one, which is counted from when this process first saw
 * it: setting the clock back keeps nobody signed in for longer.
 */
export class SessionEnds {
  readonly #clock: Clock;
  /** By token hash, on the monotonic clock. */
  readonly #deadlines = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hasEnded({ tokenHash, expiresAt }: Pick<SessionRecord, 'tokenHash' | 'expiresAt'>): boolean {
    const [now, monotonicMs] = [this.#clock.now(), this.#clock.monotonicMs()];
    let deadline = this.#deadlines.get(tokenHash);
    if (deadline === undefined) {
      deadline = monotonicMs + Math.max(0, expiresAt - now);
      const [oldest] = this.#deadlines.keys();
      if (this.#deadlines.size >= mostKnown && oldest !== undefined) this.#deadlines.delete(oldest);
      this.#deadlines.set(tokenHash, deadline);
    }
    return now >= expiresAt || monotonicMs >= deadline;
  }
}
