import type { CaseRecord } from '../domain/cases/records.ts';
import type { BrandId, PersonId } from '../domain/ids.ts';
import { leftWithoutAdministrator } from '../domain/people/administrators.ts';
import type { PersonRecord, Role } from '../domain/people/records.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endGrant } from './end-grant.ts';
import { hasRole, mayLook } from './reach.ts';
import { withdrawn } from './request-consent.ts';
import { dropSessions } from './sign-in.ts';

export interface PersonEdit {
  readonly roles?: readonly Role[] | undefined;
  /** Which of the administrator's own brands they belong to. */
  readonly brandIds?: readonly BrandId[] | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * What an administrator may change of a colleague (decision 0046): of a person who also works for a brand that is not
 * theirs, only which of their own brands they belong to. What the person may not do any more ends before this resolves.
 * May be repeated: what an interrupted one left undone is done then.
 */
export async function changePerson(
  app: App,
  administrator: PersonRecord,
  personId: PersonId,
  edit: PersonEdit,
): Promise<PersonRecord | Refusal> {
  const changed = await app.inTurn.run('people', () => writeChange(app, administrator, personId, edit));
  if (!isRefusal(changed)) await leaveCases(app, changed, `person:${administrator.id}`);
  return changed;
}

async function writeChange(
  app: App,
  administrator: PersonRecord,
  personId: PersonId,
  edit: PersonEdit,
): Promise<PersonRecord | Refusal> {
  const people = await app.people.people();
  // As they are now: of two who change each other at once, the second is none any more.
  const actor = people.find(({ id }) => id === administrator.id);
  const person = people.find(({ id }) => id === personId);
  if (!actor || actor.disabledAt !== null || !hasRole(actor, 'administrator')) return refuse('not_allowed');
  const isOwn = (id: BrandId) => actor.brandIds.includes(id);
  if (!person || !person.brandIds.some(isOwn)) return refuse('not_found');
  if (person.id === actor.id) return refuse('not_yourself');
  if (edit.brandIds && !edit.brandIds.every(isOwn)) return refuse('not_found');
  const others = person.brandIds.filter((id) => !isOwn(id));
  if (others.length > 0 && (edit.roles || edit.disabled !== undefined)) return refuse('other_brands_too');

  const record: PersonRecord = {
    ...person,
    roles: edit.roles ?? person.roles,
    brandIds: edit.brandIds ? [...others, ...edit.brandIds] : person.brandIds,
    disabledAt: disabledAt(app, person, edit),
  };
  if (record.brandIds.length === 0) return refuse('person_without_brand');
  if (leftWithoutAdministrator(people, record).length > 0) return refuse('last_administrator');
  const sessions = record.disabledAt === null ? [] : await app.people.sessionsOfPerson(person.id);
  if (record.disabledAt !== null) app.knownPlaces.forget(person.id);
  await dropSessions(app, sessions, [
    { put: 'person', record },
    ...changeEvents(app, `person:${actor.id}`, person, record),
  ]);
  return record;
}

function disabledAt(app: App, person: PersonRecord, { disabled }: PersonEdit): number | null {
  if (disabled === undefined) return person.disabledAt;
  return disabled ? (person.disabledAt ?? app.clock.now()) : null;
}

/** One line for each thing that became different. */
function changeEvents(app: App, actor: string, before: PersonRecord, after: PersonRecord): readonly Change[] {
  const line = (action: string, detail: Readonly<Record<string, string>> = {}): Change => ({
    append: 'audit',
    event: auditEvent(app, actor, action, { detail: { personId: after.id, ...detail } }),
  });
  const [rolesBefore, roles] = [before.roles.join(' '), after.roles.join(' ')];
  const [brandsBefore, brands] = [before.brandIds.join(' '), after.brandIds.join(' ')];
  const wasDisabled = before.disabledAt !== null;
  const isDisabled = after.disabledAt !== null;
  return [
    ...(rolesBefore === roles ? [] : [line('person.roles-changed', { before: rolesBefore, after: roles })]),
    ...(brandsBefore === brands ? [] : [line('person.brands-changed', { before: brandsBefore, after: brands })]),
    ...(wasDisabled === isDisabled ? [] : [line(isDisabled ? 'person.disabled' : 'person.enabled')]),
  ];
}

/** Where they may not look any more, their requests are withdrawn and their grants end. */
async function leaveCases(app: App, person: PersonRecord, actor: string): Promise<void> {
  const open = await app.cases.openCasesOfAgent(person.id);
  const left = open.filter(({ brandId }) => !mayLook(person, brandId));
  await Promise.all(left.map((found) => leaveCase(app, found, actor)));
}

async function leaveCase(app: App, found: CaseRecord, actor: string): Promise<void> {
  const endNewest = async () => {
    const grant = await app.grants.newestGrant(found.id);
    if (grant?.state === 'active') await endGrant(app, grant.id, { as: 'completed', reason: 'completed', actor });
  };
  await endNewest();
  await app.inTurn.run(found.deviceId, async () => app.ledger.save(await withdrawn(app, found, actor)));
  // A proof that was just being taken when the person was changed was in its turn before that.
  await endNewest();
  await tellDevice(app, found.deviceId);
}
