import { expect, test } from 'vitest';
import { type Goal, measured, missing, ratioRow, verdictOf } from './bench.ts';

const atLeast: Goal = { row: 'r', measure: 'm', sign: '>=', than: 2 };
const atMost: Goal = { ...atLeast, sign: '<=' };
const pairs = (...ratios: readonly number[]) => ratios.map((ratio) => ({ ours: ratio, theirs: 1 }));

test.each([
  ['wholly on the good side', atLeast, [3, 3.1, 2.9], true, 'reached'],
  ['wholly on the good side, below', atMost, [1, 1.1, 0.9], true, 'reached'],
  ['mostly on the good side', atLeast, [1.7, 2.2, 2.4], true, 'reached?'],
  ['mostly on the bad side', atLeast, [1.6, 2.2, 1.9], false, 'falls short?'],
  ['wholly on the bad side', atLeast, [1, 1.1, 0.9], false, 'FALLS SHORT'],
  ['wholly on the bad side, above', atMost, [3, 3.1, 2.9], false, 'FALLS SHORT'],
] as const)('an interval that lies %s', (_where, goal, ratios, pass, words) => {
  const row = ratioRow(goal, pairs(...ratios));
  expect([row.pass, verdictOf(row, goal)]).toEqual([pass, words]);
});

test('a row without an interval is taken at its word, one without a value as not measured', () => {
  expect(verdictOf(measured(atMost, 1.9, 1), atMost)).toBe('reached');
  expect(verdictOf(missing(atMost, 'why'), atMost)).toBe('NOT MEASURED');
});

test('the other half of a goal is missed however wide the interval of this one is', () => {
  const row = { ...ratioRow(atLeast, pairs(1.7, 2.2, 2.4)), pass: false };
  expect(verdictOf(row, atLeast)).toBe('FALLS SHORT');
});
