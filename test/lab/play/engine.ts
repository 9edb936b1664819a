import type { ClassMask } from '../../../gateway/domain/data-class.ts';
import type { Evidence, SymptomState } from '../../../gateway/domain/localisation/evidence.ts';
import type { Mode, Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';

/** ours: the product's; the others are what it is measured against, on the same inputs. */
export const engineIds = ['ours', 'single', 'unknown-false', 'thresholds'] as const;
export type EngineId = (typeof engineIds)[number];

/** Localises one device. Times are epoch ms. */
export interface EngineRun {
  observe(evidence: Evidence): void;
  advance(now: number): void;
  /** When `advance` could next change something; null: only evidence can. */
  readonly nextDueAt: number | null;
  setMode(mode: Mode, now: number): void;
  verdict(now: number): Verdict;
  /** What it makes of each symptom; of thresholds nothing. */
  symptoms(): readonly SymptomState[];
}

export interface Engine {
  readonly id: EngineId;
  open(options: { readonly pack: Pack; readonly granted: ClassMask; readonly startedAt: number }): EngineRun;
}
