import type Database from 'better-sqlite3';
import type { ViewId } from '../../../domain/ids.ts';
import { CorruptBytes } from '../byte-reader.ts';
import { type BatchStream, BatchWalk, kinds, KnownStreams, sources } from '../batch-codec.ts';
import type { ArchivePass, BlockRow, RollupRow } from '../stored-entry.ts';
import { BlockBuilder } from './block-builder.ts';
import { type OpenBlock, openBlock } from './block-codec.ts';
import {
  beginOf,
  Bucket,
  classMaskOf,
  decodeRollups,
  encodeRollups,
  hourMs,
  minuteMs,
  resolutionsMs,
  type Rollup,
} from './rollup-codec.ts';

/**
 * A block that has fewer is merged with what follows it, as long as that is half as much at least; but only once there are so many of
 * them, or all of them together are no longer small: reading them again costs more than writing them did.
 */
const smallBlock = 128;
const manySmall = 8;
/** Of a block; bytes as its frames lie in the journal. */
const mostFrames = 1_000;
const mostBytes = 2 * 1024 * 1024;
/** Of a part of a pass: a transaction of a few ms for whoever writes. */
const partViews = 64;
const partBytes = 512 * 1024;
const partJournalBytes = 2 * 1024 * 1024;

interface JournalRow {
  readonly id: number;
  readonly body: Buffer;
}

/** Entries of one View in the journal, a column a property: there are very many of them at once. */
class Taken {
  readonly rowIds: number[] = [];
  readonly walks: BatchWalk[] = [];
  readonly streams: BatchStream[] = [];
  readonly seqs: number[] = [];
  readonly kinds: number[] = [];
  readonly sources: number[] = [];
  readonly receivedAts: number[] = [];
  readonly classMasks: number[] = [];
  readonly begins: number[] = [];
  /** Below zero: of a body that is JSON. */
  readonly ends: number[] = [];
  /** Of which the header can be read, and no more. */
  readonly damaged = new Set<number>();

  add(rowId: number, walk: BatchWalk, stream: BatchStream): void {
    this.rowIds.push(rowId);
    this.walks.push(walk);
    this.streams.push(stream);
    this.seqs.push(walk.seq);
    this.kinds.push(walk.kind);
    this.sources.push(walk.source);
    this.receivedAts.push(walk.receivedAt);
    this.classMasks.push(walk.classMask);
    this.begins.push(walk.bodyAt);
    this.ends.push(walk.isJson ? -walk.bodyEnd : walk.bodyEnd);
  }

  get count(): number {
    return this.rowIds.length;
  }

  /** The first that is in none of these rows. */
  after(rowId: number): number {
    const first = this.rowIds.findIndex((id) => id > rowId);
    return first === -1 ? this.count : first;
  }

  isLive(index: number): boolean {
    return kinds[this.kinds[index] ?? -1] === 'live' && (this.ends[index] ?? 0) > 0;
  }

  size(index: number): number {
    return Math.abs(this.ends[index] ?? 0) - (this.begins[index] ?? 0);
  }

  /** Its body as it is decoded. @throws CorruptBytes */
  read(index: number): void {
    const [walk, begin = 0, end = 0] = [this.walks[index], this.begins[index], this.ends[index]];
    if (end < 0) walk?.readJson(begin, -end);
    else walk?.readSamples(begin, end, this.receivedAts[index] ?? 0, nowhere);
  }

  addTo(block: BlockBuilder, index: number, bucket: Bucket | undefined): void {
    const [walk, stream, end = 0] = [this.walks[index], this.streams[index], this.ends[index]];
    const [kind, source] = [kinds[this.kinds[index] ?? -1], sources[this.sources[index] ?? -1]];
    if (!walk || !stream || !kind || !source) return;
    const head = {
      bootId: stream.bootId,
      seq: this.seqs[index] ?? 0,
      source,
      kind,
      receivedAt: this.receivedAts[index] ?? 0,
      classMask: this.classMasks[index] ?? 0,
      bucket,
    };
    block.addEncoded(head, walk, { at: this.begins[index] ?? 0, end: Math.abs(end), isJson: end < 0 });
  }
}

const nowhere = { begin: () => undefined, sample: () => undefined };

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
  readonly bytes: number;
}

/** Small ones are read to be merged. */
interface MergedBlock {
  readonly id: number;
  readonly boots: BlockRow['boots'];
  readonly block: OpenBlock;
}

interface Gathered {
  readonly first: number;
  readonly merged: readonly MergedBlock[];
  readonly ordinal: number;
}

/**
 * Makes blocks and roll-ups of the journal's oldest rows, some Views at a time, reading only. What `next` gave is to be written before it
 * is asked again. Left alone in the middle, it can begin anew at any time: what was written so far is not made twice. What is damaged
 * keeps nothing else back: a block is not merged, a row of the journal is set aside when all that can be read of it is in blocks.
 */
