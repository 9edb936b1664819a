/** How often a metric comes: as its device's Birth says, else as the pack says. Periods in ms; null: not periodic then. */
export interface Sampling {
  readonly idlePeriodMs: number | null;
  readonly livePeriodMs: number | null;
  readonly onChange: boolean;
}

export type Quality = 'live' | 'stale' | 'historical' | 'unknown' | 'withheld';

/** After anything was heard from a device, what it sends only on change is known to be still so (WIRE.md, 5 s rule). */
export const onChangeFreshMs = 12_000;
const periodsUntilStale = 2.5;

export interface Freshness {
  readonly ageMs: number;
  /** What is left; 0: stale. Counted down by gateway and console alike. */
  readonly freshForMs: number;
  readonly quality: Quality;
}

/**
 * Freshness of a held value (DESIGN.md "State, errors, freshness"). All times monotonic ms of the gateway.
 * A device that is offline has no live values, whatever their period.
 */
export function freshnessOf(value: {
  readonly receivedMs: number;
  readonly historical: boolean;
  readonly sampling: Sampling;
  readonly leased: boolean;
  readonly online: boolean;
  readonly heardMs: number;
  /** Begin of the connection; null: there was none. */
  readonly connectedMs: number | null;
  readonly nowMs: number;
}): Freshness {
  const ageMs = Math.max(0, value.nowMs - value.receivedMs);
  if (value.historical) return { ageMs, freshForMs: 0, quality: 'historical' };
  const { sampling } = value;
  const periodMs = periodInForce(sampling, value.leased) ?? sampling.livePeriodMs ?? 0;
  const until = isKnownByHearing(value)
    ? value.heardMs + onChangeFreshMs
    : value.receivedMs + periodsUntilStale * periodMs;
  const freshForMs = value.online ? Math.max(0, Math.round(until - value.nowMs)) : 0;
  return { ageMs, freshForMs, quality: freshForMs > 0 ? 'live' : 'stale' };
}

/**
 * Sent at every change and not periodic now: while the device is heard at all, it is still so. Not what an earlier connection
 * brought: how it changed while the device was away is still to be told.
 */
export function isKnownByHearing(value: {
  readonly receivedMs: number;
  readonly sampling: Sampling;
  readonly leased: boolean;
  readonly connectedMs: number | null;
}): boolean {
  const { receivedMs, sampling, leased, connectedMs } = value;
  const isOfThisConnection = connectedMs !== null && receivedMs >= connectedMs;
  return isOfThisConnection && sampling.onChange && periodInForce(sampling, leased) === null;
}

function periodInForce(sampling: Sampling, leased: boolean): number | null {
  return leased ? (sampling.livePeriodMs ?? sampling.idlePeriodMs) : sampling.idlePeriodMs;
}
