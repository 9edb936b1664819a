import type { FaultRule, Knowledge } from './knowledge.ts';

/** What is not learned but chosen; `npm run lab -- scoreboard` shows what a choice is worth. */
export interface Tuning {
  /** Chance that nothing is wrong, before anything was seen. */
  readonly none: number;
  /** Chance of a trouble that no pack describes. */
  readonly unmodelled: number;
  /** Chance of two faults at once. */
  readonly pairs: number;
  /** Chance that a trouble nobody described shows any one symptom. */
  readonly stray: number;
  /** Power of all likelihoods, 0..1: symptoms are not as independent as noisy-OR takes them to be. */
  readonly trust: number;
}

/** Nobody complains: a device that is watched is nearly always well. */
export const monitoringTuning: Tuning = { none: 0.92, unmodelled: 0.005, pairs: 0.0008, stray: 0.02, trust: 0.9 };
/** Somebody called: something is wrong, or looks so. */
export const callTuning: Tuning = { none: 0.1, unmodelled: 0.05, pairs: 0.02, stray: 0.02, trust: 0.9 };

/** One explanation: none (both null), one fault, two, or what nobody described. */
export interface Explanation {
  readonly kind: 'none' | 'fault' | 'pair' | 'unmodelled';
  readonly faults: readonly number[];
}

/** A pack's noisy-OR network, made once and shared by all its Views. Symptoms and faults are numbers here. */
export interface CauseModel {
  readonly faults: readonly FaultRule[];
  readonly symptomIds: readonly string[];
  readonly symptomIndex: ReadonlyMap<string, number>;
  readonly leaks: Float64Array;
  /** Of each fault: the symptoms that it shows, ascending. */
  readonly shows: readonly { readonly symptoms: Int32Array; readonly chances: Float64Array }[];
  /** Of each symptom: its group, or -1. */
  readonly groups: Int32Array;
  /** The highest chance that any fault shows it. */
  readonly strongest: Float64Array;
  readonly explanations: readonly Explanation[];
  /** Of each pair explanation: the symptoms that both show, with both chances. */
  readonly overlaps: readonly (readonly { readonly symptom: number; readonly a: number; readonly b: number }[])[];
  /** Sum 1 over faults. */
  readonly weights: Float64Array;
  /** Sum of weight products over all pairs. */
  readonly pairMass: number;
}

const leastLeak = 1e-5;
const mostLeak = 0.5;
/** No chance is certain: what is always so may once not be seen. */
const mostChance = 0.995;

export function causeModel(knowledge: Knowledge): CauseModel {
  const { faults, symptoms } = knowledge;
  const symptomIndex = new Map(symptoms.map(({ id }, index) => [id, index]));
  const groupIndex = new Map<string, number>();
  const groups = Int32Array.from(symptoms, ({ group }) => {
    if (group === null) return -1;
    const known = groupIndex.get(group);
    if (known !== undefined) return known;
    groupIndex.set(group, groupIndex.size);
    return groupIndex.size - 1;
  });
  const shows = faults.map(({ symptoms: row }) => {
    const known = [...row]
      .map(([id, chance]) => ({ symptom: symptomIndex.get(id) ?? -1, chance: Math.min(mostChance, chance) }))
      .filter(({ symptom, chance }) => symptom >= 0 && chance > 0)
      .sort((one, other) => one.symptom - other.symptom);
    return {
      symptoms: Int32Array.from(known, ({ symptom }) => symptom),
      chances: Float64Array.from(known, ({ chance }) => chance),
    };
  });
  const strongest = new Float64Array(symptoms.length);
  for (const { symptoms: row, chances } of shows) {
    row.forEach((symptom, at) => {
      strongest[symptom] = Math.max(strongest[symptom] ?? 0, chances[at] ?? 0);
    });
  }
  const sum = faults.reduce((total, { prior }) => total + prior, 0) || 1;
  const weights = Float64Array.from(faults, ({ prior }) => prior / sum);
  const { explanations, overlaps, pairMass } = explanationsOf(faults, shows, weights);
  return {
    faults,
    symptomIds: symptoms.map(({ id }) => id),
    symptomIndex,
    leaks: Float64Array.from(symptoms, ({ leak }) => Math.min(mostLeak, Math.max(leastLeak, leak))),
    shows,
    groups,
    strongest,
    explanations,
    overlaps,
    weights,
    pairMass,
  };
}

function explanationsOf(
  faults: readonly FaultRule[],
  shows: CauseModel['shows'],
  weights: Float64Array,
): Pick<CauseModel, 'explanations' | 'overlaps' | 'pairMass'> {
  const explanations: Explanation[] = [{ kind: 'none', faults: [] }];
  const overlaps: CauseModel['overlaps'][number][] = [[]];
  for (const index of faults.keys()) {
    explanations.push({ kind: 'fault', faults: [index] });
    overlaps.push([]);
  }
  let pairMass = 0;
  for (const a of faults.keys()) {
    for (let b = a + 1; b < faults.length; b += 1) {
      // What is wrong with nothing, and what is everybody's trouble, is not paired.
      if (faults[a]?.benign || faults[b]?.benign) continue;
      explanations.push({ kind: 'pair', faults: [a, b] });
      overlaps.push(overlapOf(shows[a], shows[b]));
      pairMass += (weights[a] ?? 0) * (weights[b] ?? 0);
    }
  }
  explanations.push({ kind: 'unmodelled', faults: [] });
  overlaps.push([]);
  return { explanations, overlaps, pairMass };
}

function overlapOf(
  one: CauseModel['shows'][number] | undefined,
  other: CauseModel['shows'][number] | undefined,
): CauseModel['overlaps'][number] {
  const chances = new Map<number, number>();
  other?.symptoms.forEach((symptom, at) => chances.set(symptom, other.chances[at] ?? 0));
  const both: { symptom: number; a: number; b: number }[] = [];
  one?.symptoms.forEach((symptom, at) => {
    const b = chances.get(symptom);
    if (b !== undefined) both.push({ symptom, a: one.chances[at] ?? 0, b });
  });
  return both;
}

/** P(symptom | explanation), by noisy-OR: each cause present may bring it about on its own, and so may none. */
export function chanceOf(model: CauseModel, explanation: Explanation, symptom: number, stray: number): number {
  const leak = model.leaks[symptom] ?? leastLeak;
  if (explanation.kind === 'unmodelled') return 1 - (1 - leak) * (1 - stray);
  let absent = 1 - leak;
  for (const fault of explanation.faults) absent *= 1 - chanceByFault(model, fault, symptom);
  return 1 - absent;
}

/** Chance that this fault alone shows it; 0 when it does not cause it. */
export function chanceByFault(model: CauseModel, fault: number, symptom: number): number {
  const row = model.shows[fault];
  if (!row) return 0;
  let low = 0;
  let high = row.symptoms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row.symptoms[middle] ?? 0;
    if (found === symptom) return row.chances[middle] ?? 0;
    if (found < symptom) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
