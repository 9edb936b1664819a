import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { prepareAppend } from './audit-chain.ts';
import { copyJournal } from './copy-journal.ts';

/** Last event in the chain of a copy, and of nothing else: whoever starts on one learns it from there. */
export const copiedAction = 'store.copied';
/** In the chain of a database that was put back. */
export const restoredAction = 'store.restored';

/** Newer than any consent epoch that was given after the copy was made: what a device recorded under those enters no View. */
const epochsAhead = 1_000_000;

const recorded = 'view_id IN (SELECT view_id FROM grants WHERE recording = 1)';
/** Which rows go into a copy, of the tables of which not all do; every other table with a `view_id` is as `recorded`, for the journal see copyJournal. */
const rowsOf: Readonly<Record<string, string>> = {
  grants: 'TRUE',
  sessions: 'FALSE',
  spoken_digits: 'FALSE',
  invitations: 'used_at IS NOT NULL',
};

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/**
 * Writes the database anew into `to` (0600; must not exist), as it is at this moment: one snapshot, which no writer waits for.
 * A copy ends every consent that it holds as active (decision 0061), so it has no use for what devices sent under one without
 * recording, nor for what opens a door: those rows stay out. Of any version of the schema. `from` is only read.
 * @throws SqliteError, CorruptBytes or the system's error, when it cannot be written; nothing is left behind then
 */
export function copyDatabase(options: {
  readonly from: Database.Database;
  readonly to: string;
  /** Epoch ms. */
  readonly at: number;
}): void {
  const { from, to, at } = options;
  closeSync(openSync(to, 'wx', 0o600));
  try {
    const db = new Database(to);
    try {
      // Whole or not at all: it is renamed into its place only when all is there.
      db.pragma('journal_mode = MEMORY');
      db.pragma('foreign_keys = OFF');
      from.transaction(() => db.transaction(() => copyAll(from, db, at)).exclusive())();
    } finally {
      db.close();
    }
    sync(to);
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

function copyAll(from: Database.Database, to: Database.Database, at: number): void {
  for (const pragma of ['application_id', 'user_version'])
    to.pragma(`${pragma} = ${from.pragma(pragma, { simple: true }) as number}`);
  const schema = from
    .prepare<[], SchemaRow>(`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`)
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'));
  const isTable = ({ type }: SchemaRow): boolean => type === 'table';
  for (const { name, sql } of schema.filter(isTable)) {
    to.exec(sql);
    if (name === 'journal') copyJournal(from, to);
    else copyRows(from, to, name);
  }
  const numbered = from.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'").get() !== undefined;
  if (numbered) {
    to.exec('DELETE FROM sqlite_sequence');
    copyRows(from, to, 'sqlite_sequence');
  }
  // Last: they are made at once instead of row by row, and a trigger must not see what is copied.
  for (const { sql } of schema.filter((row) => !isTable(row))) to.exec(sql);
  to.exec(`UPDATE devices SET epoch = epoch + ${epochsAhead}`);
  const detail = { schema: to.pragma('user_version', { simple: true }) as number };
  const nobody = { brandId: null, caseId: null, deviceId: null };
  prepareAppend(to)({ at, actor: 'system', action: copiedAction, ...nobody, detail });
}

function copyRows(from: Database.Database, to: Database.Database, table: string): void {
  const columns = (from.pragma(`table_info("${table}")`) as readonly { readonly name: string }[]).map(
    ({ name }) => name,
  );
  const names = columns.map((name) => `"${name}"`).join(', ');
  const which = rowsOf[table] ?? (columns.includes('view_id') ? recorded : 'TRUE');
  const insert = to.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  const rows = from.prepare(`SELECT ${names} FROM "${table}" WHERE ${which}`).raw().safeIntegers();
  for (const row of rows.iterate()) insert.run(row);
}

/** To the disk: what is renamed before that may be empty after a power cut. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
