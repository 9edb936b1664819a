import type {
  CaseRecord,
  DeviceRecord,
  FindingRecord,
  GrantRecord,
  LinkRecord,
  OwnerLinkRecord,
  RequestRecord,
  SpokenDigitsRecord,
} from './domain/cases/records.ts';
import type { AuditEvent } from './domain/audit-event.ts';
import type { ConsentNotice } from './domain/consent/notice.ts';
import type { DiscoveredDevice } from './domain/discovered.ts';
import type { ControlFrame } from './domain/control-frames.ts';
import type { Refusal, RefusalCode } from './domain/refusals.ts';
import type { LocalisedChange } from './domain/localisation/localised-change.ts';
import type { History, HistoryQuery } from './domain/history.ts';
import type { AdmittedFrame } from './domain/consent/admit.ts';
import type { DataFrame } from './domain/frames.ts';
import type { DataClass } from './domain/data-class.ts';
import type { BrandId, CaseId, DeviceId, GrantId, LinkId, PersonId, RequestId, ViewId } from './domain/ids.ts';
import type { PackMetric } from './domain/pack.ts';
import type { CountedSeq } from './domain/state/gaps.ts';
import type { BrandRecord, InvitationRecord, PersonRecord, SessionRecord } from './domain/people/records.ts';

/** Wall time may jump and is what people read; monotonic time is what deadlines are counted on. Both in ms. */
export interface Clock {
  now(): number;
  monotonicMs(): number;
  /** Calls once after `ms`; the answer cancels it. Never keeps the process alive. */
  after(ms: number, run: () => void): () => void;
}

/** Where ids, tokens and spoken digits come from. */
export interface Randomness {
  /** An opaque id, at least 120 bit, `[A-Za-z0-9_-]`. */
  id(): string;
  /** 256 bit, base64url. */
  token(): string;
  /** Uniform in 0 .. below-1. */
  integer(below: number): number;
  bytes(count: number): Uint8Array;
}

/** Keyed and slow hashes, and the gateway's signature. */
export interface Vault {
  /** HMAC-SHA-256 under the server-side pepper, base64url; `purpose` separates domains. */
  keyedHash(
    purpose:
      | 'device-secret'
      | 'label-code'
      | 'spoken-digits'
      | 'link'
      | 'session'
      | 'invitation'
      | 'keys'
      | 'known-browser'
      | 'webhook',
    secret: string,
  ): string;
  /** Constant-time comparison of two hashes. */
  sameHash(a: string, b: string): boolean;
  /** argon2id, off the event loop. */
  hashPassword(password: string): Promise<string>;
  verifyPassword(hash: string, password: string): Promise<boolean>;
  /** Ed25519 (RFC 8032): 64 bytes. */
  sign(bytes: Uint8Array): Uint8Array;
  /** Raw 32 bytes, base64url: given to every device at registration. */
  readonly publicKey: string;
}

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
  | { readonly put: 'finding'; readonly record: FindingRecord }
  | { readonly drop: 'session'; readonly tokenHash: string }
  | { readonly drop: 'spoken-digits'; readonly digitsHash: string }
  | { readonly drop: 'finding'; readonly id: string }
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
  /** By their own word, when the last frame to arrive and the last audit event were made: the later; null: neither is there. */
  newestRecordAt(): Promise<number | null>;
  /** When this database was last put back from a backup, or copied to be one; null: it never was. */
  copiedAt(): Promise<number | null>;
}

/** stored: new and on disk. duplicate: was there already. refused: the grant had ended when the transaction ran. */
export type CommitVerdict = 'stored' | 'duplicate' | 'refused';

/** Rows as they were kept; they become AdmittedFrames again only through `domain/consent` (readmit). */
export interface StoredFrame {
  readonly viewId: ViewId;
  readonly frame: DataFrame;
}

export interface FrameStore {
  /**
   * Durable (fsync) when it resolves, one verdict a frame in the same order; a batch is one transaction, and calls
   * that arrive while one is being written are written together next. Rejects when nothing could be written.
   */
  commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]>;
  /**
   * In the order of their arrival, a page at a time, as a View may be larger than memory. `newestBytes`: only the newest,
   * as many as have bodies of so many bytes together.
   */
  framesOfView(viewId: ViewId, newestBytes?: number): AsyncIterable<readonly StoredFrame[]>;
  /**
   * Removes every frame of the View, a little at a time, so that others write in between; resolves when nothing is left,
   * and rejects when it cannot go on: what is gone by then stays gone, and it may be asked again.
   */
  dropView(viewId: ViewId): Promise<void>;
}

