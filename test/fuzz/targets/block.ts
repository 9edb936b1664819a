import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { realisticEntries } from '../../../gateway/store/testing/realistic-entries.ts';
import { decodeBlock, openBlock } from '../../../gateway/store/sqlite/archive/block-codec.ts';
import { encodeBlock } from '../../../gateway/store/sqlite/archive/encode-block.ts';
import type { Target } from '../target.ts';
import { orDamaged } from './batch.ts';

/** What is inside a block: the checksum around it would let no change through. */
export const block: Target = {
  name: 'block',
  slowMs: 1000,
  sources: /\/gateway\/store\/sqlite\/(archive|byte-reader|body-text)/,
  seeds: () => [1, 5, 60].map((count) => inflateRawSync(encodeBlock(realisticEntries(count)).subarray(5))),
  run(input) {
    const body = deflateRawSync(input, { level: 1 });
    const sealed = Buffer.concat([Buffer.alloc(5, 1), body]);
    sealed.writeUInt32LE(crc32(body), 1);
    orDamaged(() => void decodeBlock(sealed));
    orDamaged(() => {
      for (const column of openBlock(sealed).columns) column.read();
    });
    orDamaged(() => void decodeBlock(input));
  },
};
