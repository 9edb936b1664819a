import type { UpControlLane } from '../../proto/topics.ts';

export interface ControlMessage {
  readonly lane: UpControlLane;
  readonly payload: Uint8Array;
  readonly settled?: () => void;
  /** Monotonic ms after which it is pointless; undefined: never. */
  readonly until?: number;
}

/** Control frames wait for their PUBACK too, in order, ahead of all data; bounded. */
export class ControlQueue {
  readonly #limit: number;
  #waiting: ControlMessage[] = [];
  #inFlight: ControlMessage[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(message: ControlMessage): void {
    this.#waiting.push(message);
    if (this.#waiting.length <= this.#limit) return;
    // The owner's Stop has a follow-up when it settles and is never the one to go.
    const oldest = this.#waiting.findIndex((waiting) => waiting.settled === undefined);
    this.#waiting.splice(Math.max(0, oldest), 1);
  }

  take(now: number): ControlMessage | undefined {
    this.#waiting = this.#waiting.filter((message) => message.until === undefined || now < message.until);
    const next = this.#waiting.shift();
    if (next) this.#inFlight.push(next);
    return next;
  }

  settle(message: ControlMessage): void {
    this.#inFlight = this.#inFlight.filter((other) => other !== message);
    message.settled?.();
  }

  linkDown(): void {
    this.#waiting = [...this.#inFlight, ...this.#waiting];
    this.#inFlight = [];
  }
}
