import { expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import { deviceSpeaks } from './device-speaks.ts';
import { tellDevice } from './device-consent.ts';
import { fleetAllow, fleetDays } from './fleet-grant.ts';
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

it('a device is told that being counted is no look: nobody is named, in the request its brand is, and a look beside it stays one', async () => {
  const kit = await AppKit.create();
  const { grant, token } = await kit.grant();
  await fleetAllow(kit.app, token, 'en');
  const [asked] = kit.told.consents.at(-1)?.pending ?? [];
  const [brand] = await kit.store.brands();
  expect(asked).toMatchObject({ purpose: 'fleet-statistics', agent: brand?.name, brand: brand?.name });
  expect(asked?.words.en).toHaveLength(2);
  const press = { lane: 'consent', action: 'confirm', readAloud: false } as const;
  await deviceSpeaks(kit.app, { ...press, deviceId: kit.device.id, requestId: asked?.requestId ?? expect.fail() });
  const told = kit.told.consents.at(-1)?.grants ?? [];
  const look = told.find(({ grantId }) => grantId === grant.id);
  expect(look?.agent).toBe(kit.agent.displayName);
  expect(look).not.toHaveProperty('purpose');
  const expiresInMs = fleetDays * 86_400_000;
  expect(told.filter((it) => it !== look)).toMatchObject([{ purpose: 'fleet-statistics', agent: '', expiresInMs }]);
});
