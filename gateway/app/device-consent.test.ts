import { expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import { tellDevice } from './device-consent.ts';
import { ownerAllow } from './owner.ts';

it('no grant is announced under an epoch from before it, whatever is slow to be read', async () => {
  const kit = await AppKit.create();
  const { requestId, token } = await kit.ask(await kit.openCase());
  await ownerAllow(kit.app, token, 'en');
  const { brands } = kit.store;
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  kit.store.brands = async () => {
    kit.store.brands = brands;
    await slow;
    return brands();
  };
  const greeting = tellDevice(kit.app, kit.device.id);
  await settled();
  const confirmed = kit.confirm(requestId);
  await settled();
  release();
  const [grant] = await Promise.all([confirmed.then(must), greeting]);
  const [greeted, announced] = kit.told.consents.slice(-2);
  expect(greeted).toMatchObject({ epoch: 1, classes: [], grants: [] });
  expect(announced).toMatchObject({ epoch: grant.startEpoch, grants: [{ grantId: grant.id }] });
});
