import type Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GrantRecord } from '../../domain/cases/records.ts';
import { dataClasses } from '../../domain/data-class.ts';
import type { History, HistoryQuery } from '../../domain/history.ts';
import { asId, type ViewId } from '../../domain/ids.ts';
import { everything, grant } from './records.ts';
import { BatchEncoder } from '../sqlite/batch-encoder.ts';
import { openForReading, openForWriting } from '../sqlite/open-database.ts';
import type { ArchivePass } from '../sqlite/stored-entry.ts';
import { type Job, prepareBatch } from '../sqlite/write-batch.ts';
import { type BlockEntry, decodeBlock } from '../sqlite/archive/block-codec.ts';
import { toHistory } from '../sqlite/archive/history-columns.ts';
import { prepareHistory } from '../sqlite/archive/history-query.ts';
import { JournalPass } from '../sqlite/archive/journal-pass.ts';

/** For tests: what the writer and the archiver's thread do, over a file of a test's own, in the test's thread. */
export class ArchiveBench {
  readonly #folder = mkdtempSync(join(tmpdir(), 'diag-archive-'));
  readonly writing: Database.Database;
  readonly reading: Database.Database;
  readonly passes: JournalPass;
  readonly #write: (jobs: readonly Job[]) => unknown;
  readonly #encoder = new BatchEncoder();

  constructor() {
    const file = join(this.#folder, 'diag.sqlite');
    this.writing = openForWriting({ file, check: false });
    // A test's file need not outlive the machine.
    this.writing.pragma('synchronous = OFF');
    this.reading = openForReading(file);
    this.#write = prepareBatch(this.writing);
    this.passes = new JournalPass(this.reading);
    this.#write([{ changes: everything }]);
  }

  close(): void {
    this.reading.close();
    this.writing.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A View that is granted every class, unless it is said otherwise. */
  view(name: string, changes: Partial<GrantRecord> = {}): ViewId {
    const viewId = asId<ViewId>(name);
    const record: GrantRecord = {
      ...grant,
      id: asId(`grant-${name}`),
      viewId,
      classes: dataClasses,
      backlog: true,
      recording: false,
      notBefore: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
      ...changes,
    };
    this.#write([{ changes: [{ put: 'grant', record }] }]);
    return viewId;
  }

  end(viewId: ViewId, changes: Partial<GrantRecord> = {}): void {
    this.view(viewId, { state: 'revoked', endedAt: 1, ...changes });
  }

  /** One row of the journal. */
  commit(entries: readonly (BlockEntry & { readonly viewId: ViewId })[]): void {
    for (const entry of entries)
      this.#encoder.add({ ...entry, grantId: asId(`grant-${entry.viewId}`), deviceId: grant.deviceId });
    const { bytes, length } = this.#encoder.take();
    this.#write([{ frames: bytes, length }]);
  }

  apply(pass: ArchivePass): void {
    const [result] = this.#write([{ archive: pass }]) as readonly unknown[];
    if (!result || typeof result !== 'object' || !('archived' in result)) throw new Error(JSON.stringify(result));
  }

  /** A whole pass, or its first parts only. */
  archive(options: { readonly journalBytes?: number; readonly parts?: number } = {}): void {
    this.passes.begin(options.journalBytes ?? 1e9);
    for (let parts = 0; parts < (options.parts ?? 1e9); parts += 1) {
      const part = this.passes.next();
      if (!part) return;
      this.apply(part);
    }
  }

  journalRows(): number {
    return this.reading.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  }

  /** Numbers of frames. */
  blocksOf(viewId: ViewId): number[] {
    return this.reading
      .prepare<[ViewId], number>('SELECT frames FROM blocks WHERE view_id = ? ORDER BY ordinal')
      .pluck()
      .all(viewId);
  }

  entriesOf(viewId: ViewId): BlockEntry[] {
    return this.reading
      .prepare<[ViewId], Buffer>('SELECT body FROM blocks WHERE view_id = ? ORDER BY ordinal')
      .pluck()
      .all(viewId)
      .flatMap(decodeBlock);
  }

  rollupRows(viewId: ViewId): number {
    return (
      this.reading.prepare<[ViewId], number>('SELECT count(*) FROM rollups WHERE view_id = ?').pluck().get(viewId) ?? 0
    );
  }
}

/** As the store answers, without its threads. */
export function historyOver(db: Database.Database): (query: HistoryQuery) => History {
  const columnsOf = prepareHistory(db);
  return (query) => toHistory(columnsOf(query));
}
