import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { InTurn } from './in-turn.ts';

function bench(tookMs: number) {
  const clock = new FakeClock();
  const ran: { readonly key: string; readonly atMs: number }[] = [];
  const begun = clock.monotonicMs();
  let spentMs = 0;
  const monotonicMs = () => clock.monotonicMs() + spentMs;
  const turns = new InTurn<string>({
    clock: () => ({ now: () => clock.now(), monotonicMs, after: (ms, run) => clock.after(ms, run) }),
    run: (key) => {
      ran.push({ key, atMs: clock.monotonicMs() - begun });
      spentMs += tookMs;
    },
  });
  return { clock, turns, ran, keys: () => ran.map(({ key }) => key) };
}

it('is done one after the other, never in the turn that asks, with twice as long in between as one takes', () => {
  const { clock, turns, ran } = bench(5);
  for (const key of ['a', 'b', 'c']) turns.ask(key);
  expect(ran).toEqual([]);
  clock.advance(100);
  expect(ran).toEqual([
    { key: 'a', atMs: 0 },
    { key: 'b', atMs: 10 },
    { key: 'c', atMs: 20 },
  ]);
});

it('is done once for all who asked before its turn, and again for who asks afterwards', () => {
  const { clock, turns, keys } = bench(5);
  for (const key of ['a', 'b', 'b', 'b']) turns.ask(key);
  clock.advance(100);
  expect(keys()).toEqual(['a', 'b']);
  turns.ask('b');
  clock.advance(100);
  expect(keys()).toEqual(['a', 'b', 'b']);
});

it('is not done for who is forgotten, nor after the end', () => {
  const { clock, turns, keys } = bench(5);
  for (const key of ['a', 'b', 'c']) turns.ask(key);
  turns.forget('b');
  clock.advance(0);
  turns.close();
  clock.advance(100);
  expect(keys()).toEqual(['a']);
  expect(clock.timers).toBe(0);
});

it('goes on with the others when one of them fails', () => {
  const clock = new FakeClock();
  const done: string[] = [];
  const turns = new InTurn<string>({
    clock: () => clock,
    run: (key) => {
      if (key === 'a') throw new Error('of a');
      done.push(key);
    },
  });
  turns.ask('a');
  turns.ask('b');
  expect(() => clock.advance(0)).toThrow('of a');
  clock.advance(0);
  expect(done).toEqual(['b']);
});
