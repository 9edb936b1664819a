import type { Words } from '../models/model.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Intermittence, OnsetShape, SeverityWord } from '../trace/trace.ts';

export interface FaultMoment {
  /** 0..1, now: what the order says, as far as its onset has come. */
  readonly severity: number;
  readonly secondsSinceOnset: number;
  /** 0..1, drawn once when it was put in: which variant of the cause it is, where there are several. */
  readonly variant: number;
  /** Many devices have it at once, in the same variant. */
  readonly shared: boolean;
  /** Seconds until it ends by itself; Infinity: never. */
  readonly remainsS: number;
}

/** A physical cause, not a symptom: it changes friction, resistance and the like, and everything else follows. */
export interface Fault<Causes> {
  readonly title: Words;
  readonly apply: (causes: Causes, moment: FaultMoment) => void;
}

/** Ids of the fault catalogue (or `unmodelled:<words>`) to what they do to the causes of one class. To add a fault, add one entry. */
export type FaultCatalogue<Causes> = Readonly<Record<string, Fault<Causes>>>;

export const severities: Readonly<Record<SeverityWord, number>> = { mild: 0.35, moderate: 0.65, severe: 1 };

export interface FaultOrder {
  readonly id: string;
  /** 0..1, see `severities`. */
  readonly severity: number;
  /** Seconds until it sets in. */
  readonly afterS: number;
  /** step (default): at once; ramp: evenly over `rampS`; wear: accelerating over `rampS`. */
  readonly shape?: OnsetShape;
  /** Seconds until it has come wholly; default 1800. */
  readonly rampS?: number;
  readonly intermittence?: Intermittence;
  /** Many devices have it at once: its variant follows from the order alone. */
  readonly shared?: boolean;
  /** Seconds until it ends by itself, counted as `afterS`. */
  readonly untilS?: number;
}

interface Inside<Causes> extends Timed {
  readonly fault: Fault<Causes>;
  readonly variant: number;
}
interface Timed {
  readonly order: FaultOrder;
  readonly onsetS: number;
  readonly untilS: number;
  readonly flicker: Flicker | undefined;
}

/** The faults that are inside one device. */
export class FaultSet<Causes> {
  readonly #catalogue: FaultCatalogue<Causes>;
  readonly #healthy: () => Causes;
  /** Of a device that has no fault inside: looked at in every step, so made once. */
  readonly #sound: Readonly<Causes>;
  readonly #random: Random | undefined;
  #latest: { readonly second: number; readonly form: string; readonly causes: Readonly<Causes> } | undefined;
  readonly #inside = new Map<string, Inside<Causes>>();

  /** `random` is drawn from at each `inject` only: it chooses variants and the times of intermittent faults. */
  constructor(options: {
    readonly catalogue: FaultCatalogue<Causes>;
    readonly healthy: () => Causes;
    readonly random?: Random;
  }) {
    this.#catalogue = options.catalogue;
    this.#healthy = options.healthy;
    this.#sound = options.healthy();
    this.#random = options.random;
  }

  /** False: the class knows no such fault. `nowS` counts as in `causes`. */
  inject(order: FaultOrder, nowS: number): boolean {
    const { id, intermittence, afterS, untilS = Infinity } = order;
    const fault = Object.hasOwn(this.#catalogue, id) ? this.#catalogue[id] : undefined;
    if (!fault) return false;
    const random = seededRandom(this.#random?.next() ?? 0.5, id);
    this.#latest = undefined;
    this.#inside.set(id, {
      fault,
      order,
      onsetS: Math.floor(nowS + 1e-6) + afterS,
      untilS: Math.floor(nowS + 1e-6) + untilS,
      variant: (order.shared ? seededRandom(id, afterS, order.severity) : random).next(),
      flicker: intermittence && new Flicker({ intermittence, random }),
    });
    return true;
  }

  clear(): void {
    this.#latest = undefined;
    this.#inside.clear();
  }

  /** What is so now. The same object as long as nothing changes: causes are looked at in every step. */
  causes(nowS: number): Readonly<Causes> {
    if (this.#inside.size === 0) return this.#sound;
    const second = Math.floor(nowS + 1e-6);
    if (this.#latest?.second === second) return this.#latest.causes;
    let form = '';
    for (const inside of this.#inside.values()) form += formAt(inside, second);
    const same = this.#latest?.form === form ? this.#latest.causes : undefined;
    const none = !form.includes('+');
    const causes =
      same ?? (none ? this.#sound : this.#applied(second, (one) => one.flicker?.on(second - one.onsetS) ?? true));
    this.#latest = { second, form, causes };
    return causes;
  }

  /** As `causes`, with the faults that come and go as if they were there: what somebody who looks closely finds. */
  latent(nowS: number): Causes {
    return this.#applied(nowS, () => true);
  }

  #applied(nowS: number, present: (inside: Inside<Causes>) => boolean): Causes {
    const causes = this.#healthy();
    for (const inside of this.#inside.values()) {
      const { fault, onsetS, untilS, variant } = inside;
      if (nowS < onsetS || nowS >= untilS || !present(inside)) continue;
      const secondsSinceOnset = nowS - onsetS;
      fault.apply(causes, {
        severity: severityNow(inside.order, secondsSinceOnset),
        secondsSinceOnset,
        variant,
        shared: inside.order.shared ?? false,
        remainsS: untilS - nowS,
      });
    }
    return causes;
  }
}

/** Seconds after which a step-shaped fault has had all its effects that come with time. */
const settledS = 900;

/** Changes when what the fault does to the causes may have changed: each second while it comes on, then each minute. */
function formAt(inside: Timed, second: number): string {
  const { order, onsetS, untilS, flicker } = inside;
  const since = second - onsetS;
  if (since < 0 || second >= untilS || !(flicker?.on(since) ?? true)) return '-';
  const { shape = 'step', rampS = 1800 } = order;
  if (since < 10) return `+${since}`;
  if (shape !== 'step' && since < rampS) return `+${Math.floor(since / 5)}`;
  return since < settledS ? `+${Math.floor(since / 5)}` : `+m${Math.floor(since / 60)}`;
}

function severityNow({ severity, shape = 'step', rampS = 1800 }: FaultOrder, sinceS: number): number {
  if (shape === 'step' || sinceS >= rampS) return severity;
  const share = sinceS / rampS;
  return severity * (shape === 'ramp' ? share : share * share);
}

/** On and off in turn, for times drawn around their means; begins with on. Asked with growing times. */
class Flicker {
  readonly #means: Intermittence;
  readonly #random: Random;
  #on = true;
  #turnsAtS: number;

  constructor(options: { readonly intermittence: Intermittence; readonly random: Random }) {
    this.#means = options.intermittence;
    this.#random = options.random;
    this.#turnsAtS = this.#length();
  }

  on(sinceS: number): boolean {
    while (sinceS >= this.#turnsAtS) {
      this.#on = !this.#on;
      this.#turnsAtS += this.#length();
    }
    return this.#on;
  }

  #length(): number {
    const { onS, offS } = this.#means;
    return Math.max(1, (this.#on ? onS : offS) * this.#random.between(0.5, 1.5));
  }
}
