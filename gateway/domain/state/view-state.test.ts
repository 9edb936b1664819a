import { describe, expect, it } from 'vitest';
import { at, grantRecord } from '../../../test/support/consent-vectors.ts';
import { admit, type AdmittedFrame } from '../consent/admit.ts';
import { compileGrant } from '../consent/grant-view.ts';
import { dataClasses } from '../data-class.ts';
import type { DataFrame, ErrorChange, FrameBody } from '../frames.ts';
import { asId } from '../ids.ts';
import { settleMs, ViewState } from './view-state.ts';

const grant = compileGrant({ ...grantRecord, classes: dataClasses, backlog: true }, at(1_000_000));
const boot = (digit: string) => asId<DataFrame['bootId']>(digit.repeat(16));
let seq = 0;

function admitted(body: FrameBody, more: Partial<DataFrame> = {}): AdmittedFrame {
  seq += 1;
  const frame: DataFrame = {
    deviceId: grant.deviceId,
    source: 'telemetry',
    bootId: boot('a'),
    seq,
    epoch: null,
    kind: 'live',
    receivedAt: 1_000_000,
    body,
    ...more,
  };
  const [result] = admit(frame, [grant], at(1_000_000));
  if (!result) throw new Error('Not admitted');
  return result;
}
const battery = (value: number, more?: Partial<DataFrame>) =>
  admitted({ lane: 'telemetry', samples: [{ name: 'battery.level', dataClass: 'status', value, at: 0 }] }, more);
const change = (code: string, raised = true): ErrorChange => ({ channel: 'main', code, raised, detail: '', at: 0 });
const errors = (changes: ErrorChange[], more?: Partial<DataFrame>, complete = false) =>
  admitted({ lane: 'error', complete, errors: changes }, more);
const active = (state: ViewState) =>
  [...state.errors.values()].filter(({ testFailed }) => testFailed).map(({ code }) => code);

