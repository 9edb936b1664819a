import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId } from '../../../domain/ids.ts';
import { ArchiveBench } from '../../testing/archive-bench.ts';
import { realisticEntries } from '../../testing/realistic-entries.ts';
import { BatchEncoder } from '../batch-encoder.ts';
import { type Job, prepareBatch } from '../write-batch.ts';

let bench: ArchiveBench;
beforeAll(() => {
  bench = new ArchiveBench();
});
afterAll(() => bench.close());

describe('what a pass has made', () => {
  it('takes down nothing that fits when there is no room for it, and is written when there is', () => {
    const view = bench.view('on-a-full-disk');
    const entries = realisticEntries(2_000).map((entry) => ({ ...entry, viewId: view }));
    for (let from = 0; from < 2_000; from += 500) bench.commit(entries.slice(from, from + 500));
    bench.passes.begin(1e9);
    const archive = bench.passes.next();
    if (!archive) throw new Error('There is a part');
    const write = prepareBatch(bench.writing);
    const pages = bench.writing.pragma('page_count', { simple: true }) as number;
    bench.writing.pragma(`max_page_count = ${pages + 4}`);
    const frame = (seq: number): Job => {
      const encoder = new BatchEncoder();
      const [first] = realisticEntries(1, { seq, at: 1_760_000_000_000 });
      if (first)
        encoder.add({ ...first, viewId: view, grantId: asId('grant-on-a-full-disk'), deviceId: asId('device-1') });
      const { bytes, length } = encoder.take();
      return { frames: bytes, length };
    };
    expect(write([frame(2_001), { archive }, frame(2_002)])).toEqual([
      { verdicts: null },
      { failed: expect.stringContaining('full') },
      { verdicts: null },
    ]);
    expect([bench.blocksOf(view), bench.journalRows(), bench.writing.inTransaction]).toEqual([[], 6, false]);
    bench.writing.pragma('max_page_count = 1000000');
    expect(write([{ archive }])).toEqual([{ archived: true }]);
    expect([bench.blocksOf(view), bench.journalRows()]).toEqual([[1_000, 1_000], 2]);
  });
});
