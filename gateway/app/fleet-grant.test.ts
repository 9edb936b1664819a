import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, errors, must } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import type { CaseRecord } from '../domain/cases/records.ts';
import { asId } from '../domain/ids.ts';
import type { FrameBody } from '../domain/frames.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { claimDevice, renewLabelCode } from './claim.ts';
import { deviceSpeaks } from './device-speaks.ts';
import { fleetAllow, fleetChoice, fleetDays, fleetProveByLabel, fleetStop } from './fleet-grant.ts';
import { lookNowAndThen } from './fleet-look.ts';
import { registerDevice } from './register-device.ts';
import { resumeGrants } from './resume-grants.ts';
import { rotateSecret } from './rotate-secret.ts';

const minute = 60_000;
let kit: AppKit;
let token: string;
let labelCode: string;
let supportCase: CaseRecord;
const stateOf = async (link = token) => must(await fleetChoice(kit.app, link)).state;
const countedNow = () => kit.app.fleet.counted(kit.device.brandId);
const recordOf = async () => (await kit.store.backgroundGrantsOfDevice(kit.device.id))[0] ?? expect.fail('no grant');
const asked = () => kit.told.consents.at(-1)?.pending[0]?.requestId ?? expect.fail('nothing is asked');
const press = (requestId: string) => {
  const confirm = { lane: 'consent', action: 'confirm', readAloud: false } as const;
  return deviceSpeaks(kit.app, { ...confirm, deviceId: kit.device.id, requestId: asId(requestId) });
};
const current = async () => (await kit.store.device(kit.device.id)) ?? expect.fail('no device');
const keeper = (): PersonRecord => ({ ...kit.agent, id: asId('keeper'), roles: ['administrator'] });

/** A link as of a call some time ago: what the agent asked for has run out. */
async function linkOfCall() {
  supportCase = await kit.openCase();
  const { token: made } = await kit.ask(supportCase);
  await kit.clock.pass(31 * minute);
  return made;
}

/** Another device, with a link to its owner: the one that the test speaks of from here on. */
async function device(serial: string): Promise<void> {
  const { brandId } = kit.device;
  const input = { brandId, serial, model: 'rv-s1', registeredBy: null, region: 'eu-1' };
  const made = must(await registerDevice(kit.app, input));
  kit.device = made.device;
  labelCode = made.labelCode ?? expect.fail('no label');
  token = await linkOfCall();
}

beforeEach(async () => {
  kit = await AppKit.create();
  lookNowAndThen(kit.app);
  await device('RV1A77770001');
});

/** Every write waits until the test lets it go on. */
function holdWrites(): () => void {
  let open = () => {};
  kit.store.gate = new Promise((go) => (open = go));
  return () => open();
}

/** The next write is on disk, and its answer is lost. */
function loseAnswer(): void {
  const save = kit.store.save.bind(kit.store);
  kit.store.save = async (changes) => {
    kit.store.save = save;
    await save(changes);
    throw new Error('killed after COMMIT');
  };
}

async function counted(): Promise<void> {
  expect(await fleetAllow(kit.app, token, 'en')).toBeUndefined();
  await press(asked());
  const { epoch } = await current();
  const said = { name: 'fw.version', dataClass: 'firmware', value: '9.9.9', at: 0 } as const;
  const bodies: FrameBody[] = [errors([], true), { lane: 'firmware', samples: [said], slots: [] }, errors(['66'])];
  for (const body of bodies) await kit.keep(body, { epoch });
  await kit.clock.pass(minute);
  expect(await recordOf()).toMatchObject({ state: 'active', firmware: '9.9.9' });
}