describe('values', () => {
  it('hold the last that came, with when, whence and under which boot', () => {
    const state = new ViewState(grant.viewId);
    const first = state.apply(battery(80, { seq: 1 }), 500);
    expect(first).toEqual({ viewId: grant.viewId, metrics: ['battery.level'], errors: [], slots: false });
    state.apply(battery(79, { seq: 2, receivedAt: 1_005_000 }), 5_500);
    expect(state.values.get('battery.level')).toMatchObject({
      value: 79,
      receivedAt: 1_005_000,
      receivedMs: 5_500,
      source: 'telemetry',
      historical: false,
      bootId: boot('a'),
    });
  });

  it('what was buffered never hides what is live, and is shown until something live comes', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(50, { kind: 'historical', seq: 1 }), 0);
    expect(state.values.get('battery.level')).toMatchObject({ value: 50, historical: true });
    state.apply(battery(80, { seq: 3 }), 0);
    expect(state.apply(battery(60, { kind: 'historical', seq: 4 }), 0).metrics).toEqual([]);
    expect(state.apply(battery(61, { kind: 'backlog', seq: 5 }), 0).metrics).toEqual([]);
    expect(state.values.get('battery.level')).toMatchObject({ value: 80, historical: false });
  });

  it('what was buffered while the device was away replaces what the connection before brought, and is called historical', () => {
    const state = new ViewState(grant.viewId);
    const late = (value: number, seq: number, more?: Partial<DataFrame>) =>
      state.apply(battery(value, { kind: 'historical', seq, ...more }), 60_000, 59_000).metrics;
    state.apply(battery(80, { seq: 5 }), 1_000, 500);
    expect(late(81, 4)).toEqual([]);
    expect(late(30, 9, { kind: 'backlog' })).toEqual([]);
    expect(late(60, 6)).toEqual(['battery.level']);
    expect(state.values.get('battery.level')).toMatchObject({ value: 60, historical: true });
    state.apply(battery(59, { seq: 7 }), 61_000, 59_000);
    expect(late(58, 8)).toEqual([]);
    expect(state.values.get('battery.level')).toMatchObject({ value: 59, historical: false });
  });

  it('what was buffered replaces what an earlier boot brought', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(80, { seq: 5 }), 0);
    state.apply(errors([], { bootId: boot('b') }, true), 0);
    expect(state.apply(battery(60, { kind: 'historical', seq: 6 }), 0).metrics).toEqual(['battery.level']);
  });

  it('what was sent again after something later changes nothing', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(80, { seq: 7 }), 0);
    expect(state.apply(battery(70, { seq: 6 }), 0).metrics).toEqual([]);
    expect(state.values.get('battery.level')?.value).toBe(80);
  });

  it('say of a frame that comes again whether it was ever applied, boot by boot', () => {
    const state = new ViewState(grant.viewId);
    expect(state.hasMissed(battery(80, { seq: 1 }))).toBe(true);
    state.apply(battery(80, { seq: 2 }), 0);
    expect([1, 2, 3].map((n) => state.hasMissed(battery(80, { seq: n })))).toEqual([false, false, true]);
    expect(state.hasMissed(battery(80, { seq: 1, bootId: boot('b') }))).toBe(true);
  });

  it('a new boot counts anew', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(80, { seq: 900 }), 0);
    state.apply(battery(79, { seq: 1, bootId: boot('b') }), 0);
    expect(state.values.get('battery.level')?.value).toBe(79);
  });

  it('are charted when they are numbers: what is not measurable leaves a gap', () => {
    const state = new ViewState(grant.viewId);
    for (const value of [80, Number.NaN, 79]) state.apply(battery(value), 0);
    expect(
      state
        .seriesSince(0)
        .get('battery.level')
        ?.map((point) => point.value),
    ).toEqual([80, 79]);
    expect(state.seriesSince(1_000_001).size).toBe(0);
  });

  it('that were buffered are not charted, nor taken for the seconds before an error', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(80), 0);
    for (const value of [10, 11, 12]) state.apply(battery(value, { kind: 'historical' }), 0);
    const points = [{ receivedAt: 1_000_000, value: 80 }];
    expect(state.seriesSince(0).get('battery.level')).toEqual(points);
    state.apply(errors([change('1')], { receivedAt: 1_001_000 }), 0);
    expect(state.errors.get('main:1')?.firstFrames[0]?.before.get('battery.level')).toEqual(points);
  });

  it('keep ten minutes for the charts', () => {
    const state = new ViewState(grant.viewId);
    for (const minute of [0, 5, 11]) state.apply(battery(minute, { receivedAt: minute * 60_000 }), 0);
    expect(
      state
        .seriesSince(0)
        .get('battery.level')
        ?.map((point) => point.value),
    ).toEqual([5, 11]);
  });
});

