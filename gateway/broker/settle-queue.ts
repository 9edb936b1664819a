import type { Clock } from '../ports.ts';

interface Entry {
  /** 0: QoS 0, nothing to acknowledge. */
  readonly packetId: number;
  readonly bytes: number;
  readonly sinceMs: number;
  settled: boolean;
}

/** Messages settle in any order and are acknowledged in the order of their arrival (MQTT 3.1.1, 4.6). */
export class SettleQueue {
  readonly #clock: Clock;
  readonly #settleMs: number;
  readonly #acknowledge: (packetIds: readonly number[]) => void;
  readonly #fail: (why: 'rejected' | 'overdue') => void;
  readonly #entries: Entry[] = [];
  readonly #whenEmpty: (() => void)[] = [];
  #bytes = 0;
  #cancelDeadline: (() => void) | undefined;
  #ended = false;

  /**
   * `acknowledge`: these, in this order; called with none when only QoS 0 was settled, as room was made all the same.
   * `fail`: a message could not be settled; nothing is acknowledged after it.
   */
  constructor(options: {
    readonly clock: Clock;
    readonly settleMs: number;
    readonly acknowledge: (packetIds: readonly number[]) => void;
    readonly fail: (why: 'rejected' | 'overdue') => void;
  }) {
    this.#clock = options.clock;
    this.#settleMs = options.settleMs;
    this.#acknowledge = options.acknowledge;
    this.#fail = options.fail;
  }

  get count(): number {
    return this.#entries.length;
  }

  /** How long the first in line has been waiting; 0: nobody is. */
  get oldestMs(): number {
    const oldest = this.#entries[0];
    return oldest ? this.#clock.monotonicMs() - oldest.sinceMs : 0;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** `settling` resolves when the message may be acknowledged, and rejects when it never may. */
  add(message: { readonly packetId: number; readonly bytes: number; readonly settling: Promise<void> }): void {
    const { packetId, bytes } = message;
    const entry: Entry = { packetId, bytes, sinceMs: this.#clock.monotonicMs(), settled: false };
    this.#entries.push(entry);
    this.#bytes += bytes;
    this.#armDeadline();
    message.settling.then(
      () => {
        entry.settled = true;
        if (entry === this.#entries[0]) this.#release();
      },
      () => this.#giveUp('rejected'),
    );
  }

  /** Resolves when nothing is waiting any more, or when the link has ended. */
  async idle(): Promise<void> {
    if (this.#entries.length > 0 && !this.#ended) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
  }

  /** The link is gone: nothing is acknowledged any more. */
  end(): void {
    this.#ended = true;
    this.#cancelDeadline?.();
    this.#entries.length = 0;
    this.#bytes = 0;
    this.#tellIdle();
  }

  #release(): void {
    const open = this.#entries.findIndex((entry) => !entry.settled);
    const done = this.#entries.splice(0, open < 0 ? this.#entries.length : open);
    for (const entry of done) this.#bytes -= entry.bytes;
    this.#acknowledge(done.map((entry) => entry.packetId).filter((packetId) => packetId > 0));
    if (this.#entries.length === 0) this.#tellIdle();
  }

  #tellIdle(): void {
    for (const tell of this.#whenEmpty.splice(0)) tell();
  }

  #giveUp(why: 'rejected' | 'overdue'): void {
    if (!this.#ended) this.#fail(why);
  }

  /** One timer a link, for its oldest message; it looks again rather than being moved with every message. */
  #armDeadline(): void {
    const oldest = this.#entries[0];
    if (oldest === undefined || this.#cancelDeadline !== undefined) return;
    const leftMs = oldest.sinceMs + this.#settleMs - this.#clock.monotonicMs();
    this.#cancelDeadline = this.#clock.after(Math.max(leftMs, 1), () => {
      this.#cancelDeadline = undefined;
      const head = this.#entries[0];
      if (head !== undefined && this.#clock.monotonicMs() - head.sinceMs >= this.#settleMs) this.#giveUp('overdue');
      else this.#armDeadline();
    });
  }
}
