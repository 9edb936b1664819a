import type { FleetSignal } from './knowledge.ts';

/** One thing that conditions ask of the evidence. Windows in seconds, as written; `metrics` are full names, several of `m["*"]`. */
export type Read =
  | { readonly kind: 'last' | 'age'; readonly metric: string }
  | { readonly kind: 'avg' | 'min' | 'max'; readonly metrics: readonly string[]; readonly seconds: number }
  | {
      readonly kind: 'rate' | 'increase' | 'spread';
      readonly metric: string;
      readonly seconds: number;
    }
  | { readonly kind: 'changed'; readonly metric: string; readonly seconds: number }
  | { readonly kind: 'held'; readonly metric: string; readonly word: string }
  | { readonly kind: 'share' | 'became'; readonly metric: string; readonly word: string; readonly seconds: number }
  | {
      readonly kind: 'below' | 'above';
      readonly metrics: readonly string[];
      readonly seconds: number;
      readonly limit: number;
    }
  | { readonly kind: 'active' | 'detail'; readonly code: string }
  | { readonly kind: 'raised'; readonly code: string; readonly seconds: number }
  | { readonly kind: 'boots'; readonly seconds: number; readonly reason: string | null }
  | { readonly kind: 'boot_interval'; readonly nth: number }
  | { readonly kind: 'silence' }
  | { readonly kind: 'answer'; readonly question: string }
  | {
      readonly kind: 'result';
      readonly test: string;
      readonly field: string;
      /** Of its value, as typeof says it. */
      readonly is: 'number' | 'boolean' | 'string';
    }
  | { readonly kind: 'outcome'; readonly action: string }
  | { readonly kind: 'fleet'; readonly signal: FleetSignal };

export type SlotValue = number | string | boolean | undefined;

/** Values of slots by their number; undefined is unknown. */
export type SlotValues = { readonly [slot: number]: SlotValue };

/** A read with its number. Conditions that ask the same share a slot. */
export interface Slot {
  readonly index: number;
  readonly read: Read;
  /** Age that a sample may have, ms; null: by the metric's own sampling. */
  readonly maxGapMs: number | null;
  /** Of a number: the fixed numbers that it is compared with; of what grows as time passes (age, held, silence), seconds. */
  readonly crossings: Set<number>;
  /** A number that is not only compared with fixed numbers; what grows is looked at each second then. */
  smooth: boolean;
}

/** Numbers reads: one table for the conditions that are evaluated together. */
export class SlotTable {
  readonly slots: Slot[] = [];
  readonly #byKey = new Map<string, Slot>();

  take(read: Read, maxGapMs: number | null = null): Slot {
    const gap = metricsOf(read).length === 0 || read.kind === 'age' ? null : maxGapMs;
    const key = JSON.stringify([gap, ...Object.values(read)]);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const slot = { index: this.slots.length, read, maxGapMs: gap, crossings: new Set<number>(), smooth: false };
    this.slots.push(slot);
    this.#byKey.set(key, slot);
    return slot;
  }
}

export function metricsOf(read: Read): readonly string[] {
  if ('metrics' in read) return read.metrics;
  return 'metric' in read ? [read.metric] : [];
}

/**
 * Whether it counts what happened in a window. While not all of the window was watched its value is `atLeast` of what was counted: more
 * than a limit is known then, not more is not.
 */
export function counts(read: Read): boolean {
  return ['increase', 'changed', 'became', 'raised', 'boots'].includes(read.kind);
}

/** "At least so many" in the place of a count, which is never negative. */
export function atLeast(count: number): number {
  return -1 - count;
}

/** What a condition reads, by kind. */
export interface ConditionReads {
  readonly metrics: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Question ids. */
  readonly answers: ReadonlySet<string>;
  /** Operations. */
  readonly results: ReadonlySet<string>;
  /** Action ids. */
  readonly outcomes: ReadonlySet<string>;
  readonly fleet: ReadonlySet<FleetSignal>;
  readonly boots: boolean;
  readonly silence: boolean;
}

export function readsOf(slots: readonly Slot[]): ConditionReads {
  const metrics = new Set<string>();
  const codes = new Set<string>();
  const answers = new Set<string>();
  const results = new Set<string>();
  const outcomes = new Set<string>();
  const fleet = new Set<FleetSignal>();
  let boots = false;
  let silence = false;
  for (const { read } of slots) {
    for (const metric of metricsOf(read)) metrics.add(metric);
    if ('code' in read) codes.add(read.code);
    else if (read.kind === 'answer') answers.add(read.question);
    else if (read.kind === 'result') results.add(read.test);
    else if (read.kind === 'outcome') outcomes.add(read.action);
    else if (read.kind === 'fleet') fleet.add(read.signal);
    else if (read.kind === 'boots' || read.kind === 'boot_interval') boots = true;
    else if (read.kind === 'silence') silence = true;
  }
  return { metrics, codes, answers, results, outcomes, fleet, boots, silence };
}
