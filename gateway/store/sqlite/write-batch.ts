import Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import type { Change, SaveResult } from '../../ports/records.ts';
import { prepareArchive } from './archive/apply-archive.ts';
import { prepareDropSlice } from './drop-view.ts';
import type { ArchivePass } from './stored-entry.ts';
import { ViewMemory } from './view-memory.ts';
import { prepareChanges } from './write-changes.ts';
import { prepareFrames, type Verdicts } from './write-frames.ts';

/**
 * What calls asked for: it is done whole or not at all. `frames`: a batch of batch-encoder.ts, in the first `length` bytes.
 * `drop`: the next slice of this View, or of these together.
 */
export type Job =
  | { readonly frames: Uint8Array; readonly length: number }
  | { readonly changes: readonly Change[] }
  | { readonly drop: ViewId | readonly ViewId[] }
  | { readonly archive: ArchivePass };

/** `left`: there may be more of the View. `failed`: this job's own fault (a bug in who asked); the others of its batch are not touched by it. */
export type JobResult =
  | { readonly verdicts: Verdicts }
  | { readonly saved: SaveResult; readonly emptyLog?: true }
  | { readonly left: boolean }
  | { readonly archived: true; readonly emptyLog?: true }
  | { readonly failed: string };

/** What "taken" means, by what SQLite says of the constraint. */
const takenBy: Readonly<Record<string, 'serial' | 'sign-in-name' | 'child-key'>> = {
  'UNIQUE constraint failed: devices.brand_id, devices.serial': 'serial',
  'UNIQUE constraint failed: people.sign_in_key': 'sign-in-name',
  'UNIQUE constraint failed: devices.link_id, devices.child_key': 'child-key',
};

/**
 * One durable transaction for all jobs, in their order, and after it one for each archive job: what needs room for a moment, to
 * need less afterwards, takes down nothing that fits. Throws when none of the first could be written (disk full, I/O): the caller's
 * connection, and what is remembered of it, are then to be given up.
 */
export function prepareBatch(db: Database.Database): (jobs: readonly Job[]) => readonly JobResult[] {
  const memory = new ViewMemory(db);
  const commit = prepareFrames(db, memory);
  // Nested in a batch these are savepoints.
  const save = db.transaction(prepareChanges(db));
  const dropSlice = db.transaction(prepareDropSlice(db));
  // By itself: of one that the disk has no room for SQLite may take back whatever it is a part of.
  const archive = db.transaction(prepareArchive(db));

  const runArchive = (pass: ArchivePass): JobResult => {
    try {
      archive.immediate(pass);
      return pass.emptyLog ? { archived: true, emptyLog: true } : { archived: true };
    } catch (error) {
      // All of it is taken back, and nothing is remembered of it.
      const isFull = error instanceof Database.SqliteError && error.code === 'SQLITE_FULL';
      if (isFull || isOwnFault(error)) return { failed: String(error) };
      throw error;
    }
  };
  const run = (job: Exclude<Job, { readonly archive: ArchivePass }>): JobResult => {
    try {
      if ('frames' in job) {
        const { buffer, byteOffset } = job.frames;
        return { verdicts: commit(Buffer.from(buffer, byteOffset, job.length)) };
      }
      if ('drop' in job) {
        const viewIds = typeof job.drop === 'string' ? [job.drop] : job.drop;
        for (const viewId of viewIds) memory.viewCut(viewId);
        return { left: dropSlice(viewIds) };
      }
      let forgot = false;
      try {
        forgot = save(job.changes);
      } finally {
        // As it is in the file now, whether it was written or not.
        for (const one of job.changes) if ('put' in one && one.put === 'grant') memory.grantWritten(one.record);
      }
      return forgot ? { saved: { ok: true }, emptyLog: true } : { saved: { ok: true } };
    } catch (error) {
      // It was perhaps told of what is not written.
      if ('frames' in job) memory.forgetAll();
      const taken = error instanceof Error ? takenBy[error.message] : undefined;
      if (taken) return { saved: { ok: false, taken } };
      if (isOwnFault(error)) return { failed: String(error) };
      throw error;
    }
  };
  const batch = db.transaction((jobs: readonly Job[]) => jobs.map((job) => ('archive' in job ? undefined : run(job))));
  return (jobs) => {
    const results = jobs.every((job) => 'archive' in job) ? [] : batch.immediate(jobs);
    return jobs.map((job, index) => ('archive' in job ? runArchive(job.archive) : (results[index] ?? missing())));
  };
}

function missing(): never {
  throw new Error('A job has no result');
}

/** Whether something is gone, a View, what one was counted for or what was too old, whose bytes must not stay behind in the log. */
export function dropsTheLast(results: readonly JobResult[]): boolean {
  return results.some((result) => ('left' in result && !result.left) || 'emptyLog' in result);
}

function isOwnFault(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return true;
  return error.code.startsWith('SQLITE_CONSTRAINT') || error.code === 'SQLITE_MISMATCH';
}

/**
 * Empties the write-ahead log, which still has the pages as they were before a deletion. A reader in the middle of a
 * query can prevent it; false then: to be tried again. It does not wait for that reader, as whoever writes would too.
 */
export function truncateLog(db: Database.Database): boolean {
  const usual = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  db.pragma(`busy_timeout = ${usual}`);
  return result?.busy === 0;
}
