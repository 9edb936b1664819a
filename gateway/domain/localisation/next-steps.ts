import { type CauseModel, chanceOf, type Tuning } from './causes.ts';
import type { DataClass } from '../data-class.ts';
import type { StepCost } from './knowledge.ts';
import { chanceOfCure } from './infer.ts';
import type { NextStep } from './verdict.ts';

/** Something that could be done next, and the symptoms of which it would tell. */
export type Candidate =
  | {
      readonly kind: 'test' | 'question';
      readonly id: string;
      readonly cost: StepCost;
      readonly tells: readonly number[];
    }
  | { readonly kind: 'action'; readonly id: string; readonly cost: StepCost }
  | { readonly kind: 'scope'; readonly id: DataClass; readonly tells: readonly number[] };

/** What is asked of the owner is dearer than the seconds it takes, and what may break something dearer still; in seconds. */
const ownerSeconds = { none: 0, little: 15, some: 90, much: 300 } as const;
const riskSeconds = { none: 0, some: 300, much: 1800 } as const;
/** Every step costs the call that long, whatever it is: to say what is to be done, and to hear of it. */
const talkSeconds = 20;
const scopeCost: StepCost = { seconds: 60, owner: 'little', risk: 'none' };
/** What a certain cure is worth, in bits: the question is then answered, and the trouble over. */
const cureBits = 2;
/** So many explanations are weighed, the most probable: the rest cannot decide anything. */
const weighed = 32;
/** So many symptoms of one step, the most telling: 2^n outcomes. */
const mostTold = 4;
const leastGain = 0.01;
const leastCure = 0.03;

/**
 * Candidates by worth: expected information gain in bits by cost, repairs by the chance of a cure by cost (Heckerman, Breese &
 * Rommelse 1995, "Decision-theoretic troubleshooting"). What promises nothing is left out.
 */
export function rankSteps(options: {
  readonly model: CauseModel;
  readonly p: Float64Array;
  readonly tuning: Tuning;
  readonly candidates: readonly Candidate[];
}): NextStep[] {
  const { model, p, tuning, candidates } = options;
  const likely = mostLikely(p);
  const steps = candidates.flatMap((candidate): NextStep[] => {
    const { kind, id } = candidate;
    if (kind === 'action') {
      const cures = chanceOfCure(model, p, id);
      if (cures < leastCure) return [];
      return [{ kind, id, gain: 0, cures, worth: (cures * cureBits) / costOf(candidate.cost) }];
    }
    const gain = gainOf({ model, p, likely, stray: tuning.stray, tells: candidate.tells });
    if (gain < leastGain) return [];
    const cost = costOf(kind === 'scope' ? scopeCost : candidate.cost);
    return [{ kind, id, gain, cures: 0, worth: gain / cost }];
  });
  return steps.sort((one, other) => other.worth - one.worth || (one.id < other.id ? -1 : 1));
}

function costOf({ seconds, owner, risk }: StepCost): number {
  return talkSeconds + seconds + ownerSeconds[owner] + riskSeconds[risk];
}

function mostLikely(p: Float64Array): number[] {
  return [...p.keys()].sort((one, other) => (p[other] ?? 0) - (p[one] ?? 0)).slice(0, weighed);
}

/** Mutual information, in bits, between the explanations and what these symptoms would turn out to be. */
function gainOf(options: {
  readonly model: CauseModel;
  readonly p: Float64Array;
  readonly likely: readonly number[];
  readonly stray: number;
  readonly tells: readonly number[];
}): number {
  const { model, p, likely, stray } = options;
  const mass = likely.reduce((sum, index) => sum + (p[index] ?? 0), 0);
  const rows = likely.flatMap((index) => {
    const explanation = model.explanations[index];
    if (!explanation) return [];
    const chances = options.tells.map((symptom) => chanceOf(model, explanation, symptom, stray));
    return [{ p: (p[index] ?? 0) / mass, chances }];
  });
  const told = [...options.tells.keys()]
    .sort((one, other) => spread(rows, other) - spread(rows, one))
    .slice(0, mostTold);
  let gain = 0;
  for (let outcome = 0; outcome < 1 << told.length; outcome += 1) {
    const chance = (chances: readonly number[]): number =>
      told.reduce((product, at, bit) => {
        const seen = chances[at] ?? 0;
        return product * (outcome & (1 << bit) ? seen : 1 - seen);
      }, 1);
    const total = rows.reduce((sum, row) => sum + row.p * chance(row.chances), 0);
    if (total <= 0) continue;
    for (const row of rows) {
      const own = chance(row.chances);
      if (own > 0) gain += row.p * own * Math.log2(own / total);
    }
  }
  return gain;
}

function spread(rows: readonly { readonly p: number; readonly chances: readonly number[] }[], at: number): number {
  const mean = rows.reduce((sum, row) => sum + row.p * (row.chances[at] ?? 0), 0);
  return rows.reduce((sum, row) => sum + row.p * ((row.chances[at] ?? 0) - mean) ** 2, 0);
}
