import { FleetView } from '../../../gateway/domain/localisation/fleet.ts';
import type { FleetSignal } from '../../../gateway/domain/localisation/knowledge.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import { seededRandom } from '../../../device-sim/random.ts';
import type { EngineRun } from '../engines/engine.ts';
import { programOf } from '../engines/localiser-engine.ts';
import type { LabDevice, LabTrace } from '../trace/lab-trace.ts';

/** What many devices together tell: looks at each device's symptoms, and says what it means for each of them. */
export interface LabFleet {
  /** So often it looks, seconds. */
  readonly everyS: number;
  /** Evidence for each device at that moment, by its name. */
  look(
    nowMs: number,
    devices: readonly { readonly device: LabDevice; readonly run: EngineRun }[],
  ): ReadonlyMap<string, readonly Evidence[]>;
}

const everyS = 15;

/**
 * The gateway's own fleet view over the devices of one trace. `counted`: the share of devices whose owners let them be counted (a fleet
 * purpose), drawn by the trace's seed. What it finds is told of the others too: it is then nothing of theirs that was counted.
 */
export function labFleet(
  trace: LabTrace,
  options: { readonly packs: ReadonlyMap<string, Pack>; readonly counted: number },
): LabFleet {
  const { header } = trace;
  const view = new FleetView();
  const random = seededRandom('counted', header.seed, header.scenario);
  const families = new Map<string, ReadonlyMap<FleetSignal, ReadonlySet<string>>>();
  const counted = new Set<string>();
  for (const { device, model, labels } of header.devices) {
    const pack = options.packs.get(model);
    if (!pack) continue;
    const own = families.get(model) ?? familiesOf(pack);
    families.set(model, own);
    if (random.next() >= options.counted) continue;
    counted.add(device);
    view.join(device, { model, ...labels }, own, header.start);
  }
  const told = new Map<string, string>();
  return {
    everyS,
    look(nowMs, devices) {
      for (const { device, run } of devices) {
        if (!counted.has(device.device)) continue;
        for (const symptom of watchedOf(families.get(device.model))) {
          view.symptom(device.device, symptom, run.evidenceOf(symptom) === true, nowMs);
        }
      }
      const found = new Map<string, readonly Evidence[]>();
      for (const { device } of devices) {
        const shares = view.sharesFor({ model: device.model, ...device.labels }, nowMs);
        const evidence = [...(families.get(device.model)?.keys() ?? [])].flatMap((signal): Evidence[] => {
          const share = shares.get(signal) ?? 0;
          const key = `${device.device} ${signal}`;
          const said = share.toFixed(3);
          if ((told.get(key) ?? '0.000') === said) return [];
          told.set(key, said);
          return [{ kind: 'fleet', at: nowMs, signal, share }];
        });
        if (evidence.length > 0) found.set(device.device, evidence);
      }
      return found;
    },
  };
}

const watchedLists = new WeakMap<object, readonly string[]>();

function watchedOf(families: ReadonlyMap<FleetSignal, ReadonlySet<string>> | undefined): readonly string[] {
  if (!families) return [];
  const known = watchedLists.get(families);
  if (known) return known;
  const list = [...new Set([...families.values()].flatMap((family) => [...family]))];
  watchedLists.set(families, list);
  return list;
}

/** Of each signal: the symptoms of the faults that it stands for, but those that only repeat the signal. */
function familiesOf(pack: Pack): Map<FleetSignal, ReadonlySet<string>> {
  const { causes, fleetFaults, ofFleet } = programOf(pack);
  return new Map(
    [...fleetFaults].map(([signal, faults]) => {
      const symptoms = faults.flatMap((fault) => [...(causes.shows[fault]?.symptoms ?? [])]);
      return [signal, new Set(symptoms.filter((at) => !ofFleet.has(at)).map((at) => causes.symptomIds[at] ?? ''))];
    }),
  );
}
