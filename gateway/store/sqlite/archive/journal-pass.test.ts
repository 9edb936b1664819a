import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewId } from '../../../domain/ids.ts';
import { ArchiveBench } from '../../testing/archive-bench.ts';
import { prepareJournalSize } from './journal-size.ts';
import { prepareFrameQueries } from '../read-frames.ts';
import { prepareBatch } from '../write-batch.ts';
import { type BlockEntry, decodeBlock } from './block-codec.ts';
import { realisticEntries } from '../../testing/realistic-entries.ts';

let bench: ArchiveBench;
beforeAll(() => {
  bench = new ArchiveBench();
});
afterAll(() => bench.close());

let views = 0;
/** A View of a test's own. */
const newView = (changes: Parameters<ArchiveBench['view']>[1] = {}) => bench.view(`own-${(views += 1)}`, changes);

const of = (viewId: ViewId, entries: readonly BlockEntry[]) => entries.map((entry) => ({ ...entry, viewId }));
const newestBlock = (viewId: ViewId): [number, Buffer] => {
  const row = bench.reading
    .prepare<[ViewId], { id: number; body: Buffer }>(
      'SELECT id, body FROM blocks WHERE view_id = ? ORDER BY ordinal DESC',
    )
    .get(viewId);
  if (!row) throw new Error('There is a block');
  return [row.id, row.body];
};
const seqs = (entries: readonly BlockEntry[]) => entries.map(({ seq }) => seq);

