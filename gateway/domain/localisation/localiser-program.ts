import type { DataClass } from '../data-class.ts';
import type { Pack, PackMetric } from '../pack.ts';
import { type CauseModel, causeModel } from './causes.ts';
import { compileCondition } from './condition.ts';
import type { ConditionReads } from './condition-reads.ts';
import { type Declared, declaredOf } from './declared.ts';
import type { FleetSignal, Knowledge, StepCost } from './knowledge.ts';
import { compileSymptoms, type SymptomProgram } from './symptom-program.ts';

/** A step, and the symptoms of which it would tell. */
export interface StepProgram {
  readonly kind: 'test' | 'question' | 'action';
  readonly id: string;
  readonly cost: StepCost;
  readonly enable: string | null;
  readonly tells: readonly number[];
  /** Of a test: the class of what it returns. */
  readonly dataClass: DataClass | null;
}

/** All that a pack's rules come to, made once and shared by its Views. */
export interface LocaliserProgram {
  readonly pack: Pack;
  readonly knowledge: Knowledge;
  readonly symptoms: SymptomProgram;
  /** Each metric that some condition reads: its number among them, and what the pack says of it. */
  readonly reads: ReadonlyMap<string, { readonly index: number; readonly metric: PackMetric | undefined }>;
  readonly causes: CauseModel;
  readonly steps: readonly StepProgram[];
  /** Symptoms that need data of this class. */
  readonly byClass: ReadonlyMap<DataClass, readonly number[]>;
  /** Of a repair: its own outcome is a symptom in this pack, so it is not weighed besides. */
  readonly outcomesRead: ReadonlySet<string>;
  /** Symptoms that only repeat what the fleet view says: it is the prior of these faults, not evidence besides. */
  readonly ofFleet: ReadonlySet<number>;
  readonly fleetFaults: ReadonlyMap<FleetSignal, readonly number[]>;
  /** Of each action: the symptoms of the faults that it can cure. */
  readonly staleAfter: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of an explanation, by the ids of its faults, joined by commas: its place among the explanations. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Of each symptom: the metrics that it reads. */
  readonly symptomMetrics: ReadonlyMap<string, readonly string[]>;
}

/** @throws ConditionProblem when a condition is not one; packs are checked when they are loaded. Undefined: the pack has no rules. */
export function compileLocaliser(pack: Pack): LocaliserProgram | undefined {
  const { knowledge } = pack;
  if (!knowledge || knowledge.faults.length === 0) return undefined;
  const declared = declaredOf(pack);
  const causes = causeModel(knowledge);
  const reads = knowledge.symptoms.map(({ instances }) => instances.map(({ when }) => readsOf(when, declared)));
  const indexOf = (wanted: (read: ConditionReads) => boolean): number[] =>
    reads.flatMap((instances, index) => (instances.some(wanted) ? [index] : []));
  const steps = stepsOf(knowledge, indexOf);
  const conditions = steps.flatMap(({ enable }) => enable ?? []);
  const ofFleet = new Set(indexOf(({ fleet, metrics, codes }) => fleet.size > 0 && metrics.size + codes.size === 0));
  const symptoms = compileSymptoms({ rules: knowledge.symptoms, declared, conditions });
  return {
    pack,
    knowledge,
    symptoms,
    reads: new Map(symptoms.metrics.map(({ name }, index) => [name, { index, metric: pack.metrics.get(name) }])),
    causes,
    steps,
    byClass: byClass(pack, reads),
    outcomesRead: new Set(reads.flat().flatMap(({ outcomes }) => [...outcomes])),
    ofFleet,
    fleetFaults: fleetFaults(causes, reads, ofFleet),
    staleAfter: staleAfter(knowledge),
    placeOf: placeOf(causes),
    symptomMetrics: new Map(
      knowledge.symptoms.map(({ id }, index) => [
        id,
        [...new Set((reads[index] ?? []).flatMap(({ metrics }) => [...metrics]))],
      ]),
    ),
  };
}

function readsOf(source: string, declared: Declared): ConditionReads {
  return compileCondition({ source, declared }).reads;
}

function stepsOf(
  knowledge: Knowledge,
  indexOf: (wanted: (read: ConditionReads) => boolean) => number[],
): StepProgram[] {
  const { tests, questions, actions } = knowledge;
  return [
    ...tests.map(({ id, cost, enable, dataClass }): StepProgram => {
      const tells = indexOf(({ results }) => results.has(id));
      return { kind: 'test', id, cost, enable, tells, dataClass };
    }),
    ...questions.map(({ id, cost, enable }): StepProgram => {
      const tells = indexOf(({ answers }) => answers.has(id));
      return { kind: 'question', id, cost, enable, tells, dataClass: null };
    }),
    ...actions.map(({ id, cost, enable }): StepProgram => {
      return { kind: 'action', id, cost, enable, tells: [], dataClass: null };
    }),
  ];
}

function byClass(pack: Pack, reads: readonly (readonly ConditionReads[])[]): Map<DataClass, number[]> {
  const found = new Map<DataClass, number[]>();
  reads.forEach((instances, index) => {
    const classes = new Set<DataClass>();
    for (const { metrics, codes } of instances) {
      for (const name of metrics) {
        const metric = pack.metrics.get(name);
        if (metric) classes.add(metric.dataClass);
      }
      if (codes.size > 0) classes.add('errors');
    }
    for (const name of classes) found.set(name, [...(found.get(name) ?? []), index]);
  });
  return found;
}

function fleetFaults(
  causes: CauseModel,
  reads: readonly (readonly ConditionReads[])[],
  ofFleet: ReadonlySet<number>,
): Map<FleetSignal, number[]> {
  const found = new Map<FleetSignal, number[]>();
  causes.shows.forEach(({ symptoms }, fault) => {
    for (const symptom of symptoms) {
      if (!ofFleet.has(symptom)) continue;
      const signals = new Set((reads[symptom] ?? []).flatMap(({ fleet }) => [...fleet]));
      for (const signal of signals) found.set(signal, [...(found.get(signal) ?? []), fault]);
    }
  });
  return found;
}

function staleAfter({ actions, faults }: Knowledge): Map<string, ReadonlySet<string>> {
  return new Map(
    actions.map(({ id }) => {
      const cured = faults.filter(({ repairs }) => (repairs.get(id) ?? 0) > 0);
      return [id, new Set(cured.flatMap(({ symptoms }) => [...symptoms.keys()]))];
    }),
  );
}

function placeOf({ explanations, faults }: CauseModel): Map<string, number> {
  const named = explanations.flatMap((explanation, place) =>
    explanation.faults.length > 0
      ? [[explanation.faults.map((fault) => faults[fault]?.id).join(), place] as const]
      : [],
  );
  return new Map(named);
}
