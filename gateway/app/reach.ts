import type { CaseRecord, DeviceRecord } from '../domain/cases/records.ts';
import type { CaseId, DeviceId } from '../domain/ids.ts';
import type { PersonRecord, Role } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';

/**
 * Brands are tenants: what belongs to a brand that a person is no member of does not exist for them, so every id that a
 * person names is looked up here and nowhere else.
 */
export async function reachCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await app.cases.case(caseId);
  return found && person.brandIds.includes(found.brandId) ? found : refuse('not_found');
}

/** The case, if it is this person's own: only its agent asks, sees and ends. */
export async function reachOwnCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachCase(app, person, caseId);
  if ('refused' in found) return found;
  return found.agentId === person.id ? found : refuse('not_allowed');
}

export async function reachDevice(app: App, person: PersonRecord, id: DeviceId): Promise<DeviceRecord | Refusal> {
  const found = await app.devices.device(id);
  return found && person.brandIds.includes(found.brandId) ? found : refuse('not_found');
}

export function hasRole(person: PersonRecord, role: Role): boolean {
  return person.roles.includes(role);
}
