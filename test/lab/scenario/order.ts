import type { TraceLabels, TraceTruth } from '../../../device-sim/trace/trace.ts';

export interface TransportOrder {
  readonly lossPct: number;
  readonly delayS: number;
  readonly reorder: number;
  readonly duplicatePct: number;
  readonly skewS: number;
}

/** One device to be simulated. Plain data: it goes to another process. */
export interface DeviceOrder {
  /** Empty: on its own. */
  readonly device: string;
  readonly model: string;
  readonly seed: string;
  readonly group: string;
  readonly environment: string;
  readonly faults: readonly TraceTruth[];
  readonly labels: TraceLabels;
  readonly transport: TransportOrder | null;
}

/** A run: one device on its own, or a fleet that the gateway sees together. */
export interface RunOrder {
  readonly name: string;
  readonly scenario: string;
  readonly group: string;
  readonly seed: string;
  readonly durationS: number;
  readonly callS: number;
  readonly sampling: 'idle' | 'live';
  /** Bit mask of data classes. */
  readonly granted: number;
  /** Share of the devices whose owners let them be counted. */
  readonly counted: number;
  readonly devices: readonly DeviceOrder[];
}
