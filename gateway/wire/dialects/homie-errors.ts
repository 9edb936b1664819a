import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { ErrorChange } from '../../domain/frames.ts';
import type { Pack, PackError } from '../../domain/pack.ts';
import { refuse, type Refusal } from '../../domain/refusals.ts';
import { readText } from './homie-values.ts';

const longestBytes = 4096;
/** Unlisted messages become codes of their own; a device may not fill a View with invented ones. */
const mostUnlisted = 32;

const Word = Type.String({ pattern: '^[a-z_]{1,32}$' });
/** Fields beyond these are not looked at. */
const StatedError = Type.Object({
  severity: Type.Object({ kind: Word, level: Word }),
  subsystem: Word,
  message: Type.String({ maxLength: 160 }),
  vendorErrorCode: Type.Optional(Type.String({ maxLength: 32 })),
});
type StatedError = Static<typeof StatedError>;

/** Reads the topic that states the one active error. */
export interface ErrorReader {
  /** All that is active now: one or none. */
  read(payload: Uint8Array, at: number): readonly ErrorChange[] | Refusal;
}

/**
 * Valetudo sends no codes: an error is found by subsystem and message. One that the pack does not list is shown as it
 * words itself, for that it is an error is known by its topic.
 */
export function createErrorReader(options: { readonly pack: Pack; readonly channel: string }): ErrorReader {
  const listed = new Map<string, PackError>();
  for (const error of options.pack.errors.values()) {
    if (error.match) listed.set(saying(error.match.subsystem, error.match.message), error);
  }
  const unlisted = new Set<string>();

  function read(payload: Uint8Array, at: number): readonly ErrorChange[] | Refusal {
    const stated = parse(payload);
    if (!stated) return refuse('payload_malformed');
    if (saysNoError(stated)) return [];
    const message = stated.message.trim();
    if (message === '') return refuse('payload_malformed');
    const known = listed.get(saying(stated.subsystem, message));
    if (!known && !admitUnlisted(message)) return refuse('field_unknown');
    const { channel, code } = known ?? { channel: options.channel, code: message };
    return [{ channel, code, raised: true, detail: detailOf(stated), at }];
  }

  function admitUnlisted(message: string): boolean {
    if (unlisted.size >= mostUnlisted && !unlisted.has(message)) return false;
    unlisted.add(message);
    return true;
  }

  return { read };
}

function parse(payload: Uint8Array): StatedError | undefined {
  const text = readText(payload, longestBytes);
  if (text === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    return Check(StatedError, content) ? content : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Only the whole statement counts: nothing else is taken for "no error". */
function saysNoError({ severity, subsystem, message }: StatedError): boolean {
  return severity.kind === 'none' && severity.level === 'none' && subsystem === 'none' && message === '';
}

/** The device's own words on how bad it is; they may differ from the pack's. */
function detailOf({ severity, subsystem, vendorErrorCode }: StatedError): string {
  const words = [subsystem, severity.kind, severity.level];
  return (vendorErrorCode ? [...words, vendorErrorCode] : words).join(', ');
}

function saying(subsystem: string, message: string): string {
  return `${subsystem} ${message.toLowerCase()}`;
}