describe('errors', () => {
  it('are not known until anything was said of them', () => {
    const state = new ViewState(grant.viewId);
    state.apply(battery(80), 0);
    expect(state.errorsKnown).toBe(false);
    state.apply(errors([], {}, true), 0);
    expect(state.errorsKnown).toBe(true);
  });

  it('a complete list clears what it does not name; a single change clears nothing else', () => {
    const state = new ViewState(grant.viewId);
    state.apply(errors([change('1'), change('2')]), 0);
    state.apply(errors([change('3')]), 0);
    expect(active(state)).toEqual(['1', '2', '3']);
    const changed = state.apply(errors([change('2')], {}, true), 0);
    expect(active(state)).toEqual(['2']);
    expect(changed.errors).toEqual(expect.arrayContaining(['main:1', 'main:3']));
    state.apply(errors([change('2', false)]), 0);
    expect(active(state)).toEqual([]);
    expect(state.errors.size).toBe(3);
  });

  it('clearing what was never raised makes no record', () => {
    const state = new ViewState(grant.viewId);
    expect(state.apply(errors([change('1', false)]), 0).errors).toEqual([]);
    expect(state.errors.size).toBe(0);
  });

  it('a freeze frame holds the ten seconds before the occurrence', () => {
    const state = new ViewState(grant.viewId);
    for (const second of [0, 5, 9]) state.apply(battery(second, { receivedAt: 1_000_000 + second * 1_000 }), 0);
    state.apply(errors([change('1')], { receivedAt: 1_011_000 }), 0);
    const [frame] = state.errors.get('main:1')?.firstFrames ?? [];
    expect(frame?.before.get('battery.level')?.map((point) => point.value)).toEqual([5, 9]);
  });

  it('a boot is noticed by its first live frame, once, and not by what was buffered', () => {
    const state = new ViewState(grant.viewId);
    state.apply(errors([change('1')]), 0);
    expect(state.apply(battery(1, { bootId: boot('b'), kind: 'historical' }), 0).errors).toEqual([]);
    expect(state.apply(battery(1, { bootId: boot('b') }), 0).errors).toEqual(['main:1']);
    expect(state.errors.get('main:1')).toMatchObject({ testFailed: true, testNotCompleted: true });
    expect(state.apply(battery(1, { bootId: boot('b') }), 0).errors).toEqual([]);
  });

  describe('reported late', () => {
    const late = { bootId: boot('a'), kind: 'historical' } as const;
    function rebooted(): ViewState {
      const state = new ViewState(grant.viewId);
      state.apply(errors([], { bootId: boot('b'), seq: 1 }, true), 0);
      return state;
    }

    it('of an earlier boot are history: no alarm, nothing cleared, and an occurrence more', () => {
      const state = rebooted();
      expect(state.apply(errors([change('1')], late), 0).errors).toEqual(['main:1']);
      expect(state.errors.get('main:1')).toMatchObject({
        testFailed: false,
        pending: false,
        occurrences: 1,
        clearedAt: 1_000_000,
        firstFrames: [],
      });
      state.apply(errors([change('2')], { bootId: boot('b'), receivedAt: 1_050_000 }), 0);
      state.apply(errors([change('2', false)], { ...late, receivedAt: 1_060_000 }), 0);
      state.apply(errors([], { ...late, receivedAt: 1_060_000 }, true), 0);
      expect(active(state)).toEqual(['2']);
      state.apply(errors([change('2')], { ...late, receivedAt: 1_060_000 }), 0);
      expect(state.errors.get('main:2')).toMatchObject({ testFailed: true, occurrences: 2, lastAt: 1_050_000 });
    });

    it('of an earlier boot leave what is newest alone', () => {
      const state = rebooted();
      state.apply(errors([change('1')], { bootId: boot('b'), seq: 50 }), 0);
      state.apply(errors([change('2')], { ...late, seq: 40 }), 0);
      state.apply(errors([change('1', false)], { bootId: boot('b'), seq: 49 }), 0);
      expect(active(state)).toEqual(['1']);
    });

    it('of an earlier boot do not make the list known', () => {
      const state = new ViewState(grant.viewId);
      state.apply(errors([change('1')], late), 0);
      expect(state.errorsKnown).toBe(false);
      expect(active(state)).toEqual([]);
    });

    it('of the present boot tell what holds, without seconds before that nobody measured here', () => {
      const state = rebooted();
      state.apply(battery(80, { bootId: boot('b') }), 0);
      state.apply(errors([change('1')], { ...late, bootId: boot('b') }), 0);
      expect(state.errors.get('main:1')).toMatchObject({ testFailed: true, firstFrames: [], lastFrames: [] });
    });

    it('from a backlog never say what holds now', () => {
      const state = rebooted();
      state.apply(errors([change('1')], { bootId: boot('b'), kind: 'backlog' }), 0);
      expect(active(state)).toEqual([]);
    });
  });

  it('a connection of a dialect is no boot', () => {
    const state = new ViewState(grant.viewId);
    state.apply(errors([change('1')], { source: 'homie' }), 0);
    state.apply(battery(1, { source: 'homie', bootId: boot('b') }), 0);
    expect(state.errors.get('main:1')?.testNotCompleted).toBe(false);
  });
});

