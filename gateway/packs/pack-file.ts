import { type Static, Type } from 'typebox';
import { dataClasses, operationClasses } from '../domain/data-class.ts';
import { closed, Id, Name, oneOf, Text, words } from './form.ts';

/** The form of a pack.yaml. Strict: an unknown key is a mistake, and both languages are always there. */
/** Number on the wire: [datasheet's word, en, zh-CN]. */
const Values = Type.Record(Type.String({ pattern: '^\\d{1,6}$' }), Type.Tuple([Text, Text, Text]), {
  ...closed,
  minProperties: 1,
});
const Words = Type.Array(Type.String({ pattern: '^[a-z0-9_]{1,40}$' }), { minItems: 1 });

/** `idle`, `live`: seconds between samples; `change`: also sent when it changes (or only then). */
const Sampling = Type.Object(
  {
    idle: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    live: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    change: Type.Optional(Type.Literal(true)),
  },
  { ...closed, minProperties: 1 },
);

const Metric = Type.Object(
  {
    name: Name,
    type: oneOf(['gauge', 'counter', 'enum', 'text'] as const),
    unit: Text,
    class: oneOf(dataClasses),
    range: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
    sample: Sampling,
    chart: Type.Optional(Type.Literal(true)),
    ...words,
    values: Type.Optional(Values),
  },
  closed,
);

const PackErrorEntry = Type.Object(
  {
    code: Text,
    name: Name,
    kind: oneOf(['transient', 'permanent'] as const),
    level: oneOf(['info', 'warning', 'error', 'catastrophic'] as const),
    subsystem: Name,
    ...words,
    /** What a dialect without codes says instead; its subsystem is the entry's. */
    message: Type.Optional(Text),
  },
  closed,
);

const Operation = Type.Object({ name: Name, class: oneOf(operationClasses), output: oneOf(dataClasses) }, closed);

/** What a device of another maker declares: the first rule of which all parts fit says what it becomes. */
const EntityRule = Type.Object(
  {
    component: Type.Optional(Words),
    device_class: Type.Optional(Words),
    /** One of these is a word of its name or id. */
    word: Type.Optional(Words),
    class: oneOf(dataClasses),
    /** One of `entities.metrics`: the name that everybody gives it. */
    metric: Type.Optional(Name),
    /** 0: off, 1: on. */
    states: Type.Optional(Values),
    /** "On" is a fault. */
    error: Type.Optional(Type.Literal(true)),
    dropped: Type.Optional(Type.Literal(true)),
  },
  closed,
);

const Entities = Type.Object(
  {
    /** Class of what no rule fits. */
    unlisted: oneOf(dataClasses),
    states: Values,
    /** They are the device's only if it declares them. */
    metrics: Type.Array(Metric),
    rules: Type.Array(EntityRule),
  },
  closed,
);

const Components = Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$', maxLength: 80 }));
const Ids = Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 })));

export const PackFile = Type.Object(
  {
    schema: Type.Literal('pack/1'),
    model: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
    version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
    name: Text,
    vendor: Text,
    family: Text,
    class: Name,
    /** Of all error codes in the file. */
    channel: Name,
    /** It can read a request aloud to its owner. */
    voice: Type.Optional(Type.Literal(true)),
    /** Names of folders in common/. */
    include: Type.Optional(Type.Array(Id)),
    /** What of the included is not so here. */
    exclude: Type.Optional(Type.Object({ faults: Ids, symptoms: Ids, steps: Ids }, closed)),
    /** Dotted paths. */
    components: Type.Optional(Components),
    metrics: Type.Array(Metric, { minItems: 1 }),
    errors: Type.Array(PackErrorEntry),
    operations: Type.Array(Operation),
    entities: Type.Optional(Entities),
  },
  closed,
);
export type PackFile = Static<typeof PackFile>;

/** The form of a common.yaml: what all models that include it have. */
export const CommonFile = Type.Object(
  {
    schema: Type.Literal('common/1'),
    metrics: Type.Optional(Type.Array(Metric)),
    errors: Type.Optional(Type.Array(PackErrorEntry)),
    operations: Type.Optional(Type.Array(Operation)),
    components: Type.Optional(Components),
  },
  closed,
);
export type CommonFile = Static<typeof CommonFile>;
