import type Database from 'better-sqlite3';
import type {
  BackgroundGrantRecord,
  CaseRecord,
  DeviceRecord,
  FindingRecord,
  GrantRecord,
  LinkRecord,
  OnsetRecord,
  RequestRecord,
} from '../../domain/cases/records.ts';
import type { BrandId, CaseId, DeviceId, GrantId, LinkId, PersonId, RequestId, ViewId } from '../../domain/ids.ts';
import type { BrandRecord, InvitationRecord, PersonRecord, SessionRecord } from '../../domain/people/records.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { CaseSearch } from '../../ports/records.ts';
import { prepareJournalSize } from './archive/journal-size.ts';
import { fromAuditRow, prepareCheck } from './audit-chain.ts';
import { keyedAction } from './keyed-action.ts';
import { prepareFrameQueries } from './read-frames.ts';
import { copiedAction, restoredAction } from './copy-database.ts';
import * as tables from './tables.ts';

type Maybe<T> = T | undefined;

/** All questions that the reader thread answers, by name. */
export type Queries = ReturnType<typeof prepareQueries>;

export function prepareQueries(db: Database.Database) {
  const all = <Args extends readonly unknown[], Record_>(table: tables.Table<Record_>, rest: string) => {
    const statement = db.prepare<unknown[], tables.Row>(`SELECT ${table.name}.* FROM ${table.name} ${rest}`);
    return (...args: Args): readonly Record_[] => statement.all(...args).map((row) => table.fromRow(row));
  };
  const one = <Args extends readonly unknown[], Record_>(table: tables.Table<Record_>, rest: string) => {
    const statement = db.prepare<unknown[], tables.Row>(`SELECT ${table.name}.* FROM ${table.name} ${rest} LIMIT 1`);
    return (...args: Args): Maybe<Record_> => {
      const row = statement.get(...args);
      return row && table.fromRow(row);
    };
  };

  const personByKey = one<[string], PersonRecord>(tables.people, 'WHERE sign_in_key = ?');
  const ofBrands = 'brand_id IN (SELECT value FROM json_each(?))';
  const devices = all<[string], DeviceRecord>(tables.devices, `WHERE ${ofBrands} ORDER BY ordinal DESC LIMIT 50`);
  const devicesBySerial = all<[string, string, string], DeviceRecord>(
    tables.devices,
    `WHERE ${ofBrands} AND (serial_key = ? OR serial_tail = ?) ORDER BY ordinal DESC LIMIT 50`,
  );
  const devicesOfSerials = all<[string, string], DeviceRecord>(
    tables.devices,
    'WHERE brand_id = ? AND serial_key IN (SELECT value FROM json_each(?)) ORDER BY ordinal',
  );
  const links = all<[string], LinkRecord>(tables.links, `WHERE ${ofBrands} ORDER BY ordinal DESC LIMIT 200`);
  const newest200 = 'ORDER BY ordinal DESC LIMIT 200';
  const cases = all<[string, PersonId | null, number | null], CaseRecord>(
    tables.cases,
    `WHERE ${ofBrands} AND agent_id = coalesce(?, agent_id) AND (closed_at IS NULL) = coalesce(?, closed_at IS NULL)
     ${newest200}`,
  );
  const frames = prepareFrameQueries(db);
  const endedWithoutRecording = all<[], GrantRecord>(
    tables.grants,
    "WHERE state <> 'active' AND recording = 0 ORDER BY ordinal",
  );
  const kept = db
    .prepare<{ readonly viewId: ViewId }, number>(
      `SELECT EXISTS (SELECT 1 FROM blocks WHERE view_id = :viewId) OR EXISTS (SELECT 1 FROM rollups WHERE view_id = :viewId)`,
    )
    .pluck();
  const copiedAt = db
    .prepare<[string, string], number | null>('SELECT max(at) FROM audit WHERE action IN (?, ?)')
    .pluck();
  const inUse = db
    .prepare<[], number>(
      'SELECT EXISTS (SELECT 1 FROM devices) OR EXISTS (SELECT 1 FROM links) OR EXISTS (SELECT 1 FROM people)',
    )
    .pluck();
  const keyedBy = db
    .prepare<[string], string | null>(
      "SELECT detail ->> 'fingerprint' FROM audit WHERE action = ? ORDER BY ordinal DESC LIMIT 1",
    )
    .pluck();
  // What a start itself writes before it asks says nothing of the clock before it.
  const newestEventAt = db
    .prepare<[string], number>('SELECT at FROM audit WHERE action <> ? ORDER BY ordinal DESC LIMIT 1')
    .pluck();
  // A device that is only counted leaves nothing else. Only while it is: what was written by a clock that was ahead goes when its grant ends.
  const newestCountedAt = db
    .prepare<[], number | null>(
      `SELECT max(max(onsets.at, coalesce(onsets.gone_at, onsets.at)))
       FROM background_grants JOIN onsets ON onsets.view_id = background_grants.view_id WHERE state = 'active'`,
    )
    .pluck();
  const eventsOfCase = db.prepare<[string], tables.Row>('SELECT * FROM audit WHERE case_id = ? ORDER BY ordinal');

  return {
    brands: all<[], BrandRecord>(tables.brands, 'ORDER BY ordinal'),
    person: one<[PersonId], PersonRecord>(tables.people, 'WHERE id = ?'),
    personBySignInName: (signInName: string): Maybe<PersonRecord> => personByKey(tables.comparable(signInName)),
    people: all<[], PersonRecord>(tables.people, 'ORDER BY ordinal'),
    invitation: one<[string], InvitationRecord>(tables.invitations, 'WHERE token_hash = ?'),
    session: one<[string], SessionRecord>(tables.sessions, 'WHERE token_hash = ?'),
    sessionsOfPerson: all<[PersonId], SessionRecord>(tables.sessions, 'WHERE person_id = ? ORDER BY ordinal DESC'),

    device: one<[DeviceId], DeviceRecord>(tables.devices, 'WHERE id = ?'),
    findDevices: (query: {
      readonly brandIds: readonly BrandId[];
      readonly find?: string;
    }): readonly DeviceRecord[] => {
      const brandIds = JSON.stringify(query.brandIds);
      if (query.find === undefined) return devices(brandIds);
      const find = tables.comparable(query.find);
      return devicesBySerial(brandIds, find, find);
    },
    devicesBySerials: (brandId: BrandId, serials: readonly string[]): readonly DeviceRecord[] =>
      devicesOfSerials(brandId, JSON.stringify(serials.map(tables.comparable))),
    link: one<[LinkId], LinkRecord>(tables.links, 'WHERE id = ?'),
    links: (brandIds: readonly BrandId[]): readonly LinkRecord[] => links(JSON.stringify(brandIds)),
    childrenOfLink: all<[LinkId], DeviceRecord>(tables.devices, 'WHERE link_id = ? ORDER BY ordinal'),

    case: one<[CaseId], CaseRecord>(tables.cases, 'WHERE id = ?'),
    cases: ({ brandIds, agentId, open }: CaseSearch): readonly CaseRecord[] =>
      cases(JSON.stringify(brandIds), agentId ?? null, open === undefined ? null : Number(open)),
    openCasesOfAgent: all<[PersonId], CaseRecord>(
      tables.cases,
      'WHERE agent_id = ? AND closed_at IS NULL ORDER BY ordinal',
    ),
    openCasesOfDevice: all<[DeviceId], CaseRecord>(
      tables.cases,
      'WHERE device_id = ? AND closed_at IS NULL ORDER BY ordinal',
    ),
    request: one<[RequestId], RequestRecord>(tables.requests, 'WHERE id = ?'),
    requestsOfCase: all<[CaseId], RequestRecord>(tables.requests, 'WHERE case_id = ? ORDER BY ordinal'),
    newestRequest: one<[CaseId], RequestRecord>(tables.requests, 'WHERE case_id = ? ORDER BY ordinal DESC'),
    pendingRequests: all<[DeviceId, number], RequestRecord>(
      tables.requests,
      `WHERE device_id = ? AND denied_at IS NULL AND withdrawn_at IS NULL AND grant_id IS NULL AND expires_at > ?
       ORDER BY ordinal`,
    ),
    findingsOfCase: all<[CaseId], FindingRecord>(tables.findings, 'WHERE case_id = ? ORDER BY ordinal'),
    requestByLink: one<[string], RequestRecord>(
      tables.requests,
      'JOIN owner_links ON owner_links.request_id = requests.id WHERE owner_links.token_hash = ?',
    ),
    requestByDigits: one<[string, number], RequestRecord>(
      tables.requests,
      `JOIN spoken_digits ON spoken_digits.request_id = requests.id
       WHERE spoken_digits.digits_hash = ? AND spoken_digits.expires_at > ?`,
    ),

    grant: one<[GrantId], GrantRecord>(tables.grants, 'WHERE id = ?'),
    newestGrant: one<[CaseId], GrantRecord>(tables.grants, 'WHERE case_id = ? ORDER BY ordinal DESC'),
    grantsOfCase: all<[CaseId], GrantRecord>(tables.grants, 'WHERE case_id = ? ORDER BY ordinal'),
    activeGrants: all<[], GrantRecord>(tables.grants, "WHERE state = 'active' ORDER BY ordinal"),
    unreadableGrants: (): readonly GrantRecord[] => {
      const ended = endedWithoutRecording();
      const inJournal = new Set(frames.inJournal(ended.map(({ viewId }) => viewId)));
      return ended.filter(({ viewId }) => inJournal.has(viewId) || kept.get({ viewId }) === 1);
    },

    backgroundGrant: one<[GrantId], BackgroundGrantRecord>(tables.backgroundGrants, 'WHERE id = ?'),
    backgroundGrantsOfDevice: all<[DeviceId], BackgroundGrantRecord>(
      tables.backgroundGrants,
      'WHERE device_id = ? ORDER BY ordinal',
    ),
    activeBackgroundGrants: all<[], BackgroundGrantRecord>(
      tables.backgroundGrants,
      "WHERE state = 'active' ORDER BY ordinal",
    ),
    onsetsOfView: all<[ViewId], OnsetRecord>(tables.onsets, 'WHERE view_id = ? ORDER BY at, ordinal'),

    newestRecordAt: (): number | null => {
      const all = [frames.newestFrameAt(), newestEventAt.get(keyedAction), newestCountedAt.get()];
      const known = all.filter((at) => typeof at === 'number');
      return known.length === 0 ? null : Math.max(...known);
    },
    copiedAt: (): number | null => copiedAt.get(copiedAction, restoredAction) ?? null,

    keyUse: () => ({ inUse: inUse.get() === 1, fingerprint: keyedBy.get(keyedAction) ?? null }),

    framesOfView: frames.framesOfView,
    beforeNewest: frames.beforeNewest,

    journalSize: prepareJournalSize(db),
    checkAudit: prepareCheck(db),
    eventsOfCase: (caseId: CaseId): readonly AuditEvent[] => eventsOfCase.all(caseId).map(fromAuditRow),
  };
}
