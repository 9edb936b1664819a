import type { DataClassName } from './classes.ts';

/** What the device recorded, before it becomes a frame. Times are the device's wall clock, ms. */
export type DeviceRecord = TelemetryRecord | ErrorRecord | FirmwareRecord | OutputRecord;

export interface MetricSample {
  readonly alias: number;
  readonly dataClass: DataClassName;
  readonly value: number | string;
}
export interface TelemetryRecord {
  readonly lane: 'telemetry';
  readonly at: number;
  readonly samples: readonly MetricSample[];
}

export interface CodeChange {
  readonly code: number;
  readonly raised: boolean;
  readonly detail: string;
  /** When it was raised or cleared. */
  readonly at: number;
}
export interface ErrorRecord {
  readonly lane: 'error';
  readonly at: number;
  /** All that are active, in place of one change. */
  readonly complete: boolean;
  readonly errors: readonly CodeChange[];
}

export interface FirmwareFacts {
  readonly state: string;
  readonly result: string;
  readonly version: string;
  readonly versionSub: string;
  readonly target: string;
  readonly slotState: string;
  readonly slots: readonly { readonly name: string; readonly version: string; readonly state: string }[];
}
export interface FirmwareRecord {
  readonly lane: 'firmware';
  readonly at: number;
  readonly facts: FirmwareFacts;
}

export interface OutputRecord {
  readonly lane: 'output';
  readonly at: number;
  readonly dataClass: DataClassName;
  readonly executionId: string;
  readonly fields: Readonly<Record<string, number | string>>;
}

/** The record without what `allowed` refuses; undefined when nothing is left. */
export function reduceRecord(
  record: DeviceRecord,
  allowed: (dataClass: DataClassName) => boolean,
): DeviceRecord | undefined {
  switch (record.lane) {
    case 'telemetry': {
      const samples = record.samples.filter((sample) => allowed(sample.dataClass));
      if (samples.length === record.samples.length) return record;
      return samples.length === 0 ? undefined : { ...record, samples };
    }
    case 'error':
      return allowed('errors') ? record : undefined;
    case 'firmware':
      return allowed('firmware') ? record : undefined;
    case 'output':
      return allowed(record.dataClass) ? record : undefined;
  }
}
