import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type BootId, type ViewId } from '../../../domain/ids.ts';
import type { FrameKind, Sample } from '../../../domain/frames.ts';
import { ArchiveBench, historyOver } from '../../testing/archive-bench.ts';
import type { HistoryBucket } from '../../../domain/history.ts';
import type { BlockEntry } from './block-codec.ts';
import { planOf } from './history-query.ts';

let bench: ArchiveBench;
beforeAll(() => {
  bench = new ArchiveBench();
});
afterAll(() => bench.close());

const t0 = 1_760_000_040_123;

function entry(seq: number, receivedAt: number, samples: readonly Sample[], kind: FrameKind = 'live'): BlockEntry {
  return {
    bootId: asId<BootId>('00000000000000aa'),
    seq,
    source: 'telemetry',
    kind,
    receivedAt,
    classMask: 127,
    body: { lane: 'telemetry', samples },
  };
}
function sample(name: string, value: number | string, dataClass: Sample['dataClass'] = 'telemetry'): Sample {
  return { name, dataClass, value, at: 5 };
}

describe('a plan', () => {
  it('has whole buckets, never more than were asked for, and whole roll-ups in each', () => {
    const anInterval = fc.record({
      from: fc.integer({ min: 0, max: 2e12 }),
      span: fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 9e9 })),
      points: fc.integer({ min: 1, max: 2_000 }),
    });
    fc.assert(
      fc.property(anInterval, ({ from, span, points }) => {
        const plan = planOf({ from, to: from + span, points });
        expect(plan.from).toBeLessThanOrEqual(from);
        expect(plan.to).toBeGreaterThanOrEqual(from + span);
        const buckets = (plan.to - plan.from) / plan.bucketMs;
        expect(Number.isInteger(buckets) && buckets <= points).toBe(true);
        const unit = plan.resolutionMs ?? 1;
        expect([plan.from % unit, plan.bucketMs % unit]).toEqual([0, 0]);
        if (plan.resolutionMs === null) expect(span / points).toBeLessThan(60_000);
      }),
    );
  });

  it('reads a day at 500 points from minutes, three in each', () => {
    expect(planOf({ from: 0, to: 86_400_000, points: 500 })).toEqual({
      from: 0,
      to: 86_400_000,
      bucketMs: 180_000,
      resolutionMs: 60_000,
    });
  });
});

