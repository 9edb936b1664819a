import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { HubParameters } from './parameters.ts';

/** Between moments in which both radios send at once with all they have, s. */
const meanPeakS = 420;

/** The hub's power adapter and cable: what is left of its voltage under the bursts of the radios. */
export class Supply {
  /** V, the least of the last second. */
  voltage: number;
  readonly #p: HubParameters['supply'];
  readonly #random: Random;
  readonly #noise: Wander;
  #least = Infinity;
  #sinceS = 0;

  constructor(options: { readonly parameters: HubParameters['supply']; readonly random: Random }) {
    this.#p = options.parameters;
    this.#random = options.random;
    this.#noise = new Wander({ random: options.random, deviation: 0.015, tauS: 8 });
    this.voltage = this.under(this.#p.typicalA, 0);
  }

  /** V at the inlet while so much flows. */
  under(amps: number, cableOhm: number): number {
    return this.#p.openV - amps * (this.#p.cableOhm + cableOhm);
  }

  /** The hub was reset by a dip: what it measures begins anew. */
  reset(): void {
    this.voltage = this.under(this.#p.typicalA, 0);
    this.#least = Infinity;
    this.#sinceS = 0;
  }

  step(dt: number, { running, cableOhm }: { readonly running: boolean; readonly cableOhm: number }): void {
    this.#least = Math.min(this.#least, this.under(this.#amps(dt, running), cableOhm) + this.#noise.step(dt));
    this.#sinceS += dt;
    if (this.#sinceS < 1 - 1e-6) return;
    this.voltage = this.#least;
    this.#least = Infinity;
    this.#sinceS = 0;
  }

  #amps(dt: number, running: boolean): number {
    const { typicalA, burstA } = this.#p;
    if (!running) return 0.05;
    // Short bursts of one radio in every second; now and then both at once.
    const peak = this.#random.next() < dt / meanPeakS;
    return peak
      ? burstA * this.#random.between(0.95, 1.18)
      : typicalA + 0.45 * (burstA - typicalA) * this.#random.between(0.8, 1.2);
  }
}
