import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from './condition-reads.ts';
import { EventTimes } from './window-events.ts';
import { ChangeList } from './window-words.ts';

const list = (points: readonly (readonly [at: number, value: string])[], seconds = 600) => {
  const changes = new ChangeList(seconds);
  for (const [s, value] of points) changes.add(s * 1000, value);
  return changes;
};

describe('changes of a metric', () => {
  it('say what going through all samples second by second says', () => {
    const steps = fc.array(
      fc.record({ step: fc.integer({ min: 1, max: 40 }), value: fc.constantFrom('a', 'b', 'c') }),
      {
        minLength: 1,
        maxLength: 50,
      },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 50 }), (all, later) => {
        let at = 0;
        const points = all.map(({ step, value }) => [(at += step), value] as const);
        const now = at + later;
        const changes = list(points);
        const valueAt = (s: number) => points.filter(([from]) => from <= s).at(-1)?.[1];
        const first = points[0]?.[0] ?? 0;
        const start = Math.max(now - 60, first);
        let counted = 0;
        let became = 0;
        let had = 0;
        for (let s = now; s > start; s--) {
          const [value, before] = [valueAt(s), valueAt(s - 1)];
          if (before === 'a') had++;
          if (before === undefined || value === before) continue;
          counted++;
          if (value === 'a') became++;
        }
        const spans = now - first >= 30;
        expect(changes.changes(60, now * 1000)).toBe(spans ? counted : atLeast(counted));
        expect(changes.became('a', 60, now * 1000)).toBe(spans ? became : atLeast(became));
        if (spans) expect(changes.share('a', 60, now * 1000)).toBeCloseTo(had / (now - start), 9);
        else expect(changes.share('a', 60, now * 1000)).toBeUndefined();
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it('are the same when samples come in another order', () => {
    const mixed = list([
      [0, 'a'],
      [40, 'b'],
      [20, 'b'],
      [30, 'b'],
      [60, 'a'],
      [50, 'c'],
    ]);
    expect(mixed.changes(100, 60_000)).toBe(3);
    expect(mixed.share('b', 100, 60_000)).toBeCloseTo(0.5, 9);
    expect(mixed.held('a', 65_000)).toBe(5);
  });

  it('hold a value since its change, and 0 of another one', () => {
    const changes = list([
      [0, 'a'],
      [10, 'a'],
      [20, 'b'],
      [30, 'b'],
    ]);
    expect([changes.held('b', 45_000), changes.held('a', 45_000), list([]).held('a', 1)]).toEqual([25, 0, undefined]);
  });

  it('stay few however often it changes', () => {
    const changes = new ChangeList(600);
    for (let i = 0; i < 10_000; i++) changes.add(i * 100, i % 2 ? 'a' : 'b');
    expect(changes.changes(600, 1_000_000)).toBe(atLeast(64));
  });

  it('are told when they next change by themselves', () => {
    const changes = list([
      [0, 'a'],
      [20, 'b'],
    ]);
    expect(changes.nextAt(60, 20_000)).toBe(30_000);
    expect(changes.nextAt(60, 60_000)).toBe(80_000);
    expect(changes.nextAt(60, 80_000)).toBe(Infinity);
  });

  it('before a repair are forgotten, its last value is not', () => {
    const changes = list([
      [0, 'a'],
      [20, 'b'],
    ]);
    changes.forget(50_000);
    expect([changes.changes(60, 79_000), changes.changes(60, 80_000), changes.held('b', 80_000)]).toEqual([
      atLeast(0),
      0,
      30,
    ]);
  });
});

describe('times of an event', () => {
  it('are counted by kind, in any order, each once', () => {
    const times = new EventTimes();
    for (const [at, word] of [
      [1000, 'x'],
      [5000, 'y'],
      [3000, 'x'],
      [5000, 'y'],
    ] as const) {
      times.add(at, word);
    }
    expect([times.count(10, 5000), times.count(10, 5000, 'x'), times.count(3, 5000), times.count(10, 4000)]).toEqual([
      3, 2, 2, 2,
    ]);
    expect([times.interval(1), times.interval(2), times.interval(3)]).toEqual([2, 2, undefined]);
    expect(times.nextAt(3, 5000)).toBe(6000);
  });

  it('stay few', () => {
    const times = new EventTimes();
    for (let i = 0; i < 1000; i++) times.add(i, '');
    expect(times.count(3600, 1000)).toBe(64);
  });
});
