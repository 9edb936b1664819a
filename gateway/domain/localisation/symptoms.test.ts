import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Declared } from './declared.ts';
import type { Evidence } from './evidence.ts';
import type { SymptomRule } from './knowledge.ts';
import { compileSymptoms } from './symptom-program.ts';
import { createSymptomWatch } from './symptoms.ts';

const declared: Declared = {
  metrics: new Map([
    ['motor.current', { type: 'gauge' }],
    ['battery.level', { type: 'gauge' }],
    ['robot.state', { type: 'enum', words: new Set(['cleaning', 'docked']) }],
    ['dock.present', { type: 'enum', words: new Set(['yes', 'no']) }],
    ['stream.reconnect', { type: 'counter' }],
    ['mesh.lqi{p1}', { type: 'gauge' }],
    ['mesh.lqi{p2}', { type: 'gauge' }],
  ]),
  codes: new Set(['6', '13']),
  questions: new Map([['contacts.look', new Set(['shiny', 'dull'])]]),
  tests: new Map([['test.charge', new Map([['gaps', { type: 'number' as const }]])]]),
  actions: new Set(['wipe_contacts']),
};
const sampling = (metric: string) =>
  metric === 'robot.state' || metric === 'dock.present'
    ? { idlePeriodMs: null, livePeriodMs: null, onChange: true }
    : { idlePeriodMs: 30_000, livePeriodMs: 5000, onChange: false };

type Given = Partial<Omit<SymptomRule, 'instances'>> & {
  when: string;
  enable?: string;
  clear?: string;
  each?: string[];
};
function rule(id: string, { when, enable, clear, each, ...rest }: Given): SymptomRule {
  return {
    id,
    words: { en: id, 'zh-CN': id },
    component: null,
    instances: (each ?? [null]).map((name) => ({
      name,
      when: when.replaceAll('$each', name ?? ''),
      enable: enable ?? null,
      clear: clear ?? null,
    })),
    holdMs: 0,
    clearHoldMs: 60_000,
    dueMs: 30_000,
    maxGapMs: null,
    keepMs: 600_000,
    group: null,
    leak: 0.001,
    ...rest,
  };
}

const start = 1_700_000_000_000;
/** A watch that is told seconds. */
function watching(
  given: Record<string, Given>,
  options: { granted?: boolean; errors?: boolean; conditions?: string[] } = {},
) {
  const rules = Object.entries(given).map(([id, one]) => rule(id, one));
  const watch = createSymptomWatch({
    program: compileSymptoms({ rules, declared, conditions: options.conditions ?? [] }),
    sampling,
    granted: () => options.granted ?? true,
    grantedErrors: options.errors ?? true,
    startedAt: start,
  });
  type Told = Evidence extends infer E ? (E extends Evidence ? Omit<E, 'at'> : never) : never;
  return {
    watch,
    tell: (s: number, evidence: Told) => watch.observe({ ...evidence, at: start + s * 1000 }),
    sample: (s: number, metric: string, value: number | string) =>
      watch.observe({ kind: 'sample', at: start + s * 1000, metric, value }),
    /** Goes on to this second from due time to due time, as the gateway does. */
    until: (s: number) => {
      const flipped: string[] = [];
      for (let due = watch.nextDueAt; due !== null && due <= start + s * 1000; due = watch.nextDueAt) {
        flipped.push(...watch.advance(due));
      }
      flipped.push(...watch.advance(start + s * 1000));
      return flipped;
    },
    phase: (id = 'x') => watch.stateOf(id).phase,
    evidence: (id = 'x') => watch.stateOf(id).evidence,
    why: (id = 'x') => watch.stateOf(id).unknownBecause,
  };
}

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

