import Database from 'better-sqlite3';
import type { ViewId } from '../../domain/ids.ts';
import type { Change, CommitVerdict, SaveResult } from '../../ports.ts';
import { prepareAppend } from './audit-chain.ts';
import type { FrameRow } from './frame-row.ts';
import * as tables from './tables.ts';

const sliceRows = 500;
const sliceBytes = 2_000_000;

/** What one call asked for: it is done whole or not at all. `drop`: the next slice of this View's frames. */
export type Job =
  | { readonly changes: readonly Change[]; readonly frames?: never; readonly drop?: never }
  | { readonly frames: readonly FrameRow[]; readonly changes?: never; readonly drop?: never }
  | { readonly drop: ViewId; readonly frames?: never; readonly changes?: never };

/** `left`: there may be more of the View. `failed`: this job's own fault (a bug in who asked); the others of its batch are not touched by it. */
export type JobResult =
  | { readonly saved: SaveResult }
  | { readonly verdicts: readonly CommitVerdict[] }
  | { readonly left: boolean }
  | { readonly failed: string };

/** What "taken" means, by what SQLite says of the constraint. */
const takenBy: Readonly<Record<string, 'serial' | 'sign-in-name' | 'child-key'>> = {
  'UNIQUE constraint failed: devices.brand_id, devices.serial': 'serial',
  'UNIQUE constraint failed: people.sign_in_key': 'sign-in-name',
  'UNIQUE constraint failed: devices.link_id, devices.child_key': 'child-key',
};

/** Whom others refer to comes first, whatever the order of the changes. */
const rank: Readonly<Record<string, number>> = {
  brand: 0,
  person: 1,
  invitation: 2,
  session: 2,
  link: 2,
  device: 3,
  case: 4,
  request: 5,
  'owner-link': 6,
  'spoken-digits': 6,
  finding: 5,
  grant: 7,
  audit: 8,
};

function rankOf(change: Change): number {
  if ('put' in change) return rank[change.put] ?? 0;
  return ('drop' in change ? rank[change.drop] : rank[change.append]) ?? 0;
}

/**
 * One durable transaction for all jobs, in their order. Throws when none of it could be written (disk full, I/O): the
 * caller's connection is then to be given up.
 */
export function prepareBatch(db: Database.Database): (jobs: readonly Job[]) => readonly JobResult[] {
  const change = prepareChange(db);
  const commit = prepareCommit(db);
  const dropSlice = db.transaction(prepareDropSlice(db));
  // Nested in a batch these are savepoints.
  const save = db.transaction((changes: readonly Change[]) => {
    for (const one of [...changes].sort((a, b) => rankOf(a) - rankOf(b))) change(one);
  });
  const commitAll = db.transaction((frames: readonly FrameRow[]) => frames.map(commit));

  const run = (job: Job): JobResult => {
    try {
      if (job.frames) return { verdicts: commitAll(job.frames) };
      if (job.drop !== undefined) return { left: dropSlice(job.drop) };
      save(job.changes);
      return { saved: { ok: true } };
    } catch (error) {
      const taken = error instanceof Error ? takenBy[error.message] : undefined;
      if (taken) return { saved: { ok: false, taken } };
      if (isOwnFault(error)) return { failed: String(error) };
      throw error;
    }
  };
  const batch = db.transaction((jobs: readonly Job[]) => jobs.map(run));
  return (jobs) => batch.immediate(jobs);
}

/** Whether a View is gone whose bytes must not stay behind in the log. */
export function dropsTheLast(results: readonly JobResult[]): boolean {
  return results.some((result) => 'left' in result && !result.left);
}

function isOwnFault(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return true;
  return error.code.startsWith('SQLITE_CONSTRAINT') || error.code === 'SQLITE_MISMATCH';
}

/**
 * Empties the write-ahead log, which still has the pages as they were before a deletion. A reader in the middle of a
 * query can prevent it; false then: to be tried again. It does not wait for that reader, as whoever writes would too.
 */
export function truncateLog(db: Database.Database): boolean {
  const usual = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  db.pragma(`busy_timeout = ${usual}`);
  return result?.busy === 0;
}

