import { expect, test } from 'vitest';
import { median, pairedRatio } from './statistics.ts';

test('a paired ratio is the geometric mean, with Student’s t on the logs', () => {
  // Logs 0, ln 2 and ln 4: mean ln 2, standard deviation ln 2, so that the half width is 4.303 * ln 2 / sqrt 3.
  const ratio = pairedRatio([
    { ours: 100, theirs: 100 },
    { ours: 20, theirs: 10 },
    { ours: 4, theirs: 1 },
  ]);
  const half = (4.303 * Math.LN2) / Math.sqrt(3);
  expect(ratio?.value).toBeCloseTo(2, 10);
  expect(ratio?.low).toBeCloseTo(2 * Math.exp(-half), 10);
  expect(ratio?.high).toBeCloseTo(2 * Math.exp(half), 10);
  expect(ratio?.runs).toBe(3);
});

test('what slows both of a pair changes neither the ratio nor its interval', () => {
  const steady = [
    { ours: 30, theirs: 10 },
    { ours: 33, theirs: 10 },
  ];
  const [first, second] = steady;
  const slowed = [first, { ours: second!.ours / 7, theirs: second!.theirs / 7 }].map((pair) => pair!);
  const [one, other] = [pairedRatio(steady), pairedRatio(slowed)];
  expect(other?.value).toBeCloseTo(one!.value, 10);
  expect(other?.high).toBeCloseTo(one!.high!, 10);
});

test('one round has a ratio and no interval; none, or one without a figure, has nothing', () => {
  expect(pairedRatio([{ ours: 1, theirs: 2 }])).toEqual({ value: 0.5, low: null, high: null, runs: 1 });
  expect(pairedRatio([])).toBeUndefined();
  expect(pairedRatio([{ ours: 0, theirs: 2 }])).toBeUndefined();
});

test('the median of an even count lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
