import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GrantRecord } from '../../domain/cases/records.ts';
import { asId } from '../../domain/ids.ts';
import { StoreUnavailable } from '../store-errors.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, battery, everything, grant } from '../testing/records.ts';
import { JournalPass } from './archive/journal-pass.ts';
import { buffersOf, GroupCommit } from './group-commit.ts';
import { openForReading } from './open-database.ts';
import { prepareQueries } from './queries.ts';
import { theBeginning } from './read-frames.ts';
import type { ArchivePass } from './stored-entry.ts';
import { SupervisedThread } from './supervised-thread.ts';
import type { Job, JobResult } from './write-batch.ts';
import { Random } from '../../../test/support/random.ts';

/**
 * The thread that writes, and all it remembers, is ended at random moments while frames are committed, sent again, and made into
 * blocks. What was acknowledged is there then, once, whichever of journal and blocks it is in.
 */
const views = ['a', 'b', 'c'].map(
  (name): GrantRecord => ({ ...grant, id: asId(`grant-${name}`), viewId: asId(`view-${name}`) }),
);
let folder: StoreFolder;
let writer: SupervisedThread<readonly Job[]>;
let queue: GroupCommit;
let db: Database.Database;
beforeEach(async () => {
  folder = new StoreFolder();
  writer = await SupervisedThread.open({
    name: 'writer',
    entry: new URL('./writer-thread.ts', import.meta.url),
    file: folder.file,
    silenceMs: 5_000,
    onFailure: () => undefined,
  });
  queue = new GroupCommit({
    write: async (jobs) => (await writer.ask(jobs, jobs.flatMap(buffersOf))) as readonly JobResult[],
    maxWaiting: 1_000,
    maxWaitingBytes: 1_000_000,
    maxBatch: 10,
    maxBatchBytes: 100_000,
  });
  await queue.add({ changes: [...everything, ...views.map((record) => ({ put: 'grant', record }) as const)] });
  db = openForReading(folder.file);
});
afterEach(async () => {
  db.close();
  await writer.close();
  await folder.clean();
});

async function archive(pass: ArchivePass): Promise<void> {
  expect(await queue.add({ archive: pass })).toEqual({ archived: true });
}

/** How a pass is given to the store. */
type Write = (pass: ArchivePass) => Promise<void>;

async function outcome(options: { readonly kills: number; readonly seed: number; readonly write: Write }) {
  const random = new Random(options.seed);
  const acknowledged: string[] = [];
  const sending = new AbortController();
  let killed = 0;
  let storedAgain = 0;
  const sender = async (view: GrantRecord, boot: string): Promise<void> => {
    for (let seq = 1; !sending.signal.aborted; seq += 3) {
      const frames = [seq, seq + 1, seq + 2].map((one) => admitAnyway({ seq: one, boot, body: battery(one) }, view));
      const verdicts = await again(async () => queue.commit(frames));
      expect(verdicts).not.toContain('refused');
      acknowledged.push(...frames.map((frame) => `${view.viewId} ${boot} ${frame.seq}`));
      // A device that did not hear it says it again.
      if (random.next() < 0.2)
        storedAgain += (await again(async () => queue.commit(frames))).filter((one) => one !== 'duplicate').length;
    }
  };
  const archiver = async (): Promise<void> => {
    const pass = new JournalPass(db);
    while (!sending.signal.aborted) {
      pass.begin(20_000);
      try {
        for (let part = pass.next(); part; part = pass.next()) await options.write(part);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
      await sleep(5);
    }
  };
  const killer = async (): Promise<void> => {
    for (; killed < options.kills; killed += 1) {
      const enough = acknowledged.length + 30;
      while (acknowledged.length < enough) await sleep(5);
      await sleep(random.next() * 50);
      await writer.running?.terminate();
      await again(async () => queue.add({ changes: [] }));
    }
    sending.abort();
  };
  await Promise.all([...views.flatMap((view) => [sender(view, 'b1'), sender(view, 'b2')]), archiver(), killer()]);
  const kept: string[] = [];
  const { framesOfView } = prepareQueries(db);
  for (const { viewId } of views)
    for (const { frame } of framesOfView(viewId, theBeginning, { rows: 1e6, bytes: 1e9 }).frames) {
      kept.push(`${viewId} ${frame.bootId} ${frame.seq}`);
      expect(frame.body).toEqual(battery(frame.seq));
    }
  const present = new Set(kept);
  return {
    acknowledged: acknowledged.length,
    blocks: db.prepare<[], number>('SELECT count(*) FROM blocks').pluck().get() ?? 0,
    lost: acknowledged.filter((key) => !present.has(key)).length,
    storedTwice: kept.length - present.size,
    storedAgain,
  };
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await sleep(5);
    }
}

describe('a writer that is ended at any moment', () => {
  test('loses nothing that was acknowledged and keeps nothing twice', async () => {
    const { acknowledged, blocks, ...wrong } = await outcome({
      kills: 10,
      seed: 5,
      write: archive,
    });
    expect(acknowledged).toBeGreaterThanOrEqual(300);
    expect(blocks).toBeGreaterThan(3);
    expect(wrong).toEqual({ lost: 0, storedTwice: 0, storedAgain: 0 });
  }, 240_000);

  test('the control: a pass that deletes rows in another transaction than it inserts blocks is found out', async () => {
    const { lost } = await outcome({
      kills: 2,
      seed: 6,
      write: async (pass) => {
        await archive({ ...pass, blocks: [], replaced: [], rollups: [] });
        await writer.running?.terminate();
        await archive({ ...pass, upTo: 0 });
      },
    });
    expect(lost).toBeGreaterThan(0);
  }, 240_000);

  test('the control: blocks that do not say what they have of the journal are found out', async () => {
    const { storedTwice } = await outcome({
      kills: 2,
      seed: 7,
      write: async (pass) => {
        await archive({ ...pass, upTo: 0, blocks: pass.blocks.map((block) => ({ ...block, journalTo: 0 })) });
        await writer.running?.terminate();
        await archive({ ...pass, blocks: [], replaced: [], rollups: [] });
      },
    });
    expect(storedTwice).toBeGreaterThan(0);
  }, 240_000);
});

async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
