import type { Evidence } from '../localisation/evidence.ts';
import type { Knowledge } from '../localisation/knowledge.ts';
import type { Pack } from '../pack.ts';
import type { FindingRecord, Told } from './records.ts';

/** What was told, as evidence. */
export function toldEvidence({ told, toldAt: at }: Pick<FindingRecord, 'told' | 'toldAt'>): Evidence {
  switch (told.kind) {
    case 'answer':
      return { kind: 'answer', at, question: told.question, answer: told.answer };
    case 'result':
      return { kind: 'result', at, test: told.test, fields: told.fields };
    case 'outcome':
      return { kind: 'action', at, action: told.action, outcome: told.outcome };
    case 'code':
      return { kind: 'code', at, code: told.code, raised: told.raised, detail: '', told: true };
  }
}

/** Whether this model's pack knows what is told: its question and answer, its test and each field, its repair, its code. */
export function isKnown(told: Told, pack: Pack): boolean {
  if (told.kind === 'code') return [...pack.errors.values()].some(({ code }) => code === told.code);
  return pack.knowledge !== undefined && isOfKnowledge(told, pack.knowledge);
}

function isOfKnowledge(told: Exclude<Told, { kind: 'code' }>, { questions, tests, actions }: Knowledge): boolean {
  switch (told.kind) {
    case 'answer': {
      const question = questions.find(({ id }) => id === told.question);
      return question !== undefined && (told.answer === 'unknown' || question.answers.has(told.answer));
    }
    case 'result': {
      const test = tests.find(({ id }) => id === told.test);
      return (
        test !== undefined &&
        Object.entries(told.fields).every(([name, value]) => {
          const field = test.fields.get(name);
          if (field?.type === 'enum') return typeof value === 'string' && field.values.has(value);
          return field?.type === (typeof value === 'boolean' ? 'bool' : typeof value);
        })
      );
    }
    case 'outcome':
      return actions.some(({ id }) => id === told.action);
  }
}
