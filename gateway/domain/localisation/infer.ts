import { type CauseModel, chanceByFault, chanceOf, combinations, type Explanation, type Tuning } from './causes.ts';
import type { Tri } from './evidence.ts';
import type { ActionOutcome } from './knowledge.ts';

/** A repair that was tried, and what came of it. */
export interface Tried {
  readonly action: string;
  readonly outcome: ActionOutcome;
}

export interface Findings {
  /** By number of the symptom. */
  readonly symptoms: readonly Tri[];
  readonly tried: readonly Tried[];
  /** Fault number to the share of its trouble that many devices have at once, 0..1. */
  readonly shares: ReadonlyMap<number, number>;
}

/** Probabilities of all explanations, in the order of the model; they make 1. */
export interface Posterior {
  readonly p: Float64Array;
  /** Weight of each symptom in this evidence: 1, or less where its group says it already. */
  readonly weights: Float64Array;
}

/**
 * Noisy-OR over none, single faults, pairs and what nobody described (Pearl 1988; Heckerman, Breese & Rommelse 1995), each fault fully
 * there or faintly. A symptom that a fault does not cause says nothing of it, so an explanation's likelihood differs from that of
 * "none" only by what its faults cause, and a pair's from the sum of both only by what both cause and is seen.
 */
export function posteriorOf(model: CauseModel, findings: Findings, tuning: Tuning): Posterior {
  const weights = groupWeights(model, findings.symptoms);
  const singles = model.faults.map((_, fault) => gradesOf(model, fault, findings.symptoms, weights, tuning.trust));
  const shared = sharedOf(model, findings.symptoms, weights, tuning.trust);
  const priors = priorsOf(model, tuning, findings.shares);
  const log = new Float64Array(model.explanations.length);
  model.explanations.forEach((explanation, index) => {
    const [a, b] = explanation.faults;
    let sum = Math.log(priors(explanation));
    if (a !== undefined) {
      const one = singles[a] ?? certain;
      const other = b === undefined ? certain : (singles[b] ?? certain);
      const corrected = b === undefined ? undefined : shared.get(index);
      sum += corrected ? together(one, other, corrected) : one.both + other.both;
    }
    if (explanation.kind === 'unmodelled') sum += strayDelta(model, findings.symptoms, weights, tuning);
    for (const tried of findings.tried) sum += Math.log(chanceOfOutcome(model, explanation, tried));
    log[index] = sum;
  });
  return { p: normalised(log), weights };
}

/** log likelihoods of one fault against "none", each with the chance of its grade. */
interface Graded {
  readonly full: number;
  readonly faint: number;
  /** Of either. */
  readonly both: number;
}
const certain: Graded = { full: 0, faint: Number.NEGATIVE_INFINITY, both: 0 };

function gradesOf(
  model: CauseModel,
  fault: number,
  symptoms: readonly Tri[],
  weights: Float64Array,
  trust: number,
): Graded {
  const row = model.shows[fault]?.symptoms ?? [];
  const bearings = model.bearings[fault];
  let full = Math.log(1 - model.grades.faint);
  let faint = Math.log(model.grades.faint);
  for (let at = 0; at < row.length; at += 1) {
    const symptom = row[at] ?? 0;
    const known = symptoms[symptom];
    if (known === undefined) continue;
    const by = known ? bearings?.seen : bearings?.absent;
    const weight = (weights[symptom] ?? 1) * trust;
    full += weight * (by?.[0][at] ?? 0);
    faint += weight * (by?.[1][at] ?? 0);
  }
  return { full, faint, both: logSum(full, faint) };
}

/** Of each pair of which both show something that is seen: what the sum of both is to be corrected by, by the grades of both. */
function sharedOf(
  model: CauseModel,
  symptoms: readonly Tri[],
  weights: Float64Array,
  trust: number,
): ReadonlyMap<number, Float64Array> {
  const found = new Map<number, Float64Array>();
  symptoms.forEach((known, symptom) => {
    const overlap = known === true ? model.overlaps[symptom] : undefined;
    if (!overlap) return;
    const weight = (weights[symptom] ?? 1) * trust;
    overlap.explanations.forEach((index, at) => {
      const sums = found.get(index) ?? new Float64Array(combinations.length);
      overlap.seen.forEach((terms, grade) => {
        sums[grade] = (sums[grade] ?? 0) + weight * (terms[at] ?? 0);
      });
      found.set(index, sums);
    });
  });
  return found;
}

function together(one: Graded, other: Graded, corrected: Float64Array): number {
  let sum = Number.NEGATIVE_INFINITY;
  combinations.forEach(([first, second], grade) => {
    sum = logSum(sum, (first ? one.faint : one.full) + (second ? other.faint : other.full) + (corrected[grade] ?? 0));
  });
  return sum;
}

function logSum(one: number, other: number): number {
  const most = Math.max(one, other);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(one, other) - most));
}

