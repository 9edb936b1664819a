import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, errors, must, telemetry } from '../../test/support/app-kit.ts';
import type { DeviceRecord } from '../domain/cases/records.ts';
import type { FrameBody } from '../domain/frames.ts';
import { asId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { claimDevice } from './claim.ts';
import { deviceSpeaks } from './device-speaks.ts';
import { endGrant } from './end-grant.ts';
import { byWords } from './findings.ts';
import { fleetAllow, fleetChoice, fleetDays, fleetProveByLabel, fleetStop } from './fleet-grant.ts';
import { lookNowAndThen } from './fleet-look.ts';
import { FleetWatch } from './fleet-watch.ts';
import { ownerAllow } from './owner.ts';
import { type Credentials, registerDevice } from './register-device.ts';
import { resumeGrants } from './resume-grants.ts';

let kit: AppKit;
const minute = 60_000;
const stateOf = async (token: string) => must(await fleetChoice(kit.app, token)).state;
const brandId = asId<DeviceRecord['brandId']>('brand-1');
const countedNow = () => kit.app.fleet.counted(brandId);
const actions = () => kit.store.audit.map(({ action }) => action);

beforeEach(async () => {
  kit = await AppKit.create();
  lookNowAndThen(kit.app);
});

/** A device of this region whose owner holds a link, as of a call some time ago. */
async function deviceIn(region: string | undefined, brand = brandId) {
  const serial = `RV1A${kit.app.random.id().replace('id-', '').padStart(8, '0')}`;
  const made = must(
    await registerDevice(kit.app, { brandId: brand, serial, model: 'rv-s1', registeredBy: null, region }),
  );
  kit.device = made.device;
  const agent = { ...kit.agent, brandIds: [brand] };
  await kit.store.save([{ put: 'person', record: agent }]);
  kit.agent = agent;
  const supportCase = await kit.openCase();
  const { token } = await kit.ask(supportCase);
  await kit.clock.pass(31 * minute);
  return { ...made, token, supportCase };
}

async function press(device: DeviceRecord, requestId: string): Promise<void> {
  const press = { lane: 'consent', action: 'confirm', readAloud: false } as const;
  await deviceSpeaks(kit.app, { ...press, deviceId: device.id, requestId: asId(requestId) });
}

async function allowByButton({ device, token }: { device: DeviceRecord; token: string }): Promise<void> {
  expect(await fleetAllow(kit.app, token, 'en')).toBeUndefined();
  await press(device, kit.told.consents.at(-1)?.pending[0]?.requestId ?? '');
}

const now = async (device: DeviceRecord) => (await kit.store.device(device.id)) ?? expect.fail('no device');

/** As a device sends it: complete lists of codes, under the epoch that it was told of. */
async function says(device: DeviceRecord, body: FrameBody): Promise<void> {
  kit.device = device;
  await kit.keep(body, { epoch: (await now(device)).epoch });
}
const isWell = (device: DeviceRecord) => says(device, errors([], true));
const fallsIll = (device: DeviceRecord) => says(device, errors(['66']));

describe('consent to be counted', () => {
  it('is a yes of its own that needs a proof of its own, and nothing is counted before', async () => {
    const { supportCase, token, grant } = await kit.grant();
    expect(grant.purpose).toBe('support-case');
    expect(await stateOf(token), 'not bundled with the look that was allowed').toBe('off');
    expect(countedNow()).toBe(0);
    expect(await fleetAllow(kit.app, token, 'zh-CN')).toBeUndefined();
    expect(await stateOf(token)).toBe('allowed');
    expect(countedNow()).toBe(0);
    const [asked] = kit.told.consents.at(-1)?.pending ?? [];
    expect(asked).toMatchObject({ classes: ['errors', 'firmware'] });
    await press(kit.device, asked?.requestId ?? '');
    expect(await stateOf(token)).toBe('on');
    const [counted] = await kit.store.activeBackgroundGrants();
    expect(counted).toMatchObject({
      purpose: 'fleet-statistics',
      classes: ['errors', 'firmware'],
      proof: 'button',
      noticeLanguage: 'zh-CN',
      expiresAt: kit.clock.now() + fleetDays * 86_400_000,
    });
    expect(counted).not.toHaveProperty('agentId');
    expect(actions().slice(-2)).toEqual(['fleet.allowed', 'grant.active']);
    expect(kit.store.audit.at(-1)).toMatchObject({ caseId: null, detail: { purpose: 'fleet-statistics' } });
    expect(await kit.store.newestGrant(supportCase.id), 'and the look goes on').toMatchObject({ state: 'active' });
  });

  it('is no precondition: without it the device is looked at as ever, and is not counted', async () => {
    const { grant } = await kit.grant();
    await kit.keep(errors(['66'], true));
    await kit.clock.pass(minute);
    expect(kit.app.book.ofView(grant.viewId)).toBeDefined();
    expect([countedNow(), await kit.store.activeBackgroundGrants()]).toEqual([0, []]);
  });

  it('may be proven by the label’s code, with the five tries of the case', async () => {
    const { labelCode, token } = await deviceIn('eu-1');
    expect(await fleetProveByLabel(kit.app, token, labelCode)).toEqual({ refused: 'not_allowed_yet' });
    await fleetAllow(kit.app, token, 'en');
    for (let left = 5; left > 0; left -= 1)
      expect(await fleetProveByLabel(kit.app, token, 'wrong')).toEqual({ refused: 'label_wrong' });
    expect(await fleetProveByLabel(kit.app, token, labelCode)).toEqual({ refused: 'label_locked' });
    const other = await deviceIn('eu-1');
    await fleetAllow(kit.app, other.token, 'en');
    expect(await fleetProveByLabel(kit.app, other.token, other.labelCode)).toBeUndefined();
    expect(await stateOf(other.token)).toBe('on');
  });

  it('takes two minutes at most, and no button that may be meant for something else', async () => {
    const made = await deviceIn('eu-1');
    await fleetAllow(kit.app, made.token, 'en');
    const { requestId } = kit.told.consents.at(-1)?.pending[0] ?? expect.fail('nothing asked');
    const asked = await kit.ask(await kit.openCase());
    must(await ownerAllow(kit.app, asked.token, 'en'));
    await press(made.device, requestId);
    await press(made.device, asked.requestId);
    expect(kit.told.notes).toEqual(['several_requests', 'several_requests']);
    expect([await kit.store.activeGrants(), countedNow()]).toEqual([[], 0]);
    await kit.clock.pass(2 * minute);
    await press(made.device, requestId);
    expect(kit.told.notes.at(-1)).toBe('confirm_unknown');
    expect(await stateOf(made.token)).toBe('off');
  });

  it('is not taken from a label that the agent of the case has seen', async () => {
    const { device, labelCode, token } = await deviceIn('eu-1');
    const seenBy = [{ personId: kit.agent.id, hash: device.labelHash ?? '' }];
    await kit.store.save([{ put: 'device', record: { ...device, seenBy } }]);
    expect(await stateOf(token)).toBe('unavailable');
    expect(await fleetAllow(kit.app, token, 'en')).toEqual({ refused: 'registered_by_you' });
    expect(await fleetProveByLabel(kit.app, token, labelCode)).toEqual({ refused: 'registered_by_you' });
  });

  it('keeps no frame, shows nobody any, and lets nothing in but errors and firmware', async () => {
    const made = await deviceIn('eu-1');
    await allowByButton(made);
    kit.device = made.device;
    expect(kit.hear(telemetry({ 'battery.level': 80 }), { epoch: (await now(made.device)).epoch })).toBe(false);
    await isWell(made.device);
    await fallsIll(made.device);
    expect(kit.store.frames).toEqual([]);
    const [counted] = await kit.store.activeBackgroundGrants();
    expect(kit.app.views.of(counted?.viewId ?? asId(''))).toBeUndefined();
  });
});

describe('the end of being counted', () => {
  let made: Credentials & { token: string };
  beforeEach(async () => {
    made = await deviceIn('eu-1');
    await allowByButton(made);
    await isWell(made.device);
    await fallsIll(made.device);
    await kit.clock.pass(minute);
    const [counted] = await kit.store.activeBackgroundGrants();
    expect((await kit.store.onsetsOfView(counted?.viewId ?? '')).map(({ symptom }) => symptom)).toContain('code_cloud');
  });
  const nothingIsLeft = async () => {
    const [ended] = await kit.store.backgroundGrantsOfDevice(made.device.id);
    expect(countedNow()).toBe(0);
    expect(await kit.store.onsetsOfView(ended?.viewId ?? '')).toEqual([]);
    expect(kit.told.consents.at(-1)).toMatchObject({ classes: [], grants: [] });
    await kit.clock.pass(minute);
    expect(await kit.store.onsetsOfView(ended?.viewId ?? ''), 'and nothing comes after').toEqual([]);
    return ended;
  };

  it('by Stop of it alone: what was counted goes, and a look that is open stays', async () => {
    const { grant, token } = await kit.grant();
    expect(await fleetStop(kit.app, made.token)).toBeUndefined();
    expect(kit.app.book.ofView(grant.viewId)).toBeDefined();
    await endGrant(kit.app, grant.id, { as: 'completed', reason: 'closed', actor: 'system' });
    expect(await nothingIsLeft()).toMatchObject({ state: 'revoked', endedBy: 'owner' });
    expect(await stateOf(token)).toBe('off');
    expect(actions()).toContain('grant.revoked');
  });

  it('by Stop at the device, which stops everything', async () => {
    await deviceSpeaks(kit.app, { lane: 'consent', action: 'stop', deviceId: made.device.id });
    expect(await nothingIsLeft()).toMatchObject({ state: 'revoked', endedBy: 'device' });
  });

  it('by a new owner, whose choice the former one’s link does not reach', async () => {
    const keeper: PersonRecord = { ...kit.agent, id: asId('keeper'), roles: ['administrator'] };
    must(await claimDevice(kit.app, keeper, { device: await now(made.device), newLabelCode: false }));
    expect(await nothingIsLeft()).toMatchObject({ state: 'revoked', endedBy: 'brand' });
    expect(await stateOf(made.token)).toBe('unavailable');
    expect(await fleetAllow(kit.app, made.token, 'en')).toEqual({ refused: 'fleet_not_for_this_device' });
  });

  it('by its last day', async () => {
    kit.clock.setWall(kit.clock.now() + fleetDays * 86_400_000);
    await kit.clock.pass(15_000);
    expect(await nothingIsLeft()).toMatchObject({ state: 'expired', endedBy: 'gateway' });
  });

  it('by a start with a clock that was set back', async () => {
    kit.clock.setWall(kit.clock.now() - 10 * 60 * minute);
    await resumeGrants(kit.app);
    expect(await nothingIsLeft()).toMatchObject({ state: 'revoked', endedBy: 'gateway' });
    expect(kit.told.notes).toContain('grant_suspended');
  });

  it('by a start on a backup that was put back', async () => {
    await kit.store.save([
      { append: 'audit', event: { ...kit.store.audit.at(-1)!, at: kit.clock.now(), action: 'store.restored' } },
    ]);
    await resumeGrants(kit.app);
    expect(await nothingIsLeft()).toMatchObject({ state: 'revoked', endedBy: 'gateway' });
    expect(kit.told.notes).toContain('grant_ended_by_restore');
  });
});

describe('what many devices have', () => {
  /** Six devices of each of two regions, all counted and well. */
  async function twelve() {
    const devices: DeviceRecord[] = [];
    for (const region of ['eu-1', 'us-1']) {
      for (let count = 6; count > 0; count -= 1) {
        const made = await deviceIn(region);
        await allowByButton(made);
        await isWell(made.device);
        devices.push(made.device);
      }
    }
    return devices;
  }
  const burst = async (devices: readonly DeviceRecord[]) => {
    for (const device of devices) {
      await fallsIll(device);
      await kit.clock.pass(10_000);
    }
    await kit.clock.pass(30_000);
  };

  it('is told in every View of the region as nobody’s own fault, with since when and how many, and is over when they are well', async () => {
    const devices = await twelve();
    const [, second] = devices;
    const caller = await deviceIn('eu-1');
    const { grant } = await kit.grant();
    const view = kit.app.views.of(grant.viewId) ?? expect.fail('no View');
    await kit.keep(errors(['64', '66'], true));
    await kit.clock.pass(minute);
    expect(view.diagnosis?.verdict(kit.clock.now()).headline, 'by itself: the home’s name lookup').toEqual(['X07']);
    const since = kit.clock.now();
    await burst(devices.slice(0, 5));
    const verdict = view.diagnosis?.verdict(kit.clock.now());
    expect(verdict?.headline).toEqual(['X09']);
    expect(view.diagnosis?.shared).toMatchObject([
      { signal: 'cloud_outage', cohort: 'region', name: 'eu-1', since, devices: 5 },
    ]);
    expect(kit.app.fleet.eventsOf(brandId)).toHaveLength(1);
    const words = await byWords(kit.app, caller.supportCase);
    expect(words?.shared, 'also where nobody may look').toHaveLength(1);
    expect(
      await kit.store.onsetsOfView((await kit.store.backgroundGrantsOfDevice(second!.id))[0]!.viewId),
    ).toHaveLength(1);
    for (const device of devices.slice(0, 5)) await says(device, errors([], true));
    await kit.clock.pass(3 * minute);
    expect(kit.app.fleet.eventsOf(brandId)).toEqual([]);
    expect(view.diagnosis?.shared).toEqual([]);
  });

  it('says nothing of another region, of another brand, nor of devices whose owners were not asked', async () => {
    const devices = await twelve();
    const otherBrand = asId<DeviceRecord['brandId']>('brand-2');
    const [brand] = await kit.store.brands();
    await kit.store.save([{ put: 'brand', record: { ...brand!, id: otherBrand } }]);
    const views = [];
    for (const [region, brandOf] of [
      ['us-1', brandId],
      ['eu-1', otherBrand],
    ] as const) {
      await deviceIn(region, brandOf);
      views.push(kit.app.views.of((await kit.grant()).grant.viewId));
    }
    const uncounted = [];
    for (let count = 6; count > 0; count -= 1) uncounted.push((await deviceIn('ap-1')).device);
    await burst(uncounted);
    expect(kit.app.fleet.eventsOf(brandId), 'the control: nobody asked them').toEqual([]);
    await burst(devices.slice(0, 6));
    expect(kit.app.fleet.eventsOf(brandId)).toHaveLength(1);
    expect(views.map((view) => view?.diagnosis?.shared)).toEqual([[], []]);
    expect([kit.app.fleet.eventsOf(otherBrand), kit.app.fleet.counted(otherBrand)]).toEqual([[], 0]);
  });

  it('is over when too few of them are counted still', async () => {
    const devices = await twelve();
    await burst(devices.slice(0, 5));
    expect(kit.app.fleet.eventsOf(brandId)).toHaveLength(1);
    await deviceSpeaks(kit.app, { lane: 'consent', action: 'stop', deviceId: devices[0]!.id });
    await kit.clock.pass(30_000);
    expect(kit.app.fleet.eventsOf(brandId)).toEqual([]);
  });

  it('goes on after a start, and what began while nobody watched is not taken for a burst', async () => {
    const devices = await twelve();
    await burst(devices.slice(0, 5));
    const event = kit.app.fleet.eventsOf(brandId)[0] ?? expect.fail('no event');
    for (const { grantId } of kit.app.book.all()) kit.app.book.end(grantId);
    // What is in memory is lost, what is on disk is not.
    Object.assign(kit.app, { fleet: new FleetWatch(() => kit.app) });
    await resumeGrants(kit.app);
    expect(countedNow()).toBe(12);
    expect(kit.app.fleet.eventsOf(brandId)).toMatchObject([{ since: event.since, devices: 5 }]);
    for (const device of devices.slice(6, 12)) await fallsIll(device);
    await kit.clock.pass(minute);
    expect(kit.app.fleet.eventsOf(brandId), 'of us-1 nobody knows since when').toHaveLength(1);
  });
});
