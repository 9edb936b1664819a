import { BlockBuilder } from './block-builder.ts';
import type { BlockEntry } from './block-codec.ts';

/**
 * Of one View, in the order of arrival, which is kept; nothing is lost but the payload of a NaN.
 * @throws RangeError for more than a block holds
 */
export function encodeBlock(entries: readonly BlockEntry[]): Uint8Array {
  const block = new BlockBuilder();
  for (const entry of entries) block.add(entry);
  return block.finish().body;
}
