import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataClasses } from '../../../domain/data-class.ts';
import { decodeRollups, encodeRollups, type Rollup, RollupReader } from './rollup-codec.ts';

const aNumber = fc.oneof(
  fc.integer({ min: -9_000, max: 9_000 }).map((value) => value / 100),
  fc.double({ noNaN: true }),
);
const aRollup: fc.Arbitrary<Rollup> = fc.record({
  name: fc.constantFrom('a', 'aa', 'b', 'wifi.rssi', '电'),
  dataClass: fc.constantFrom(...dataClasses),
  count: fc.integer({ min: 1, max: 100_000 }),
  min: aNumber,
  max: aNumber,
  sum: aNumber,
  last: aNumber,
});
const counted = ({ name, dataClass, count, min, max, sum }: Rollup, at: number) => [
  `${dataClass} ${name}`,
  at,
  count,
  min,
  max,
  sum,
];

describe('rows read one after the other', () => {
  it('give what each of them has of what is wanted, however their metrics change from row to row', () => {
    fc.assert(
      fc.property(fc.array(fc.array(aRollup, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const told: unknown[] = [];
        const reader = new RollupReader((name, dataClass) =>
          name === 'b' ? undefined : { add: (...one) => told.push([`${dataClass} ${name}`, ...one]) },
        );
        for (const [at, row] of rows.entries()) reader.read(encodeRollups(row), at);
        const all = rows.flatMap((row, at) =>
          decodeRollups(encodeRollups(row)).flatMap((one) => (one.name === 'b' ? [] : [counted(one, at)])),
        );
        expect(told).toEqual(all);
      }),
    );
  });

  it('are refused when they end too early, wherever that is, also those that are like the row before', () => {
    const one = { dataClass: 'telemetry', count: 3, min: -1.5, max: 4, sum: 0.1 + 0.2, last: 2 } as const;
    const whole = encodeRollups([
      { name: 'a', ...one },
      { name: 'b', ...one },
    ]);
    for (let length = 0; length < whole.length; length += 1) {
      const reader = new RollupReader(() => ({ add: () => undefined }));
      reader.read(whole, 0);
      expect(() => reader.read(whole.subarray(0, length), 1), `${length} bytes`).toThrow('Stored bytes are damaged');
    }
  });
});
