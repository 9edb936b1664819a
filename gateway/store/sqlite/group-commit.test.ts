import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '../store-errors.ts';
import { admitAnyway, battery, session } from '../testing/records.ts';
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts';
import { BatchWalk } from './batch-codec.ts';
import type { Job, JobResult } from './write-batch.ts';

/** A writer that finishes a batch when it is told to. */
function heldWriter(limits: Partial<Omit<GroupCommitOptions, 'write'>> = {}) {
  const batches: {
    jobs: readonly Job[];
    finish: (answer?: readonly JobResult[]) => void;
    fail: (error: Error) => void;
  }[] = [];
  const write = async (jobs: readonly Job[]): Promise<readonly JobResult[]> =>
    new Promise((resolve, reject) => {
      const answer = jobs.map((job): JobResult => ('frames' in job ? { verdicts: null } : { saved: { ok: true } }));
      batches.push({ jobs, finish: (given = answer) => resolve(given), fail: reject });
    });
  const usual = { maxWaiting: 100, maxWaitingBytes: 10_000, maxBatch: 50, maxBatchBytes: 5_000 };
  const queue = new GroupCommit({ write, ...usual, ...limits });
  const begun = async (count: number) => expect.poll(() => batches.length).toBe(count);
  return { queue, batches, begun };
}

const frames = (count: number, body = battery(80)) =>
  Array.from({ length: count }, (_, n) => admitAnyway({ seq: n + 1, body }));
const change: Job = { changes: [{ put: 'session', record: session }] };
const big = frames(1, battery('x'.repeat(900)));

/** Of frames, how many. */
function sizeOf(job: Job): number | string {
  return 'frames' in job ? new BatchWalk(job.frames.subarray(0, job.length)).count : 'change';
}

const stored = (count: number) => Array.from({ length: count }, () => 'stored');

describe('group commit', () => {
  test('what arrives while a batch is being written is written together in the next, in order', async () => {
    const { queue, batches, begun } = heldWriter();
    const first = queue.commit(frames(1));
    await begun(1);
    const later = [queue.commit(frames(2)), queue.commit(frames(3)), queue.add(change), queue.commit(frames(3))];
    batches[0]!.finish();
    expect(await first).toEqual(['stored']);
    await begun(2);
    expect(batches[1]!.jobs.map(sizeOf), 'those of a change stay on their side of it').toEqual([5, 'change', 3]);
    batches[1]!.finish();
    expect(await Promise.all(later)).toEqual([stored(2), stored(3), { saved: { ok: true } }, stored(3)]);
  });

  test('each call is told of its own frames', async () => {
    const { queue, batches, begun } = heldWriter();
    const calls = [queue.commit(frames(2)), queue.commit(frames(1)), queue.commit(frames(3))];
    await begun(1);
    batches[0]!.finish([{ verdicts: Uint8Array.of(0, 1, 2, 0, 0, 1) }]);
    expect(await Promise.all(calls)).toEqual([['stored', 'duplicate'], ['refused'], ['stored', 'stored', 'duplicate']]);
  });

  test('calls of one turn share a batch, up to its limit', async () => {
    const { queue, batches, begun } = heldWriter({ maxBatch: 5 });
    const calls = [3, 2, 1, 40].map(async (count) => queue.commit(frames(count)));
    for (let n = 1; n <= 3; n++) {
      await begun(n);
      batches[n - 1]!.finish();
    }
    await Promise.all(calls);
    expect(batches.map(({ jobs }) => jobs.map(sizeOf))).toEqual([[5], [1], [40]]);
  });

  test('a batch is closed by its bytes, so that big frames do not make one that takes long to write', async () => {
    const { queue, batches, begun } = heldWriter({ maxBatchBytes: 1_000 });
    const calls = [queue.commit(big), queue.commit(big), queue.commit(frames(1)), queue.add(change)];
    for (let n = 1; n <= 2; n++) {
      await begun(n);
      batches[n - 1]!.finish();
    }
    await Promise.all(calls);
    expect(batches.map(({ jobs }) => jobs.map(sizeOf))).toEqual([[2], [1, 'change']]);
  });

  test('a full queue refuses frames by count, takes a save all the same, and takes frames again afterwards', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaiting: 4 });
    const waiting: Promise<unknown>[] = [queue.commit(frames(4))];
    await begun(1);
    await expect(queue.commit(frames(1))).rejects.toThrow(StoreUnavailable);
    waiting.push(queue.add(change));
    batches[0]!.finish();
    await begun(2);
    batches[1]!.finish();
    await Promise.all(waiting);
    const again = queue.commit(frames(4));
    await begun(3);
    batches[2]!.finish();
    await expect(again).resolves.toEqual(stored(4));
  });

  test('a full queue refuses frames by bytes', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaitingBytes: 1_000 });
    const calls = [queue.commit(big)];
    await begun(1);
    calls.push(queue.commit(big));
    await expect(queue.commit(big)).rejects.toMatchObject({ code: 'store_unavailable', part: 'queue' });
    batches[0]!.finish();
    await begun(2);
    batches[1]!.finish();
    await Promise.all(calls);
  });

  test('a batch that fails takes down all that waits behind it, and the queue is empty then', async () => {
    const { queue, batches, begun } = heldWriter({ maxWaiting: 4 });
    const calls = [queue.commit(frames(2))];
    await begun(1);
    calls.push(queue.commit(frames(2)));
    const settled = Promise.allSettled(calls);
    batches[0]!.fail(new StoreUnavailable('writer', 'gone'));
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await queue.drained();
    const next = queue.commit(frames(4));
    await begun(2);
    expect(batches[1]!.jobs.map(sizeOf), 'nothing of what was given up').toEqual([4]);
    batches[1]!.finish();
    await expect(next).resolves.toEqual(stored(4));
  });

  test('a call that cannot be encoded is refused alone', async () => {
    const { queue, batches, begun } = heldWriter();
    const calls = [
      queue.commit(frames(1)),
      queue.commit([...frames(1), admitAnyway({ seq: 2 ** 53 })]),
      queue.commit(frames(2)),
    ];
    await expect(calls[1]).rejects.toThrow(RangeError);
    await begun(1);
    expect(batches[0]!.jobs.map(sizeOf)).toEqual([3]);
    batches[0]!.finish();
    expect([await calls[0], await calls[2]]).toEqual([stored(1), stored(2)]);
  });
});
