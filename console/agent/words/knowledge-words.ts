import type { Knowledge } from '../../../proto/api/localisation.ts';
import type { Language } from '../../shared/language.ts';

export type FaultWords = Knowledge['faults'][number];
export type TestWords = Knowledge['tests'][number];
export type QuestionWords = Knowledge['questions'][number];

/** The words of a model's rules, found by id. What a pack does not know is shown as its id. */
export interface RuleWords {
  readonly faults: ReadonlyMap<string, FaultWords>;
  readonly tests: ReadonlyMap<string, TestWords>;
  readonly questions: ReadonlyMap<string, QuestionWords>;
  readonly actions: ReadonlyMap<string, Knowledge['actions'][number]>;
  readonly symptoms: ReadonlyMap<string, Knowledge['symptoms'][number]>;
  readonly codes: ReadonlyMap<string, Knowledge['codes'][number]>;
}

export function ruleWordsOf(knowledge: Knowledge): RuleWords {
  return {
    faults: new Map(knowledge.faults.map((each) => [each.id, each])),
    tests: new Map(knowledge.tests.map((each) => [each.id, each])),
    questions: new Map(knowledge.questions.map((each) => [each.id, each])),
    actions: new Map(knowledge.actions.map((each) => [each.id, each])),
    symptoms: new Map(knowledge.symptoms.map((each) => [each.id, each])),
    codes: new Map(knowledge.codes.map((each) => [each.code, each])),
  };
}

export function faultName(id: string, words: RuleWords, language: Language): string {
  return words.faults.get(id)?.words[language] ?? id;
}

/** "82 %"; what is nearly certain is never said to be so. */
export function percentOf(probability: number, language: Language): string {
  const shown = Math.min(0.99, Math.max(0.01, probability));
  const text = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(shown);
  return probability < 0.01 ? `< ${text}` : text;
}

/** log2 of a likelihood ratio in a word: twice, ten times, a hundred times as likely. */
export function strengthOf(bits: number): 'strong' | 'medium' | 'weak' {
  const size = Math.abs(bits);
  if (size >= 6) return 'strong';
  return size >= 2.5 ? 'medium' : 'weak';
}

/** Of a symptom, or of what came of a repair ("action:<id>"), which stands among them as evidence. */
export function symptomName(
  id: string,
  words: RuleWords,
  spoken: { readonly language: Language; readonly outcomeOf: (action: string) => string },
): string {
  const { language, outcomeOf } = spoken;
  if (!id.startsWith('action:')) return words.symptoms.get(id)?.words[language] ?? id;
  const action = id.slice('action:'.length);
  return outcomeOf(words.actions.get(action)?.words[language] ?? action);
}