describe('unknown is never false', () => {
  /** All that a device may say in its life, and nothing of what the rules read. */
  const foreign = fc.array(
    fc.record({
      s: fc.integer({ min: 0, max: 4000 }),
      kind: fc.constantFrom('heard', 'sample', 'answer', 'boot', 'nan'),
    }),
    { maxLength: 60 },
  );
  const rules: Record<string, Given> = {
    last: { when: 'motor.current > 1', dueMs: 0 },
    not: { when: '!(motor.current > 1)', dueMs: 0 },
    mean: { when: 'avg(motor.current, 60) > 1', dueMs: 0 },
    grown: { when: 'increase(stream.reconnect, 600) > 0', dueMs: 0 },
    word: { when: 'robot.state == "docked"', dueMs: 0 },
    held: { when: 'held(robot.state, "docked") > 5', dueMs: 0 },
    share: { when: 'share(robot.state, "docked", 60) > 0.5', dueMs: 0 },
    code: { when: 'active("6")', dueMs: 0 },
    times: { when: 'raised("6", 600) > 0', dueMs: 0 },
    test: { when: 'result("test.charge", "gaps") > 0', dueMs: 0 },
    some: { when: 'motor.current > 1 || active("6")', dueMs: 0 },
  };
  const live = (events: readonly { s: number; kind: string }[], errors: boolean) => {
    const w = watching(rules, { errors });
    for (const { s, kind } of [...events].sort((a, b) => a.s - b.s)) {
      if (kind === 'heard') w.tell(s, { kind });
      else if (kind === 'sample') w.sample(s, 'battery.level', s % 100);
      else if (kind === 'nan') w.sample(s, 'motor.current', Number.NaN);
      else if (kind === 'boot') w.tell(s, { kind, reason: 'power_on' });
      else w.tell(s, { kind: 'answer', question: 'contacts.look', answer: 'dull' });
      w.until(s);
    }
    w.until(5000);
    return w;
  };

  it('whatever else a device says, and however long it is silent', () => {
    fc.assert(
      fc.property(foreign, (events) => {
        const w = live(events, false);
        for (const id of Object.keys(rules)) expect([id, w.evidence(id)]).toEqual([id, undefined]);
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('but is false where it was seen to be (negative control)', () => {
    const w = live([], true);
    for (let s = 5000; s <= 6000; s += 5) {
      w.sample(s, 'motor.current', 0);
      w.sample(s, 'stream.reconnect', 4);
      w.sample(s, 'robot.state', 'cleaning');
    }
    w.tell(6000, { kind: 'result', test: 'test.charge', fields: { gaps: 0 } });
    const said = Object.keys(rules).map((id) => [id, w.evidence(id)]);
    expect(said).toEqual(Object.keys(rules).map((id) => [id, id === 'not']));
  });

  it('goes back to unknown when the device falls silent', () => {
    const w = live([], true);
    for (let s = 5000; s <= 6000; s += 5) {
      w.sample(s, 'motor.current', 0);
      w.sample(s, 'stream.reconnect', 4);
      w.sample(s, 'robot.state', 'cleaning');
    }
    w.until(6200);
    for (const id of ['last', 'mean', 'grown', 'word', 'held', 'share', 'code', 'times', 'some']) {
      expect([id, w.evidence(id), w.why(id)]).toEqual([id, undefined, 'stale']);
    }
  });
});

describe('however time is cut', () => {
  it('it comes to the same, looked at each second or only when something is due', () => {
    const steps = fc.array(
      fc.record({ step: fc.integer({ min: 1, max: 120 }), value: fc.integer({ min: 0, max: 3 }) }),
      {
        minLength: 5,
        maxLength: 40,
      },
    );
    const given: Record<string, Given> = {
      hold: { when: 'motor.current > 1', holdMs: 15_000, clearHoldMs: 20_000, keepMs: 100_000 },
      mean: { when: 'avg(motor.current, 60) > 1', holdMs: 10_000, clear: 'avg(motor.current, 60) < 1' },
      held: { when: 'held(robot.state, "docked") > 45', keepMs: 50_000 },
      share: { when: 'share(robot.state, "docked", 100) > 0.6', keepMs: 50_000 },
      quiet: { when: 'silence() > 40 && age(motor.current) > 30', keepMs: 10_000 },
    };
    fc.assert(
      fc.property(steps, (all) => {
        const lazy = watching(given);
        const eager = watching(given);
        let s = 0;
        for (const { step, value } of all) {
          for (let i = s + 1; i < s + step; i++) eager.until(i);
          s += step;
          for (const w of [lazy, eager]) {
            w.sample(s, 'motor.current', value);
            if (value > 1) w.sample(s, 'robot.state', value === 2 ? 'docked' : 'cleaning');
          }
          for (const id of Object.keys(given)) expect(lazy.watch.stateOf(id)).toEqual(eager.watch.stateOf(id));
        }
      }),
      { numRuns: 80, seed: 17 },
    );
  });
});
