import { describe, expect, it } from 'vitest';
import { History } from './history.ts';

describe('the history of a metric', () => {
  it('gives what was received since then, oldest first', () => {
    const history = new History(1);
    for (let at = 1; at <= 5; at += 1) history.add(at, at, [at * 10]);
    expect(history.since(4).map(({ receivedAt, value }) => ({ receivedAt, value }))).toEqual([
      { receivedAt: 4, value: 40 },
      { receivedAt: 5, value: 50 },
    ]);
  });

  it('forgets what is older', () => {
    const history = new History(1);
    for (let at = 1; at <= 5; at += 1) history.add(at, at, [at]);
    history.forgetBefore(4);
    expect(history.since(0).map(({ value }) => value)).toEqual([4, 5]);
  });

  it('keeps the newest when a device sends very much', () => {
    const history = new History(1);
    for (let at = 0; at < 10_000; at += 1) history.add(at, at, [at]);
    const kept = history.since(0);
    expect(kept.length).toBeLessThanOrEqual(1_200);
    expect(kept.at(-1)?.value).toBe(9_999);
  });
});
