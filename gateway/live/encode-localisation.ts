import { diag } from '../../proto/generated/codec.js';
import type { Diagnosis } from '../app/diagnosis.ts';
import type { FindingRecord } from '../domain/cases/records.ts';
import { type DataClass, dataClasses } from '../domain/data-class.ts';
import type { SymptomState } from '../domain/localisation/evidence.ts';
import type { EvidenceItem, Verdict } from '../domain/localisation/verdict.ts';
import { wireClass } from './encode.ts';

/** What a page can hold, and what a person can read. */
const mostNext = 8;
const mostSymptoms = 96;

const stands: Readonly<Record<EvidenceItem['stands'], diag.Stand>> = {
  for: diag.Stand.STAND_FOR,
  against: diag.Stand.STAND_AGAINST,
  missing: diag.Stand.STAND_MISSING,
};

/** Whole, each time anything of it changed. Undefined: the model's pack has no rules. */
export function encodeLocalisation(diagnosis: Diagnosis | undefined, now: number): diag.ILocalisation | undefined {
  if (!diagnosis) return undefined;
  const verdict = diagnosis.verdict(now);
  return {
    at: now,
    call: verdict.mode === 'call',
    hypotheses: verdict.hypotheses.map(({ faults, p, evidence }) => ({
      faults: [...faults],
      probability: p,
      evidence: evidence.map((item) => ({ symptom: item.symptom, stand: stands[item.stands], bits: item.bits })),
    })),
    none: verdict.none,
    unmodelled: verdict.unmodelled,
    abstained: verdict.abstained,
    headline: [...(verdict.headline ?? [])],
    next: verdict.next.slice(0, mostNext).map(({ kind, id, gain, cures }) => ({ kind, id, gain, cures })),
    stop: verdict.stop?.because ?? '',
    exit: verdict.stop && 'exit' in verdict.stop ? verdict.stop.exit : '',
    symptoms: symptomsOf(diagnosis, verdict),
    withheld: withheldBy(diagnosis).map(wireClass),
    told: diagnosis.told.map(encodeTold),
    shared: diagnosis.shared.map((trouble) => ({ ...trouble, name: trouble.name ?? '' })),
  };
}

/** Classes that rules of this model could use and that are not granted. */
function withheldBy({ program, granted }: Diagnosis): DataClass[] {
  return dataClasses.filter((name) => !granted.has(name) && (program.byClass.get(name)?.length ?? 0) > 0);
}

function symptomsOf(diagnosis: Diagnosis, verdict: Verdict): diag.ISymptomStatus[] {
  const named = new Set(verdict.hypotheses.flatMap(({ evidence }) => evidence.map(({ symptom }) => symptom)));
  const states = diagnosis.program.causes.symptomIds.map((id) => diagnosis.symptom(id));
  const others = states.filter(({ id, phase }) => !named.has(id) && (phase === 'pending' || phase === 'confirmed'));
  // Those that stand as evidence first: they are pointed to.
  const shown = [...states.filter(({ id }) => named.has(id)), ...others];
  return shown.slice(0, mostSymptoms).map(encodeSymptom);
}

function encodeSymptom({
  id,
  phase,
  since,
  instances,
  unknownBecause,
  freezeFrame,
}: SymptomState): diag.ISymptomStatus {
  const before = [...(freezeFrame?.series ?? [])].flatMap(([name, points]) => {
    const numbers = points.flatMap(({ at, value }) => (typeof value === 'number' ? [{ at, value }] : []));
    if (numbers.length === 0) return [];
    return [{ name, receivedAt: numbers.map(({ at }) => at), values: numbers.map(({ value }) => value) }];
  });
  return { id, phase, since: since ?? 0, instances: [...instances], unknownBecause: unknownBecause ?? '', before };
}

function encodeTold({ id, told, toldAt: at }: FindingRecord): diag.ITold {
  const findingId = id.slice(id.indexOf('/') + 1);
  switch (told.kind) {
    case 'answer':
      return { findingId, kind: told.kind, id: told.question, value: told.answer, at };
    case 'result': {
      const fields = Object.fromEntries(Object.entries(told.fields).map(([name, value]) => [name, String(value)]));
      return { findingId, kind: told.kind, id: told.test, fields, at };
    }
    case 'outcome':
      return { findingId, kind: told.kind, id: told.action, value: told.outcome, at };
    case 'code':
      return { findingId, kind: told.kind, id: told.code, value: told.raised ? 'raised' : 'cleared', at };
  }
}