describe('an error of a dialect’s device, which debounces nothing', () => {
  const told = (receivedAt: number, ...codes: string[]) =>
    errors(
      codes.map((code) => change(code)),
      { source: 'homeassistant', receivedAt },
      true,
    );

  it('that goes for less than the settling time and comes again never stops being active, and is one occurrence', () => {
    const state = new ViewState(grant.viewId);
    state.apply(told(1_000, 'cliff'), 0);
    expect(state.apply(told(1_300), 0).errors).toEqual([]);
    expect(active(state)).toEqual(['cliff']);
    state.apply(told(1_300 + settleMs - 1, 'cliff'), 0);
    expect(state.settle(60_000)).toBeUndefined();
    expect(state.errors.get('main:cliff')).toMatchObject({ testFailed: true, occurrences: 1, clearedAt: null });
  });

  it('is cleared, as of when it said so, once it has stayed away, by the next frame or by being asked', () => {
    const state = new ViewState(grant.viewId);
    state.apply(told(1_000, 'cliff'), 0);
    state.apply(told(2_000), 0);
    expect(state.settle(2_000 + settleMs - 1)).toBeUndefined();
    expect(state.settle(2_000 + settleMs)?.errors).toEqual(['main:cliff']);
    expect(state.errors.get('main:cliff')).toMatchObject({ testFailed: false, clearedAt: 2_000 });
    state.apply(told(20_000, 'cliff'), 0);
    state.apply(told(21_000), 0);
    expect(state.apply(battery(5, { source: 'homie', receivedAt: 30_000 }), 0)).toMatchObject({
      metrics: ['battery.level'],
      errors: ['main:cliff'],
    });
    expect(active(state)).toEqual([]);
  });

  it('that its pack does not list is shown 32 times over, and then refused; what is listed always is', () => {
    const state = new ViewState(grant.viewId, (key) => key === 'main:listed');
    const raise = (codes: readonly string[]) =>
      state.apply(
        errors(
          codes.map((code) => change(code)),
          { source: 'homie' },
          true,
        ),
        0,
      );
    for (let index = 0; index < 20; index += 1) expect(raise([`made up ${index}`]).refused).toBeUndefined();
    const many = raise(Array.from({ length: 15 }, (_, index) => `all at once ${index}`));
    expect([many.refused, state.errors.size]).toEqual([['view_errors_full'], 32]);
    expect(raise(['another']).refused).toEqual(['view_errors_full']);
    expect([raise(['listed', 'made up 3']).refused, state.errors.size]).toEqual([undefined, 33]);
    expect(state.errors.get('main:made up 3')?.testFailed).toBe(true);
    const fresh = new ViewState(grant.viewId);
    fresh.apply(errors([change('another')], { source: 'homie' }), 0);
    expect(fresh.errors.size).toBe(1);
  });

  it('does not stay active because the clock was set back', () => {
    const state = new ViewState(grant.viewId);
    state.apply(told(1_000_000, 'cliff'), 0);
    state.apply(told(1_000_000), 0);
    expect(state.settle(0)?.errors).toEqual(['main:cliff']);
  });
});

describe('a View', () => {
  it('takes no frame of another View, and none that consent did not admit', () => {
    const state = new ViewState(asId('view-of-somebody-else'));
    expect(() => state.apply(battery(1), 0)).toThrow(/another View/);
    expect(() => new ViewState(grant.viewId).apply(Object.assign({}, battery(1)), 0)).toThrow(/not admitted/);
  });

  it('keeps its slots when an earlier boot tells of others late', () => {
    const state = new ViewState(grant.viewId);
    const slots = [{ name: 'A', version: '2.0', state: 'confirmed' }];
    const before = [{ name: 'A', version: '1.0', state: 'confirmed' }];
    state.apply(admitted({ lane: 'firmware', samples: [], slots }, { bootId: boot('b') }), 0);
    state.apply(admitted({ lane: 'firmware', samples: [], slots: before }, { kind: 'historical' }), 0);
    expect(state.slots).toEqual(slots);
  });

  it('replaces the slots of the firmware whole, and leaves them when a report names none', () => {
    const state = new ViewState(grant.viewId);
    const slots = [{ name: 'A', version: '1.0', state: 'confirmed' }];
    expect(state.apply(admitted({ lane: 'firmware', samples: [], slots }), 0).slots).toBe(true);
    expect(state.apply(admitted({ lane: 'firmware', samples: [], slots: [] }), 0).slots).toBe(false);
    expect(state.slots).toEqual(slots);
  });
});
