import type {
  BackgroundGrantRecord,
  CaseRecord,
  DeviceRecord,
  FindingRecord,
  GrantRecord,
  LinkRecord,
  OnsetRecord,
  OwnerLinkRecord,
  RequestRecord,
  SpokenDigitsRecord,
} from '../../domain/cases/records.ts';
import { maskOf } from '../../domain/data-class.ts';
import type { BrandRecord, InvitationRecord, PersonRecord, SessionRecord } from '../../domain/people/records.ts';

export type Column = string | number | null;
export type Row = Readonly<Record<string, Column>>;

/** How a field of this type lies in its column: flag = 0 or 1, json = JSON text. */
type Kind<T> = [T] extends [boolean]
  ? 'flag'
  : [T] extends [readonly unknown[] | { readonly kind: string }]
    ? 'json'
    : 'as-is';

interface TableShape<Record_> {
  readonly name: string;
  readonly key: keyof Record_ & string;
  /** Every field of the record: a new one does not compile until it has its column. */
  readonly fields: { readonly [Name in keyof Record_]: Kind<Record_[Name]> };
  /** Further columns, for looking things up. */
  readonly derived?: Readonly<Record<string, (record: Record_) => Column>>;
}

/** One kind of record and its table: a column a field, named alike (`brandId` in `brand_id`). */
export interface Table<Record_> {
  readonly name: string;
  /** Inserts it, or replaces the one with the same key. Named parameters: the columns. */
  readonly upsert: string;
  toRow(record: Record_): Row;
  fromRow(row: Row): Record_;
}

