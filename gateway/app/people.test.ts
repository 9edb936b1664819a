import { expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { addBrand } from './people.ts';

it('two brands made at once both keep their founder', async () => {
  const kit = await AppKit.create();
  const founder = { ...kit.agent, roles: ['administrator'] } as const;
  await kit.store.save([{ put: 'person', record: founder }]);
  const make = (name: string) => addBrand(kit.app, founder, { name, company: `${name} Ltd.`, country: 'CN' });
  const made = (await Promise.all([make('North'), make('South')])).map(must);
  const brandIds = (await kit.store.person(founder.id))?.brandIds;
  expect(brandIds).toEqual([...founder.brandIds, ...made.map(({ id }) => id)]);
});
