import type { DataClassName } from '../../../proto/api/common.ts';
import type { Localisation } from './localisation-model.ts';

/** Plain shapes of proto/live.proto, as the page holds them. Epoch times are the gateway's clock. */

export type Quality = 'live' | 'stale' | 'historical' | 'unknown' | 'withheld';

export interface MetricValue {
  readonly name: string;
  /** NaN: the device says "not measurable"; undefined: nothing known. */
  readonly value: number | string | undefined;
  readonly receivedAt: number;
  readonly ageMs: number;
  readonly freshForMs: number;
  readonly source: string;
  readonly quality: Quality;
  readonly dataClass: DataClassName | undefined;
  readonly onChange: boolean;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface SeriesPoints {
  readonly name: string;
  readonly receivedAt: readonly number[];
  readonly values: readonly number[];
}

export interface FreezeFrame {
  readonly receivedAt: number;
  readonly before: readonly SeriesPoints[];
}

export interface ErrorRecord {
  readonly channel: string;
  readonly code: string;
  readonly testFailed: boolean;
  readonly pending: boolean;
  readonly confirmed: boolean;
  /** The device has begun anew and has not said yet whether it still holds. */
  readonly testNotCompleted: boolean;
  readonly occurrences: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** 0: active. */
  readonly clearedAt: number;
  readonly detail: string;
  readonly firstFrames: readonly FreezeFrame[];
  readonly lastFrames: readonly FreezeFrame[];
}

export const firmwareFields = ['state', 'result', 'version', 'versionSub', 'target', 'slotState', 'progress'] as const;
export type FirmwareField = (typeof firmwareFields)[number];

export interface FirmwareSlot {
  readonly name: string;
  readonly version: string;
  readonly state: string;
}

export interface FirmwareState {
  readonly fields: Partial<Record<FirmwareField, MetricValue>>;
  readonly slots: readonly FirmwareSlot[];
}

export interface Connection {
  readonly online: boolean;
  /** What it is reached through is gone: neither online nor known to be offline. */
  readonly presenceUnknown: boolean;
  /** 0: never seen. */
  readonly since: number;
  readonly heardAt: number;
  /** How long before the frame was sent; Infinity: never. */
  readonly heardAgoMs: number;
}

export interface Snapshot {
  readonly viewId: string;
  readonly model: string;
  readonly classes: readonly DataClassName[];
  readonly expiresInMs: number;
  readonly connection: Connection | undefined;
  readonly metrics: readonly MetricValue[];
  readonly errors: readonly ErrorRecord[];
  readonly errorsKnown: boolean;
  readonly firmware: FirmwareState | undefined;
  readonly history: readonly SeriesPoints[];
  /** Codes: what this device's dialect cannot do. */
  readonly limits: readonly string[];
  /** Absent: the pack of this model has no rules. */
  readonly localisation: Localisation | undefined;
}

export interface Delta {
  readonly expiresInMs: number;
  readonly connection: Connection | undefined;
  readonly metrics: readonly MetricValue[];
  readonly errors: readonly ErrorRecord[];
  readonly errorsKnown: boolean;
  readonly firmware: FirmwareState | undefined;
  /** Absent: unchanged. */
  readonly localisation: Localisation | undefined;
}

interface FrameHead {
  readonly streamId: string;
  readonly tick: number;
  readonly sentAt: number;
}
export type SessionFrame =
  | (FrameHead & { readonly kind: 'snapshot'; readonly snapshot: Snapshot })
  | (FrameHead & { readonly kind: 'delta'; readonly delta: Delta })
  | (FrameHead & { readonly kind: 'beat'; readonly expiresInMs: number } & Pick<Connection, 'heardAt' | 'heardAgoMs'>)
  | (FrameHead & { readonly kind: 'ended'; readonly reason: string });
