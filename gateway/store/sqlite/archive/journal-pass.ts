import type Database from 'better-sqlite3';
import type { ViewId } from '../../../domain/ids.ts';
import { type BatchEntry, BatchWalk } from '../batch-codec.ts';
import type { ArchivePass, BlockRow, RollupRow } from '../stored-entry.ts';
import { type BlockEntry, decodeBlock } from './block-codec.ts';
import { blockOf, chunksOf, mostBytes, mostFrames } from './make-block.ts';
import {
  beginOf,
  Bucket,
  decodeRollups,
  encodeRollups,
  hourMs,
  isCounted,
  minuteMs,
  resolutionsMs,
  type Rollup,
} from './rollup-codec.ts';

/** A block that has fewer is merged with what follows it, as long as that is half as much at least: so each frame is merged a few times. */
const smallBlock = 256;
/** Of a part of a pass: a transaction of a few ms for whoever writes. */
const partViews = 64;
const partBytes = 512 * 1024;
const partJournalBytes = 2 * 1024 * 1024;

export interface JournalSize {
  readonly bytes: number;
  /** Null: it is empty. */
  readonly oldestId: number | null;
}

/** For the reader: the thread that makes passes need not run to say that there is nothing to do. */
export function prepareJournalSize(db: Database.Database): () => JournalSize {
  const size = db.prepare<[], JournalSize>(
    'SELECT coalesce(sum(octet_length(body)), 0) AS bytes, min(id) AS oldestId FROM journal',
  );
  return () => size.get() ?? { bytes: 0, oldestId: null };
}

interface JournalRow {
  readonly id: number;
  readonly body: Buffer;
}

/** As it lies in the journal: its body is decoded each time it is asked for. */
interface Taken {
  readonly rowId: number;
  readonly entry: BatchEntry;
}

interface Part {
  readonly replaced: number[];
  readonly blocks: BlockRow[];
  readonly rollups: RollupRow[];
}

interface LastBlock {
  readonly id: number;
  readonly ordinal: number;
  readonly frames: number;
  readonly journalTo: number;
  readonly boots: string;
  readonly body: Buffer;
}

/**
 * Makes blocks and roll-ups of the journal's oldest rows, some Views at a time, reading only. What `next` gave is to be written before it
 * is asked again. Left alone in the middle, it can begin anew at any time: what was written so far is not made twice.
 */
export class JournalPass {
  readonly #rows: Database.Statement<[], JournalRow>;
  readonly #isKept: Database.Statement<[ViewId], number>;
  readonly #newestBlocks: Database.Statement<[ViewId], LastBlock>;
  readonly #rollup: Database.Statement<[ViewId, number, number], Buffer>;
  #views: [ViewId, readonly Taken[]][] = [];
  /** Ids up to which the journal is deleted, a part at a time, once everything is in blocks. */
  #ends: number[] = [];
  #upTo = 0;

