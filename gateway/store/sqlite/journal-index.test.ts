import { beforeEach, expect, test } from 'vitest';
import type { ViewId } from '../../domain/ids.ts';
import { ArchiveBench } from '../testing/archive-bench.ts';
import { realisticEntries } from '../testing/realistic-entries.ts';
import { JournalIndex } from './journal-index.ts';
import { prepareBatch } from './write-batch.ts';

let bench: ArchiveBench;
let index: JournalIndex;
let views: readonly ViewId[];
const sent = realisticEntries(9);
beforeEach(() => {
  bench = new ArchiveBench();
  index = new JournalIndex(bench.reading);
  views = ['one', 'two', 'three'].map((name) => bench.view(name));
  for (let from = 0; from < 9; from += 3)
    bench.commit(sent.slice(from, from + 3).flatMap((entry) => views.map((viewId) => ({ ...entry, viewId }))));
  return () => bench.close();
});

const entriesOf = (viewId: ViewId | undefined) =>
  viewId === undefined ? [] : index.ofView(viewId).flatMap(({ id }) => index.entries(viewId, id));
const plain = (viewId: ViewId | undefined) =>
  entriesOf(viewId).map(({ seq, receivedAt, kind, source, body }) => ({ seq, receivedAt, kind, source, body }));
const whole = sent.map(({ seq, receivedAt, kind, source, body }) => ({ seq, receivedAt, kind, source, body }));

test('gives each View its own entries out of rows that many share, again and again', () => {
  for (const viewId of [...views, ...views]) expect(plain(viewId)).toEqual(whole);
});

test('finds what is left of a row that a View was cut out of', () => {
  for (const viewId of views) expect(plain(viewId)).toHaveLength(9);
  const [one, two, three] = views;
  if (two === undefined) throw new Error('There are three');
  bench.end(two);
  expect(prepareBatch(bench.writing)([{ drop: two }])).toEqual([{ left: false }]);
  expect([plain(one), plain(two), plain(three)]).toEqual([whole, [], whole]);
});

test('leaves out a row that is damaged, and goes on with the rest', () => {
  const body = bench.writing.prepare<[], Buffer>('SELECT body FROM journal WHERE id = 2').pluck().get();
  body?.writeUInt32LE(body.readUInt32LE(body.length - 4) + 1, body.length - 4);
  bench.writing.prepare('UPDATE journal SET body = ? WHERE id = 2').run(body);
  for (const viewId of views) expect(plain(viewId)).toEqual([...whole.slice(0, 3), ...whole.slice(6)]);
  bench.commit(sent.slice(0, 1).flatMap((entry) => views.map((viewId) => ({ ...entry, seq: 99, viewId }))));
  for (const viewId of views) expect(entriesOf(viewId).at(-1)?.seq).toBe(99);
});
