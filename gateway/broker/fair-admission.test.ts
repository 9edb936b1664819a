import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fake-clock.ts';
import { FairAdmission } from './fair-admission.ts';

let clock: FakeClock;
let door: FairAdmission;
/** Who came in, in order; and the way out of each who is within. */
let came: string[];
let within: { readonly name: string; readonly leave: () => void }[];
let turnedAway: string[];
beforeEach(() => {
  clock = new FakeClock();
  door = new FairAdmission({ clock, most: 3, patienceMs: 1_000 });
  [came, within, turnedAway] = [[], [], []];
});

function knock(line: string, count = 1, stillWanted: () => boolean = () => true, place?: string): void {
  for (let n = 1; n <= count; n += 1) {
    const name = place === undefined ? `${line}${n}` : `${line}${n} ${place}`;
    void door.enter(line, stillWanted, place).then((leave) => {
      if (!leave) turnedAway.push(name);
      else {
        came.push(name);
        within.push({ name, leave });
      }
    });
  }
}

/** Everybody within leaves at once, again and again. */
async function drain(): Promise<void> {
  for (await settled(); within.length > 0; await settled()) for (const { leave } of within.splice(0)) leave();
}

describe('a herd', () => {
  it('waits in line, a few are within at a time, and nobody is turned away', async () => {
    knock('herd', 1_000);
    await settled();
    expect([door.within, door.waiting, came.length]).toEqual([3, 997, 3]);
    await drain();
    expect([came.length, door.within, door.waiting]).toEqual([1_000, 0, 0]);
    expect(came, 'in their order').toEqual(Array.from({ length: 1_000 }, (_, n) => `herd${n + 1}`));
    expect(clock.timers, 'no deadline is left behind').toBe(0);
  });

  it('of one brand keeps the device of another waiting for one turn, not for the herd', async () => {
    knock('herd', 5_000);
    knock('other');
    await drain();
    expect(came.indexOf('other1')).toBeLessThan(8);
  });

  it('of strangers who stand in a brand’s line from one address keeps its device at another waiting for one turn', async () => {
    knock('brand', 5_000, () => true, 'theirs');
    knock('brand', 1, () => true, 'home');
    knock('other');
    await drain();
    expect([came.indexOf('brand1 home'), came.indexOf('other1')].every((at) => at > 0 && at < 12)).toBe(true);
    expect(came).toHaveLength(5_002);
  });

  it('the control: in one line it would wait for the whole herd', async () => {
    knock('herd', 5_000);
    knock('herd');
    await drain();
    expect(came.lastIndexOf('herd1')).toBe(5_000);
  });

  it('leaves no place to those who have hung up meanwhile', async () => {
    let wanted = true;
    knock('gone', 5, () => wanted);
    knock('here', 2);
    wanted = false;
    await drain();
    expect(came).toEqual(['gone1', 'gone2', 'gone3', 'here1', 'here2']);
    expect(turnedAway).toEqual(['gone4', 'gone5']);
  });

  it('that cannot be served in time is told so, and keeps no place', async () => {
    knock('herd', 5);
    await clock.pass(1_000);
    expect(turnedAway).toEqual(['herd4', 'herd5']);
    expect([door.waiting, door.within]).toEqual([0, 3]);
    await drain();
    knock('herd', 4, () => true, 'elsewhere');
    await clock.pass(1_000);
    expect(turnedAway.slice(2)).toEqual(['herd4 elsewhere']);
    await drain();
    knock('next', 3);
    await settled();
    expect(came.slice(-3)).toEqual(['next1', 'next2', 'next3']);
  });

  it('who leaves twice gives one place back', async () => {
    knock('a', 3);
    await settled();
    for (const { leave } of within.splice(0)) {
      leave();
      leave();
    }
    expect(door.within).toBe(0);
  });
});
