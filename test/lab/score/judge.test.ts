import { describe, expect, it } from 'vitest';
import type { Decision, DeviceOutcome, HeadlineChange } from '../play/decision.ts';
import type { Truth } from '../trace/lab-trace.ts';
import { falseVerdicts, flaps, judge, settledAfter } from './judge.ts';
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

  it('has settled after the step from which on it says the same', () => {
    const call = [
      ['V06', 0.5],
      ['V07', 0.6],
      ['V07', 0.9],
    ] as const;
    const decisions = call.map((one, step) => decision([one], { phase: 'call', step }));
    expect(settledAfter({ ...outcome([]), decisions })).toBe(1);
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

  it('pair the engines on the same devices', () => {
    const lead = leadOver(scoring, 'thresholds', { at: 'watched', least: 0.1 });
    expect(lead.value).toBeCloseTo(0.4);
    expect(lead).toMatchObject({ n: 40, pass: true });
  });
});
