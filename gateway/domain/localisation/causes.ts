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
  /** Chance by which one symptom that is absent speaks against such a trouble: the more was looked at, the less is left. */
  readonly quiet: number;
  /** Power of all likelihoods, 0..1: symptoms are not as independent as noisy-OR takes them to be. */
  readonly trust: number;
}

/**
 * Nobody complains yet, but who is watched was given a reason to be: a View is opened because of a case. Chosen on the laboratory's
 * tuning seeds (decision 0070).
 */
export const monitoringTuning: Tuning = {
  none: 0.7,
  unmodelled: 0.02,
  pairs: 0.002,
  stray: 0.02,
  quiet: 0.01,
  trust: 0.9,
};
/** Somebody called: half of what is complained of turns out to be nothing that is wrong with a device. */
export const callTuning: Tuning = { none: 0.35, unmodelled: 0.05, pairs: 0.02, stray: 0.02, quiet: 0.01, trust: 0.9 };

/** A fault is there fully or faintly; a faint one shows each of its symptoms with a part of the chance, and so often none of them. */
export interface Grades {
  /** Share of faults that are faint. */
  readonly faint: number;
  /** What is left of each chance. */
  readonly left: number;
}

export const usualGrades: Grades = { faint: 0.2, left: 0.15 };

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
  /** Of each fault: the symptoms that it shows, ascending, with the chance over both grades. */
  readonly shows: readonly { readonly symptoms: Int32Array; readonly chances: Float64Array }[];
  /** Of each fault, as `shows`: log of the likelihood of each symptom seen and absent against "none", fully there and faintly. */
  readonly bearings: readonly Bearings[];
  /** Of each symptom: its group, or -1. */
  readonly groups: Int32Array;
  /** The highest chance that any fault shows it. */
  readonly strongest: Float64Array;
  readonly explanations: readonly Explanation[];
  /** Of each symptom that two faults show: what the pairs' sums are to be corrected by when it is seen. */
  readonly overlaps: readonly Overlap[];
  readonly grades: Grades;
  /** Sum 1 over faults. */
  readonly weights: Float64Array;
  /** Sum of weight products over all pairs. */
  readonly pairMass: number;
}

export interface Bearings {
  readonly seen: readonly [full: Float64Array, faint: Float64Array];
  readonly absent: readonly [full: Float64Array, faint: Float64Array];
}

export interface Overlap {
  /** Numbers of the pairs, ascending. */
  readonly explanations: Int32Array;
  /** By the grades of the first and the second: both full, first full, first faint, both faint. */
  readonly seen: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
}

const leastLeak = 1e-5;
const mostLeak = 0.5;
/** No chance is certain: what is always so may once not be seen. */
const mostChance = 0.995;

export function causeModel(knowledge: Knowledge, grades: Grades = usualGrades): CauseModel {
  const { faults, symptoms } = knowledge;
  const symptomIndex = new Map(symptoms.map(({ id }, index) => [id, index]));
  const leaks = Float64Array.from(symptoms, ({ leak }) => Math.min(mostLeak, Math.max(leastLeak, leak)));
  const ofFull = faults.map(({ symptoms: row }) => {
    const known = [...row]
      .map(([id, chance]) => ({ symptom: symptomIndex.get(id) ?? -1, chance: Math.min(mostChance, chance) }))
      .filter(({ symptom, chance }) => symptom >= 0 && chance > 0)
      .sort((one, other) => one.symptom - other.symptom);
    return {
      symptoms: Int32Array.from(known, ({ symptom }) => symptom),
      chances: Float64Array.from(known, ({ chance }) => chance),
    };
  });
  const share = 1 - grades.faint * (1 - grades.left);
  const shows = ofFull.map(({ symptoms: row, chances }) => ({ symptoms: row, chances: chances.map((c) => c * share) }));
  const strongest = new Float64Array(symptoms.length);
  for (const { symptoms: row, chances } of ofFull) {
    row.forEach((symptom, at) => {
      strongest[symptom] = Math.max(strongest[symptom] ?? 0, chances[at] ?? 0);
    });
  }
  const sum = faults.reduce((total, { prior }) => total + prior, 0) || 1;
  const weights = Float64Array.from(faults, ({ prior }) => prior / sum);
  const { explanations, pairMass } = explanationsOf(faults, weights);
  return {
    faults,
    symptomIds: symptoms.map(({ id }) => id),
    symptomIndex,
    leaks,
    shows,
    bearings: ofFull.map((row) => bearingsOf(row, leaks, grades)),
    groups: groupsOf(symptoms),
    strongest,
    explanations,
    overlaps: overlapsOf({ explanations, rows: ofFull, leaks, grades }),
    grades,
    weights,
    pairMass,
  };
}

