import type { ActionOutcome, FieldValue, FleetSignal } from './knowledge.ts';

/** Three-valued: undefined is unknown, which is never false. */
export type Tri = boolean | undefined;

/**
 * Something that was seen, told or measured. `at`: epoch ms of the gateway (of live data the time of receipt, of what the device
 * buffered its own time stamp). Enumerations are the datasheet's words, never numbers.
 */
export type Evidence =
  | { readonly kind: 'sample'; readonly at: number; readonly metric: string; readonly value: number | string }
  | {
      readonly kind: 'code';
      readonly at: number;
      readonly code: string;
      readonly raised: boolean;
      readonly detail: string;
      /** The agent typed it in, or the owner read it out. */
      readonly told: boolean;
    }
  /** A complete list of codes was received: what is not in it is not raised. */
  | { readonly kind: 'codes'; readonly at: number; readonly active: readonly string[] }
  | { readonly kind: 'boot'; readonly at: number; readonly reason: string }
  /** Anything came from the device. */
  | { readonly kind: 'heard'; readonly at: number }
  | { readonly kind: 'answer'; readonly at: number; readonly question: string; readonly answer: string }
  | {
      readonly kind: 'result';
      readonly at: number;
      readonly test: string;
      readonly fields: Readonly<Record<string, FieldValue>>;
    }
  | { readonly kind: 'action'; readonly at: number; readonly action: string; readonly outcome: ActionOutcome }
  | { readonly kind: 'fleet'; readonly at: number; readonly signal: FleetSignal; readonly share: number };

export type SymptomPhase = 'unknown' | 'absent' | 'pending' | 'confirmed' | 'recovering' | 'aged';

/** The seconds before a symptom was confirmed, of the metrics that it reads. */
export interface SymptomFreezeFrame {
  readonly at: number;
  readonly series: ReadonlyMap<string, readonly { readonly at: number; readonly value: number | string }[]>;
}

/** What is known of one symptom in one View. */
export interface SymptomState {
  readonly id: string;
  readonly phase: SymptomPhase;
  /** What it counts as evidence. */
  readonly evidence: Tri;
  /** Epoch ms of the last change of `phase`; null: never. */
  readonly since: number | null;
  /** Of `each`: the instances that are confirmed. */
  readonly instances: readonly string[];
  readonly freezeFrame: SymptomFreezeFrame | null;
  /** Why it is unknown: codes for words in the console. */
  readonly unknownBecause: 'not_granted' | 'stale' | 'not_due' | 'disabled' | 'not_asked' | 'never_seen' | null;
}

/**
 * Holds windows and symptoms of one View (symptoms.ts). Fed in any order of `at`; `advance` moves its time forward and lets holds,
 * gaps and delays run out.
 */
/** What one message of telemetry says. */
export interface Readings {
  /** Epoch ms. */
  readonly at: number;
  /** By their numbers in the program (SymptomProgram.metricIndex). */
  readonly metrics: readonly number[];
  /** Of each metric, as in a sample. */
  readonly values: readonly (number | string)[];
}

export interface SymptomWatch {
  /** Ids of the symptoms whose evidence changed. */
  observe(evidence: Evidence): readonly string[];
  /** Of one moment, as one message brings it: judged when all of it is known. */
  observeTogether(readings: Readings): readonly string[];
  advance(now: number): readonly string[];
  /** When `advance` could next change something; null: only evidence can. Epoch ms. */
  readonly nextDueAt: number | null;
  stateOf(symptomId: string): SymptomState;
  /** A repair: what these symptoms said before is of the past; unknown until seen anew. */
  forget(symptomIds: ReadonlySet<string>, at: number): void;
  /** Last values, for what enables a step. */
  holds(condition: string): Tri;
}
