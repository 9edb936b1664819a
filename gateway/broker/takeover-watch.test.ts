import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/support/fake-clock.ts';
import { TakeoverWatch } from './takeover-watch.ts';
import { linkId } from './test-bench.ts';

const d1 = linkId('d1');
const never = new Promise<void>(() => undefined);
let clock: FakeClock;
let watch: TakeoverWatch;
beforeEach(() => {
  clock = new FakeClock();
  watch = new TakeoverWatch({ clock, limits: { atOnce: 5, firstHoldMs: 1_000, longestHoldMs: 20_000 } });
});

/** Two clients that throw each other out as fast as they may: when each of `count` takeovers happened, in ms from now. */
async function fight(count: number): Promise<number[]> {
  const from = clock.monotonicMs();
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const held = watch.holdBack(d1, never);
    await clock.pass(watch.holdMs(d1));
    expect(await held).toBe(true);
    watch.took(d1);
    times.push(clock.monotonicMs() - from);
  }
  return times;
}

describe('clients that fight over one id', () => {
  it('take over at once a few times, then ever more slowly', async () => {
    expect(await fight(11)).toEqual([0, 0, 0, 0, 0, 1_000, 3_000, 7_000, 15_000, 31_000, 51_000]);
  });

  it('go on, but no faster than 15 times a minute', async () => {
    const times = await fight(30);
    const late = times.slice(-10);
    expect((late.at(-1) ?? 0) - (late[0] ?? 0)).toBeGreaterThanOrEqual(9 * 4_000);
  });

  it('slow down nobody else, and a device that rarely takes over its own connection not at all', async () => {
    await fight(8);
    expect(watch.holdMs(linkId('d2'))).toBe(0);
    for (let n = 0; n < 20; n += 1) {
      watch.took(linkId('d2'));
      await clock.pass(15_000);
      expect(watch.holdMs(linkId('d2'))).toBe(0);
    }
  });

  it('a newer one takes the place of the one that is held back, and does not wait anew', async () => {
    await fight(6);
    const first = watch.holdBack(d1, never);
    await clock.pass(1_500);
    const second = watch.holdBack(d1, never);
    expect(await first).toBe(false);
    await clock.pass(500);
    expect(await second).toBe(true);
  });

  it('is let in at once when the connection that was there goes by itself', async () => {
    await fight(8);
    let go = (): void => undefined;
    const held = watch.holdBack(d1, new Promise<void>((resolve) => (go = resolve)));
    go();
    expect(await held).toBe(true);
    await settled();
  });

  it('are forgotten a minute later', async () => {
    await fight(6);
    expect(watch.size).toBe(1);
    await clock.pass(60_001);
    expect([watch.size, clock.timers]).toEqual([0, 0]);
  });
});
