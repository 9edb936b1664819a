import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreUnusable } from '../store-errors.ts';
import { BatchWalk } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';
import { keepCopy, removeOldCopies } from './kept-copies.ts';
import { moveFrames } from './move-frames.ts';

/** PRAGMA application_id of the gateway's files: "DIAG". */
export const applicationId = 0x44494147;
const busyTimeoutMs = 2_000;
const migrationsFolder = new URL('./migrations/', import.meta.url);

/**
 * The one connection that writes. Makes the file (0600, a new folder 0700) or migrates it; rejects what it cannot use
 * before it has changed anything, and keeps a copy of what it migrates. `check`: looks through the whole file first.
 * @throws StoreUnusable
 */
export function openForWriting(options: { readonly file: string; readonly check: boolean }): Database.Database {
  try {
    return open(options);
  } catch (error) {
    if (!(error instanceof Error) || !isUnwritable(error)) throw error;
    const { file } = options;
    throw new StoreUnusable('unwritable', file, `${file} cannot be written (${error.message}). Nothing was changed.`);
  }
}

/** What a disk that is full, read-only or of somebody else answers, by way of SQLite or of the system. */
function isUnwritable(error: Error & { readonly code?: string; readonly syscall?: string }): boolean {
  return error instanceof Database.SqliteError
    ? /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|PERM)/.test(error.code)
    : error.syscall !== undefined;
}

function open(options: { readonly file: string; readonly check: boolean }): Database.Database {
  const { file } = options;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives -wal and -shm the mode of the file beside them.
  closeSync(openSync(file, 'a', 0o600));
  // Not by the connection that writes: as it is closed, it puts what its log still holds into a file that is damaged.
  const looking = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  let version: number;
  try {
    version = inspect(looking, file, options.check);
    if (version > 0 && version < newestVersion()) keepCopy(looking, { file, version });
  } finally {
    looking.close();
  }
  const db = new Database(file, { timeout: busyTimeoutMs });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // What is deleted is overwritten: revoking a grant without recording leaves no bytes behind.
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    // A migration may put another table in the place of one that others refer to.
    db.pragma('foreign_keys = OFF');
    migrate(db, version);
    db.pragma('foreign_keys = ON');
    if (options.check && version === newestVersion()) removeOldCopies(file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection that cannot write. The file must have been opened for writing before. */
export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
  db.pragma('temp_store = MEMORY');
  return db;
}

/** The schema that this program's migrations lead to. */
export function newestVersion(): number {
  return migrations().length;
}

/**
 * The version of its schema; 0: it is empty.
 * @throws StoreUnusable
 */
export function inspect(db: Database.Database, file: string, check: boolean): number {
  const newest = newestVersion();
  try {
    const version = db.pragma('user_version', { simple: true }) as number;
    const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() ?? 0;
    if (tables > 0 && db.pragma('application_id', { simple: true }) !== applicationId)
      throw new StoreUnusable('foreign', file, `${file} is a database of something else: it is left as it is.`);
    if (version > newest)
      throw new StoreUnusable(
        'newer',
        file,
        `${file} was written by a newer version of this program (schema ${version}, this one knows ${newest}). Start that version, or give another data folder.`,
        `schema ${version}, this one knows ${newest}`,
      );
    if (check) {
      const findings = db.pragma('quick_check(1)', { simple: true }) as string;
      // Of the lines that it writes the first only names the database.
      if (findings !== 'ok') throw corrupt(file, findings.split('\n').at(-1) ?? findings);
      if (version >= 4) checkJournal(db);
    }
    return version;
  } catch (error) {
    const damaged = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    if (error instanceof Error && (damaged || error instanceof CorruptBytes)) throw corrupt(file, error.message);
    throw error;
  }
}

/** What was acknowledged and has not become blocks yet; not what a pass has set aside. @throws CorruptBytes */
function checkJournal(db: Database.Database): void {
  for (const body of db.prepare<[], Buffer>('SELECT body FROM journal WHERE id > 0').pluck().iterate()) {
    const walk = new BatchWalk(body);
    while (walk.next());
  }
}

function corrupt(file: string, findings: string): StoreUnusable {
  return new StoreUnusable(
    'corrupt',
    file,
    `${file} is damaged (${findings}). Nothing was changed: put back a backup, or move the file away to start empty.`,
    findings,
  );
}

/** Applies what is missing. Always writes, so that a disk that cannot be written is noticed at the start. */
function migrate(db: Database.Database, version: number): void {
  const all = migrations();
  db.transaction(() => {
    for (const [index, sql] of all.entries()) {
      if (index < version) continue;
      db.exec(sql);
      if (index + 1 === 4) moveFrames(db);
    }
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${all.length}`);
  }).immediate();
}

/** The SQL of `NNNN-title.sql`, in order; number N is at N - 1. */
function migrations(): readonly string[] {
  const names = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`Migration ${name} is out of sequence`);
    return readFileSync(new URL(name, migrationsFolder), 'utf8');
  });
}
