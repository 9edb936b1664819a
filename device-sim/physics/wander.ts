import type { Random } from '../random.ts';

/** Noise with memory (first-order autoregressive): mean 0, given deviation and correlation time, never beyond 3 deviations. */
export class Wander {
  readonly #random: Random;
  readonly #deviation: number;
  readonly #tauS: number;
  #value = 0;
  /** Share kept and share drawn anew in a step of `#dt`; steps are nearly always alike. */
  #dt = 0;
  #keep = 1;
  #draw = 0;

  constructor(options: { readonly random: Random; readonly deviation: number; readonly tauS: number }) {
    this.#random = options.random;
    this.#deviation = options.deviation;
    this.#tauS = options.tauS;
    this.#value = options.random.normal() * options.deviation;
  }

  step(dt: number): number {
    if (dt !== this.#dt) {
      this.#dt = dt;
      this.#keep = Math.exp(-dt / this.#tauS);
      this.#draw = this.#deviation * Math.sqrt(1 - this.#keep * this.#keep);
    }
    const next = this.#value * this.#keep + this.#draw * this.#random.normal();
    const limit = 3 * this.#deviation;
    this.#value = Math.max(-limit, Math.min(limit, next));
    return this.#value;
  }
}

/** The value after `dt` seconds of approaching `target` with time constant `tauS`. */
export function approach(value: number, target: number, dt: number, tauS: number): number {
  return target + (value - target) * Math.exp(-dt / tauS);
}
