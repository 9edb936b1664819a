import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { StoreUnusable } from '../store-errors.ts';
import { copyDatabase, sync } from './copy-database.ts';

/** How long the way back is kept. */
const keptMs = 7 * 24 * 3_600_000;

/**
 * The database as it is before it is taken forward, as `{file}.v{version}`: a backup that the program before can be started on.
 * @throws StoreUnusable when there is no room for it
 */
export function keepCopy(from: Database.Database, of: { readonly file: string; readonly version: number }): void {
  const { file, version } = of;
  const kept = `${file}.v${version}`;
  const part = `${kept}.part`;
  try {
    rmSync(part, { force: true });
    copyDatabase({ from, to: part, at: Date.now() });
    renameSync(part, kept);
    sync(dirname(kept));
  } catch (error) {
    const reason = `${kept}, the copy that is kept of a database before it is taken forward, cannot be written (${(error as Error).message}). Nothing was changed.`;
    throw new StoreUnusable('unwritable', file, reason);
  }
}

/** Of migrations and of restores, once they are older than a week and a start has succeeded without them. */
export function removeOldCopies(file: string): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !/\.(v\d+|before-\d{8}T\d{6}Z(-wal)?)$/.test(name)) continue;
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { force: true });
  }
}
