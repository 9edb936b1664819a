import { type Static, Type } from 'typebox';

/**
 * The form of a trace as outside input: what the scorer needs is checked, what is free (shape, environment) stays free.
 * Names are bounded; keys such as `__proto__` are only ever looked up in Maps or as own properties.
 */
const Word = Type.String({ minLength: 1, maxLength: 200 });
const Seconds = Type.Number({ minimum: -31_622_400, maximum: 31_622_400 });

const Truth = Type.Object({
  id: Type.String({ pattern: '^([A-Z]\\d{2}[a-z]?|unmodelled:.{0,200})$' }),
  severity: Type.Optional(Type.Enum(['mild', 'moderate', 'severe'])),
  onset: Type.Optional(Seconds),
  shape: Type.Optional(Type.Unknown()),
  intermittence: Type.Optional(Type.Unknown()),
  until: Type.Optional(Type.Union([Seconds, Type.Null()])),
  shared: Type.Optional(Type.Boolean()),
});

const Answers = Type.Object({
  tests: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  owner: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  actions: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

const Labels = Type.Object({
  region: Type.Optional(Word),
  site: Type.Optional(Word),
  node: Type.Optional(Word),
  firmware: Type.Optional(Word),
});

const Device = Type.Object({
  device: Word,
  model: Word,
  labels: Type.Optional(Labels),
  truth: Type.Optional(Type.Array(Truth, { maxItems: 20 })),
  answers: Type.Optional(Answers),
});

export const HeaderForm = Type.Object({
  scenario: Word,
  group: Word,
  seed: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Number()])),
  start: Type.Number({ minimum: 0, maximum: 8.64e15 }),
  model: Word,
  environment: Type.Optional(Type.Unknown()),
  truth: Type.Optional(Type.Array(Truth, { maxItems: 20 })),
  answers: Type.Optional(Answers),
  devices: Type.Optional(Type.Array(Device, { minItems: 1, maxItems: 20_000 })),
});
export type HeaderForm = Static<typeof HeaderForm>;

/** What a row says, once its time and its device are known to be usable. */
export const RowForm = Type.Union([
  Type.Object({
    metric: Word,
    // null: JSON's NaN, "not measurable".
    value: Type.Union([Type.Number(), Type.String({ maxLength: 2_000 }), Type.Boolean(), Type.Null()]),
  }),
  Type.Object({
    error: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 40 })]),
    raised: Type.Literal(true),
    detail: Type.Optional(Type.Union([Type.String({ maxLength: 2_000 }), Type.Number(), Type.Null()])),
  }),
  Type.Object({
    error: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 40 })]),
    cleared: Type.Literal(true),
  }),
  Type.Object({
    firmware: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
  }),
  Type.Object({
    boot: Type.Object({
      reason: Type.Optional(Type.String({ maxLength: 60 })),
      count: Type.Optional(Type.Number()),
      version: Type.Optional(Type.String({ maxLength: 60 })),
    }),
  }),
]);
