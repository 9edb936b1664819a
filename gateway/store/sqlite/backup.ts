import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { targetOf } from './backup-target.ts';
import { copyDatabase, sync } from './copy-database.ts';
import { CorruptBytes } from './byte-reader.ts';
import { checkWhole, type DatabaseFacts } from './check-database.ts';
import { StoreUnusable } from '../store-errors.ts';
import { NotDone } from './not-done.ts';
import { newestVersion, openForReading } from './open-database.ts';

export interface BackupReport extends DatabaseFacts {
  readonly bytes: number;
}

/**
 * Writes a backup of the data file into `to` (0600), while a gateway runs on it or not: everything that was acknowledged before,
 * but for what a restored gateway may not have (decision 0061). Under a name beside it until it has been checked.
 * @throws NotDone
 */
export function backUp(options: {
  /** `diag.sqlite` */
  readonly file: string;
  readonly to: string;
  /** Whether an earlier backup that is there already may be replaced; nothing else ever is. */
  readonly force: boolean;
  /** Epoch ms. */
  readonly at: number;
}): BackupReport {
  const { file, at } = options;
  if (!existsSync(file)) throw new NotDone(`There is no database ${file}: nothing to back up.`);
  const to = targetOf(options);
  const part = join(dirname(to), `.${basename(to)}.${process.pid}.part`);
  try {
    removeOldParts(to);
    const from = openForReading(file);
    try {
      checkVersion(from, file);
      copyDatabase({ from, to: part, at });
    } finally {
      from.close();
    }
    const facts = checked(part, file);
    renameSync(part, to);
    sync(dirname(to));
    return { ...facts, bytes: statSync(to).size };
  } catch (error) {
    rmSync(part, { force: true });
    throw sentenceOf(error, to);
  }
}

/** What is wrong with a copy is wrong with what it was made of. */
function checked(part: string, file: string): DatabaseFacts {
  try {
    return checkWhole(part);
  } catch (error) {
    throw error instanceof StoreUnusable ? new NotDone(error.message.replaceAll(part, file)) : error;
  }
}

function checkVersion(db: Database.Database, file: string): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === newestVersion()) return;
  throw new NotDone(
    `${file} is of schema ${version}, this program's is ${newestVersion()}: back it up with the program that wrote it. Nothing was written.`,
  );
}

/** What a run that was killed has left of this target: of a process that is no more, or whose number is this one's now. */
function removeOldParts(to: string): void {
  for (const name of readdirSync(dirname(to))) {
    if (!name.startsWith(`.${basename(to)}.`)) continue;
    const pid = /^(\d+)\.part$/.exec(name.slice(basename(to).length + 2))?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid)))) rmSync(join(dirname(to), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @returns what is thrown: a sentence for everything that a disk, a system or a file can be the reason of */
export function sentenceOf(error: unknown, path: string): Error {
  if (error instanceof NotDone) return error;
  if (error instanceof StoreUnusable) return new NotDone(error.message);
  const { code = '', syscall, message } = error as NodeJS.ErrnoException;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new NotDone(`There is no room for ${path}. Nothing was changed.`);
  if (error instanceof CorruptBytes || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
    return new NotDone(`The database is damaged (${message}). Nothing was changed.`);
  if (code.startsWith('SQLITE_') || syscall !== undefined)
    return new NotDone(`${path} could not be written or read (${message}). Nothing was changed.`);
  return error as Error;
}
