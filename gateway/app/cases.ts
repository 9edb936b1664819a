import type { CaseRecord } from '../domain/cases/records.ts';
import { asId, type CaseId, type DeviceId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { isRefusal, type Refusal } from '../domain/refusals.ts';
import type { Change } from '../ports.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { reachDevice, reachOwnCase } from './reach.ts';
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

/** Closes it: its request is withdrawn, its grant is completed, and what was not recorded is gone. */
export async function closeCase(app: App, agent: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachOwnCase(app, agent, caseId);
  if (isRefusal(found) || found.closedAt !== null) return found;
  const actor = `person:${agent.id}`;
  const closed: CaseRecord = { ...found, closedAt: app.clock.now() };
  const grant = await app.grants.newestGrant(caseId);
  if (grant?.state === 'active') await endGrant(app, grant.id, { as: 'completed', reason: 'closed', actor });
  const pending = await withdrawn(app, caseId);
  const changes: Change[] = [
    { put: 'case', record: closed },
    { append: 'audit', event: auditEvent(app, actor, 'case.closed', { ...closed, caseId }) },
  ];
  await app.inTurn.run(closed.deviceId, () => app.ledger.save([...pending, ...changes]));
  await tellDevice(app, closed.deviceId);
  return closed;
}
