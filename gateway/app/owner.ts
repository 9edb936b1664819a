import type { CaseRecord, DeviceRecord, GrantRecord, RequestRecord } from '../domain/cases/records.ts';
import { isPending, labelTries, proofLeftMs } from '../domain/consent/request-state.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { grantRequest } from './grant.ts';
import { normalLabelCode } from './label-code.ts';
import { isBeforeClaim, proofsFor } from './registered-device.ts';
import { mintLink } from './request-consent.ts';

/** What a link leads to. Looking at it changes nothing. */
export interface OwnerPage {
  readonly request: RequestRecord;
  readonly supportCase: CaseRecord;
  readonly device: DeviceRecord;
  readonly grant: GrantRecord | undefined;
}

export async function ownerPage(app: App, token: string): Promise<OwnerPage | Refusal> {
  const request = await app.cases.requestByLink(app.vault.keyedHash('link', token));
  const supportCase = request && (await app.cases.case(request.caseId));
  const device = request && (await app.devices.device(request.deviceId));
  if (!request || !supportCase || !device) return refuse('link_unknown');
  const grant = request.grantId === null ? undefined : await app.grants.grant(request.grantId);
  return { request, supportCase, device, grant };
}

/** The page was really shown (said by its script: a preview bot's GET says nothing). */
export async function ownerOpened(app: App, token: string): Promise<Refusal | undefined> {
  return change(app, token, 'request.opened', (request) =>
    request.openedAt === null ? { ...request, openedAt: app.clock.now() } : undefined,
  );
}

/** The owner's yes; it still needs the proof. May be repeated: the two minutes start anew. */
export async function ownerAllow(app: App, token: string, language: string): Promise<Refusal | undefined> {
  return change(app, token, 'request.allowed', (request) => ({
    ...request,
    allowedAt: app.clock.now(),
    noticeLanguage: language,
  }));
}

export async function ownerRefuse(app: App, token: string): Promise<Refusal | undefined> {
  return change(app, token, 'request.denied', (request) => ({ ...request, deniedAt: app.clock.now() }));
}

async function change(
  app: App,
  token: string,
  action: string,
  edit: (request: RequestRecord) => RequestRecord | undefined,
): Promise<Refusal | undefined> {
  const page = await ownerPage(app, token);
  if ('refused' in page) return page;
  const refusal = await app.inTurn.run(page.device.id, async () => {
    const request = await app.cases.request(page.request.id);
    if (!request || !isPending(request, app.clock.now())) return refuse('request_ended');
    const record = edit(request);
    if (!record) return undefined;
    await app.ledger.save([
      { put: 'request', record },
      { append: 'audit', event: ownerEvent(app, page, action) },
    ]);
    return undefined;
  });
  if (!refusal && action !== 'request.opened') await tellDevice(app, page.device.id);
  return refusal;
}

/** The code printed on the device: five tries a case, whoever makes them and through however many links. */
export async function ownerProveByLabel(app: App, token: string, typed: string): Promise<Refusal | undefined> {
  const page = await ownerPage(app, token);
  if ('refused' in page) return page;
  const { scope } = page.request;
  // Before the code is looked at: a refusal must not tell whether it was right.
  if (!proofsFor(page.device, scope).includes('label')) {
    return refuse(scope === 'full' ? 'scope_needs_stronger_proof' : 'proof_not_for_this_device');
  }
  const refusal = await tryLabelCode(app, page, typed, async () => {
    const request = await app.cases.request(page.request.id);
    if (!request || !isPending(request, app.clock.now())) return refuse('request_ended');
    if (proofLeftMs(request, app.clock.now()) > 0) return undefined;
    return refuse(request.allowedAt === null ? 'not_allowed_yet' : 'proof_too_late');
  });
  if (refusal) return refusal;
  const offer = { requestId: page.request.id, proof: 'label', readAloud: false, actor: 'owner' } as const;
  const granted = await grantRequest(app, offer);
  return 'refused' in granted ? granted : undefined;
}

