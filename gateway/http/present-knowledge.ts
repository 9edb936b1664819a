import type { Knowledge } from '../../proto/api/localisation.ts';
import { programOf } from '../app/diagnosis.ts';
import type { ResultField, StepCost } from '../domain/localisation/knowledge.ts';
import type { Pack, Words } from '../domain/pack.ts';

/** The words of a pack's rules, for consoles: no conditions, no chances. */
export function presentKnowledge(pack: Pack): Knowledge {
  const { knowledge } = pack;
  const reads = knowledge && programOf(pack)?.symptomMetrics;
  const cost = ({ seconds, owner, risk }: StepCost) => ({ seconds, owner, risk });
  return {
    model: pack.model,
    version: pack.version,
    symptoms: (knowledge?.symptoms ?? []).map(({ id, words }) => ({ id, words, metrics: [...(reads?.get(id) ?? [])] })),
    faults: (knowledge?.faults ?? []).map(({ id, words, owner, component, basis, exit, escalate }) => ({
      id,
      words,
      owner,
      component,
      basis,
      exit,
      escalate,
      article: pack.articles?.get(id) ?? null,
    })),
    tests: (knowledge?.tests ?? []).map((test) => ({
      id: test.id,
      words: test.words,
      cost: cost(test.cost),
      fields: [...test.fields].map(([name, field]) => presentField(name, field)),
    })),
    questions: (knowledge?.questions ?? []).map((question) => ({
      id: question.id,
      words: question.words,
      cost: cost(question.cost),
      answers: presentWords(question.answers),
    })),
    actions: (knowledge?.actions ?? []).map((action) => ({
      id: action.id,
      words: action.words,
      cost: cost(action.cost),
      kind: action.kind,
    })),
    codes: [...pack.errors.values()].map(({ code, words }) => ({ code, words })),
  };
}

function presentField(name: string, field: ResultField): Knowledge['tests'][number]['fields'][number] {
  return {
    name,
    type: field.type,
    unit: field.type === 'number' ? field.unit : '',
    words: field.words,
    values: field.type === 'enum' ? presentWords(field.values) : [],
  };
}

function presentWords(words: ReadonlyMap<string, Words>): { id: string; words: Words }[] {
  return [...words].map(([id, text]) => ({ id, words: text }));
}
