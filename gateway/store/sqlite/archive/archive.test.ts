import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StoreFolder } from '../../testing/open-store.ts';
import { admitAnyway, allFrames, battery, everything, grant } from '../../testing/records.ts';
import type { SqliteStore } from '../sqlite-store.ts';

const folder = new StoreFolder();
let store: SqliteStore;
beforeAll(async () => {
  store = await folder.open({
    retention: { framesMs: 5_000, minutesMs: 1e9, hoursMs: 1e9, classesMs: {} },
    now: () => now,
  });
  await store.save(everything);
});
afterAll(async () => folder.clean());

let now = 1_000_000;
const query = { viewId: grant.viewId, metrics: ['battery.level'], from: 960_000, to: 1_080_000 };

it('archives, answers from blocks and journal alike, and drops what is too old, in threads that are started when they are needed', async () => {
  expect(store.threads).toMatchObject({ archiver: undefined, history: undefined });
  const frames = [1, 2, 3, 4].map((seq) =>
    admitAnyway({ seq, body: battery(seq), receivedAt: 1_000_000 + seq * 1_000 }),
  );
  await store.commit(frames.slice(0, 2));
  await store.compact();
  await store.commit(frames.slice(2));
  const minutes = { at: 960_000, min: 1, max: 4, avg: 2.5, count: 4 };
  expect(await store.history({ ...query, points: 2 })).toEqual({
    from: 960_000,
    to: 1_080_000,
    bucketMs: 60_000,
    series: { 'battery.level': [minutes] },
  });
  const fine = await store.history({ ...query, points: 2_000 });
  expect(fine.series['battery.level']?.map(({ avg }) => avg)).toEqual([1, 2, 3, 4]);
  expect((await allFrames(store, grant.viewId)).map(({ frame }) => frame.seq)).toEqual([1, 2, 3, 4]);
  await store.compact();
  expect((await allFrames(store, grant.viewId)).map(({ frame }) => frame.seq)).toEqual([1, 2, 3, 4]);
  expect(await store.commit(frames)).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate']);

  now = 1_000_000 + 8_000;
  await store.dropOld();
  expect((await allFrames(store, grant.viewId)).map(({ frame }) => frame.seq)).toEqual([3, 4]);
  // Nor are they in the log.
  await expect.poll(() => statSync(`${folder.file}-wal`).size).toBe(0);
  // A coarser memory lasts longer.
  expect((await store.history({ ...query, points: 2 })).series['battery.level']).toEqual([minutes]);
  expect(folder.failures).toEqual([]);
  expect(store.health()).toEqual({ ok: true });
});

it('refuses more questions than it may keep waiting', async () => {
  const asked = Array.from({ length: 65 }, async () => store.history({ ...query, points: 2 }));
  const answers = await Promise.allSettled(asked);
  expect(answers.filter(({ status }) => status === 'rejected').length).toBe(1);
});

it('tells of a thread that fell, goes on without it, and has it back', async () => {
  await store.threads.history?.terminate();
  await expect.poll(() => folder.failures.length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await store.history({ ...query, points: 2 }).catch(() => undefined))?.bucketMs)
    .toBe(60_000);
  await expect.poll(() => store.health()).toEqual({ ok: true });
});

it.runIf(process.platform === 'linux')(
  'archives and down-samples behind the threads that somebody waits for',
  async () => {
    const other = new StoreFolder();
    const usual = nices()[0] ?? 0;
    const behind = (steps: number) => nices().filter((nice) => nice === Math.min(19, usual + steps)).length;
    try {
      const [tenBefore, fiveBefore, usualBefore] = [behind(10), behind(5), behind(0)];
      const fresh = await other.open();
      await fresh.save(everything);
      expect([behind(10), behind(5)], 'neither the writer nor the reader').toEqual([tenBefore, fiveBefore]);
      expect(behind(0)).toBeGreaterThan(usualBefore);
      await fresh.commit([admitAnyway({ seq: 1 })]);
      await fresh.compact();
      expect([behind(10), behind(5)]).toEqual([tenBefore + 1, fiveBefore]);
      await fresh.history({ ...query, points: 2 });
      expect([behind(10), behind(5)]).toEqual([tenBefore + 1, fiveBefore + 1]);
    } finally {
      await other.clean();
    }
  },
);

/** Of all threads of this process, the main thread's first; s. proc(5), /proc/pid/stat. */
function nices(): readonly number[] {
  const tasks = readdirSync('/proc/self/task').map(Number);
  return tasks
    .sort((one, other) => one - other)
    .flatMap((task) => {
      try {
        const stat = readFileSync(`/proc/self/task/${task}/stat`, 'latin1');
        return [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}
