import { expect, it } from 'vitest';
import { isSilent } from './freshness.ts';
import { wakefulClock } from './wakeful-clock.ts';

function clockAt(mono: number, wall: number) {
  const time = { mono, wall };
  return { time, now: wakefulClock({ mono: () => time.mono, wall: () => time.wall }) };
}

it('follows the monotonic clock, also when the wall clock drifts or is set back', () => {
  const { time, now } = clockAt(1_000, 900_000);
  time.mono += 500;
  time.wall += 5_500;
  expect(now()).toBe(1_500);
  time.mono += 500;
  time.wall -= 3_600_000;
  expect(now()).toBe(2_000);
});

it('makes everything silent at once after the machine slept, and only then goes on', () => {
  const { time, now } = clockAt(1_000, 900_000);
  const heard = { atMono: now(), deviceHeardAgoMs: 0, online: true };
  time.mono += 10;
  time.wall += 3_600_000;
  expect(isSilent(heard, now())).toBe(true);
  const woken = { ...heard, atMono: now() };
  time.mono += 10;
  time.wall += 10;
  expect(isSilent(woken, now())).toBe(false);
});
