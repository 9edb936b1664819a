import { beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { watchClock } from './clock-watch.ts';

let clock: FakeClock;
let jumps: number[];
let end: () => void;
beforeEach(() => {
  clock = new FakeClock();
  jumps = [];
  end = watchClock(clock, (byMs) => jumps.push(byMs));
});

it('tells each jump of the wall clock once, and by how much', () => {
  clock.advance(60_000);
  expect(jumps).toEqual([]);
  clock.setWall(clock.now() + 3_600_000);
  clock.advance(10_000);
  clock.setWall(clock.now() - 86_400_000);
  clock.advance(10_000);
  expect(jumps).toEqual([3_600_000, -86_400_000]);
});

it('small corrections, as time servers make them, are none', () => {
  for (let n = 0; n < 20; n += 1) {
    clock.setWall(clock.now() + 900);
    clock.advance(5_000);
  }
  expect(jumps).toEqual([]);
});

it('leaves no timer behind', () => {
  end();
  expect(clock.timers).toBe(0);
});
