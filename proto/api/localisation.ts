import { type Static, Type } from 'typebox';
import { EpochMs, Id } from './common.ts';

const Name = Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\w.{}-]+$' });
const Words = Type.Object({ en: Type.String(), 'zh-CN': Type.String() });

/** What the owner said or the agent read, in a case: evidence beside telemetry, or instead of it. */
const Told = {
  answer: Type.Object({ kind: Type.Literal('answer'), question: Name, answer: Name }, { additionalProperties: false }),
  result: Type.Object(
    {
      kind: Type.Literal('result'),
      test: Name,
      fields: Type.Record(Name, Type.Union([Type.Number(), Type.Boolean(), Type.String({ maxLength: 64 })]), {
        minProperties: 1,
        maxProperties: 20,
      }),
    },
    { additionalProperties: false },
  ),
  outcome: Type.Object(
    {
      kind: Type.Literal('outcome'),
      action: Name,
      outcome: Type.Union([
        Type.Literal('cured'),
        Type.Literal('no_change'),
        Type.Literal('worse'),
        Type.Literal('relieved'),
      ]),
    },
    { additionalProperties: false },
  ),
  code: Type.Object(
    { kind: Type.Literal('code'), code: Name, raised: Type.Boolean() },
    { additionalProperties: false },
  ),
};

/** PUT /api/v1/cases/{id}/findings/{findingId} : idempotent; the id is made by who tells it. */
export const NewFinding = Type.Union([Told.answer, Told.result, Told.outcome, Told.code]);
export type NewFinding = Static<typeof NewFinding>;

export const Finding = Type.Object({ id: Id, at: EpochMs, told: NewFinding });
export type Finding = Static<typeof Finding>;

/** GET /api/v1/cases/{id}/findings : what was told, oldest first. DELETE .../findings/{findingId} takes one back. */
export const Findings = Type.Array(Finding);
export type Findings = Static<typeof Findings>;

const Cost = Type.Object({ seconds: Type.Number(), owner: Type.String(), risk: Type.String() });

/** GET /api/v1/models/{model}/knowledge : words of a pack's rules, for people; no conditions and no chances. */
export const Knowledge = Type.Object({
  model: Type.String(),
  version: Type.String(),
  symptoms: Type.Array(Type.Object({ id: Type.String(), words: Words, metrics: Type.Array(Type.String()) })),
  faults: Type.Array(
    Type.Object({
      id: Type.String(),
      words: Words,
      owner: Words,
      component: Type.String(),
      basis: Type.String(),
      exit: Type.String(),
      escalate: Type.Union([Words, Type.Null()]),
      article: Type.Union([Words, Type.Null()], { description: 'Markdown' }),
    }),
  ),
  tests: Type.Array(
    Type.Object({
      id: Type.String(),
      words: Words,
      cost: Cost,
      fields: Type.Array(
        Type.Object({
          name: Type.String(),
          type: Type.Union([Type.Literal('number'), Type.Literal('bool'), Type.Literal('enum')]),
          unit: Type.String(),
          words: Words,
          values: Type.Array(Type.Object({ id: Type.String(), words: Words })),
        }),
      ),
    }),
  ),
  questions: Type.Array(
    Type.Object({
      id: Type.String(),
      words: Words,
      cost: Cost,
      answers: Type.Array(Type.Object({ id: Type.String(), words: Words })),
    }),
  ),
  actions: Type.Array(Type.Object({ id: Type.String(), words: Words, cost: Cost, kind: Type.String() })),
  codes: Type.Array(Type.Object({ code: Type.String(), words: Words })),
});
export type Knowledge = Static<typeof Knowledge>;
