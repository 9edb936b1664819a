import { didYouMean } from '../domain/localisation/condition-problem.ts';
import type { FaultRule } from '../domain/localisation/knowledge.ts';
import type { Components } from './components.ts';
import type { Part } from './compose.ts';
import { chances, type FaultsFile, priors } from './knowledge-files.ts';
import type { Known } from './knowledge-of.ts';
import { below, type Located } from './located.ts';
import { wordsOf } from './parts.ts';
import type { Complain } from './yaml-file.ts';

export type FaultEntry = FaultsFile['faults'][number];
type Chances = FaultEntry['symptoms'];

interface Options extends Pick<Known, 'faults' | 'symptoms' | 'steps' | 'excluded'> {
  readonly components: Components;
  readonly parts: readonly Part[];
  /** Of all packs: what a fault may be confused with may be another model's. */
  readonly faultIds: ReadonlySet<string>;
}

export function faultRules(options: Options): readonly FaultRule[] {
  const rows = new Map<string, Map<string, number>>();
  for (const [id, { entry, complain }] of options.faults) {
    rows.set(id, symptomChances(entry.symptoms, options, below(complain, ['symptoms'])));
  }
  extend(rows, options);
  return [...options.faults].map(([id, fault]) => ruleOf(fault, rows.get(id) ?? new Map(), options));
}

function ruleOf(
  { entry, complain }: Located<FaultEntry>,
  symptoms: ReadonlyMap<string, number>,
  { components, excluded, faultIds, steps }: Options,
): FaultRule {
  const repairs = new Map<string, number>();
  for (const [action, chance] of Object.entries(entry.repairs ?? {})) {
    const step = steps.get(action);
    if (step && 'kind' in step.entry) repairs.set(action, figure(chance));
    else if (!excluded.steps.has(action)) complain(['repairs', action], unknown('action', action, steps.keys()));
  }
  for (const [index, id] of (entry.confusable ?? []).entries()) {
    if (!faultIds.has(id)) complain(['confusable', index], `no pack has the fault "${id}".`);
  }
  return {
    id: entry.id,
    words: wordsOf(entry),
    owner: wordsOf(entry.owner),
    component: components.resolve(entry.component, complain),
    prior: typeof entry.prior === 'number' ? entry.prior : priors[entry.prior],
    basis: entry.basis,
    exit: entry.exit,
    benign: entry.benign ?? false,
    shared: entry.shared ?? false,
    symptoms,
    repairs,
    escalate: entry.escalate ? wordsOf(entry.escalate) : null,
    confusable: entry.confusable ?? [],
  };
}

/** What included faults show besides, as each file says of them. */
function extend(rows: ReadonlyMap<string, Map<string, number>>, options: Options): void {
  for (const part of options.parts) {
    const file = part.files['faults.yaml'];
    if (!file) continue;
    const complain = part.complainOf(file);
    for (const [id, chances] of Object.entries(file.content.extend ?? {})) {
      const row = rows.get(id);
      if (!row) {
        if (!options.excluded.faults.has(id)) complain(['extend', id], unknown('fault', id, rows.keys()));
        continue;
      }
      for (const [symptom, chance] of symptomChances(chances, options, below(complain, ['extend', id]))) {
        if (row.has(symptom)) complain(['extend', id, symptom], `"${id}" shows "${symptom}" already.`);
        row.set(symptom, chance);
      }
    }
  }
}

/** Without those of symptoms that are excluded. */
function symptomChances(entries: Chances, { symptoms, excluded }: Options, complain: Complain): Map<string, number> {
  const row = new Map<string, number>();
  for (const [id, chance] of Object.entries(entries)) {
    if (symptoms.has(id)) row.set(id, figure(chance));
    else if (!excluded.symptoms.has(id)) complain([id], unknown('symptom', id, symptoms.keys()));
  }
  return row;
}

function figure(chance: Chances[string]): number {
  return typeof chance === 'number' ? chance : chances[chance];
}

function unknown(thing: string, id: string, known: Iterable<string>): string {
  return `there is no ${thing} "${id}".${didYouMean(id, known)}`;
}
