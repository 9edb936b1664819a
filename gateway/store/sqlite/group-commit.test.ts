import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../store-errors.ts';
import { admitAnyway, battery, session } from '../testing/records.ts';
import { toFrameRow } from './frame-row.ts';
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts';
import type { Job, JobResult } from './write-batch.ts';

/** A writer that finishes a batch when it is told to. */
function heldWriter(limits: Partial<Omit<GroupCommitOptions, 'write'>> = {}) {
  const batches: { jobs: readonly Job[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const write = async (jobs: readonly Job[]): Promise<readonly JobResult[]> =>
    new Promise((resolve, reject) => {
      const answer = jobs.map(
        (job): JobResult => (job.frames ? { verdicts: job.frames.map(() => 'stored') } : { saved: { ok: true } }),
      );
      batches.push({ jobs, finish: () => resolve(answer), fail: reject });
    });
  const usual = { maxWaiting: 100, maxWaitingBytes: 10_000, maxBatch: 50, maxBatchBytes: 5_000 };
  const queue = new GroupCommit({ write, ...usual, ...limits });
  const begun = async (count: number) => expect.poll(() => batches.length).toBe(count);
  return { queue, batches, begun };
}

const frames = (count: number): Job => ({
  frames: Array.from({ length: count }, (_, n) => toFrameRow(admitAnyway({ seq: n + 1 }))),
});
const change: Job = { changes: [{ put: 'session', record: session }] };

describe('group commit', () => {
  test('what arrives while a batch is being written is written together in the next, in order', async () => {
    const { queue, batches, begun } = heldWriter();
    const first = queue.add(frames(1));
    await begun(1);
    const later = [queue.add(frames(2)), queue.add(change), queue.add(frames(3))];
    batches[0]!.finish();
    expect(await first).toEqual({ verdicts: ['stored'] });
    await begun(2);
    expect(batches[1]!.jobs.map((job) => job.frames?.length ?? 'change')).toEqual([2, 'change', 3]);
    batches[1]!.finish();
    expect(await Promise.all(later)).toEqual([
      { verdicts: ['stored', 'stored'] },
      { saved: { ok: true } },
      { verdicts: ['stored', 'stored', 'stored'] },
    ]);
  });

  test('calls of one turn share a batch, up to its limit', async () => {
    const { queue, batches, begun } = heldWriter({ maxBatch: 5 });
    const calls = [queue.add(frames(3)), queue.add(frames(2)), queue.add(frames(1)), queue.add(frames(40))];
    for (let n = 1; n <= 3; n++) {
      await begun(n);
      batches[n - 1]!.finish();
    }
    await Promise.all(calls);
    expect(batches.map(({ jobs }) => jobs.map((job) => job.frames?.length))).toEqual([[3, 2], [1], [40]]);
  });

  test('a batch is closed by its bytes, so that big frames do not make one that takes long to write', async () => {
    const { queue, batches, begun } = heldWriter({ maxBatchBytes: 1_000 });
    const big: Job = { frames: [toFrameRow(admitAnyway({ seq: 1, body: battery('x'.repeat(600)) }))] };
    const calls = [queue.add(big), queue.add(big), queue.add(frames(1)), queue.add(change)];
    for (let n = 1; n <= 2; n++) {
      await begun(n);
      batches[n - 1]!.finish();
    }
    await Promise.all(calls);
    expect(batches.map(({ jobs }) => jobs.length)).toEqual([1, 3]);
  });

  test('a full queue refuses frames by count, takes a save all the same, and takes frames again afterwards', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaiting: 4 });
    const waiting = [queue.add(frames(4))];
    await begun(1);
    await expect(queue.add(frames(1))).rejects.toThrow(StoreUnavailable);
    waiting.push(queue.add(change));
    batches[0]!.finish();
    await begun(2);
    batches[1]!.finish();
    await Promise.all(waiting);
    const again = queue.add(frames(4));
    await begun(3);
    batches[2]!.finish();
    await expect(again).resolves.toBeDefined();
  });

  test('a full queue refuses frames by bytes', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaitingBytes: 1_000 });
    const big: Job = { frames: [toFrameRow(admitAnyway({ seq: 1, body: battery('x'.repeat(900)) }))] };
    const first = queue.add(big);
    await begun(1);
    await expect(queue.add(big)).rejects.toMatchObject({ code: 'store_unavailable', part: 'queue' });
    batches[0]!.finish();
    await first;
  });

  test('a batch that fails takes down all that waits behind it, and the queue is empty then', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaiting: 4 });
    const calls = [queue.add(frames(2))];
    await begun(1);
    calls.push(queue.add(frames(2)));
    const settled = Promise.allSettled(calls);
    batches[0]!.fail(new StoreUnavailable('writer', 'gone'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await queue.drained();
    const next = queue.add(frames(4));
    await begun(2);
    batches[1]!.finish();
    await expect(next).resolves.toBeDefined();
  });
});