export class JournalPass {
  readonly #rows: Database.Statement<[], JournalRow>;
  readonly #isKept: Database.Statement<[ViewId], number>;
  readonly #newestBlocks: Database.Statement<[ViewId], LastBlock>;
  readonly #block: Database.Statement<[number], { readonly boots: string; readonly body: Buffer }>;
  readonly #rollup: Database.Statement<[ViewId, number, number], Buffer>;
  readonly #known = new KnownStreams();
  #views: [ViewId, Taken][] = [];
  /** Ids up to which the journal is deleted, a part at a time, once everything is in blocks. */
  #ends: number[] = [];
  #upTo = 0;
  /** Of the journal, and why. */
  readonly #damagedRows = new Map<number, string>();
  #damaged: string[] = [];
  readonly #breathe: () => void;
  readonly #setAside: Database.Statement<[], number>;

  /** `breathe`: called between pieces of some ms. */
  constructor(db: Database.Database, breathe: () => void = () => undefined) {
    this.#breathe = breathe;
    this.#rows = db.prepare('SELECT id, body FROM journal WHERE id > 0 ORDER BY id');
    this.#setAside = db.prepare<[], number>('SELECT -id FROM journal WHERE id < 0 ORDER BY id DESC LIMIT 100').pluck();
    this.#isKept = db
      .prepare<[ViewId], number>(
        "SELECT 1 FROM grants WHERE view_id = ? AND (recording = 1 OR (state = 'active' AND ended_at IS NULL))",
      )
      .pluck();
    this.#newestBlocks = db.prepare(
      `SELECT id, ordinal, frames, journal_to AS journalTo, octet_length(body) AS bytes
         FROM blocks WHERE view_id = ? ORDER BY ordinal DESC`,
    );
    this.#block = db.prepare('SELECT boots, body FROM blocks WHERE id = ?');
    this.#rollup = db
      .prepare<[ViewId, number, number], Buffer>(
        'SELECT body FROM rollups WHERE view_id = ? AND resolution_ms = ? AND bucket_at = ?',
      )
      .pluck();
  }

  /** Takes up the oldest rows, of about so many bytes together; answers of how many Views they are. */
  begin(mostJournalBytes: number): number {
    const views = new Map<ViewId, Taken>();
    this.#ends = [];
    this.#damagedRows.clear();
    this.#damaged = [];
    let bytes = 0;
    let sinceEnd = 0;
    for (const row of this.#rows.iterate()) {
      try {
        this.#takeUp(row, views);
      } catch (error) {
        this.#damagedRows.set(row.id, damageOf(error));
      }
      this.#upTo = row.id;
      bytes += row.body.length;
      sinceEnd += row.body.length;
      if (sinceEnd >= partJournalBytes) {
        this.#ends.push(row.id);
        sinceEnd = 0;
      }
      if (bytes >= mostJournalBytes) break;
      this.#breathe();
    }
    if (sinceEnd > 0) this.#ends.push(this.#upTo);
    this.#views = [...views].reverse();
    return views.size;
  }

  /** What this pass could not read, and what no pass before it could, by name. */
  damaged(): readonly string[] {
    return [...this.#damaged, ...this.#setAside.all().map((id) => `journal row ${id} is damaged: it was set aside`)];
  }

  /** The next part; undefined: that was all. */
  next(): ArchivePass | undefined {
    const part: Part = { replaced: [], blocks: [], rollups: [] };
    for (let views = 0, bytes = 0; views < partViews && bytes < partBytes; views += 1) {
      const view = this.#views.pop();
      if (!view) break;
      this.#breathe();
      const before = part.blocks.length;
      this.#archive(view[0], view[1], part);
      for (const { body } of part.blocks.slice(before)) bytes += body.length;
    }
    const upTo = this.#views.length === 0 ? this.#ends.shift() : undefined;
    if (upTo === undefined && part.blocks.length === 0) return this.#views.length > 0 ? this.next() : undefined;
    if (upTo === undefined) return { upTo: 0, ...part };
    return { upTo, ...part, setAside: [...this.#damagedRows.keys()].filter((id) => id <= upTo) };
  }

  #archive(viewId: ViewId, taken: Taken, part: Part): void {
    if (this.#isKept.get(viewId) !== 1) return;
    try {
      this.#make(viewId, taken, part, this.#gather(viewId, taken, true));
    } catch (error) {
      const damage = damageOf(error);
      this.#findDamaged(taken);
      if (taken.damaged.size === 0) this.#damaged.push(`a block is damaged: ${damage}`);
      this.#make(viewId, taken, part, this.#gather(viewId, taken, false));
    }
  }

  #findDamaged(taken: Taken): void {
    for (let index = 0; index < taken.count; index += 1) {
      try {
        taken.read(index);
      } catch (error) {
        taken.damaged.add(index);
        this.#damagedRows.set(taken.rowIds[index] ?? 0, damageOf(error));
      }
    }
  }

  /** Adds all of the View to the part, or throws CorruptBytes and adds nothing. */
  #make(viewId: ViewId, taken: Taken, part: Part, { first, merged, ordinal }: Gathered): void {
    if (first === taken.count) return;
    let block = new BlockBuilder();
    const blocks: BlockRow[] = [];
    const finish = () => {
      blocks.push({ viewId, ordinal: ordinal + blocks.length, journalTo: this.#upTo, ...block.finish() });
    };
    for (const one of merged) {
      block.addBoots(one.boots);
      block.addBlock(one.block);
    }
    const minutes = new Map<number, Bucket>();
    let bucket: Bucket | undefined;
    let bucketAt = Number.NaN;
    for (let index = first; index < taken.count; index += 1) {
      if (taken.damaged.has(index)) continue;
      const live = taken.isLive(index);
      if (live) {
        const at = beginOf(taken.receivedAts[index] ?? 0, minuteMs);
        if (at !== bucketAt) bucket = bucketOf(minutes, (bucketAt = at));
      }
      if (block.count > 0 && (block.count >= mostFrames || block.bytes + taken.size(index) > mostBytes)) {
        finish();
        block = new BlockBuilder();
      }
      taken.addTo(block, index, live ? bucket : undefined);
    }
    if (block.count === 0) return;
    finish();
    part.replaced.push(...merged.map(({ id }) => id));
    part.blocks.push(...blocks);
    part.rollups.push(...this.#rollUp(viewId, minutes));
  }

  /** Where what is in no block yet begins, and the blocks that it is merged with, oldest first; `ordinal`: of the first that is made of them. */
  #gather(viewId: ViewId, taken: Taken, merges: boolean): Gathered {
    const small: LastBlock[] = [];
    let [first, next, frames, bytes] = [0, 1, taken.count, 0];
    for (const block of this.#newestBlocks.iterate(viewId)) {
      if (small.length === 0) {
        next = block.ordinal + 1;
        first = taken.after(block.journalTo);
        frames = taken.count - first;
      }
      bytes += block.bytes * 4;
      const isSmall = block.frames < smallBlock && block.frames <= 2 * frames && bytes <= mostBytes;
      if (!isSmall || block.frames + frames > mostFrames) break;
      small.push(block);
      frames += block.frames;
    }
    const merged: MergedBlock[] = [];
    if (merges && first < taken.count && (small.length >= manySmall || frames >= smallBlock))
      for (const { id } of small) {
        const block = this.#read(id);
        if (!block) break;
        merged.unshift(block);
      }
    return { first, merged, ordinal: small[merged.length - 1]?.ordinal ?? next };
  }

  #read(id: number): MergedBlock | undefined {
    try {
      const { boots = '', body = new Uint8Array() } = this.#block.get(id) ?? {};
      return { id, boots: JSON.parse(boots) as BlockRow['boots'], block: openBlock(body) };
    } catch (error) {
      this.#damaged.push(`block ${id} is damaged: ${damageOf(error)}`);
      return undefined;
    }
  }

  *#rollUp(viewId: ViewId, minutes: ReadonlyMap<number, Bucket>): Generator<RollupRow, void, undefined> {
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
        const all = there ? this.#joined(there, rollups) : rollups;
        yield { viewId, resolutionMs, bucketAt, classMask: classMaskOf(all), body: encodeRollups(all) };
      }
    }
  }

  /** One that is damaged begins anew: it is made of frames, which are still there. */
  #joined(there: Uint8Array, rollups: readonly Rollup[]): readonly Rollup[] {
    const bucket = new Bucket();
    try {
      for (const rollup of decodeRollups(there)) bucket.merge(rollup);
    } catch (error) {
      this.#damaged.push(`a roll-up is damaged: ${damageOf(error)}`);
      return rollups;
    }
    for (const rollup of rollups) bucket.merge(rollup);
    return bucket.rollups();
  }

  #takeUp({ id, body }: JournalRow, views: Map<ViewId, Taken>): void {
    const walk = new BatchWalk(body, this.#known);
    const own = walk.streams.map(({ viewId }) => {
      let taken = views.get(viewId);
      if (!taken) views.set(viewId, (taken = new Taken()));
      return taken;
    });
    while (walk.next()) {
      const stream = walk.streams[walk.stream];
      if (stream) own[walk.stream]?.add(id, walk, stream);
    }
  }
}

/** Of what is damaged; whatever else went wrong goes on. */
export function damageOf(error: unknown): string {
  if (error instanceof CorruptBytes || error instanceof SyntaxError) return error.message;
  throw error;
}

function bucketOf(buckets: Map<number, Bucket>, at: number): Bucket {
  let bucket = buckets.get(at);
  if (!bucket) buckets.set(at, (bucket = new Bucket()));
  return bucket;
}
