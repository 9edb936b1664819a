import type { RecordKind } from './consent-filter.ts';
import type { DeviceRecord } from './records.ts';

export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

/** A message in the send queue. `seq` is given when it enters. */
export interface QueuedMessage {
  readonly seq: number;
  readonly epoch: number;
  readonly record: DeviceRecord;
  readonly kind: RecordKind;
  /** Given at its first transmission; a copy sent again says the same. */
  readonly dropped: SeqRange | undefined;
  readonly queuedAt: number;
}

/**
 * Keeps data messages until they are settled (WIRE.md "Settling"): bounded, resent in order; what had to be dropped is
 * declared in the next message that leaves. No I/O; times are monotonic ms.
 */
export class SendBuffer {
  readonly #limits: { readonly messages: number; readonly offlineMs: number };
  #waiting: QueuedMessage[] = [];
  #inFlight: QueuedMessage[] = [];
  #dropped: SeqRange[] = [];
  #lastSeq = 0;
  #online = false;
  #settled = 0;

  constructor(limits: { readonly messages: number; readonly offlineMs: number }) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#waiting.length + this.#inFlight.length;
  }
  get inFlight(): number {
    return this.#inFlight.length;
  }
  get settledCount(): number {
    return this.#settled;
  }

  add(options: { record: DeviceRecord; epoch: number; kind: RecordKind; now: number }): void {
    const { record, epoch, now } = options;
    this.#lastSeq += 1;
    const kind = options.kind === 'live' && !this.#online ? 'historical' : options.kind;
    this.#waiting.push({ seq: this.#lastSeq, epoch, record, kind, dropped: undefined, queuedAt: now });
    // What is in flight has left already; the oldest that has not makes room.
    while (this.size > this.#limits.messages && this.#waiting.length > 1) this.#drop(this.#waiting.shift());
  }

  /** The next message to transmit, now in flight; undefined when none waits. */
  take(): QueuedMessage | undefined {
    const next = this.#waiting.shift();
    if (!next) return undefined;
    const message = next.dropped ? next : { ...next, dropped: this.#dropped.shift() };
    this.#inFlight.push(message);
    return message;
  }

  /** PUBACK: may be forgotten. False when it was dropped meanwhile. */
  settle(seq: number): boolean {
    const index = this.#inFlight.findIndex((message) => message.seq === seq);
    if (index < 0) return false;
    this.#inFlight.splice(index, 1);
    this.#settled += 1;
    return true;
  }

  /** The link came up; what waits goes out in order. */
  linkUp(): void {
    this.#online = true;
  }

  /** The link is gone: all that is unsettled waits again, in order, and will arrive as what it then is, history. */
  linkDown(): void {
    this.#online = false;
    this.#waiting = [...this.#inFlight, ...this.#waiting].map((message) =>
      message.kind === 'live' ? { ...message, kind: 'historical' } : message,
    );
    this.#inFlight = [];
  }

  /** While the link is down, only so much time is kept. */
  forgetOld(now: number): void {
    if (this.#online) return;
    while (this.#waiting[0] && now - this.#waiting[0].queuedAt > this.#limits.offlineMs)
      this.#drop(this.#waiting.shift());
  }

  /** Withdrawn consent: reduces or removes what has not left yet. */
  prune(reduce: (message: QueuedMessage) => DeviceRecord | undefined): void {
    const kept: QueuedMessage[] = [];
    for (const message of this.#waiting) {
      const record = reduce(message);
      if (record) kept.push(record === message.record ? message : { ...message, record });
      else this.#drop(message);
    }
    this.#waiting = kept;
    // What is in flight is kept for resending only, and what may no longer be sent is not resent.
    const flying = this.#inFlight;
    this.#inFlight = [];
    for (const message of flying) {
      const record = reduce(message);
      if (record) this.#inFlight.push({ ...message, record });
      else this.#drop(message);
    }
  }

  #drop(message: QueuedMessage | undefined): void {
    if (!message) return;
    const ranges = [...this.#dropped, { from: message.seq, to: message.seq }];
    if (message.dropped) ranges.push(message.dropped);
    ranges.sort((a, b) => a.from - b.from);
    this.#dropped = [];
    for (const range of ranges) {
      const last = this.#dropped.at(-1);
      if (last && range.from <= last.to + 1)
        this.#dropped.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to) });
      else this.#dropped.push(range);
    }
  }
}
