import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskOf } from '../../../domain/data-class.ts';
import { asId, type ViewId } from '../../../domain/ids.ts';
import { ArchiveBench } from '../../testing/archive-bench.ts';
import { realisticEntries } from '../../testing/realistic-entries.ts';
import { BatchEncoder } from '../batch-encoder.ts';
import { type Job, prepareBatch } from '../write-batch.ts';
import { decodeRollups } from './rollup-codec.ts';

let bench: ArchiveBench;
beforeAll(() => {
  bench = new ArchiveBench();
});
afterAll(() => bench.close());

describe('what a pass has made', () => {
  it('is written without the classes that the grant does not have', () => {
    const name = 'with-a-class-less';
    const view = bench.view(name);
    bench.commit(realisticEntries(3).map((entry) => ({ ...entry, viewId: view })));
    bench.view(name, { classes: ['space', 'status'] });
    bench.archive();
    const names = ['pose.x', 'pose.y', 'uptime', 'mode'];
    const entries = bench.entriesOf(view);
    expect(entries.map(({ seq, classMask }) => [seq, classMask])).toEqual(
      [1, 2, 3].map((seq) => [seq, maskOf(['space', 'status'])]),
    );
    for (const { body } of entries)
      expect(body.lane === 'telemetry' && body.samples.map((one) => one.name)).toEqual(names);
    const rollups = bench.reading.prepare<[ViewId], Buffer>('SELECT body FROM rollups WHERE view_id = ?').pluck();
    expect(rollups.all(view).map((body) => decodeRollups(body).map((one) => one.name))).toEqual([
      ['pose.x', 'pose.y', 'uptime'],
      ['pose.x', 'pose.y', 'uptime'],
    ]);
    expect(rollups.all(view).join().includes('battery')).toBe(false);
  });

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