export interface HistoryStore {
  /**
   * The finite numbers of a View's live telemetry, down-sampled. Nothing of a View whose grant has ended, unless it was recorded,
   * nor of a class that it does not have. Answered apart from every other question: it may take long.
   */
  history(query: HistoryQuery): Promise<History>;
}

export interface AuditLog {
  /** True when the chain of hashes is whole. */
  verify(): Promise<boolean>;
  eventsOfCase(caseId: CaseId): Promise<readonly AuditEvent[]>;
}

/** unknown: a dialect's device whose parent (its bridge, its home's broker) is gone, so that nobody can say. */
export type Presence = 'online' | 'offline' | 'unknown';

export interface Connection {
  /** `presence` is online. */
  readonly online: boolean;
  readonly presence: Presence;
  /** Connected, or gone, since; null: not seen since this gateway's first start. */
  readonly since: number | null;
  /** When anything was last heard from it: for people to read. */
  readonly heardAt: number | null;
  /** The same on the monotonic clock: what freshness is counted from. */
  readonly heardMs: number | null;
  /**
   * Begin of the present (or last) connection on the monotonic clock, or when a dialect last said that its device is gone:
   * what was received before, hearing the device now says nothing of.
   */
  readonly connectedMs: number | null;
}

/** The way down to devices. Sending to a device that is offline, or that speaks a dialect without it, does nothing. */
export interface DeviceLink {
  sendConsent(deviceId: DeviceId, notice: ConsentNotice): void;
  sendLive(deviceId: DeviceId, lease: { readonly classes: readonly DataClass[]; readonly ttlMs: number }): void;
  askRebirth(deviceId: DeviceId): void;
  /** Asks a dialect's device to say its state, where the dialect has a way; a native device does so by itself. */
  readActively(deviceId: DeviceId): void;
  /** Closes that connection: its secret is not good any more. */
  drop(linkId: LinkId): void;
}

/** Who is connected. */
export interface Connections {
  of(deviceId: DeviceId): Connection;
  ofLink(linkId: LinkId): Connection;
}

/** Who a connection is, by its authentication and nothing else. Its client id is `linkId`. */
export type LinkIdentity = NativeIdentity | DialectIdentity;

export interface NativeIdentity {
  readonly kind: 'native';
  /** The device's own id. */
  readonly linkId: LinkId;
  readonly deviceId: DeviceId;
  /** As registered: names the pack. */
  readonly model: string;
}

/** Topics are scoped by link: what it publishes is read here and forwarded to nobody. */
export interface DialectIdentity {
  readonly kind: 'dialect';
  readonly linkId: LinkId;
  /** Those registered when it connected. */
  readonly children: readonly LinkChild[];
}

/** A registered device beneath a dialect's link. */
export interface LinkChild {
  /** What it is called on the link. */
  readonly key: string;
  readonly deviceId: DeviceId;
  readonly model: string;
}

/** Decides who may connect. Resolves undefined for "no", whatever the reason. */
export interface DeviceGate {
  authenticate(offer: {
    readonly clientId: string;
    readonly userName: string;
    readonly secret: string;
  }): Promise<LinkIdentity | undefined>;
  /** Whose devices share with each other what a herd or a flood may take; unless given, all are one brand's. */
  brandOf?(identity: LinkIdentity): string;
}

/** A PUBLISH as it came, after the topic was allowed. */
export interface RawMessage {
  readonly from: LinkIdentity;
  readonly topic: string;
  readonly payload: Uint8Array;
  /** The payload was larger than the limit and was skipped before anything buffered it: `payload` is empty. */
  readonly oversize: boolean;
  /** As the publisher set it: only told, since a flag of the publisher's says nothing of when a value was measured. */
  readonly retain: boolean;
  readonly receivedAt: number;
}

/** Whoever waits for a message to be settled (WIRE.md "Settling"). Told one of both, once, at any time. */
export interface Settling {
  settle(): void;
  /** The store cannot write: it is never acknowledged and its connection is closed. */
  fail(): void;
}

