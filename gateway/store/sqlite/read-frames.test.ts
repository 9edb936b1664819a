import { beforeEach, describe, expect, test } from 'vitest';
import type { ViewId } from '../../domain/ids.ts';
import { ArchiveBench } from '../testing/archive-bench.ts';
import { realisticEntries } from '../testing/realistic-entries.ts';
import { prepareRetention } from './archive/retention.ts';
import { type Place, prepareFrameQueries, theBeginning } from './read-frames.ts';

let bench: ArchiveBench;
let view: ViewId;
let queries: ReturnType<typeof prepareFrameQueries>;
const sent = realisticEntries(12);
beforeEach(() => {
  bench = new ArchiveBench();
  view = bench.view('read');
  queries = prepareFrameQueries(bench.reading);
  return () => bench.close();
});

const add = (from: number, to: number) =>
  bench.commit(sent.slice(from, to).map((entry) => ({ ...entry, viewId: view })));
const page = (after: Place) => {
  const { frames, next } = queries.framesOfView(view, after, { rows: 4, bytes: 1e9 });
  return { seqs: frames.map(({ frame }) => frame.seq), next };
};
/** What was received before this one goes. */
const retainFrom = (index: number) => {
  const keptMs = 1_000;
  const retention = { framesMs: keptMs, minutesMs: Infinity, hoursMs: Infinity, classesMs: {} };
  const parts = prepareRetention(bench.reading)(retention, (sent[index]?.receivedAt ?? 0) + keptMs);
  for (let part = parts.next(); part; part = parts.next()) bench.apply(part);
};

describe('a View that is read a page at a time', () => {
  test.each([
    ['nothing', () => undefined, [5, 6, 7, 8]],
    ['blocks being made', () => bench.archive(), [5, 6, 7, 8]],
    ['retention taking what was read, but the last', () => (bench.archive(), retainFrom(3)), [5, 6, 7, 8]],
    ['retention taking all that was read', () => (bench.archive(), retainFrom(4)), [5, 6, 7, 8]],
    ['retention taking more than was read', () => (bench.archive(), retainFrom(6)), [7, 8, 9, 10]],
  ])('misses nothing that is there and gives nothing twice, %s in between', (_, meanwhile, expected) => {
    add(0, 3);
    add(3, 12);
    const first = page(theBeginning);
    expect(first.seqs).toEqual([1, 2, 3, 4]);
    meanwhile();
    expect(page(first.next ?? theBeginning).seqs).toEqual(expected);
  });

  test('begins where its newest part does, retention having taken the rest', () => {
    add(0, 12);
    bench.archive();
    const at = queries.beforeNewest(view, 1e9);
    expect(at).toEqual(theBeginning);
    const [last] = queries.framesOfView(view, theBeginning, { rows: 1e3, bytes: 1e9 }).frames.slice(-1);
    const newest = queries.beforeNewest(view, JSON.stringify(last?.frame.body).length * 2);
    const expected = page(newest).seqs;
    expect(expected.at(-1)).toBe(12);
    retainFrom(5);
    expect(page(newest).seqs).toEqual(expected);
  });
});

test('when the newest frame was received does not go back after retention has made older blocks anew', () => {
  const others = Array.from({ length: 3 }, (_, n) => bench.view(`other-${n}`));
  bench.commit(sent.slice(0, 8).flatMap((entry) => others.map((viewId) => ({ ...entry, viewId }))));
  bench.archive();
  add(6, 12);
  bench.archive();
  retainFrom(4);
  const { receivedAt } = sent.at(-1) ?? {};
  expect(bench.reading.prepare('SELECT received_to FROM blocks ORDER BY id DESC').pluck().get()).not.toBe(receivedAt);
  expect(queries.newestFrameAt()).toBe(receivedAt);
});
