import { StoreUnavailable } from '../store-errors.ts';
import type { Job, JobResult } from './write-batch.ts';

export interface GroupCommitOptions {
  /** Writes one batch in one transaction; one result a job, in order. */
  readonly write: (jobs: readonly Job[]) => Promise<readonly JobResult[]>;
  /** Frames and changes that may wait, the batch being written included. */
  readonly maxWaiting: number;
  /** UTF-16 units of the frames' bodies that may wait. */
  readonly maxWaitingBytes: number;
  /** A batch is closed when it has so many frames and changes, or so many UTF-16 units: it must not take long to write. */
  readonly maxBatch: number;
  readonly maxBatchBytes: number;
}

interface Waiting {
  readonly job: Job;
  readonly entries: number;
  readonly bytes: number;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
}

/** Jobs that arrive while a batch is being written are written together in the next: one fsync for all of them. */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];
  #entries = 0;
  #bytes = 0;
  #running: Promise<void> | undefined;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  /** Rejects with StoreUnavailable when the queue is full or the batch could not be written. */
  async add(job: Job): Promise<JobResult> {
    const entries = job.frames?.length ?? job.changes?.length ?? 1;
    const bytes = job.frames?.reduce((sum, frame) => sum + frame.body.length, 0) ?? 0;
    const { maxWaiting, maxWaitingBytes } = this.#options;
    // One of any size may wait alone; a save (somebody's Stop) is never kept out by frames.
    const full = this.#entries + entries > maxWaiting || this.#bytes + bytes > maxWaitingBytes;
    if (job.frames && full && this.#entries > 0)
      throw new StoreUnavailable('queue', `${this.#entries} frames and changes wait to be written already`);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, entries, bytes, resolve, reject });
      this.#entries += entries;
      this.#bytes += bytes;
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Calls of one turn of the event loop belong together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const results = await this.#options.write(batch.map(({ job }) => job));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result) resolve(result);
          else reject(new Error('The writer left a job without its result'));
        });
      } catch (error) {
        // Those who wait behind it learn it at once as well, rather than at a time-out each.
        for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(error as Error);
        this.#entries = 0;
        this.#bytes = 0;
        continue;
      }
      for (const { entries, bytes } of batch) {
        this.#entries -= entries;
        this.#bytes -= bytes;
      }
    }
    this.#running = undefined;
  }

  #take(): readonly Waiting[] {
    const { maxBatch, maxBatchBytes } = this.#options;
    let [entries, bytes] = [0, 0];
    const end = this.#waiting.findIndex((one) => {
      entries += one.entries;
      bytes += one.bytes;
      return entries > maxBatch || bytes > maxBatchBytes;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(1, end));
  }
}
