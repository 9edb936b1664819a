import type { CaseRecord, DeviceRecord, RequestRecord } from '../domain/cases/records.ts';
import { digitsLifeMs, isPending, minutesDefault, requestLifeMs } from '../domain/consent/request-state.ts';
import { drawWords } from '../domain/consent/two-words.ts';
import type { Scope } from '../domain/data-class.ts';
import { asId, type CaseId, type DeviceId, type PersonId, type RequestId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { reachOwnCase } from './reach.ts';
import { askableScopes, hasSeen, isBeforeClaim } from './registered-device.ts';

/** Ways to the owner's page. Neither can grant anything; only their hashes are kept. */
export interface WayToOwner {
  readonly url: string;
  readonly digits: string;
  readonly digitsExpireAt: number;
}

/** Asks the owner: a request with scopes, a link and six digits. An earlier request that still waits is withdrawn. */
export async function requestConsent(
  app: App,
  agent: PersonRecord,
  input: { readonly caseId: CaseId; readonly scope: Scope; readonly minutes?: number | undefined },
): Promise<{ readonly request: RequestRecord; readonly way: WayToOwner } | Refusal> {
  const asked = await mayAsk(app, agent, input);
  if (isRefusal(asked)) return asked;
  const { found, device } = asked;
  const now = app.clock.now();
  const request: RequestRecord = {
    id: asId(app.random.id()),
    caseId: found.id,
    deviceId: device.id,
    scope: input.scope,
    minutes: input.minutes ?? minutesDefault,
    words: drawWords((below) => app.random.integer(below)),
    sentAt: now,
    expiresAt: now + requestLifeMs,
    openedAt: null,
    allowedAt: null,
    deniedAt: null,
    withdrawnAt: null,
    grantId: null,
    noticeLanguage: null,
  };
  const minted = await mintWay(app, request.id);
  const detail = { requestId: request.id, scope: request.scope };
  const refusal = await app.inTurn.run(device.id, async () => {
    // While this waited for its turn it may have been closed, the device claimed, or the agent shown its secret.
    const still = await mayAsk(app, agent, input);
    if (isRefusal(still)) return still;
    await app.ledger.save([
      ...(await withdrawn(app, found, `person:${agent.id}`)),
      { put: 'request', record: request },
      ...minted.changes,
      { append: 'audit', event: auditEvent(app, `person:${agent.id}`, 'request.sent', { ...request, detail }) },
    ]);
    return undefined;
  });
  if (refusal) return refusal;
  await tellDevice(app, device.id);
  return { request, way: minted.way };
}

async function mayAsk(
  app: App,
  agent: PersonRecord,
  { caseId, scope }: { readonly caseId: CaseId; readonly scope: Scope },
): Promise<{ readonly found: CaseRecord; readonly device: DeviceRecord } | Refusal> {
  const found = await reachOpenCase(app, agent, caseId);
  if (isRefusal(found)) return found;
  const device = await app.devices.device(found.deviceId);
  if (!device) return refuse('not_found');
  if (isBeforeClaim(found, device)) return refuse('case_before_claim');
  if (hasSeen(device, agent.id, app.clock.now())) return refuse('registered_by_you');
  if (!askableScopes(device).includes(scope)) return refuse('scope_needs_stronger_proof');
  return { found, device };
}

/** A further link and further digits for the request that waits: the ones shown before cannot be shown again. */
export async function anotherWay(app: App, agent: PersonRecord, caseId: CaseId): Promise<WayToOwner | Refusal> {
  const found = await reachOpenCase(app, agent, caseId);
  if (isRefusal(found)) return found;
  const request = await app.cases.newestRequest(caseId);
  if (!request || !isPending(request, app.clock.now())) return refuse('request_ended');
  const minted = await mintWay(app, request.id);
  const actor = `person:${agent.id}`;
  const event = requestEvent(app, found, request, { actor, action: 'request.link-made' });
  await app.ledger.save([...minted.changes, { append: 'audit', event }]);
  return minted.way;
}

export async function withdrawRequest(app: App, agent: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachOpenCase(app, agent, caseId);
  if (isRefusal(found)) return found;
  await app.inTurn.run(found.deviceId, async () => app.ledger.save(await withdrawn(app, found, `person:${agent.id}`)));
  await tellDevice(app, found.deviceId);
  return found;
}

/** The changes that withdraw what still waits in this case, if anything does. */
export async function withdrawn(app: App, supportCase: CaseRecord, actor: string): Promise<Change[]> {
  const request = await app.cases.newestRequest(supportCase.id);
  return request && isPending(request, app.clock.now()) ? withdrawal(app, { supportCase, request, actor }) : [];
}

/** The changes that withdraw what waits at this device: what everybody asks, or what one agent does. */
export async function withdrawnAt(
  app: App,
  deviceId: DeviceId,
  { actor, agentId }: { readonly actor: string; readonly agentId?: PersonId },
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const request of await app.cases.pendingRequests(deviceId, app.clock.now())) {
    const supportCase = await app.cases.case(request.caseId);
    if (!supportCase || (agentId !== undefined && supportCase.agentId !== agentId)) continue;
    changes.push(...withdrawal(app, { supportCase, request, actor }));
  }
  return changes;
}

function withdrawal(
  app: App,
  waiting: { readonly supportCase: CaseRecord; readonly request: RequestRecord; readonly actor: string },
): Change[] {
  const { supportCase, request, actor } = waiting;
  return [
    { put: 'request', record: { ...request, withdrawnAt: app.clock.now() } },
    { append: 'audit', event: requestEvent(app, supportCase, request, { actor, action: 'request.withdrawn' }) },
  ];
}

function requestEvent(
  app: App,
  supportCase: CaseRecord,
  request: RequestRecord,
  { actor, action }: { readonly actor: string; readonly action: string },
) {
  const { brandId, id, deviceId } = supportCase;
  return auditEvent(app, actor, action, { brandId, caseId: id, deviceId, detail: { requestId: request.id } });
}

async function reachOpenCase(app: App, agent: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachOwnCase(app, agent, caseId);
  if (isRefusal(found)) return found;
  return found.closedAt === null ? found : refuse('case_closed');
}

/** A link of its own for this request: path of the owner's page, and the change that makes it work. */
export function mintLink(app: App, requestId: RequestId): { readonly path: string; readonly change: Change } {
  const token = app.random.token();
  const record = { tokenHash: app.vault.keyedHash('link', token), requestId };
  return { path: `/c/${token}`, change: { put: 'owner-link', record } };
}

async function mintWay(app: App, requestId: RequestId): Promise<{ way: WayToOwner; changes: Change[] }> {
  const link = mintLink(app, requestId);
  const digits = await freeDigits(app);
  const digitsExpireAt = app.clock.now() + digitsLifeMs;
  const digitsHash = app.vault.keyedHash('spoken-digits', digits);
  return {
    way: { url: `${app.publicUrl}${link.path}`, digits, digitsExpireAt },
    changes: [link.change, { put: 'spoken-digits', record: { digitsHash, requestId, expiresAt: digitsExpireAt } }],
  };
}

async function freeDigits(app: App): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const digits = String(app.random.integer(1_000_000)).padStart(6, '0');
    const hash = app.vault.keyedHash('spoken-digits', digits);
    if (!(await app.cases.requestByDigits(hash, app.clock.now()))) return digits;
  }
  throw new Error('No spoken digits are free');
}