describe('an agent who has seen what proves it', () => {
  it.each([
    ['with the device’s secret', () => rotateSecret(kit.app, kit.agent, { id: kit.device.id, graceMs: 0 })],
    ['with its label code', () => renewLabelCode(kit.app, kit.agent, kit.device)],
  ] as const)('%s cannot say yes by their own link', async (_what, learn) => {
    must(await learn());
    expect(await stateOf(), 'nor is it offered').toBe('unavailable');
    expect(await fleetAllow(kit.app, token, 'en')).toEqual({ refused: 'registered_by_you' });
    expect(kit.app.fleetOffers.of(kit.device.id)).toBeUndefined();
  });

  it.each([
    ['secret', () => rotateSecret(kit.app, kit.agent, { id: kit.device.id, graceMs: 0 })],
    ['label code', () => renewLabelCode(kit.app, kit.agent, kit.device)],
  ] as const)('finds no yes that waits once they are shown the %s', async (_what, learn) => {
    await fleetAllow(kit.app, token, 'en');
    const requestId = asked();
    const seen = must<object>(await learn());
    const code = 'labelCode' in seen ? String(seen.labelCode) : labelCode;
    expect(kit.told.consents.at(-1)?.pending, 'the device is told').toEqual([]);
    await press(requestId);
    expect(await fleetProveByLabel(kit.app, token, code)).toEqual({ refused: 'registered_by_you' });
    expect([await kit.store.activeBackgroundGrants(), countedNow()]).toEqual([[], 0]);
  });

  it('can use neither proof of a yes that waits all the same', async () => {
    await fleetAllow(kit.app, token, 'en');
    const requestId = asked();
    const device = await current();
    await kit.store.save([
      { put: 'device', record: { ...device, seenBy: [{ personId: kit.agent.id, hash: device.secretHash ?? '' }] } },
    ]);
    await press(requestId);
    expect(kit.told.notes.at(-1)).toBe('registered_by_you');
    expect(await fleetProveByLabel(kit.app, token, labelCode)).toEqual({ refused: 'registered_by_you' });
    expect([await kit.store.activeBackgroundGrants(), countedNow()]).toEqual([[], 0]);
  });
});

describe('Stop of being counted', () => {
  it('says nothing else than the disk does, and is written without anybody’s repeating it', async () => {
    await counted();
    kit.store.failWrites = Number.POSITIVE_INFINITY;
    await expect(fleetStop(kit.app, token)).rejects.toThrow();
    expect(countedNow(), 'in memory at once').toBe(0);
    expect(await stateOf(), 'and may be tapped again').toBe('on');
    await expect(fleetStop(kit.app, token)).rejects.toThrow();
    await kit.clock.pass(minute);
    expect(await stateOf()).toBe('on');
    kit.store.failWrites = 0;
    await kit.clock.pass(1_000);
    expect(await recordOf()).toMatchObject({ state: 'revoked', endedBy: 'owner' });
    expect([await stateOf(), kit.store.audit.filter(({ action }) => action === 'grant.revoked').length]).toEqual([
      'off',
      1,
    ]);
    const timers = kit.clock.timers;
    await kit.clock.pass(minute);
    expect(kit.clock.timers, 'nothing is tried any more').toBe(timers);
    await resumeGrants(kit.app);
    expect([await stateOf(), countedNow()]).toEqual(['off', 0]);
  });

  it.each(['button', 'label'] as const)('wins over a proof by %s that is being written', async (proof) => {
    await fleetAllow(kit.app, token, 'en');
    const requestId = asked();
    const letGo = holdWrites();
    const proving = proof === 'button' ? press(requestId) : fleetProveByLabel(kit.app, token, labelCode);
    await settled();
    const stopping = fleetStop(kit.app, token);
    await settled();
    letGo();
    await Promise.all([proving, stopping]);
    expect([await stateOf(), countedNow(), (await kit.store.activeBackgroundGrants()).length]).toEqual(['off', 0, 0]);
  });

  it('wins at the device as well, over a label code that is being looked at', async () => {
    await fleetAllow(kit.app, token, 'en');
    const letGo = holdWrites();
    const proving = fleetProveByLabel(kit.app, token, labelCode);
    await settled();
    const stopping = deviceSpeaks(kit.app, { lane: 'consent', action: 'stop', deviceId: kit.device.id });
    await settled();
    letGo();
    await Promise.all([proving, stopping]);
    expect([await stateOf(), countedNow()]).toEqual(['off', 0]);
  });

  it.each([
    ['on the page', () => fleetStop(kit.app, token)],
    ['at the device', () => deviceSpeaks(kit.app, { lane: 'consent', action: 'stop', deviceId: kit.device.id })],
  ] as const)('%s takes back a yes that is being written', async (_where, stop) => {
    const letGo = holdWrites();
    const allowing = fleetAllow(kit.app, token, 'en');
    await settled();
    const stopping = stop();
    await settled();
    letGo();
    await Promise.all([allowing, stopping]);
    expect(await stateOf()).toBe('off');
    expect(kit.told.consents.at(-1)?.pending).toEqual([]);
  });

  it('leaves nothing of the device in what is kept of the grant', async () => {
    await counted();
    await fleetStop(kit.app, token);
    expect(await recordOf()).toMatchObject({ state: 'revoked', firmware: null });
  });
});

