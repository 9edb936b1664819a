import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import type { BlockEntry } from './archive/block-codec.ts';
import { BatchWalk, footerBytes, KnownStreams } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';

/** A row of the journal, and how many entries of a View it has: one at least. */
interface Place {
  readonly id: number;
  readonly count: number;
}

/** Where each entry of a row lies, so that those of one View are found without the others. */
interface Row {
  /** In bytes: the row is another when a View was cut out of it, and shorter. */
  readonly length: number;
  /** Read when it is needed; nobody holds on to what the next collection of garbage may take. */
  walk: WeakRef<BatchWalk>;
  /** Of each entry: number of its stream, where its header begins, what its time of receipt is told from. */
  readonly streams: Uint32Array;
  readonly begins: Uint32Array;
  readonly timesBefore: Float64Array;
  readonly counts: ReadonlyMap<ViewId, number>;
}

/**
 * Which rows of the journal a View is in: of each row the dictionary is read once, when somebody asks after it has come, and the row
 * itself is looked through for those Views alone that are asked for: others' messages cost a reader next to nothing. A row that is
 * damaged is left out here, and readers go on with the rest: the next pass over the journal names it and sets it aside.
 */
export class JournalIndex {
  readonly #rowAfter: Database.Statement<[number], { readonly id: number; readonly body: Buffer }>;
  readonly #oldest: Database.Statement<[], number | null>;
  readonly #lengthOf: Database.Statement<[number], number>;
  readonly #bodyOf: Database.Statement<[number], Buffer>;
  readonly #rowsOf = new Map<ViewId, number[]>();
  readonly #rows = new Map<number, Row>();
  readonly #known = new KnownStreams();
  #from = 0;
  #upTo = 0;

  constructor(db: Database.Database) {
    this.#rowAfter = db.prepare('SELECT id, body FROM journal WHERE id > ? ORDER BY id LIMIT 1');
    this.#oldest = db.prepare<[], number | null>('SELECT min(id) FROM journal WHERE id > 0').pluck();
    this.#lengthOf = db.prepare<[number], number>('SELECT octet_length(body) FROM journal WHERE id = ?').pluck();
    this.#bodyOf = db.prepare<[number], Buffer>('SELECT body FROM journal WHERE id = ?').pluck();
  }

  /** In the order of arrival. Of a View that is being dropped, some may be there no more. */
  ofView(viewId: ViewId): readonly Place[] {
    return this.rowsOf(viewId).flatMap((id) => {
      const count = this.#countIn(viewId, id);
      return count > 0 ? [{ id, count }] : [];
    });
  }

  /** Ids of rows that may have entries of it, in the order of arrival. */
  rowsOf(viewId: ViewId): readonly number[] {
    this.#refresh();
    return this.#rowsOf.get(viewId) ?? [];
  }

  /** Those that are in the journal, of these. */
  among(viewIds: readonly ViewId[]): readonly ViewId[] {
    return viewIds.filter((viewId) => this.rowsOf(viewId).some((id) => this.entries(viewId, id).length > 0));
  }

  entries(viewId: ViewId, id: number): readonly BlockEntry[] {
    const open = this.#open(id);
    if (!open) return [];
    const { walk, row } = open;
    const own = walk.streams.map((stream) => stream.viewId === viewId);
    const entries: BlockEntry[] = [];
    for (const [index, stream] of row.streams.entries())
      if (own[stream]) entries.push(walk.entryAt(row.begins[index] ?? 0, row.timesBefore[index] ?? 0));
    return entries;
  }

  #open(id: number): { readonly row: Row; readonly walk: BatchWalk } | undefined {
    const known = this.#rows.get(id);
    const isSame = known !== undefined && known.length === this.#lengthOf.get(id);
    const open = isSame ? known.walk.deref() : undefined;
    if (isSame && open) return { row: known, walk: open };
    const body = this.#bodyOf.get(id);
    return (
      body &&
      unlessDamaged(() => {
        const walk = new BatchWalk(body, this.#known);
        const row = isSame ? known : readRow(walk, body.length);
        row.walk = new WeakRef(walk);
        this.#rows.set(id, row);
        return { row, walk };
      })
    );
  }

  #countIn(viewId: ViewId, id: number): number {
    return (this.#rows.get(id) ?? this.#open(id)?.row)?.counts.get(viewId) ?? 0;
  }

  #refresh(): void {
    const oldest = this.#oldest.get() ?? this.#upTo + 1;
    if (oldest > this.#from) {
      this.#from = oldest;
      for (const id of this.#rows.keys()) if (id < oldest) this.#rows.delete(id);
      for (const [viewId, ids] of this.#rowsOf) {
        const left = ids.filter((id) => id >= oldest);
        if (left.length > 0) this.#rowsOf.set(viewId, left);
        else this.#rowsOf.delete(viewId);
      }
    }
    for (let row = this.#rowAfter.get(this.#upTo); row; row = this.#rowAfter.get(row.id)) {
      const { id, body } = row;
      this.#upTo = id;
      for (const { viewId } of unlessDamaged(() => new BatchWalk(body, this.#known).streams) ?? []) {
        const ids = this.#rowsOf.get(viewId);
        if (!ids) this.#rowsOf.set(viewId, [id]);
        else if (ids.at(-1) !== id) ids.push(id);
      }
    }
  }
}

function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CorruptBytes) return undefined;
    throw error;
  }
}

function readRow(walk: BatchWalk, length: number): Row {
  const { count } = walk;
  if (count > length - footerBytes) throw new CorruptBytes('more entries are announced than there are', length);
  const streams = new Uint32Array(count);
  const begins = new Uint32Array(count);
  const timesBefore = new Float64Array(count);
  for (let index = 0; ; index += 1) {
    const [at, before] = [walk.at, walk.receivedAt];
    if (!walk.next()) {
      return { length, walk: new WeakRef(walk), streams, begins, timesBefore, counts: countsOf(walk, streams) };
    }
    streams[index] = walk.stream;
    begins[index] = at;
    timesBefore[index] = before;
  }
}

function countsOf(walk: BatchWalk, streams: Uint32Array): ReadonlyMap<ViewId, number> {
  const counts = new Map<ViewId, number>();
  for (const stream of streams) {
    const viewId = walk.streams[stream]?.viewId;
    if (viewId !== undefined) counts.set(viewId, (counts.get(viewId) ?? 0) + 1);
  }
  return counts;
}
