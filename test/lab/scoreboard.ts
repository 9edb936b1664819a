import { seededRandom } from '../../device-sim/random.ts';
import { environments } from '../../device-sim/physics/environment.ts';
import type { SeverityWord, TraceTruth } from '../../device-sim/trace/trace.ts';
import { dataClasses, maskOf } from '../../gateway/domain/data-class.ts';
import { abilities } from './run/record.ts';
import type { DeviceOrder, RunOrder } from './scenario/order.ts';

/**
 * The development seeds of the scoreboard: public, and so worth less than traces of somebody else's making. To add a group, add a function.
 * Every fault of every model at three severities in environments that change, pairs, troubles that no pack describes, healthy
 * devices in all environments, faults that come and go, bad transport, and fleets during an outage and a roll-out.
 * Whatever is chosen in engine or packs is chosen on other seeds (`tuning-1`), never on these.
 */
export const developmentSeeds = 'development-1';
const hour = 3_600;
const unmodelled = 'unmodelled:';
const severities: readonly SeverityWord[] = ['severe', 'moderate', 'mild'];
const shapes = ['step', 'ramp', 'wear'] as const;
const homes = Object.keys(environments);

/** `seeds`: another word, other seeds, and other severities, environments, pairs and faults that flicker. */
export function scoreboardRuns(options: { readonly quick: boolean; readonly seeds?: string }): readonly RunOrder[] {
  const { quick, seeds = developmentSeeds } = options;
  const draw: Draw = { seeds, shift: seeds === developmentSeeds ? 0 : shiftOf(seeds) };
  const able = abilities();
  const groups = [...able].flatMap(([model, faults]) => {
    const known = [...faults].filter((id) => !id.startsWith(unmodelled));
    const strange = [...faults].filter((id) => id.startsWith(unmodelled));
    return [
      ...singles(draw, model, known, quick ? 1 : 2),
      ...doubles(draw, model, known, quick ? 3 : 12),
      ...strange.flatMap((id, index) =>
        times(quick ? 1 : 2, (round) =>
          alone(draw, 'unmodelled', model, index * 2 + round, [truth(id, round + draw.shift)]),
        ),
      ),
      ...times(quick ? 5 : 24, (index) => alone(draw, 'healthy', model, index, [])),
      ...times(quick ? 0 : 6, (index) => flickering(draw, model, known, index)),
      ...times(quick ? 0 : 6, (index) => badTransport(draw, model, known, index)),
    ];
  });
  return [
    ...fleets(quick, seeds),
    ...(quick ? everyThird(groups) : groups).map((run) => (quick ? shortened(run) : run)),
  ];
}

interface Draw {
  readonly seeds: string;
  readonly shift: number;
}

/** Never a multiple of three, so that every fault has another severity. */
function shiftOf(seeds: string): number {
  const at = Math.floor(seededRandom(seeds, 'shift').next() * 1_000);
  return at % 3 === 0 ? at + 1 : at;
}

/** Half as long: all else is the same. */
function shortened(run: RunOrder): RunOrder {
  return { ...run, durationS: run.durationS / 2, callS: run.callS / 2 };
}

function singles(draw: Draw, model: string, faults: readonly string[], rounds: number): RunOrder[] {
  return faults.flatMap((id, index) =>
    times(rounds, (round) =>
      alone(draw, 'single', model, index * rounds + round, [truth(id, index + round + draw.shift)]),
    ),
  );
}

/** Pairs of a model, drawn once; of one component or not, as life has it. */
function doubles({ seeds, shift }: Draw, model: string, faults: readonly string[], count: number): RunOrder[] {
  const random = seededRandom(seeds, model, 'doubles');
  const own = faults.filter((id) => !id.startsWith('X'));
  const pick = (from: readonly string[]) => from[Math.floor(random.next() * from.length)] ?? '';
  return times(count, (index) => {
    const one = pick(own);
    let other = pick(faults);
    while (other === one) other = pick(faults);
    const severity = (index + shift) % 2;
    return alone({ seeds, shift }, 'double', model, index, [truth(one, severity), truth(other, severity)]);
  });
}

function flickering(draw: Draw, model: string, faults: readonly string[], index: number): RunOrder {
  const id = faults[(index * 7 + draw.shift) % faults.length] ?? '';
  const fault: TraceTruth = { ...truth(id, 0), intermittence: { onS: 900, offS: 900 } };
  return alone(draw, 'intermittent', model, index, [fault]);
}

