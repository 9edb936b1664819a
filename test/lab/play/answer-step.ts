import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type {
  ActionOutcome,
  FieldValue,
  Knowledge,
  ResultField,
} from '../../../gateway/domain/localisation/knowledge.ts';
import type { NextStep } from '../../../gateway/domain/localisation/verdict.ts';
import type { Answers } from '../trace/lab-trace.ts';
import type { Notes } from '../trace/notes.ts';

const outcomes: ReadonlySet<unknown> = new Set(['cured', 'no_change', 'worse', 'relieved'] satisfies ActionOutcome[]);

/**
 * What comes of a recommended step, by what the trace says would be found; empty: nobody knows, and it was asked in vain.
 * `withoutDevice`: nothing but the owner can be asked.
 */
export function answerOf(
  step: NextStep,
  at: number,
  options: {
    readonly answers: Answers;
    readonly knowledge: Knowledge;
    readonly notes: Notes;
    readonly withoutDevice: boolean;
  },
): Evidence[] {
  const { answers, notes } = options;
  switch (step.kind) {
    case 'scope':
      // The owner of a trace grants what was granted, and no more.
      return [];
    case 'question': {
      const answer = answers.owner.get(step.id);
      const isKnown =
        options.knowledge.questions.find(({ id }) => id === step.id)?.answers.has(String(answer)) ?? false;
      if (answer !== undefined && answer !== 'unknown' && !isKnown) notes.add('result_malformed');
      return [{ kind: 'answer', at, question: step.id, answer: isKnown ? String(answer) : 'unknown' }];
    }
    case 'test': {
      const fields = options.withoutDevice ? undefined : fieldsOf(answers.tests.get(step.id), step.id, options);
      return fields ? [{ kind: 'result', at, test: step.id, fields }] : [];
    }
    case 'action': {
      const outcome = answers.actions.get(step.id);
      if (outcome === undefined) return [];
      if (outcomes.has(outcome)) return [{ kind: 'action', at, action: step.id, outcome: outcome as ActionOutcome }];
      notes.add('result_malformed');
      return [];
    }
  }
}

/** Only declared fields, of their declared types; undefined: nothing is known. */
function fieldsOf(
  result: unknown,
  test: string,
  { knowledge, notes }: { readonly knowledge: Knowledge; readonly notes: Notes },
): Readonly<Record<string, FieldValue>> | undefined {
  if (result === undefined) return undefined;
  const declared = knowledge.tests.find(({ id }) => id === test)?.fields;
  if (typeof result !== 'object' || result === null || Array.isArray(result) || !declared) {
    notes.add('result_malformed');
    return undefined;
  }
  const fields: [string, FieldValue][] = [];
  // read.config of the datasheets returns all settings in one field.
  const { settings } = result as { readonly settings?: unknown };
  const told = typeof settings === 'object' && settings !== null ? { ...result, ...settings } : result;
  for (const [name, sent] of Object.entries(told)) {
    const field = declared.get(name);
    if (!field) continue;
    const value = wordOf(sent, field.type);
    if (field.type === 'number' && typeof value === 'number' && Number.isFinite(value)) fields.push([name, value]);
    else if (field.type === 'bool' && typeof value === 'boolean') fields.push([name, value]);
    else if (field.type === 'enum' && typeof value === 'string' && field.values.has(value)) fields.push([name, value]);
    else notes.add('result_malformed');
  }
  return Object.fromEntries(fields);
}

/** `daily 03:00` is daily; `true` may be written as a word; of a list of numbers the least counts (windows), of texts how many there are. */
function wordOf(value: unknown, type: ResultField['type']): unknown {
  if (type === 'number' && Array.isArray(value)) {
    const numbers: readonly unknown[] = value;
    return numbers.every((one) => typeof one === 'number') ? Math.min(...numbers) : numbers.length;
  }
  if (typeof value !== 'string') return value;
  if (type === 'enum') return value.split(' ', 1)[0];
  return type === 'bool' && (value === 'true' || value === 'false') ? value === 'true' : value;
}
