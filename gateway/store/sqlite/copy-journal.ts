import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import { BatchWalk } from './batch-codec.ts';
import { BatchEncoder } from './batch-encoder.ts';

/**
 * Copies the journal, whose rows have the frames of all Views together, with those of recorded Views alone: what goes into the other
 * file never had anything else in it. What was set aside stays out, as nobody can tell whose it is.
 * @throws CorruptBytes for a row that cannot be read: the next pass over the journal sets it aside
 */
export function copyJournal(from: Database.Database, to: Database.Database): void {
  const recorded = new Set(
    from.prepare<[], ViewId>('SELECT view_id FROM grants WHERE recording = 1').pluck().iterate(),
  );
  if (recorded.size === 0) return;
  const insert = to.prepare<[number, Buffer]>('INSERT INTO journal (id, body) VALUES (?, ?)');
  const rows = from.prepare<[], { readonly id: number; readonly body: Buffer }>(
    'SELECT id, body FROM journal WHERE id > 0 ORDER BY id',
  );
  const encoder = new BatchEncoder();
  for (const { id, body } of rows.iterate()) {
    const kept = ofViews(recorded, body, encoder);
    if (kept) insert.run(id, kept);
  }
}

/** What of a batch is of these Views; undefined: nothing. */
function ofViews(views: ReadonlySet<ViewId>, batch: Buffer, encoder: BatchEncoder): Buffer | undefined {
  const walk = new BatchWalk(batch);
  const isKept = walk.streams.map(({ viewId }) => views.has(viewId));
  const isWhole = isKept.every(Boolean);
  while (walk.next()) if (!isWhole && isKept[walk.stream]) encoder.add(walk.entry());
  if (isWhole) return batch;
  if (encoder.count === 0) return undefined;
  const { bytes, length } = encoder.take();
  return bytes.subarray(0, length);
}
