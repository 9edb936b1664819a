import type { CaseRecord } from '../domain/cases/records.ts';
import type { SummaryLanguage } from '../domain/cases/summary-diagnosis.ts';
import { isPending } from '../domain/consent/request-state.ts';
import type { CaseId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { Outgoing } from '../ports/outward.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { summaryOf } from './case-summary.ts';
import { reachOverseenCase, reachOwnCase } from './reach.ts';
import { mintLink } from './request-consent.ts';

const sendsAMinute = 5;
const minuteMs = 60_000;

/** `copy`: the brand has no ticket system here, so nothing was made or sent. */
export type SentAway = 'sent' | 'copy' | Refusal;

/** A link of its own for the request that waits goes to the brand's ticket system: whoever asked for it never sees it. */
export async function sendLinkAway(app: App, agent: PersonRecord, caseId: CaseId): Promise<SentAway> {
  const found = await reachOwnCase(app, agent, caseId);
  if (isRefusal(found)) return found;
  if (found.closedAt !== null) return refuse('case_closed');
  const request = await app.cases.newestRequest(caseId);
  if (!request || !isPending(request, app.clock.now())) return refuse('request_ended');
  return send(app, found, { by: agent, type: 'consent.link', requestId: request.id }, async () => {
    const link = mintLink(app, request.id);
    await app.ledger.save([link.change]);
    return { url: `${app.publicUrl}${link.path}`, expiresAt: new Date(request.expiresAt).toISOString() };
  });
}

/** The case's summary goes to the brand's ticket system. */
export async function sendSummaryAway(
  app: App,
  person: PersonRecord,
  input: { readonly caseId: CaseId; readonly language: SummaryLanguage },
): Promise<SentAway> {
  const found = await reachOverseenCase(app, person, input.caseId);
  if (isRefusal(found)) return found;
  const text = await summaryOf(app, { found, language: input.language });
  if (isRefusal(text)) return text;
  return send(app, found, { by: person, type: 'case.summary' }, async () => ({ text, language: input.language }));
}

async function send(
  app: App,
  found: CaseRecord,
  what: { readonly by: PersonRecord; readonly type: Outgoing['type']; readonly requestId?: string },
  data: () => Promise<Outgoing['data']>,
): Promise<SentAway> {
  const brand = (await app.people.brands()).find(({ id }) => id === found.brandId);
  if (!brand || brand.webhookUrl === null || isRefusal(app.linkSender.mayUse(brand.webhookUrl))) return 'copy';
  if (!app.attempts.attempt(`send ${found.id}`, sendsAMinute, minuteMs)) return refuse('too_many_tries');
  const about = { ticket: found.ticket, caseId: found.id };
  const message: Outgoing = {
    id: app.random.id(),
    type: what.type,
    at: app.clock.now(),
    data: { ...about, ...(await data()) },
  };
  const sent = await app.linkSender.send(brand, message);
  const detail = {
    messageId: message.id,
    taken: sent === 'sent',
    ...(what.requestId === undefined ? {} : { requestId: what.requestId }),
  };
  const event = auditEvent(app, `person:${what.by.id}`, `${what.type}.sent`, { ...found, caseId: found.id, detail });
  await app.ledger.save([{ append: 'audit', event }]);
  return sent;
}
