import type Database from 'better-sqlite3';
import type { ViewId } from '../../../domain/ids.ts';
import { includesClass } from '../../../domain/data-class.ts';
import type { ArchivePass, BlockRow } from '../stored-entry.ts';
import { BlockBuilder } from './block-builder.ts';
import { decodeBlock } from './block-codec.ts';
import { keptPart } from './kept-part.ts';
import { decodeRollups, encodeRollups } from './rollup-codec.ts';

/**
 * Writes what a pass has made, in the writer's transaction. The store's own layer of consent once more: of a View whose grant has
 * ended without recording since the pass read it nothing is written, and of no View a class that its grant does not have: it is taken out.
 * Throws a constraint's error when the blocks are not those that the pass has read: nothing of it is then to stay.
 */
export function prepareArchive(db: Database.Database): (pass: ArchivePass) => void {
  const forgetJournal = db.prepare<[number]>('DELETE FROM journal WHERE id > 0 AND id <= ?');
  const setRowAside = db.prepare<[number]>('UPDATE journal SET id = -id WHERE id = ?');
  const removeBlock = db.prepare<[number]>('DELETE FROM blocks WHERE id = ?');
  const maskOf = db
    .prepare<[ViewId], number>(
      "SELECT class_mask FROM grants WHERE view_id = ? AND (recording = 1 OR (state = 'active' AND ended_at IS NULL))",
    )
    .pluck();
  const insertBlock = db.prepare(`
    INSERT INTO blocks
      (view_id, ordinal, frames, received_from, received_to, class_mask, journal_to, boots, body)
    VALUES
      (:viewId, :ordinal, :frames, :receivedFrom, :receivedTo, :classMask, :journalTo, :boots, :body)`);
  const upsertRollup = db.prepare(`
    INSERT INTO rollups (view_id, resolution_ms, bucket_at, body) VALUES (:viewId, :resolutionMs, :bucketAt, :body)
    ON CONFLICT (view_id, resolution_ms, bucket_at) DO UPDATE SET body = excluded.body`);
  const removeRollup = db.prepare('DELETE FROM rollups WHERE view_id = ? AND resolution_ms = ? AND bucket_at = ?');

  return ({ upTo, setAside, replaced, blocks, rollups }) => {
    const masks = new Map<ViewId, number>();
    const granted = (viewId: ViewId): number => {
      const mask = masks.get(viewId) ?? maskOf.get(viewId) ?? 0;
      masks.set(viewId, mask);
      return mask;
    };
    for (const id of replaced) removeBlock.run(id);
    for (const block of blocks) {
      const mask = granted(block.viewId);
      if (mask === 0) continue;
      const own = (block.classMask & ~mask) === 0 ? block : onlyOf(mask, block);
      if (own) insertBlock.run({ ...own, boots: JSON.stringify(own.boots) });
    }
    for (const { viewId, resolutionMs, bucketAt, classMask, body } of rollups) {
      const mask = body.length === 0 ? 0 : granted(viewId);
      if (body.length === 0) removeRollup.run(viewId, resolutionMs, bucketAt);
      if ((classMask & mask) === 0) continue;
      const isOwn = (classMask & ~mask) === 0;
      upsertRollup.run({ viewId, resolutionMs, bucketAt, body: isOwn ? body : rollupsOf(mask, body) });
    }
    for (const id of setAside ?? []) setRowAside.run(id);
    if (upTo > 0) forgetJournal.run(upTo);
  };
}

/** A block made anew of what the mask has; undefined: nothing. */
function onlyOf(mask: number, row: BlockRow): BlockRow | undefined {
  const block = new BlockBuilder();
  block.addBoots(row.boots);
  for (const entry of decodeBlock(row.body)) {
    const kept = keptPart(entry, (dataClass) => includesClass(mask, dataClass));
    if (kept) block.add(kept);
  }
  return block.count > 0 ? { ...row, ...block.finish() } : undefined;
}

function rollupsOf(mask: number, body: Uint8Array): Uint8Array {
  return encodeRollups(decodeRollups(body).filter(({ dataClass }) => includesClass(mask, dataClass)));
}
