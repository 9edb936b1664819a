import { seededRandom } from '../../../device-sim/random.ts';

/** A figure with its 95 % interval; `value`, `low` and `high` are null where there is nothing to count. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
}

const z = 1.959963984540054;
export const nothing: Figure = { value: null, n: 0, low: null, high: null };

/** Wilson's score interval of a share (Wilson 1927). */
export function share(hits: number, n: number): Figure {
  if (n === 0) return nothing;
  const p = hits / n;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return {
    value: p,
    n,
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
  };
}

/** Events by exposure, with the exact Poisson interval (Garwood 1936); `n`: events. */
export function rate(events: number, exposure: number): Figure {
  if (exposure <= 0) return nothing;
  const low = events === 0 ? 0 : poissonBound(events - 1, 0.975);
  return { value: events / exposure, n: events, low: low / exposure, high: poissonBound(events, 0.025) / exposure };
}

/** The mean for which `events` or fewer come with this probability. */
function poissonBound(events: number, probability: number): number {
  let low = 0;
  let high = 2 * events + 20;
  for (let round = 0; round < 100; round += 1) {
    const mean = (low + high) / 2;
    if (poissonUpTo(events, mean) > probability) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}

function poissonUpTo(events: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= events; k += 1) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

/** The q-quantile by linear interpolation (Hyndman and Fan's type 7). `values` need no order; what never came is Infinity. */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * q;
  const below = Math.floor(at);
  const one = sorted[below] ?? 0;
  // Nothing lies between two: Infinity less Infinity is no number.
  return at === below ? one : one + ((sorted[below + 1] ?? one) - one || 0) * (at - below);
}

const resamples = 1_000;

/** Any statistic of a sample with its percentile-bootstrap interval (Efron 1979); the same seed, the same interval. */
export function bootstrapped<T>(
  sample: readonly T[],
  statistic: (sample: readonly T[]) => number | null,
  seed: string,
): Figure {
  const value = statistic(sample);
  if (value === null || sample.length === 0) return nothing;
  const random = seededRandom('bootstrap', seed);
  const drawn: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const one = sample.map(() => sample[Math.floor(random.next() * sample.length)] as T);
    const got = statistic(one);
    if (got !== null) drawn.push(got);
  }
  return { value, n: sample.length, low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

/** Mean of the differences of pairs, with its bootstrap interval. */
export function pairedDifference(pairs: readonly { readonly a: number; readonly b: number }[], seed: string): Figure {
  return bootstrapped(pairs, (sample) => mean(sample.map(({ a, b }) => a - b)), seed);
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A claim and whether it was right. */
export interface Claim {
  readonly p: number;
  readonly right: boolean;
}

export interface CalibrationBin {
  readonly n: number;
  readonly claimed: number;
  readonly right: number;
}

const bins = 15;

/** Claims in 15 bins of equal count, from the least sure on. */
export function calibrationBins(claims: readonly Claim[]): readonly CalibrationBin[] {
  const sorted = pooledTies(claims);
  const cut = (bin: number) => Math.round((bin * sorted.length) / bins);
  return Array.from({ length: bins }, (_, bin) => sorted.slice(cut(bin), cut(bin + 1)))
    .filter((part) => part.length > 0)
    .map((part) => ({
      n: part.length,
      claimed: mean(part.map(({ p }) => p)) ?? 0,
      right: mean(part.map(({ right }) => right)) ?? 0,
    }));
}

/** By what they claim; of equal claims each is as right as all of them together, so that no order among them decides a bin. */
function pooledTies(claims: readonly Claim[]): readonly { readonly p: number; readonly right: number }[] {
  const byClaim = new Map<number, Claim[]>();
  for (const claim of claims) {
    const equal = byClaim.get(claim.p);
    if (equal) equal.push(claim);
    else byClaim.set(claim.p, [claim]);
  }
  return [...byClaim]
    .sort(([one], [other]) => one - other)
    .flatMap(([p, equal]) => {
      const right = mean(equal.map((claim) => Number(claim.right))) ?? 0;
      return equal.map(() => ({ p, right }));
    });
}

/** Expected calibration error: mean distance of claimed and true, weighted by the bins' counts. */
export function calibrationError(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  return (
    calibrationBins(claims).reduce((sum, { n, claimed, right }) => sum + n * Math.abs(claimed - right), 0) /
    claims.length
  );
}

/** The calibration error with its bootstrap interval. Claims are sorted once; a resample is how often each was drawn. */
export function calibrationFigure(claims: readonly Claim[], seed: string): Figure {
  const value = calibrationError(claims);
  if (value === null) return nothing;
  const sorted = [...claims].sort((one, other) => one.p - other.p);
  const random = seededRandom('bootstrap', seed);
  const drawn: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const counts = new Uint16Array(sorted.length);
    for (let draw = 0; draw < sorted.length; draw += 1) {
      const at = Math.floor(random.next() * sorted.length);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    drawn.push(errorOfCounts(sorted, counts));
  }
  return { value, n: claims.length, low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

function errorOfCounts(sorted: readonly Claim[], counts: Uint16Array): number {
  const total = sorted.length;
  let [bin, filled, claimed, right, error] = [0, 0, 0, 0, 0];
  let end = Math.round(total / bins);
  for (let from = 0; from < total; ) {
    // Equal claims are one: each is as right as all of them together.
    const p = sorted[from]?.p ?? 0;
    let [count, hits, to] = [0, 0, from];
    for (; to < total && sorted[to]?.p === p; to += 1) {
      count += counts[to] ?? 0;
      if (sorted[to]?.right) hits += counts[to] ?? 0;
    }
    const share = count === 0 ? 0 : hits / count;
    for (let left = count; left > 0; ) {
      const taken = Math.min(left, end - filled);
      claimed += taken * p;
      right += taken * share;
      filled += taken;
      left -= taken;
      if (filled < end) continue;
      error += Math.abs(claimed - right);
      [bin, claimed, right] = [bin + 1, 0, 0];
      end = Math.round(((bin + 1) * total) / bins);
    }
    from = to;
  }
  return error / total;
}
