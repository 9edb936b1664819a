/** Something that has gathered what is to be done in one go. */
export interface Gathering {
  release(): void;
}

/**
 * The rounds of the event loop, counted once for all links and only while anybody asks: by it a link knows that everybody
 * else had their turn.
 */
export class Turns {
  #round = 0;
  #counting = false;
  #due: Gathering[] = [];

  /** Once what is being done now is done, before anything else is: all in one microtask, as there may be hundreds at a time. */
  soon(one: Gathering): void {
    if (this.#due.push(one) > 1) return;
    void Promise.resolve().then(() => {
      const due = this.#due;
      this.#due = [];
      for (const each of due) each.release();
    });
  }

  get round(): number {
    if (!this.#counting) {
      this.#counting = true;
      setImmediate(() => {
        this.#counting = false;
        this.#round += 1;
      });
    }
    return this.#round;
  }
}
