import { describe, expect, it } from 'vitest';
import { start, watching } from './testing/watching.ts';

describe('a symptom', () => {
  it('is confirmed when it has held, at that very time, and tells so once', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 10_000 } });
    expect(w.sample(0, 'motor.current', 2)).toEqual([]);
    expect([w.phase(), w.evidence(), w.watch.nextDueAt]).toEqual(['pending', undefined, start + 10_000]);
    expect(w.until(9.999)).toEqual([]);
    expect(w.until(10)).toEqual(['x']);
    expect([w.phase(), w.evidence(), w.watch.stateOf('x').since]).toEqual(['confirmed', true, start + 10_000]);
    expect(w.sample(12, 'motor.current', 3)).toEqual([]);
  });

  it('is judged when all that one message says is known, and late messages for their own time', () => {
    const given = { x: { when: 'motor.current > 1 && battery.level < 50' } };
    const say = (current: number, level: number) => ({ 'motor.current': current, 'battery.level': level });
    const w = watching(given);
    w.sample(0, 'motor.current', 0);
    w.sample(0, 'battery.level', 20);
    expect(w.together(1, say(2, 80)), 'never both, though one came before the other').toEqual([]);
    expect(w.together(2, say(2, 20))).toEqual(['x']);
    const late = watching(given);
    late.until(5);
    expect(late.together(1, say(2, 20))).toEqual(['x']);
    expect(late.watch.stateOf('x').since).toBe(start + 1000);
  });

  it('is not confirmed when it was broken off before', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 10_000 } });
    w.sample(0, 'motor.current', 2);
    w.sample(6, 'motor.current', 0);
    w.sample(8, 'motor.current', 2);
    w.until(17.9);
    expect(w.phase()).toBe('pending');
    expect(w.until(18)).toEqual(['x']);
  });

  it('is not confirmed over a gap: its hold begins anew after it', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 100_000 } });
    w.sample(0, 'motor.current', 2);
    // 2.5 periods of 30 s.
    w.until(75);
    expect(w.phase()).toBe('pending');
    w.sample(90, 'motor.current', 2);
    expect(w.watch.stateOf('x').since).toBe(start + 90_000);
    for (let s = 120; s <= 180; s += 30) w.sample(s, 'motor.current', 2);
    expect(w.evidence()).toBeUndefined();
    expect(w.sample(210, 'motor.current', 2)).toEqual(['x']);
  });

  it('is absent at once, and evidence of it when it was due', () => {
    const w = watching({ x: { when: 'motor.current > 1', dueMs: 40_000 } });
    w.sample(0, 'motor.current', 0);
    expect([w.phase(), w.evidence(), w.why()]).toEqual(['absent', undefined, 'not_due']);
    w.sample(30, 'motor.current', 0);
    expect(w.until(39.9)).toEqual([]);
    expect(w.until(40)).toEqual(['x']);
    expect([w.evidence(), w.why()]).toEqual([false, null]);
  });

  it('is unknown while it is not enabled, and stays confirmed if it was', () => {
    const w = watching({ x: { when: 'motor.current > 1', enable: 'robot.state == "cleaning"', keepMs: 3_600_000 } });
    w.sample(0, 'motor.current', 2);
    expect([w.phase(), w.why()]).toEqual(['unknown', 'never_seen']);
    w.sample(1, 'robot.state', 'docked');
    expect([w.phase(), w.why()]).toEqual(['unknown', 'disabled']);
    expect(w.sample(2, 'robot.state', 'cleaning')).toEqual(['x']);
    expect(w.sample(3, 'robot.state', 'docked')).toEqual([]);
    w.sample(4, 'motor.current', 0);
    expect([w.phase(), w.evidence()]).toEqual(['confirmed', true]);
  });

  it('ends by `clear`, not by its own condition', () => {
    const w = watching({ x: { when: 'motor.current > 1', clear: 'motor.current < 0.5' } });
    w.sample(0, 'motor.current', 2);
    w.sample(5, 'motor.current', 0.8);
    expect(w.phase()).toBe('confirmed');
    w.sample(10, 'motor.current', 0.4);
    expect([w.phase(), w.evidence()]).toEqual(['recovering', true]);
    w.sample(15, 'motor.current', 0.8);
    expect(w.phase()).toBe('recovering');
    w.sample(20, 'motor.current', 1.2);
    expect(w.phase()).toBe('confirmed');
  });

  it('recovers, counts for `keep` after `clear_hold`, ages, and is absent again when due', () => {
    const w = watching({ x: { when: 'motor.current > 1', clearHoldMs: 60_000, keepMs: 120_000, dueMs: 30_000 } });
    w.sample(0, 'motor.current', 2);
    for (let s = 10; s <= 180; s += 10) w.sample(s, 'motor.current', 0);
    expect([w.phase(), w.evidence()]).toEqual(['recovering', true]);
    expect(w.sample(190, 'motor.current', 0)).toEqual(['x']);
    expect([w.phase(), w.evidence()]).toEqual(['aged', undefined]);
    w.sample(210, 'motor.current', 0);
    expect(w.phase()).toBe('aged');
    expect(w.sample(220, 'motor.current', 0)).toEqual(['x']);
    expect([w.phase(), w.evidence()]).toEqual(['absent', false]);
  });

  it('that comes back within `clear_hold` need not hold again, and after it must', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 20_000, clearHoldMs: 60_000 } });
    w.sample(0, 'motor.current', 2);
    w.sample(20, 'motor.current', 2);
    w.sample(30, 'motor.current', 0);
    w.sample(50, 'motor.current', 2);
    expect(w.phase()).toBe('confirmed');
    for (let s = 60; s <= 120; s += 30) w.sample(s, 'motor.current', 0);
    w.sample(130, 'motor.current', 2);
    expect([w.phase(), w.evidence()]).toEqual(['recovering', true]);
    w.until(150);
    expect(w.phase()).toBe('confirmed');
  });

  it('that was confirmed and is not seen any more counts for `keep` from when it was last true', () => {
    const w = watching({ x: { when: 'motor.current > 1', keepMs: 100_000 } });
    w.sample(0, 'motor.current', 2);
    w.sample(30, 'motor.current', 2);
    w.until(105 + 99);
    expect([w.phase(), w.evidence()]).toEqual(['confirmed', true]);
    expect(w.until(105 + 101)).toEqual(['x']);
    expect([w.phase(), w.evidence(), w.why()]).toEqual(['aged', undefined, 'stale']);
  });

  it('bears the gap that it names', () => {
    const w = watching({
      x: { when: 'motor.current < 1', maxGapMs: 300_000, dueMs: 0 },
      y: { when: 'motor.current < 1' },
    });
    w.sample(0, 'motor.current', 2);
    w.until(200);
    expect([w.evidence('x'), w.evidence('y'), w.why('y')]).toEqual([false, undefined, 'stale']);
    w.until(301);
    expect(w.evidence('x')).toBeUndefined();
  });

  it('of what is sent on change is known as long as the device is heard', () => {
    const w = watching({ x: { when: 'dock.present == "no"', dueMs: 0 } });
    w.sample(0, 'dock.present', 'yes');
    for (let s = 60; s <= 3600; s += 60) w.tell(s, { kind: 'heard' });
    expect(w.evidence()).toBe(false);
    w.until(3600 + 181);
    expect(w.evidence()).toBeUndefined();
    expect(w.tell(3900, { kind: 'heard' })).toEqual(['x']);
    expect(w.evidence()).toBe(false);
  });

  it('is not known any more when its sensor says that it cannot measure', () => {
    const w = watching({ x: { when: 'motor.current > 1', dueMs: 0 } });
    w.sample(0, 'motor.current', 0);
    expect(w.evidence()).toBe(false);
    w.sample(5, 'motor.current', Number.NaN);
    expect([w.phase(), w.evidence()]).toEqual(['unknown', undefined]);
    w.sample(6, 'motor.current', 'hot');
    w.sample(7, 'motor.current', Infinity);
    expect(w.phase()).toBe('unknown');
  });

  it('of several instances is true if one is, names it, and false only if all are', () => {
    const w = watching({ x: { when: 'mesh.lqi["$each"] < 40', each: ['p1', 'p2'], dueMs: 0 } });
    w.sample(0, 'mesh.lqi{p1}', 90);
    expect([w.phase(), w.evidence(), w.why()]).toEqual(['unknown', undefined, 'never_seen']);
    expect(w.sample(1, 'mesh.lqi{p2}', 90)).toEqual(['x']);
    expect(w.evidence()).toBe(false);
    expect(w.sample(2, 'mesh.lqi{p2}', 20)).toEqual(['x']);
    expect([w.phase(), w.watch.stateOf('x').instances]).toEqual(['confirmed', ['p2']]);
  });

  it('keeps the seconds before it was confirmed, of what it reads', () => {
    const w = watching({ x: { when: 'motor.current > 1 && robot.state == "cleaning"' } });
    w.sample(0, 'robot.state', 'cleaning');
    for (let s = 5; s <= 60; s += 5) {
      w.sample(s, 'motor.current', s / 100);
      w.sample(s, 'battery.level', 90);
    }
    w.sample(61, 'motor.current', 2);
    const frame = w.watch.stateOf('x').freezeFrame;
    expect(frame?.at).toBe(start + 61_000);
    expect([...(frame?.series.keys() ?? [])].sort()).toEqual(['motor.current', 'robot.state']);
    expect(frame?.series.get('motor.current')?.map(({ at }) => (at - start) / 1000)).toEqual([
      35, 40, 45, 50, 55, 60, 61,
    ]);
    expect(frame?.series.get('robot.state')).toEqual([{ at: start, value: 'cleaning' }]);
  });
});

