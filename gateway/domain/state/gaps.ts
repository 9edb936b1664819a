/** A seq below the highest settled one that is missing this long is a gap (WIRE.md "Settling"). */
export const gapAfterMs = 30_000;
const mostMissing = 2_048;

/**
 * Which seqs of one boot are settled. Discards count as settled, so refusing never looks like losing; what the device says
 * that its full buffer dropped is told apart from what got lost on the way.
 */
export class SeqLedger {
  #highest = 0;
  readonly #missingSince = new Map<number, number>();
  dropped = 0;

  settled(seq: number, nowMs: number): void {
    this.#missingSince.delete(seq);
    if (seq <= this.#highest) return;
    const first = Math.max(this.#highest + 1, seq - mostMissing);
    // Nothing is known of what came before the first one that this gateway saw.
    if (this.#highest > 0) for (let missing = first; missing < seq; missing += 1) this.#miss(missing, nowMs);
    this.#highest = seq;
  }

  declaredDropped(from: number, to: number): void {
    this.dropped += to - from + 1;
    for (const seq of this.#missingSince.keys()) if (seq >= from && seq <= to) this.#missingSince.delete(seq);
    if (this.#highest > 0) this.#highest = Math.max(this.#highest, to);
  }

  gaps(nowMs: number): number {
    return [...this.#missingSince.values()].filter((since) => nowMs - since >= gapAfterMs).length;
  }

  #miss(seq: number, nowMs: number): void {
    if (this.#missingSince.size < mostMissing) this.#missingSince.set(seq, nowMs);
  }
}
