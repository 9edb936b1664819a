import type { AdmittedFrame } from '../../domain/consent/admit.ts';
import type { CommitVerdict } from '../../ports/frames.ts';
import { StoreUnavailable } from '../store-errors.ts';
import { BatchEncoder, type EncodedBatch } from './batch-encoder.ts';
import type { Job, JobResult } from './write-batch.ts';
import { type Verdicts, verdicts } from './write-frames.ts';

export interface GroupCommitOptions {
  /** Writes these jobs in one transaction; one result a job, in order. */
  readonly write: (jobs: readonly Job[]) => Promise<readonly JobResult[]>;
  /** Frames and changes that may wait, those being written included. */
  readonly maxWaiting: number;
  /** Bytes of encoded frames that may wait; whoever comes before it is reached still gets in. */
  readonly maxWaitingBytes: number;
  /** A transaction is closed when it has so many frames and changes, or so many bytes: it must not take long to write. */
  readonly maxBatch: number;
  readonly maxBatchBytes: number;
}

interface Waiting {
  /** Undefined: a batch of frames that the encoder still holds, and others may join. */
  job: Job | undefined;
  entries: number;
  bytes: number;
  readonly result: Promise<JobResult>;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Frames and changes that arrive while others are being written are written together next: one fsync for all of them. Frames of
 * all calls are encoded one behind the other as they come, so that what waits is a buffer, and what answers them is one promise.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #encoder = new BatchEncoder();
  #waiting: Waiting[] = [];
  /** The last of those that wait, when frames may join it. */
  #open: Waiting | undefined;
  #entries = 0;
  #bytes = 0;
  #running: Promise<void> | undefined;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  /**
   * Rejects with StoreUnavailable when the queue is full or they could not be written; throws when they are not what consent
   * admits, or cannot be encoded.
   */
  async commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]> {
    const { maxWaiting, maxWaitingBytes, maxBatch, maxBatchBytes } = this.#options;
    const count = frames.length;
    // One of any size may wait alone; a save (somebody's Stop) is never kept out by frames.
    if (this.#entries > 0 && (this.#entries + count > maxWaiting || this.#bytes >= maxWaitingBytes))
      throw new StoreUnavailable('queue', `${this.#entries} frames and changes wait to be written already`);
    if (this.#open && this.#open.entries + count > maxBatch) this.#close();
    const encoder = this.#encoder;
    const [from, bytesBefore] = [encoder.count, encoder.bytes];
    encoder.addAdmitted(frames);
    const batch = (this.#open ??= this.#enqueue(undefined));
    const bytes = encoder.bytes - bytesBefore;
    batch.entries += count;
    batch.bytes += bytes;
    this.#entries += count;
    this.#bytes += bytes;
    if (batch.bytes >= maxBatchBytes) this.#close();
    const result = await batch.result;
    if ('verdicts' in result) return verdictsOf(result.verdicts, from, count);
    throw new Error(`The store refused a frame: ${'failed' in result ? result.failed : 'no answer to it'}`);
  }

  /** Rejects with StoreUnavailable when it could not be written. It comes after the frames that wait already. */
  async add(job: Job): Promise<JobResult> {
    this.#close();
    const waiting = this.#enqueue(job);
    waiting.entries = 'changes' in job ? job.changes.length : 1;
    this.#entries += waiting.entries;
    return waiting.result;
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    await this.#running;
  }

  #enqueue(job: Job | undefined): Waiting {
    let resolve!: Waiting['resolve'];
    let reject!: Waiting['reject'];
    const result = new Promise<JobResult>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    const waiting: Waiting = { job, entries: 0, bytes: 0, result, resolve, reject };
    this.#waiting.push(waiting);
    this.#running ??= this.#run();
    return waiting;
  }

  /** No more frames come into this batch. */
  #close(): void {
    if (!this.#open) return;
    this.#open.job = framesOf(this.#encoder.take());
    this.#open = undefined;
  }

  async #run(): Promise<void> {
    // Calls of one turn of the event loop belong together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const results = await this.#options.write(batch.flatMap(({ job }) => job ?? []));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result) resolve(result);
          else reject(new Error('The writer left a job without its result'));
        });
      } catch (error) {
        // Those who wait behind it learn it at once as well, rather than at a time-out each.
        this.#close();
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
    const taken = this.#waiting.splice(0, end === -1 ? this.#waiting.length : Math.max(1, end));
    if (this.#open && this.#waiting.length === 0) this.#close();
    return taken;
  }
}

function framesOf({ bytes, length }: EncodedBatch): Job {
  return { frames: bytes, length };
}

/** Nearly all answers are that everything was stored: one array for each number of frames. */
const allStored: (readonly CommitVerdict[])[] = [];

function verdictsOf(told: Verdicts, from: number, count: number): readonly CommitVerdict[] {
  if (told) return Array.from(told.subarray(from, from + count), (one) => verdicts[one] ?? 'refused');
  return count < 64 ? (allStored[count] ??= stored(count)) : stored(count);
}

function stored(count: number): readonly CommitVerdict[] {
  return Array<CommitVerdict>(count).fill('stored');
}

/** What of a job is handed to the writer instead of being copied: nobody reads it here any more. */
export function buffersOf(job: Job): readonly ArrayBuffer[] {
  return 'frames' in job ? [job.frames.buffer as ArrayBuffer] : [];
}