function badTransport(draw: Draw, model: string, faults: readonly string[], index: number): RunOrder {
  const id = faults[(index * 5 + 2 + draw.shift) % faults.length] ?? '';
  const isSkewed = index % 2 === 1;
  const run = alone(draw, isSkewed ? 'skew' : 'missing', model, index, [truth(id, 0)]);
  const transport = isSkewed
    ? { lossPct: 0, delayS: 4, reorder: 0.1, duplicatePct: 2, skewS: 1_800 }
    : { lossPct: 15, delayS: 2, reorder: 0.05, duplicatePct: 1, skewS: 0 };
  return { ...run, devices: run.devices.map((device) => ({ ...device, transport })) };
}

function truth(id: string, round: number): TraceTruth {
  return {
    id,
    severity: severities[round % severities.length] ?? 'severe',
    onset: 1_200,
    shape: shapes[round % shapes.length] ?? 'step',
    intermittence: null,
  };
}

function alone(
  { seeds, shift }: Draw,
  group: string,
  model: string,
  index: number,
  faults: readonly TraceTruth[],
): RunOrder {
  const what = faults.map(({ id, severity }) => `${id.replace(unmodelled, '')}-${severity}`).join('+') || 'sound';
  const name = `${group}/${model}/${what}-${index}`;
  const environment = homes[(index * 3 + model.length + shift) % homes.length] ?? 'plain';
  const device: DeviceOrder = {
    device: '',
    model,
    seed: `${seeds} ${name}`,
    group,
    environment,
    faults,
    labels: {},
    transport: null,
  };
  // A fifth is watched as closely as in a session, the others as the background does.
  const isLive = index % 5 === 0 && group !== 'healthy';
  const durationS = isLive ? 1.2 * hour : group === 'healthy' ? 4 * hour : 3 * hour;
  return {
    name,
    scenario: 'scoreboard',
    group,
    seed: `${seeds} ${name}`,
    durationS,
    callS: durationS,
    sampling: isLive ? 'live' : 'idle',
    granted: maskOf(dataClasses),
    counted: 1,
    devices: [device],
  };
}

/** A region without cloud, and a firmware that does not verify, with all, a fifth or a hundredth of the owners counting. */
function fleets(quick: boolean, seeds: string): RunOrder[] {
  const models = [...abilities().keys()];
  const size = quick ? 12 : 40;
  const kinds = [
    { kind: 'outage', id: 'X09' },
    { kind: 'rollout', id: 'X12' },
  ] as const;
  const shares = quick ? [1] : [1, 0.2, 0.01];
  return kinds.flatMap(({ kind, id }) =>
    shares.map((counted): RunOrder => {
      const group = counted === 1 ? 'fleet' : `fleet-${counted * 100}`;
      const name = `${group}/${kind}`;
      const devices = times(size, (index): DeviceOrder => {
        const region = index % 2 === 0 ? 'north' : 'south';
        const firmware = index % 4 < 2 ? '3.5.0' : '3.4.2';
        const isHit = kind === 'outage' ? region === 'north' : firmware === '3.5.0';
        // Of one model where a firmware is rolled out: a version is a model's own.
        const model = (kind === 'outage' ? models[index % models.length] : models[0]) ?? '';
        const shared: TraceTruth = { ...truth(id, 0), onset: 1_800, shape: 'step', shared: true };
        return {
          device: `d${String(index).padStart(3, '0')}`,
          model,
          // The same devices, whoever is counted.
          seed: `${seeds} fleet ${kind} ${index}`,
          group,
          environment: homes[index % homes.length] ?? 'plain',
          faults: isHit ? [shared] : [],
          labels: { region, firmware, site: `s${index}`, node: `n${index % 3}` },
          transport: null,
        };
      });
      return {
        name,
        scenario: 'scoreboard',
        group,
        seed: `${seeds} ${name}`,
        durationS: hour,
        callS: hour,
        sampling: 'idle',
        granted: maskOf(dataClasses),
        counted,
        devices,
      };
    }),
  );
}

function everyThird(runs: readonly RunOrder[]): RunOrder[] {
  return runs.filter((_, index) => index % 3 === 0);
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
