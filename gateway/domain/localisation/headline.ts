import type { Mode } from './verdict.ts';

/** From there a cause is named; once named it stays until it falls clearly below, or another one is clearly ahead. */
const nameFrom: Readonly<Record<Mode, number>> = { monitoring: 0.5, call: 0.4 };
/** So far a newcomer must lead, or the named one have fallen, to be believed at once. */
const slack: Readonly<Record<Mode, number>> = { monitoring: 0.3, call: 0.15 };
/** Else it has to stay so for this long: in a call somebody waits, in monitoring nobody does, and what comes and goes is one trouble. */
const settleMs: Readonly<Record<Mode, number>> = { monitoring: 600_000, call: 10_000 };

/**
 * What is shown on top. It does not flap: a newcomer must lead clearly, or have been ahead for a while; what falls a little
 * below the threshold stays.
 */
export class Headline {
  #named: string | null = null;
  #challenger: { readonly key: string | null; readonly since: number } | null = null;
  /** Changes from one name to another, or away from one. */
  changes = 0;

  /** `top`: the most probable explanation's faults, joined; null: nothing is wrong, or nobody described it. */
  take(options: {
    readonly mode: Mode;
    readonly top: { readonly key: string | null; readonly p: number };
    readonly pOf: (key: string) => number;
    readonly now: number;
  }): string | null {
    const { mode, top, pOf, now } = options;
    const wanted = top.key !== null && top.p >= nameFrom[mode] ? top.key : null;
    if (wanted === this.#named) {
      this.#challenger = null;
      return this.#named;
    }
    if (this.#named === null) return this.#become(wanted);
    const own = pOf(this.#named);
    const isClear = wanted === null ? own < nameFrom[mode] - slack[mode] : top.p >= own + slack[mode];
    if (isClear) return this.#become(wanted);
    if (this.#challenger?.key !== wanted) this.#challenger = { key: wanted, since: now };
    const isLong = now - this.#challenger.since >= settleMs[mode];
    // Nothing is named, for long: also then the name goes.
    return isLong ? this.#become(wanted) : this.#named;
  }

  #become(key: string | null): string | null {
    if (this.#named !== null) this.changes += 1;
    this.#named = key;
    this.#challenger = null;
    return key;
  }
}
