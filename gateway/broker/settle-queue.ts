import type { Clock } from '../ports/host.ts';
import type { Settling } from '../ports/links.ts';
import type { Alarms, Sleeper } from './alarms.ts';
import type { Gathering, Turns } from './turns.ts';

/** Whose messages they are. */
export interface SettleOwner {
  /** These, in this order; none when only QoS 0 was settled: room was made all the same. */
  acknowledge(packetIds: readonly number[]): void;
  /** A message could not be settled; nothing is acknowledged after it. */
  givenUp(why: 'rejected' | 'overdue'): void;
  /** A message that had been handed on is over, one way or the other; also after the link has ended. */
  handedBack(): void;
}

/** What the queues of all links share. */
export interface SettleHost {
  readonly clock: Clock;
  readonly turns: Turns;
  readonly alarms: Alarms;
  readonly limits: { readonly settleMs: number };
}

interface Arrived {
  /** 0: QoS 0, nothing to acknowledge. */
  readonly packetId: number;
  readonly bytes: number;
  /** Monotonic. */
  readonly sinceMs: number;
  /** Somebody else has it now, and will say what became of it. */
  readonly isHandedOn: boolean;
}

/** One message of a link, from its arrival until it is acknowledged. */
class Entry implements Settling {
  /** 0: QoS 0, nothing to acknowledge. */
  readonly packetId: number;
  readonly bytes: number;
  readonly sinceMs: number;
  settled = false;
  #isOver = false;
  readonly #queue: SettleQueue;
  readonly #isHandedOn: boolean;

  constructor(queue: SettleQueue, message: Arrived) {
    this.#queue = queue;
    this.packetId = message.packetId;
    this.bytes = message.bytes;
    this.sinceMs = message.sinceMs;
    this.#isHandedOn = message.isHandedOn;
  }

  settle(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.settled = true;
    this.#queue.settled(this);
    if (this.#isHandedOn) this.#queue.owner.handedBack();
  }

  fail(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#queue.giveUp('rejected');
    if (this.#isHandedOn) this.#queue.owner.handedBack();
  }
}

/**
 * Messages settle in any order and are acknowledged in the order of their arrival (MQTT 3.1.1, 4.6): all that settle
 * together in one go.
 */
export class SettleQueue implements Gathering, Sleeper {
  readonly #host: SettleHost;
  readonly owner: SettleOwner;
  readonly #entries: Entry[] = [];
  #whenEmpty: (() => void)[] | undefined;
  #bytes = 0;
  /** When it looks at its oldest message; 0: nobody looks. */
  #alarmMs = 0;
  #ended = false;
  #releases = false;

  constructor(host: SettleHost, owner: SettleOwner) {
    this.#host = host;
    this.owner = owner;
  }

  get count(): number {
    return this.#entries.length;
  }

  /** How long the first in line has been waiting; 0: nobody is. */
  get oldestMs(): number {
    const oldest = this.#entries[0];
    return oldest ? this.#host.clock.monotonicMs() - oldest.sinceMs : 0;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The answer is told when the message may be acknowledged, or that it never may. */
  add(message: Arrived): Settling {
    const entry = new Entry(this, message);
    this.#entries.push(entry);
    this.#bytes += message.bytes;
    if (this.#alarmMs === 0) this.#armDeadline(message.sinceMs);
    return entry;
  }

  /** Resolves when nothing is waiting any more, or when the link has ended. */
  async idle(): Promise<void> {
    if (this.#entries.length > 0 && !this.#ended) {
      await new Promise<void>((resolve) => (this.#whenEmpty ??= []).push(resolve));
    }
  }

  /** The link is gone: nothing is acknowledged any more. */
  end(): void {
    this.#ended = true;
    if (this.#alarmMs > 0) this.#host.alarms.clear(this, this.#alarmMs);
    this.#alarmMs = 0;
    this.#entries.length = 0;
    this.#bytes = 0;
    this.#tellIdle();
  }

  /** For its own entries. What settles together with the oldest is acknowledged together with it, in one write. */
  settled(entry: Settling): void {
    if (this.#releases || entry !== this.#entries[0]) return;
    this.#releases = true;
    this.#host.turns.soon(this);
  }

  /** For its own entries. */
  giveUp(why: 'rejected' | 'overdue'): void {
    if (!this.#ended) this.owner.givenUp(why);
  }

  /** For `turns`. */
  release(): void {
    this.#releases = false;
    const entries = this.#entries;
    const packetIds: number[] = [];
    let done = 0;
    for (const entry of entries) {
      if (!entry.settled) break;
      done += 1;
      this.#bytes -= entry.bytes;
      if (entry.packetId > 0) packetIds.push(entry.packetId);
    }
    if (done === 0) return;
    entries.splice(0, done);
    this.owner.acknowledge(packetIds);
    if (entries.length === 0) this.#tellIdle();
  }

  #tellIdle(): void {
    for (const tell of this.#whenEmpty?.splice(0) ?? []) tell();
  }

  /** For `alarms`: one a link, for its oldest message; it looks again rather than being moved with every message. */
  wake(nowMs: number): void {
    this.#alarmMs = 0;
    const oldest = this.#entries[0];
    if (oldest !== undefined && nowMs - oldest.sinceMs >= this.#host.limits.settleMs) this.giveUp('overdue');
    else this.#armDeadline(nowMs);
  }

  #armDeadline(nowMs: number): void {
    const oldest = this.#entries[0];
    if (oldest === undefined || this.#ended) return;
    const { alarms, limits } = this.#host;
    this.#alarmMs = alarms.set(this, oldest.sinceMs + limits.settleMs - nowMs);
  }
}
