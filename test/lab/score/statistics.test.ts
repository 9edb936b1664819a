import { describe, expect, it } from 'vitest';
import {
  bootstrapped,
  calibrationBins,
  calibrationError,
  calibrationFigure,
  mean,
  pairedDifference,
  quantile,
  rate,
  share,
} from './statistics.ts';

const rounded = (value: number | null) => Math.round((value ?? Number.NaN) * 1e4) / 1e4;

describe('statistics', () => {
  it("a share has Wilson's interval, as published for 81 of 263 and for none of 20", () => {
    const { low, high } = share(81, 263);
    expect([rounded(low), rounded(high)]).toEqual([0.2553, 0.3662]);
    expect(rounded(share(0, 20).high)).toBe(0.1611);
    expect(share(20, 20)).toMatchObject({ value: 1, high: 1 });
    expect(share(0, 0)).toEqual({ value: null, n: 0, low: null, high: null });
  });

  it('a rate has the exact Poisson interval: none seen in 1,000 h excludes 3.7, three seen lie between 0.6 and 8.8', () => {
    expect(rounded(rate(0, 1).high)).toBe(3.6889);
    const three = rate(3, 1);
    expect([rounded(three.low), rounded(three.high)]).toEqual([0.6187, 8.7673]);
    expect(rate(3, 1000).value).toBe(0.003);
  });

  it('a quantile lies between the two next values', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([10], 0.95)).toBe(10);
    expect(quantile([], 0.95)).toBeNull();
    const never = Number.POSITIVE_INFINITY;
    expect(quantile([1, never, never], 0.6)).toBe(never);
    expect(quantile([1, 2, never], 0.5)).toBe(2);
    expect(quantile([1, never], 0.5)).toBe(never);
  });

  it('a bootstrap interval holds the truth, is repeated by its seed, and another seed gives another one', () => {
    const sample = Array.from({ length: 200 }, (_, index) => index % 10);
    const one = bootstrapped(sample, mean, 'a');
    expect(one.value).toBe(4.5);
    expect([one.low! < 4.5, one.high! > 4.5, one.high! - one.low! < 1]).toEqual([true, true, true]);
    expect(bootstrapped(sample, mean, 'a')).toEqual(one);
    expect(bootstrapped(sample, mean, 'b')).not.toEqual(one);
  });

  it('a paired difference sees what two separate shares would not', () => {
    const pairs = Array.from({ length: 100 }, (_, index) => ({ a: Number(index < 60), b: Number(index < 50) }));
    const { value, low } = pairedDifference(pairs, 'x');
    expect(rounded(value)).toBe(0.1);
    expect(low).toBeGreaterThan(0.03);
  });

  it('claims of one half that are right half the time are calibrated, and sure ones that are wrong are not', () => {
    const fair = Array.from({ length: 300 }, (_, index) => ({ p: 0.5, right: index % 2 === 0 }));
    expect(calibrationError(fair)).toBe(0);
    expect(calibrationError(Array.from({ length: 30 }, (_, at) => ({ p: 1, right: at < 15 })))).toBe(0.5);
    expect(calibrationBins(fair).map(({ n }) => n)).toEqual(Array.from({ length: 15 }, () => 20));
    expect(calibrationError([])).toBeNull();
  });

  it('the interval of a calibration error lies around the error of as many claims', () => {
    const claims = Array.from({ length: 300 }, (_, index) => ({ p: (index % 100) / 100, right: index % 100 >= 50 }));
    const { value, low, high } = calibrationFigure(claims, 'x');
    expect(value).toBeCloseTo(0.25, 1);
    expect([low! < value!, high! > value!, high! - low! < 0.1]).toEqual([true, true, true]);
  });
});
