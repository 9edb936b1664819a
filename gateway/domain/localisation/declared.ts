import type { MetricType, Pack } from '../pack.ts';

/** What conditions may name: everything else is refused when a pack is loaded. */
export interface Declared {
  readonly metrics: ReadonlyMap<string, DeclaredMetric>;
  readonly codes: ReadonlySet<string>;
  /** Question id to its answers, `unknown` not among them. */
  readonly questions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Operation to the fields of its result. */
  readonly tests: ReadonlyMap<string, ReadonlyMap<string, DeclaredField>>;
  readonly actions: ReadonlySet<string>;
}

export interface DeclaredMetric {
  readonly type: MetricType;
  /** Of an enumeration: its words. */
  readonly words?: ReadonlySet<string>;
}

export interface DeclaredField {
  readonly type: 'number' | 'bool' | 'enum';
  readonly words?: ReadonlySet<string>;
}

export function declaredOf(pack: Pack): Declared {
  const knowledge = pack.knowledge;
  return {
    metrics: new Map(
      [...pack.metrics].map(([name, { type, values }]): [string, DeclaredMetric] => [
        name,
        type === 'enum' ? { type, words: new Set([...values.values()].map(({ word }) => word)) } : { type },
      ]),
    ),
    codes: new Set([...pack.errors.values()].map(({ code }) => code)),
    questions: new Map((knowledge?.questions ?? []).map(({ id, answers }) => [id, new Set(answers.keys())])),
    tests: new Map(
      (knowledge?.tests ?? []).map(({ id, fields }) => [
        id,
        new Map(
          [...fields].map(([name, field]): [string, DeclaredField] => [
            name,
            field.type === 'enum' ? { type: 'enum', words: new Set(field.values.keys()) } : { type: field.type },
          ]),
        ),
      ]),
    ),
    actions: new Set((knowledge?.actions ?? []).map(({ id }) => id)),
  };
}
