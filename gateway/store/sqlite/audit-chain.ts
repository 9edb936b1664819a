import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Row } from './tables.ts';

/** What the first event's hash is chained to. */
export const chainStart = '0'.repeat(64);

/** The columns of an event; `detail` in the order of its keys, so that equal events have equal text. */
function toRow(event: AuditEvent): Row {
  const detail = Object.entries(event.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    at: event.at,
    actor: event.actor,
    action: event.action,
    brand_id: event.brandId,
    case_id: event.caseId,
    device_id: event.deviceId,
    detail: JSON.stringify(Object.fromEntries(detail)),
  };
}

export function fromAuditRow(row: Row): AuditEvent {
  return {
    at: row['at'] as number,
    actor: row['actor'] as string,
    action: row['action'] as string,
    brandId: row['brand_id'] as AuditEvent['brandId'],
    caseId: row['case_id'] as AuditEvent['caseId'],
    deviceId: row['device_id'] as AuditEvent['deviceId'],
    detail: JSON.parse(row['detail'] as string) as AuditEvent['detail'],
  };
}

/** SHA-256 over the hash before and the event as a JSON array of its columns; hexadecimal. */
function hashOf(previous: string, row: Row): string {
  const columns = ['at', 'actor', 'action', 'brand_id', 'case_id', 'device_id', 'detail'].map((name) => row[name]);
  return createHash('sha256')
    .update(previous + JSON.stringify(columns))
    .digest('hex');
}

/** Appends to the chain that is in the database: to be called within the transaction of what it tells of. */
export function prepareAppend(db: Database.Database): (event: AuditEvent) => void {
  const last = db.prepare<[], string>('SELECT hash FROM audit ORDER BY ordinal DESC LIMIT 1').pluck();
  const insert = db.prepare(`INSERT INTO audit (at, actor, action, brand_id, case_id, device_id, detail, hash)
    VALUES (:at, :actor, :action, :brand_id, :case_id, :device_id, :detail, :hash)`);
  return (event) => {
    const row = toRow(event);
    insert.run({ ...row, hash: hashOf(last.get() ?? chainStart, row) });
  };
}

/** Where a check of the chain has come to. `whole` false: it is broken, and nothing further is worth looking at. */
export interface ChainCheck {
  readonly whole: boolean;
  readonly done: boolean;
  readonly ordinal: number;
  readonly hash: string;
}

export const chainCheckStart: ChainCheck = { whole: true, done: false, ordinal: 0, hash: chainStart };

/** Checks the next `count` events after `from`. */
export function prepareCheck(db: Database.Database): (from: ChainCheck, count: number) => ChainCheck {
  const next = db.prepare<[number, number], Row>('SELECT * FROM audit WHERE ordinal > ? ORDER BY ordinal LIMIT ?');
  const highest = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck();
  // One snapshot for the page and the highest number.
  return db.transaction((from: ChainCheck, count: number): ChainCheck => {
    const rows = next.all(from.ordinal, count);
    let { ordinal, hash } = from;
    for (const row of rows) {
      const expected = hashOf(hash, row);
      if (row['ordinal'] !== ordinal + 1 || row['hash'] !== expected)
        return { whole: false, done: true, ordinal, hash };
      ordinal += 1;
      hash = expected;
    }
    const done = rows.length < count;
    return { whole: !done || ordinal === (highest.get() ?? 0), done, ordinal, hash };
  });
}
