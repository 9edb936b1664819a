import type Database from 'better-sqlite3';
import { storedBytes } from '../../domain/consent/view-allowance.ts';
import type { DeviceId, ViewId } from '../../domain/ids.ts';
import type { StoredFrame } from '../../ports/frames.ts';
import { type BlockEntry, decodeBlock } from './archive/block-codec.ts';
import { BatchWalk } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';
import { JournalIndex } from './journal-index.ts';
import type { StoredEntry } from './stored-entry.ts';

/** Where a part of a View's frames ends. */
export interface Place {
  /** So many come before it. */
  readonly count: number;
  /** The last of them; undefined: there is none. */
  readonly last?: Pick<StoredEntry, 'bootId' | 'seq' | 'receivedAt'>;
}

export const theBeginning: Place = { count: 0 };

/** A part of a View's frames; `next`: after which the next part begins, null: there is none. */
export interface FramePage {
  readonly frames: readonly StoredFrame[];
  readonly next: Place | null;
}

interface Run {
  readonly count: number;
  entries(): readonly BlockEntry[];
}

interface BlockHead {
  readonly id: number;
  readonly frames: number;
  readonly journalTo: number;
}

/**
 * A View's frames in the order of their arrival: its blocks, then what of it is in the journal. A place among them is how many come
 * before it, which stays the same when blocks are made and merged in between, and the last of these, as retention may take some away.
 */
export function prepareFrameQueries(db: Database.Database) {
  const deviceOf = db.prepare<[ViewId], DeviceId>('SELECT device_id FROM grants WHERE view_id = ?').pluck();
  const blocks = db.prepare<[ViewId], BlockHead>(
    'SELECT id, frames, journal_to AS journalTo FROM blocks WHERE view_id = ? ORDER BY ordinal',
  );
  const blockBody = db.prepare<[number], Buffer>('SELECT body FROM blocks WHERE id = ?').pluck();
  // Retention makes old blocks anew, under the newest ids.
  const newestBlock = db
    .prepare<[], number>(
      `SELECT received_to FROM grants JOIN blocks ON blocks.id =
         (SELECT id FROM blocks WHERE view_id = grants.view_id ORDER BY ordinal DESC LIMIT 1)
       ORDER BY journal_to DESC, received_to DESC LIMIT 1`,
    )
    .pluck();
  const rowsFromNewest = db.prepare<[], Buffer>('SELECT body FROM journal WHERE id > 0 ORDER BY id DESC').pluck();
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
  function runsOf(viewId: ViewId): readonly Run[] {
    const heads = blocks.all(viewId);
    // A pass of several transactions deletes the rows of the journal in the last of them.
    const inBlocks = heads.reduce((upTo, { journalTo }) => Math.max(upTo, journalTo), 0);
    const rows = journal.ofView(viewId).filter(({ id }) => id > inBlocks);
    return [
      ...heads.map((block) => ({ count: block.frames, entries: () => entriesOf(block) })),
      ...rows.map(({ id, count }) => ({ count, entries: () => journal.entries(viewId, id) })),
    ];
  }

  /**
   * How many come before this place by now. When the last of them has gone as well, those that were received before it: of
   * what came in the very same millisecond some may then come twice, and none is missed.
   */
  function countBefore(runs: readonly Run[], { count, last }: Place): number {
    if (!last) return count;
    let received = 0;
    // Nearly always it is the first that is looked at.
    for (const { place, entry } of entriesBackwards(runs, count)) {
      if (entry.bootId === last.bootId && entry.seq === last.seq) return place;
      if (received === 0 && entry.receivedAt < last.receivedAt) received = place;
    }
    return received;
  }

  /** A page ends after so many frames, or as soon as their bodies have so many bytes (of storedBytes). */
  const framesOfView = (
    viewId: ViewId,
    after: Place,
    page: { readonly rows: number; readonly bytes: number },
  ): FramePage => {
    const deviceId = deviceOf.get(viewId);
    const frames: StoredFrame[] = [];
    if (deviceId === undefined) return { frames, next: null };
    const runs = runsOf(viewId);
    const begin = countBefore(runs, after);
    let bytes = 0;
    let before = 0;
    for (const run of runs) {
      const skip = Math.max(0, begin - before);
      if (skip < run.count)
        for (const entry of run.entries().slice(skip)) {
          const stored = toStoredFrame(viewId, deviceId, entry);
          frames.push(stored);
          bytes += storedBytes(stored.frame.body);
          if (frames.length >= page.rows || bytes >= page.bytes)
            return { frames, next: placeAfter(begin + frames.length, entry) };
        }
      before += run.count;
    }
    return { frames, next: null };
  };

  /** What follows this place has bodies of so many bytes at most. */
  const beforeNewest = (viewId: ViewId, bytes: number): Place => {
    let left = bytes;
    for (const { place, entry } of entriesBackwards(runsOf(viewId), Number.POSITIVE_INFINITY)) {
      left -= storedBytes(entry.body);
      if (left < 0) return placeAfter(place, entry);
    }
    return theBeginning;
  };

  /** When the last frame to arrive was received, by the clock of then. */
  const newestFrameAt = (): number | null => {
    for (const body of rowsFromNewest.iterate()) {
      const at = newestOf(body);
      if (at !== undefined) return at;
    }
    return newestBlock.get() ?? null;
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

/** From the newest of the first so many; `place`: how many there are up to and with it. */
function* entriesBackwards(runs: readonly Run[], count: number) {
  let end = runs.reduce((sum, run) => sum + run.count, 0);
  for (const run of [...runs].reverse()) {
    const begin = end - run.count;
    if (begin < count) {
      const entries = run.entries();
      for (let index = Math.min(entries.length, count - begin) - 1; index >= 0; index -= 1) {
        const entry = entries[index];
        if (entry) yield { place: begin + index + 1, entry };
      }
    }
    end = begin;
  }
}

function placeAfter(count: number, { bootId, seq, receivedAt }: BlockEntry): Place {
  return { count, last: { bootId, seq, receivedAt } };
}

function toStoredFrame(viewId: ViewId, deviceId: DeviceId, entry: BlockEntry): StoredFrame {
  const { source, bootId, seq, kind, receivedAt, body } = entry;
  return { viewId, frame: { deviceId, source, bootId, seq, epoch: null, kind, receivedAt, body } };
}

/** Undefined: it is damaged, which a pass over the journal names. */
function newestOf(body: Buffer): number | undefined {
  try {
    const walk = new BatchWalk(body);
    while (walk.next());
    return walk.receivedAt;
  } catch (error) {
    if (error instanceof CorruptBytes) return undefined;
    throw error;
  }
}
