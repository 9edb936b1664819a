import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTuning, causeModel, type CauseModel, chanceOf, monitoringTuning, type Tuning } from './causes.ts';
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
    expect(probability('none', findings({}), monitoringTuning)).toBeGreaterThan(0.9);
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

/** The definition, without any short cut. */
function multipliedOut(of: CauseModel, symptoms: readonly Tri[], weights: Float64Array): number[] {
  const { none, unmodelled, pairs, stray, trust } = callTuning;
  const singles = 1 - none - unmodelled - pairs;
  const raw = of.explanations.map((explanation) => {
    const own = explanation.faults.reduce((product, fault) => product * (of.weights[fault] ?? 0), 1);
    const prior = { none, unmodelled, fault: singles * own, pair: (pairs * own) / of.pairMass }[explanation.kind];
    return symptoms.reduce((product: number, known, symptom) => {
      if (known === undefined) return product;
      const leak = of.leaks[symptom] ?? 0;
      const chance = explanation.kind === 'unmodelled' && !known ? leak : chanceOf(of, explanation, symptom, stray);
      return product * (known ? chance : 1 - chance) ** ((weights[symptom] ?? 1) * trust);
    }, prior);
  });
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}
