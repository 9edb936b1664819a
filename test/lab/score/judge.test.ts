import { describe, expect, it } from 'vitest';
import type { Decision, DeviceOutcome, EngineOutcome, HeadlineChange } from '../play/decision.ts';
import type { Truth } from '../trace/lab-trace.ts';
import { decisionAfter, falseVerdicts, flaps, judge, rightAfter } from './judge.ts';
import { measuresText } from '../report/scoreboard-text.ts';
import { leadOver, measuresOf } from './measures.ts';

const truth = (id: string, more: Partial<Truth> = {}): Truth => ({
  id,
  severity: 'severe',
  onset: 100,
  until: Number.POSITIVE_INFINITY,
  shared: false,
  ...more,
});

const decision = (hypotheses: readonly (readonly [string, number])[], more: Partial<Decision> = {}): Decision => ({
  scenario: 's',
  t: 1_000,
  phase: 'monitoring',
  step: 0,
  hypotheses: hypotheses.map(([faults, p]) => ({ faults: faults.split('+'), p })),
  none: 0.01,
  unmodelled: 0.01,
  abstained: false,
  ...more,
});

describe('a decision', () => {
  it('is right on a single fault when that fault alone comes first', () => {
    expect(judge(decision([['V07', 0.9]]), [truth('V07')], 'rv-s1')).toMatchObject({
      top1: true,
      top3: true,
      claimRight: true,
    });
    expect(
      judge(
        decision([
          ['V06', 0.6],
          ['V07', 0.3],
        ]),
        [truth('V07')],
        'rv-s1',
      ),
    ).toMatchObject({ top1: false, top3: true });
    expect(judge(decision([['V06+V07', 0.9]]), [truth('V07')], 'rv-s1')).toMatchObject({ top1: false, top3: true });
  });

  it('that abstains names nothing, though its claim is still held against it', () => {
    const judged = judge(decision([['V07', 0.3]], { abstained: true }), [truth('V07')], 'rv-s1');
    expect(judged).toMatchObject({ top1: false, claimRight: true });
    expect(judged.top.says).toBe('abstain');
  });

  it('before the onset is judged by what was so then: nothing', () => {
    const early = decision([['V07', 0.9]], { t: 50 });
    expect(judge(early, [truth('V07')], 'rv-s1')).toMatchObject({ case: { kind: 'healthy' }, top1: false });
  });

  it('on a benign cause is right when it names it or nothing, and wrong when it names a fault', () => {
    const sound = [truth('C14')];
    expect(judge(decision([['C14', 0.9]]), sound, 'cam-c1').top1).toBe(true);
    expect(judge(decision([], { none: 0.9 }), sound, 'cam-c1').top1).toBe(true);
    expect(judge(decision([['C11', 0.9]]), sound, 'cam-c1').top1).toBe(false);
  });

  it('on a camera takes weak signal by either of its two names', () => {
    expect(judge(decision([['X01', 0.9]]), [truth('C04')], 'cam-c1').top1).toBe(true);
    expect(judge(decision([['C04', 0.9]]), [truth('X01')], 'cam-c1').top1).toBe(true);
    expect(judge(decision([['C04', 0.9]]), [truth('X01')], 'hub-h1').top1).toBe(false);
  });

  it('has the true fault among its first three when no more than two other faults were named before', () => {
    const pairs = decision([
      ['V01+V02', 0.4],
      ['V02+V03', 0.3],
      ['V03+V07', 0.2],
    ]);
    expect(judge(pairs, [truth('V03')], 'rv-s1').top3).toBe(true);
    expect(judge(pairs, [truth('V07')], 'rv-s1').top3).toBe(false);
  });

  it('on what nobody described is right when it says so or abstains', () => {
    const strange = [truth('unmodelled:a mouse lives in it')];
    expect(judge(decision([['V07', 0.2]], { unmodelled: 0.7 }), strange, 'rv-s1').top1).toBe(true);
    expect(judge(decision([['V07', 0.4]], { abstained: true }), strange, 'rv-s1').top1).toBe(true);
    expect(judge(decision([['V07', 0.9]]), strange, 'rv-s1').top1).toBe(false);
  });

  it('has found both of two when its first hypothesis is the pair, or the first two it names are these', () => {
    const both = [truth('V07'), truth('V09')];
    expect(judge(decision([['V09+V07', 0.8]]), both, 'rv-s1').all).toBe(true);
    expect(
      judge(
        decision([
          ['V07', 0.5],
          ['V09', 0.3],
        ]),
        both,
        'rv-s1',
      ).all,
    ).toBe(true);
    expect(
      judge(
        decision([
          ['V07', 0.5],
          ['V10', 0.3],
          ['V09', 0.1],
        ]),
        both,
        'rv-s1',
      ).all,
    ).toBe(false);
  });
});

