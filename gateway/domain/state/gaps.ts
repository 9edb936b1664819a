import type { BootId } from '../ids.ts';

/** A seq below the highest settled one that is missing this long is a gap (WIRE.md "Settling"). */
export const gapAfterMs = 30_000;
const mostMissing = 2_048;

/** So many of one declaration are believed: no device's buffer holds more. */
const mostDropped = 1_000_000;

/** `dropped`: a full buffer in the device dropped these of the same boot. */
export interface CountedSeq {
  readonly bootId: BootId;
  readonly seq: number;
  readonly dropped?: { readonly from: number; readonly to: number };
}

/**
 * Which seqs of one boot are settled. Discards count as settled, so refusing never looks like losing; what the device says
 * that its full buffer dropped is told apart from what got lost on the way.
 */
export class SeqLedger {
  #highest = 0;
  readonly #missingSince = new Map<number, number>();

  settled(seq: number, nowMs: number): void {
    this.#missingSince.delete(seq);
    this.#reach(seq, nowMs);
  }

  /**
   * `from` to `to` were dropped, as the message with the seq `before` says: only what comes before it can have been. Told
   * before that message itself is settled. The answer is how many of them are news: neither settled nor declared so far.
   */
  declaredDropped(
    said: { readonly from: number; readonly to: number; readonly before: number },
    nowMs: number,
  ): number {
    const { from } = said;
    const to = Math.min(said.to, said.before - 1);
    let news = 0;
    for (const seq of this.#missingSince.keys()) {
      if (seq >= from && seq <= to && this.#missingSince.delete(seq)) news += 1;
    }
    const first = Math.max(from, this.#highest + 1);
    if (to >= first) {
      news += to - first + 1;
      if (this.#highest > 0) {
        this.#reach(first, nowMs);
        this.#highest = to;
      }
    }
    return Math.min(news, mostDropped);
  }

  gaps(nowMs: number): number {
    return [...this.#missingSince.values()].filter((since) => nowMs - since >= gapAfterMs).length;
  }

  /** This one is there; those between the highest so far and this one are missing. */
  #reach(seq: number, nowMs: number): void {
    if (seq <= this.#highest) return;
    const first = Math.max(this.#highest + 1, seq - mostMissing);
    // Nothing is known of what came before the first one that this gateway saw.
    if (this.#highest > 0) for (let missing = first; missing < seq; missing += 1) this.#miss(missing, nowMs);
    this.#highest = seq;
  }

  #miss(seq: number, nowMs: number): void {
    if (this.#missingSince.size < mostMissing) this.#missingSince.set(seq, nowMs);
  }
}
