import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { Alarms } from './alarms.ts';

function sleeper(woken: string[], name: string) {
  return { wake: (nowMs: number) => woken.push(`${name} ${nowMs}`) };
}

it('wakes each once, in the order of their times, never early and a little late at most', () => {
  const clock = new FakeClock();
  const alarms = new Alarms({ clock });
  const begun = clock.monotonicMs();
  const woken: number[] = [];
  for (const ms of [60_000, 90_000, 15, 400]) alarms.set({ wake: (nowMs) => woken.push(nowMs - begun - ms) }, ms);
  clock.advance(200_000);
  expect(woken).toHaveLength(4);
  for (const lateMs of woken) {
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThanOrEqual(1_000);
  }
});

it('does not wake who has cleared its alarm, and still wakes who waits for the same time', () => {
  const clock = new FakeClock();
  const alarms = new Alarms({ clock });
  const woken: string[] = [];
  const one = sleeper(woken, 'one');
  const atMs = alarms.set(one, 500);
  alarms.set(sleeper(woken, 'other'), 500);
  alarms.clear(one, atMs);
  clock.advance(5_000);
  expect(woken.map((each) => each.split(' ')[0])).toEqual(['other']);
});

it('a sleeper may set its alarm again as it wakes, also for a time that comes first', () => {
  const clock = new FakeClock();
  const alarms = new Alarms({ clock });
  let times = 0;
  const again = {
    wake(): void {
      times += 1;
      if (times < 3) alarms.set(again, 50);
    },
  };
  alarms.set(again, 1_000);
  alarms.set({ wake: () => undefined }, 60_000);
  clock.advance(2_000);
  expect(times).toBe(3);
});