describe('a pass over the journal', () => {
  it('makes one block a View, in the order of arrival, and leaves nothing in the journal', () => {
    const [one, other] = [newView(), newView()];
    const entries = realisticEntries(20);
    for (const entry of entries) bench.commit([...of(one, [entry]), ...of(other, [entry])]);
    bench.archive();
    expect(bench.journalRows()).toBe(0);
    expect(bench.blocksOf(one)).toEqual([20]);
    expect(bench.entriesOf(one)).toEqual(entries);
    expect(bench.entriesOf(other)).toEqual(entries);
  });

  it('merges small blocks, each frame a few times, and leaves large ones alone', () => {
    const view = newView();
    const entries = realisticEntries(1_200);
    for (let from = 0; from < 1_200; from += 60) {
      bench.commit(of(view, entries.slice(from, from + 60)));
      bench.archive();
    }
    const blocks = bench.blocksOf(view);
    expect(blocks.length).toBeLessThan(10);
    expect(Math.max(...blocks)).toBeLessThanOrEqual(1_000);
    expect(seqs(bench.entriesOf(view))).toEqual(seqs(entries));
  });

  it('cuts a long stretch into blocks of at most a thousand', () => {
    const view = newView();
    bench.commit(of(view, realisticEntries(2_500)));
    bench.archive();
    expect(bench.blocksOf(view)).toEqual([1_000, 1_000, 500]);
    expect(seqs(bench.entriesOf(view))).toEqual(seqs(realisticEntries(2_500)));
  });

  it('takes of a long journal the oldest rows first', () => {
    const view = newView();
    for (const entry of realisticEntries(10)) bench.commit(of(view, [entry]));
    bench.archive({ journalBytes: 1 });
    expect(bench.journalRows()).toBe(9);
    expect(seqs(bench.entriesOf(view))).toEqual([1]);
    bench.archive();
  });

  it('left in the middle of many Views, is gone on with, nothing twice and nothing lost', () => {
    const views = Array.from({ length: 70 }, (_, index) => bench.view(`of-many-${index}`));
    const entries = realisticEntries(4);
    for (const entry of entries.slice(0, 3)) bench.commit(views.flatMap((view) => of(view, [entry])));
    bench.archive({ parts: 1 });
    expect(bench.journalRows()).toBe(3);
    expect(views.filter((view) => bench.blocksOf(view).length > 0).length).toBe(64);
    bench.commit(views.flatMap((view) => of(view, entries.slice(3))));
    bench.archive();
    expect(bench.journalRows()).toBe(0);
    for (const view of views) expect(bench.entriesOf(view)).toEqual(entries);
  });

  it('keeps nothing of a View whose grant ended without recording, also when it ended while the pass was made', () => {
    const [gone, going, recorded] = [newView(), newView(), newView({ recording: true })];
    for (const entry of realisticEntries(3))
      bench.commit([...of(gone, [entry]), ...of(going, [entry]), ...of(recorded, [entry])]);
    bench.end(gone);
    bench.passes.begin(1e9);
    const part = bench.passes.next();
    expect(part?.blocks.map(({ viewId }) => viewId)).toEqual([going, recorded]);
    bench.end(going);
    bench.end(recorded, { recording: true });
    if (part) bench.apply(part);
    expect([gone, going, recorded].map((view) => bench.blocksOf(view).length)).toEqual([0, 0, 1]);
    expect([gone, going, recorded].map((view) => bench.rollupRows(view))).toEqual([0, 0, 2]);
    expect(bench.journalRows()).toBe(0);
  });

  it('written a second time by mistake, changes nothing', () => {
    const view = newView();
    bench.commit(of(view, realisticEntries(3)));
    bench.passes.begin(1e9);
    const part = bench.passes.next();
    if (!part) throw new Error('There is a part');
    bench.apply(part);
    expect(() => bench.apply(part)).toThrow(/UNIQUE/);
    expect(bench.blocksOf(view)).toEqual([3]);
  });

  it('says which seqs a block has, of each boot', () => {
    const view = newView();
    const entries = realisticEntries(140).filter(({ seq }) => seq !== 4);
    bench.commit(of(view, entries.slice(0, 70)));
    bench.archive();
    bench.commit(of(view, entries.slice(70)));
    bench.archive();
    const boots = bench.reading
      .prepare<[ViewId], string>('SELECT boots FROM blocks WHERE view_id = ?')
      .pluck()
      .all(view);
    expect(boots.map((text) => JSON.parse(text) as unknown)).toEqual([{ '00000000000000aa': [1, 3, 5, 140] }]);
  });

  it('leaves a damaged block alone and keeps nothing else back for it', () => {
    const [hurt, whole] = [newView(), newView()];
    const entries = realisticEntries(192);
    const round = (from: number) => {
      const some = entries.slice(from, from + 64);
      bench.commit([...of(hurt, some), ...of(whole, some)]);
      bench.archive();
    };
    round(0);
    const [id, body] = newestBlock(hurt);
    body[body.length - 1] = (body.at(-1) ?? 0) ^ 0xff;
    bench.writing.prepare('UPDATE blocks SET body = ? WHERE id = ?').run(body, id);
    round(64);
    expect(bench.passes.damaged()).toEqual([expect.stringContaining(`block ${id} is damaged`)]);
    round(128);
    expect([bench.journalRows(), bench.blocksOf(hurt), bench.blocksOf(whole)]).toEqual([0, [64, 128], [128, 64]]);
    expect(newestBlock(hurt)[0]).not.toBe(id);
    expect(decodeBlock(newestBlock(hurt)[1])).toEqual(entries.slice(64));
  });

  it('takes what it can read of a damaged row, sets the row aside, and goes on with the others', () => {
    const own = new ArchiveBench();
    try {
      const [one, other] = ['one', 'other'].map((name) => own.view(name));
      if (!one || !other) throw new Error('There are two');
      const entries = realisticEntries(10);
      for (let from = 0; from < 10; from += 2) {
        const some = entries.slice(from, from + 2);
        own.commit([...of(one, some.slice(0, 1)), ...of(other, some)]);
      }
      const damage = (id: number, hurt: (body: Buffer) => void) => {
        const body = own.writing.prepare<[number], Buffer>('SELECT body FROM journal WHERE id = ?').pluck().get(id);
        if (!body) throw new Error('There is such a row');
        hurt(body);
        own.writing.prepare('UPDATE journal SET body = ? WHERE id = ?').run(body, id);
      };
      // No entry can be found; all can, and more is announced; the last one has a body of nothing known.
      damage(1, (body) => body.writeUInt32LE(0, body.length - 8));
      damage(2, (body) => body.writeUInt32LE(body.readUInt32LE(body.length - 4) + 1, body.length - 4));
      damage(3, (body) => (body[body.readUInt32LE(body.length - 8) - 2] = 0x07));
      own.archive();
      expect(seqs(own.entriesOf(one))).toEqual([3, 5, 7, 9]);
      expect(seqs(own.entriesOf(other))).toEqual([3, 4, 5, 7, 8, 9, 10]);
      expect(own.passes.damaged()).toEqual(
        [1, 2, 3].map((id) => expect.stringContaining(`journal row ${id} is damaged`)),
      );
      const ids = () => own.reading.prepare<[], number>('SELECT id FROM journal ORDER BY id').pluck().all();
      expect(ids()).toEqual([-3, -2, -1]);
      expect(prepareJournalSize(own.reading)()).toEqual({ bytes: 0, oldestId: null });
      expect(prepareFrameQueries(own.reading).newestFrameAt()).toBe(entries.at(-1)?.receivedAt);
      // Of a View that goes nothing stays in them.
      own.end(one);
      prepareBatch(own.writing)([{ drop: one }]);
      expect(ids()).toEqual([]);
    } finally {
      own.close();
    }
  });

  it('has nothing to do on an empty journal', () => {
    expect(bench.passes.begin(1e9)).toBe(0);
    expect(bench.passes.next()).toBeUndefined();
    expect(prepareJournalSize(bench.reading)()).toEqual({ bytes: 0, oldestId: null });
  });
});
