/** How often a counter went up within the last seconds, as the firmware's conditions ask. A counter that starts anew is followed. */
export class CounterWindow {
  readonly #keepS: number;
  #last: number | undefined;
  #nowS = 0;
  #steps: { readonly at: number; readonly by: number }[] = [];

  constructor(options: { readonly keepS: number }) {
    this.#keepS = options.keepS;
  }

  step(value: number, dt: number): void {
    this.#nowS += dt;
    const by = this.#last === undefined ? 0 : value - this.#last;
    this.#last = value;
    if (by > 0) this.#steps.push({ at: this.#nowS, by });
    const oldest = this.#steps[0];
    if (oldest && this.#nowS - oldest.at > this.#keepS) this.#steps.shift();
  }

  within(seconds: number): number {
    let sum = 0;
    for (let i = this.#steps.length - 1; i >= 0; i -= 1) {
      const step = this.#steps[i];
      if (!step || this.#nowS - step.at > seconds) break;
      sum += step.by;
    }
    return sum;
  }
}
