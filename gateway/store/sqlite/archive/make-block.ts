import type { ViewId } from '../../../domain/ids.ts';
import { SeqRanges } from '../seq-ranges.ts';
import type { BlockRow } from '../stored-entry.ts';
import type { BlockEntry } from './block-codec.ts';
import { encodeBlock } from './encode-block.ts';

/** Of a block. */
export const mostFrames = 1_000;
/** Of a block, as its frames lie in the journal. */
export const mostBytes = 2 * 1024 * 1024;

/** From and to (not included) of parts that each make a block; `sizes`: of the entries. */
export function chunksOf(sizes: readonly number[]): (readonly [number, number])[] {
  const chunks: [number, number][] = [];
  let bytes = 0;
  for (const [index, size] of sizes.entries()) {
    const chunk = chunks.at(-1);
    if (chunk && index - chunk[0] < mostFrames && bytes + size <= mostBytes) {
      chunk[1] = index + 1;
      bytes += size;
    } else {
      chunks.push([index, index + 1]);
      bytes = size;
    }
  }
  return chunks;
}

/** `boots`: what the blocks that it is made of said of theirs, which may be more than they still have. */
export function blockOf(from: {
  readonly viewId: ViewId;
  readonly ordinal: number;
  readonly entries: readonly BlockEntry[];
  readonly boots: readonly BlockRow['boots'][];
}): Omit<BlockRow, 'journalTo'> {
  const { viewId, ordinal, entries } = from;
  const ranges = new Map<string, SeqRanges>();
  const of = (bootId: string): SeqRanges => {
    let own = ranges.get(bootId);
    if (!own) ranges.set(bootId, (own = new SeqRanges()));
    return own;
  };
  for (const [bootId, ends] of from.boots.flatMap((boots) => Object.entries(boots))) {
    for (let index = 0; index < ends.length; index += 2) of(bootId).addRange(ends[index] ?? 0, ends[index + 1] ?? 0);
  }
  let receivedFrom = Number.POSITIVE_INFINITY;
  let receivedTo = Number.NEGATIVE_INFINITY;
  let classMask = 0;
  for (const entry of entries) {
    of(entry.bootId).add(entry.seq);
    receivedFrom = Math.min(receivedFrom, entry.receivedAt);
    receivedTo = Math.max(receivedTo, entry.receivedAt);
    classMask |= entry.classMask;
  }
  return {
    viewId,
    ordinal,
    frames: entries.length,
    receivedFrom,
    receivedTo,
    classMask,
    boots: Object.fromEntries([...ranges].map(([bootId, own]) => [bootId, own.ends()])),
    body: encodeBlock(entries),
  };
}
