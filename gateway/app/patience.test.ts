import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fake-clock.ts';
import { Patience } from './patience.ts';

class Down extends Error {}

let clock: FakeClock;
let patience: Patience;
/** What the store has written, in order; while it is down it writes nothing. */
let written: number[];
let down: boolean;
let asked: number;
beforeEach(() => {
  clock = new FakeClock();
  patience = new Patience({ clock, forMs: 45_000, passes: (error) => error instanceof Down });
  [written, down, asked] = [[], false, 0];
});

async function write(n: number): Promise<number> {
  asked += 1;
  await Promise.resolve();
  if (down) throw new Down('down');
  written.push(n);
  return n;
}
const run = (n: number) => patience.run(() => write(n));

describe('while the store does not write', () => {
  it('writes wait, and are made in their order when it does again, also those that came meanwhile', async () => {
    down = true;
    const first = [1, 2, 3].map(run);
    await clock.pass(10_000);
    const later = [4, 5].map(run);
    expect([written, patience.waiting]).toEqual([[], 5]);
    down = false;
    const behind = run(6);
    await clock.pass(250);
    expect(await Promise.all([...first, ...later, behind])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(written).toEqual([1, 2, 3, 4, 5, 6]);
    expect([patience.waiting, clock.timers]).toEqual([0, 0]);
  });

  it('only the first is tried, so that thousands that wait cost nothing', async () => {
    down = true;
    const all = Array.from({ length: 1_000 }, (_, n) => run(n));
    await settled();
    const before = asked;
    await clock.pass(1_000);
    expect(asked - before).toBe(4);
    down = false;
    await clock.pass(250);
    await Promise.all(all);
    expect(written).toHaveLength(1_000);
  });

  it('one that waited too long is given up with what kept it, and those behind it are not', async () => {
    down = true;
    const old = run(1).catch((error: unknown) => error);
    await clock.pass(30_000);
    const young = run(2);
    await clock.pass(15_250);
    expect(await old).toBeInstanceOf(Down);
    down = false;
    await clock.pass(250);
    expect(await young).toBe(2);
    expect(written).toEqual([2]);
  });

  it('an owner’s Stop is tried at once, whoever waits, and again until it is on disk', async () => {
    down = true;
    const frame = run(1);
    await clock.pass(1_000);
    let stops = 0;
    const stop = patience.insist(() => {
      stops += 1;
      return write(2);
    });
    await settled();
    expect(stops).toBe(1);
    down = false;
    await clock.pass(250);
    expect(await Promise.all([frame, stop])).toEqual([1, 2]);
  });

  it('falls again amid what waited: nothing is lost and nothing overtakes', async () => {
    down = true;
    const all = [1, 2, 3, 4].map(run);
    await settled();
    down = false;
    let falls = true;
    const last = patience.run(async () => {
      down = falls;
      falls = false;
      return write(5);
    });
    await clock.pass(250);
    expect(written, 'the first of them was written before it fell').toEqual([1]);
    down = false;
    await clock.pass(250);
    await last;
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
    expect(written).toEqual([1, 2, 3, 4, 5]);
  });
});

it('what is no outage rejects at once and keeps nobody waiting', async () => {
  await expect(patience.run(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  expect([patience.waiting, clock.timers]).toEqual([0, 0]);
});
