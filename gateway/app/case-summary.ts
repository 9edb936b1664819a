import type { CaseRecord, GrantRecord, RequestRecord } from '../domain/cases/records.ts';
import { type SummaryFacts, type SummaryLanguage, summaryText } from '../domain/cases/summary-text.ts';
import { requestState } from '../domain/consent/request-state.ts';
import type { CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { reachOverseenCase } from './reach.ts';

/** Course and outcome of a case as plain text, for the ticket system: no device data. */
export async function caseSummary(
  app: App,
  person: PersonRecord,
  input: { readonly caseId: CaseId; readonly language: SummaryLanguage },
): Promise<string | Refusal> {
  const found = await reachOverseenCase(app, person, input.caseId);
  return isRefusal(found) ? found : summaryOf(app, found, input.language);
}

export async function summaryOf(app: App, found: CaseRecord, language: SummaryLanguage): Promise<string | Refusal> {
  const [device, agent, brands, requests, grants] = await Promise.all([
    app.devices.device(found.deviceId),
    app.people.person(found.agentId),
    app.people.brands(),
    app.cases.requestsOfCase(found.id),
    app.grants.grantsOfCase(found.id),
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
  };
  return summaryText(facts, language, (at) => new Date(at).toISOString());
}

function requestCourse(request: RequestRecord, grants: readonly GrantRecord[], now: number) {
  const state = requestState(request, now);
  const grantedAt = grants.find(({ id }) => id === request.grantId)?.notBefore ?? null;
  const ranOutAt = state === 'expired' ? request.expiresAt : null;
  return { state, endedAt: grantedAt ?? request.deniedAt ?? request.withdrawnAt ?? ranOutAt };
}
