import type { DataClassName } from './classes.ts';

export type RecordKind = 'live' | 'historical' | 'backlog';

/** A grant as this device knows it. */
export interface KnownGrant {
  readonly grantId: string;
  readonly classes: ReadonlySet<DataClassName>;
  /** The epoch at which this device first heard of it: nothing recorded earlier belongs to it. */
  readonly firstEpoch: number;
  /** On the device's monotonic clock, ms; from this moment on it counts no more. */
  readonly endsAt: number;
}

export interface DeviceConsent {
  readonly grants: readonly KnownGrant[];
  /** Some grant has the scope `backlog`. */
  readonly backlog: boolean;
}

export interface SendQuestion {
  readonly consent: DeviceConsent;
  readonly kind: RecordKind;
  /** The epoch under which it was recorded. */
  readonly epoch: number;
  /** Undefined: a field without a class leaves under no grant. */
  readonly dataClass: DataClassName | undefined;
  /** Monotonic ms. */
  readonly now: number;
}

/**
 * May this leave the device? The device's own layer of consent (WIRE.md "Header", DESIGN.md "Consent"), run against
 * proto/vectors/consent.json. Backlog needs that scope in place of the epoch.
 */
export function maySend({ consent, kind, epoch, dataClass, now }: SendQuestion): boolean {
  if (dataClass === undefined) return false;
  if (kind === 'backlog' && !consent.backlog) return false;
  return consent.grants.some(
    (grant) => now < grant.endsAt && grant.classes.has(dataClass) && (kind === 'backlog' || grant.firstEpoch <= epoch),
  );
}
