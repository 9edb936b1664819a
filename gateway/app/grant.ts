import type { CaseRecord, DeviceRecord, GrantRecord, Proof, RequestRecord } from '../domain/cases/records.ts';
import { compileGrant, isActiveAt } from '../domain/consent/grant-view.ts';
import { judgeProof, noticeVersion } from '../domain/consent/request-state.ts';
import { classesOfScope } from '../domain/data-class.ts';
import { asId, type RequestId } from '../domain/ids.ts';
import type { Pack } from '../domain/pack.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import { type App, moment } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endChanges, silence } from './end-grant.ts';
import { watchExpiry } from './expiry.ts';
import { tellAgain } from './findings.ts';
import { forgetView } from './forget-view.ts';
import { limitsOf, packOf } from './device-pack.ts';
import { mayLook } from './reach.ts';
import { proofsFor } from './registered-device.ts';

const retryMs = 1_000;
const lookAgain = 10;

/** Turns a request into a grant by a proof that no console can originate. First on disk, then in force. */
export async function grantRequest(
  app: App,
  offer: {
    readonly requestId: RequestId;
    readonly proof: Proof;
    readonly readAloud: boolean;
    readonly actor: string;
  },
): Promise<GrantRecord | Refusal> {
  const asked = await app.cases.request(offer.requestId);
  if (!asked) return refuse('confirm_unknown');
  const granted = await app.inTurn.run(asked.deviceId, () => writeGrant(app, offer));
  if (isRefusal(granted)) return granted;
  await tellDevice(app, granted.deviceId);
  app.deviceLink.readActively(granted.deviceId);
  return granted;
}

async function writeGrant(app: App, offer: Parameters<typeof grantRequest>[1]): Promise<GrantRecord | Refusal> {
  const request = await app.cases.request(offer.requestId);
  const supportCase = request && (await app.cases.case(request.caseId));
  const device = request && (await app.devices.device(request.deviceId));
  if (!request || !supportCase || !device) return refuse('confirm_unknown');
  const pack = packOf(app, device);
  if (!pack) return refuse('model_unknown');
  // Who asked may have been disabled, or have left the brand, since.
  if (!mayLook(await app.people.person(supportCase.agentId), supportCase.brandId)) return refuse('request_ended');
  if (supportCase.closedAt !== null) return refuse('case_closed');
  const written = await takeUp(app, request, offer.proof);
  if (written) return written;
  // A button says yes without saying to what: another yes may be waiting for it.
  if (offer.proof === 'button' && app.fleetOffers.of(device.id)) return refuse('several_requests');
  const refusal = judgeProof({
    request,
    allPending: await app.cases.pendingRequests(device.id, app.clock.now()),
    enough: proofsFor(device, request.scope),
    proof: offer.proof,
    readAloud: offer.readAloud,
    now: app.clock.now(),
  });
  if (refusal) return refusal;

  const epoch = device.epoch + 1;
  const grant = newGrant(app, { request, supportCase, device, epoch, packVersion: pack.version, proof: offer.proof });
  const earlier = await app.grants.newestGrant(supportCase.id);
  const replaced = earlier?.state === 'active' ? earlier : undefined;
  const changes: Change[] = [
    { put: 'device', record: { ...device, epoch } },
    { put: 'grant', record: grant },
    { put: 'request', record: { ...request, grantId: grant.id } },
    ...(replaced ? endChanges(app, replaced, epoch, { as: 'completed', actor: offer.actor }) : []),
    {
      append: 'audit',
      event: auditEvent(app, offer.actor, 'grant.active', {
        ...grant,
        detail: { grantId: grant.id, proof: grant.proof, classes: grant.classes.join(' ') },
      }),
    },
  ];
  try {
    await app.ledger.save(changes);
  } catch (error) {
    lookWhetherWritten(app, request, lookAgain);
    throw error;
  }
  putInForce(app, { grant, pack, device });
  if (replaced) forgetView(app, replaced);
  return grant;
}

/** What is on disk is enforced from here on; an earlier grant of its case is over. */
function putInForce(
  app: App,
  made: { readonly grant: GrantRecord; readonly pack: Pack; readonly device: DeviceRecord },
): void {
  const { grant, pack, device } = made;
  for (const earlier of app.book.ofDevice(device.id))
    if (earlier.caseId === grant.caseId) silence(app, earlier.grantId, 'completed');
  const view = compileGrant(grant, moment(app));
  const { diagnosis } = app.views.open(view, pack, limitsOf(app, device), grant.notBefore);
  if (diagnosis) app.fleet.inform(diagnosis, device);
  app.book.put(view);
  watchExpiry(app, view);
  void tellAgain(app, grant);
}

/**
 * A save that was rejected may be on disk all the same (the writer was killed after its COMMIT): then the owner's page says
 * that the grant is active and nobody enforces it. It is put in force, unless somebody has ended it meanwhile.
 */
async function takeUp(app: App, request: RequestRecord, proof: Proof): Promise<GrantRecord | undefined> {
  const grant = request.grantId === null ? undefined : await app.grants.grant(request.grantId);
  const device = grant && (await app.devices.device(grant.deviceId));
  const pack = device && packOf(app, device);
  if (!grant || !pack || grant.state !== 'active' || grant.proof !== proof) return undefined;
  if (app.book.ofView(grant.viewId) || app.book.hasEnded(grant.id)) return undefined;
  if (!isActiveAt(compileGrant(grant, moment(app)), moment(app))) return undefined;
  const earlier = app.book.ofDevice(device.id).filter(({ caseId }) => caseId === grant.caseId);
  putInForce(app, { grant, pack, device });
  app.note({ code: 'grant_taken_up', grantId: grant.id });
  for (const { grantId } of earlier) {
    const over = await app.grants.grant(grantId);
    if (over) forgetView(app, over);
  }
  return grant;
}

/** Nobody may repeat it (a label code is typed once), so the store is asked until it answers, and a little longer. */
function lookWhetherWritten(app: App, asked: RequestRecord, left: number): void {
  if (left === 0) return;
  app.clock.after(retryMs, () => void look());

  async function look(): Promise<void> {
    try {
      const request = await app.cases.request(asked.id);
      const proof = request?.grantId ? (await app.grants.grant(request.grantId))?.proof : undefined;
      if (!request || !proof) return lookWhetherWritten(app, asked, left - 1);
      const taken = await app.inTurn.run(asked.deviceId, () => takeUp(app, request, proof));
      if (taken) await tellDevice(app, asked.deviceId);
    } catch {
      lookWhetherWritten(app, asked, left);
    }
  }
}

function newGrant(
  app: App,
  made: {
    readonly request: RequestRecord;
    readonly supportCase: CaseRecord;
    readonly device: DeviceRecord;
    readonly epoch: number;
    readonly packVersion: string;
    readonly proof: Proof;
  },
): GrantRecord {
  const now = app.clock.now();
  return {
    id: asId(app.random.id()),
    viewId: asId(app.random.id()),
    requestId: made.request.id,
    caseId: made.supportCase.id,
    deviceId: made.device.id,
    brandId: made.device.brandId,
    agentId: made.supportCase.agentId,
    purpose: 'support-case',
    classes: classesOfScope(made.request.scope),
    backlog: false,
    recording: false,
    noticeVersion,
    noticeLanguage: made.request.noticeLanguage ?? 'zh-CN',
    proof: made.proof,
    notBefore: now,
    expiresAt: now + made.request.minutes * 60_000,
    startEpoch: made.epoch,
    endEpoch: null,
    state: 'active',
    endedAt: null,
    endedBy: null,
    packVersion: made.packVersion,
  };
}
