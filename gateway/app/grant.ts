import type { CaseRecord, DeviceRecord, GrantRecord, Proof, RequestRecord } from '../domain/cases/records.ts';
import { compileGrant } from '../domain/consent/grant-view.ts';
import { judgeProof, noticeVersion } from '../domain/consent/request-state.ts';
import { classesOfScope } from '../domain/data-class.ts';
import { asId, type RequestId } from '../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import { type App, moment } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endChanges, silence } from './end-grant.ts';
import { watchExpiry } from './expiry.ts';
import { forgetView } from './forget-view.ts';
import { proofOf } from './registered-device.ts';

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
  if (!isRefusal(granted)) await tellDevice(app, granted.deviceId);
  return granted;
}

async function writeGrant(app: App, offer: Parameters<typeof grantRequest>[1]): Promise<GrantRecord | Refusal> {
  const request = await app.cases.request(offer.requestId);
  const supportCase = request && (await app.cases.case(request.caseId));
  const device = request && (await app.devices.device(request.deviceId));
  if (!request || !supportCase || !device) return refuse('confirm_unknown');
  const pack = app.packs.get(device.model);
  if (!pack) return refuse('model_unknown');
  if (supportCase.closedAt !== null) return refuse('case_closed');
  const refusal = judgeProof({
    request,
    allPending: await app.cases.pendingRequests(device.id, app.clock.now()),
    deviceProof: proofOf(device),
    proof: offer.proof,
    readAloud: offer.readAloud,
    now: app.clock.now(),
  });
  if (refusal) return refusal;

  const epoch = device.epoch + 1;
  const grant = newGrant(app, { request, supportCase, device, epoch, packVersion: pack.version, proof: offer.proof });
  const earlier = await app.grants.newestGrant(supportCase.id);
  const replaced = earlier?.state === 'active' ? earlier : undefined;
  await app.ledger.save([
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
  ]);
  if (replaced) {
    silence(app, replaced.id, 'completed');
    forgetView(app, replaced);
  }
  const view = compileGrant(grant, moment(app));
  app.views.open(view, pack, device.link);
  app.book.put(view);
  watchExpiry(app, view);
  return grant;
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
    packVersion: made.packVersion,
  };
}
