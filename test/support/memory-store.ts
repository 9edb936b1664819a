import type { AuditEvent } from '../../gateway/domain/audit-event.ts';
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
} from '../../gateway/domain/cases/records.ts';
import { type AdmittedFrame, assertAdmitted } from '../../gateway/domain/consent/admit.ts';
import { isPending } from '../../gateway/domain/consent/request-state.ts';
import type {
  BrandRecord,
  InvitationRecord,
  PersonRecord,
  SessionRecord,
} from '../../gateway/domain/people/records.ts';
import type { History, HistoryQuery } from '../../gateway/domain/history.ts';
import type { DeviceId, ViewId } from '../../gateway/domain/ids.ts';
import type {
  AuditLog,
  BackgroundStore,
  CaseSearch,
  CaseStore,
  Change,
  DeviceStore,
  GrantStore,
  Ledger,
  PeopleStore,
  SaveResult,
} from '../../gateway/ports/records.ts';
import type { CommitVerdict, FrameStore, HistoryStore, StoredFrame } from '../../gateway/ports/frames.ts';

/** The store's ports in memory, for tests of use cases: all or nothing, and it can be unable to write. */
export class MemoryStore
  implements
    Ledger,
    PeopleStore,
    DeviceStore,
    CaseStore,
    GrantStore,
    BackgroundStore,
    FrameStore,
    HistoryStore,
    AuditLog
{
  readonly #kept = {
    brand: new Map<string, BrandRecord>(),
    person: new Map<string, PersonRecord>(),
    invitation: new Map<string, InvitationRecord>(),
    session: new Map<string, SessionRecord>(),
    link: new Map<string, LinkRecord>(),
    device: new Map<string, DeviceRecord>(),
    case: new Map<string, CaseRecord>(),
    request: new Map<string, RequestRecord>(),
    'owner-link': new Map<string, OwnerLinkRecord>(),
    'spoken-digits': new Map<string, SpokenDigitsRecord>(),
    grant: new Map<string, GrantRecord>(),
    'background-grant': new Map<string, BackgroundGrantRecord>(),
    onset: new Map<string, OnsetRecord>(),
    finding: new Map<string, FindingRecord>(),
  };
  readonly audit: AuditEvent[] = [];
  frames: (StoredFrame & { readonly key: string })[] = [];
  /** The next so many writes are refused. */
  failWrites = 0;
  /** Resolves before each write: a test holds writes back with it. */
  gate: Promise<void> = Promise.resolve();
  /** Resolves after each write, when it can be read already: a test holds the answer back with it. */
  answer: Promise<void> = Promise.resolve();

  async save(changes: readonly Change[]): Promise<SaveResult> {
    await this.#write();
    for (const change of changes) {
      if ('append' in change) this.audit.push(change.event);
      else if ('drop' in change) this.#drop(change);
      else (this.#kept[change.put] as Map<string, unknown>).set(keyOf(change), change.record);
    }
    await this.answer;
    return { ok: true };
  }

  async commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]> {
    for (const frame of frames) assertAdmitted(frame);
    await this.#write();
    return frames.map((frame): CommitVerdict => {
      const key = `${frame.viewId} ${frame.bootId} ${frame.seq}`;
      if (this.frames.some((each) => each.key === key)) return 'duplicate';
      if (this.#kept.grant.get(frame.grantId)?.state !== 'active') return 'refused';
      this.frames.push({ key, viewId: frame.viewId, frame: Object.assign({}, frame, { epoch: null }) });
      return 'stored';
    });
  }

  async dropView(viewId: ViewId): Promise<void> {
    await this.#write();
    this.frames = this.frames.filter((frame) => frame.viewId !== viewId);
  }

  async *framesOfView(viewId: ViewId) {
    yield this.frames.filter((frame) => frame.viewId === viewId);
  }

  /** One bucket for all of it: down-sampling is the store's own, and tested there. */
  async history({ viewId, metrics, from, to }: HistoryQuery): Promise<History> {
    await this.answer;
    const samples = this.frames.flatMap(({ viewId: own, frame: { receivedAt, body } }) =>
      own === viewId && receivedAt >= from && receivedAt < to && body.lane === 'telemetry' ? body.samples : [],
    );
    const series = metrics.map((metric) => {
      const values = samples.filter(({ name }) => name === metric).map(({ value }) => Number(value));
      const [min, max, count] = [Math.min(...values), Math.max(...values), values.length];
      const avg = values.reduce((sum, value) => sum + value, 0) / count;
      return [metric, count > 0 ? [{ at: from, min, max, avg, count }] : []] as const;
    });
    return { from, to, bucketMs: to - from, series: Object.fromEntries(series) };
  }

  verify = async () => true;
  eventsOfCase = async (caseId: string) => this.audit.filter((event) => event.caseId === caseId);

  brands = async () => [...this.#kept.brand.values()];
  person = async (id: string) => this.#kept.person.get(id);
  people = async () => [...this.#kept.person.values()];
  personBySignInName = async (name: string) =>
    (await this.people()).find((person) => person.signInName?.toLowerCase() === name.toLowerCase());
  invitation = async (tokenHash: string) => this.#kept.invitation.get(tokenHash);
  session = async (tokenHash: string) => this.#kept.session.get(tokenHash);

  sessionsOfPerson = async (id: string) =>
    [...this.#kept.session.values()].filter(({ personId }) => personId === id).toReversed();

  device = async (id: string) => this.#kept.device.get(id);
  findDevices = async ({ brandIds }: { brandIds: readonly string[] }) =>
    [...this.#kept.device.values()].filter((device) => brandIds.includes(device.brandId));
  devicesBySerials = async (brandId: string, serials: readonly string[]) => {
    const wanted = new Set(serials.map((serial) => serial.toLowerCase()));
    return [...this.#kept.device.values()].filter(
      (device) => device.brandId === brandId && wanted.has(device.serial.toLowerCase()),
    );
  };
  link = async (id: string) => this.#kept.link.get(id);
  links = async (brandIds: readonly string[]) =>
    [...this.#kept.link.values()].filter((link) => brandIds.includes(link.brandId)).toReversed();
  childrenOfLink = async (id: string) => [...this.#kept.device.values()].filter(({ linkId }) => linkId === id);

  case = async (id: string) => this.#kept.case.get(id);
  cases = async ({ brandIds, agentId, open }: CaseSearch) =>
    [...this.#kept.case.values()]
      .filter((each) => brandIds.includes(each.brandId) && (agentId === undefined || each.agentId === agentId))
      .filter(({ closedAt }) => open === undefined || open === (closedAt === null))
      .toReversed();
  openCasesOfAgent = async (id: string) =>
    [...this.#kept.case.values()].filter(({ agentId, closedAt }) => agentId === id && closedAt === null);
  openCasesOfDevice = async (id: string) =>
    [...this.#kept.case.values()].filter(({ deviceId, closedAt }) => deviceId === id && closedAt === null);
  request = async (id: string) => this.#kept.request.get(id);
  requestsOfCase = async (caseId: string) =>
    [...this.#kept.request.values()].filter((request) => request.caseId === caseId);
  newestRequest = async (caseId: string) =>
    [...this.#kept.request.values()].findLast((request) => request.caseId === caseId);
  pendingRequests = async (deviceId: DeviceId, now: number) =>
    [...this.#kept.request.values()].filter((request) => request.deviceId === deviceId && isPending(request, now));
  findingsOfCase = async (caseId: string) =>
    [...this.#kept.finding.values()].filter((finding) => finding.caseId === caseId);
  requestByLink = async (tokenHash: string) => this.request(this.#kept['owner-link'].get(tokenHash)?.requestId ?? '');
  requestByDigits = async (digitsHash: string, now: number) => {
    const digits = this.#kept['spoken-digits'].get(digitsHash);
    return digits && now < digits.expiresAt ? this.request(digits.requestId) : undefined;
  };

  grant = async (id: string) => this.#kept.grant.get(id);
  newestGrant = async (caseId: string) => [...this.#kept.grant.values()].findLast((grant) => grant.caseId === caseId);
  grantsOfCase = async (caseId: string) => [...this.#kept.grant.values()].filter((grant) => grant.caseId === caseId);
  activeGrants = async () => [...this.#kept.grant.values()].filter(({ state }) => state === 'active');
  backgroundGrant = async (id: string) => this.#kept['background-grant'].get(id);
  backgroundGrantsOfDevice = async (id: string) =>
    [...this.#kept['background-grant'].values()].filter(({ deviceId }) => deviceId === id);
  activeBackgroundGrants = async () =>
    [...this.#kept['background-grant'].values()].filter(({ state }) => state === 'active');
  onsetsOfView = async (id: string) => [...this.#kept.onset.values()].filter(({ viewId }) => viewId === id);
  newestRecordAt = async () => {
    const inForce = new Set((await this.activeBackgroundGrants()).map(({ viewId }) => viewId));
    const onsets = [...this.#kept.onset.values()].filter(({ viewId }) => inForce.has(viewId));
    const counted = onsets.map(({ at, goneAt }) => Math.max(at, goneAt ?? at));
    const said = [this.frames.at(-1)?.frame.receivedAt, this.audit.at(-1)?.at, ...counted];
    const times = said.filter((at) => at !== undefined);
    return times.length > 0 ? Math.max(...times) : null;
  };
  copiedAt = async () => {
    const times = this.audit.filter(({ action }) => action === 'store.restored').map(({ at }) => at);
    return times.length > 0 ? Math.max(...times) : null;
  };
  unreadableGrants = async () =>
    [...this.#kept.grant.values()].filter(
      ({ state, recording, viewId }) =>
        state !== 'active' && !recording && this.frames.some((frame) => frame.viewId === viewId),
    );

  async #write(): Promise<void> {
    await this.gate;
    if (this.failWrites === 0) return;
    this.failWrites -= 1;
    throw new Error('The store cannot write');
  }

  #dropOnsets(isDropped: (onset: OnsetRecord) => boolean): void {
    for (const [id, onset] of this.#kept.onset) if (isDropped(onset)) this.#kept.onset.delete(id);
  }

  #drop(change: Extract<Change, { drop: string }>): void {
    if (change.drop === 'session') this.#kept.session.delete(change.tokenHash);
    else if (change.drop === 'spoken-digits') this.#kept['spoken-digits'].delete(change.digitsHash);
    else if (change.drop === 'onsets') this.#dropOnsets(({ viewId }) => viewId === change.viewId);
    else if (change.drop === 'old-onsets') this.#dropOnsets(({ at }) => at < change.before);
    else if (change.drop === 'finding') this.#kept.finding.delete(change.id);
    else
      for (const kept of [this.#kept.session, this.#kept.invitation, this.#kept['spoken-digits']])
        for (const [key, { expiresAt }] of kept) if (expiresAt <= change.before) kept.delete(key);
  }
}

function keyOf({ record }: Extract<Change, { put: string }>): string {
  if ('id' in record && !('tokenHash' in record)) return record.id;
  return 'digitsHash' in record ? record.digitsHash : record.tokenHash;
}
