import { asId, type BrandId, type PersonId } from '../domain/ids.ts';
import type { BrandRecord, PersonRecord, Role } from '../domain/people/records.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { hasRole } from './reach.ts';
import { beginSession, type SignedIn } from './sign-in.ts';

const invitationLifeMs = 3 * 24 * 3_600_000;

export interface NewBrand {
  readonly name: string;
  readonly company: string;
  readonly country: string;
}

/** A one-time link that makes the first administrator; undefined once there is one. */
export async function inviteFirstAdministrator(app: App): Promise<string | undefined> {
  if (await hasAdministrator(app)) return undefined;
  return (await mintInvitation(app, null, null)).path;
}

/** A person who may sign in once they have accepted the invitation. */
export async function invitePerson(
  app: App,
  administrator: PersonRecord,
  input: { readonly displayName: string; readonly roles: readonly Role[]; readonly brandIds: readonly BrandId[] },
): Promise<{ readonly person: PersonRecord; readonly path: string } | Refusal> {
  if (!hasRole(administrator, 'administrator')) return refuse('not_allowed');
  if (input.brandIds.some((id) => !administrator.brandIds.includes(id))) return refuse('not_found');
  const person: PersonRecord = {
    id: asId(app.random.id()),
    displayName: input.displayName.trim(),
    signInName: null,
    passwordHash: null,
    roles: input.roles,
    brandIds: input.brandIds,
    disabledAt: null,
  };
  const invitation = await mintInvitation(app, person, administrator.id);
  return { person, path: invitation.path };
}

async function mintInvitation(
  app: App,
  person: PersonRecord | null,
  invitedBy: PersonId | null,
): Promise<{ readonly path: string }> {
  const token = app.random.token();
  const tokenHash = app.vault.keyedHash('invitation', token);
  const expiresAt = app.clock.now() + invitationLifeMs;
  const changes: Change[] = [
    { put: 'invitation', record: { tokenHash, personId: person?.id ?? null, expiresAt, usedAt: null, invitedBy } },
    {
      append: 'audit',
      event: auditEvent(app, invitedBy === null ? 'system' : `person:${invitedBy}`, 'person.invited', {
        detail: { personId: person?.id ?? 'first' },
      }),
    },
  ];
  await app.ledger.save(person ? [{ put: 'person', record: person }, ...changes] : changes);
  return { path: `/join/${token}` };
}

/** What an invitation offers. Looking at it does not use it. */
export async function lookAtInvitation(
  app: App,
  token: string,
): Promise<{ person: PersonRecord | undefined; needsBrand: boolean; invitedBy: PersonId | null } | Refusal> {
  const invitation = await app.people.invitation(app.vault.keyedHash('invitation', token));
  if (!invitation || invitation.usedAt !== null || app.clock.now() >= invitation.expiresAt) {
    return refuse('invitation_unknown');
  }
  const person = invitation.personId === null ? undefined : await app.people.person(invitation.personId);
  if (person && person.disabledAt !== null) return refuse('invitation_unknown');
  // Made beforehand, it would be a way back in for somebody who was sent away.
  const inviter = invitation.invitedBy === null ? undefined : await app.people.person(invitation.invitedBy);
  if (inviter && inviter.disabledAt !== null) return refuse('invitation_unknown');
  const taken = invitation.personId === null && (await hasAdministrator(app));
  if (taken) return refuse('invitation_unknown');
  return { person, needsBrand: (await app.people.brands()).length === 0, invitedBy: invitation.invitedBy };
}

async function hasAdministrator(app: App): Promise<boolean> {
  const people = await app.people.people();
  return people.some((person) => person.signInName !== null && hasRole(person, 'administrator'));
}

/** Uses the invitation, once, and signs the person in. The first administrator works for every brand there is. */
export async function acceptInvitation(
  app: App,
  token: string,
  input: {
    readonly displayName: string;
    readonly signInName: string;
    readonly password: string;
    readonly brand?: NewBrand | undefined;
    /** Where it is accepted from. */
    readonly address: string;
  },
): Promise<SignedIn | Refusal> {
  const asked = await lookAtInvitation(app, token);
  if ('refused' in asked) return asked;
  const passwordHash = await app.vault.hashPassword(input.password);
  return app.inTurn.run('people', async () => {
    const offer = await lookAtInvitation(app, token);
    if ('refused' in offer) return offer;
    if (offer.needsBrand && !input.brand) return refuse('brand_needed');
    const newBrand = offer.needsBrand && input.brand ? brandRecord(app, input.brand) : undefined;
    const brands = [...(await app.people.brands()), ...(newBrand ? [newBrand] : [])];
    const person: PersonRecord = {
      id: offer.person?.id ?? asId(app.random.id()),
      displayName: input.displayName.trim(),
      signInName: input.signInName,
      passwordHash,
      roles: offer.person?.roles ?? ['administrator', 'agent'],
      brandIds: offer.person?.brandIds ?? brands.map(({ id }) => id),
      disabledAt: null,
    };
    const tokenHash = app.vault.keyedHash('invitation', token);
    const now = app.clock.now();
    const used = { tokenHash, personId: person.id, expiresAt: now, usedAt: now, invitedBy: offer.invitedBy };
    const saved = await app.ledger.save([
      ...(newBrand ? [{ put: 'brand', record: newBrand } as const] : []),
      { put: 'person', record: person },
      { put: 'invitation', record: used },
      { append: 'audit', event: auditEvent(app, `person:${person.id}`, 'person.joined', {}) },
    ]);
    return saved.ok ? beginSession(app, person, input.address) : refuse('sign_in_name_taken');
  });
}

function brandRecord(app: App, input: NewBrand): BrandRecord {
  const { name, company, country } = input;
  return {
    id: asId(app.random.id()),
    name: name.trim(),
    company: company.trim(),
    country,
    webhookUrl: null,
    webhookGeneration: 1,
  };
}

/** A new brand; `founder`, if any, becomes a member of it. */
export async function addBrand(
  app: App,
  founder: PersonRecord | undefined,
  input: NewBrand,
): Promise<BrandRecord | Refusal> {
  if (founder && !hasRole(founder, 'administrator')) return refuse('not_allowed');
  const record = brandRecord(app, input);
  const actor = founder ? `person:${founder.id}` : 'system';
  const save = async () => {
    // As they are now: another brand of theirs may have been made since they were read.
    const member = founder && ((await app.people.person(founder.id)) ?? founder);
    await app.ledger.save([
      { put: 'brand', record },
      ...(member ? [{ put: 'person', record: { ...member, brandIds: [...member.brandIds, record.id] } } as const] : []),
      { append: 'audit', event: auditEvent(app, actor, 'brand.added', { brandId: record.id }) },
    ]);
  };
  await app.inTurn.run('people', save);
  return record;
}