describe('a grant whose answer was lost', () => {
  it('is put in force, as the page and the next start say that it is', async () => {
    await fleetAllow(kit.app, token, 'en');
    const requestId = asked();
    loseAnswer();
    await expect(press(requestId)).rejects.toThrow('killed after COMMIT');
    await kit.clock.pass(2_000);
    expect([await stateOf(), countedNow()]).toEqual(['on', 1]);
    expect(kit.told.consents.at(-1)).toMatchObject({ classes: ['errors', 'firmware'], pending: [] });
    expect(kit.told.notes).toContain('grant_taken_up');
  });

  it('is not put in force after a Stop', async () => {
    await fleetAllow(kit.app, token, 'en');
    const requestId = asked();
    loseAnswer();
    await expect(press(requestId)).rejects.toThrow();
    kit.store.failWrites = 1;
    await expect(fleetStop(kit.app, token)).rejects.toThrow();
    await kit.clock.pass(minute);
    expect([await stateOf(), countedNow(), (await recordOf()).state]).toEqual(['off', 0, 'revoked']);
  });

  it('ends when the device can be counted no longer', async () => {
    await fleetAllow(kit.app, token, 'en');
    loseAnswer();
    await expect(press(asked())).rejects.toThrow();
    await kit.store.save([{ put: 'device', record: { ...(await current()), model: 'unknown' } }]);
    await kit.clock.pass(2_000);
    expect([await stateOf(), (await recordOf()).endedBy]).toEqual(['unavailable', 'gateway']);
  });

  it('is looked for no longer when it was not written', async () => {
    await fleetAllow(kit.app, token, 'en');
    kit.store.failWrites = 1;
    await expect(press(asked())).rejects.toThrow();
    await kit.clock.pass(minute);
    expect([await stateOf(), countedNow()]).toEqual(['allowed', 0]);
  });
});

describe('the last day', () => {
  it('is written as soon as it can be', async () => {
    await counted();
    kit.store.failWrites = Number.POSITIVE_INFINITY;
    kit.clock.setWall(kit.clock.now() + fleetDays * 86_400_000);
    await kit.clock.pass(20_000);
    expect([countedNow(), (await recordOf()).state]).toEqual([0, 'active']);
    kit.store.failWrites = 0;
    await kit.clock.pass(1_000);
    const ended = await recordOf();
    expect(ended).toMatchObject({ state: 'expired', endedBy: 'gateway' });
    expect(await kit.store.onsetsOfView(ended.viewId)).toEqual([]);
    expect(kit.told.consents.at(-1)).toMatchObject({ classes: [], grants: [] });
  });

  it('of one device that cannot be written keeps no other waiting', async () => {
    await counted();
    const stuck = kit.device.id;
    await device('RV1A77770002');
    await counted();
    const save = kit.store.save.bind(kit.store);
    kit.store.save = async (changes) => {
      if (changes.some((change) => 'put' in change && change.put === 'device' && change.record.id === stuck))
        throw new Error('The store cannot write');
      return save(changes);
    };
    kit.clock.setWall(kit.clock.now() + fleetDays * 86_400_000);
    await kit.clock.pass(20_000);
    expect((await recordOf()).state).toBe('expired');
    expect(await kit.store.backgroundGrantsOfDevice(stuck)).toMatchObject([{ state: 'active' }]);
    kit.store.save = save;
    await kit.clock.pass(1_000);
    expect(await kit.store.activeBackgroundGrants()).toEqual([]);
  });
});

describe('a new owner', () => {
  const claim = async () => must(await claimDevice(kit.app, keeper(), { device: kit.device, newLabelCode: false }));

  it('is not proven for by the link of the one before', async () => {
    await claim();
    await kit.clock.pass(1_000);
    kit.device = await current();
    const former = token;
    token = await linkOfCall();
    expect(await fleetAllow(kit.app, token, 'en')).toBeUndefined();
    expect(await fleetProveByLabel(kit.app, former, labelCode)).toEqual({ refused: 'fleet_not_for_this_device' });
    expect([await stateOf(former), await stateOf(), countedNow()]).toEqual(['unavailable', 'allowed', 0]);
  });

  it('takes the device while the one before says yes: nothing waits for a proof', async () => {
    const letGo = holdWrites();
    const allowing = fleetAllow(kit.app, token, 'en');
    await settled();
    const claiming = claim();
    await settled();
    letGo();
    await Promise.all([allowing, claiming]);
    expect(kit.app.fleetOffers.of(kit.device.id)).toBeUndefined();
    expect(await fleetAllow(kit.app, token, 'en')).toEqual({ refused: 'fleet_not_for_this_device' });
  });
});