/** What the broker tells of its links. */
export interface LinkEvents {
  /** `willTopic`: of its CONNECT's will; null: it has none. */
  connected(link: LinkIdentity, willTopic: string | null): void;
  /** The SUBACK to `down/+` has been written. */
  subscribed(link: LinkIdentity): void;
  disconnected(link: LinkIdentity): void;
  /** `settling` is told when the message is settled: only then is it acknowledged, in the order of arrival. Never throws. */
  message(raw: RawMessage, settling: Settling): void;
  /** The broker itself refused or closed something; `code` is from the table of refusals. */
  refused(event: { readonly code: BrokerRefusal; readonly linkId: LinkId | null; readonly detail?: string }): void;
  /** Nothing was refused, and an operator may want to know. */
  noticed?(event: { readonly code: LinkNotice; readonly linkId: LinkId }): void;
}

/**
 * link_over_share: it sends more than its share and is not read for a while; told once a minute at most. link_taken_over: the
 * same client id connected again. link_held_back: it did so too often, and waits.
 */
export type LinkNotice = 'link_over_share' | 'link_taken_over' | 'link_held_back';

/** Codes of domain/refusals.ts that the broker itself raises. */
export type BrokerRefusal = Exclude<Extract<RefusalCode, `link_${string}`>, 'link_unknown'>;

/** What one PUBLISH was found to say. Everything that is not in `frames` or `control` is settled as a discard and counted. */
export interface Decoded {
  readonly control?: ControlFrame;
  readonly frames: readonly DataFrame[];
  readonly discarded: readonly RefusalCode[];
  /** The metric table is not known: Birth is asked for once. */
  readonly askRebirth?: boolean;
  /** A dialect's own word on which of its devices are there. */
  readonly presence?: readonly PresenceChange[];
  /** The dialect's devices that this message was a sign of life of. */
  readonly heard?: readonly DeviceId[];
  /** The device's own count, where it has one: a discard is counted as settled too, so that it never looks like loss. */
  readonly counted?: CountedSeq;
}

/** `isClient`: the device itself holds the connection (its will is its own sign of life), so that whatever comes over it is heard from the device. */
export interface PresenceChange {
  readonly deviceId: DeviceId;
  readonly presence: Presence;
  readonly isClient: boolean;
}

/** What links have told of their devices since this gateway's start: descriptions, never values. Bounded. */
export interface Discoveries {
  ofLink(linkId: LinkId): readonly DiscoveredDevice[];
  /** What a registered device calls itself; undefined: it has told nothing yet. */
  nameOf(deviceId: DeviceId): Pick<DiscoveredDevice, 'name' | 'manufacturer' | 'model'> | undefined;
  /** What a registered device has beyond its pack. */
  metricsOf(deviceId: DeviceId): ReadonlyMap<string, PackMetric>;
  /** What this link's dialects cannot do, as codes the console has words for. */
  limitsOf(linkId: LinkId): readonly string[];
  /** From here on its messages are this device's. */
  childRegistered(linkId: LinkId, child: LinkChild): void;
  /** From here on what it says on that link is nobody's. */
  childRemoved(linkId: LinkId, deviceId: DeviceId): void;
}

/** What leaves the gateway for a brand's ticket system; only on a person's request. */
export interface Outgoing {
  readonly id: string;
  readonly type: 'consent.link' | 'case.summary';
  readonly at: number;
  readonly data: Readonly<Record<string, string | number | null>>;
}

/** A way to reach the owner other than the agent's copying. */
export interface LinkSender {
  /** `copy`: the brand has no other way. Resolves when the receiver has taken it, or to why it did not. */
  send(brand: BrandRecord, message: Outgoing): Promise<'sent' | 'copy' | Refusal>;
  /** Whether this address may be a brand's webhook at all. */
  mayUse(url: string): Refusal | undefined;
}

/** Bytes of one connection -> frames. Never throws on what a device sent. */
export interface WireLink {
  receive(raw: RawMessage): Decoded;
}

/** Those who watch Views. Told after the fact; must never slow the one who tells. */
export interface LiveAudience {
  changed(change: LocalisedChange): void;
  /** The View is over: the last frame leaves at once, and nothing after it. */
  ended(viewId: ViewId, reason: EndReason): void;
  connectionChanged(deviceId: DeviceId): void;
  /** A person signed out: what that session was watching goes blank. */
  sessionEnded(sessionHash: string): void;
  /** A dialect's device told of something that it has: rows are added. */
  metricsDiscovered(deviceId: DeviceId): void;
}

export type EndReason = 'revoked' | 'expired' | 'completed' | 'closed';
