import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { LinkQuota, LinkQuotas } from './link-quota.ts';
import { linkId } from './test-bench.ts';

const share = {
  inARow: 1_000,
  inARowASecond: 1_000,
  messagesAtOnce: 10,
  messagesASecond: 2,
  bytesAtOnce: 1000,
  bytesASecond: 100,
};

function spendAll(quota: LinkQuota, bytes = 1): number {
  let messages = 0;
  for (; quota.hasRoom; messages += 1) quota.spend(bytes);
  return messages;
}

it('lets so many through at once, then so many a second, and never saves up more than at once', () => {
  const clock = new FakeClock();
  const quota = new LinkQuota(share, clock);
  expect(spendAll(quota)).toBe(10);
  clock.advance(1_000);
  expect(spendAll(quota)).toBe(2);
  clock.advance(3_600_000);
  expect(spendAll(quota)).toBe(10);
});

it('of what it may at once it takes the first in a row, the rest at a rate, which is no news until its share is used up', () => {
  const clock = new FakeClock();
  const quota = new LinkQuota({ ...share, inARow: 7, inARowASecond: 3 }, clock);
  expect([spendAll(quota), quota.isNews]).toEqual([7, false]);
  clock.advance(1_000);
  expect([spendAll(quota), quota.isNews], 'of 5 that are left').toEqual([3, false]);
  clock.advance(1_000);
  expect([spendAll(quota), quota.isNews], 'of 4').toEqual([3, false]);
  clock.advance(1_000);
  expect([spendAll(quota), quota.isNews], 'of 3').toEqual([3, true]);
  clock.advance(1_000);
  expect(spendAll(quota), 'its share of a second').toBe(2);
});

it('counts bytes as well: the last message may overdraw them, and what it overdrew has to grow again first', () => {
  const clock = new FakeClock();
  const quota = new LinkQuota(share, clock);
  expect(spendAll(quota, 600)).toBe(2);
  clock.advance(2_000);
  expect(quota.hasRoom, 'exactly paid back').toBe(false);
  clock.advance(10);
  expect(quota.hasRoom).toBe(true);
});

it('a clock that stands still, or is set back, gives nothing', () => {
  const clock = new FakeClock();
  const quota = new LinkQuota(share, clock);
  spendAll(quota);
  clock.setWall(clock.now() + 3_600_000);
  expect(quota.hasRoom).toBe(false);
});

it('is told once a minute', () => {
  const clock = new FakeClock();
  const quota = new LinkQuota(share, clock);
  expect(quota.isNews).toBe(false);
  spendAll(quota);
  expect([quota.isNews, quota.isNews]).toEqual([true, false]);
  clock.advance(60_000);
  expect(quota.isNews).toBe(true);
});

it('outlives a connection, and is forgotten only when nothing of it is used, or when there are too many', () => {
  const clock = new FakeClock();
  const quotas = new LinkQuotas({ clock, most: 3 });
  const flooder = quotas.of(linkId('flooder'), share);
  spendAll(flooder);
  expect(quotas.of(linkId('flooder'), share)).toBe(flooder);
  for (const name of ['a', 'b', 'c', 'd']) quotas.of(linkId(name), share);
  expect(quotas.size).toBeLessThanOrEqual(3);
  expect(quotas.of(linkId('flooder'), share), 'those that used nothing went first').toBe(flooder);
  for (let n = 0; n < 50; n += 1) spendAll(quotas.of(linkId(`link ${n}`), share));
  expect(quotas.size).toBeLessThanOrEqual(3);
});

it('a new link looks at a few of them, and whoever has the least left is not the one that is forgotten', () => {
  const clock = new FakeClock();
  const quotas = new LinkQuotas({ clock, most: 1_000 });
  const flooders = Array.from({ length: 10 }, (_, n) => quotas.of(linkId(`flooder ${n}`), share));
  for (const quota of flooders) spendAll(quota);
  for (let n = 0; n < 990; n += 1) quotas.of(linkId(`busy ${n}`), share).spend(1);
  let asked = 0;
  const monotonicMs = clock.monotonicMs.bind(clock);
  clock.monotonicMs = () => {
    asked += 1;
    return monotonicMs();
  };
  for (let n = 0; n < 5_000; n += 1) quotas.of(linkId(`new ${n}`), share).spend(1);
  expect(quotas.size).toBe(1_000);
  expect(asked, 'not once for each that is kept').toBeLessThan(5_000 * 20);
  expect(flooders.map((quota, n) => quotas.of(linkId(`flooder ${n}`), share) === quota)).not.toContain(false);
});
