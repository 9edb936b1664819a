import type { FieldValue, ResultField } from '../domain/localisation/knowledge.ts';
import type { Pack } from '../domain/pack.ts';
import type { Part } from './compose.ts';
import type { CasesFile } from './knowledge-files.ts';
import type { Known } from './knowledge-of.ts';
import { below, type Located, located } from './located.ts';
import type { Complain } from './yaml-file.ts';

/** A case of cases.yaml: what is given, and what must come out. */
export type PackCase = CasesFile['cases'][number];
type Given = PackCase['given'][number];

/**
 * The cases of one model; says what they name that the model has not, and which faults have none. A case of a common pack
 * whose fault is excluded is not played.
 */
export function casesOf(parts: readonly Part[], pack: Pack, known: Known): readonly Located<PackCase>[] {
  const cases = parts
    .flatMap((part) => {
      const file = part.files['cases.yaml'];
      return file ? [...located(file.content.cases, ['cases'], part.complainOf(file))] : [];
    })
    .filter(({ entry }) => !expected(entry).some((id) => known.excluded.faults.has(id) && !known.faults.has(id)));
  const check = new CaseCheck(pack, known);
  for (const one of cases) check.check(one);
  const covered = new Set(cases.flatMap(({ entry }) => expected(entry)));
  for (const [id, { complain }] of known.faults) {
    if (!covered.has(id)) complain([], `the fault "${id}" has no case.`);
  }
  return cases;
}

/** The faults that a case wants to be named. */
export function expected({ expect }: PackCase): readonly string[] {
  return [...(expect.fault === undefined ? [] : [expect.fault]), ...(expect.faults ?? [])];
}

class CaseCheck {
  readonly #pack: Pack;
  readonly #known: Known;
  readonly #codes: ReadonlySet<string>;
  readonly #words: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(pack: Pack, known: Known) {
    this.#pack = pack;
    this.#known = known;
    this.#codes = new Set([...pack.errors.values()].map(({ code }) => code));
    this.#words = new Map(
      [...pack.metrics].map(([name, { values }]) => [name, new Set([...values.values()].map(({ word }) => word))]),
    );
  }

  check({ entry, complain }: Located<PackCase>): void {
    this.#expect(entry, below(complain, ['expect']));
    for (const [index, given] of entry.given.entries()) {
      const at = below(complain, ['given', index]);
      if (given.at > entry.until) at(['at'], 'this is after the end of the case.');
      this.#evidence(given, at);
      this.#told(given, at);
    }
  }

  #expect(entry: PackCase, complain: Complain): void {
    const { fault, faults, at_least: atLeast, nothing, unmodelled, abstains, next } = entry.expect;
    const ways = [fault, faults, nothing, unmodelled, abstains].filter((way) => way !== undefined);
    if (ways.length > 1 || (ways.length === 0 && next === undefined)) {
      complain([], 'a case expects one of fault, faults, nothing, unmodelled and abstains; `next` besides or alone.');
    }
    if (atLeast !== undefined && fault === undefined && faults === undefined) {
      complain(['at_least'], '`at_least` belongs to an expected fault.');
    }
    for (const id of expected(entry)) {
      if (!this.#known.faults.has(id)) complain([fault === id ? 'fault' : 'faults'], `there is no fault "${id}".`);
    }
    if (next !== undefined && !this.#known.steps.has(next)) complain(['next'], `there is no step "${next}".`);
  }

  #evidence({ values, raise, clear, detail, boot }: Given, complain: Complain): void {
    for (const [name, value] of Object.entries(values ?? {})) {
      const fault = this.#valueFault(name, value);
      if (fault) complain(['values', name], fault);
    }
    for (const [key, code] of Object.entries({ raise, clear })) {
      if (code !== undefined && !this.#codes.has(code)) complain([key], `there is no error code "${code}".`);
    }
    if (detail !== undefined && raise === undefined) complain(['detail'], 'a detail belongs to a code that is raised.');
    const reasons = this.#words.get('device.boot.reason');
    if (boot !== undefined && reasons?.has(boot) === false) complain(['boot'], `there is no boot reason "${boot}".`);
  }

  #valueFault(name: string, value: number | string): string | undefined {
    const metric = this.#pack.metrics.get(name);
    if (!metric) return `there is no metric "${name}".`;
    const { type, range } = metric;
    if (type === 'enum')
      return this.#words.get(name)?.has(String(value)) ? undefined : `"${name}" is never "${value}".`;
    if (type === 'text') return typeof value === 'string' ? undefined : `"${name}" is a text.`;
    if (typeof value !== 'number') return `"${name}" is a number.`;
    return range && (value < range[0] || value > range[1]) ? `"${name}" is from ${range.join(' to ')}.` : undefined;
  }

  #told({ answer, result, action }: Given, complain: Complain): void {
    const { questions, tests, actions } = this.#known.knowledge;
    for (const [id, word] of Object.entries(answer ?? {})) {
      const question = find(questions, id);
      if (!question) complain(['answer', id], `there is no question "${id}".`);
      else if (word !== 'unknown' && !question.answers.has(word)) {
        complain(['answer', id], `"${id}" has no answer "${word}".`);
      }
    }
    for (const [id, fields] of Object.entries(result ?? {})) {
      const test = find(tests, id);
      if (!test) complain(['result', id], `there is no test "${id}".`);
      for (const [name, value] of Object.entries(fields)) {
        const field = test?.fields.get(name);
        if (test && !field) complain(['result', id, name], `"${id}" has no field "${name}".`);
        else if (field && !fits(field, value))
          complain(['result', id, name], `"${name}" of "${id}" is never ${value}.`);
      }
    }
    for (const id of Object.keys(action ?? {})) {
      if (!find(actions, id)) complain(['action', id], `there is no action "${id}".`);
    }
  }
}

function find<Step extends { readonly id: string }>(steps: readonly Step[], id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

function fits(field: ResultField, value: FieldValue): boolean {
  if (field.type === 'number') return typeof value === 'number';
  if (field.type === 'bool') return typeof value === 'boolean';
  return typeof value === 'string' && field.values.has(value);
}