describe('history', () => {
  it('is what down-sampling all samples gives, wherever they lie by now', () => {
    const aValue = fc.oneof(
      fc.integer({ min: -500, max: 500 }).map((value) => value / 10),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 'word', 0, -0, 1e300),
    );
    const aFrame = fc.record({
      view: fc.nat(1),
      // Mostly seconds, now and then a gap of minutes or hours; a clock may be set back.
      stepMs: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
        fc.constantFrom(70_000, 4_000_000, -90_000),
      ),
      kind: fc.constantFrom<FrameKind>('live', 'live', 'live', 'historical'),
      samples: fc.array(
        fc.record({
          name: fc.constantFrom('a', 'b', 'c'),
          value: aValue,
          dataClass: fc.constantFrom('telemetry', 'space'),
        }),
        { maxLength: 4 },
      ),
      next: fc.constantFrom('row', 'row', 'row', 'more', 'archive', 'part'),
    });
    const aQuery = fc.record({
      offset: fc.integer({ min: -200_000, max: 400_000 }),
      span: fc.constantFrom(1, 30_000, 300_000, 3_600_000, 90_000_000),
      points: fc.constantFrom(1, 3, 60, 500),
    });
    let run = 0;
    fc.assert(
      fc.property(
        fc.array(aFrame, { minLength: 1, maxLength: 60 }),
        fc.array(aQuery, { minLength: 3, maxLength: 3 }),
        (frames, queries) => {
          run += 1;
          const views = [0, 1].map((index) =>
            bench.view(`run-${run}-${index}`, index === 1 ? { classes: ['telemetry'] } : {}),
          );
          const told: (readonly [ViewId, BlockEntry])[] = [];
          let at = t0;
          let row: (BlockEntry & { viewId: ViewId })[] = [];
          for (const [index, frame] of frames.entries()) {
            at += frame.stepMs;
            const viewId = views[frame.view] as ViewId;
            // To the second View only what it is granted comes in.
            const samples = frame.samples.filter(
              ({ dataClass }) => frame.view === 0 || dataClass === 'telemetry',
            ) as Sample[];
            if (samples.length === 0) continue;
            const one = entry(
              index + 1,
              at,
              samples.map((each) => ({ ...each, at })),
              frame.kind,
            );
            told.push([viewId, one]);
            row.push({ ...one, viewId });
            if (frame.next === 'more') continue;
            bench.commit(row);
            row = [];
            if (frame.next === 'archive') bench.archive();
            if (frame.next === 'part') bench.archive({ parts: 1, journalBytes: 1 });
          }
          if (row.length > 0) bench.commit(row);
          const history = historyOver(bench.reading);
          for (const { offset, span, points } of queries) {
            const [from, to] = [t0 + offset, t0 + offset + span];
            for (const viewId of views) {
              const answer = history({ viewId, metrics: ['a', 'b', 'none'], from, to, points });
              const entries = told.filter(([of]) => of === viewId).map(([, one]) => one);
              for (const name of ['a', 'b', 'none']) {
                const expected = naive(entries, name, answer);
                const buckets = answer.series[name] ?? [];
                const exactly = ({ at, min, max, count }: HistoryBucket) => [at, min + 0, max + 0, count];
                expect(buckets.map(exactly)).toEqual(expected.map(exactly));
                for (const [index, { avg }] of buckets.entries()) {
                  const { avg: exact, size } = expected[index] ?? { avg: Number.NaN, size: 0 };
                  expect(Math.abs(avg - exact)).toBeLessThanOrEqual(size * 1e-12);
                }
              }
              expect(Object.keys(answer.series)).toEqual(['a', 'b', 'none']);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has no bucket where nothing was received', () => {
    const view = bench.view('own-1');
    bench.commit([
      { ...entry(1, t0, [sample('a', 1), sample('a', 2)]), viewId: view },
      { ...entry(2, t0 + 5_000, [sample('a', 4)]), viewId: view },
    ]);
    const history = historyOver(bench.reading);
    const query = { viewId: view, metrics: ['a'], from: t0, to: t0 + 10_000, points: 10 };
    const expected = {
      from: t0,
      to: t0 + 10_000,
      bucketMs: 1_000,
      series: {
        a: [
          { at: t0, min: 1, max: 2, avg: 1.5, count: 2 },
          { at: t0 + 5_000, min: 4, max: 4, avg: 4, count: 1 },
        ],
      },
    };
    expect(history(query)).toEqual(expected);
    bench.archive();
    expect(history(query)).toEqual(expected);
  });

  it('reads nothing of a View whose grant has ended, unless it was recorded', () => {
    const view = bench.view('own-2');
    for (const [index, at] of [t0, t0 + 1].entries()) {
      bench.commit([{ ...entry(index + 1, at, [sample('a', 1)]), viewId: view }]);
      if (index === 0) bench.archive();
    }
    const history = historyOver(bench.reading);
    const read = (points: number) =>
      (history({ viewId: view, metrics: ['a'], from: t0 - 1e6, to: t0 + 1e6, points }).series['a'] ?? []).reduce(
        (sum, { count }) => sum + count,
        0,
      );
    expect([read(1), read(2_000)]).toEqual([2, 2]);
    bench.end(view);
    expect([read(1), read(2_000)]).toEqual([0, 0]);
    bench.end(view, { recording: true });
    expect([read(1), read(2_000)]).toEqual([2, 2]);
  });

  it('reads no class that the grant does not have, whatever the file says', () => {
    const view = bench.view('own-3');
    bench.commit([{ ...entry(1, t0, [sample('a', 1, 'space'), sample('a', 2)]), viewId: view }]);
    bench.archive();
    bench.commit([{ ...entry(2, t0, [sample('a', 3, 'space'), sample('a', 4)]), viewId: view }]);
    bench.view('own-3', { classes: ['telemetry'] });
    const history = historyOver(bench.reading);
    for (const points of [1, 2_000]) {
      const { series } = history({ viewId: view, metrics: ['a'], from: t0 - 1e6, to: t0 + 1e6, points });
      expect(series['a']?.map(({ min, max, count }) => [min, max, count])).toEqual([[2, 4, 2]]);
    }
  });

  it('leaves out numbers that no sensor has, of which a sum is none any more, and tells the others', () => {
    const view = bench.view('extreme');
    const values = [1.7e308, 1.7e308, -1.7e308, -1e301, 3, 5, 1e300];
    const entries = values.map((value, index) => entry(index + 1, t0 + index, [sample('a', value)]));
    bench.commit(entries.map((one) => ({ ...one, viewId: view })));
    const history = historyOver(bench.reading);
    const ask = (points: number) =>
      history({ viewId: view, metrics: ['a'], from: t0, to: t0 + 3_600_000, points }).series['a'];
    const expected = [{ min: 3, max: 1e300, count: 3 }];
    expect(ask(1)).toMatchObject(expected);
    bench.archive();
    for (const points of [1, 60]) expect(ask(points)).toMatchObject(expected);
    expect(ask(1)?.every(({ avg }) => Number.isFinite(avg))).toBe(true);
  });
});

/** Every sample by itself, without anything that is tested here. */
function naive(
  entries: readonly BlockEntry[],
  name: string,
  { from, to, bucketMs }: { from: number; to: number; bucketMs: number },
) {
  const values = new Map<number, number[]>();
  for (const { kind, receivedAt, body } of entries) {
    if (kind !== 'live' || body.lane !== 'telemetry' || receivedAt < from || receivedAt >= to) continue;
    const at = from + Math.floor((receivedAt - from) / bucketMs) * bucketMs;
    for (const { name: own, value } of body.samples) {
      if (own === name && typeof value === 'number' && Number.isFinite(value))
        values.set(at, [...(values.get(at) ?? []), value]);
    }
  }
  return [...values]
    .sort(([one], [other]) => one - other)
    .map(([at, own]) => ({
      at,
      min: Math.min(...own),
      max: Math.max(...own),
      avg: own.reduce((sum, value) => sum + value, 0) / own.length,
      count: own.length,
      size: Math.max(...own.map(Math.abs)),
    }));
}
