import type { DataClass } from '../data-class.ts';
import type { Words } from '../pack.ts';

/** What a pack knows beyond names (packs/README.md): symptoms, faults, steps. Conditions are still text here. */
export interface Knowledge {
  readonly symptoms: readonly SymptomRule[];
  readonly faults: readonly FaultRule[];
  readonly tests: readonly TestStep[];
  readonly questions: readonly QuestionStep[];
  readonly actions: readonly ActionStep[];
}

export interface SymptomRule {
  readonly id: string;
  readonly words: Words;
  readonly component: string | null;
  /** CEL (condition.ts). With `each`: one text an instance, else one. */
  readonly instances: readonly SymptomInstance[];
  readonly holdMs: number;
  readonly clearHoldMs: number;
  readonly dueMs: number;
  /** null: 2.5 periods in force of the metrics it reads. */
  readonly maxGapMs: number | null;
  readonly keepMs: number;
  readonly group: string | null;
  /** Chance that it shows although no fault causes it. */
  readonly leak: number;
}

export interface SymptomInstance {
  /** null: the only one. */
  readonly name: string | null;
  readonly when: string;
  readonly enable: string | null;
  readonly clear: string | null;
}

export type Exit = 'repair' | 'replacement' | 'return' | 'home' | 'vendor' | 'nothing_wrong';

export interface FaultRule {
  readonly id: string;
  readonly words: Words;
  readonly owner: Words;
  readonly component: string;
  /** Relative to the other faults of the model. */
  readonly prior: number;
  readonly basis: 'sourced' | 'captured' | 'memory';
  readonly exit: Exit;
  readonly benign: boolean;
  readonly shared: boolean;
  /** Symptom id to the chance 0..1 that the fault shows it. */
  readonly symptoms: ReadonlyMap<string, number>;
  /** Action id to the chance 0..1 that it cures the fault. */
  readonly repairs: ReadonlyMap<string, number>;
  readonly escalate: Words | null;
  readonly confusable: readonly string[];
}

export interface StepCost {
  readonly seconds: number;
  readonly owner: 'none' | 'little' | 'some' | 'much';
  readonly risk: 'none' | 'some' | 'much';
}

interface Step {
  readonly id: string;
  readonly words: Words;
  readonly cost: StepCost;
  /** CEL; null: always. */
  readonly enable: string | null;
}

export type ResultField =
  | { readonly type: 'number'; readonly unit: string; readonly words: Words }
  | { readonly type: 'bool'; readonly words: Words }
  | { readonly type: 'enum'; readonly words: Words; readonly values: ReadonlyMap<string, Words> };

export interface TestStep extends Step {
  /** Class of what it returns. */
  readonly dataClass: DataClass;
  readonly fields: ReadonlyMap<string, ResultField>;
}

export interface QuestionStep extends Step {
  readonly answers: ReadonlyMap<string, Words>;
}

export interface ActionStep extends Step {
  readonly kind: 'repair' | 'replacement' | 'return' | 'restart' | 'wait';
  readonly waitMs: number;
}

export type ActionOutcome = 'cured' | 'no_change' | 'worse' | 'relieved';
export type FieldValue = number | string | boolean;
export type FleetSignal = 'cloud_outage' | 'site_outage' | 'bad_firmware' | 'gateway_fault';
