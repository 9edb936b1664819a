import { describe, expect, it } from 'vitest';
import type { FleetChoice } from '../../proto/api/fleet.ts';
import { fleetSession, readFleetChoice } from './fleet-session.ts';
import type { Answer } from './owner-api.ts';

const off: FleetChoice = {
  state: 'off',
  classes: ['errors', 'firmware'],
  days: 30,
  expiresInMs: null,
  proofs: ['button', 'label'],
  proofEndsInMs: null,
  labelTriesLeft: 5,
  counted: { model: 'RV-S1', firmware: null, region: null },
};

/** A gateway that says what a test wants, and a clock that only a test moves. */
function open() {
  let says: Answer = { kind: 'ok', body: off };
  let stopped: Answer | null = null;
  const calls: string[] = [];
  let at = 0;
  let timers: { readonly ms: number; readonly run: () => void }[] = [];
  const answer = (name: string, otherwise?: () => Answer | null) => async () => {
    calls.push(name);
    return otherwise?.() ?? says;
  };
  const session = fleetSession({
    api: {
      choice: answer('choice'),
      allow: answer('allow'),
      label: answer('label'),
      stop: answer('stop', () => stopped),
    },
    now: () => ({ mono: at, wall: at }),
    later(ms, run) {
      const timer = { ms, run };
      timers.push(timer);
      return () => void (timers = timers.filter((each) => each !== timer));
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    session,
    calls,
    settle,
    waiting: () => timers.length,
    waits: () => timers.map(({ ms }) => ms),
    say: (change: Partial<FleetChoice>) => void (says = { kind: 'ok', body: { ...off, ...change } }),
    /** Stop alone has this answer; null: that of all others. */
    stopMeets: (given: Answer | null) => void (stopped = given),
    answerWith: (given: Answer) => void (says = given),
    pass: (ms: number) => void (at += ms),
    async later() {
      for (const { run } of timers.splice(0)) run();
      await settle();
    },
  };
}

describe('the choice to be counted', () => {
  it('is asked for once, often while a proof is waited for, and now and then while it is counted', async () => {
    const page = open();
    page.session.refresh();
    await page.settle();
    expect([page.session.view().choice?.state, page.waiting()]).toEqual(['off', 0]);
    page.say({ state: 'allowed', proofEndsInMs: 120_000 });
    page.session.allow();
    await page.settle();
    expect([page.session.view().choice?.state, page.waiting()]).toEqual(['allowed', 1]);
    page.say({ state: 'on', expiresInMs: 30 * 86_400_000 });
    await page.later();
    expect([page.session.view().choice?.state, page.waits()]).toEqual(['on', [30_000]]);
    expect(page.calls).toEqual(['choice', 'allow', 'choice']);
  });

  it('is not said to be counted any more when that has ended without this page', async () => {
    const page = open();
    page.say({ state: 'on', expiresInMs: 12_000 });
    page.session.refresh();
    await page.settle();
    expect(page.waits()).toEqual([12_000]);
    page.answerWith({ kind: 'unreachable' });
    await page.later();
    expect([page.session.view().choice?.state, page.waits()]).toEqual(['on', [12_000]]);
    page.say({ state: 'off' });
    await page.later();
    expect([page.session.view().choice?.state, page.waits()]).toEqual(['off', []]);
  });

  it('waits for one answer at a time, however often it is asked for', async () => {
    const page = open();
    page.say({ state: 'on', expiresInMs: 1_000 });
    for (let times = 0; times < 3; times += 1) page.session.refresh();
    await page.settle();
    expect(page.waiting()).toBe(1);
  });

  it('goes on looking for the proof when an answer is lost', async () => {
    const page = open();
    page.say({ state: 'allowed', proofEndsInMs: 120_000 });
    page.session.allow();
    await page.settle();
    page.answerWith({ kind: 'unreachable' });
    await page.later();
    expect(page.waiting()).toBe(1);
  });

  it('says why a code was not taken, in the server’s words', async () => {
    const page = open();
    page.answerWith({ kind: 'refused', status: 400, code: 'label_wrong', title: 'This is not the code.' });
    page.session.label('AAAA-BBBB');
    await page.settle();
    expect(page.session.view().notice).toMatchObject({ kind: 'refused', title: 'This is not the code.' });
  });

  it('says that the time for the proof ran out, until it is chosen anew', async () => {
    const page = open();
    page.say({ state: 'allowed', proofEndsInMs: 120_000 });
    page.session.allow();
    await page.settle();
    page.say({ state: 'off' });
    page.pass(120_000);
    await page.later();
    expect(page.session.view().notice).toEqual({ kind: 'late' });
    page.session.refresh();
    await page.settle();
    expect(page.session.view().notice).toEqual({ kind: 'late' });
    page.say({ state: 'allowed', proofEndsInMs: 120_000 });
    page.session.allow();
    await page.settle();
    expect(page.session.view().notice).toBeNull();
  });

  it('blames no clock for a yes that was taken back, here or at the device', async () => {
    for (const takenBack of ['here', 'at the device']) {
      const page = open();
      page.say({ state: 'allowed', proofEndsInMs: 120_000 });
      page.session.allow();
      await page.settle();
      page.say({ state: 'off' });
      if (takenBack === 'here') {
        page.pass(120_000);
        page.session.stop();
        await page.settle();
      } else await page.later();
      expect(page.session.view()).toMatchObject({ choice: { state: 'off' }, notice: null });
    }
  });

  it('repeats Stop until the server says that it is not counted any more', async () => {
    const page = open();
    page.say({ state: 'on', expiresInMs: 1_000 });
    page.session.refresh();
    await page.settle();
    page.answerWith({ kind: 'unreachable' });
    page.session.stop();
    await page.settle();
    expect(page.session.view()).toMatchObject({ stop: 'unconfirmed', choice: { state: 'on' } });
    page.say({ state: 'off' });
    await page.later();
    await page.settle();
    expect(page.session.view()).toMatchObject({ stop: 'none', choice: { state: 'off' } });
    expect(page.calls.filter((name) => name === 'stop')).toHaveLength(2);
  });

  it.each([
    ['a store that cannot write', { kind: 'unreachable' }],
    ['too many calls', { kind: 'refused', status: 429, code: 'too-many', title: '' }],
  ] as const)('repeats a Stop that met %s, whatever is said of the choice meanwhile', async (_what, failed) => {
    const page = open();
    page.say({ state: 'on', expiresInMs: 1_000 });
    page.session.refresh();
    await page.settle();
    page.say({ state: 'off' });
    page.stopMeets(failed);
    page.session.stop();
    await page.settle();
    expect(page.session.view()).toMatchObject({ stop: 'unconfirmed', choice: { state: 'off' } });
    await page.later();
    expect(page.session.view().stop).toBe('unconfirmed');
    page.stopMeets(null);
    await page.later();
    expect(page.session.view().stop).toBe('none');
    expect(page.calls.filter((name) => name === 'stop')).toHaveLength(3);
  });

  it('reads nothing into another answer', () => {
    expect(readFleetChoice(off)).toEqual(off);
    for (const body of [null, 'off', {}, { ...off, state: 'maybe' }, { ...off, days: '30' }, { ...off, counted: null }])
      expect(readFleetChoice(body)).toBeNull();
  });
});
