import type { DeviceRecord } from './records.ts';

interface RingEntry {
  readonly record: DeviceRecord;
  readonly epoch: number;
  readonly at: number;
}

/**
 * The device's own journal: errors, freeze frames and boots of the last 24 h that were recorded while nobody was allowed
 * to see them. It leaves only as `backlog` (WIRE.md "Handshake" 5). Bounded in time and number; times are monotonic ms.
 */
export class LocalRing {
  readonly #limits: { readonly entries: number; readonly keepMs: number };
  #entries: RingEntry[] = [];

  constructor(limits: { readonly entries: number; readonly keepMs: number }) {
    this.#limits = limits;
  }

  keep(entry: RingEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#limits.entries) this.#entries.shift();
  }

  /** All that is young enough, oldest first. */
  read(now: number): readonly RingEntry[] {
    this.#entries = this.#entries.filter((entry) => now - entry.at <= this.#limits.keepMs);
    return this.#entries;
  }
}
