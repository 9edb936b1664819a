import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { ErrorChange } from '../../domain/frames.ts';
import type { Pack, PackError } from '../../domain/pack.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusals.ts';
import type { BoundReader } from './binding.ts';
import type { Message } from './message.ts';

const longestBytes = 4096;

const Word = Type.String({ pattern: '^[a-z_]{1,32}$' });
/** Fields beyond these are not looked at. */
const StatedError = Type.Object({
  severity: Type.Object({ kind: Word, level: Word }),
  subsystem: Word,
  message: Type.String({ maxLength: 160 }),
  vendorErrorCode: Type.Optional(Type.String({ maxLength: 32 })),
});
type StatedError = Static<typeof StatedError>;

/**
 * Reads the topic that states the one active error. Valetudo sends no codes: an error is found by subsystem and message. One
 * that the pack does not list is shown as it words itself, for that it is an error is known by its topic. Nothing of it is
 * remembered here: how many of those a View shows is decided there (ViewState).
 */
export function createErrorReader(options: { readonly pack: Pack; readonly channel: string }): BoundReader['read'] {
  const listed = new Map<string, PackError>();
  for (const error of options.pack.errors.values()) {
    if (error.match) listed.set(saying(error.match.subsystem, error.match.message), error);
  }

  function activeIn(message: Message): readonly ErrorChange[] | Refusal {
    const stated = parse(message);
    if (!stated) return refuse('payload_malformed');
    if (saysNoError(stated)) return [];
    const words = stated.message.trim();
    if (words === '') return refuse('payload_malformed');
    const known = listed.get(saying(stated.subsystem, words));
    const { channel, code } = known ?? { channel: options.channel, code: words };
    return [{ channel, code, raised: true, detail: detailOf(stated), at: message.receivedAt }];
  }

  /** All that is active now: one or none. */
  return (message) => {
    const errors = activeIn(message);
    return isRefusal(errors) ? errors : { lane: 'error', complete: true, errors };
  };
}

function parse(message: Message): StatedError | undefined {
  const content = message.json(longestBytes);
  if (!Check(StatedError, content)) return undefined;
  return /\p{Cc}/u.test(content.message + (content.vendorErrorCode ?? '')) ? undefined : content;
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