/** Of what nobody described any symptom may show, and none must; but the more was looked at and is as it should be, the less is left. */
function strayDelta(
  model: CauseModel,
  symptoms: readonly Tri[],
  weights: Float64Array,
  { stray, quiet, trust }: Tuning,
): number {
  let sum = 0;
  symptoms.forEach((known, symptom) => {
    if (known === undefined) return;
    const leak = model.leaks[symptom] ?? 0;
    const bearing = known ? Math.log((1 - (1 - leak) * (1 - stray)) / leak) : Math.log(1 - quiet);
    sum += (weights[symptom] ?? 1) * trust * bearing;
  });
  return sum;
}

function priorsOf(
  model: CauseModel,
  tuning: Tuning,
  shares: ReadonlyMap<number, number>,
): (explanation: Explanation) => number {
  const singles = 1 - tuning.none - tuning.unmodelled - tuning.pairs;
  // What many devices have at once is as likely here as it is the reason there, whatever the model's own priors say.
  const exogenous = new Map([...shares].map(([fault, share]) => [fault, Math.min(0.98, Math.max(0, share))]));
  const left = [...exogenous.values()].reduce((rest, share) => rest * (1 - share), 1);
  return ({ kind, faults }) => {
    if (kind === 'none') return tuning.none * left;
    if (kind === 'unmodelled') return tuning.unmodelled * left;
    const own = faults.reduce((product, fault) => product * (model.weights[fault] ?? 0), 1);
    if (kind === 'pair') return Math.max(1e-12, (tuning.pairs * left * own) / (model.pairMass || 1));
    const share = exogenous.get(faults[0] ?? -1) ?? 0;
    return Math.max(1e-9, singles * left * own + share);
  };
}

/** 1 for the most telling symptom of a group, then a half, a quarter ...: what is seen before what is not, the rare before the common. */
function groupWeights(model: CauseModel, symptoms: readonly Tri[]): Float64Array {
  const weights = new Float64Array(symptoms.length).fill(1);
  const byGroup = new Map<number, number[]>();
  symptoms.forEach((known, symptom) => {
    const group = model.groups[symptom] ?? -1;
    if (known === undefined || group < 0) return;
    const members = byGroup.get(group);
    if (members) members.push(symptom);
    else byGroup.set(group, [symptom]);
  });
  const telling = (symptom: number): number =>
    symptoms[symptom] ? 1000 - Math.log(model.leaks[symptom] ?? 1) : (model.strongest[symptom] ?? 0);
  for (const members of byGroup.values()) {
    members.sort((one, other) => telling(other) - telling(one));
    members.forEach((symptom, rank) => {
      weights[symptom] = 0.5 ** rank;
    });
  }
  return weights;
}

const curesByChance = 0.05;

/** P(what came of a repair | explanation). */
export function chanceOfOutcome(model: CauseModel, explanation: Explanation, { action, outcome }: Tried): number {
  const cures = explanation.faults.map((fault) => model.faults[fault]?.repairs.get(action) ?? 0);
  const all = explanation.faults.length === 0 ? 0 : cures.reduce((product, cure) => product * cure, 1);
  const none = cures.reduce((product, cure) => product * (1 - cure), 1);
  const some = Math.max(0, 1 - all - none);
  switch (outcome) {
    case 'cured':
      return Math.min(0.98, all + some * 0.2 + curesByChance);
    case 'relieved':
      return Math.min(0.98, some + all * 0.1 + curesByChance);
    case 'no_change':
      return Math.max(0.02, none * (1 - 2 * curesByChance));
    case 'worse':
      return 0.02;
  }
}

/** Chance that the repair ends the trouble. */
export function chanceOfCure(model: CauseModel, p: Float64Array, action: string): number {
  let sum = 0;
  model.explanations.forEach(({ faults }, index) => {
    if (faults.length === 0) return;
    const cure = faults.reduce((product, fault) => product * (model.faults[fault]?.repairs.get(action) ?? 0), 1);
    sum += cure * (p[index] ?? 0);
  });
  return sum;
}

/** log2 of how much more likely this symptom's state is under the explanation than if nothing were wrong. */
export function bitsOf(
  model: CauseModel,
  explanation: Explanation,
  evidence: { readonly symptom: number; readonly seen: boolean; readonly weight: number },
  tuning: Tuning,
): number {
  const { symptom, seen, weight } = evidence;
  const chance = chanceOf(model, explanation, symptom, tuning.stray);
  const leak = model.leaks[symptom] ?? 0;
  return weight * tuning.trust * Math.log2(seen ? chance / leak : (1 - chance) / (1 - leak));
}

/** Whether any fault of the explanation causes it. */
export function concerns(model: CauseModel, explanation: Explanation, symptom: number): boolean {
  return explanation.faults.some((fault) => chanceByFault(model, fault, symptom) > 0);
}

function normalised(log: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of log) most = Math.max(most, value);
  const p = log.map((value) => Math.exp(value - most));
  let sum = 0;
  for (const value of p) sum += value;
  return p.map((value) => value / sum);
}