/** Of the case of this page, after `mayTry` has let it. Undefined: it was right. */
export async function tryLabelCode(
  app: App,
  page: OwnerPage,
  typed: string,
  mayTry: () => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const offered = app.vault.keyedHash('label-code', normalLabelCode(typed));
  return app.inTurn.run(page.device.id, async () => {
    const [current, device] = [await app.cases.case(page.supportCase.id), await app.devices.device(page.device.id)];
    if (!current || !device) return refuse('request_ended');
    const refusal = await mayTry();
    if (refusal) return refusal;
    if (current.labelFailures >= labelTries) return refuse('label_locked');
    if (app.vault.sameHash(offered, device.labelHash ?? '')) return undefined;
    await app.ledger.save([
      { put: 'case', record: { ...current, labelFailures: current.labelFailures + 1 } },
      { append: 'audit', event: ownerEvent(app, page, 'label.wrong') },
    ]);
    return refuse('label_wrong');
  });
}

/**
 * Stop: whoever holds the link may always. Resolves when it is on disk. Before the grant, it is a no to the request.
 */
export async function ownerStop(app: App, token: string): Promise<Refusal | undefined> {
  const page = await ownerPage(app, token);
  if ('refused' in page) return page;
  // An earlier owner's: all of it has ended, and of the present owner's nothing does.
  if (isBeforeClaim(page.supportCase, page.device)) return undefined;
  if (!page.grant && (await ownerRefuse(app, token)) === undefined) return undefined;
  // The request may have become a grant in between.
  const now = page.grant ? page : await ownerPage(app, token);
  if (!('refused' in now) && now.grant) {
    await endGrant(app, now.grant.id, { as: 'revoked', reason: 'revoked', actor: 'owner' });
  }
  return undefined;
}

const digitsWindowMs = 60_000;
const digitsPerAddress = 10;
const wrongDigitsEverywhere = 60;

/**
 * Six spoken digits -> the path of the owner's page, and no more. They work once. Guessing is first limited by address.
 * Wrong digits from everywhere together only slow: beyond their bound an address has one try a minute instead of ten, so
 * that many addresses get little further, and an owner's own first try always counts.
 */
export async function openByDigits(
  app: App,
  offer: { readonly digits: string; readonly address: string },
): Promise<string | Refusal> {
  const digits = offer.digits.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return refuse('digits_unknown');
  const calm = app.attempts.attempt('digits', wrongDigitsEverywhere, digitsWindowMs);
  const here = `digits ${offer.address}`;
  const opened = app.attempts.attempt(here, calm ? digitsPerAddress : 1, digitsWindowMs)
    ? await openWith(app, app.vault.keyedHash('spoken-digits', digits))
    : refuse('too_many_tries');
  // Only what was wrong counts for everybody.
  if (calm && !(isRefusal(opened) && opened.refused === 'digits_unknown')) app.attempts.takeBack('digits');
  return opened;
}

function openWith(app: App, hash: string): Promise<string | Refusal> {
  return app.inTurn.run(`digits ${hash}`, () => useDigits(app, hash));
}

async function useDigits(app: App, hash: string): Promise<string | Refusal> {
  const request = await app.cases.requestByDigits(hash, app.clock.now());
  if (!request || !isPending(request, app.clock.now())) return refuse('digits_unknown');
  const link = mintLink(app, request.id);
  const used: Change = { drop: 'spoken-digits', digitsHash: hash };
  const event = auditEvent(app, 'owner', 'digits.used', { ...request, detail: { requestId: request.id } });
  await app.ledger.save([link.change, used, { append: 'audit', event }]);
  return link.path;
}

export function ownerEvent(app: App, page: OwnerPage, action: string) {
  const { request, supportCase, device } = page;
  const about = { brandId: device.brandId, caseId: supportCase.id, deviceId: device.id };
  return auditEvent(app, 'owner', action, { ...about, detail: { requestId: request.id } });
}
