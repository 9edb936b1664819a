import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Given, start, watching } from './testing/watching.ts';

const compared: Record<string, Given> = {
  plain: { when: 'motor.current > 1 && battery.level < 50' },
  held: { when: 'motor.current >= 2', holdMs: 10_000, clearHoldMs: 5_000, keepMs: 60_000 },
  overlapping: { when: 'battery.level < 60', clear: 'battery.level > 40', holdMs: 3_000, clearHoldMs: 4_000 },
  enabled: { when: 'avg(motor.current, 20) > 1', enable: 'robot.state == "cleaning"', dueMs: 5_000 },
  same: { when: 'battery.level == 50 || motor.current == 2' },
  counted: { when: 'increase(stream.reconnect, 60) > 3', keepMs: 30_000 },
  aged: { when: 'age(battery.level) > 20 && motor.current < 3', maxGapMs: 90_000 },
  changed: { when: 'changed(robot.state, 60) > 2' },
  each: { when: 'mesh.lqi["$each"] < 50', each: ['p1', 'p2'], holdMs: 2_000 },
};
/** Apart: what is reckoned with is news whatever it is. */
const reckoned: Record<string, Given> = { worked: { when: 'motor.current * 10 > battery.level', dueMs: 2_000 } };
const reading = fc.oneof(
  fc.tuple(fc.constant('motor.current'), fc.constantFrom(0, 0.9, 1, 1.1, 2, 2.5, 3, Number.NaN)),
  fc.tuple(fc.constant('battery.level'), fc.constantFrom(5, 20, 40, 41, 50, 59, 60, 80, Number.NaN)),
  fc.tuple(fc.constant('stream.reconnect'), fc.integer({ min: 0, max: 9 })),
  fc.tuple(fc.constantFrom('mesh.lqi{p1}', 'mesh.lqi{p2}'), fc.constantFrom(10, 50, 90)),
  fc.tuple(fc.constant('robot.state'), fc.constantFrom('cleaning', 'docked')),
);
/** After so many seconds; below 0: what was buffered. */
const step = fc.record({
  after: fc.constantFrom(0, 0.005, 1, 1, 5, 30, 100, 400, -3, -20),
  readings: fc.array(reading, { minLength: 1, maxLength: 5 }),
  repaired: fc.option(fc.constantFrom(...Object.keys(compared)), { freq: 20 }),
});

it.each([
  ['compared', compared],
  ['reckoned with', reckoned],
])(
  'of what is %s, a value that turns no comparison changes nothing: judged for it, all says the same',
  (_what, given) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const both = [watching(given), watching(given, { judgesAll: true })];
        let s = 1;
        for (const { after, readings, repaired } of steps) {
          if (after > 0) s += after;
          const seen = both.map((one) => {
            const flipped = [one.until(s)];
            if (repaired !== null && repaired in given) one.watch.forget(new Set([repaired]), start + s * 1000);
            if (after >= 0) flipped.push([...one.together(s, Object.fromEntries(readings))]);
            else for (const [metric, value] of readings) flipped.push([...one.sample(s + after, metric, value)]);
            // Who flipped is told; in which order is told of nobody.
            return {
              flipped: flipped.map((ids) => [...ids].sort()),
              states: Object.keys(given).map((id) => one.watch.stateOf(id)),
            };
          });
          expect(seen[0]).toEqual(seen[1]);
        }
      }),
      { numRuns: 200 },
    );
  },
);
