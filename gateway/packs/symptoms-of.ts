import type { Condition } from '../domain/localisation/condition.ts';
import type { SymptomInstance, SymptomRule } from '../domain/localisation/knowledge.ts';
import type { Components } from './components.ts';
import type { Conditions } from './conditions.ts';
import type { SymptomsFile } from './knowledge-files.ts';
import type { Located } from './located.ts';
import { wordsOf } from './parts.ts';

export type SymptomEntry = SymptomsFile['symptoms'][number];

/** Where nothing says how often: on one healthy device in a thousand. */
const defaultLeak = 0.001;

export function symptomRules(
  symptoms: ReadonlyMap<string, Located<SymptomEntry>>,
  known: {
    readonly leaks: ReadonlyMap<string, number>;
    readonly components: Components;
    readonly conditions: Conditions;
  },
): readonly SymptomRule[] {
  return [...symptoms.values()].map((symptom) => {
    const { entry, complain } = symptom;
    const { id, each } = entry;
    const hasEach = [entry.when, entry.enable, entry.clear].some((text) => text?.includes('$each'));
    if (each && !hasEach) complain(['each'], `no condition of "${id}" has $each.`);
    if (each && new Set(each).size < each.length) complain(['each'], `"${id}" has an instance twice.`);
    const instances = (each ?? [null]).map((name) => instanceOf(entry, name));
    const isAsked = instances.every((instance) => onlyAsked(conditionsOf(symptom, instance, known.conditions)));
    return {
      id,
      words: wordsOf(entry),
      component: entry.component === undefined ? null : known.components.resolve(entry.component, complain),
      instances,
      holdMs: (entry.hold ?? 0) * 1000,
      clearHoldMs: (entry.clear_hold ?? 60) * 1000,
      dueMs: (entry.due ?? (isAsked ? 0 : 30)) * 1000,
      maxGapMs: entry.max_gap === undefined ? null : entry.max_gap * 1000,
      keepMs: (entry.keep ?? 21_600) * 1000,
      group: entry.group ?? null,
      leak: known.leaks.get(id) ?? entry.leak ?? defaultLeak,
    };
  });
}

function instanceOf({ when, enable, clear }: SymptomEntry, name: string | null): SymptomInstance {
  const of = (text: string) => (name === null ? text : text.replaceAll('$each', name));
  return {
    name,
    when: of(when),
    enable: enable === undefined ? null : of(enable),
    clear: clear === undefined ? null : of(clear),
  };
}

function conditionsOf(
  { complain }: Located<SymptomEntry>,
  instance: SymptomInstance,
  conditions: Conditions,
): readonly (Condition | undefined)[] {
  return (['when', 'enable', 'clear'] as const).flatMap((key) => {
    const text = instance[key];
    return text === null ? [] : [conditions.compile(text, key, complain)];
  });
}

/** It looks at answers and results alone: nothing that needs time to show. */
function onlyAsked(conditions: readonly (Condition | undefined)[]): boolean {
  return conditions.every((condition) => {
    if (!condition) return false;
    const { metrics, codes, fleet, boots, silence } = condition.reads;
    return metrics.size + codes.size + fleet.size === 0 && !boots && !silence;
  });
}
