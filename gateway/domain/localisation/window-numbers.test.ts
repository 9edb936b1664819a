import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from './condition-reads.ts';
import type { WindowEnd, WindowKind } from './window-numbers.ts';
import { bucketsPerWindow, NumberWindows } from './window-numbers.ts';

interface Point {
  readonly at: number;
  readonly value: number;
}
const seconds = 60;
const gapMs = 75_000;
/** One window of a block in which others grow too. */
class NumberWindow {
  readonly #windows: NumberWindows;
  constructor(kind: WindowKind, seconds: number) {
    this.#windows = new NumberWindows([
      { kind: 'mean', seconds: 5 },
      { kind, seconds },
      { kind: 'extremes', seconds: 600 },
    ]);
  }
  add(at: number, value: number, counter: boolean): void {
    for (const w of [0, 1, 2]) this.#windows.add(w, at, value, counter);
  }
  mean = (end: WindowEnd) => this.#windows.mean(1, end);
  least = (end: WindowEnd) => this.#windows.least(1, end);
  most = (end: WindowEnd) => this.#windows.most(1, end);
  spread = (end: WindowEnd) => this.#windows.spread(1, end);
  rate = (end: WindowEnd) => this.#windows.rate(1, end);
  increase = (end: WindowEnd) => this.#windows.increase(1, end);
  nextAt = (end: WindowEnd) => this.#windows.nextAt(1, end);
  forget = (at: number) => this.#windows.forget(1, at);
  get size(): number {
    return this.#windows.size(1);
  }
}

const fill = (kind: WindowKind, points: readonly Point[], counter = false) => {
  const window = new NumberWindow(kind, seconds);
  for (const { at, value } of points) window.add(at, value, counter);
  return window;
};
const periodic = { now: 0, onChange: false, gapMs };

