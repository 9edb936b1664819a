import type { Random } from '../random.ts';

/** Noise with memory (first-order autoregressive): mean 0, given deviation and correlation time, never beyond 3 deviations. */
export class Wander {
  readonly #random: Random;
  readonly #deviation: number;
  readonly #tauS: number;
  #value = 0;

  constructor(options: { readonly random: Random; readonly deviation: number; readonly tauS: number }) {
    this.#random = options.random;
    this.#deviation = options.deviation;
    this.#tauS = options.tauS;
    this.#value = options.random.normal() * options.deviation;
  }

  step(dt: number): number {
    const keep = Math.exp(-dt / this.#tauS);
    const next = this.#value * keep + this.#deviation * Math.sqrt(1 - keep * keep) * this.#random.normal();
    const limit = 3 * this.#deviation;
    this.#value = Math.max(-limit, Math.min(limit, next));
    return this.#value;
  }
}

/** The value after `dt` seconds of approaching `target` with time constant `tauS`. */
export function approach(value: number, target: number, dt: number, tauS: number): number {
  return target + (value - target) * Math.exp(-dt / tauS);
}
