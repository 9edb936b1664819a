import type Database from 'better-sqlite3';
import type { Change } from '../../ports/records.ts';
import { prepareAppend } from './audit-chain.ts';
import * as tables from './tables.ts';

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
  'background-grant': 7,
  onset: 8,
  audit: 9,
};

function rankOf(change: Change): number {
  if ('put' in change) return rank[change.put] ?? 0;
  return ('drop' in change ? rank[change.drop] : rank[change.append]) ?? 0;
}

/**
 * Writes these changes, whatever their order. To be run in a transaction. True: with them something went that a device was
 * counted for, whose bytes must not stay behind in the log.
 */
export function prepareChanges(db: Database.Database): (changes: readonly Change[]) => boolean {
  const change = prepareChange(db);
  return (changes) => {
    let forgot = false;
    for (const one of [...changes].sort((a, b) => rankOf(a) - rankOf(b))) if (change(one) === true) forgot = true;
    return forgot;
  };
}

function prepareChange(db: Database.Database): (change: Change) => boolean | void {
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
  const backgroundGrant = put(tables.backgroundGrants);
  const onset = put(tables.onsets);
  const finding = put(tables.findings);
  const dropSession = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const dropFinding = db.prepare('DELETE FROM findings WHERE id = ?');
  const dropOnsets = db.prepare('DELETE FROM onsets WHERE view_id = ?');
  const dropOldOnsets = db.prepare<[number]>('DELETE FROM onsets WHERE at < ?');
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
        case 'onsets':
          return dropOnsets.run(change.viewId).changes > 0;
        case 'old-onsets':
          return dropOldOnsets.run(change.before).changes > 0;
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
      case 'background-grant':
        return backgroundGrant(change.record);
      case 'onset':
        return onset(change.record);
      case 'finding':
        return finding(change.record);
    }
  };
}
