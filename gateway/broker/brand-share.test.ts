import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../../test/support/fake-clock.ts';
import { BrandShare, type Lane, type Waiter } from './brand-share.ts';

let share: BrandShare;
/** Messages in flight, in the order in which they were begun. */
let flight: Lane[];
beforeEach(() => {
  [share, flight] = [new BrandShare(90), []];
});

/** Begins messages of this brand until there is no room or it has begun `most`; then it waits. */
function reader(lane: Lane, most: number): Waiter & { begun: number } {
  const waiter = {
    begun: 0,
    pump() {
      for (; waiter.begun < most && share.hasRoom(lane); waiter.begun += 1) {
        share.began(lane);
        flight.push(lane);
      }
      if (waiter.begun < most) share.wait(lane, waiter);
    },
  };
  return waiter;
}
const inFlight = (lane: Lane) => flight.filter((one) => one === lane).length;

describe('the share of a brand', () => {
  it('is half of all when it is alone, and whoever comes next still finds room', () => {
    const [herd, other] = [share.lane('herd'), share.lane('other')];
    for (let n = 0; n < 1_000; n += 1) reader(herd, 64).pump();
    expect(inFlight(herd)).toBe(45);
    reader(other, 10).pump();
    expect(inFlight(other)).toBe(10);
    expect(share.waiting, 'those of the herd wait').toBeGreaterThan(990);
  });

  it('never comes to more than all together, however many brands flood', () => {
    for (let brand = 0; brand < 50; brand += 1) {
      const lane = share.lane(`brand ${brand}`);
      for (let n = 0; n < 50; n += 1) reader(lane, 64).pump();
    }
    expect(flight.length).toBeLessThanOrEqual(90);
  });

  it('is read on as messages settle, the brands in turn, until all is through', async () => {
    const lanes = ['a', 'b'].map((brand) => share.lane(brand));
    const readers = lanes.flatMap((lane) => Array.from({ length: 20 }, () => reader(lane, 10)));
    for (const one of readers) one.pump();
    for (let done = 0; flight.length > done; ) {
      const batch = flight.slice(done);
      done += batch.length;
      for (const lane of batch) share.settled(lane);
      await settled();
    }
    expect(readers.map(({ begun }) => begun)).toEqual(readers.map(() => 10));
    expect([share.waiting, ...lanes.map((lane) => lane.inFlight)]).toEqual([0, 0, 0]);
    const [first, last] = [flight.slice(0, 200), flight.slice(200)];
    for (const half of [first, last]) {
      const ofA = half.filter((lane) => lane === lanes[0]).length;
      expect(ofA, 'neither brand went wholly before the other').toBeGreaterThan(60);
      expect(ofA).toBeLessThan(140);
    }
  });

  it('forgets a link that has ended', async () => {
    const lane = share.lane('a');
    reader(lane, 64).pump();
    const gone = reader(lane, 64);
    gone.pump();
    share.leave(lane, gone);
    share.settled(lane);
    await settled();
    expect([gone.begun, share.waiting]).toEqual([0, 1]);
  });
});