describe('after a repair', () => {
  it('it is unknown until what it reads was measured anew', () => {
    const w = watching({ x: { when: 'motor.current > 1', dueMs: 0 } });
    w.sample(0, 'motor.current', 2);
    w.watch.forget(new Set(['x']), start + 5000);
    expect([w.phase(), w.evidence(), w.watch.stateOf('x').freezeFrame]).toEqual(['unknown', undefined, null]);
    w.sample(6, 'battery.level', 50);
    expect(w.evidence()).toBeUndefined();
    expect(w.sample(10, 'motor.current', 2)).toEqual(['x']);
    expect(w.evidence()).toBe(true);
  });

  it('windows, counts and answers from before do not count', () => {
    const w = watching({
      mean: { when: 'avg(motor.current, 20) > 1', dueMs: 0 },
      code: { when: 'raised("6", 86400) > 0', dueMs: 0 },
      look: { when: 'answer("contacts.look") == "dull"', dueMs: 0 },
      other: { when: 'active("13")', dueMs: 0 },
    });
    for (let s = 0; s <= 20; s += 5) w.sample(s, 'motor.current', 9);
    w.tell(20, { kind: 'code', code: '6', raised: true, detail: '', told: false });
    w.tell(21, { kind: 'code', code: '6', raised: false, detail: '', told: false });
    w.tell(22, { kind: 'answer', question: 'contacts.look', answer: 'dull' });
    expect(['mean', 'code', 'look', 'other'].map(w.evidence)).toEqual([true, true, true, false]);
    w.watch.forget(new Set(['mean', 'code', 'look']), start + 30_000);
    expect(['mean', 'code', 'look', 'other'].map(w.evidence)).toEqual([undefined, undefined, undefined, false]);
    for (let s = 35; s <= 45; s += 5) w.sample(s, 'motor.current', 0.1);
    w.tell(46, { kind: 'code', code: '6', raised: false, detail: '', told: false });
    w.tell(47, { kind: 'answer', question: 'contacts.look', answer: 'shiny' });
    expect(['mean', 'code', 'look'].map(w.evidence)).toEqual([false, false, false]);
  });
});

