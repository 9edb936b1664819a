import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type ViewId } from '../../gateway/domain/ids.ts';
import type { Lent } from '../../gateway/main.ts';
import { ownTime } from '../support/own-time.ts';
import { findProgram } from '../support/programs.ts';
import { FaultGround } from './fault-ground.ts';

let ground: FaultGround;
afterEach(async () => ground.close());

const store = 'diag_part_ready{part="store"}';
const writer = 'diag_part_ready{part="store-writer"}';
const falls = (thread: string) => `diag_thread_falls_total{thread="${thread}"}`;

/** Of which 1.5 times is less than the writer is waited for, and far more than a busy machine holds a device up. */
const keepAliveS = 3;

type Metrics = (series: string) => number;

/** Another program holds the database while devices publish, until that is seen: what was acknowledged and seen meanwhile. */
async function stall(lent: Lent = {}, until: (metric: Metrics) => boolean = () => true) {
  ground = await FaultGround.open({ lent, keepAliveSeconds: keepAliveS });
  await ground.publish(5).all;
  const foreign = new Database(ground.file, { timeout: 3_000 });
  foreign.exec('BEGIN IMMEDIATE');
  const publishing = ground.publish(20);
  // Another writer comes soon, and hangs as well: whichever fall is seen.
  let metric = await ground.metrics();
  const parts = async () => [(metric = await ground.metrics())(store), metric(writer)];
  await expect.poll(parts, { interval: 10 }).toEqual([0, 0]);
  let ready = await ground.ready();
  await expect.poll(async () => (ready = await ground.ready()).status, { interval: 10 }).toBe(503);
  await expect.poll(async () => until(await ground.metrics())).toBe(true);
  const meanwhile = {
    acknowledged: publishing.acknowledged,
    ready,
    store: metric(store),
    writer: metric(writer),
    falls: metric(falls('writer')),
    waiting: metric('diag_writes_waiting'),
  };
  foreign.exec('ROLLBACK');
  foreign.close();
  return { publishing, meanwhile };
}

describe('a store that stalls', { timeout: 60_000 }, () => {
  it('acknowledges nothing, disconnects nobody, and resumes by itself with nothing lost', async () => {
    // Longer than 1.5 times the keep-alive of these devices.
    const { publishing, meanwhile } = await stall(
      {},
      (metric) => metric('diag_oldest_in_flight_seconds') > 1.5 * keepAliveS,
    );
    expect(meanwhile).toMatchObject({ acknowledged: 0, store: 0, writer: 0 });
    expect(meanwhile.falls).toBeGreaterThanOrEqual(1);
    expect(meanwhile.ready.text).toContain('store-writer');
    expect(meanwhile.waiting).toBeGreaterThan(0);
    const tookMs = ownTime();
    await publishing.all;
    expect(tookMs()).toBeLessThan(10_000);
    expect(ground.devices.map(({ closed }) => closed)).toEqual([false, false, false]);
    expect(ground.stored(), 'each exactly once').toEqual(ground.everything(25));
    await expect.poll(() => ground.metric(store)).toBe(1);
    expect(await ground.metric(writer)).toBe(1);
    expect(await ground.metric('diag_writes_waiting')).toBe(0);
  });

  it('the control: a gateway that acknowledges before it has written is found out', async () => {
    const { publishing, meanwhile } = await stall({
      stages: (stages) => ({
        ...stages,
        async commit(frames) {
          stages.commit(frames).catch(() => undefined);
          return frames.map(() => 'stored');
        },
      }),
    });
    expect(meanwhile.acknowledged).toBeGreaterThan(0);
    await publishing.all;
  });
});

describe('a thread of the store that dies', { timeout: 60_000 }, () => {
  it('whichever it is, is named and counted, and another takes its place; devices go on', async () => {
    ground = await FaultGround.open();
    const names = Object.keys(ground.store.threads) as (keyof typeof ground.store.threads)[];
    expect(names).toEqual(['writer', 'reader', 'archiver', 'history']);
    // Those that are started when they are first needed.
    await ground.publish(20).all;
    await ground.store.compact();
    const viewId = asId<ViewId>(ground.fleet[0]?.viewId ?? '');
    await ground.store.history({ viewId, metrics: ['battery.level'], from: 0, to: 1_000, points: 10 });
    let published = 20;
    for (const name of names) {
      expect(await ground.metric(falls(name)), `${name} is counted from the start`).toBe(0);
      const thread = ground.store.threads[name];
      if (!thread) throw new Error(`${name} does not run`);
      const publishing = ground.publish(20);
      published += 20;
      await thread.terminate();
      expect(ground.store.health()).toMatchObject({ ok: false, failing: expect.stringContaining(name) as string });
      await publishing.all;
      await expect.poll(() => ground.store.health()).toEqual({ ok: true });
      expect(await ground.metric(falls(name)), 'its fall, and what else it could not do').toBeGreaterThanOrEqual(1);
      expect(await ground.metric(`diag_part_ready{part="store-${name}"}`)).toBe(1);
      expect(ground.store.threads[name]?.threadId).not.toBe(thread.threadId);
    }
    expect(ground.stored()).toEqual(ground.everything(published));
    expect(ground.devices.some(({ closed }) => closed)).toBe(false);
  });
});

describe('a volume that becomes read-only', { timeout: 60_000 }, () => {
  const [mount, unmount] = [findProgram(['mount']), findProgram(['umount'])];
  const isRoot = process.getuid?.() === 0;
  const run = (program: string | undefined, args: readonly string[]) =>
    program !== undefined && spawnSync(program, args).status === 0;

  it('is named, nothing is acknowledged, and what waited is written when it may be written again', async ({ skip }) => {
    ground = await FaultGround.open({ devices: 1 });
    const data = ground.settings.dataFolder;
    // A mount over the folder: whoever opens a file from now on finds a volume that cannot be written.
    const mounted = isRoot && run(mount, ['--bind', data, data]) && run(mount, ['-o', 'remount,bind,ro', data]);
    try {
      if (!mounted) skip('Only root may mount, and only where that is allowed');
      await ground.store.threads.writer?.terminate();
      const publishing = ground.publish(5);
      await expect.poll(() => ground.metric('diag_writes_waiting')).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(publishing.acknowledged).toBe(0);
      expect((await ground.ready()).text).toContain('store-writer');
      expect(await ground.metric('diag_writes_waiting')).toBeGreaterThan(0);
      expect(await ground.metric('diag_disk_free_bytes')).toBeGreaterThan(0);
      expect(run(unmount, [data])).toBe(true);
      await publishing.all;
      expect(ground.stored()).toEqual(ground.everything(5));
      expect(ground.devices.some(({ closed }) => closed)).toBe(false);
    } finally {
      // One mount for each step that went well; one more try is refused and harmless.
      if (isRoot) for (let layer = 0; layer < 2; layer += 1) run(unmount, [data]);
    }
  });
});
