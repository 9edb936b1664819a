import { readBatch } from '../../../gateway/store/sqlite/batch-codec.ts';
import { BatchEncoder } from '../../../gateway/store/sqlite/batch-encoder.ts';
import { CorruptBytes } from '../../../gateway/store/sqlite/byte-reader.ts';
import { admitAnyway, battery } from '../../../gateway/store/testing/records.ts';
import type { Target } from '../target.ts';

/** A row of the journal as a bad disk might give it back: it is read, or said to be damaged. */
export const batch: Target = {
  name: 'batch',
  slowMs: 250,
  sources: /\/gateway\/store\/sqlite\/(batch-codec|byte-reader|body-text)/,
  seeds: () =>
    [1, 3, 40].map((count) => {
      const encoder = new BatchEncoder();
      for (let seq = 1; seq <= count; seq += 1) {
        encoder.add(admitAnyway({ seq, body: seq % 7 === 0 ? output : battery(seq % 5 === 0 ? 'low' : seq / 3) }));
      }
      const { bytes, length } = encoder.take();
      return Buffer.from(bytes.subarray(0, length));
    }),
  run: (input) =>
    orDamaged(() => {
      for (const entry of readBatch(input)) void entry.body;
    }),
};

const output = { lane: 'output', executionId: 'e', dataClass: 'status', fields: [{ name: 'n', value: 'v' }] } as const;

export function orDamaged(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CorruptBytes)) throw error;
  }
}
