import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { environments } from '../../../device-sim/physics/environment.ts';
import type { TraceTruth } from '../../../device-sim/trace/trace.ts';
import { dataClasses, maskOf } from '../../../gateway/domain/data-class.ts';
import { type Complain, type Problem, problemText, readYaml } from '../../../gateway/packs/yaml-file.ts';
import type { DeviceOrder, RunOrder, TransportOrder } from './order.ts';
import { type BatchEntry, type EventEntry, type FaultEntry, ScenarioForm } from './scenario-form.ts';

/** What the simulator can do: by model, the faults that can be put in (also `unmodelled:<words>`). */
export type Abilities = ReadonlyMap<string, ReadonlySet<string>>;

/** Why a scenario cannot be run: sentences with file and line. */
export class ScenarioProblem extends Error {
  override readonly name = 'ScenarioProblem';
}

/** The runs of a scenario file. Throws ScenarioProblem, which names each thing that does not exist. */
export function readScenario(file: string, abilities: Abilities): readonly RunOrder[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ScenarioProblem(`${file}:1: the scenario file cannot be read.`);
  }
  return parseScenario({ file: basename(file), text }, abilities);
}

export function parseScenario(
  source: { readonly file: string; readonly text: string },
  abilities: Abilities,
): readonly RunOrder[] {
  const problems: Problem[] = [];
  const read = readYaml(ScenarioForm, source, problems);
  if (read) checkNames(read.content, abilities, read.complain);
  if (!read || problems.length > 0) throw new ScenarioProblem(problems.map(problemText).join('\n'));
  return runsOf(read.content);
}

function checkNames(scenario: ScenarioForm, abilities: Abilities, complain: Complain): void {
  const durationS = secondsOf(scenario.duration);
  if (durationS < 60) complain(['duration'], 'a run lasts at least 60 s.');
  if (scenario.call !== undefined && secondsOf(scenario.call) > durationS)
    complain(['call'], 'the call begins after the end.');
  for (const [index, batch] of scenario.devices.entries()) {
    const at = ['devices', index] as const;
    const faults = abilities.get(batch.model);
    if (!faults) {
      complain([...at, 'model'], `there is no model "${batch.model}"; there are ${[...abilities.keys()].join(', ')}.`);
      continue;
    }
    for (const [number, name] of (batch.environments ?? []).entries()) {
      if (Object.hasOwn(environments, name)) continue;
      complain(
        [...at, 'environments', number],
        `there is no environment "${name}"; there are ${Object.keys(environments).join(', ')}.`,
      );
    }
    const known = (path: readonly (string | number)[], id: string) => {
      if (!faults.has(id))
        complain([...at, ...path], `${batch.model} has no fault "${id}"; it has ${[...faults].join(', ')}.`);
    };
    batch.faults?.forEach(({ id }, number) => known(['faults', number, 'id'], id));
    batch.any_of?.forEach((id, number) => known(['any_of', number], id));
    batch.pairs?.forEach((pair, number) => pair.forEach((id, half) => known(['pairs', number, half], id)));
    batch.unmodelled?.forEach((words, number) => known(['unmodelled', number], `unmodelled:${words}`));
  }
  for (const key of ['outages', 'rollouts'] as const) {
    for (const [index, event] of (scenario[key] ?? []).entries()) {
      const hit = scenario.devices.filter((batch) => concerns(event, batch));
      if (hit.length === 0) complain([key, index], 'no device of this scenario has these labels.');
      for (const { model } of hit) {
        const faults = abilities.get(model);
        if (faults && !faults.has(event.fault))
          complain([key, index, 'fault'], `${model} has no fault "${event.fault}".`);
      }
    }
  }
}

function concerns(event: EventEntry, batch: BatchEntry): boolean {
  if (event.model !== undefined && event.model !== batch.model) return false;
  return (['region', 'site', 'node', 'firmware'] as const).every(
    (label) => event[label] === undefined || event[label] === batch.labels?.[label],
  );
}