/** The same, worked out from all samples anew. Steps are longer than a bucket, so that nothing is summed up. */
const naive = (points: readonly Point[], until: number, held: boolean) => {
  const inside = points.filter(({ at }) => at > until - seconds * 1000);
  const before = points.filter(({ at }) => at <= until - seconds * 1000).at(-1);
  const first = inside[0];
  const joined = before !== undefined && (held || (first !== undefined && first.at - before.at <= gapMs));
  const oldest = joined ? before : first;
  const counted = held && before !== undefined ? [before, ...inside] : inside;
  return { known: oldest !== undefined && until - oldest.at >= seconds * 500, counted, base: oldest };
};
const trace = fc
  .array(fc.record({ step: fc.integer({ min: 2500, max: 90_000 }), value: fc.integer({ min: -50, max: 50 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((steps) => {
    let at = 1_700_000_000_000;
    return steps.map(({ step, value }) => ({ at: (at += step), value }));
  });

describe('a window', () => {
  it('says what all its samples say, whatever came before them', () => {
    let known = 0;
    fc.assert(
      fc.property(trace, fc.boolean(), fc.integer({ min: 0, max: 100_000 }), (points, onChange, later) => {
        const mean = new NumberWindow('mean', seconds);
        const extremes = new NumberWindow('extremes', seconds);
        points.forEach(({ at, value }, i) => {
          mean.add(at, value, false);
          extremes.add(at, value, false);
          const end = { now: at + later, onChange, gapMs };
          const expected = naive(points.slice(0, i + 1), onChange ? end.now : at, onChange);
          // What slides forward does not slide back: the next sample is not before this look at it.
          if (onChange && later > 0 && i < points.length - 1) return;
          if (!expected.known) {
            expect([mean.mean(end), extremes.least(end), extremes.most(end), extremes.spread(end)]).toEqual(
              Array.from({ length: 4 }),
            );
            return;
          }
          known++;
          const values = expected.counted.map(({ value }) => value);
          expect(mean.mean(end)).toBeCloseTo(values.reduce((sum, x) => sum + x, 0) / values.length, 9);
          expect([extremes.least(end), extremes.most(end)]).toEqual([Math.min(...values), Math.max(...values)]);
        });
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(known).toBeGreaterThan(200);
  });

  it('says the same when samples come in another order', () => {
    const shuffled = trace.chain((points) =>
      fc
        .shuffledSubarray([...points], { minLength: points.length, maxLength: points.length })
        .map((order) => ({ points, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ points, order }) => {
        const recent = points.filter(({ at }) => at > (points.at(-1)?.at ?? 0) - 55_000);
        const sorted = fill('mean', recent);
        const mixed = fill(
          'mean',
          order.filter((point) => recent.includes(point)),
        );
        expect(mixed.mean(periodic)).toEqual(
          sorted.mean(periodic) === undefined ? undefined : expect.closeTo(sorted.mean(periodic) ?? 0, 9),
        );
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('is unknown until samples span half of it', () => {
    expect(fill('mean', [{ at: 0, value: 4 }]).mean(periodic)).toBeUndefined();
    expect(
      fill('mean', [
        { at: 0, value: 4 },
        { at: 29_999, value: 6 },
      ]).mean(periodic),
    ).toBeUndefined();
    expect(
      fill('mean', [
        { at: 0, value: 4 },
        { at: 30_000, value: 6 },
      ]).mean(periodic),
    ).toBe(5);
  });

  it('shorter than the time between samples is the last sample, once there were two', () => {
    const points = [
      { at: 0, value: 4 },
      { at: 70_000, value: 6 },
    ];
    expect(fill('mean', points).mean(periodic)).toBe(6);
    expect(fill('mean', points).mean({ ...periodic, gapMs: 60_000 })).toBeUndefined();
  });

  it('of what is sent on change goes on with its last value', () => {
    const window = fill('extremes', [
      { at: 0, value: 9 },
      { at: 10_000, value: 4 },
    ]);
    const at = (now: number) => window.most({ now, onChange: true, gapMs });
    expect([at(29_999), at(30_000), at(69_999), at(70_000), at(500_000)]).toEqual([undefined, 9, 9, 4, 4]);
    expect(fill('extremes', [{ at: 0, value: 9 }]).nextAt({ now: 10_000, onChange: true, gapMs })).toBe(30_000);
    expect(fill('extremes', [{ at: 0, value: 9 }]).nextAt({ now: 30_000, onChange: true, gapMs })).toBe(60_000);
  });

  it('counts a restarted counter from zero', () => {
    const window = fill(
      'growth',
      [
        { at: 0, value: 10 },
        { at: 20_000, value: 14 },
        { at: 40_000, value: 3 },
        { at: 50_000, value: 5 },
      ],
      true,
    );
    expect(window.increase(periodic)).toBe(9);
    expect(window.rate(periodic)).toBeCloseTo(9 / 50, 12);
  });

  it('of a gauge has a rate that may fall', () => {
    const window = fill('growth', [
      { at: 0, value: 10 },
      { at: 40_000, value: 2 },
    ]);
    expect(window.rate(periodic)).toBeCloseTo(-0.2, 12);
  });

  it('says that it has grown at least so much until samples span half of it', () => {
    expect(
      fill(
        'growth',
        [
          { at: 0, value: 1 },
          { at: 5000, value: 1 },
        ],
        true,
      ).increase(periodic),
    ).toBe(atLeast(0));
    expect(
      fill(
        'growth',
        [
          { at: 0, value: 1 },
          { at: 5000, value: 3 },
        ],
        true,
      ).increase(periodic),
    ).toBe(atLeast(2));
    expect(
      fill(
        'growth',
        [
          { at: 0, value: 1 },
          { at: 30_000, value: 1 },
        ],
        true,
      ).increase(periodic),
    ).toBe(0);
  });

  it('forgets what was before a repair', () => {
    const window = fill('mean', [
      { at: 0, value: 100 },
      { at: 30_000, value: 100 },
      { at: 40_000, value: 1 },
    ]);
    window.forget(30_000);
    window.add(75_000, 3, false);
    expect(window.mean(periodic)).toBe(2);
  });

  it('stays small however fast samples come, and still says their mean and extremes', () => {
    const window = new NumberWindow('mean', seconds);
    const extremes = new NumberWindow('extremes', seconds);
    let size = 0;
    for (let i = 0; i < 20_000; i++) {
      window.add(i * 10, i % 100, false);
      extremes.add(i * 10, i % 100, false);
      window.mean(periodic);
      size = Math.max(size, window.size);
    }
    expect(size).toBeLessThan(2 * bucketsPerWindow);
    expect(window.mean(periodic)).toBeCloseTo(49.5, 0);
    expect([extremes.least(periodic), extremes.most(periodic)]).toEqual([0, 99]);
  });

  it('does not drift', () => {
    const window = new NumberWindow('mean', seconds);
    for (let i = 0; i < 50_000; i++) window.add(i * 5000, i < 25_000 ? 1e12 + 0.1 * (i % 7) : 0.1, false);
    expect(window.mean(periodic)).toBeCloseTo(0.1, 9);
  });
});
