import { describe, expect, it } from 'vitest';
import { qualityNow } from './freshness.ts';
import {
  type Applied,
  applyFrame,
  dismissAlert,
  errorStatus,
  expiresIn,
  gatewayNow,
  type LiveData,
} from './live-state.ts';
import { beat, delta, metric, record, snapshot } from './test-frames.ts';

function data(applied: Applied): LiveData {
  if (applied.kind !== 'data') throw new Error(`expected data, was ${applied.kind}`);
  return applied.data;
}
const start = (body: Parameters<typeof snapshot>[0] = {}) => data(applyFrame(undefined, snapshot(body), 0));

describe('applyFrame', () => {
  it('takes a snapshot as everything there is', () => {
    const first = start({ metrics: [metric({ name: 'old' })] });
    const second = data(applyFrame(first, snapshot({ metrics: [metric({ name: 'new' })] }, { tick: 9 }), 10));
    expect([...second.metrics.keys()]).toEqual(['new']);
    expect(second.tick).toBe(9);
  });

  it('adds what a delta changed and keeps the rest', () => {
    const first = start({ metrics: [metric({ name: 'a', value: 1 }), metric({ name: 'b', value: 2 })] });
    const second = data(applyFrame(first, delta({ metrics: [metric({ name: 'b', value: 3 })] }, { tick: 2 }), 10));
    expect(second.metrics.get('a')?.value).toBe(1);
    expect(second.metrics.get('b')).toMatchObject({ value: 3, atMono: 10 });
  });

  it('says that something is missing when a tick was skipped, when a beat is ahead, and when the stream is another', () => {
    const first = start();
    expect(applyFrame(first, delta({}, { tick: 3 }), 0).kind).toBe('gap');
    expect(applyFrame(first, beat({}, { tick: 2 }), 0).kind).toBe('gap');
    expect(applyFrame(first, delta({}, { tick: 2, streamId: 's2' }), 0).kind).toBe('gap');
    expect(applyFrame(undefined, delta({}, { tick: 2 }), 0).kind).toBe('gap');
  });

  it('counts when the device was heard from what the gateway says of it, whatever two wall clocks read', () => {
    const told = data(applyFrame(start(), beat({ heardAt: 9_000_000, heardAgoMs: 13_000 }, {}), 500));
    expect(told.heard).toEqual({ atMono: 500, deviceHeardAgoMs: 13_000, online: true });
    expect(told.connection.heardAt).toBe(9_000_000);
    const quiet = data(applyFrame(told, delta({}, { tick: 2 }), 1_500));
    expect(quiet.heard).toEqual({ atMono: 1_500, deviceHeardAgoMs: 14_000, online: true });
  });

  it('makes no value live again by signs of life that the gateway says are not about it', () => {
    const first = start({ metrics: [metric({ name: 'a', onChange: true, freshForMs: 12_000 })] });
    const told = metric({ name: 'a', onChange: false, quality: 'stale', ageMs: 60_000, freshForMs: 0 });
    const back = data(applyFrame(first, delta({ metrics: [told] }, { tick: 2 }), 60_000));
    const heard = data(applyFrame(back, beat({}, { tick: 2 }), 61_000));
    const held = heard.metrics.get('a');
    expect(held && qualityNow(held, heard.heard, 61_000)).toBe('stale');
  });

  it('changes nothing by a delta that was applied before', () => {
    const first = start({ metrics: [metric({ name: 'a', value: 1 })] });
    const again = delta({ metrics: [metric({ name: 'a', value: 99 })] }, { tick: 1 });
    expect(data(applyFrame(first, again, 0))).toBe(first);
  });

  it('hands on the reason of the end and no data', () => {
    const ended = applyFrame(start(), { kind: 'ended', streamId: 's1', tick: 1, sentAt: 0, reason: 'revoked' }, 0);
    expect(ended).toEqual({ kind: 'ended', reason: 'revoked' });
  });

  it('announces an error that is raised while watched, once, and takes it back when cleared', () => {
    const first = start();
    const raised = data(applyFrame(first, delta({ errors: [record({ code: '1' })] }, { tick: 2 }), 0));
    expect(raised.alerts).toEqual(['main/1']);
    const same = data(applyFrame(raised, delta({ errors: [record({ code: '1' })] }, { tick: 3 }), 0));
    expect(same.alerts).toEqual(['main/1']);
    const cleared = data(applyFrame(same, delta({ errors: [record({ code: '1', clearedAt: 5 })] }, { tick: 4 }), 0));
    expect(cleared.alerts).toEqual([]);
    expect(cleared.errors.get('main/1')?.clearedAt).toBe(5);
  });

  it('announces an active error again when it occurs anew, not when a late report adds an occurrence of before', () => {
    const first = start({ errors: [record({ code: '1', occurrences: 1, lastAt: 5 })] });
    const late = record({ code: '1', occurrences: 2, lastAt: 5 });
    expect(data(applyFrame(first, delta({ errors: [late] }, { tick: 2 }), 0)).alerts).toEqual([]);
    const anew = record({ code: '1', occurrences: 2, lastAt: 9 });
    expect(data(applyFrame(first, delta({ errors: [anew] }, { tick: 2 }), 0)).alerts).toEqual(['main/1']);
  });

  it('does not announce what was active before watching, nor what is only suspected', () => {
    expect(start({ errors: [record({ code: '1' })] }).alerts).toEqual([]);
    const suspected = record({ code: '2', pending: true, confirmed: false });
    expect(data(applyFrame(start(), delta({ errors: [suspected] }, { tick: 2 }), 0)).alerts).toEqual([]);
  });

  it('keeps an announcement over a restart, and makes no new one of what the device then finds again', () => {
    const failed = record({ code: '1', lastAt: 5 });
    const raised = data(applyFrame(start(), delta({ errors: [failed] }, { tick: 2 }), 0));
    const booted = delta({ errors: [{ ...failed, testNotCompleted: true }] }, { tick: 3 });
    const restarted = data(applyFrame(raised, booted, 0));
    expect(restarted.alerts).toEqual(['main/1']);
    const again = delta({ errors: [failed] }, { tick: 4 });
    expect(data(applyFrame(dismissAlert(restarted, 'main/1'), again, 0)).alerts).toEqual([]);
    expect(start({ errors: [record({ testNotCompleted: true })] }).alerts).toEqual([]);
  });

  it('announces what was raised during a broken connection when the snapshot tells it', () => {
    const resynchronised = applyFrame(start(), snapshot({ errors: [record({ code: '1' })] }, { tick: 50 }), 0);
    expect(data(resynchronised).alerts).toEqual(['main/1']);
  });

  it('knows the error list once it was ever known', () => {
    const known = start({ errorsKnown: true });
    expect(data(applyFrame(known, delta({ errorsKnown: false }, { tick: 2 }), 0)).errorsKnown).toBe(true);
  });

  it('merges firmware field by field and keeps the slots that a delta leaves out', () => {
    const first = start({
      firmware: {
        fields: { version: metric({ value: '3.4.2' }) },
        slots: [{ name: 'A', version: '3.4.2', state: 'valid' }],
      },
    });
    const next = delta({ firmware: { fields: { state: metric({ value: 'downloading' }) }, slots: [] } }, { tick: 2 });
    const second = data(applyFrame(first, next, 0));
    expect(second.firmware.version?.value).toBe('3.4.2');
    expect(second.firmware.state?.value).toBe('downloading');
    expect(second.slots).toHaveLength(1);
  });

  it('counts expiry and the gateway clock on between frames', () => {
    const first = start({ expiresInMs: 60_000 });
    expect(expiresIn(first, 1_500)).toBe(58_500);
    expect(expiresIn(first, 99_000)).toBe(0);
    expect(gatewayNow(first, 2_000)).toBe(1_002_000);
  });
});

describe('errorStatus', () => {
  it('is active until cleared, also while healing, and pending only before it was ever confirmed', () => {
    expect(errorStatus(record({}))).toBe('active');
    expect(errorStatus(record({ testFailed: false, confirmed: true }))).toBe('active');
    expect(errorStatus(record({ pending: true, confirmed: false }))).toBe('pending');
    expect(errorStatus(record({ clearedAt: 1 }))).toBe('cleared');
  });

  it('is not active after a restart until the device has said so again', () => {
    expect(errorStatus(record({ testNotCompleted: true }))).toBe('unchecked');
    expect(errorStatus(record({ testNotCompleted: true, clearedAt: 1 }))).toBe('cleared');
  });
});
