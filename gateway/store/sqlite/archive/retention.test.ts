import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DataClass, maskOf } from '../../../domain/data-class.ts';
import type { FrameBody } from '../../../domain/frames.ts';
import { asId, type BootId, type ViewId } from '../../../domain/ids.ts';
import { ArchiveBench, historyOver } from '../../testing/archive-bench.ts';
import type { BlockEntry } from './block-codec.ts';
import { prepareRetention, type Retention } from './retention.ts';
import { hourMs, minuteMs } from './rollup-codec.ts';

let bench: ArchiveBench;
beforeAll(() => {
  bench = new ArchiveBench();
});
afterAll(() => bench.close());

let view: ViewId;
let views = 0;
beforeEach(() => {
  view = bench.view(`kept-${(views += 1)}`, { recording: true });
});

const dayMs = 24 * hourMs;
const t0 = 20_000 * dayMs;
const days = (frames: number, minutes: number, hours: number, classes: Retention['classesMs'] = {}): Retention => ({
  framesMs: frames * dayMs,
  minutesMs: minutes * dayMs,
  hoursMs: hours * dayMs,
  classesMs: classes,
});

function entry(seq: number, receivedAt: number, body: FrameBody, classes: readonly DataClass[]): BlockEntry {
  return {
    bootId: asId<BootId>('00000000000000aa'),
    seq,
    source: 'telemetry',
    kind: 'live',
    receivedAt,
    classMask: maskOf(classes),
    body,
  };
}
const both = (seq: number, receivedAt: number) =>
  entry(
    seq,
    receivedAt,
    {
      lane: 'telemetry',
      samples: [
        { name: 'rpm', dataClass: 'telemetry', value: seq, at: receivedAt },
        { name: 'pose', dataClass: 'space', value: seq, at: receivedAt },
      ],
    },
    ['telemetry', 'space'],
  );
const log = (seq: number, receivedAt: number) => entry(seq, receivedAt, { lane: 'log', entries: [] }, ['logs']);

function commit(entries: readonly BlockEntry[]): void {
  bench.commit(entries.map((one) => ({ ...one, viewId: view })));
  bench.archive();
}
let damaged: readonly string[] = [];
/** How many parts it took. */
function dropOld(retention: Retention, now: number): number {
  const old = prepareRetention(bench.reading)(retention, now);
  for (let parts = 0; ; parts += 1) {
    const part = old.next();
    damaged = old.damaged();
    if (!part) return parts;
    bench.apply(part);
  }
}
const metricsOf = ({ body }: BlockEntry) => (body.lane === 'telemetry' ? body.samples.map(({ name }) => name) : []);
const counts = (points: number, spanMs: number) =>
  Object.values(
    historyOver(bench.reading)({ viewId: view, metrics: ['rpm', 'pose'], from: t0, to: t0 + spanMs, points }).series,
  ).map((buckets) => buckets.reduce((sum, { count }) => sum + count, 0));

describe('what is older than it may be', () => {
  it('goes frame by frame, then the minutes, then the hours, as the clock goes on', () => {
    commit([both(1, t0), both(2, t0 + 2 * hourMs), both(3, t0 + 4 * hourMs)]);
    const kept = () => bench.entriesOf(view).map(({ seq }) => seq);
    const retention = days(10, 20, 30);
    expect(dropOld(retention, t0 + 10 * dayMs)).toBe(0);
    expect(kept()).toEqual([1, 2, 3]);
    dropOld(retention, t0 + 10 * dayMs + 3 * hourMs);
    expect([kept(), bench.rollupRows(view)]).toEqual([[3], 6]);
    expect(counts(1, dayMs)).toEqual([3, 3]);
    dropOld(retention, t0 + 11 * dayMs);
    expect([kept(), bench.rollupRows(view)]).toEqual([[], 6]);
    dropOld(retention, t0 + 20 * dayMs + minuteMs);
    expect([bench.rollupRows(view), counts(500, 5 * hourMs), counts(1, dayMs)]).toEqual([5, [3, 3], [3, 3]]);
    dropOld(retention, t0 + 30 * dayMs + hourMs);
    expect([bench.rollupRows(view), counts(1, dayMs)]).toEqual([2, [2, 2]]);
    dropOld(retention, t0 + 31 * dayMs);
    expect(bench.rollupRows(view)).toBe(0);
  });

  it('goes class by class where one is kept for a shorter time: out of blocks that hold both, and out of every roll-up', () => {
    const old = [both(1, t0), log(2, t0)];
    commit([...old, both(3, t0 + dayMs), log(4, t0 + dayMs)]);
    dropOld(days(90, 90, 90, { space: 2 * dayMs, logs: dayMs }), t0 + 2 * dayMs + hourMs);
    const kept = bench.entriesOf(view);
    expect(kept.map((one) => [one.seq, metricsOf(one), one.classMask])).toEqual([
      [1, ['rpm'], maskOf(['telemetry'])],
      [3, ['rpm', 'pose'], maskOf(['telemetry', 'space'])],
    ]);
    expect(kept[1]).toEqual(both(3, t0 + dayMs));
    expect(counts(1, 2 * dayMs)).toEqual([2, 1]);
    expect(counts(2_000, 2 * dayMs)).toEqual([2, 1]);
    const [block] = bench.reading
      .prepare<[ViewId], { mask: number; boots: string }>(
        'SELECT class_mask AS mask, boots FROM blocks WHERE view_id = ?',
      )
      .all(view);
    expect(block?.mask).toBe(maskOf(['telemetry', 'space']));
    // Whoever sends one of them again is told of a duplicate.
    expect(JSON.parse(block?.boots ?? '')).toEqual({ '00000000000000aa': [1, 4] });
  });

  it('goes from what is whole when something else is damaged; what is damaged goes when all of it is over', () => {
    const entries = [both(1, t0), both(2, t0 + 2 * dayMs)];
    commit(entries);
    const hurt = view;
    view = bench.view('kept-whole', { recording: true });
    commit(entries);
    for (const table of ['blocks', 'rollups'])
      bench.writing.prepare(`UPDATE ${table} SET body = x'00' WHERE view_id = ?`).run(hurt);
    dropOld(days(1, 9, 9, { space: dayMs }), t0 + 2 * dayMs);
    expect([bench.blocksOf(hurt), bench.rollupRows(hurt)]).toEqual([[2], 4]);
    expect([bench.blocksOf(view), counts(2_000, 3 * dayMs)]).toEqual([[1], [2, 1]]);
    expect(damaged.length).toBe(3);
    expect(damaged).toContainEqual(expect.stringContaining('block'));
    dropOld(days(1, 1, 1), t0 + 4 * dayMs);
    expect([bench.blocksOf(hurt), bench.rollupRows(hurt), bench.rollupRows(view), damaged]).toEqual([[], 0, 0, []]);
  });

  it('is found however many blocks and buckets there are, a part at a time', () => {
    for (let block = 0; block < 36; block += 1) {
      const at = t0 + block * dayMs;
      // Large enough not to be merged.
      commit(Array.from({ length: 130 }, (_, index) => both(block * 130 + index + 1, at + index)));
    }
    expect(bench.blocksOf(view).length).toBe(36);
    expect(dropOld(days(1, 1, 1), t0 + 200 * dayMs)).toBeGreaterThan(2);
    expect([bench.blocksOf(view), bench.rollupRows(view)]).toEqual([[], 0]);
  });
});
