import { expect, it } from 'vitest';
import { settled } from '../../test/support/fake-clock.ts';
import { InTurn } from './in-turn.ts';

function job() {
  let done: (value: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  let begun = false;
  const result = new Promise<string>((resolve, reject) => ([done, fail] = [resolve, reject]));
  const run = () => {
    begun = true;
    return result;
  };
  return { run, done: (value: string) => done(value), fail: (error: Error) => fail(error), begun: () => begun };
}

it('jobs of one key run one after the other, in their order, and each gets its own answer', async () => {
  const inTurn = new InTurn();
  const [first, second] = [job(), job()];
  const answers = Promise.all([inTurn.run('a', first.run), inTurn.run('a', second.run)]);
  await settled();
  expect([first.begun(), second.begun()]).toEqual([true, false]);
  first.done('one');
  await settled();
  expect(second.begun()).toBe(true);
  second.done('two');
  expect(await answers).toEqual(['one', 'two']);
});

it('jobs of different keys do not wait for each other', async () => {
  const inTurn = new InTurn();
  const [first, second] = [job(), job()];
  void inTurn.run('a', first.run);
  const other = inTurn.run('b', second.run);
  second.done('two');
  expect(await other).toBe('two');
  first.done('one');
});

it('a job that fails fails alone: the next one runs', async () => {
  const inTurn = new InTurn();
  const [first, second] = [job(), job()];
  const failed = inTurn.run('a', first.run);
  const next = inTurn.run('a', second.run);
  first.fail(new Error('broken'));
  second.done('two');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('two');
});
