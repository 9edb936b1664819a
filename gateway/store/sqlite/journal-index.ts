import type Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import type { BlockEntry } from './archive/block-codec.ts';
import { BatchWalk } from './batch-codec.ts';

/** A row of the journal that has entries of a View, and how many. */
interface Place {
  readonly id: number;
  readonly count: number;
}

/** Which rows of the journal a View is in: each row is looked through once, when somebody asks after it has come. */
export class JournalIndex {
  readonly #rowAfter: Database.Statement<[number], { readonly id: number; readonly body: Buffer }>;
  readonly #oldest: Database.Statement<[], number | null>;
  readonly #bodyOf: Database.Statement<[number], Buffer>;
  readonly #places = new Map<ViewId, Place[]>();
  #from = 0;
  #upTo = 0;

  constructor(db: Database.Database) {
    this.#rowAfter = db.prepare('SELECT id, body FROM journal WHERE id > ? ORDER BY id LIMIT 1');
    this.#oldest = db.prepare<[], number | null>('SELECT min(id) FROM journal WHERE id > 0').pluck();
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
    const body = this.#bodyOf.get(id);
    if (!body) return [];
    const walk = new BatchWalk(body);
    const entries: BlockEntry[] = [];
    while (walk.next()) if (walk.whose.viewId === viewId) entries.push(walk.entry());
    return entries;
  }

  #refresh(): void {
    const oldest = this.#oldest.get() ?? this.#upTo + 1;
    if (oldest > this.#from) {
      this.#from = oldest;
      for (const [viewId, places] of this.#places) {
        const left = places.filter(({ id }) => id >= oldest);
        if (left.length > 0) this.#places.set(viewId, left);
        else this.#places.delete(viewId);
      }
    }
    for (let row = this.#rowAfter.get(this.#upTo); row; row = this.#rowAfter.get(row.id)) {
      this.#upTo = row.id;
      for (const [viewId, count] of countsOf(row.body)) {
        const places = this.#places.get(viewId);
        if (places) places.push({ id: row.id, count });
        else this.#places.set(viewId, [{ id: row.id, count }]);
      }
    }
  }
}

function countsOf(body: Uint8Array): ReadonlyMap<ViewId, number> {
  const counts = new Map<ViewId, number>();
  const walk = new BatchWalk(body);
  while (walk.next()) {
    const { viewId } = walk.whose;
    counts.set(viewId, (counts.get(viewId) ?? 0) + 1);
  }
  return counts;
}
