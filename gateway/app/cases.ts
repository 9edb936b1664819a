import type { CaseRecord } from '../domain/cases/records.ts';
import { asId, type CaseId, type DeviceId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { reachDevice, reachOverseenCase } from './reach.ts';
import { withdrawn } from './request-consent.ts';

/** Opens a case about a device of one of the agent's brands. */
export async function openCase(
  app: App,
  agent: PersonRecord,
  input: { readonly deviceId: DeviceId; readonly reason: string; readonly ticket: string | null },
): Promise<CaseRecord | Refusal> {
  const device = await reachDevice(app, agent, input.deviceId);
  if (isRefusal(device)) return device;
  const record: CaseRecord = {
    id: asId(app.random.id()),
    brandId: device.brandId,
    deviceId: device.id,
    agentId: agent.id,
    reason: input.reason.trim(),
    ticket: input.ticket?.trim() ?? null,
    openedAt: app.clock.now(),
    closedAt: null,
    labelFailures: 0,
  };
  await app.ledger.save([
    { put: 'case', record },
    { append: 'audit', event: auditEvent(app, `person:${agent.id}`, 'case.opened', { ...record, caseId: record.id }) },
  ]);
  return record;
}

/** Closes it: its request is withdrawn, its grant is completed, and what was not recorded is gone. May be repeated. */
export async function closeCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachOverseenCase(app, person, caseId);
  if (isRefusal(found)) return found;
  const actor = `person:${person.id}`;
  // First closed, in turn with the proof that may just be given: nothing can be granted in it afterwards.
  const closed = await app.inTurn.run(found.deviceId, () => writeClosed(app, found, actor));
  const grant = await app.grants.newestGrant(caseId);
  if (grant?.state === 'active') await endGrant(app, grant.id, { as: 'completed', reason: 'closed', actor });
  await tellDevice(app, closed.deviceId);
  return closed;
}

async function writeClosed(app: App, found: CaseRecord, actor: string): Promise<CaseRecord> {
  const current = (await app.cases.case(found.id)) ?? found;
  if (current.closedAt !== null) {
    const left = await withdrawn(app, current, actor);
    if (left.length > 0) await app.ledger.save(left);
    return current;
  }
  const closed: CaseRecord = { ...current, closedAt: app.clock.now() };
  const event = auditEvent(app, actor, 'case.closed', { ...closed, caseId: closed.id });
  await app.ledger.save([
    ...(await withdrawn(app, current, actor)),
    { put: 'case', record: closed },
    { append: 'audit', event },
  ]);
  return closed;
}
