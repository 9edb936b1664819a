import type { CaseRecord, GrantRecord, RequestRecord } from '../domain/cases/records.ts';
import {
  type SummaryCause,
  summaryCause,
  type SummaryLanguage,
  summaryTold,
} from '../domain/cases/summary-diagnosis.ts';
import { type SummaryFacts, summaryText } from '../domain/cases/summary-text.ts';
import { requestState } from '../domain/consent/request-state.ts';
import type { CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { packOf } from './device-pack.ts';
import { byWords } from './findings.ts';
import { reachOverseenCase } from './reach.ts';

/** Course and outcome of a case as plain text, for the ticket system: no measurement of the device. */
export async function caseSummary(
  app: App,
  person: PersonRecord,
  input: { readonly caseId: CaseId; readonly language: SummaryLanguage },
): Promise<string | Refusal> {
  const found = await reachOverseenCase(app, person, input.caseId);
  return isRefusal(found) ? found : summaryOf(app, { found, language: input.language, shownTo: person });
}

/** `shownTo`: the person who reads it here and now; none: it leaves the gateway, and so names nothing that a View alone knows. */
export async function summaryOf(
  app: App,
  asked: { readonly found: CaseRecord; readonly language: SummaryLanguage; readonly shownTo?: PersonRecord },
): Promise<string | Refusal> {
  const { found, language } = asked;
  const [device, agent, brands, requests, grants, told] = await Promise.all([
    app.devices.device(found.deviceId),
    app.people.person(found.agentId),
    app.people.brands(),
    app.cases.requestsOfCase(found.id),
    app.grants.grantsOfCase(found.id),
    app.cases.findingsOfCase(found.id),
  ]);
  if (!device || !agent) return refuse('not_found');
  const now = app.clock.now();
  const facts: SummaryFacts = {
    brand: brands.find(({ id }) => id === found.brandId)?.name ?? '',
    caseId: found.id,
    ticket: found.ticket,
    device: { model: app.packs.get(device.model)?.name ?? device.model, serial: device.serial },
    agent: agent.displayName,
    reason: found.reason,
    openedAt: found.openedAt,
    closedAt: found.closedAt,
    writtenAt: now,
    requests: requests.map((request) => ({ ...request, ...requestCourse(request, grants, now) })),
    grants: grants.map((grant) => ({ ...grant, startedAt: grant.notBefore })),
    told: told.map((finding) => summaryTold(finding, packOf(app, device))),
    cause: await causeOf(app, found, asked.shownTo),
  };
  return summaryText(facts, language, (at) => new Date(at).toISOString());
}

/** Of the View as long as it lasts, for whom it was granted to; else concluded anew from what was told. Nothing of it is kept. */
async function causeOf(app: App, found: CaseRecord, shownTo: PersonRecord | undefined): Promise<SummaryCause | null> {
  const seen = app.book
    .ofDevice(found.deviceId)
    .find(({ caseId, viewerId }) => caseId === found.id && viewerId === shownTo?.id);
  const inView = seen && app.views.of(seen.viewId)?.diagnosis;
  const diagnosis = inView ?? (await byWords(app, found));
  const from = inView ? 'view' : 'words';
  return diagnosis ? summaryCause(diagnosis.verdict(app.clock.now()).headline, diagnosis.program.pack, from) : null;
}

function requestCourse(request: RequestRecord, grants: readonly GrantRecord[], now: number) {
  const state = requestState(request, now);
  const grantedAt = grants.find(({ id }) => id === request.grantId)?.notBefore ?? null;
  const ranOutAt = state === 'expired' ? request.expiresAt : null;
  return { state, endedAt: grantedAt ?? request.deniedAt ?? request.withdrawnAt ?? ranOutAt };
}
