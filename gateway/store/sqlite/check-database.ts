import Database from 'better-sqlite3';
import { StoreUnusable } from '../store-errors.ts';
import { chainCheckStart, prepareCheck } from './audit-chain.ts';
import { copiedAction } from './copy-database.ts';
import { inspect } from './open-database.ts';

export interface DatabaseFacts {
  readonly schema: number;
  /** Epoch ms of the last event in the audit log before it was copied; null: there is none. */
  readonly newestAt: number | null;
}

const eventsAPage = 5_000;

/**
 * Looks through all of a database that nobody has open: every page, every reference, every link of the audit chain.
 * @throws StoreUnusable (corrupt, newer, foreign)
 */
export function checkWhole(file: string): DatabaseFacts {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const schema = inspect(db, file, false);
    const broken = (findings: string): StoreUnusable =>
      new StoreUnusable('corrupt', file, `${file} is damaged (${findings}). Nothing was changed.`, findings);
    if (schema === 0)
      throw new StoreUnusable('foreign', file, `${file} is empty, and no backup. Nothing was changed.`, 'it is empty');
    try {
      const findings = db.pragma('integrity_check(1)', { simple: true }) as string;
      if (findings !== 'ok') throw broken(findings.split('\n').at(-1) ?? findings);
      if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
        throw broken('records refer to others that are not there');
      const next = prepareCheck(db);
      let check = chainCheckStart;
      while (!check.done) check = next(check, eventsAPage);
      if (!check.whole) throw broken(`the audit log has been changed after event ${check.ordinal}`);
      const newest = db.prepare<[string], number | null>('SELECT max(at) FROM audit WHERE action <> ?').pluck();
      return { schema, newestAt: newest.get(copiedAction) ?? null };
    } catch (error) {
      if (error instanceof Database.SqliteError) throw broken(error.message);
      throw error;
    }
  } finally {
    db.close();
  }
}
