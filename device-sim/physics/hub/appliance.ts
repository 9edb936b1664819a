import type { Random } from '../../random.ts';

export type ApplianceKind = 'lamp' | 'media' | 'heater';
export const applianceKinds: readonly ApplianceKind[] = ['lamp', 'media', 'heater'];

interface Cycle {
  /** W at the nominal voltage, drawn once for an appliance. */
  readonly full: readonly [number, number];
  /** Share of it, drawn anew at each turn. */
  readonly share: readonly [number, number];
  readonly onS: readonly [number, number];
  /** Of its own pauses (a thermostat), which need a while of warmth before them; undefined: it has none. */
  readonly offS: readonly [number, number] | undefined;
}
const cycles: Readonly<Record<ApplianceKind, Cycle>> = {
  lamp: { full: [9, 70], share: [0.995, 1.005], onS: [600, 3600], offS: undefined },
  media: { full: [60, 160], share: [0.75, 1.1], onS: [10, 60], offS: undefined },
  heater: { full: [1300, 2000], share: [0.98, 1.02], onS: [420, 900], offS: [90, 240] },
};

/** What is plugged in: what it would draw now if it had mains. */
export class Appliance {
  readonly kind: ApplianceKind;
  readonly full: number;
  /** W at the nominal voltage. */
  demand: number;
  readonly #random: Random;
  #turnsInS: number;
  #pausing = false;
  #share = 1;
  #stripShare = 0.7;
  #stripTurnsInS = 0;

  constructor(options: { readonly kind: ApplianceKind; readonly random: Random }) {
    this.kind = options.kind;
    this.#random = options.random;
    const cycle = cycles[this.kind];
    this.full = this.#random.between(...cycle.full);
    this.demand = this.full;
    this.#turnsInS = this.#random.between(...cycle.onS);
  }

  /** `supplied`: it has mains; `heaterW`, `stripW`: what else hangs there. */
  step(dt: number, options: { readonly supplied: boolean; readonly heaterW: number; readonly stripW: number }): void {
    const { supplied, heaterW, stripW } = options;
    // Cold again: it begins with a full turn.
    if (!supplied) this.#pausing = false;
    this.#turnsInS -= dt;
    if (this.#turnsInS <= 0) this.#turn(supplied);
    const own = this.#pausing ? 0 : this.full * this.#share;
    this.demand = Math.max(own, heaterW, stripW > 0 ? this.#strip(dt, stripW) : 0);
  }

  /** Things of a strip are switched on and off. */
  #strip(dt: number, stripW: number): number {
    this.#stripTurnsInS -= dt;
    if (this.#stripTurnsInS <= 0) {
      this.#stripShare = this.#random.between(0.7, 1.15);
      this.#stripTurnsInS = this.#random.between(60, 400);
    }
    return stripW * this.#stripShare;
  }

  #turn(supplied: boolean): void {
    const cycle = cycles[this.kind];
    this.#pausing = cycle.offS !== undefined && supplied && !this.#pausing;
    this.#share = this.#random.between(...cycle.share);
    this.#turnsInS = this.#random.between(...(this.#pausing && cycle.offS ? cycle.offS : cycle.onS));
  }
}
