import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { Attempts } from './attempts.ts';

const windowMs = 60_000;

it('so many tries of a key are let through within the window, and more when it is over', () => {
  const clock = new FakeClock();
  const attempts = new Attempts(clock);
  const attempt = () => attempts.attempt('li.wei', 3, windowMs);
  for (const expected of [true, true, true, false]) {
    expect(attempt()).toBe(expected);
    clock.advance(1_000);
  }
  expect(attempts.attempt('somebody else', 3, windowMs)).toBe(true);
  clock.setWall(0);
  clock.advance(windowMs - 4_001);
  expect(attempt()).toBe(false);
  clock.advance(1);
  expect(attempt()).toBe(true);
});

it('a try that was right is taken back; the others stay', () => {
  const attempts = new Attempts(new FakeClock());
  for (let tries = 0; tries < 3; tries += 1) attempts.attempt('li.wei', 3, windowMs);
  attempts.takeBack('li.wei');
  expect(attempts.attempt('li.wei', 3, windowMs)).toBe(true);
  expect(attempts.attempt('li.wei', 3, windowMs)).toBe(false);
});

it('a key can be forgotten', () => {
  const attempts = new Attempts(new FakeClock());
  for (let tries = 0; tries < 3; tries += 1) attempts.attempt('li.wei', 3, windowMs);
  attempts.forget('li.wei');
  expect(attempts.attempt('li.wei', 1, windowMs)).toBe(true);
});

it('very many names push out the one of their kind that was tried longest ago', () => {
  const attempts = new Attempts(new FakeClock());
  attempts.attempt('name tried-all-the-time', 20_000, windowMs);
  attempts.attempt('account of another kind', 1, windowMs);
  for (let name = 0; name < 10_001; name += 1) {
    attempts.attempt(`name ${name}`, 1, windowMs);
    if (name % 1_000 === 0) attempts.attempt('name tried-all-the-time', 20_000, windowMs);
  }
  expect(attempts.attempt('name 0', 1, windowMs)).toBe(true);
  expect(attempts.attempt('name 10000', 1, windowMs)).toBe(false);
  expect(attempts.attempt('name tried-all-the-time', 12, windowMs)).toBe(false);
  expect(attempts.attempt('account of another kind', 1, windowMs)).toBe(false);
});

it('a lock is not pushed out by those who go on trying it', () => {
  const attempts = new Attempts(new FakeClock());
  for (let tries = 0; tries < 3; tries += 1) attempts.attempt('li.wei', 3, windowMs);
  const allowed: boolean[] = [];
  for (let name = 0; name < 30_000; name += 1) {
    attempts.attempt(`name-${name}`, 1, windowMs);
    if (name % 5_000 === 0) allowed.push(attempts.attempt('li.wei', 3, windowMs));
  }
  expect(allowed).toEqual(Array(6).fill(false));
});

it('so many jobs of a key run at once, and others when one is done, however it ends', async () => {
  const attempts = new Attempts(new FakeClock());
  const ends: (() => void)[] = [];
  const job = () => new Promise<string>((done) => ends.push(() => done('done')));
  const [one, two, three] = [0, 1, 2].map(() => attempts.atMost('key', 2, job));
  expect(await three).toBeUndefined();
  expect(await attempts.atMost('other', 2, async () => 'other')).toBe('other');
  ends[0]?.();
  expect(await one).toBe('done');
  await expect(attempts.atMost('key', 2, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await attempts.atMost('key', 2, async () => 'next')).toBe('next');
  ends[1]?.();
  expect(await two).toBe('done');
});