function table<Record_>(shape: TableShape<Record_>): Table<Record_> {
  const fields = Object.entries<string>(shape.fields as Readonly<Record<string, string>>).map(([field, kind]) => ({
    field,
    kind,
    column: columnOf(field),
  }));
  const derived = Object.entries(shape.derived ?? {});
  const columns = [...fields.map(({ column }) => column), ...derived.map(([column]) => column)];
  const key = columnOf(shape.key);
  const replaced = columns.filter((column) => column !== key);
  return {
    name: shape.name,
    upsert: `INSERT INTO ${shape.name} (${columns.join(', ')}) VALUES (${columns.map((c) => `:${c}`).join(', ')})
      ON CONFLICT (${key}) DO UPDATE SET ${replaced.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    toRow(record) {
      const row: Record<string, Column> = {};
      for (const { field, kind, column } of fields) row[column] = toColumn(kind, record[field as keyof Record_]);
      for (const [column, of] of derived) row[column] = of(record);
      return row;
    },
    fromRow(row) {
      const record: Record<string, unknown> = {};
      for (const { field, kind, column } of fields) record[field] = fromColumn(kind, row[column] ?? null);
      return record as Record_;
    },
  };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toColumn(kind: string, value: unknown): Column {
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'flag') return value === true ? 1 : 0;
  return value as Column;
}

function fromColumn(kind: string, column: Column): unknown {
  if (kind === 'json') return JSON.parse(String(column));
  if (kind === 'flag') return column === 1;
  return column;
}

/** Sign-in names and serials are compared in this form (SQLite's own lower() knows ASCII only). */
export function comparable(text: string): string {
  return text.toLowerCase();
}

export const brands = table<BrandRecord>({
  name: 'brands',
  key: 'id',
  fields: {
    id: 'as-is',
    name: 'as-is',
    company: 'as-is',
    country: 'as-is',
    webhookUrl: 'as-is',
    webhookGeneration: 'as-is',
  },
});

export const people = table<PersonRecord>({
  name: 'people',
  key: 'id',
  fields: {
    id: 'as-is',
    displayName: 'as-is',
    signInName: 'as-is',
    passwordHash: 'as-is',
    roles: 'json',
    brandIds: 'json',
    disabledAt: 'as-is',
  },
  derived: { sign_in_key: (person) => (person.signInName === null ? null : comparable(person.signInName)) },
});

export const invitations = table<InvitationRecord>({
  name: 'invitations',
  key: 'tokenHash',
  fields: { tokenHash: 'as-is', personId: 'as-is', expiresAt: 'as-is', usedAt: 'as-is', invitedBy: 'as-is' },
});

export const sessions = table<SessionRecord>({
  name: 'sessions',
  key: 'tokenHash',
  fields: { id: 'as-is', beganAt: 'as-is', tokenHash: 'as-is', personId: 'as-is', expiresAt: 'as-is' },
});

export const links = table<LinkRecord>({
  name: 'links',
  key: 'id',
  fields: {
    id: 'as-is',
    brandId: 'as-is',
    name: 'as-is',
    secretHash: 'as-is',
    formerSecretHash: 'as-is',
    formerSecretUntil: 'as-is',
    registeredAt: 'as-is',
    registeredBy: 'as-is',
  },
});

export const devices = table<DeviceRecord>({
  name: 'devices',
  key: 'id',
  fields: {
    id: 'as-is',
    brandId: 'as-is',
    serial: 'as-is',
    model: 'as-is',
    link: 'as-is',
    linkId: 'as-is',
    childKey: 'as-is',
    secretHash: 'as-is',
    formerSecretHash: 'as-is',
    formerSecretUntil: 'as-is',
    labelHash: 'as-is',
    epoch: 'as-is',
    registeredAt: 'as-is',
    registeredBy: 'as-is',
    seenBy: 'json',
    claimedAt: 'as-is',
    region: 'as-is',
  },
  derived: {
    serial_key: (device) => comparable(device.serial),
    serial_tail: (device) => comparable(device.serial).slice(-4),
  },
});

export const cases = table<CaseRecord>({
  name: 'cases',
  key: 'id',
  fields: {
    id: 'as-is',
    brandId: 'as-is',
    deviceId: 'as-is',
    agentId: 'as-is',
    reason: 'as-is',
    ticket: 'as-is',
    openedAt: 'as-is',
    closedAt: 'as-is',
    labelFailures: 'as-is',
  },
});

export const findings = table<FindingRecord>({
  name: 'findings',
  key: 'id',
  fields: { id: 'as-is', caseId: 'as-is', toldBy: 'as-is', toldAt: 'as-is', told: 'json' },
});

export const requests = table<RequestRecord>({
  name: 'requests',
  key: 'id',
  fields: {
    id: 'as-is',
    caseId: 'as-is',
    deviceId: 'as-is',
    scope: 'as-is',
    minutes: 'as-is',
    words: 'json',
    sentAt: 'as-is',
    expiresAt: 'as-is',
    openedAt: 'as-is',
    allowedAt: 'as-is',
    deniedAt: 'as-is',
    withdrawnAt: 'as-is',
    grantId: 'as-is',
    noticeLanguage: 'as-is',
  },
});

export const ownerLinks = table<OwnerLinkRecord>({
  name: 'owner_links',
  key: 'tokenHash',
  fields: { tokenHash: 'as-is', requestId: 'as-is' },
});

export const spokenDigits = table<SpokenDigitsRecord>({
  name: 'spoken_digits',
  key: 'digitsHash',
  fields: { digitsHash: 'as-is', requestId: 'as-is', expiresAt: 'as-is' },
});

export const grants = table<GrantRecord>({
  name: 'grants',
  key: 'id',
  fields: {
    id: 'as-is',
    viewId: 'as-is',
    requestId: 'as-is',
    caseId: 'as-is',
    deviceId: 'as-is',
    brandId: 'as-is',
    agentId: 'as-is',
    purpose: 'as-is',
    classes: 'json',
    backlog: 'flag',
    recording: 'flag',
    noticeVersion: 'as-is',
    noticeLanguage: 'as-is',
    proof: 'as-is',
    notBefore: 'as-is',
    expiresAt: 'as-is',
    startEpoch: 'as-is',
    endEpoch: 'as-is',
    state: 'as-is',
    endedAt: 'as-is',
    endedBy: 'as-is',
    packVersion: 'as-is',
  },
  derived: { class_mask: (grant) => maskOf(grant.classes) },
});

export const backgroundGrants = table<BackgroundGrantRecord>({
  name: 'background_grants',
  key: 'id',
  fields: {
    id: 'as-is',
    viewId: 'as-is',
    deviceId: 'as-is',
    brandId: 'as-is',
    purpose: 'as-is',
    classes: 'json',
    noticeVersion: 'as-is',
    noticeLanguage: 'as-is',
    proof: 'as-is',
    notBefore: 'as-is',
    expiresAt: 'as-is',
    startEpoch: 'as-is',
    endEpoch: 'as-is',
    state: 'as-is',
    endedAt: 'as-is',
    endedBy: 'as-is',
    packVersion: 'as-is',
    firmware: 'as-is',
  },
});

export const onsets = table<OnsetRecord>({
  name: 'onsets',
  key: 'id',
  fields: { id: 'as-is', viewId: 'as-is', symptom: 'as-is', at: 'as-is', seen: 'flag', goneAt: 'as-is' },
});
