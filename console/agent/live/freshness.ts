import type { MetricValue, Quality } from './live-model.ts';

/** Without a frame for this long, nothing on the page is called live. */
export const silenceMs = 3_000;
/** An `onChange` value stays fresh this long after anything was heard from the device (DESIGN.md "State"). */
export const heardFreshMs = 12_000;

/** What was said about time in the last frame; `atMono` is this browser's monotonic clock, ms. */
export interface Heard {
  readonly atMono: number;
  /** How long ago, when that frame was sent, anything had come from the device; Infinity: never. */
  readonly deviceHeardAgoMs: number;
  readonly online: boolean;
}

/** A value with the monotonic moment at which it arrived here. */
export interface HeldValue extends MetricValue {
  readonly atMono: number;
}

export function ageNow(held: HeldValue, nowMono: number): number {
  return held.ageMs + Math.max(0, nowMono - held.atMono);
}

export function isSilent(heard: Heard, nowMono: number): boolean {
  return nowMono - heard.atMono >= silenceMs;
}

/**
 * What a value may be called at this moment. Freshness only runs out by itself; it comes back by a newer frame alone.
 * Everything is stale while the gateway is silent or the device is gone.
 */
export function qualityNow(held: HeldValue, heard: Heard, nowMono: number): Quality {
  if (held.quality !== 'live' && held.quality !== 'stale') return held.quality;
  if (isSilent(heard, nowMono) || !heard.online) return 'stale';
  if (held.quality === 'live' && nowMono - held.atMono < held.freshForMs) return 'live';
  // Unchanged is not silent: a value sent at changes only is as fresh as the last sign of life that came after it.
  const heardSince = heard.atMono > held.atMono;
  const heardAgoMs = heard.deviceHeardAgoMs + (nowMono - heard.atMono);
  return held.onChange && heardSince && heardAgoMs < heardFreshMs ? 'live' : 'stale';
}