describe('what a device buffered', () => {
  it('is judged by its own times', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 20_000, keepMs: 7_200_000 } });
    w.sample(0, 'motor.current', 0);
    w.until(600);
    w.tell(600, { kind: 'heard' });
    expect(w.evidence()).toBeUndefined();
    for (let s = 300; s <= 330; s += 10) w.sample(s, 'motor.current', 2);
    expect([w.phase(), w.watch.stateOf('x').since]).toEqual(['confirmed', start + 320_000]);
  });

  it('does not hold until now', () => {
    const w = watching({ x: { when: 'motor.current > 1', holdMs: 100_000 } });
    w.sample(0, 'motor.current', 0);
    w.until(600);
    w.tell(600, { kind: 'heard' });
    for (let s = 300; s <= 330; s += 10) w.sample(s, 'motor.current', 2);
    w.until(700);
    expect([w.phase(), w.evidence()]).toEqual(['unknown', undefined]);
  });

  it('counts in windows at its place', () => {
    const w = watching({ x: { when: 'raised("6", 3600) >= 3' } });
    for (const s of [1000, 400, 600]) {
      w.tell(s, { kind: 'code', code: '6', raised: true, detail: '', told: false });
      w.tell(s + 1, { kind: 'code', code: '6', raised: false, detail: '', told: false });
    }
    expect(w.evidence()).toBe(true);
  });
});
