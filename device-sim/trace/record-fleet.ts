import type { Model } from '../models/model.ts';
import type { Environment } from '../physics/environment.ts';
import { recordTrace, type Trace } from './record-trace.ts';
import type { TraceDevice, TraceHeader, TraceLabels, TraceRow, TraceTruth } from './trace.ts';
import { observerDown, observerFault, type TransportOrder } from './trace-orders.ts';

export interface FleetDevice {
  /** Name in the rows. */
  readonly device: string;
  readonly model: Model;
  readonly seed: number | string;
  readonly environment: Environment;
  readonly labels: TraceLabels;
  readonly faults: readonly TraceTruth[];
}

/** A cause outside all devices; whoever fits all that it names has it. */
export interface SharedCause {
  /** X09, X12, X13, X15, X17 ... */
  readonly id: string;
  readonly severity: TraceTruth['severity'];
  readonly onset: number;
  readonly until?: number;
  readonly region?: string;
  readonly site?: string;
  readonly node?: string;
  readonly firmware?: string;
  /** Model id. */
  readonly model?: string;
}

export interface FleetOrder {
  readonly scenario: string;
  readonly group: string;
  readonly seed: number | string;
  readonly devices: readonly FleetDevice[];
  readonly shared: readonly SharedCause[];
  readonly durationS: number;
  readonly callS?: number;
  readonly sampling: 'idle' | 'live';
  readonly transport?: TransportOrder;
  readonly start: number;
}

const heartbeatS = 30;

/** Many devices beside each other, as the gateway would see them: rows in order of arrival, each with its device's name. */
export function recordFleet(order: FleetOrder): Trace {
  const { scenario, group, seed, devices, shared, durationS, callS, sampling, transport, start } = order;
  const recorded = devices.map((one) => {
    const truth = [...one.faults, ...shared.filter((cause) => concerns(cause, one)).map(truthOf)];
    const { header, rows } = recordTrace({
      model: one.model,
      seed: `${seed} ${one.seed}`,
      scenario,
      group,
      environment: one.environment,
      faults: truth,
      durationS,
      sampling,
      start,
      labels: one.labels,
      ...(callS !== undefined && { callS }),
      ...(transport && { transport }),
    });
    const { answers } = header;
    const about: TraceDevice = {
      device: one.device,
      model: one.model.id,
      labels: one.labels,
      truth,
      ...(answers && { answers }),
    };
    const own = rows.filter((row) => !('metric' in row && row.metric.startsWith('observer.')));
    return { about, rows: own.map((row): TraceRow => ({ ...row, device: one.device })) };
  });
  const rows = [heartbeats(shared, durationS), ...recorded.map((one) => one.rows)].flat();
  const header: TraceHeader = {
    scenario,
    group,
    seed: String(seed),
    start,
    model: 'mixed',
    environment: { ...(callS !== undefined && { call: callS }), duration: durationS },
    devices: recorded.map((one) => one.about),
  };
  return { header, rows: inOrder(rows) };
}

function concerns(cause: SharedCause, { model, labels }: FleetDevice): boolean {
  const fits = (wanted: string | undefined, is: string | undefined): boolean => wanted === undefined || wanted === is;
  return (
    fits(cause.model, model.id) &&
    fits(cause.region, labels.region) &&
    fits(cause.site, labels.site) &&
    fits(cause.node, labels.node) &&
    fits(cause.firmware, labels.firmware)
  );
}

function truthOf({ id, severity, onset, until }: SharedCause): TraceTruth {
  const lasting = until === undefined ? {} : { until };
  return { id, severity, onset, shape: 'step', intermittence: null, shared: true, ...lasting };
}

/** What the gateway knows of itself: silent while it is down. */
function heartbeats(shared: readonly SharedCause[], durationS: number): readonly TraceRow[] {
  const own = shared.filter(({ id }) => id === observerFault).map(truthOf);
  const beats: TraceRow[] = [];
  for (let t = heartbeatS; t <= durationS; t += heartbeatS) {
    if (!observerDown(own, t)) beats.push({ t, metric: 'observer.heartbeat', value: 1 });
  }
  return beats;
}

function inOrder(rows: readonly TraceRow[]): readonly TraceRow[] {
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => a.row.t - b.row.t || a.place - b.place)
    .map(({ row }) => row);
}
