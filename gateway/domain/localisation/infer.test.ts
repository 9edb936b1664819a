import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTuning, causeModel, type CauseModel, monitoringTuning, type Tuning } from './causes.ts';
import type { Tri } from './evidence.ts';
import { type Findings, posteriorOf } from './infer.ts';
import { faultRule, knowledgeOf, symptomRule } from './testing/knowledge.ts';

const model = causeModel(
  knowledgeOf({
    symptoms: [
      symptomRule('brush_high'),
      symptomRule('brush_code', { group: 'brush' }),
      symptomRule('brush_metric', { group: 'brush' }),
      symptomRule('gaps'),
      symptomRule('code_13', { leak: 0.001 }),
      symptomRule('dock_dark'),
      symptomRule('odd'),
      symptomRule('odder'),
    ],
    faults: [
      faultRule('V06', {
        symptoms: { brush_high: 0.9, brush_code: 0.7, brush_metric: 0.9 },
        repairs: { clean_brush: 0.9 },
      }),
      faultRule('V09', { symptoms: { gaps: 0.9, code_13: 0.6 }, repairs: { wipe_contacts: 0.8 } }),
      faultRule('V10', { symptoms: { dock_dark: 0.8, code_13: 0.8 } }),
      faultRule('V12', { symptoms: { code_13: 0.9 } }),
    ],
  }),
);

function findings(seen: Readonly<Record<string, boolean>>, more: Partial<Findings> = {}): Findings {
  const symptoms = model.symptomIds.map((id): Tri => seen[id]);
  return { symptoms, tried: [], shares: new Map(), ...more };
}

function probability(
  of: readonly string[] | 'none' | 'unmodelled',
  given: Findings,
  tuning: Tuning = callTuning,
): number {
  const { p } = posteriorOf(model, given, tuning);
  const index = model.explanations.findIndex(({ kind, faults }) =>
    typeof of === 'string' ? kind === of : faults.map((fault) => model.faults[fault]?.id).join() === of.join(),
  );
  return p[index] ?? Number.NaN;
}

describe('what is most likely', () => {
  it('is nothing, as long as nothing is seen on a device that is watched', () => {
    expect(probability('none', findings({}), monitoringTuning)).toBeGreaterThan(0.6);
  });

  it('is not decided by what is unknown', () => {
    expect(probability(['V09'], findings({}))).toBeCloseTo(probability(['V12'], findings({})), 10);
  });

  it('is the fault whose symptom shows, and less so the more that should show with it is absent', () => {
    const onlyCode = probability(['V09'], findings({ code_13: true }));
    expect(probability(['V09'], findings({ code_13: true, gaps: true }))).toBeGreaterThan(0.75);
    expect(probability(['V09'], findings({ code_13: true, gaps: false }))).toBeLessThan(onlyCode / 3);
  });

  it('is both of two when no one alone explains what is seen', () => {
    const both = findings({ brush_high: true, brush_code: true, brush_metric: true, gaps: true, code_13: true });
    expect(probability(['V06', 'V09'], both)).toBeGreaterThan(0.9);
  });

  it('is nothing that anybody described when what is seen belongs to no one fault', () => {
    const strange = findings({ odd: true, odder: true, gaps: false, code_13: false });
    expect(probability('unmodelled', strange)).toBeGreaterThan(0.5);
  });

  it('is rather nothing than something nobody described, the more was looked at and is as it should be', () => {
    const absent = Object.fromEntries(model.symptomIds.map((id) => [id, false]));
    const odds = (given: Findings): number => probability('none', given) / probability('unmodelled', given);
    expect(odds(findings(absent))).toBeGreaterThan(1.05 * odds(findings({})));
  });

  it('is a faint fault rather than nothing when one sure sign of it shows and all others are absent', () => {
    const others = ['a', 'b', 'c', 'd', 'e', 'f'];
    const rules = knowledgeOf({
      symptoms: [symptomRule('sure', { leak: 0.001 }), ...others.map((id) => symptomRule(id))],
      faults: [
        faultRule('S05', { symptoms: Object.fromEntries(['sure', ...others].map((id) => [id, 0.8])) }),
        faultRule('S07', { symptoms: {} }),
      ],
    });
    const given: Findings = { symptoms: [true, ...others.map(() => false)], tried: [], shares: new Map() };
    const chance = (faint: number): number =>
      posteriorOf(causeModel(rules, { faint, left: 0.15 }), given, monitoringTuning).p[1] ?? 0;
    expect(chance(0.2)).toBeGreaterThan(0.4);
    expect(chance(1e-9)).toBeLessThan(0.05);
  });

  it('is what many have at once, as far as they have it', () => {
    const shares = new Map([[3, 0.9]]);
    expect(probability(['V12'], findings({}, { shares }))).toBeGreaterThan(0.8);
    expect(probability(['V12'], findings({}))).toBeLessThan(0.3);
  });

  it('is no longer what a repair should have cured', () => {
    const given = findings({ code_13: true, gaps: true });
    const tried = [{ action: 'wipe_contacts', outcome: 'no_change' as const }];
    expect(probability(['V09'], { ...given, tried })).toBeLessThan(probability(['V09'], given));
    expect(probability(['V09'], { ...given, tried: [{ action: 'wipe_contacts', outcome: 'cured' }] })).toBeGreaterThan(
      probability(['V09'], given),
    );
  });

  it('counts what says the same twice not twice', () => {
    const once = probability(['V06'], findings({ brush_metric: true }), monitoringTuning);
    const twice = probability(['V06'], findings({ brush_metric: true, brush_code: true }), monitoringTuning);
    const loose = causeModel({
      ...knowledge(),
      symptoms: knowledge().symptoms.map((rule) => ({ ...rule, group: null })),
    });
    const apart = posteriorOf(loose, findings({ brush_metric: true, brush_code: true }), monitoringTuning).p[1] ?? 0;
    expect(twice).toBeGreaterThan(once);
    expect(apart).toBeGreaterThan(twice);
  });
});

