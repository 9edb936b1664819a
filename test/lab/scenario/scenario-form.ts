import { type Static, Type } from 'typebox';
import { dataClasses } from '../../../gateway/domain/data-class.ts';

/** The form of a scenario file. Times: seconds, or a number with s, min, h or d. */
const closed = { additionalProperties: false } as const;
const Word = Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\w.:+ -]+$' });
const Time = Type.Union([
  Type.Number({ minimum: 0, maximum: 2_678_400 }),
  Type.String({ pattern: '^\\d+(\\.\\d+)? ?(s|min|h|d)$' }),
]);
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Severity = Type.Enum(['mild', 'moderate', 'severe']);
const Shape = Type.Enum(['step', 'ramp', 'wear']);
const Intermittence = Type.Object({ on: Time, off: Time }, closed);

const Fault = Type.Object(
  {
    id: Word,
    severity: Type.Optional(Severity),
    onset: Type.Optional(Time),
    shape: Type.Optional(Shape),
    intermittence: Type.Optional(Intermittence),
    until: Type.Optional(Time),
  },
  closed,
);
export type FaultEntry = Static<typeof Fault>;

const Transport = Type.Object(
  {
    loss: Type.Optional(Share),
    delay: Type.Optional(Time),
    reorder: Type.Optional(Share),
    duplicate: Type.Optional(Share),
    skew: Type.Optional(Type.Number({ minimum: -86_400, maximum: 86_400 })),
  },
  closed,
);

/** Devices that are alike. Of `any_of`, `pairs` and `unmodelled` every device has the next one in turn. */
const Batch = Type.Object(
  {
    model: Word,
    count: Type.Integer({ minimum: 1, maximum: 2_000 }),
    group: Type.Optional(Word),
    /** Drawn in turn. */
    environments: Type.Optional(Type.Array(Word, { minItems: 1 })),
    labels: Type.Optional(
      Type.Object(
        {
          region: Type.Optional(Word),
          site: Type.Optional(Word),
          node: Type.Optional(Word),
          firmware: Type.Optional(Word),
        },
        closed,
      ),
    ),
    faults: Type.Optional(Type.Array(Fault, { minItems: 1, maxItems: 4 })),
    any_of: Type.Optional(Type.Array(Word, { minItems: 1 })),
    pairs: Type.Optional(Type.Array(Type.Tuple([Word, Word]), { minItems: 1 })),
    unmodelled: Type.Optional(Type.Array(Word, { minItems: 1 })),
    /** Of any_of, pairs and unmodelled; taken in turn. */
    severities: Type.Optional(Type.Array(Severity, { minItems: 1 })),
    shapes: Type.Optional(Type.Array(Shape, { minItems: 1 })),
    onset: Type.Optional(Time),
    intermittence: Type.Optional(Intermittence),
    transport: Type.Optional(Transport),
  },
  closed,
);
export type BatchEntry = Static<typeof Batch>;

/** Something that hits all devices with these labels at once. */
const Event = Type.Object(
  {
    fault: Word,
    region: Type.Optional(Word),
    site: Type.Optional(Word),
    node: Type.Optional(Word),
    firmware: Type.Optional(Word),
    model: Type.Optional(Word),
    at: Time,
    until: Type.Optional(Time),
    severity: Type.Optional(Severity),
  },
  closed,
);
export type EventEntry = Static<typeof Event>;

export const ScenarioForm = Type.Object(
  {
    scenario: Word,
    en: Type.Optional(Type.String({ maxLength: 500 })),
    'zh-CN': Type.Optional(Type.String({ maxLength: 500 })),
    seed: Word,
    duration: Time,
    /** When the agent's call begins; default: the end. */
    call: Type.Optional(Time),
    sampling: Type.Enum(['idle', 'live']),
    /** Classes that the owners grant; default: all. */
    grants: Type.Optional(Type.Array(Type.Enum([...dataClasses]), { uniqueItems: true })),
    /** The devices are one fleet that the gateway sees together; default: each for itself. */
    together: Type.Optional(Type.Boolean()),
    /** Share of a fleet whose owners let it be counted; default 1. */
    fleet_statistics: Type.Optional(Share),
    devices: Type.Array(Batch, { minItems: 1, maxItems: 200 }),
    outages: Type.Optional(Type.Array(Event)),
    rollouts: Type.Optional(Type.Array(Event)),
  },
  closed,
);
export type ScenarioForm = Static<typeof ScenarioForm>;
