import { readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreFolder } from '../testing/open-store.ts';
import { allFrames, admitAnyway, brand, everything, grant, session } from '../testing/records.ts';
import type { SqliteStore } from './sqlite-store.ts';

const unavailable = { name: 'StoreUnavailable', code: 'store_unavailable' };

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

async function filled(): Promise<SqliteStore> {
  const store = await folder.open();
  await store.save(everything);
  return store;
}

async function healthyAgain(store: SqliteStore): Promise<void> {
  await expect.poll(() => store.health()).toEqual({ ok: true });
}

describe('a writer thread that is killed', () => {
  test('rejects what is pending and what follows at once, is named, and comes back with the data', async () => {
    const store = await filled();
    await store.commit([admitAnyway({ seq: 1 })]);
    const killed = store.threads.writer;
    const settled = Promise.allSettled([store.commit([admitAnyway({ seq: 2 })]), store.save(everything)]);
    // Before the batch has left: both are pending for certain.
    await killed?.terminate();
    const results = await settled;
    expect(store.health()).toEqual({ ok: false, failing: 'store-writer' });
    await expect(store.commit([admitAnyway({ seq: 3 })])).rejects.toMatchObject(unavailable);
    await expect(store.save(everything)).rejects.toMatchObject(unavailable);
    expect(folder.failures).toMatchObject([{ ...unavailable, part: 'writer' }]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: unavailable },
      { status: 'rejected', reason: unavailable },
    ]);

    expect(await allFrames(store, grant.viewId), 'reading goes on meanwhile').not.toHaveLength(0);
    await healthyAgain(store);
    expect(store.threads.writer?.threadId).not.toBe(killed?.threadId);
    // Seq 2 may have been written without having been acknowledged; never twice.
    const [first, second, third] = await store.commit([1, 2, 3].map((seq) => admitAnyway({ seq })));
    expect([first, third]).toEqual(['duplicate', 'stored']);
    expect(['stored', 'duplicate']).toContain(second);
    expect(await allFrames(store, grant.viewId)).toHaveLength(3);
  });

  test('again and again under load loses nothing that was acknowledged', async () => {
    const store = await filled();
    const acknowledged: number[] = [];
    for (let round = 0, seq = 0; round < 3; round++) {
      const end = seq + 400;
      const before = acknowledged.length;
      const commits: Promise<void>[] = [];
      while (seq < end) {
        const own = ++seq;
        const commit = store.commit([admitAnyway({ seq: own })]);
        commits.push(commit.then(() => void acknowledged.push(own)).catch(() => {}));
        if (own % 20 === 0) await Promise.race([commit.catch(() => {}), new Promise((go) => setImmediate(go))]);
        if (own === end - 100) {
          // On a busy machine a fresh thread may still be loading: it is killed amid its work, not before it.
          await expect.poll(() => acknowledged.length).toBeGreaterThan(before);
          void store.threads.writer?.terminate();
        }
      }
      await Promise.all(commits);
      await healthyAgain(store);
    }
    const kept = (await allFrames(store, grant.viewId)).map(({ frame }) => frame.seq);
    expect(new Set(kept).size).toBe(kept.length);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(1_200);
    const present = new Set(kept);
    expect(acknowledged.filter((seq) => !present.has(seq))).toEqual([]);
  });
});

test('a reader thread that is killed is named and replaced; writing goes on meanwhile', async () => {
  const store = await filled();
  // Killed first: what a live reader is asked may be answered before it dies.
  const gone = store.threads.reader?.terminate();
  const pending = Promise.allSettled([store.brands(), store.device(grant.deviceId)]);
  await gone;
  expect((await pending).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(store.health()).toEqual({ ok: false, failing: 'store-reader' });
  await expect(store.brands()).rejects.toMatchObject({ ...unavailable, part: 'reader' });
  expect(await store.commit([admitAnyway({ seq: 1 })])).toEqual(['stored']);
  await healthyAgain(store);
  expect(await store.brands()).toEqual([brand]);
});

test('a writer that hangs is given up after the deadline, and replaced once it can write', async () => {
  // Filled by another: a busy disk may well take longer for that than this one waits.
  await (await filled()).close();
  const store = await folder.open({ writeDeadlineMs: 700 });
  const foreign = new Database(folder.file);
  foreign.exec('BEGIN IMMEDIATE');
  const settled = Promise.allSettled([
    store.commit([admitAnyway({ seq: 1 })]),
    store.commit([admitAnyway({ seq: 2 })]),
  ]);
  expect(await settled).toMatchObject([
    { status: 'rejected', reason: { ...unavailable, message: /no answer for 700 ms/ } },
    { status: 'rejected', reason: unavailable },
  ]);
  expect(store.health()).toEqual({ ok: false, failing: 'store-writer' });
  foreign.exec('ROLLBACK');
  foreign.close();
  await healthyAgain(store);
  expect(await store.commit([admitAnyway({ seq: 1 })])).toEqual(['stored']);
});

describe('close', () => {
  test('writes all that was asked before it, and takes nothing after', async () => {
    const store = await filled();
    // More than one batch, so that some are still in the queue.
    const commits = Array.from({ length: 5_000 }, (_, n) => store.commit([admitAnyway({ seq: n + 1 })]));
    const closed = store.close();
    await expect(store.commit([admitAnyway({ seq: 9_000 })])).rejects.toMatchObject({ ...unavailable, part: 'closed' });
    await expect(store.brands()).rejects.toMatchObject(unavailable);
    expect(new Set((await Promise.all(commits)).flat())).toEqual(new Set(['stored']));
    await closed;
    await store.close();
    expect(readdirSync(folder.path), 'the log is written back and gone').toEqual(['diag.sqlite']);
    const again = await folder.open();
    expect(await allFrames(again, grant.viewId)).toHaveLength(5_000);
    expect(await again.grant(grant.id)).toEqual(grant);
    expect(await again.verify()).toBe(true);
    expect(folder.failures).toEqual([]);
  });

  test('ends a store whose threads are down, for good', async () => {
    const store = await filled();
    // As often as one has its successor before the other is gone.
    await expect
      .poll(async () => {
        await Promise.all([store.threads.writer?.terminate(), store.threads.reader?.terminate()]);
        return store.health();
      })
      .toEqual({ ok: false, failing: 'store-writer, store-reader' });
    await store.close();
    await expect(store.save([{ put: 'session', record: session }])).rejects.toMatchObject(unavailable);
    expect(store.health().ok).toBe(false);
  });
});