function runsOf(scenario: ScenarioForm): readonly RunOrder[] {
  const durationS = secondsOf(scenario.duration);
  const events = [...(scenario.outages ?? []), ...(scenario.rollouts ?? [])];
  const devices = scenario.devices.flatMap((batch, number) => {
    const shared = events.filter((event) => concerns(event, batch)).map(eventTruth);
    return Array.from({ length: batch.count }, (_, index): DeviceOrder => {
      const name = `${batch.model}-${number + 1}-${String(index + 1).padStart(4, '0')}`;
      const faults = [...faultsOf(batch, index, durationS), ...shared];
      const choices = batch.environments ?? ['plain'];
      return {
        device: name,
        model: batch.model,
        seed: `${scenario.seed} ${name}`,
        group: batch.group ?? groupOf(batch, faults),
        environment: choices[index % choices.length] ?? 'plain',
        faults,
        labels: batch.labels ?? {},
        transport: batch.transport ? transportOf(batch.transport) : null,
      };
    });
  });
  const base = {
    scenario: scenario.scenario,
    seed: scenario.seed,
    durationS,
    callS: scenario.call === undefined ? durationS : secondsOf(scenario.call),
    sampling: scenario.sampling,
    granted: maskOf(scenario.grants ?? dataClasses),
    counted: scenario.fleet_statistics ?? 1,
  };
  if (scenario.together) return [{ ...base, name: scenario.scenario, group: 'fleet', devices }];
  return devices.map((device) => ({
    ...base,
    name: `${scenario.scenario}/${device.device}`,
    group: device.group,
    devices: [{ ...device, device: '' }],
  }));
}

function faultsOf(batch: BatchEntry, index: number, durationS: number): TraceTruth[] {
  const next = <T>(choices: readonly T[] | undefined): T | undefined => choices?.[index % choices.length];
  // The next severity only when all faults have had the one before: else some fault would never be mild.
  const lists = [batch.any_of, batch.pairs, batch.unmodelled].map((list) => list?.length ?? 0);
  const round = Math.floor(index / Math.max(1, ...lists));
  const { severities, shapes } = batch;
  const like: Omit<FaultEntry, 'id'> = {
    severity: severities?.[round % severities.length] ?? 'severe',
    onset: batch.onset ?? durationS / 4,
    shape: shapes?.[round % shapes.length] ?? 'step',
    ...(batch.intermittence ? { intermittence: batch.intermittence } : {}),
  };
  const strange = next(batch.unmodelled);
  const ids = [
    next(batch.any_of) ?? [],
    next(batch.pairs) ?? [],
    strange === undefined ? [] : `unmodelled:${strange}`,
  ].flat();
  return [...(batch.faults ?? []), ...ids.map((id) => ({ ...like, id }))].map((entry) => truthOf(entry, durationS));
}

function truthOf(entry: FaultEntry, durationS: number): TraceTruth {
  const { intermittence } = entry;
  return {
    id: entry.id,
    severity: entry.severity ?? 'severe',
    onset: entry.onset === undefined ? durationS / 4 : secondsOf(entry.onset),
    shape: entry.shape ?? 'step',
    intermittence: intermittence ? { onS: secondsOf(intermittence.on), offS: secondsOf(intermittence.off) } : null,
    ...(entry.until === undefined ? {} : { until: secondsOf(entry.until) }),
  };
}

function eventTruth(event: EventEntry): TraceTruth {
  return {
    id: event.fault,
    severity: event.severity ?? 'severe',
    onset: secondsOf(event.at),
    shape: 'step',
    intermittence: null,
    ...(event.until === undefined ? {} : { until: secondsOf(event.until) }),
    shared: true,
  };
}

function transportOf(entry: NonNullable<BatchEntry['transport']>): TransportOrder {
  return {
    lossPct: (entry.loss ?? 0) * 100,
    delayS: entry.delay === undefined ? 0 : secondsOf(entry.delay),
    reorder: entry.reorder ?? 0,
    duplicatePct: (entry.duplicate ?? 0) * 100,
    skewS: entry.skew ?? 0,
  };
}

function groupOf(batch: BatchEntry, faults: readonly TraceTruth[]): string {
  if (batch.transport?.skew !== undefined) return 'skew';
  if (batch.transport) return 'missing';
  if (faults.length === 0) return 'healthy';
  if (faults.some(({ id }) => id.startsWith('unmodelled:'))) return 'unmodelled';
  if (faults.some(({ intermittence }) => intermittence !== null)) return 'intermittent';
  return faults.length > 1 ? 'double' : 'single';
}

const units = { s: 1, min: 60, h: 3_600, d: 86_400 } as const;

/** Of "90 min" 5400. */
export function secondsOf(time: number | string): number {
  if (typeof time === 'number') return time;
  const [, count = '0', unit = 's'] = /^([\d.]+) ?(\w+)$/.exec(time) ?? [];
  return Number(count) * (units[unit as keyof typeof units] ?? 1);
}
