/**
 * The rounds of the event loop, counted once for all links and only while anybody asks: by it a link knows that everybody
 * else had their turn.
 */
export class Turns {
  #round = 0;
  #counting = false;

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
