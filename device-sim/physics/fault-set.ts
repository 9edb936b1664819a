import type { Words } from '../models/model.ts';

export interface FaultMoment {
  /** 0..1. */
  readonly severity: number;
  readonly secondsSinceOnset: number;
}

/** A physical cause, not a symptom: it changes friction, resistance and the like, and everything else follows. */
export interface Fault<Causes> {
  readonly title: Words;
  readonly apply: (causes: Causes, moment: FaultMoment) => void;
}

/** Ids of the fault catalogue to what they do to the causes of one class. To add a fault, add one entry. */
export type FaultCatalogue<Causes> = Readonly<Record<string, Fault<Causes>>>;

export interface FaultOrder {
  readonly id: string;
  /** 0..1. */
  readonly severity: number;
  /** Seconds until it sets in. */
  readonly afterS: number;
}

/** The faults that are inside one device. */
export class FaultSet<Causes> {
  readonly #catalogue: FaultCatalogue<Causes>;
  readonly #healthy: () => Causes;
  /** Of a device that has no fault inside: looked at in every step, so made once. */
  readonly #sound: Readonly<Causes>;
  readonly #inside = new Map<
    string,
    { readonly fault: Fault<Causes>; readonly severity: number; readonly onsetS: number }
  >();

  constructor(options: { readonly catalogue: FaultCatalogue<Causes>; readonly healthy: () => Causes }) {
    this.#catalogue = options.catalogue;
    this.#healthy = options.healthy;
    this.#sound = options.healthy();
  }

  /** False: the class knows no such fault. `nowS` counts as in `causes`. */
  inject({ id, severity, afterS }: FaultOrder, nowS: number): boolean {
    const fault = Object.hasOwn(this.#catalogue, id) ? this.#catalogue[id] : undefined;
    if (fault) this.#inside.set(id, { fault, severity, onsetS: nowS + afterS });
    return fault !== undefined;
  }

  clear(): void {
    this.#inside.clear();
  }

  causes(nowS: number): Readonly<Causes> {
    if (this.#inside.size === 0) return this.#sound;
    const causes = this.#healthy();
    for (const { fault, severity, onsetS } of this.#inside.values()) {
      if (nowS >= onsetS) fault.apply(causes, { severity, secondsSinceOnset: nowS - onsetS });
    }
    return causes;
  }
}
