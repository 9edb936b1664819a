import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { StoredEntry } from '../stored-entry.ts';

/** One frame of a block: whose View it is, the block's row says. */
export type BlockEntry = Omit<StoredEntry, 'viewId'>;

const largestText = 64 * 1024 * 1024;
const marked = ['NaN', 'Infinity', '-Infinity', '-0'];

/** Of one View, in the order of arrival, which is kept. */
export function encodeBlock(entries: readonly BlockEntry[]): Uint8Array {
  const text = JSON.stringify(entries, (_key, value: unknown) => {
    if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  });
  return deflateRawSync(text);
}

/** @throws Error when these bytes are not a block's. */
export function decodeBlock(body: Uint8Array): readonly BlockEntry[] {
  const text = inflateRawSync(body, { maxOutputLength: largestText }).toString('utf8');
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('number' in value)) return value;
    return marked.includes(String(value.number)) ? Number(value.number) : value;
  }) as readonly BlockEntry[];
}
