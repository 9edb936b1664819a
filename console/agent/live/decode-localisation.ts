import type { DataClassName } from '../../../proto/api/common.ts';
import { diag } from '../../../proto/generated/codec.js';
import type { SeriesPoints } from './live-model.ts';
import type { EvidenceItem, Localisation, NextStep } from './localisation-model.ts';

type Wire = diag.Localisation.$Properties;

const stands: Readonly<Record<number, EvidenceItem['stand']>> = {
  [diag.Stand.STAND_FOR]: 'for',
  [diag.Stand.STAND_AGAINST]: 'against',
  [diag.Stand.STAND_MISSING]: 'missing',
};
const kinds: readonly string[] = ['test', 'question', 'action', 'scope'] satisfies NextStep['kind'][];

/** In plain shapes; what this console does not know of it is left out. */
export function decodeLocalisation(
  wire: Wire,
  read: {
    readonly series: (points: diag.SeriesPoints.$Properties) => SeriesPoints;
    readonly dataClass: (each: diag.DataClass) => DataClassName | undefined;
  },
): Localisation {
  const symptoms = (wire.symptoms ?? []).map((each) => ({
    id: each.id ?? '',
    phase: each.phase ?? '',
    since: Number(each.since ?? 0),
    instances: each.instances ?? [],
    unknownBecause: each.unknownBecause ?? '',
    before: (each.before ?? []).map(read.series),
  }));
  return {
    hypotheses: (wire.hypotheses ?? []).map((each) => ({
      faults: each.faults ?? [],
      probability: each.probability ?? 0,
      evidence: (each.evidence ?? []).flatMap(({ symptom, stand, bits }) => {
        const known = stands[stand ?? 0];
        return known ? [{ symptom: symptom ?? '', stand: known, bits: bits ?? 0 }] : [];
      }),
    })),
    none: wire.none ?? 0,
    unmodelled: wire.unmodelled ?? 0,
    abstained: wire.abstained ?? false,
    headline: wire.headline ?? [],
    next: (wire.next ?? []).flatMap(({ kind, id, gain, cures }) =>
      kinds.includes(kind ?? '')
        ? [{ kind: kind as NextStep['kind'], id: id ?? '', gain: gain ?? 0, cures: cures ?? 0 }]
        : [],
    ),
    stop: wire.stop ?? '',
    exit: wire.exit ?? '',
    symptoms: new Map(symptoms.map((each) => [each.id, each])),
    withheld: (wire.withheld ?? []).flatMap((each) => read.dataClass(each) ?? []),
    told: (wire.told ?? []).map((each) => ({
      findingId: each.findingId ?? '',
      kind: each.kind ?? '',
      id: each.id ?? '',
      value: each.value ?? '',
      fields: each.fields ?? {},
      at: Number(each.at ?? 0),
    })),
    shared: (wire.shared ?? []).map((each) => ({
      signal: each.signal ?? '',
      cohort: each.cohort ?? '',
      name: each.name ?? '',
      since: Number(each.since ?? 0),
      devices: each.devices ?? 0,
    })),
  };
}

/** The same from its JSON form (GET /api/v1/cases/{id}/localisation). @throws when it is not that. */
export function localisationFromJson(json: Readonly<Record<string, unknown>>): Wire {
  return diag.Localisation.fromObject({ ...json });
}
