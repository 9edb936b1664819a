import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, watching } from './testing/watching.ts';

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
