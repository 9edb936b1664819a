import type { DataClass } from './data-class.ts';
import type { MetricType } from './pack.ts';
import type { RefusalCode } from './refusals.ts';

/** One thing that a dialect's device said it has. No values: those need a grant. */
export interface DiscoveredEntity {
  /** In the device's own words. */
  readonly name: string;
  /** What it becomes here; null: it is not taken, and `why`. */
  readonly metric: string | null;
  readonly type: MetricType;
  /** As the device declared it; null: it declared none. */
  readonly declaredUnit: string | null;
  readonly dataClass: DataClass | null;
  readonly why: RefusalCode | null;
}

export type DialectName = 'homie' | 'homeassistant';

/** A device that a dialect's link told of, registered or not. */
export interface DiscoveredDevice {
  readonly key: string;
  readonly name: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly dialects: readonly DialectName[];
  /** The pack that fits best, to be offered at registration. */
  readonly suggestedModel: string;
  /** Key of the device that it is reached through. */
  readonly via: string | null;
  readonly entities: readonly DiscoveredEntity[];
}
