import { type Static, Type } from 'typebox';
import { closed, Id, Name, oneOf, Text, translated, words } from './form.ts';

/**
 * The forms of symptoms.yaml, faults.yaml, steps.yaml, cases.yaml and leaks.yaml (README.md in this folder). Strict: an
 * unknown key is a mistake, and both languages are always there.
 */
const symptomId = '^[a-z][a-z0-9_]{0,63}$';
const faultId = '^[A-Z][0-9]{2}[a-z]?$';
const dottedId = '^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$';
const SymptomId = Type.String({ pattern: symptomId });
const FaultId = Type.String({ pattern: faultId });
const DottedId = Type.String({ pattern: dottedId, maxLength: 64 });
/** CEL; its length is judged with the rest of it (condition.ts). */
const Condition = Type.String({ minLength: 1, maxLength: 2000 });
const Seconds = Type.Number({ minimum: 0, maximum: 31_536_000 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Both = Type.Object(words, closed);
const record = <Value extends Parameters<typeof Type.Record>[1]>(pattern: string, value: Value, minProperties = 0) =>
  Type.Record(Type.String({ pattern }), value, { ...closed, minProperties });

/** Words of chances, for people who know that it happens "often" and no figure. */
export const chances = {
  never: 0,
  rare: 0.02,
  uncommon: 0.1,
  sometimes: 0.3,
  often: 0.6,
  usually: 0.8,
  almost_always: 0.95,
  always: 0.99,
} as const;
const Chance = Type.Union([oneOf(Object.keys(chances) as (keyof typeof chances)[]), Share]);

/** Words of how often a fault is the cause of a call, relative to the other faults of a model. */
export const priors = { very_rare: 0.1, rare: 0.3, uncommon: 1, common: 3, very_common: 10 } as const;
const Prior = Type.Union([
  oneOf(Object.keys(priors) as (keyof typeof priors)[]),
  Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
]);

export const SymptomsFile = Type.Object(
  {
    symptoms: Type.Array(
      Type.Object(
        {
          id: SymptomId,
          ...words,
          component: Type.Optional(DottedId),
          when: Condition,
          enable: Type.Optional(Condition),
          hold: Type.Optional(Seconds),
          clear: Type.Optional(Condition),
          clear_hold: Type.Optional(Seconds),
          due: Type.Optional(Seconds),
          max_gap: Type.Optional(Seconds),
          keep: Type.Optional(Seconds),
          group: Type.Optional(SymptomId),
          each: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 32 })),
          leak: Type.Optional(Share),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type SymptomsFile = Static<typeof SymptomsFile>;

export const FaultsFile = Type.Object(
  {
    /** What an included fault shows besides, in symptoms of the file's own pack. */
    extend: Type.Optional(record(faultId, record(symptomId, Chance, 1))),
    faults: Type.Array(
      Type.Object(
        {
          id: FaultId,
          ...words,
          owner: Both,
          component: DottedId,
          prior: Prior,
          basis: oneOf(['sourced', 'captured', 'memory'] as const),
          exit: oneOf(['repair', 'replacement', 'return', 'home', 'vendor', 'nothing_wrong'] as const),
          benign: Type.Optional(Type.Boolean()),
          shared: Type.Optional(Type.Boolean()),
          symptoms: record(symptomId, Chance, 1),
          repairs: Type.Optional(record(dottedId, Chance)),
          escalate: Type.Optional(Both),
          confusable: Type.Optional(Type.Array(FaultId)),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type FaultsFile = Static<typeof FaultsFile>;

const Cost = Type.Object(
  {
    seconds: Seconds,
    owner: oneOf(['none', 'little', 'some', 'much'] as const),
    risk: oneOf(['none', 'some', 'much'] as const),
  },
  closed,
);
const step = { ...words, cost: Cost, enable: Type.Optional(Condition) };
/** The word of the datasheet to [en, zh-CN]. */
const Choices = record('^[a-z0-9][a-z0-9_]{0,39}$', translated, 1);

export const StepsFile = Type.Object(
  {
    tests: Type.Optional(
      Type.Array(
        Type.Object(
          {
            operation: Name,
            ...step,
            fields: Type.Optional(
              record(
                '^[a-z][a-z0-9_]{0,39}$',
                Type.Object(
                  {
                    type: oneOf(['number', 'bool', 'enum'] as const),
                    ...words,
                    /** Of a number. */
                    unit: Type.Optional(Text),
                    /** Of an enum. */
                    values: Type.Optional(Choices),
                  },
                  closed,
                ),
              ),
            ),
          },
          closed,
        ),
      ),
    ),
    questions: Type.Optional(Type.Array(Type.Object({ id: DottedId, ...step, answers: Choices }, closed))),
    actions: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: DottedId,
            ...step,
            kind: oneOf(['repair', 'replacement', 'return', 'restart', 'wait'] as const),
            wait: Type.Optional(Seconds),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);
export type StepsFile = Static<typeof StepsFile>;

const Value = Type.Union([Type.Number(), Type.String({ maxLength: 200 })]);
const FieldValue = Type.Union([Type.Number(), Type.String({ maxLength: 200 }), Type.Boolean()]);

export const CasesFile = Type.Object(
  {
    cases: Type.Array(
      Type.Object(
        {
          title: Text,
          expect: Type.Object(
            {
              fault: Type.Optional(FaultId),
              faults: Type.Optional(Type.Array(FaultId, { minItems: 2, maxItems: 2 })),
              at_least: Type.Optional(Share),
              nothing: Type.Optional(Type.Literal(true)),
              unmodelled: Type.Optional(Type.Literal(true)),
              abstains: Type.Optional(Type.Literal(true)),
              next: Type.Optional(DottedId),
            },
            { ...closed, minProperties: 1 },
          ),
          mode: Type.Optional(oneOf(['monitoring', 'call'] as const)),
          given: Type.Array(
            Type.Object(
              {
                at: Seconds,
                values: Type.Optional(record('^[a-zA-Z][\\w.]*(\\{\\w+\\})?$', Value, 1)),
                raise: Type.Optional(Text),
                clear: Type.Optional(Text),
                detail: Type.Optional(Type.String({ maxLength: 200 })),
                boot: Type.Optional(Text),
                silent: Type.Optional(Type.Boolean()),
                answer: Type.Optional(record(dottedId, Type.String({ maxLength: 64 }), 1)),
                result: Type.Optional(record(dottedId, record('^[a-z][a-z0-9_]{0,39}$', FieldValue), 1)),
                action: Type.Optional(record(dottedId, oneOf(['cured', 'no_change', 'worse', 'relieved'] as const), 1)),
                fleet: Type.Optional(
                  Type.Object(
                    {
                      cloud_outage: Type.Optional(Share),
                      site_outage: Type.Optional(Share),
                      bad_firmware: Type.Optional(Share),
                      gateway_fault: Type.Optional(Share),
                    },
                    { ...closed, minProperties: 1 },
                  ),
                ),
              },
              { ...closed, minProperties: 2 },
            ),
          ),
          until: Type.Number({ exclusiveMinimum: 0, maximum: 604_800 }),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type CasesFile = Static<typeof CasesFile>;

/** Chance that a symptom shows although no fault causes it; also of symptoms that the pack includes. */
export const LeaksFile = Type.Object({ leaks: record(symptomId, Share) }, closed);
export type LeaksFile = Static<typeof LeaksFile>;