function knowledge() {
  return knowledgeOf({
    symptoms: model.symptomIds.map((id) =>
      symptomRule(id, id.startsWith('brush_') && id !== 'brush_high' ? { group: 'brush' } : {}),
    ),
    faults: model.faults,
  });
}

describe('the short cut over all pairs', () => {
  it('gives what multiplying out every explanation gives', () => {
    const tri = fc.constantFrom<Tri>(true, false, undefined);
    fc.assert(
      fc.property(fc.array(tri, { minLength: 8, maxLength: 8 }), (symptoms) => {
        const given: Findings = { symptoms, tried: [], shares: new Map() };
        const { p, weights } = posteriorOf(model, given, callTuning);
        const slow = multipliedOut(model, symptoms, weights);
        p.forEach((value, index) => expect(value).toBeCloseTo(slow[index] ?? Number.NaN, 9));
      }),
      { numRuns: 200 },
    );
  });
});

/** The definition, without any short cut: every explanation, with each of its faults fully there or faintly. */
function multipliedOut(of: CauseModel, symptoms: readonly Tri[], weights: Float64Array): number[] {
  const { none, unmodelled, pairs, stray, quiet, trust } = callTuning;
  const { faint, left } = of.grades;
  const singles = 1 - none - unmodelled - pairs;
  const likelihood = (absentBy: (symptom: number) => number): number =>
    symptoms.reduce((product: number, known, symptom) => {
      if (known === undefined) return product;
      const absent = (1 - (of.leaks[symptom] ?? 0)) * absentBy(symptom);
      return product * (known ? 1 - absent : absent) ** ((weights[symptom] ?? 1) * trust);
    }, 1);
  const chance = (fault: number, symptom: number): number =>
    knowledge().faults[fault]?.symptoms.get(of.symptomIds[symptom] ?? '') ?? 0;
  const raw = of.explanations.map(({ kind, faults }) => {
    const own = faults.reduce((product, fault) => product * (of.weights[fault] ?? 0), 1);
    const prior = { none, unmodelled, fault: singles * own, pair: (pairs * own) / of.pairMass }[kind];
    if (kind === 'unmodelled') {
      return prior * likelihood((symptom) => (symptoms[symptom] ? 1 - stray : 1 - quiet));
    }
    let sum = 0;
    for (let grades = 0; grades < 1 << faults.length; grades += 1) {
      const isFaint = (place: number): boolean => (grades & (1 << place)) !== 0;
      const share = faults.reduce((product, _, place) => product * (isFaint(place) ? faint : 1 - faint), 1);
      const absentBy = (symptom: number): number =>
        faults.reduce((rest, fault, place) => rest * (1 - chance(fault, symptom) * (isFaint(place) ? left : 1)), 1);
      sum += share * likelihood(absentBy);
    }
    return prior * sum;
  });
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}
