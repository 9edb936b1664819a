import { classesOf } from '../../../gateway/domain/data-class.ts';
import { callTuning, monitoringTuning, type Tuning } from '../../../gateway/domain/localisation/causes.ts';
import {
  createLocaliser,
  type Localiser,
  type LocaliserOptions,
} from '../../../gateway/domain/localisation/localiser.ts';
import { compileLocaliser, type LocaliserProgram } from '../../../gateway/domain/localisation/localiser-program.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Mode, NextStep, Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Engine, EngineId, EngineRun } from './engine.ts';

type Variant = Pick<LocaliserOptions, 'tuning' | 'unknownIsFalse'>;

/** Neither pairs nor "unmodelled": one fault, or none. */
const singleOnly = (usual: Tuning): Tuning => ({ ...usual, pairs: 1e-9, unmodelled: 1e-9 });

const variants: Readonly<Record<Exclude<EngineId, 'thresholds'>, Variant>> = {
  ours: {},
  single: { tuning: { monitoring: singleOnly(monitoringTuning), call: singleOnly(callTuning) } },
  'unknown-false': { unknownIsFalse: true },
};

const programs = new WeakMap<Pack, LocaliserProgram>();

/** Compiled once a pack; throws when the pack has no rules. */
export function programOf(pack: Pack): LocaliserProgram {
  const known = programs.get(pack);
  if (known) return known;
  const program = compileLocaliser(pack);
  if (!program) throw new Error(`The pack of ${pack.model} holds no faults: there is nothing to localise.`);
  programs.set(pack, program);
  return program;
}

/** The product's localiser, or one that differs from it in one respect. */
export function localiserEngine(id: Exclude<EngineId, 'thresholds'>): Engine {
  return {
    id,
    open: ({ pack, granted, mode, startedAt }) =>
      new LocaliserRun(
        createLocaliser({
          program: programOf(pack),
          granted: new Set(classesOf(granted)),
          mode,
          startedAt,
          ...variants[id],
        }),
      ),
  };
}

/** A newcomer that leads a little is named after a while; as the product's own clock would, the run asks again. */
const askAgainMs: Readonly<Record<Mode, number>> = { monitoring: 120_000, call: 10_000 };

class LocaliserRun implements EngineRun {
  readonly #localiser: Localiser;
  #askAgainAt: number | null = null;

  constructor(localiser: Localiser) {
    this.#localiser = localiser;
  }

  get nextDueAt(): number | null {
    const { nextDueAt } = this.#localiser;
    if (nextDueAt === null || this.#askAgainAt === null) return nextDueAt ?? this.#askAgainAt;
    return Math.min(nextDueAt, this.#askAgainAt);
  }

  observe(evidence: Evidence): boolean {
    return this.#localiser.observe(evidence);
  }

  advance(now: number): boolean {
    const isLate = this.#askAgainAt !== null && now >= this.#askAgainAt;
    if (isLate) this.#askAgainAt = null;
    return this.#localiser.advance(now) || isLate;
  }

  setMode(mode: Mode): void {
    this.#localiser.setMode(mode);
  }

  skip(kind: NextStep['kind'], id: string): void {
    this.#localiser.skip(kind, id);
  }

  verdict(now: number): Verdict {
    const verdict = this.#localiser.verdict(now);
    const isChallenged = verdict.headline !== null && verdict.headline.join() !== verdict.hypotheses[0]?.faults.join();
    if (!isChallenged) this.#askAgainAt = null;
    else this.#askAgainAt ??= now + askAgainMs[verdict.mode];
    return verdict;
  }

  phaseOf(symptomId: string) {
    return this.#localiser.symptom(symptomId).phase;
  }

  evidenceOf(symptomId: string) {
    return this.#localiser.symptom(symptomId).evidence;
  }
}
