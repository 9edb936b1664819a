import { describe, expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { asId, type BrandId } from '../domain/ids.ts';
import { leftWithoutAdministrator } from '../domain/people/administrators.ts';
import type { PersonRecord, Role } from '../domain/people/records.ts';
import { acceptInvitation, invitePerson } from './people.ts';
import { changePerson, type PersonEdit } from './person-change.ts';
import { ownerAllow } from './owner.ts';
import { beginSession, personOfSession, signIn } from './sign-in.ts';
import { resumeGrants } from './resume-grants.ts';

const acme = asId<BrandId>('brand-1');
const bolt = asId<BrandId>('brand-2');
const cork = asId<BrandId>('brand-3');

async function office() {
  const kit = await AppKit.create();
  const brand = { name: 'Bolt', company: 'Bolt GmbH', country: 'DE', webhookUrl: null, webhookGeneration: 1 };
  await kit.store.save([
    { put: 'brand', record: { ...brand, id: bolt } },
    { put: 'brand', record: { ...brand, id: cork } },
  ]);
  const add = async (name: string, roles: readonly Role[], brandIds: readonly BrandId[]): Promise<PersonRecord> => {
    const record: PersonRecord = {
      id: asId(name),
      displayName: name,
      signInName: name,
      passwordHash: await kit.app.vault.hashPassword(name),
      roles,
      brandIds,
      disabledAt: null,
    };
    await kit.store.save([{ put: 'person', record }]);
    return record;
  };
  const keeper = await add('keeper', ['administrator'], [acme, bolt]);
  const change = (personId: string, edit: PersonEdit, by = keeper) => changePerson(kit.app, by, asId(personId), edit);
  const linesOf = (start: number) => kit.store.audit.slice(start).map(({ action }) => action);
  return { kit, add, keeper, change, linesOf };
}

describe('what an administrator may change', () => {
  it('roles and brands of a colleague, with a line for each', async () => {
    const { kit, add, change, linesOf } = await office();
    await add('carl', ['agent'], [acme]);
    const start = kit.store.audit.length;
    const changed = must(await change('carl', { roles: ['supervisor', 'qa'], brandIds: [acme, bolt] }));
    expect(changed).toMatchObject({ roles: ['supervisor', 'qa'], brandIds: [acme, bolt], disabledAt: null });
    expect(await kit.store.person('carl')).toEqual(changed);
    expect(linesOf(start)).toEqual(['person.roles-changed', 'person.brands-changed']);
    expect(kit.store.audit.at(-1)).toMatchObject({
      actor: 'person:keeper',
      detail: { personId: 'carl', before: 'brand-1', after: 'brand-1 brand-2' },
    });
  });

  it.each<[string, string, PersonEdit, string]>([
    ['oneself', 'keeper', { roles: ['agent'] }, 'not_yourself'],
    ['oneself, disabling', 'keeper', { disabled: true }, 'not_yourself'],
    ['a stranger', 'stranger', { disabled: true }, 'not_found'],
    ['nobody', 'nobody', { disabled: true }, 'not_found'],
    ['into a brand that is not theirs', 'carl', { brandIds: [acme, cork] }, 'not_found'],
    ['out of every brand', 'carl', { brandIds: [] }, 'person_without_brand'],
    ['roles of one who works elsewhere too', 'wanda', { roles: ['qa'] }, 'other_brands_too'],
    ['disabling one who works elsewhere too', 'wanda', { disabled: true }, 'other_brands_too'],
    ['enabling one who works elsewhere too', 'wanda', { disabled: false }, 'other_brands_too'],
  ])('not: %s', async (_what, who, edit, code) => {
    const { kit, add, change } = await office();
    await add('stranger', ['agent'], [cork]);
    await add('carl', ['agent'], [acme]);
    await add('wanda', ['agent'], [acme, cork]);
    const before = [await kit.store.people(), kit.store.audit.length];
    expect(await change(who, edit)).toEqual({ refused: code });
    expect([await kit.store.people(), kit.store.audit.length]).toEqual(before);
  });

  it('which of their own brands one who works elsewhere too belongs to; the others stay', async () => {
    const { add, change } = await office();
    await add('wanda', ['agent'], [acme, cork]);
    expect(must(await change('wanda', { brandIds: [bolt] })).brandIds).toEqual([cork, bolt]);
    expect(must(await change('wanda', { brandIds: [] })).brandIds).toEqual([cork]);
    expect(await change('wanda', { brandIds: [acme] })).toEqual({ refused: 'not_found' });
  });

  it('nobody without the role, whatever their session says', async () => {
    const { add, change } = await office();
    const carl = await add('carl', ['agent'], [acme]);
    expect(await change('keeper', { disabled: true }, carl)).toEqual({ refused: 'not_allowed' });
  });

  it('two administrators who disable each other at once: one of them stays', async () => {
    const { kit, add, keeper, change } = await office();
    const kim = await add('kim', ['administrator'], [acme, bolt]);
    const outcomes = await Promise.all([change('kim', { disabled: true }), change('keeper', { disabled: true }, kim)]);
    expect(outcomes[0]).toMatchObject({ id: 'kim' });
    expect(outcomes[1]).toEqual({ refused: 'not_allowed' });
    expect((await kit.store.person(keeper.id))?.disabledAt).toBeNull();
  });

  it('a brand keeps an administrator who can sign in', async () => {
    const { kit, add } = await office();
    const kim = await add('kim', ['administrator'], [bolt, cork]);
    const people = await kit.store.people();
    expect(leftWithoutAdministrator(people, { ...kim, disabledAt: 1 })).toEqual([cork]);
    expect(leftWithoutAdministrator(people, { ...kim, roles: ['agent'] })).toEqual([cork]);
    expect(leftWithoutAdministrator(people, { ...kim, brandIds: [cork] })).toEqual([]);
    const invited = people.map((person) => (person.id === 'keeper' ? { ...person, signInName: null } : person));
    expect(leftWithoutAdministrator(invited, { ...kim, disabledAt: 1 })).toEqual([bolt, cork]);
  });
});

describe('who is disabled', () => {
  it('has no session any more, and is refused as with a wrong password', async () => {
    const { kit, add, change, linesOf } = await office();
    const carl = await add('carl', ['agent'], [acme]);
    const { token } = await beginSession(kit.app, carl, 'here');
    const start = kit.store.audit.length;
    must(await change('carl', { disabled: true }));
    expect(await personOfSession(kit.app, token)).toBeUndefined();
    expect(await kit.store.sessionsOfPerson('carl')).toEqual([]);
    expect(linesOf(start)).toEqual(['person.disabled']);
    const offer = { signInName: 'carl', address: 'here' };
    expect(await signIn(kit.app, { ...offer, password: 'carl' })).toEqual({ refused: 'wrong_credentials' });
    expect(await signIn(kit.app, { ...offer, password: 'wrong' })).toEqual({ refused: 'wrong_credentials' });
    must(await change('carl', { disabled: false }));
    expect(await personOfSession(kit.app, token), 'the old session stays over').toBeUndefined();
    expect(must(await signIn(kit.app, { ...offer, password: 'carl' })).person.id).toBe('carl');
  });

  it('while a password is judged does not get in', async () => {
    const { kit, add, change } = await office();
    await add('carl', ['agent'], [acme]);
    const late = signIn(
      {
        ...kit.app,
        vault: { ...kit.app.vault, verifyPassword: async () => (await change('carl', { disabled: true }), true) },
      },
      { signInName: 'carl', password: 'carl', address: 'here' },
    );
    expect(await late).toEqual({ refused: 'wrong_credentials' });
    expect(await kit.store.sessionsOfPerson('carl')).toEqual([]);
  });

  it('cannot accept an invitation of before', async () => {
    const { kit, keeper, change } = await office();
    const invited = must(
      await invitePerson(kit.app, keeper, { displayName: 'New', roles: ['agent'], brandIds: [acme] }),
    );
    must(await change(invited.person.id, { disabled: true }));
    const input = { displayName: 'New', signInName: 'new', password: 'long enough', address: 'here' };
    const token = invited.path.split('/').at(-1) ?? '';
    expect(await acceptInvitation(kit.app, token, input)).toEqual({ refused: 'invitation_unknown' });
  });

  it('is told to those who watch, before and after it is on disk', async () => {
    const ended: string[] = [];
    const kit = await AppKit.create((app) => ({
      changed: () => undefined,
      ended: () => undefined,
      connectionChanged: () => undefined,
      metricsDiscovered: () => undefined,
      sessionEnded: (hash) => void ended.push(`${hash} ${app.clock.now() > 0}`),
    }));
    const keeper: PersonRecord = { ...kit.agent, id: asId('keeper'), signInName: 'k', roles: ['administrator'] };
    await kit.store.save([{ put: 'person', record: keeper }]);
    const { token } = await beginSession(kit.app, kit.agent, 'here');
    must(await changePerson(kit.app, keeper, kit.agent.id, { disabled: true }));
    expect(new Set(ended)).toEqual(new Set([`session(${token}) true`]));
    expect(ended).toHaveLength(2);
  });
});

describe('who may not look any more', () => {
  it.each<[string, PersonEdit]>([
    ['being disabled', { disabled: true }],
    ['without the role', { roles: ['supervisor'] }],
    ['out of the brand', { brandIds: [bolt] }],
  ])('%s: what they were granted ends, and the device is told', async (_what, edit) => {
    const { kit, change } = await office();
    const { grant } = await kit.grant();
    const { consents, ended } = kit.told;
    expect(consents.at(-1)?.classes.length).toBeGreaterThan(0);
    must(await change(kit.agent.id, edit));
    expect(kit.app.book.ofView(grant.viewId)).toBeUndefined();
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'completed' });
    expect(ended).toEqual([{ viewId: grant.viewId, reason: 'completed' }]);
    expect(consents.at(-1)).toMatchObject({ classes: [], grants: [] });
  });

  it('what they asked is withdrawn, and a proof that comes all the same grants nothing', async () => {
    const { kit, change } = await office();
    const { requestId, token } = await kit.ask(await kit.openCase());
    must(await ownerAllow(kit.app, token, 'en'));
    must(await change(kit.agent.id, { disabled: true }));
    expect((await kit.store.request(requestId))?.withdrawnAt).not.toBeNull();
    expect(kit.told.consents.at(-1)?.pending).toEqual([]);
    expect(await kit.confirm(requestId)).toEqual({ refused: 'request_ended' });
  });

  it('a proof asks whether its agent may still look, whatever was withdrawn', async () => {
    const { kit } = await office();
    const { requestId, token } = await kit.ask(await kit.openCase());
    must(await ownerAllow(kit.app, token, 'en'));
    await kit.store.save([{ put: 'person', record: { ...kit.agent, brandIds: [bolt] } }]);
    expect(await kit.confirm(requestId)).toEqual({ refused: 'request_ended' });
    await kit.store.save([{ put: 'person', record: kit.agent }]);
    expect(must(await kit.confirm(requestId)).state).toBe('active');
  });

  it('nothing is granted to them by a proof that comes at the same time', async () => {
    const { kit, change } = await office();
    const { requestId, token } = await kit.ask(await kit.openCase());
    must(await ownerAllow(kit.app, token, 'en'));
    await Promise.all([kit.confirm(requestId), change(kit.agent.id, { disabled: true })]);
    expect(kit.app.book.all()).toEqual([]);
    expect(await kit.store.activeGrants()).toEqual([]);
  });

  it('another brand’s or another role’s change leaves their grant alone', async () => {
    const { kit, change } = await office();
    const { grant } = await kit.grant();
    must(await change(kit.agent.id, { roles: ['agent', 'supervisor'], brandIds: [acme, bolt] }));
    expect(kit.app.book.ofView(grant.viewId)).toBeDefined();
  });

  it('what was left undone is done by a repetition', async () => {
    const { kit, change } = await office();
    const { grant } = await kit.grant();
    const save = kit.store.save.bind(kit.store);
    let saves = 0;
    kit.store.save = async (changes) => {
      if ((saves += 1) === 2) throw new Error('The store cannot write');
      return save(changes);
    };
    await expect(change(kit.agent.id, { disabled: true })).rejects.toThrow('cannot write');
    must(await change(kit.agent.id, { disabled: true }));
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'completed' });
  });

  it('a start puts nothing in force for them again', async () => {
    const { kit } = await office();
    const { grant } = await kit.grant();
    kit.app.book.end(grant.id);
    await kit.store.save([{ put: 'person', record: { ...kit.agent, disabledAt: 1 } }]);
    await resumeGrants(kit.app);
    expect(kit.app.book.all()).toEqual([]);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked' });
  });
});
