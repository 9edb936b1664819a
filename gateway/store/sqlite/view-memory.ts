import type Database from 'better-sqlite3';
import type { BootId, GrantId, ViewId } from '../../domain/ids.ts';
import { BatchWalk } from './batch-codec.ts';
import { CorruptBytes } from './byte-reader.ts';
import { SeqRanges } from './seq-ranges.ts';

/** Of Views that have ended; of the latest it is still known what is a duplicate. */
const mostEnded = 100;

/** The row of a grant, as far as consent in the store looks at it. */
export interface GrantRow {
  readonly id: GrantId;
  readonly device_id: string;
  readonly state: string;
  readonly ended_at: number | null;
  readonly expires_at: number;
  readonly class_mask: number;
  readonly backlog: number;
}

type Boots = Map<BootId, SeqRanges>;

/** What the writer knows of a View. */
export interface ViewState {
  /** As it is in the file. */
  grant: GrantRow;
  readonly boots: Boots;
}

/**
 * What the thread that writes remembers of Views, so that it need not ask the file for each frame: it alone writes, so that its
 * memory is as good. To be told of what changes; lost with the thread, and read back from the file when a View is first heard.
 */
export class ViewMemory {
  readonly #open = new Map<ViewId, ViewState>();
  readonly #ended = new Map<ViewId, ViewState>();
  readonly #viewOfGrant = new Map<GrantId, ViewId>();
  /** What the journal has of Views that were not heard since the start. */
  #unheard: Map<ViewId, Boots> | undefined;
  /** Views in force of which the journal has to be looked through again. */
  readonly #again = new Set<ViewId>();
  readonly #grantOf: Database.Statement<[ViewId], GrantRow>;
  readonly #bootsOf: Database.Statement<[ViewId], string>;
  readonly #journalAfter: Database.Statement<[number], { readonly id: number; readonly body: Buffer }>;

  constructor(db: Database.Database) {
    this.#grantOf = db.prepare(
      `SELECT id, device_id, state, ended_at, expires_at, class_mask, backlog FROM grants WHERE view_id = ?`,
    );
    this.#bootsOf = db.prepare<[ViewId], string>('SELECT boots FROM blocks WHERE view_id = ?').pluck();
    this.#journalAfter = db.prepare('SELECT id, body FROM journal WHERE id > ? ORDER BY id LIMIT 1');
  }

  /** Undefined: no grant has opened it. */
  view(viewId: ViewId): ViewState | undefined {
    return this.#open.get(viewId) ?? this.#ended.get(viewId) ?? this.#load(viewId);
  }

  /** A grant's row has been written, or was about to be. */
  grantWritten(grant: { readonly id: GrantId; readonly viewId: ViewId }): void {
    for (const viewId of new Set([grant.viewId, this.#viewOfGrant.get(grant.id)])) {
      const state = viewId && this.#open.get(viewId);
      if (!viewId || !state) continue;
      const row = this.#grantOf.get(viewId);
      const ended = row && !isActive(row);
      if (!row || ended) this.#forget(viewId);
      if (row) state.grant = row;
      if (ended) this.#keepEnded(viewId, state);
    }
    if (!this.#ended.has(grant.viewId) && !this.#again.has(grant.viewId)) return;
    const row = this.#grantOf.get(grant.viewId);
    if (row && isActive(row)) {
      this.#ended.delete(grant.viewId);
      this.#again.add(grant.viewId);
    } else this.#again.delete(grant.viewId);
  }

  /** Frames of it have been removed. */
  viewCut(viewId: ViewId): void {
    this.#forget(viewId);
    const grant = this.#grantOf.get(viewId);
    if (grant && isActive(grant)) this.#again.add(viewId);
  }

  /** What was remembered may not be so. */
  forgetAll(): void {
    this.#open.clear();
    this.#ended.clear();
    this.#viewOfGrant.clear();
    this.#again.clear();
    this.#unheard = undefined;
  }

  #forget(viewId: ViewId): void {
    const state = this.#open.get(viewId);
    if (state) this.#viewOfGrant.delete(state.grant.id);
    this.#open.delete(viewId);
    this.#ended.delete(viewId);
    this.#unheard?.delete(viewId);
  }

  #load(viewId: ViewId): ViewState | undefined {
    const grant = this.#grantOf.get(viewId);
    if (!grant) return undefined;
    // Nothing more of it is stored: not worth a look through the journal, where a whole brand may end at once.
    if (!isActive(grant)) return this.#keepEnded(viewId, { grant, boots: new Map() });
    this.#unheard ??= this.#readJournal();
    const read = this.#again.delete(viewId) ? this.#readJournal(viewId) : this.#unheard;
    const boots = read.get(viewId) ?? new Map<BootId, SeqRanges>();
    this.#unheard.delete(viewId);
    for (const text of this.#bootsOf.all(viewId)) unlessDamaged(() => addBoots(boots, text));
    const state: ViewState = { grant, boots };
    this.#open.set(viewId, state);
    this.#viewOfGrant.set(grant.id, viewId);
    return state;
  }

  #keepEnded(viewId: ViewId, state: ViewState): ViewState {
    const [oldest] = this.#ended.keys();
    if (oldest !== undefined && this.#ended.size >= mostEnded) this.#ended.delete(oldest);
    this.#ended.set(viewId, state);
    return state;
  }

  /**
   * `only`: of this View. A row that is damaged is read as far as it can be: refusing everybody's frames for it would lose more than
   * a frame that comes twice (decision 0055). The pass that makes blocks names it.
   */
  #readJournal(only?: ViewId): Map<ViewId, Boots> {
    const views = new Map<ViewId, Boots>();
    for (let row = this.#journalAfter.get(0); row; row = this.#journalAfter.get(row.id)) {
      const { body } = row;
      unlessDamaged(() => readRow(body, views, only));
    }
    return views;
  }
}

function readRow(body: Buffer, views: Map<ViewId, Boots>, only: ViewId | undefined): void {
  const walk = new BatchWalk(body);
  if (only !== undefined && walk.streams.every(({ viewId }) => viewId !== only)) return;
  const ranges = walk.streams.map(({ viewId, bootId }) =>
    only === undefined || viewId === only ? rangesOf(mapIn(views, viewId), bootId) : undefined,
  );
  while (walk.next()) ranges[walk.stream]?.add(walk.seq);
}

function unlessDamaged(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof CorruptBytes || error instanceof SyntaxError)) throw error;
  }
}

export function rangesOf(boots: Boots, bootId: BootId): SeqRanges {
  let ranges = boots.get(bootId);
  if (!ranges) boots.set(bootId, (ranges = new SeqRanges()));
  return ranges;
}

function mapIn(views: Map<ViewId, Boots>, viewId: ViewId): Boots {
  let boots = views.get(viewId);
  if (!boots) views.set(viewId, (boots = new Map()));
  return boots;
}

function addBoots(boots: Boots, text: string): void {
  for (const [bootId, ends] of Object.entries(JSON.parse(text) as Record<BootId, readonly number[]>)) {
    const ranges = rangesOf(boots, bootId as BootId);
    for (const [index, from] of ends.entries()) if (index % 2 === 0) ranges.addRange(from, ends[index + 1] ?? from);
  }
}

function isActive(grant: GrantRow): boolean {
  return grant.state === 'active' && grant.ended_at === null;
}
