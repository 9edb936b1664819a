import { quantile } from '../lab/score/statistics.ts';

/** A ratio with its 95 % interval; null: fewer than two pairs. */
export interface Ratio {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly runs: number;
}

/** Student's t, two-sided 95 %, by degrees of freedom from 1. */
const t95 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131];

/**
 * Of one round's figures `ours` and `theirs`, the ratio; over all rounds their geometric mean, with Student's t on the logs:
 * what slows the machine for a while slows both of a pair, and a ratio of two and of a half are equally far from one.
 */
export function pairedRatio(pairs: readonly { readonly ours: number; readonly theirs: number }[]): Ratio | undefined {
  const logs = pairs.map(({ ours, theirs }) => Math.log(ours / theirs));
  if (logs.length === 0 || !logs.every(Number.isFinite)) return undefined;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const value = Math.exp(mean);
  if (logs.length === 1) return { value, low: null, high: null, runs: 1 };
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  const half = (t95[logs.length - 2] ?? 2.1) * Math.sqrt(variance / logs.length);
  return { value, low: Math.exp(mean - half), high: Math.exp(mean + half), runs: logs.length };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5) ?? Number.NaN;
}
