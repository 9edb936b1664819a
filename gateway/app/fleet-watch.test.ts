import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, errors, must } from '../../test/support/app-kit.ts';
import type { DeviceRecord } from '../domain/cases/records.ts';
import type { DataFrame, FrameBody } from '../domain/frames.ts';
import { asId } from '../domain/ids.ts';
import { fleetAllow, fleetProveByLabel } from './fleet-grant.ts';
import { lookNowAndThen } from './fleet-look.ts';
import { FleetWatch } from './fleet-watch.ts';
import { registerDevice } from './register-device.ts';
import { resumeGrants } from './resume-grants.ts';

let kit: AppKit;
let devices: DeviceRecord[];
const minute = 60_000;
const brandId = asId<DeviceRecord['brandId']>('brand-1');
const events = () => kit.app.fleet.eventsOf(brandId);

/** Six devices of one region, all counted; none was heard yet. */
beforeEach(async () => {
  kit = await AppKit.create();
  lookNowAndThen(kit.app);
  devices = [];
  for (let index = 0; index < 6; index += 1) devices.push(await counted(index));
});

async function counted(index: number, more: Partial<DeviceRecord> = {}): Promise<DeviceRecord> {
  const input = { brandId, serial: `RV1A5555000${index}`, model: 'rv-s1', registeredBy: null, region: 'eu-1' };
  const made = must(await registerDevice(kit.app, input));
  kit.device = { ...made.device, ...more };
  await kit.store.save([{ put: 'device', record: kit.device }]);
  const { token } = await kit.ask(await kit.openCase(), 'basic');
  await kit.clock.pass(31 * minute);
  expect(await fleetAllow(kit.app, token, 'en')).toBeUndefined();
  expect(await fleetProveByLabel(kit.app, token, made.labelCode)).toBeUndefined();
  return kit.device;
}

async function allSay(body: FrameBody, more: Partial<DataFrame> = {}): Promise<void> {
  for (const device of devices) {
    kit.device = device;
    const epoch = (await kit.store.device(device.id))?.epoch ?? 0;
    await kit.keep(body, { source: 'error', epoch, ...more });
  }
  await kit.clock.pass(minute);
}

describe('what a device tells when it is heard again', () => {
  it('is no onset in its first words, however long they were waited for', async () => {
    await kit.clock.pass(16 * minute);
    await allSay(errors(['66'], true));
    expect(events(), 'it began nobody knows when').toEqual([]);
    await allSay(errors([], true));
    await allSay(errors(['66']));
    expect(events(), 'this began just now').toMatchObject([{ signal: 'cloud_outage', devices: 6 }]);
  });

  it('is an onset when it was silent for hours because there was nothing to tell', async () => {
    await allSay(errors([], true));
    await kit.clock.pass(5 * 60 * minute);
    await allSay(errors(['66']));
    expect(events()).toMatchObject([{ signal: 'cloud_outage', devices: 6 }]);
  });

  it.each([
    ['its whole list', errors(['66'], true), {}],
    ['what it kept meanwhile', errors(['66']), { kind: 'historical' }],
  ] as const)('is no onset when it was away, and tells %s', async (_, body, more) => {
    await allSay(errors([], true));
    await kit.clock.pass(10 * minute);
    await allSay(errors([], true));
    await kit.clock.pass(16 * minute);
    await allSay(body, more);
    expect(events()).toEqual([]);
    await allSay(errors([], true));
    await kit.clock.pass(16 * minute);
    await allSay(errors(['66']));
    expect(events(), 'it is not deaf for good').toHaveLength(1);
  });

  it('is an onset of a dialect, which states its whole list with every change', async () => {
    await allSay(errors([], true), { source: 'homie' });
    await kit.clock.pass(60 * minute);
    await allSay(errors(['66'], true), { source: 'homie' });
    expect(events()).toHaveLength(1);
  });

  it('is no onset after a start, though it was well before', async () => {
    await allSay(errors([], true));
    await allSay(errors(['66']));
    await allSay(errors([], true));
    await kit.clock.pass(7 * 60 * minute);
    expect(events()).toEqual([]);
    for (const { grantId } of kit.app.book.all()) kit.app.book.end(grantId);
    Object.assign(kit.app, { fleet: new FleetWatch(() => kit.app) });
    await resumeGrants(kit.app);
    expect(kit.app.fleet.counted(brandId)).toBe(6);
    await allSay(errors(['66'], true));
    expect(events()).toEqual([]);
  });
});

it('four devices of one home’s link are one voice, and fewer than five homes are silence', async () => {
  const linkId = asId<NonNullable<DeviceRecord['linkId']>>('link-1');
  const strangers = devices;
  devices = strangers.slice(0, 3);
  for (let index = 6; index < 10; index += 1) {
    devices.push(await counted(index, { linkId, link: 'dialect', childKey: `child-${index}` }));
  }
  await allSay(errors([], true));
  await allSay(errors(['66']));
  expect(events(), 'three homes and a link').toEqual([]);
  devices = strangers.slice(3, 4);
  await allSay(errors([], true));
  await allSay(errors(['66']));
  expect(events()).toMatchObject([{ signal: 'cloud_outage', cohort: 'region', devices: 8, share: 0.71 }]);
});
