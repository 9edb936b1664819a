import type { Knowledge } from '../domain/localisation/knowledge.ts';
import type { Pack } from '../domain/pack.ts';
import { Components } from './components.ts';
import type { Part } from './compose.ts';
import { Conditions } from './conditions.ts';
import { type FaultEntry, faultRules } from './faults-of.ts';
import { type Located, located } from './located.ts';
import type { PackFile } from './pack-file.ts';
import { type StepEntry, stepId, stepsOf } from './steps-of.ts';
import { type SymptomEntry, symptomRules } from './symptoms-of.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a model knows, and where each of it is written. */
export interface Known {
  readonly knowledge: Knowledge;
  /** By id. */
  readonly symptoms: ReadonlyMap<string, Located<SymptomEntry>>;
  readonly faults: ReadonlyMap<string, Located<FaultEntry>>;
  readonly steps: ReadonlyMap<string, Located<StepEntry>>;
  readonly excluded: Excluded;
}

/** Ids that are included and are not so on this model. */
export interface Excluded {
  readonly faults: ReadonlySet<string>;
  readonly symptoms: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
}

/** @param options.parts The common packs first. @param options.faultIds Of all packs. */
export function knowledgeOf(options: {
  readonly parts: readonly Part[];
  readonly pack: Pack;
  readonly head: YamlFile<PackFile>;
  readonly faultIds: ReadonlySet<string>;
}): Known {
  const { parts, pack, head, faultIds } = options;
  const { exclude = {} } = head.content;
  const excluded: Excluded = {
    faults: new Set(exclude.faults),
    symptoms: new Set(exclude.symptoms),
    steps: new Set(exclude.steps),
  };
  const steps = unique<StepEntry>(
    { kind: 'steps', thing: 'step', id: stepId, excluded, head },
    listed(parts, 'steps.yaml', ({ tests, questions, actions }): Lists<StepEntry> => ({ tests, questions, actions })),
  );
  const symptoms = unique<SymptomEntry>(
    { kind: 'symptoms', thing: 'symptom', id: ({ id }) => id, excluded, head },
    listed(parts, 'symptoms.yaml', (content) => ({ symptoms: content.symptoms })),
  );
  const faults = unique<FaultEntry>(
    { kind: 'faults', thing: 'fault', id: ({ id }) => id, excluded, head },
    listed(parts, 'faults.yaml', (content) => ({ faults: content.faults })),
  );
  const components = new Components(pack.components ?? []);
  const asked = stepsOf(steps, pack);
  const conditions = new Conditions({ ...pack, knowledge: { ...asked, symptoms: [], faults: [] } });
  conditions.checkSteps(steps);
  const leaks = leaksOf(parts, { symptoms, excluded });
  const knowledge: Knowledge = {
    symptoms: symptomRules(symptoms, { leaks, components, conditions }),
    faults: faultRules({ faults, symptoms, steps, excluded, components, faultIds, parts }),
    ...asked,
  };
  return { knowledge, symptoms, faults, steps, excluded };
}

/** By the key that they have in their file. */
type Lists<Entry> = Readonly<Record<string, readonly Entry[] | undefined>>;

interface Listed<Entry> extends Located<Entry> {
  readonly isCommon: boolean;
}

function listed<Name extends 'symptoms.yaml' | 'faults.yaml' | 'steps.yaml', Entry>(
  parts: readonly Part[],
  name: Name,
  lists: (content: NonNullable<Part['files'][Name]>['content']) => Lists<Entry>,
): readonly Listed<Entry>[] {
  return parts.flatMap((part) => {
    const file = part.files[name];
    if (!file) return [];
    return Object.entries(lists(file.content)).flatMap(([key, entries]) =>
      located(entries, [key], part.complainOf(file)).map((entry) => ({ ...entry, isCommon: part.isCommon })),
    );
  });
}

interface Naming<Entry> {
  readonly kind: keyof Excluded;
  readonly thing: string;
  readonly id: (entry: Entry) => string;
  readonly excluded: Excluded;
  readonly head: YamlFile<PackFile>;
}

function unique<Entry>(naming: Naming<Entry>, entries: readonly Listed<Entry>[]): ReadonlyMap<string, Located<Entry>> {
  const { kind, thing, id, head } = naming;
  const excluded = naming.excluded[kind];
  const found = new Map<string, Located<Entry>>();
  const left = new Set(excluded);
  for (const one of entries) {
    const name = id(one.entry);
    if (one.isCommon && excluded.has(name)) left.delete(name);
    else if (found.has(name)) one.complain([], `the ${thing} "${name}" is there twice.`);
    else found.set(name, one);
  }
  for (const name of left) {
    const index = head.content.exclude?.[kind]?.indexOf(name) ?? 0;
    head.complain(['exclude', kind, index], `no common pack that is included has the ${thing} "${name}".`);
  }
  return found;
}

/** The model's own figures after those of what it includes. */
function leaksOf(
  parts: readonly Part[],
  { symptoms, excluded }: Pick<Known, 'symptoms' | 'excluded'>,
): ReadonlyMap<string, number> {
  const leaks = new Map<string, number>();
  for (const part of parts) {
    const file = part.files['leaks.yaml'];
    if (!file) continue;
    for (const [id, leak] of Object.entries(file.content.leaks)) {
      if (symptoms.has(id)) leaks.set(id, leak);
      else if (!excluded.symptoms.has(id)) part.complainOf(file)(['leaks', id], `there is no symptom "${id}".`);
    }
  }
  return leaks;
}
