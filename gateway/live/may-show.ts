import type { GrantView, Moment } from '../domain/consent/grant-view.ts';
import type { DataClass } from '../domain/data-class.ts';

/**
 * The live layer's own reading of a grant, asked for every frame (DESIGN.md "Consent": five layers, each with its own
 * code). Deliberately not shared with `admit`: a mistake there must not be a mistake here.
 */
const bits: Readonly<Record<DataClass, number>> = {
  status: 0b000_0001,
  errors: 0b000_0010,
  firmware: 0b000_0100,
  telemetry: 0b000_1000,
  network: 0b001_0000,
  space: 0b010_0000,
  logs: 0b100_0000,
};

/**
 * Is the grant in force at this moment, and does somebody look under it? Its end by both clocks, its begin by the monotonic
 * one. undefined: it has ended. A background grant names nobody, so nobody is shown anything under it.
 */
export function mayShowNow(grant: GrantView | undefined, at: Moment): grant is GrantView {
  if (!grant?.active || grant.viewerId === null) return false;
  const begun = grant.monotonicStart <= at.monotonicMs;
  const over = grant.expiresAt <= at.now || grant.monotonicDeadline <= at.monotonicMs;
  return begun && !over;
}

export function mayShowClass(grant: GrantView, name: DataClass): boolean {
  const bit: number | undefined = bits[name];
  return bit !== undefined && (grant.classMask & bit) === bit;
}