describe('what is shown on top', () => {
  const outcome = (headlines: readonly HeadlineChange[]) => ({
    engine: 'ours' as const,
    decisions: [],
    headlines,
    latency: null,
    evidence: [],
    stop: null,
    costS: 0,
  });

  it('flaps when it is taken back or replaced, not when it first appears or the fault itself ends', () => {
    const changes = [
      { t: 10, headline: ['V07'] },
      { t: 20, headline: null },
      { t: 30, headline: ['V07'] },
      { t: 40, headline: ['V06'] },
    ];
    expect(flaps(outcome(changes), [])).toBe(2);
    expect(flaps(outcome(changes.slice(0, 2)), [truth('V07', { until: 15 })])).toBe(0);
    expect(falseVerdicts(outcome(changes))).toBe(3);
  });

  const called = (...said: readonly string[]) => ({
    ...outcome([]),
    decisions: said.map((fault, step) => decision([[fault, 0.9]], { phase: 'call', step })),
  });

  it('is right after the step from which on it is right, never when it ends wrong, however early it settled on that', () => {
    const steps = (...said: readonly string[]) => rightAfter(called(...said), [truth('V07')], 'rv-s1');
    expect(steps('V07')).toBe(0);
    expect(steps('V06', 'V07', 'V07')).toBe(1);
    expect(steps('V07', 'V06', 'V07')).toBe(2);
    expect(steps('V06', 'V06', 'V06')).toBe(Number.POSITIVE_INFINITY);
    expect(steps('V07', 'V06')).toBe(Number.POSITIVE_INFINITY);
  });

  it('after three steps is what was said at the third, or last when the call stopped before', () => {
    expect(decisionAfter(called('V01', 'V02', 'V03', 'V04', 'V05'), 3)?.step).toBe(3);
    expect(decisionAfter(called('V01', 'V02'), 3)?.step).toBe(1);
    expect(decisionAfter(outcome([]), 3)).toBeUndefined();
  });
});

describe('the measures', () => {
  const device = (index: number, isOurs: boolean, isTheirs: boolean): DeviceOutcome => ({
    trace: `t${index}`,
    scenario: 's',
    group: 'single',
    device: '',
    model: index % 2 ? 'rv-s1' : 'cam-c1',
    truth: [truth('X02')],
    watchedS: 3_600,
    hasTelemetry: true,
    engines: (['ours', 'thresholds'] as const).map((engine) => ({
      engine,
      decisions: [decision([[(engine === 'ours' ? isOurs : isTheirs) ? 'X02' : 'X03', 0.9]])],
      headlines: [],
      latency: null,
      evidence: [],
      stop: null,
      costS: 0,
    })),
  });
  const devices = Array.from({ length: 40 }, (_, index) => device(index, index >= 4, index >= 20));
  const scoring = { devices, told: [], blamesDevice: () => true, seed: 'x' };

  it('count what was right, of how many, the worst class apart', () => {
    const of = (name: string) => measuresOf(scoring, 'ours').find(({ measure }) => measure === name);
    expect(of('top-1, single faults, end of monitoring')).toMatchObject({ value: 0.9, n: 40, pass: false });
    expect(of('top-1, worst device class, end of monitoring')).toMatchObject({ value: 0.9, n: 20 });
    expect(of('false verdicts on sound devices per 1,000 device-hours')).toMatchObject({
      value: null,
      pass: null,
      n: 0,
    });
  });

  const late = { detectionS: 61, symptom: 'x', sinceOnsetS: 90, isolationS: null };
  const seen = { ...late, detectionS: 5, isolationS: 10 };
  const timed = (latency: EngineOutcome['latency'], index: number): DeviceOutcome => {
    const one = device(index, true, true);
    return { ...one, engines: one.engines.map((engine) => ({ ...engine, latency })) };
  };

  it('count what was never seen and never named against the latencies, each share of its own', () => {
    const given = [...Array.from({ length: 6 }, () => seen), late, late, 'unseen' as const, 'unseen' as const, null];
    const measures = measuresOf({ ...scoring, devices: given.map(timed) }, 'ours');
    const of = (start: string) => measures.find(({ measure }) => measure.startsWith(start));
    expect(of('seen within 60 s')).toMatchObject({ value: 0.6, n: 10, pass: false });
    expect(of('seen at all')).toMatchObject({ value: 0.8, n: 10 });
    expect(of('detection beyond')).toMatchObject({ n: 8, of: 10, pass: null });
    expect(of('named within 30 s')).toMatchObject({ value: 0.75, n: 8, pass: false });
    expect(of('isolation after')).toMatchObject({ value: 10, n: 6, of: 8 });
    expect(measuresText(measures)).toContain('8 of 10');
  });

  it('tell the steps of a confusable pair that was never right as more than any, and that it was not right in three', () => {
    const wrong = Array.from({ length: 9 }, (_, index): DeviceOutcome => {
      const one = device(index, true, true);
      const decisions = [decision([['V10', 0.9]]), decision([['V10', 0.9]], { phase: 'call' })];
      const engines = one.engines.map((engine) => ({ ...engine, decisions }));
      return { ...one, model: 'rv-s1', truth: [truth('V09')], engines };
    });
    const measures = measuresOf({ ...scoring, devices: wrong }, 'ours').filter(({ measure }) =>
      measure.startsWith('conf'),
    );
    expect(measures).toMatchObject([
      { value: 0, n: 9, pass: false },
      { value: 13, n: 9, pass: false, most: 12 },
    ]);
    expect(measuresText(measures)).toContain('>12');
    expect(JSON.stringify(measures)).not.toContain('null,"n":9');
  });

  it('pair the engines on the same devices', () => {
    const lead = leadOver(scoring, 'thresholds', { at: 'watched', least: 0.1 });
    expect(lead.value).toBeCloseTo(0.4);
    expect(lead).toMatchObject({ n: 40, pass: true });
  });
});
