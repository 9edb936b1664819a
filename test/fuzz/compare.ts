import { isDeepStrictEqual } from 'node:util';
import { type LinkClass, play } from './played-link.ts';
import type { Who } from './packets.ts';
import { Random } from '../support/random.ts';
import { judge, judgeEarly } from './reference-link.ts';

/** Of nothing may more be kept than this at once, whatever a client announces: a packet and what may be in flight. */
const mostHeld = 20_000 + 64 * 1024 + 16 * 1024;

/** Plays the stream on a real Link, cut at random, and on the reference. @returns how they differ; undefined: they do not */
export async function difference(
  bytes: Buffer,
  options: { readonly who: Who; readonly seed: number; readonly early: boolean; readonly link?: LinkClass },
): Promise<string | undefined> {
  const { who, seed, early, link } = options;
  const played = await play(bytes, { who, early, random: new Random(seed), ...(link ? { link } : {}) });
  const expected = judge(bytes, who);
  const isFault = typeof expected.end !== 'string';
  const told = (what: string, is: unknown, wanted: unknown): string =>
    `${what}: ${JSON.stringify(is)?.slice(0, 300)}, but should be ${JSON.stringify(wanted)?.slice(0, 300)}`;
  const isEnd = isFault ? expected.end.includes(played.end) : played.end === expected.end;
  // What is sent before CONNACK waits; a later packet whose fixed header is wrong closes before that is looked at.
  const closedEarly = early && played.handedOn.length === 0 && judgeEarly(bytes).includes(played.end);
  if (!isEnd && !closedEarly) return told('end', played.end, expected.end);
  // Closed, what was not acknowledged yet never is; what was has been in order.
  const mayBeCut = isFault || closedEarly;
  const agree = <T>(is: readonly T[], wanted: readonly T[], cut: boolean): boolean =>
    isDeepStrictEqual(is, cut ? wanted.slice(0, is.length) : wanted);
  if (!agree(played.handedOn, expected.handedOn, mayBeCut && early))
    return told('handed on', played.handedOn, expected.handedOn);
  if (!agree(played.passedOn, expected.passedOn, mayBeCut))
    return told('passed on', played.passedOn, expected.passedOn);
  if (!agree(played.acknowledged, expected.acknowledged, mayBeCut))
    return told('acknowledged', played.acknowledged, expected.acknowledged);
  const hasty = played.settledThen.findIndex((settled, index) => {
    const rest = expected.rests[index] ?? null;
    return rest !== null && !settled.has(rest);
  });
  if (hasty >= 0) return `acknowledged ${played.acknowledged[hasty]} before it was settled`;
  if (played.mostHeldBytes > mostHeld) return `held ${played.mostHeldBytes} bytes`;
  return undefined;
}
