import type { DataClass } from './data-class.ts';
import type { BootId, DeviceId } from './ids.ts';

/** live, historical (was buffered while the link was down), backlog (was recorded while nothing was shared). */
export type FrameKind = 'live' | 'historical' | 'backlog';

/** Where a value came from: a lane of the wire contract, or a dialect. */
export type Source = 'telemetry' | 'firmware' | 'error' | 'log' | 'output' | 'homie' | 'homeassistant';

/** One value of one metric. `at`: device clock, epoch ms: evidence, never authority. NaN: "not measurable". */
export interface Sample {
  readonly name: string;
  readonly dataClass: DataClass;
  readonly value: number | string;
  readonly at: number;
}

/** One change of one error code. Codes are keyed by (vendor, model family, channel, code). */
export interface ErrorChange {
  readonly channel: string;
  readonly code: string;
  readonly raised: boolean;
  readonly detail: string;
  readonly at: number;
}

export interface FirmwareSlot {
  readonly name: string;
  readonly version: string;
  readonly state: string;
}

export interface LogEntry {
  readonly at: number;
  readonly level: string;
  readonly source: string;
  readonly text: string;
}

export interface OutputField {
  readonly name: string;
  readonly value: number | string;
}

/**
 * What one message of a data lane says. `complete`: the list of all codes that are active. Telemetry mostly comes as SampleColumns
 * (sample-columns.ts), whose samples are made when they are asked for: look at its columns where every message passes.
 */
export type FrameBody =
  | { readonly lane: 'telemetry'; readonly samples: readonly Sample[] }
  | { readonly lane: 'error'; readonly complete: boolean; readonly errors: readonly ErrorChange[] }
  | { readonly lane: 'firmware'; readonly samples: readonly Sample[]; readonly slots: readonly FirmwareSlot[] }
  | { readonly lane: 'log'; readonly entries: readonly LogEntry[] }
  | {
      readonly lane: 'output';
      readonly executionId: string;
      readonly dataClass: DataClass;
      readonly fields: readonly OutputField[];
    };

/**
 * A decoded message of a data lane, with every field's data class already decided by the pack. Nothing of it may be kept,
 * shown or computed with before `domain/consent` has made AdmittedFrames of it.
 */
export interface DataFrame {
  readonly deviceId: DeviceId;
  readonly source: Source;
  readonly bootId: BootId;
  /** From 1 within a boot, over all data lanes. */
  readonly seq: number;
  /** The consent epoch it was recorded under; null: a dialect, which has none. */
  readonly epoch: number | null;
  readonly kind: FrameKind;
  /** Gateway wall clock, epoch ms. */
  readonly receivedAt: number;
  readonly body: FrameBody;
}
