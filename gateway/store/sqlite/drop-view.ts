import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import { BatchWalk } from './batch-codec.ts';
import { BatchEncoder } from './batch-encoder.ts';

const sliceRows = 500;
const sliceBytes = 2_000_000;

/**
 * Removes a part of a View, as much as takes some ten milliseconds: what is deleted is overwritten, so a whole View may take
 * many seconds. First its blocks and rollups, then it is cut out of the rows of the journal, one after the other. False: there
 * was nothing left.
 */
export function prepareDropSlice(db: Database.Database): (viewId: ViewId) => boolean {
  const blocks = db.prepare<[ViewId, number], { readonly id: number; readonly bytes: number }>(
    'SELECT id, octet_length(body) AS bytes FROM blocks WHERE view_id = ? ORDER BY ordinal LIMIT ?',
  );
  const removeBlock = db.prepare<[number]>('DELETE FROM blocks WHERE id = ?');
  const removeRollups = db.prepare<[ViewId, ViewId, number]>(`
    DELETE FROM rollups WHERE view_id = ? AND (resolution_ms, bucket_at) IN (
      SELECT resolution_ms, bucket_at FROM rollups WHERE view_id = ? ORDER BY resolution_ms, bucket_at LIMIT ?)`);
  const rowAfter = db.prepare<[number], { readonly id: number; readonly body: Buffer }>(
    'SELECT id, body FROM journal WHERE id > ? ORDER BY id LIMIT 1',
  );
  const replace = db.prepare<[Buffer, number]>('UPDATE journal SET body = ? WHERE id = ?');
  const remove = db.prepare<[number]>('DELETE FROM journal WHERE id = ?');
  const removeSetAside = db.prepare<[ViewId]>('DELETE FROM journal WHERE id < 0 AND instr(body, CAST(? AS BLOB)) > 0');
  const encoder = new BatchEncoder();
  /** How far the journal has been looked through for which View. */
  let looked: { readonly viewId: ViewId; upTo: number } | undefined;

  const cut = (viewId: ViewId): boolean => {
    if (looked?.viewId !== viewId) looked = { viewId, upTo: 0 };
    for (let bytes = 0; bytes < sliceBytes; ) {
      const row = rowAfter.get(looked.upTo);
      if (!row) {
        looked = undefined;
        return false;
      }
      looked.upTo = row.id;
      bytes += row.body.length;
      const rest = without(viewId, row.body, encoder);
      if (rest === row.body) continue;
      // It took longer than to look at it.
      bytes += 4 * row.body.length;
      if (rest) replace.run(rest, row.id);
      else remove.run(row.id);
    }
    return true;
  };

  return (viewId) => {
    // What is damaged cannot be cut, and goes whole when it names the View.
    removeSetAside.run(viewId);
    let bytes = 0;
    const some: number[] = [];
    for (const row of blocks.iterate(viewId, sliceRows)) {
      some.push(row.id);
      bytes += row.bytes;
      if (bytes >= sliceBytes) break;
    }
    for (const id of some) removeBlock.run(id);
    if (some.length > 0 || removeRollups.run(viewId, viewId, sliceRows).changes > 0) return true;
    try {
      return cut(viewId);
    } catch (error) {
      // This slice is taken back.
      looked = undefined;
      throw error;
    }
  };
}

/** A batch without a View, made anew, so that nothing of it stays behind; the same: it was not in it; undefined: nothing is left. */
function without(viewId: ViewId, batch: Buffer, encoder: BatchEncoder): Buffer | undefined {
  const walk = new BatchWalk(batch);
  if (walk.streams.every((stream) => stream.viewId !== viewId)) return batch;
  while (walk.next()) if (walk.whose.viewId !== viewId) encoder.add(walk.entry());
  if (encoder.count === 0) return undefined;
  const { bytes, length } = encoder.take();
  return bytes.subarray(0, length);
}
