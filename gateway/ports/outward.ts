import type { Refusal } from '../domain/refusals.ts';
import type { LocalisedChange } from '../domain/localisation/localised-change.ts';
import type { DeviceId, ViewId } from '../domain/ids.ts';
import type { BrandRecord } from '../domain/people/records.ts';

/** What leaves the gateway for a brand's ticket system; only on a person's request. */
export interface Outgoing {
  readonly id: string;
  readonly type: 'consent.link' | 'case.summary';
  readonly at: number;
  readonly data: Readonly<Record<string, string | number | null>>;
}

/** A way to reach the owner other than the agent's copying. */
export interface LinkSender {
  /** `copy`: the brand has no other way. Resolves when the receiver has taken it, or to why it did not. */
  send(brand: BrandRecord, message: Outgoing): Promise<'sent' | 'copy' | Refusal>;
  /** Whether this address may be a brand's webhook at all. */
  mayUse(url: string): Refusal | undefined;
}

/** Those who watch Views. Told after the fact; must never slow the one who tells. */
export interface LiveAudience {
  changed(change: LocalisedChange): void;
  /** The View is over: the last frame leaves at once, and nothing after it. */
  ended(viewId: ViewId, reason: EndReason): void;
  connectionChanged(deviceId: DeviceId): void;
  /** A person signed out: what that session was watching goes blank. */
  sessionEnded(sessionHash: string): void;
  /** A dialect's device told of something that it has: rows are added. */
  metricsDiscovered(deviceId: DeviceId): void;
}

export type EndReason = 'revoked' | 'expired' | 'completed' | 'closed';
