import type { CaseRecord, DeviceRecord } from '../domain/cases/records.ts';
import type { BrandId, CaseId, DeviceId } from '../domain/ids.ts';
import type { BrandRecord, PersonRecord, Role } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';

/**
 * Brands are tenants: what belongs to a brand that a person is no member of does not exist for them, so every id that a
 * person names is looked up here and nowhere else.
 */
async function reachCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await app.cases.case(caseId);
  return found && person.brandIds.includes(found.brandId) ? found : refuse('not_found');
}

/** The case, if it is this person's own: only its agent asks, sees and ends. */
export async function reachOwnCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  const found = await reachCase(app, person, caseId);
  if (isRefusal(found)) return found;
  return found.agentId === person.id ? found : refuse('not_allowed');
}

/** The case, if it is this person's own or they supervise its brand: to read its course, and to close it. */
export async function reachOverseenCase(app: App, person: PersonRecord, caseId: CaseId): Promise<CaseRecord | Refusal> {
  return hasRole(person, 'supervisor') ? reachCase(app, person, caseId) : reachOwnCase(app, person, caseId);
}

export async function reachDevice(app: App, person: PersonRecord, id: DeviceId): Promise<DeviceRecord | Refusal> {
  const found = await app.devices.device(id);
  return found && person.brandIds.includes(found.brandId) ? found : refuse('not_found');
}

export async function reachBrand(app: App, person: PersonRecord, id: BrandId): Promise<BrandRecord | Refusal> {
  const found = (await app.people.brands()).find((brand) => brand.id === id);
  return found && person.brandIds.includes(id) ? found : refuse('not_found');
}

export function hasRole(person: PersonRecord, role: Role): boolean {
  return person.roles.includes(role);
}

/** Whether a grant may name this person as the one who looks, in this brand, as things are now. */
export function mayLook(person: PersonRecord | undefined, brandId: BrandId): boolean {
  return person?.disabledAt === null && hasRole(person, 'agent') && person.brandIds.includes(brandId);
}
