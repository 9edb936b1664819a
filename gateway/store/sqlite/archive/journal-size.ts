import type Database from 'better-sqlite3';

export interface JournalSize {
  readonly bytes: number;
  /** Null: it is empty. */
  readonly oldestId: number | null;
}

/**
 * For the reader: the thread that makes passes need not run to say that there is nothing to do. Rows are looked at once; what Views
 * that ended meanwhile had in them counts until the next pass.
 */
export function prepareJournalSize(db: Database.Database): () => JournalSize {
  const oldest = db.prepare<[], number | null>('SELECT min(id) FROM journal WHERE id > 0').pluck();
  const after = db.prepare<[number], { readonly bytes: number; readonly newestId: number | null }>(
    'SELECT coalesce(sum(octet_length(body)), 0) AS bytes, max(id) AS newestId FROM journal WHERE id > ?',
  );
  let known: JournalSize & { readonly newestId: number } = { bytes: 0, oldestId: null, newestId: 0 };
  return () => {
    const oldestId = oldest.get() ?? null;
    if (known.oldestId !== oldestId) known = { bytes: 0, oldestId, newestId: 0 };
    const { bytes = 0, newestId = null } = after.get(known.newestId) ?? {};
    known = { bytes: known.bytes + bytes, oldestId, newestId: newestId ?? known.newestId };
    return { bytes: known.bytes, oldestId };
  };
}