  constructor(db: Database.Database) {
    this.#rows = db.prepare('SELECT id, body FROM journal ORDER BY id');
    this.#isKept = db
      .prepare<[ViewId], number>(
        "SELECT 1 FROM grants WHERE view_id = ? AND (recording = 1 OR (state = 'active' AND ended_at IS NULL))",
      )
      .pluck();
    this.#newestBlocks = db.prepare(
      `SELECT id, ordinal, frames, journal_to AS journalTo, boots, body FROM blocks WHERE view_id = ? ORDER BY ordinal DESC`,
    );
    this.#rollup = db
      .prepare<[ViewId, number, number], Buffer>(
        'SELECT body FROM rollups WHERE view_id = ? AND resolution_ms = ? AND bucket_at = ?',
      )
      .pluck();
  }

  /** Takes up the oldest rows, of about so many bytes together; answers of how many Views they are. @throws CorruptBytes */
  begin(mostJournalBytes: number): number {
    const views = new Map<ViewId, Taken[]>();
    this.#ends = [];
    let bytes = 0;
    let sinceEnd = 0;
    for (const row of this.#rows.iterate()) {
      takeUp(row, views);
      this.#upTo = row.id;
      bytes += row.body.length;
      sinceEnd += row.body.length;
      if (sinceEnd >= partJournalBytes) {
        this.#ends.push(row.id);
        sinceEnd = 0;
      }
      if (bytes >= mostJournalBytes) break;
    }
    if (sinceEnd > 0) this.#ends.push(this.#upTo);
    this.#views = [...views].reverse();
    return views.size;
  }

  /** The next part; undefined: that was all. @throws CorruptBytes */
  next(): ArchivePass | undefined {
    const part: Part = { replaced: [], blocks: [], rollups: [] };
    for (let views = 0, bytes = 0; views < partViews && bytes < partBytes; views += 1) {
      const view = this.#views.pop();
      if (!view) break;
      const before = part.blocks.length;
      this.#archive(view[0], view[1], part);
      for (const { body } of part.blocks.slice(before)) bytes += body.length;
    }
    const upTo = this.#views.length === 0 ? this.#ends.shift() : undefined;
    if (upTo === undefined && part.blocks.length === 0) return this.#views.length > 0 ? this.next() : undefined;
    return { upTo: upTo ?? 0, ...part };
  }

  #archive(viewId: ViewId, taken: readonly Taken[], part: Part): void {
    if (this.#isKept.get(viewId) !== 1) return;
    const { fresh, merged, ordinal } = this.#gather(viewId, taken);
    if (fresh.length === 0) return;
    // Decoded once, and only as long as this View is at hand.
    const own = fresh.map(({ entry }): BlockEntry => ({ ...entry }));
    part.replaced.push(...merged.map(({ id }) => id));
    const sizes = [...merged.map(({ frames }) => Array<number>(frames).fill(0)).flat(), ...fresh.map(sizeOf)];
    const entries = [...merged.flatMap(({ body }) => decodeBlock(body)), ...own];
    const boots = merged.map((block) => JSON.parse(block.boots) as BlockRow['boots']);
    for (const [index, [begin, end]] of chunksOf(sizes).entries()) {
      const row = blockOf({
        viewId,
        ordinal: ordinal + index,
        entries: entries.slice(begin, end),
        boots: boots.splice(0),
      });
      part.blocks.push({ ...row, journalTo: this.#upTo });
    }
    part.rollups.push(...this.#rollUp(viewId, own));
  }

  /** What is in no block yet, and the blocks that it is merged with, oldest first; `ordinal`: of the first of what is made of them. */
  #gather(viewId: ViewId, taken: readonly Taken[]) {
    const merged: LastBlock[] = [];
    let fresh = taken;
    let ordinal = 1;
    let frames = 0;
    let bytes = 0;
    for (const block of this.#newestBlocks.iterate(viewId)) {
      if (frames === 0) {
        ordinal = block.ordinal + 1;
        fresh = taken.filter(({ rowId }) => rowId > block.journalTo);
        frames = fresh.length;
        bytes = fresh.reduce((sum, one) => sum + sizeOf(one), 0);
      }
      bytes += block.body.length * 4;
      const small = block.frames < smallBlock && block.frames <= 2 * frames && bytes <= mostBytes;
      if (!small || block.frames + frames > mostFrames) break;
      merged.unshift(block);
      ordinal = block.ordinal;
      frames += block.frames;
    }
    return { fresh, merged, ordinal };
  }

  *#rollUp(viewId: ViewId, entries: readonly BlockEntry[]): Generator<RollupRow, void, undefined> {
    const minutes = new Map<number, Bucket>();
    for (const { kind, receivedAt, body } of entries) {
      if (!isCounted(kind, body) || body.lane !== 'telemetry') continue;
      const bucket = bucketOf(minutes, beginOf(receivedAt, minuteMs));
      for (const { name, dataClass, value } of body.samples) {
        if (typeof value === 'number') bucket.add(name, dataClass, value);
      }
    }
    const hours = new Map<number, Bucket>();
    for (const [at, minute] of minutes) {
      const hour = bucketOf(hours, beginOf(at, hourMs));
      for (const rollup of minute.rollups()) hour.merge(rollup);
    }
    for (const resolutionMs of resolutionsMs) {
      for (const [bucketAt, bucket] of resolutionMs === minuteMs ? minutes : hours) {
        const rollups = bucket.rollups();
        if (rollups.length === 0) continue;
        const there = this.#rollup.get(viewId, resolutionMs, bucketAt);
        yield { viewId, resolutionMs, bucketAt, body: encodeRollups(there ? joined(there, rollups) : rollups) };
      }
    }
  }
}

function joined(there: Uint8Array, rollups: readonly Rollup[]): readonly Rollup[] {
  const bucket = new Bucket();
  for (const rollup of decodeRollups(there)) bucket.merge(rollup);
  for (const rollup of rollups) bucket.merge(rollup);
  return bucket.rollups();
}

function bucketOf(buckets: Map<number, Bucket>, at: number): Bucket {
  let bucket = buckets.get(at);
  if (!bucket) buckets.set(at, (bucket = new Bucket()));
  return bucket;
}

function takeUp({ id: rowId, body }: JournalRow, views: Map<ViewId, Taken[]>): void {
  const walk = new BatchWalk(body);
  const own = walk.streams.map(({ viewId }) => {
    let taken = views.get(viewId);
    if (!taken) views.set(viewId, (taken = []));
    return taken;
  });
  while (walk.next()) own[walk.stream]?.push({ rowId, entry: walk.entry() });
}

function sizeOf({ entry }: Taken): number {
  return entry.bodyBytes;
}
