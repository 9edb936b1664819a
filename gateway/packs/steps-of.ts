import type { Knowledge, ResultField } from '../domain/localisation/knowledge.ts';
import type { Pack, Words } from '../domain/pack.ts';
import type { StepsFile } from './knowledge-files.ts';
import type { Located } from './located.ts';
import { wordsOf } from './parts.ts';
import type { Complain } from './yaml-file.ts';

type TestEntry = NonNullable<StepsFile['tests']>[number];
type QuestionEntry = NonNullable<StepsFile['questions']>[number];
type ActionEntry = NonNullable<StepsFile['actions']>[number];
type FieldEntry = NonNullable<TestEntry['fields']>[string];
export type StepEntry = TestEntry | QuestionEntry | ActionEntry;

export function stepId(entry: StepEntry): string {
  return 'operation' in entry ? entry.operation : entry.id;
}

export function stepsOf(
  steps: ReadonlyMap<string, Located<StepEntry>>,
  pack: Pack,
): Pick<Knowledge, 'tests' | 'questions' | 'actions'> {
  const tests: Knowledge['tests'][number][] = [];
  const questions: Knowledge['questions'][number][] = [];
  const actions: Knowledge['actions'][number][] = [];
  for (const [id, { entry, complain }] of steps) {
    const { cost, enable = null } = entry;
    const step = { id, words: wordsOf(entry), cost, enable };
    if ('operation' in entry) {
      const operation = pack.operations.get(id);
      if (!operation) complain(['operation'], `there is no operation "${id}".`);
      const fields = Object.entries(entry.fields ?? {}).map(
        ([name, field]) => [name, fieldOf(name, field, complain)] as const,
      );
      tests.push({ ...step, dataClass: operation?.outputClass ?? 'telemetry', fields: new Map(fields) });
    } else if ('answers' in entry) {
      if (Object.hasOwn(entry.answers, 'unknown')) {
        complain(['answers', 'unknown'], '"unknown" is offered with every question: leave it out.');
      }
      questions.push({ ...step, answers: choicesOf(entry.answers) });
    } else {
      actions.push({ ...step, kind: entry.kind, waitMs: (entry.wait ?? 0) * 1000 });
    }
  }
  return { tests, questions, actions };
}

function fieldOf(name: string, { type, unit, values, ...texts }: FieldEntry, complain: Complain): ResultField {
  const words = wordsOf(texts);
  const refuse = (sentence: string) => complain(['fields', name], `the field "${name}" ${sentence}.`);
  if ((type === 'number') !== (unit !== undefined)) {
    refuse(unit === undefined ? 'is a number and needs a unit' : 'is no number and has no unit');
  }
  if ((type === 'enum') !== (values !== undefined)) {
    refuse(values === undefined ? 'is an enum and needs values' : 'is no enum and has no values');
  }
  if (type === 'number') return { type, unit: unit ?? '1', words };
  if (type === 'bool') return { type, words };
  return { type, words, values: choicesOf(values ?? {}) };
}

function choicesOf(choices: Readonly<Record<string, readonly [string, string]>>): ReadonlyMap<string, Words> {
  return new Map(Object.entries(choices).map(([word, [en, zh]]) => [word, { en, 'zh-CN': zh }]));
}