type Row = CauseModel['shows'][number];

function groupsOf(symptoms: Knowledge['symptoms']): Int32Array {
  const groupIndex = new Map<string, number>();
  return Int32Array.from(symptoms, ({ group }) => {
    if (group === null) return -1;
    const known = groupIndex.get(group);
    if (known !== undefined) return known;
    groupIndex.set(group, groupIndex.size);
    return groupIndex.size - 1;
  });
}

/** log of how much likelier a symptom is seen than without a cause, when it is not caused with this chance. */
function seenBy(leak: number, uncaused: number): number {
  return Math.log((1 - (1 - leak) * uncaused) / leak);
}

function bearingsOf({ symptoms, chances }: Row, leaks: Float64Array, { left }: Grades): Bearings {
  const seen = (part: number) => chances.map((c, at) => seenBy(leaks[symptoms[at] ?? 0] ?? leastLeak, 1 - c * part));
  const absent = (part: number) => chances.map((c) => Math.log(1 - c * part));
  return { seen: [seen(1), seen(left)], absent: [absent(1), absent(left)] };
}

function explanationsOf(
  faults: readonly FaultRule[],
  weights: Float64Array,
): Pick<CauseModel, 'explanations' | 'pairMass'> {
  const explanations: Explanation[] = [{ kind: 'none', faults: [] }];
  for (const index of faults.keys()) explanations.push({ kind: 'fault', faults: [index] });
  let pairMass = 0;
  for (const a of faults.keys()) {
    for (let b = a + 1; b < faults.length; b += 1) {
      // What is wrong with nothing, and what is everybody's trouble, is not paired.
      if (faults[a]?.benign || faults[b]?.benign) continue;
      explanations.push({ kind: 'pair', faults: [a, b] });
      pairMass += (weights[a] ?? 0) * (weights[b] ?? 0);
    }
  }
  explanations.push({ kind: 'unmodelled', faults: [] });
  return { explanations, pairMass };
}

/** A pair's log likelihood is the sum of both but for what both show, and of that only where it is seen. */
function overlapsOf(options: {
  readonly explanations: readonly Explanation[];
  readonly rows: readonly Row[];
  readonly leaks: Float64Array;
  readonly grades: Grades;
}): Overlap[] {
  const { explanations, rows, leaks } = options;
  const { left } = options.grades;
  const found = [...leaks].map((): { pairs: number[]; seen: [number[], number[], number[], number[]] } => ({
    pairs: [],
    seen: [[], [], [], []],
  }));
  const chances = rows.map((row) => new Map([...row.symptoms].map((symptom, at) => [symptom, row.chances[at] ?? 0])));
  explanations.forEach(({ faults: [a, b] }, index) => {
    if (a === undefined || b === undefined) return;
    for (const [symptom, one] of chances[a] ?? []) {
      const other = chances[b]?.get(symptom);
      const own = found[symptom];
      if (other === undefined || !own) continue;
      const leak = leaks[symptom] ?? leastLeak;
      own.pairs.push(index);
      combinations.forEach(([first, second], at) => {
        const x = 1 - one * (first ? left : 1);
        const y = 1 - other * (second ? left : 1);
        own.seen[at]?.push(seenBy(leak, x * y) - seenBy(leak, x) - seenBy(leak, y));
      });
    }
  });
  return found.map(({ pairs, seen: [full, first, second, faint] }) => ({
    explanations: Int32Array.from(pairs),
    seen: [Float64Array.from(full), Float64Array.from(first), Float64Array.from(second), Float64Array.from(faint)],
  }));
}

/** Of the first and the second of two: 1 when it is there faintly. */
export const combinations = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

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
