import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timers } from './symptom-timers.ts';

describe('timers', () => {
  it('go off in order, each at the earliest time that it was armed for', () => {
    const arms = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 100 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(arms, (all) => {
        const timers = new Timers(10);
        const earliest = new Map<number, number>();
        for (const [id, at] of all) {
          timers.arm(id, at);
          earliest.set(id, Math.min(at, earliest.get(id) ?? Infinity));
        }
        const expected = [...earliest].map(([id, at]) => ({ id, at })).sort((a, b) => a.at - b.at || a.id - b.id);
        const fired = [];
        expect(timers.nextAt).toBe(expected[0]?.at ?? null);
        for (let due = timers.pop(100); due !== null; due = timers.pop(100)) fired.push(due);
        expect(fired).toEqual(expected);
        expect(timers.nextAt).toBeNull();
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('do not go off before their time, and can be armed again after', () => {
    const timers = new Timers(4);
    timers.arm(3, 50);
    timers.arm(2, Infinity);
    expect([timers.pop(49), timers.pop(50), timers.pop(1000)]).toEqual([null, { id: 3, at: 50 }, null]);
    timers.arm(3, 80);
    expect(timers.nextAt).toBe(80);
  });
});
