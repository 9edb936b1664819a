import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import type { BlockEntry } from './archive/block-codec.ts';
import { BatchWalk, footerBytes, KnownStreams } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';

/** A row of the journal that has entries of a View, and how many. */
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
}

/**
 * Which rows of the journal a View is in: each row is looked through once, when somebody asks after it has come. A row that is
 * damaged is left out here, and readers go on with the rest: the next pass over the journal names it and sets it aside.
 */
export class JournalIndex {
  readonly #rowAfter: Database.Statement<[number], { readonly id: number; readonly body: Buffer }>;
  readonly #oldest: Database.Statement<[], number | null>;
  readonly #lengthOf: Database.Statement<[number], number>;
  readonly #bodyOf: Database.Statement<[number], Buffer>;
  readonly #places = new Map<ViewId, Place[]>();
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
    this.#refresh();
    return this.#places.get(viewId) ?? [];
  }

  /** Those that are in the journal, of these. */
  among(viewIds: readonly ViewId[]): readonly ViewId[] {
    this.#refresh();
    return viewIds.filter((viewId) => this.#places.get(viewId)?.some(({ id }) => this.entries(viewId, id).length > 0));
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
    if (!body) return undefined;
    const walk = new BatchWalk(body, this.#known);
    const row = isSame ? known : readRow(walk, body.length);
    row.walk = new WeakRef(walk);
    this.#rows.set(id, row);
    return { row, walk };
  }

  #refresh(): void {
    const oldest = this.#oldest.get() ?? this.#upTo + 1;
    if (oldest > this.#from) {
      this.#from = oldest;
      for (const id of this.#rows.keys()) if (id < oldest) this.#rows.delete(id);
      for (const [viewId, places] of this.#places) {
        const left = places.filter(({ id }) => id >= oldest);
        if (left.length > 0) this.#places.set(viewId, left);
        else this.#places.delete(viewId);
      }
    }
    for (let row = this.#rowAfter.get(this.#upTo); row; row = this.#rowAfter.get(row.id)) {
      this.#upTo = row.id;
      try {
        this.#add(row.id, row.body);
      } catch (error) {
        if (!(error instanceof CorruptBytes)) throw error;
      }
    }
  }

  #add(id: number, body: Buffer): void {
    const walk = new BatchWalk(body, this.#known);
    const row = readRow(walk, body.length);
    this.#rows.set(id, row);
    const counts = new Map<ViewId, number>();
    for (const stream of row.streams) {
      const viewId = walk.streams[stream]?.viewId;
      if (viewId !== undefined) counts.set(viewId, (counts.get(viewId) ?? 0) + 1);
    }
    for (const [viewId, count] of counts) {
      const places = this.#places.get(viewId);
      if (places) places.push({ id, count });
      else this.#places.set(viewId, [{ id, count }]);
    }
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
    if (!walk.next()) return { length, walk: new WeakRef(walk), streams, begins, timesBefore };
    streams[index] = walk.stream;
    begins[index] = at;
    timesBefore[index] = before;
  }
}
