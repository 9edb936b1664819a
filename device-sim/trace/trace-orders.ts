import type { Model } from '../models/model.ts';
import type { Environment } from '../physics/environment.ts';
import { type FaultOrder, severities } from '../physics/fault-set.ts';
import { updateFaults } from '../physics/platform/causes.ts';
import type { TraceLabels, TraceTruth } from './trace.ts';

/** What happens to rows between the device and whoever records them. */
export interface TransportOrder {
  /** % of rows that never arrive. */
  readonly lossPct: number;
  /** Mean delay, s. */
  readonly delayS: number;
  /** 0..1: share of rows that are overtaken by later ones. */
  readonly reorder: number;
  readonly duplicatePct: number;
  /** The device's own clock is ahead by so much: its time stamps are. */
  readonly skewS: number;
}

export interface TraceOrder {
  readonly model: Model;
  readonly seed: number | string;
  readonly scenario: string;
  readonly group: string;
  readonly environment: Environment;
  readonly faults: readonly TraceTruth[];
  readonly durationS: number;
  /** Second at which the agent's call begins: from here on the answers hold, and sampling is that of a session. */
  readonly callS?: number;
  /** idle: background rates until the call; live: those of a session all the time. */
  readonly sampling: 'idle' | 'live';
  readonly transport?: TransportOrder;
  readonly labels?: TraceLabels;
  /** Epoch ms of t = 0. */
  readonly start: number;
}

/** The gateway's own: it lies in no device. */
export const observerFault = 'X17';

export function faultOrder(truth: TraceTruth, durationS: number): FaultOrder {
  const { id, severity, onset, shape, intermittence, until, shared } = truth;
  return {
    id,
    severity: severities[severity],
    afterS: onset,
    shape,
    rampS: durationS / 4,
    ...(intermittence && { intermittence }),
    ...(until !== undefined && { untilS: until }),
    ...(shared && { shared }),
  };
}

/** Version at the start: the one before the newest where an update comes, else the label's if the model has it. */
export function startVersion({ model, faults, labels }: TraceOrder): string | undefined {
  const { previous, version } = model.firmware;
  if (faults.some(({ id }) => updateFaults.includes(id))) return previous;
  return labels?.firmware === previous || labels?.firmware === version ? labels.firmware : undefined;
}

/** Whether the gateway is down at a second of the run. */
export function observerDown(faults: readonly TraceTruth[], second: number): boolean {
  return faults.some(({ id, onset, until }) => id === observerFault && second >= onset && second < (until ?? Infinity));
}
