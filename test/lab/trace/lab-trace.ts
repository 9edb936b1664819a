import type { TraceLabels } from '../../../device-sim/trace/trace.ts';
import type { Notes } from './notes.ts';

/** What the scorer knows of a fault that was really there. */
export interface Truth {
  /** Of the fault catalogue, or `unmodelled:<words>`. */
  readonly id: string;
  readonly severity: string | null;
  /** Seconds since the start. */
  readonly onset: number;
  /** Infinity: to the end. */
  readonly until: number;
  readonly shared: boolean;
}

/** What somebody would find at the time of the call; looked up as own properties only. */
export interface Answers {
  readonly tests: ReadonlyMap<string, unknown>;
  readonly owner: ReadonlyMap<string, unknown>;
  readonly actions: ReadonlyMap<string, unknown>;
}

export interface LabDevice {
  /** Empty: the only one. */
  readonly device: string;
  readonly model: string;
  readonly labels: TraceLabels;
  /** null: not told; the trace is run, not scored. */
  readonly truth: readonly Truth[] | null;
  /** null: in monitoring only. */
  readonly answers: Answers | null;
}

export interface LabHeader {
  readonly scenario: string;
  readonly group: string;
  readonly seed: string;
  /** Epoch ms of t = 0. */
  readonly start: number;
  /** Second at which the agent's call begins; null: none. */
  readonly call: number | null;
  /** Second at which the recording ended, where it says so; else its last row's. */
  readonly duration: number | null;
  readonly environment: string;
  readonly devices: readonly LabDevice[];
}

export type RowBody =
  /** NaN: "not measurable". */
  | { readonly kind: 'metric'; readonly metric: string; readonly value: number | string | boolean }
  | { readonly kind: 'code'; readonly code: string; readonly raised: boolean; readonly detail: string }
  | { readonly kind: 'firmware'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'boot'; readonly reason: string };

export interface LabRow {
  /** Seconds since the start, of arrival. */
  readonly t: number;
  readonly device: string;
  /** Seconds since the start, when the device sent it later; null: now. */
  readonly at: number | null;
  /** Read from the owner's phone, or another way that is not the device's own link. */
  readonly via: string | null;
  readonly body: RowBody;
}

/** A recorded run from a file, or fresh from the simulator: one form for both. */
export interface LabTrace {
  /** File name, or name of the run. */
  readonly name: string;
  readonly header: LabHeader;
  /** What could not be read; grows while `rows` is read for the first time. */
  readonly notes: Notes;
  /** In order of arrival; may be gone through again. */
  rows(): Iterable<LabRow>;
}
