import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import { BatchWalk } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';
import { cutBatch } from './cut-batch.ts';

const sliceRows = 500;
const sliceBytes = 2_000_000;

/** How far these Views have gone by now. */
interface Progress {
  readonly of: string;
  readonly viewIds: ReadonlySet<ViewId>;
  /** The journal has been looked through up to and with this row; `isCut`: to its end. */
  upTo: number;
  isCut: boolean;
  /** Those whose blocks and rollups are still to be looked for, the next one last. */
  readonly left: ViewId[];
}

/**
 * Removes a part of some Views, as much as takes some ten milliseconds: what is deleted is overwritten, so a whole View may take
 * many seconds. First all of them are cut out of the rows of the journal at once, then blocks and rollups go, one View after the
 * other. A row that is damaged cannot be cut, and goes whole when it names one of them (decision 0055). False: there was nothing left.
 */
export function prepareDropSlice(db: Database.Database): (viewIds: readonly ViewId[]) => boolean {
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
  let progress: Progress | undefined;

  /** What of a View has a row of its own; answers how many bytes went. */
  const removeSome = (viewId: ViewId): number => {
    let bytes = 0;
    const some: number[] = [];
    for (const row of blocks.iterate(viewId, sliceRows)) {
      some.push(row.id);
      bytes += row.bytes;
      if (bytes >= sliceBytes) break;
    }
    for (const id of some) removeBlock.run(id);
    if (some.length === 0) bytes = removeRollups.run(viewId, viewId, sliceRows).changes * rollupBytes;
    return bytes;
  };

  const slice = (of: Progress): boolean => {
    for (let bytes = 0; bytes < sliceBytes; ) {
      const row = of.isCut ? undefined : rowAfter.get(of.upTo);
      if (row) {
        of.upTo = row.id;
        bytes += row.body.length;
        const rest = without(of.viewIds, row.body);
        if (rest === row.body) continue;
        // It took longer than to look at it.
        bytes += 4 * row.body.length;
        if (rest) replace.run(rest, row.id);
        else remove.run(row.id);
        continue;
      }
      of.isCut = true;
      const viewId = of.left.at(-1);
      if (viewId === undefined) return false;
      const went = removeSome(viewId);
      bytes += went + viewBytes;
      if (went === 0) of.left.pop();
    }
    return true;
  };

  return (viewIds) => {
    const of = viewIds.join(' ');
    const known = progress?.of === of ? progress : undefined;
    const own = known ?? { of, viewIds: new Set(viewIds), upTo: 0, isCut: false, left: [...viewIds].reverse() };
    // When this slice is taken back, another one begins from the beginning.
    progress = undefined;
    const isMore = slice(own);
    // A pass may set a row aside in between.
    if (!known || !isMore) for (const viewId of own.viewIds) removeSetAside.run(viewId);
    if (isMore) progress = own;
    return isMore;
  };
}

/** About as much work as so many bytes of a block: a rollup that goes, a View of which nothing is left. */
const rollupBytes = 4_000;
const viewBytes = 1_000;

/** A batch without some Views; the same: they were not in it; undefined: nothing is left. */
function without(viewIds: ReadonlySet<ViewId>, batch: Buffer): Buffer | undefined {
  try {
    const { streams } = new BatchWalk(batch);
    const goes = streams.map(({ viewId }) => viewIds.has(viewId));
    return goes.includes(true) ? cutBatch(batch, ({ stream }) => goes[stream] === false) : batch;
  } catch (error) {
    if (!(error instanceof CorruptBytes)) throw error;
    return [...viewIds].some((viewId) => batch.includes(viewId)) ? undefined : batch;
  }
}
