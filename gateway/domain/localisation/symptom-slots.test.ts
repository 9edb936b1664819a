import { describe, expect, it } from 'vitest';
import { start, watching } from './testing/watching.ts';

describe('what it is made of', () => {
  it('windows are unknown until half of them is spanned', () => {
    const w = watching({ x: { when: 'avg(motor.current, 60) > 1', dueMs: 0 } });
    w.sample(0, 'motor.current', 0);
    w.sample(20, 'motor.current', 0);
    expect(w.evidence()).toBeUndefined();
    w.sample(30, 'motor.current', 0);
    expect(w.evidence()).toBe(false);
  });

  it('all instances together', () => {
    const w = watching({
      count: { when: 'below(mesh.lqi["*"], 60, 40) >= 2', dueMs: 0 },
      least: { when: 'min(mesh.lqi["*"], 60) < 25', dueMs: 0 },
    });
    for (const s of [0, 30, 60]) {
      w.sample(s, 'mesh.lqi{p1}', 30);
      w.sample(s, 'mesh.lqi{p2}', s === 60 ? 20 : 90);
    }
    expect([w.evidence('count'), w.evidence('least')]).toEqual([false, true]);
    for (const s of [90, 120]) w.sample(s, 'mesh.lqi{p2}', 20);
    w.sample(120, 'mesh.lqi{p1}', 30);
    expect(w.evidence('count')).toBe(true);
  });

  it('a state that was held turns true between two samples', () => {
    const w = watching({ x: { when: 'held(robot.state, "docked") > 100', dueMs: 0 } });
    w.sample(0, 'robot.state', 'docked');
    expect([w.evidence(), w.watch.nextDueAt]).toEqual([false, start + 60_000]);
    expect(w.until(100)).toEqual([]);
    expect(w.until(101)).toEqual(['x']);
    expect(w.watch.stateOf('x').since).toBe(start + 100_001);
  });

  it('counts fall when what was counted leaves the window', () => {
    const w = watching({ x: { when: 'became(dock.present, "no", 100) >= 2', clearHoldMs: 0, keepMs: 0, dueMs: 0 } });
    for (const [s, value] of [
      [0, 'yes'],
      [10, 'no'],
      [20, 'yes'],
      [30, 'no'],
    ] as const)
      w.sample(s, 'dock.present', value);
    expect(w.evidence()).toBe(true);
    w.until(109);
    expect(w.evidence()).toBe(true);
    w.until(110);
    expect(w.phase()).not.toBe('confirmed');
    w.until(111);
    expect(w.evidence()).toBe(false);
  });

  it('silence is known while the device is silent, and ages too', () => {
    const w = watching({ x: { when: 'silence() > 300' }, y: { when: 'age(motor.current) >= 400' } });
    w.sample(0, 'motor.current', 0);
    expect(w.until(300)).toEqual(['x', 'y']); // absent: it was due
    expect(w.evidence('x')).toBe(false);
    expect(w.until(301)).toEqual(['x']);
    expect(w.evidence('x')).toBe(true);
    w.until(400);
    expect(w.evidence('y')).toBe(true);
    w.tell(401, { kind: 'heard' });
    expect(w.phase('x')).toBe('recovering');
  });

  it('a code that came and went still counts, by its times', () => {
    const w = watching({
      x: { when: 'raised("6", 3600) >= 2', dueMs: 0 },
      y: { when: 'active("6") && detail("6") == "left"' },
    });
    w.tell(0, { kind: 'code', code: '6', raised: true, detail: 'left', told: false });
    expect(w.evidence('y')).toBe(true);
    w.tell(1, { kind: 'code', code: '6', raised: false, detail: '', told: false });
    expect([w.evidence('x'), w.phase('y')]).toEqual([false, 'recovering']);
    expect(w.tell(60, { kind: 'code', code: '6', raised: true, detail: 'left', told: false })).toEqual(['x']);
  });

  it('a code is unknown until errors are told, or a device with errors granted was heard for a minute', () => {
    const given = { x: { when: 'active("6")', dueMs: 0 } };
    const w = watching(given);
    w.tell(0, { kind: 'heard' });
    w.tell(59, { kind: 'heard' });
    expect(w.evidence()).toBeUndefined();
    expect(w.until(60)).toEqual(['x']);
    expect(w.evidence()).toBe(false);
    w.until(59 + 181);
    expect(w.evidence()).toBeUndefined();

    const withheld = watching(given, { errors: false });
    for (let s = 0; s < 600; s += 60) withheld.tell(s, { kind: 'heard' });
    expect([withheld.evidence(), withheld.why()]).toEqual([undefined, 'not_granted']);

    const listed = watching(given);
    listed.tell(0, { kind: 'codes', active: ['13'] });
    expect(listed.evidence()).toBe(false);
  });

  it('a complete list clears what it does not name', () => {
    const w = watching({ x: { when: 'active("6")' }, y: { when: 'active("13")' } });
    w.tell(0, { kind: 'code', code: '6', raised: true, detail: '', told: false });
    w.tell(5, { kind: 'codes', active: ['13'] });
    expect([w.phase('x'), w.phase('y')]).toEqual(['recovering', 'confirmed']);
  });

  it('a code that was told says nothing of the others, and does not go with silence', () => {
    const w = watching({ x: { when: 'active("6")' }, y: { when: 'active("13")', dueMs: 0 } });
    expect(w.tell(0, { kind: 'code', code: '6', raised: true, detail: '', told: true })).toEqual(['x']);
    w.until(3600);
    expect([w.evidence('x'), w.phase('x'), w.evidence('y')]).toEqual([true, 'confirmed', undefined]);
  });

  it('answers, results, outcomes and the fleet count at once', () => {
    const w = watching({
      look: { when: 'answer("contacts.look") == "dull"', dueMs: 0 },
      gaps: { when: 'result("test.charge", "gaps") > 1', dueMs: 0 },
      cured: { when: 'outcome("wipe_contacts") == "cured"', dueMs: 0 },
      cloud: { when: 'fleet("cloud_outage") > 0.5', dueMs: 0 },
    });
    expect([w.why('look'), w.why('gaps'), w.why('cured')]).toEqual(['not_asked', 'not_asked', 'not_asked']);
    expect(w.tell(0, { kind: 'answer', question: 'contacts.look', answer: 'unknown' })).toEqual([]);
    expect(w.tell(1, { kind: 'answer', question: 'contacts.look', answer: 'shiny' })).toEqual(['look']);
    expect(w.tell(2, { kind: 'answer', question: 'contacts.look', answer: 'dull' })).toEqual(['look']);
    expect(w.tell(3, { kind: 'result', test: 'test.charge', fields: { gaps: 3 } })).toEqual(['gaps']);
    expect(w.tell(4, { kind: 'action', action: 'wipe_contacts', outcome: 'no_change' })).toEqual(['cured']);
    expect(w.tell(5, { kind: 'fleet', signal: 'cloud_outage', share: 0.9 })).toEqual(['cloud']);
    expect([w.evidence('look'), w.evidence('gaps'), w.evidence('cured'), w.evidence('cloud')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('a result of the wrong kind is no result', () => {
    const w = watching({ x: { when: 'result("test.charge", "gaps") > 1', dueMs: 0 } });
    for (const gaps of ['9', true, Number.NaN]) w.tell(0, { kind: 'result', test: 'test.charge', fields: { gaps } });
    w.tell(1, { kind: 'result', test: 'test.charge', fields: JSON.parse('{"__proto__": {"gaps": 9}}') });
    expect(w.evidence()).toBeUndefined();
  });

  it('boots are counted with their reasons, and the time between them', () => {
    const w = watching({ x: { when: 'boots(600, "brown_out") >= 2' }, y: { when: 'boot_interval(1) < 60' } });
    w.tell(0, { kind: 'boot', reason: 'brown_out' });
    expect([w.evidence('x'), w.evidence('y')]).toEqual([undefined, undefined]);
    w.tell(50, { kind: 'boot', reason: 'power_on' });
    expect([w.evidence('x'), w.evidence('y')]).toEqual([undefined, true]);
    w.tell(55, { kind: 'boot', reason: 'brown_out' });
    expect([w.evidence('x'), w.evidence('y')]).toEqual([true, true]);
  });

  it('a count is more than a limit at once, and not more only when enough of its window was watched', () => {
    const w = watching({
      more: { when: 'increase(stream.reconnect, 600) > 5', dueMs: 0 },
      fewer: { when: '5 >= increase(stream.reconnect, 600)', dueMs: 0 },
      sum: { when: 'increase(stream.reconnect, 600) + 0 > 5', dueMs: 0 },
    });
    const said = () => ['more', 'fewer', 'sum'].map(w.evidence);
    w.sample(0, 'stream.reconnect', 0);
    w.sample(30, 'stream.reconnect', 3);
    expect(said()).toEqual([undefined, undefined, undefined]);
    w.sample(60, 'stream.reconnect', 6);
    expect(said()).toEqual([true, false, undefined]);
    for (let s = 90; s <= 300; s += 30) w.sample(s, 'stream.reconnect', 6);
    expect(said()).toEqual([true, false, true]);

    const few = watching({ x: { when: 'increase(stream.reconnect, 600) > 5', dueMs: 0 } });
    for (let s = 0; s < 300; s += 30) few.sample(s, 'stream.reconnect', s / 100);
    expect(few.evidence()).toBeUndefined();
    few.sample(300, 'stream.reconnect', 3);
    expect(few.evidence()).toBe(false);
  });

  it('what enables a step is asked by its text', () => {
    const w = watching({ x: { when: 'silence() > 300' } }, { conditions: ['dock.present == "yes"'] });
    expect(w.watch.holds('dock.present == "yes"')).toBeUndefined();
    w.sample(0, 'dock.present', 'yes');
    expect(w.watch.holds('dock.present == "yes"')).toBe(true);
    expect(() => w.watch.holds('dock.present == "no"')).toThrow('not among the conditions');
  });
});
