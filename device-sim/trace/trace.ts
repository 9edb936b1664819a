/**
 * A recorded run with its truth, as JSON Lines: the first line is the header, each further line a row (the trace format of the
 * laboratory). Names are those of the datasheets; `t` in seconds since `start`; rows are in order of arrival.
 */
export interface TraceTruth {
  /** Of the fault catalogue, or `unmodelled:<words>`. */
  readonly id: string;
  readonly severity: SeverityWord;
  /** Seconds. */
  readonly onset: number;
  readonly shape: OnsetShape;
  readonly intermittence: Intermittence | null;
  /** Seconds; absent: to the end. */
  readonly until?: number;
  readonly shared?: boolean;
}

export type SeverityWord = 'mild' | 'moderate' | 'severe';
/** step: at once; ramp: over `rampS`, default a quarter of the run; wear: accelerating. */
export type OnsetShape = 'step' | 'ramp' | 'wear';
/** Present for `onS`, absent for `offS`, both drawn around these means. */
export interface Intermittence {
  readonly onS: number;
  readonly offS: number;
}

/** What would be found if it were asked or tried at the time of the call. */
export interface TraceAnswers {
  /** Test or operation name -> fields as the datasheet says. */
  readonly tests: Readonly<Record<string, Readonly<Record<string, number | string | boolean | readonly number[]>>>>;
  /** Observation id -> answer. */
  readonly owner: Readonly<Record<string, string>>;
  /** Service action -> what came of it. */
  readonly actions: Readonly<Record<string, string>>;
}

export interface TraceLabels {
  readonly region?: string;
  readonly site?: string;
  readonly node?: string;
  readonly firmware?: string;
}

export interface TraceDevice {
  readonly device: string;
  readonly model: string;
  readonly labels: TraceLabels;
  readonly truth: readonly TraceTruth[];
  readonly answers?: TraceAnswers;
}

export interface TraceHeader {
  readonly scenario: string;
  readonly group: string;
  readonly seed: string;
  /** Epoch ms of t = 0. */
  readonly start: number;
  /** A model, or `mixed`. */
  readonly model: string;
  /** Free; `call`: the second at which the agent's call begins and the answers hold. */
  readonly environment: Readonly<Record<string, unknown>> & { readonly call?: number };
  readonly truth?: readonly TraceTruth[];
  readonly answers?: TraceAnswers;
  readonly devices?: readonly TraceDevice[];
}

interface RowBase {
  readonly t: number;
  /** Which of several. */
  readonly device?: string;
  /** When it was recorded, if the device sent it later. */
  readonly at?: number;
  readonly historical?: true;
  /** Arrived by another way (`app`). */
  readonly via?: string;
}

export type TraceRow =
  | (RowBase & { readonly metric: string; readonly value: number | string })
  | (RowBase & { readonly error: number; readonly raised: true; readonly detail?: string })
  | (RowBase & { readonly error: number; readonly cleared: true })
  | (RowBase & { readonly firmware: Readonly<Record<string, number | string>> })
  | (RowBase & { readonly boot: { readonly reason: string; readonly count: number; readonly version: string } });
