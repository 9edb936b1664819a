import type { ClassMask } from '../../../gateway/domain/data-class.ts';
import type { Evidence, SymptomPhase, Tri } from '../../../gateway/domain/localisation/evidence.ts';
import type { Mode, NextStep, Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';

/** ours: the product's; the others are what it is measured against, on the same inputs. */
export const engineIds = ['ours', 'single', 'unknown-false', 'thresholds'] as const;
export type EngineId = (typeof engineIds)[number];

/** Localises one device. Times are epoch ms. */
export interface EngineRun {
  /** Whether it may have changed its mind. */
  observe(evidence: Evidence): boolean;
  advance(now: number): boolean;
  /** When `advance` could next change something; null: only evidence can. */
  readonly nextDueAt: number | null;
  setMode(mode: Mode): void;
  /** It led to nothing. */
  skip(kind: NextStep['kind'], id: string): void;
  verdict(now: number): Verdict;
  /** Of what does not watch symptoms: unknown. */
  phaseOf(symptomId: string): SymptomPhase;
  evidenceOf(symptomId: string): Tri;
}

export interface Engine {
  readonly id: EngineId;
  open(options: {
    readonly pack: Pack;
    readonly granted: ClassMask;
    readonly mode: Mode;
    readonly startedAt: number;
  }): EngineRun;
}
