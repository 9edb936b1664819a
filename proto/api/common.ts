import { type Static, Type } from 'typebox';

/** Names of the data classes that consent is given for (DESIGN.md "Consent"). */
export const DataClassName = Type.Union(
  [
    Type.Literal('status'),
    Type.Literal('errors'),
    Type.Literal('firmware'),
    Type.Literal('telemetry'),
    Type.Literal('network'),
    Type.Literal('space'),
    Type.Literal('logs'),
  ],
  { description: 'A data class: what consent is given for' },
);
export type DataClassName = Static<typeof DataClassName>;

/** `basic`: status, errors, firmware. `full`: telemetry, network, space and logs besides. */
export const ScopeName = Type.Union([Type.Literal('basic'), Type.Literal('full')]);
export type ScopeName = Static<typeof ScopeName>;

export const Language = Type.Union([Type.Literal('en'), Type.Literal('zh-CN')]);
export type Language = Static<typeof Language>;

/** One text in both languages. */
export const Words = Type.Object({ en: Type.String(), 'zh-CN': Type.String() }, { additionalProperties: false });
export type Words = Static<typeof Words>;

export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$', description: 'An opaque identifier' });

/** Milliseconds since 1970-01-01T00:00:00Z, by the gateway's clock. */
export const EpochMs = Type.Integer({ minimum: 0, description: 'Epoch milliseconds, gateway clock' });

/** RFC 9457 problem details; `code` is from the gateway's one table of refusals. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String({ description: 'The refusal in words, in the language of Accept-Language' }),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
});
export type Problem = Static<typeof Problem>;

/** Controls (C0, DEL, C1), and what turns the direction of the text around it. */
const unprintable = '\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069';

/** What a person may type: no control characters, something that can be seen; trimmed by the gateway. */
export function personText(maxLength: number) {
  const pattern = `^[^${unprintable}]*[^\\s${unprintable}][^${unprintable}]*$`;
  return Type.String({ minLength: 1, maxLength, pattern });
}