function prepareChange(db: Database.Database): (change: Change) => void {
  const put = <Record_>(table: tables.Table<Record_>) => {
    const statement = db.prepare(table.upsert);
    return (record: Record_) => void statement.run(table.toRow(record));
  };
  const brand = put(tables.brands);
  const person = put(tables.people);
  const invitation = put(tables.invitations);
  const session = put(tables.sessions);
  const link = put(tables.links);
  const device = put(tables.devices);
  const case_ = put(tables.cases);
  const request = put(tables.requests);
  const ownerLink = put(tables.ownerLinks);
  const spokenDigits = put(tables.spokenDigits);
  const grant = put(tables.grants);
  const finding = put(tables.findings);
  const dropSession = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const dropFinding = db.prepare('DELETE FROM findings WHERE id = ?');
  const dropDigits = db.prepare('DELETE FROM spoken_digits WHERE digits_hash = ?');
  const dropExpired = ['sessions', 'invitations', 'spoken_digits'].map((table) =>
    db.prepare<[number]>(`DELETE FROM ${table} WHERE expires_at <= ?`),
  );
  const append = prepareAppend(db);

  return (change) => {
    if ('append' in change) return append(change.event);
    if ('drop' in change)
      switch (change.drop) {
        case 'session':
          return void dropSession.run(change.tokenHash);
        case 'spoken-digits':
          return void dropDigits.run(change.digitsHash);
        case 'finding':
          return void dropFinding.run(change.id);
        case 'expired':
          for (const statement of dropExpired) statement.run(change.before);
          return;
      }
    switch (change.put) {
      case 'brand':
        return brand(change.record);
      case 'person':
        return person(change.record);
      case 'invitation':
        return invitation(change.record);
      case 'session':
        return session(change.record);
      case 'link':
        return link(change.record);
      case 'device':
        return device(change.record);
      case 'case':
        return case_(change.record);
      case 'request':
        return request(change.record);
      case 'owner-link':
        return ownerLink(change.record);
      case 'spoken-digits':
        return spokenDigits(change.record);
      case 'grant':
        return grant(change.record);
      case 'finding':
        return finding(change.record);
    }
  };
}

/**
 * Removes the oldest rows of a View, as many as take some ten milliseconds: what is deleted is overwritten, so a whole
 * View may take many seconds. False: there was nothing left.
 */
function prepareDropSlice(db: Database.Database): (viewId: ViewId) => boolean {
  const oldest = db.prepare<[ViewId, number], { readonly arrival: number; readonly bytes: number }>(
    'SELECT arrival, octet_length(body) AS bytes FROM frames WHERE view_id = ? ORDER BY arrival LIMIT ?',
  );
  const remove = db.prepare<[ViewId, number]>('DELETE FROM frames WHERE view_id = ? AND arrival <= ?');
  return (viewId) => {
    let bytes = 0;
    let last: number | undefined;
    for (const row of oldest.iterate(viewId, sliceRows)) {
      last = row.arrival;
      bytes += row.bytes;
      if (bytes >= sliceBytes) break;
    }
    if (last !== undefined) remove.run(viewId, last);
    return last !== undefined;
  };
}

/**
 * The store's own layer of consent (DESIGN.md "Consent"): a frame becomes a row only while its grant's row, in this very
 * transaction, is active, covers the time of receipt and every class that occurs in the body, and has the backlog's scope.
 */
function prepareCommit(db: Database.Database): (frame: FrameRow) => CommitVerdict {
  const insert = db.prepare(`
    INSERT INTO frames (view_id, boot_id, seq, source, kind, received_at, class_mask, body)
    SELECT g.view_id, :bootId, :seq, :source, :kind, :receivedAt, :classMask, :body
      FROM grants AS g
     WHERE g.id = :grantId AND g.view_id = :viewId AND g.device_id = :deviceId
       AND g.state = 'active' AND g.ended_at IS NULL
       AND g.not_before <= :receivedAt AND :receivedAt < g.expires_at
       AND :classMask <> 0 AND (:classMask & ~g.class_mask) = 0
       AND (:kind <> 'backlog' OR g.backlog = 1)
    ON CONFLICT (view_id, boot_id, seq) DO NOTHING`);
  const present = db
    .prepare('SELECT 1 FROM frames WHERE view_id = :viewId AND boot_id = :bootId AND seq = :seq')
    .pluck();
  return (frame) => {
    if (insert.run(frame).changes > 0) return 'stored';
    const { viewId, bootId, seq } = frame;
    return present.get({ viewId, bootId, seq }) === 1 ? 'duplicate' : 'refused';
  };
}
