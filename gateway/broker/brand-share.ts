/** Somebody who may read on when there is room again. */
export interface Waiter {
  pump(): void;
}

/** The links of one brand. */
export interface Lane {
  /** Its messages handed on and not yet settled. */
  inFlight: number;
  readonly waiting: Set<Waiter>;
}

/**
 * How many messages of one brand may be on their way at once, over all its links: as many as are still free for everybody.
 * Alone, a brand takes half; two that flood take a third each; and whoever comes next always finds room, without a number
 * that has to be set for each (dynamic thresholds, Choudhury and Hahne 1998). Those without room are not read, and read on
 * in turn, one of each brand.
 */
export class BrandShare {
  readonly #most: number;
  readonly #lanes = new Map<string, Lane>();
  #total = 0;
  #waiting = 0;
  #waking = false;

  /** `most`: of all brands together, less than the store lets wait. */
  constructor(most: number) {
    this.#most = most;
  }

  lane(brand: string): Lane {
    let lane = this.#lanes.get(brand);
    if (!lane) this.#lanes.set(brand, (lane = { inFlight: 0, waiting: new Set() }));
    return lane;
  }

  /** Links that wait for their brand's share. */
  get waiting(): number {
    return this.#waiting;
  }

  hasRoom(lane: Lane): boolean {
    return lane.inFlight < this.#most - this.#total;
  }

  began(lane: Lane): void {
    lane.inFlight += 1;
    this.#total += 1;
  }

  settled(lane: Lane): void {
    lane.inFlight -= 1;
    this.#total -= 1;
    if (this.#waiting === 0 || this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      this.#wake();
    });
  }

  /** To be pumped, once, when there may be room. */
  wait(lane: Lane, waiter: Waiter): void {
    if (lane.waiting.has(waiter)) return;
    lane.waiting.add(waiter);
    this.#waiting += 1;
  }

  /** It has ended. */
  leave(lane: Lane, waiter: Waiter): void {
    if (lane.waiting.delete(waiter)) this.#waiting -= 1;
  }

  #wake(): void {
    // Who finds no room again waits again, behind the others of its lane: this ends.
    for (let anybody = true; anybody; ) {
      anybody = false;
      for (const lane of this.#lanes.values()) {
        const [waiter] = lane.waiting;
        if (!waiter || !this.hasRoom(lane)) continue;
        anybody = true;
        this.leave(lane, waiter);
        waiter.pump();
      }
    }
  }
}
