import type { LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';

export interface TakeoverLimits {
  /** So many within a minute go at once: a device on a bad radio takes over its own half-open connections. */
  readonly atOnce: number;
  readonly firstHoldMs: number;
  readonly longestHoldMs: number;
}

const windowMs = 60_000;

interface Watched {
  /** When the last ones happened. */
  times: number[];
  /** The newcomer that is held back now. */
  held: (() => void) | undefined;
}

/**
 * Two clients with one id throw each other out for ever, each throw a will, a CONNECT and a Birth. After the first few within
 * a minute the newcomer is held back, longer each time, and the one that is there goes on.
 */
export class TakeoverWatch {
  readonly #clock: Clock;
  readonly #limits: TakeoverLimits;
  readonly #watched = new Map<LinkId, Watched>();

  constructor(options: { readonly clock: Clock; readonly limits: TakeoverLimits }) {
    this.#clock = options.clock;
    this.#limits = options.limits;
  }

  /** Link ids that somebody took over within the last minute, or waits for. */
  get size(): number {
    return this.#watched.size;
  }

  /** A newcomer is about to close the connection that is there. */
  took(linkId: LinkId): void {
    const watched = this.#watched.get(linkId) ?? { times: [], held: undefined };
    this.#watched.set(linkId, watched);
    watched.times = [...this.#recent(watched), this.#clock.monotonicMs()].slice(-mostTimes);
    this.#clock.after(windowMs, () => this.#forget(linkId, watched));
  }

  /** How long a newcomer has to wait by now before it may take over. */
  holdMs(linkId: LinkId): number {
    const watched = this.#watched.get(linkId);
    const times = watched ? this.#recent(watched) : [];
    const last = times.at(-1);
    const beyond = times.length - this.#limits.atOnce;
    if (last === undefined || beyond < 0) return 0;
    const holdMs = Math.min(this.#limits.firstHoldMs * 2 ** beyond, this.#limits.longestHoldMs);
    return Math.max(0, last + holdMs - this.#clock.monotonicMs());
  }

  /**
   * True: it may take over, after it was held back for `holdMs`, or because the connection that was there is `gone`. False: a
   * still newer one waits in its place.
   */
  async holdBack(linkId: LinkId, gone: Promise<void>): Promise<boolean> {
    const ms = this.holdMs(linkId);
    const watched = this.#watched.get(linkId);
    if (ms === 0 || !watched) return true;
    watched.held?.();
    return new Promise((resolve) => {
      const decide = (may: boolean): void => {
        cancel();
        if (watched.held === giveWay) watched.held = undefined;
        this.#forget(linkId, watched);
        resolve(may);
      };
      const cancel = this.#clock.after(ms, () => decide(true));
      const giveWay = (): void => decide(false);
      watched.held = giveWay;
      void gone.then(() => decide(true));
    });
  }

  #recent({ times }: Watched): number[] {
    const since = this.#clock.monotonicMs() - windowMs;
    return times.filter((at) => at > since);
  }

  #forget(linkId: LinkId, watched: Watched): void {
    if (this.#recent(watched).length === 0 && !watched.held && this.#watched.get(linkId) === watched)
      this.#watched.delete(linkId);
  }
}

/** Beyond it the hold is the longest anyway. */
const mostTimes = 64;
