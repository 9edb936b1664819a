import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeqRanges } from './seq-ranges.ts';

test('ranges of numbers are the set of those numbers, whatever the order they come in, in the fewest ranges', () => {
  const seq = fc.integer({ min: 1, max: 40 });
  const step = fc.oneof(
    seq.map((one) => ({ from: one, to: one, single: true })),
    fc.tuple(seq, fc.nat(9)).map(([from, more]) => ({ from, to: from + more, single: false })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const [ranges, set] = [new SeqRanges(), new Set<number>()];
      for (const { from, to, single } of steps) {
        if (single) expect(ranges.add(from)).toBe(!set.has(from));
        else ranges.addRange(from, to);
        for (let one = from; one <= to; one += 1) set.add(one);
      }
      for (let one = 0; one <= 60; one += 1) expect(ranges.has(one)).toBe(set.has(one));
      const sorted = [...set].sort((a, b) => a - b);
      const ends = sorted.flatMap((one) => [...(set.has(one - 1) ? [] : [one]), ...(set.has(one + 1) ? [] : [one])]);
      // A range of one number has its only number at both ends.
      expect(ranges.ends()).toEqual(ends);
    }),
    { numRuns: 500 },
  );
});

test('numbers as large as a device may count to do not run together', () => {
  const ranges = new SeqRanges();
  const largest = Number.MAX_SAFE_INTEGER;
  expect([largest, largest - 1, largest, 1, 2].map((seq) => ranges.add(seq))).toEqual([true, true, false, true, true]);
  expect(ranges.ends()).toEqual([1, 2, largest - 1, largest]);
});
