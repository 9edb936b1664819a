import type Database from 'better-sqlite3';
import type { ViewId } from '../../gateway/domain/ids.ts';
import { type BlockEntry, decodeBlock } from '../../gateway/store/sqlite/archive/block-codec.ts';
import { readBatch } from '../../gateway/store/sqlite/batch-codec.ts';
import { encodeBody } from '../../gateway/store/sqlite/body-text.ts';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import type { TestGateway } from './gateway-kit.ts';

export interface FrameRow {
  readonly bootId: string;
  readonly seq: number;
  readonly kind: string;
  readonly classMask: number;
  readonly body: string;
}

/** What is kept of one frame, in a block or in the journal. */
export type KeptFrame = BlockEntry & { readonly viewId: ViewId };

/** Every frame in the file, of each View in the order of arrival; what is in two places is here twice. */
export function keptFrames(db: Database.Database): readonly KeptFrame[] {
  const kept: KeptFrame[] = [];
  visitKeptFrames(db, (frame) => kept.push(frame));
  return kept;
}

/** The same, one after the other: of a file that has millions. */
export function visitKeptFrames(db: Database.Database, visit: (frame: KeptFrame) => void): void {
  db.transaction(() => {
    const blocks = db
      .prepare<
        [],
        { readonly viewId: ViewId; readonly journalTo: number; readonly frames: number; readonly body: Buffer }
      >('SELECT view_id AS viewId, journal_to AS journalTo, frames, body FROM blocks ORDER BY view_id, ordinal')
      .all();
    const inBlocks = new Map<ViewId, number>();
    for (const { viewId, journalTo, frames, body } of blocks) {
      inBlocks.set(viewId, Math.max(journalTo, inBlocks.get(viewId) ?? 0));
      const entries = decodeBlock(body);
      if (entries.length !== frames) throw new Error(`A block of ${frames} frames has ${entries.length}`);
      for (const entry of entries) visit({ ...entry, viewId });
    }
    const rows = db.prepare<[], { id: number; body: Buffer }>('SELECT id, body FROM journal ORDER BY id').all();
    // What a block says it has of the journal is its own, until the row goes.
    for (const { id, body } of rows)
      for (const entry of readBatch(body)) if (id > (inBlocks.get(entry.viewId) ?? 0)) visit({ ...entry });
  })();
}

/** The frames of one View as they lie in the file, in the order of their arrival. */
export function framesOf(kit: TestGateway, viewId: string): readonly FrameRow[] {
  const db = openForReading(databaseFile(kit));
  try {
    return keptFrames(db)
      .filter((frame) => frame.viewId === viewId)
      .map(({ bootId, seq, kind, classMask, body }) => ({ bootId, seq, kind, classMask, body: encodeBody(body) }));
  } finally {
    db.close();
  }
}

/** What is made of frames, at any time, and is them in another form. */
const ofFrames = ['journal', 'blocks', 'rollups'];

/** Every row of every table, and every frame, as text: two of these are equal when nothing was stored or changed in between. */
export function everythingStored(
  kit: TestGateway,
  options: { readonly butFramesOf?: string } = {},
): Readonly<Record<string, readonly string[]>> {
  const db = openForReading(databaseFile(kit));
  try {
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all();
    const rowsOf = (table: string): readonly string[] =>
      db
        .prepare(`SELECT * FROM "${table}" ORDER BY 1`)
        .all()
        .map((row) => JSON.stringify(row));
    const rows = tables.filter((table) => !ofFrames.includes(table)).map((table) => [table, rowsOf(table)] as const);
    const frames = keptFrames(db)
      .filter(({ viewId }) => viewId !== options.butFramesOf)
      .map(({ body, ...header }) => `${JSON.stringify(header)} ${encodeBody(body)}`)
      .sort();
    return { ...Object.fromEntries(rows), frames };
  } finally {
    db.close();
  }
}

function databaseFile(kit: TestGateway): string {
  return `${kit.settings.dataFolder}/diag.sqlite`;
}
