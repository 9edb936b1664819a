import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createFirmware } from '../../../device-sim/firmware/firmware-classes.ts';
import { loadModel, type Model } from '../../../device-sim/models/model.ts';
import { environments } from '../../../device-sim/physics/environment.ts';
import { seededRandom } from '../../../device-sim/random.ts';
import { recordTrace } from '../../../device-sim/trace/record-trace.ts';
import { observerFault } from '../../../device-sim/trace/trace-orders.ts';
import type { TraceDevice, TraceHeader, TraceRow } from '../../../device-sim/trace/trace.ts';
import type { DeviceOrder, RunOrder } from '../scenario/order.ts';
import type { Abilities } from '../scenario/scenario-file.ts';

const modelFolder = fileURLToPath(new URL('../../../device-sim/models', import.meta.url));
/** 2026-07-06, a Monday, 09:00 in UTC: no run depends on the day on which it is run. */
const start = 1_783_328_400_000;

const models = new Map<string, Model>();

function allModels(): ReadonlyMap<string, Model> {
  if (models.size > 0) return models;
  for (const file of readdirSync(modelFolder).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const model = loadModel(join(modelFolder, file));
    models.set(model.id, model);
  }
  return models;
}

/** Throws for a model that `abilities` does not name. */
export function modelOf(id: string): Model {
  const model = allModels().get(id);
  if (!model) throw new Error(`There is no model ${id} in the simulator`);
  return model;
}

/** What can be simulated: faults by model, as the simulator itself says. */
export function abilities(): Abilities {
  return new Map(
    [...allModels()].map(([id, model]) => {
      const { faults } = createFirmware({ model, random: seededRandom('abilities') });
      return [id, new Set([...Object.keys(faults), observerFault].sort())];
    }),
  );
}

/** A run as the simulator plays it: the same order, the same rows. */
export function recordRun(run: RunOrder): { readonly header: TraceHeader; readonly rows: readonly TraceRow[] } {
  const [first] = run.devices;
  if (run.devices.length === 1 && first?.device === '') return recordDevice(run, first);
  const recorded = run.devices.map((device) => ({ device, ...recordDevice(run, device) }));
  const devices = recorded.map(({ device, header }): TraceDevice => {
    const { answers, truth = [] } = header;
    const { device: name, model, labels } = device;
    return { device: name, model, labels, truth, ...(answers ? { answers } : {}) };
  });
  const rows = recorded.flatMap(({ device: { device }, rows: own }) =>
    own.map((row): TraceRow => ({ ...row, device })),
  );
  const ordered = rows
    .map((row, at) => ({ row, at }))
    .sort((one, other) => one.row.t - other.row.t || one.at - other.at);
  const header = { scenario: run.name, group: run.group, seed: run.seed, start, model: 'mixed', devices };
  return { header: { ...header, environment: { call: run.callS } }, rows: ordered.map(({ row }) => row) };
}

function recordDevice(
  run: RunOrder,
  order: DeviceOrder,
): { readonly header: TraceHeader; readonly rows: readonly TraceRow[] } {
  const model = modelOf(order.model);
  const environment = environments[order.environment];
  if (!environment) throw new Error(`There is no environment ${order.environment}`);
  return recordTrace({
    model,
    seed: order.seed,
    scenario: run.name,
    group: order.group,
    environment,
    faults: order.faults,
    durationS: run.durationS,
    callS: run.callS,
    sampling: run.sampling,
    ...(order.transport ? { transport: order.transport } : {}),
    labels: order.labels,
    start,
  });
}
