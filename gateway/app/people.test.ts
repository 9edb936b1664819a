import { expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { addBrand, invitePerson, lookAtInvitation } from './people.ts';

it('two brands made at once both keep their founder', async () => {
  const kit = await AppKit.create();
  const founder = { ...kit.agent, roles: ['administrator'] } as const;
  await kit.store.save([{ put: 'person', record: founder }]);
  const make = (name: string) => addBrand(kit.app, founder, { name, company: `${name} Ltd.`, country: 'CN' });
  const made = (await Promise.all([make('North'), make('South')])).map(must);
  const brandIds = (await kit.store.person(founder.id))?.brandIds;
  expect(brandIds).toEqual([...founder.brandIds, ...made.map(({ id }) => id)]);
});

it('an invitation is worth nothing once who made it was disabled: it would be a way back in', async () => {
  const kit = await AppKit.create();
  const inviter = { ...kit.agent, roles: ['administrator'] } as const;
  await kit.store.save([{ put: 'person', record: inviter }]);
  const input = { displayName: 'Mary', roles: ['administrator'], brandIds: inviter.brandIds } as const;
  const token =
    must(await invitePerson(kit.app, inviter, input))
      .path.split('/')
      .at(-1) ?? '';
  expect(await lookAtInvitation(kit.app, token)).toMatchObject({ person: { displayName: 'Mary' } });
  await kit.store.save([{ put: 'person', record: { ...inviter, disabledAt: 1 } }]);
  expect(await lookAtInvitation(kit.app, token)).toEqual({ refused: 'invitation_unknown' });
});
