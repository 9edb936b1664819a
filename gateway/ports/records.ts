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
} from '../domain/cases/records.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { BrandId, CaseId, DeviceId, GrantId, LinkId, PersonId, RequestId, ViewId } from '../domain/ids.ts';
import type { BrandRecord, InvitationRecord, PersonRecord, SessionRecord } from '../domain/people/records.ts';

/** One record to be written whole, found by its key; later values replace earlier ones. */
export type Change =
  | { readonly put: 'brand'; readonly record: BrandRecord }
  | { readonly put: 'person'; readonly record: PersonRecord }
  | { readonly put: 'invitation'; readonly record: InvitationRecord }
  | { readonly put: 'session'; readonly record: SessionRecord }
  | { readonly put: 'link'; readonly record: LinkRecord }
  | { readonly put: 'device'; readonly record: DeviceRecord }
  | { readonly put: 'case'; readonly record: CaseRecord }
  | { readonly put: 'request'; readonly record: RequestRecord }
  | { readonly put: 'owner-link'; readonly record: OwnerLinkRecord }
  | { readonly put: 'spoken-digits'; readonly record: SpokenDigitsRecord }
  | { readonly put: 'grant'; readonly record: GrantRecord }
  | { readonly put: 'background-grant'; readonly record: BackgroundGrantRecord }
  | { readonly put: 'onset'; readonly record: OnsetRecord }
  | { readonly put: 'finding'; readonly record: FindingRecord }
  | { readonly drop: 'session'; readonly tokenHash: string }
  | { readonly drop: 'spoken-digits'; readonly digitsHash: string }
  | { readonly drop: 'finding'; readonly id: string }
  /** All that a View was counted for. */
  | { readonly drop: 'onsets'; readonly viewId: ViewId }
  /** Those that began before then (epoch ms), whether they are over or not. */
  | { readonly drop: 'old-onsets'; readonly before: number }
  /** Sessions, invitations and spoken digits that had run out by then (epoch ms): they open nothing any more. */
  | { readonly drop: 'expired'; readonly before: number }
  | { readonly append: 'audit'; readonly event: AuditEvent };

/** `taken`: a unique value (a serial within its brand, a sign-in name, a child's key on its link) belongs to another record; nothing was written. */
export type SaveResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly taken: 'serial' | 'sign-in-name' | 'child-key' };

/** All changes in one durable transaction, or none. Resolves when they are on disk; rejects when the store cannot write. */
export interface Ledger {
  save(changes: readonly Change[]): Promise<SaveResult>;
}

export interface PeopleStore {
  brands(): Promise<readonly BrandRecord[]>;
  person(id: PersonId): Promise<PersonRecord | undefined>;
  personBySignInName(signInName: string): Promise<PersonRecord | undefined>;
  people(): Promise<readonly PersonRecord[]>;
  invitation(tokenHash: string): Promise<InvitationRecord | undefined>;
  session(tokenHash: string): Promise<SessionRecord | undefined>;
  /** Whether they have run out or not; the newest first. */
  sessionsOfPerson(id: PersonId): Promise<readonly SessionRecord[]>;
}

export interface DeviceStore {
  device(id: DeviceId): Promise<DeviceRecord | undefined>;
  /** Of these brands only; `find`: a whole serial or its last four characters, case-insensitive; newest 50. */
  findDevices(query: {
    readonly brandIds: readonly BrandId[];
    readonly find?: string;
  }): Promise<readonly DeviceRecord[]>;
  /** Of one brand, by whole serials (compared in lower case): for bulk registration. */
  devicesBySerials(brandId: BrandId, serials: readonly string[]): Promise<readonly DeviceRecord[]>;
  link(id: LinkId): Promise<LinkRecord | undefined>;
  /** Of these brands only, newest 200. */
  links(brandIds: readonly BrandId[]): Promise<readonly LinkRecord[]>;
  childrenOfLink(id: LinkId): Promise<readonly DeviceRecord[]>;
}

/** `agentId`: only this person's own. */
export interface CaseSearch {
  readonly brandIds: readonly BrandId[];
  readonly agentId?: PersonId;
  readonly open?: boolean;
}

export interface CaseStore {
  case(id: CaseId): Promise<CaseRecord | undefined>;
  /** Of these brands only, newest 200. */
  cases(query: CaseSearch): Promise<readonly CaseRecord[]>;
  /** All that this person has open, in whichever brand. */
  openCasesOfAgent(id: PersonId): Promise<readonly CaseRecord[]>;
  openCasesOfDevice(id: DeviceId): Promise<readonly CaseRecord[]>;
  request(id: RequestId): Promise<RequestRecord | undefined>;
  /** In the order in which they were sent. */
  requestsOfCase(caseId: CaseId): Promise<readonly RequestRecord[]>;
  newestRequest(caseId: CaseId): Promise<RequestRecord | undefined>;
  /** Neither answered for good nor expired at `now`: sent, opened or allowed. */
  pendingRequests(deviceId: DeviceId, now: number): Promise<readonly RequestRecord[]>;
  /** Oldest first. */
  findingsOfCase(caseId: CaseId): Promise<readonly FindingRecord[]>;
  requestByLink(tokenHash: string): Promise<RequestRecord | undefined>;
  requestByDigits(digitsHash: string, now: number): Promise<RequestRecord | undefined>;
}

export interface GrantStore {
  grant(id: GrantId): Promise<GrantRecord | undefined>;
  newestGrant(caseId: CaseId): Promise<GrantRecord | undefined>;
  /** In the order in which they began. */
  grantsOfCase(caseId: CaseId): Promise<readonly GrantRecord[]>;
  /** Whatever their expiry: a start looks at each. */
  activeGrants(): Promise<readonly GrantRecord[]>;
  /** Ended, without recording, and rows of their Views are still there: nobody may read them, so they are to go. */
  unreadableGrants(): Promise<readonly GrantRecord[]>;
  /** By their own word, when the last frame to arrive, the last audit event and the last onset under a grant in force were made: the latest; null: none is there. */
  newestRecordAt(): Promise<number | null>;
  /** When this database was last put back from a backup, or copied to be one; null: it never was. */
  copiedAt(): Promise<number | null>;
}

/** Grants without a case, and what is counted under them. */
export interface BackgroundStore {
  backgroundGrant(id: GrantId): Promise<BackgroundGrantRecord | undefined>;
  backgroundGrantsOfDevice(id: DeviceId): Promise<readonly BackgroundGrantRecord[]>;
  /** Whatever their expiry: a start looks at each. */
  activeBackgroundGrants(): Promise<readonly BackgroundGrantRecord[]>;
  /** Oldest first. */
  onsetsOfView(id: ViewId): Promise<readonly OnsetRecord[]>;
}

export interface AuditLog {
  /** True when the chain of hashes is whole. */
  verify(): Promise<boolean>;
  eventsOfCase(caseId: CaseId): Promise<readonly AuditEvent[]>;
}
