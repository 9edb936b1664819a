import { type DataClass, dataClasses } from '../data-class.ts';
import type { FleetFamilies } from './fleet.ts';
import type { LocaliserProgram } from './localiser-program.ts';

/**
 * Of each signal: the symptoms of the faults that it stands for, but those that only repeat the signal, and those that data of
 * these classes alone cannot tell: that a device is silent says nothing where it is let say little.
 */
export function fleetFamilies(program: LocaliserProgram, granted: ReadonlySet<DataClass>): FleetFamilies {
  const { causes, fleetFaults, ofFleet, byClass } = program;
  const withheld = new Set(dataClasses.flatMap((name) => (granted.has(name) ? [] : (byClass.get(name) ?? []))));
  const told = new Set([...granted].flatMap((name) => byClass.get(name) ?? []));
  const families = [...fleetFaults].map(([signal, faults]) => {
    const symptoms = faults.flatMap((fault) => [...(causes.shows[fault]?.symptoms ?? [])]);
    const usable = symptoms.filter((at) => told.has(at) && !withheld.has(at) && !ofFleet.has(at));
    return [signal, new Set(usable.map((at) => causes.symptomIds[at] ?? ''))] as const;
  });
  return new Map(families.filter(([, symptoms]) => symptoms.size > 0));
}
