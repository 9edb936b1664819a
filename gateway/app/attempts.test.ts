import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { Attempts } from './attempts.ts';

const windowMs = 60_000;

it('a key is locked after so many failures within the window, and free when it is over', () => {
  const clock = new FakeClock();
  const attempts = new Attempts(clock);
  const locked = () => attempts.isLocked('li.wei', 3, windowMs);
  for (const expected of [false, false, false]) {
    expect(locked()).toBe(expected);
    attempts.failed('li.wei', windowMs);
    clock.advance(1_000);
  }
  expect(locked()).toBe(true);
  expect(attempts.isLocked('somebody else', 3, windowMs)).toBe(false);
  clock.setWall(0);
  clock.advance(windowMs - 3_001);
  expect(locked()).toBe(true);
  clock.advance(1);
  expect(locked()).toBe(false);
});

it('a success forgets the failures', () => {
  const attempts = new Attempts(new FakeClock());
  for (let tries = 0; tries < 3; tries += 1) attempts.failed('li.wei', windowMs);
  attempts.succeeded('li.wei');
  expect(attempts.isLocked('li.wei', 3, windowMs)).toBe(false);
});

it('very many names do not push out the newest one', () => {
  const attempts = new Attempts(new FakeClock());
  for (let name = 0; name < 10_001; name += 1) attempts.failed(`name-${name}`, windowMs);
  expect(attempts.isLocked('name-0', 1, windowMs)).toBe(false);
  expect(attempts.isLocked('name-10000', 1, windowMs)).toBe(true);
});
