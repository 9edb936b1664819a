import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HistoryAnswer, type HistoryReader, type HistoryReaderOptions, openHistory } from './history-reader.ts';

const since = 1_800_000_000_000;
let now: number;
let seen: boolean;
let asked: { readonly metrics: readonly string[]; readonly signal: AbortSignal; answer(with_: HistoryAnswer): void }[];
let reader: HistoryReader;

function open(changes: Partial<HistoryReaderOptions> = {}): HistoryReader {
  reader = openHistory({
    wish: { metrics: ['a'], span: 'all' },
    since,
    ask: ({ metrics }, signal) => new Promise((answer) => asked.push({ metrics, signal, answer })),
    companions: () => ['uptime'],
    gatewayNow: () => now,
    nowMono: () => now,
    isSeen: () => seen,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    ...changes,
  });
  return reader;
}
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 100) {
    now += 100;
    await vi.advanceTimersByTimeAsync(100);
  }
}
const history = (...names: readonly string[]): HistoryAnswer => ({
  kind: 'history',
  history: { from: since, to: now, bucketMs: 1_000, series: Object.fromEntries(names.map((name) => [name, []])) },
});
async function answer(given: HistoryAnswer): Promise<void> {
  asked.at(-1)?.answer(given);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  [now, seen, asked] = [since + 60_000, true, []];
});
afterEach(() => {
  reader.close();
  vi.useRealTimers();
});

describe('a history that is looked at', () => {
  it('is read at once, with what tells of restarts, and says so meanwhile', async () => {
    open();
    expect(reader.current()).toMatchObject({ reading: true, read: undefined });
    await pass(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ metrics }) => metrics)).toEqual([['a', 'uptime']]);
    await answer(history('a', 'uptime'));
    expect(reader.current()).toMatchObject({ reading: false, read: { history: { series: { a: [] } } } });
  });

  it('is read again when a bucket is over, and not while nobody looks', async () => {
    open();
    for (let gone = 0; gone < 60_000; gone += 100) {
      await pass(100);
      await answer(history('a'));
    }
    expect(asked.length).toBeGreaterThanOrEqual(6);
    expect(asked.length).toBeLessThanOrEqual(7);
    const before = asked.length;
    seen = false;
    await pass(30_000);
    expect(asked.length).toBe(before);
    seen = true;
    await pass(11_000);
    expect(asked.length).toBe(before + 1);
  });

  it('of another span stands there only once it was read; of one value more the others stay', async () => {
    open();
    await pass(100);
    await answer(history('a'));
    await pass(2_000);
    reader.show({ metrics: ['a', 'b'], span: 'all' });
    expect(reader.current()).toMatchObject({ reading: true, read: { history: {} } });
    await pass(100);
    expect(asked.at(-1)?.metrics).toEqual(['a', 'b', 'uptime']);
    reader.show({ metrics: ['a', 'b'], span: '5' });
    expect(asked.at(-1)?.signal.aborted).toBe(true);
    expect(reader.current()).toMatchObject({ reading: true, read: undefined });
    // Keys that are pressed one after the other are one question a second.
    await pass(500);
    expect(asked).toHaveLength(2);
    await pass(600);
    expect(asked).toHaveLength(3);
  });

  it('leaves out, with the reason, a value that is refused', async () => {
    open({ wish: { metrics: ['a', 'b'], span: 'all' } });
    await pass(100);
    await answer({ kind: 'refused', words: 'not granted', metric: 'b' });
    expect(asked.at(-1)?.metrics).toEqual(['a', 'uptime']);
    await answer(history('a', 'uptime'));
    expect([...reader.current().refused]).toEqual([['b', 'not granted']]);
    expect(reader.current().read).toBeDefined();
  });

  it('keeps what it has when a reading fails, says why, and tries again later', async () => {
    open();
    await pass(100);
    await answer(history('a'));
    await pass(11_000);
    await answer({ kind: 'failed', words: 'too busy' });
    expect(reader.current()).toMatchObject({ problem: 'too busy', read: { history: {} } });
    const before = asked.length;
    await pass(9_000);
    expect(asked.length).toBe(before);
    await pass(2_000);
    await answer(history('a'));
    expect(reader.current().problem).toBeUndefined();
  });

  it('drops everything when consent is over, and asks no more', async () => {
    open();
    await pass(100);
    await answer(history('a'));
    await pass(11_000);
    await answer({ kind: 'over', words: 'ended' });
    expect(reader.current()).toMatchObject({ over: 'ended', read: undefined, reading: false });
    const before = asked.length;
    await pass(60_000);
    expect(asked.length).toBe(before);
  });

  it('that is closed holds nothing, and takes no answer that is still to come', async () => {
    open();
    await pass(100);
    await answer(history('a'));
    await pass(11_000);
    reader.close();
    expect(reader.current().read).toBeUndefined();
    expect(asked.at(-1)?.signal.aborted).toBe(true);
    await answer(history('a'));
    expect(reader.current().read).toBeUndefined();
    const before = asked.length;
    await pass(60_000);
    expect(asked.length).toBe(before);
  });

  it('of a look that has only begun asks nothing, and is empty', async () => {
    now = since + 100;
    open({ wish: { metrics: ['a'], span: 'all' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([]);
    expect(reader.current()).toMatchObject({ reading: false, read: { history: { series: { a: [] } } } });
  });
});
