import {
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  chmodSync,
  mkdirSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { prepareAppend } from './audit-chain.ts';
import { sentenceOf } from './backup.ts';
import { NotDone } from './not-done.ts';
import { checkWhole, type DatabaseFacts } from './check-database.ts';
import { restoredAction, sync } from './copy-database.ts';
import { StoreUnusable } from '../store-errors.ts';

export interface RestoreReport extends DatabaseFacts {
  /** Where the database before it is kept; null: there was none. */
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of the data file, which no gateway may have open. The one before is kept beside it.
 * @throws NotDone
 */
export function restore(options: {
  /** `diag.sqlite` */
  readonly file: string;
  readonly backup: string;
  /** Epoch ms. */
  readonly at: number;
}): RestoreReport {
  const { file, at } = options;
  const backup = resolve(options.backup);
  if (!existsSync(backup)) throw new NotDone(`There is no file ${backup}. Nothing was changed.`);
  if (!statSync(backup).isFile()) throw new NotDone(`${backup} is not a file. Nothing was changed.`);
  if (isFilled(`${backup}-wal`))
    throw new NotDone(`${backup} is a database in use and not a backup: make one of it first. Nothing was changed.`);
  const part = `${file}.restoring`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    rmSync(part, { force: true });
    copyFileSync(backup, part);
    chmodSync(part, 0o600);
    giveToOwner(part, statSync(dirname(file)));
    // What is put in place is what was looked at, whatever becomes of the backup meanwhile.
    const facts = asked(() => checkWhole(part), part, backup);
    refuseInUse(file);
    mark(part, at);
    const kept = keepPresent(file, at);
    for (const companion of ['-wal', '-shm']) rmSync(`${file}${companion}`, { force: true });
    renameSync(part, file);
    sync(dirname(file));
    return { ...facts, kept };
  } catch (error) {
    for (const path of ['', '-wal', '-shm', '-journal'].map((companion) => `${part}${companion}`))
      if (existsSync(path)) rmSync(path);
    throw sentenceOf(error, file);
  }
}

/** Put back by root, it is still the service's user who opens it. */
function giveToOwner(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  const { uid: own, gid: group } = statSync(path);
  if (uid !== own || gid !== group) chownSync(path, uid, gid);
}

function isFilled(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** A finding names the file that was given, not the copy that was looked at, and what it means for a backup. */
function asked<T>(look: () => T, part: string, backup: string): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof StoreUnusable) throw new NotDone(`${backup} ${saidOf(error)} Nothing was changed.`);
    const said = sentenceOf(error, part);
    throw said instanceof NotDone ? new NotDone(said.message.replaceAll(part, backup)) : said;
  }
}

function saidOf({ code, findings }: StoreUnusable): string {
  const why = findings === '' ? '' : ` (${findings})`;
  if (code === 'corrupt') return `is damaged, and is not put back${why}: take an earlier backup.`;
  if (code === 'newer')
    return `is of a newer version of this program, and is not put back${why}: restore it with that version.`;
  return `is no backup of this program${why}.`;
}

/** Whoever has it open has a lock on it, also a gateway in another container, whose process nobody sees here. */
function refuseInUse(file: string): void {
  if (!isFilled(file)) return;
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT 1 FROM sqlite_schema').get();
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    if (code?.startsWith('SQLITE_BUSY'))
      throw new NotDone(`${file} is in use (${message}): stop the gateway first. Nothing was changed.`);
    // Damaged, perhaps: that is what backups are for.
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    db.close();
  }
}

/** In its own chain, so that the start after it ends every consent that it holds as active. */
function mark(file: string, at: number): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    const nobody = { brandId: null, caseId: null, deviceId: null, detail: {} };
    prepareAppend(db)({ at, actor: 'system', action: restoredAction, ...nobody });
  } finally {
    db.close();
  }
  sync(file);
}

/** By a second name, log included, before the first is taken away: killed in between, it is there by one of them. */
function keepPresent(file: string, at: number): string | null {
  if (!existsSync(file)) return null;
  const kept = `${file}.before-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  try {
    linkSync(file, kept);
    if (isFilled(`${file}-wal`)) linkSync(`${file}-wal`, `${kept}-wal`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new NotDone(`${kept} is there already. Nothing was changed.`);
    throw new NotDone(`The present database cannot be kept as ${kept} (${message}). Nothing was changed.`);
  }
  // From now on it is counted how long it is kept, not from its last write.
  utimesSync(kept, at / 1000, at / 1000);
  return kept;
}
