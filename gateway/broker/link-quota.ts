import type { LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';

/**
 * What one link may send: so much at once, and so much a second after that. Bytes are of payloads. Of what it may at once, no more
 * than `inARow` come as fast as they can, the rest at `inARowASecond`: thousands of messages of one link are half a second in
 * which everybody else waits.
 */
export interface Share {
  readonly inARow: number;
  readonly inARowASecond: number;
  readonly messagesAtOnce: number;
  readonly messagesASecond: number;
  readonly bytesAtOnce: number;
  readonly bytesASecond: number;
}

/**
 * What is left of one link's share. The last message may overdraw it; then its socket is not read until something has
 * grown again, so that a device that floods waits for itself and is not disconnected.
 */
export class LinkQuota {
  readonly #share: Share;
  readonly #clock: Clock;
  #messages: number;
  #bytes: number;
  #row: number;
  #atMs: number;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(share: Share, clock: Clock) {
    this.#share = share;
    this.#clock = clock;
    this.#messages = share.messagesAtOnce;
    this.#bytes = share.bytesAtOnce;
    this.#row = share.inARow;
    this.#atMs = clock.monotonicMs();
  }

  spend(bytes: number): void {
    this.#messages -= 1;
    this.#row -= 1;
    this.#bytes -= bytes;
  }

  /** Asked before every message: looks at the clock only when nothing is left. */
  get hasRoom(): boolean {
    if (this.#row >= 1 && this.#hasShare) return true;
    this.#grow();
    return this.#row >= 1 && this.#hasShare;
  }

  get #hasShare(): boolean {
    return this.#messages >= 1 && this.#bytes > 0;
  }

  /** It is used up, and not only too much of it in a row; true at most once a minute. */
  get isNews(): boolean {
    if (this.#hasShare) return false;
    const now = this.#clock.monotonicMs();
    if (now - this.#toldMs < 60_000) return false;
    this.#toldMs = now;
    return true;
  }

  /** What is left of it, 1: nothing is used, and who comes back later is given the same anew; below 0: overdrawn. */
  get left(): number {
    this.#grow();
    return Math.min(this.#messages / this.#share.messagesAtOnce, this.#bytes / this.#share.bytesAtOnce);
  }

  #grow(): void {
    const now = this.#clock.monotonicMs();
    const seconds = Math.max(0, now - this.#atMs) / 1000;
    const { messagesAtOnce, messagesASecond, bytesAtOnce, bytesASecond, inARow, inARowASecond } = this.#share;
    this.#row = Math.min(inARow, this.#row + seconds * inARowASecond);
    this.#messages = Math.min(messagesAtOnce, this.#messages + seconds * messagesASecond);
    this.#bytes = Math.min(bytesAtOnce, this.#bytes + seconds * bytesASecond);
    this.#atMs = now;
  }
}

/** The shares of all links. They outlive a connection: whoever floods gains nothing by coming back. */
export class LinkQuotas {
  readonly #clock: Clock;
  readonly #most: number;
  readonly #quotas = new Map<LinkId, LinkQuota>();

  /** `most`: so many are kept. */
  constructor(options: { readonly clock: Clock; readonly most: number }) {
    this.#clock = options.clock;
    this.#most = options.most;
  }

  of(linkId: LinkId, share: Share): LinkQuota {
    let quota = this.#quotas.get(linkId);
    if (quota) return quota;
    if (this.#quotas.size >= this.#most) this.#forgetOne();
    this.#quotas.set(linkId, (quota = new LinkQuota(share, this.#clock)));
    return quota;
  }

  get size(): number {
    return this.#quotas.size;
  }

  /**
   * The one of which most is left, among the few that were looked at longest ago: a new link costs the same however many
   * there are, and who has used all of its share is not given another for being one of the first.
   */
  #forgetOne(): void {
    let forgotten: LinkId | undefined;
    let most = Number.NEGATIVE_INFINITY;
    let looks = 0;
    for (const [linkId, quota] of this.#quotas) {
      if ((looks += 1) > looksAtOnce) break;
      const { left } = quota;
      this.#quotas.delete(linkId);
      // Behind all others, so that the next look is at others.
      this.#quotas.set(linkId, quota);
      if (left > most) [forgotten, most] = [linkId, left];
      if (left >= 1) break;
    }
    if (forgotten !== undefined) this.#quotas.delete(forgotten);
  }
}

const looksAtOnce = 16;
