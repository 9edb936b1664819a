import type Database from 'better-sqlite3';
import { storedBytes } from '../../domain/consent/view-allowance.ts';
import type { DeviceId, ViewId } from '../../domain/ids.ts';
import type { StoredFrame } from '../../ports.ts';
import { type BlockEntry, decodeBlock } from './archive/block-codec.ts';
import { BatchWalk } from './batch-codec.ts';
import { JournalIndex } from './journal-index.ts';

/** A part of a View's frames; `after` of the next part, null: there is none. */
export interface FramePage {
  readonly frames: readonly StoredFrame[];
  readonly next: number | null;
}

interface BlockHead {
  readonly id: number;
  readonly frames: number;
  readonly journalTo: number;
}

/**
 * A View's frames in the order of their arrival: its blocks, then what of it is in the journal. A place among them is how many come
 * before it: blocks are made and merged in between, and that stays the same.
 */
export function prepareFrameQueries(db: Database.Database) {
  const deviceOf = db.prepare<[ViewId], DeviceId>('SELECT device_id FROM grants WHERE view_id = ?').pluck();
  const blocks = db.prepare<[ViewId], BlockHead>(
    'SELECT id, frames, journal_to AS journalTo FROM blocks WHERE view_id = ? ORDER BY ordinal',
  );
  const blockBody = db.prepare<[number], Buffer>('SELECT body FROM blocks WHERE id = ?').pluck();
  const newestBlock = db.prepare<[], number>('SELECT received_to FROM blocks ORDER BY id DESC LIMIT 1').pluck();
  const newestRow = db.prepare<[], Buffer>('SELECT body FROM journal WHERE id > 0 ORDER BY id DESC LIMIT 1').pluck();
  const journal = new JournalIndex(db);
  /** A block is read in several pages. Nobody holds on to what the next collection of garbage may take. */
  let latest: { readonly id: number; readonly entries: WeakRef<readonly BlockEntry[]> } | undefined;

  const entriesOf = ({ id }: BlockHead): readonly BlockEntry[] => {
    const known = latest?.id === id ? latest.entries.deref() : undefined;
    if (known) return known;
    const entries = decodeBlock(blockBody.get(id) ?? new Uint8Array());
    latest = { id, entries: new WeakRef(entries) };
    return entries;
  };

  /** Runs of entries in order, or from the newest, of which none is decoded before it is asked for. */
  function runsOf(viewId: ViewId): readonly { readonly count: number; entries(): readonly BlockEntry[] }[] {
    const heads = blocks.all(viewId);
    // A pass of several transactions deletes the rows of the journal in the last of them.
    const inBlocks = heads.reduce((upTo, { journalTo }) => Math.max(upTo, journalTo), 0);
    const rows = journal.ofView(viewId).filter(({ id }) => id > inBlocks);
    return [
      ...heads.map((block) => ({ count: block.frames, entries: () => entriesOf(block) })),
      ...rows.map(({ id, count }) => ({ count, entries: () => journal.entries(viewId, id) })),
    ];
  }

  /** A page ends after so many frames, or as soon as their bodies have so many bytes (of storedBytes). */
  const framesOfView = (
    viewId: ViewId,
    after: number,
    page: { readonly rows: number; readonly bytes: number },
  ): FramePage => {
    const deviceId = deviceOf.get(viewId);
    const frames: StoredFrame[] = [];
    if (deviceId === undefined) return { frames, next: null };
    let bytes = 0;
    let before = 0;
    for (const run of runsOf(viewId)) {
      const skip = Math.max(0, after - before);
      if (skip < run.count)
        for (const entry of run.entries().slice(skip)) {
          const stored = toStoredFrame(viewId, deviceId, entry);
          frames.push(stored);
          bytes += storedBytes(stored.frame.body);
          if (frames.length >= page.rows || bytes >= page.bytes) return { frames, next: after + frames.length };
        }
      before += run.count;
    }
    return { frames, next: null };
  };

  /** What follows this place has bodies of so many bytes at most. */
  const beforeNewest = (viewId: ViewId, bytes: number): number => {
    const runs = runsOf(viewId);
    let place = runs.reduce((sum, { count }) => sum + count, 0);
    let left = bytes;
    for (const run of [...runs].reverse())
      for (const entry of [...run.entries()].reverse()) {
        left -= storedBytes(entry.body);
        if (left < 0) return place;
        place -= 1;
      }
    return 0;
  };

  /** When the last frame to arrive was received, by the clock of then. */
  const newestFrameAt = (): number | null => {
    const body = newestRow.get();
    if (body === undefined) return newestBlock.get() ?? null;
    const walk = new BatchWalk(body);
    while (walk.next());
    return walk.receivedAt;
  };

  // What moves from the journal into a block in between must not be missed, nor seen twice.
  const atOnce = <Args extends unknown[], Answer>(ask: (...args: Args) => Answer): ((...args: Args) => Answer) =>
    db.transaction(ask);
  return {
    framesOfView: atOnce(framesOfView),
    beforeNewest: atOnce(beforeNewest),
    newestFrameAt: atOnce(newestFrameAt),
    inJournal: atOnce((viewIds: readonly ViewId[]) => journal.among(viewIds)),
  };
}

function toStoredFrame(viewId: ViewId, deviceId: DeviceId, entry: BlockEntry): StoredFrame {
  const { source, bootId, seq, kind, receivedAt, body } = entry;
  return { viewId, frame: { deviceId, source, bootId, seq, epoch: null, kind, receivedAt, body } };
}
