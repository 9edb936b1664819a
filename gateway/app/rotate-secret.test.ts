import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must, telemetry } from '../../test/support/app-kit.ts';
import type { DeviceRecord } from '../domain/cases/records.ts';
import { asId } from '../domain/ids.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { openCase } from './cases.ts';
import { renewLabelCode } from './claim.ts';
import { ownerAllow, ownerProveByLabel } from './owner.ts';
import { registerDevice } from './register-device.ts';
import { registerChild, registerLink } from './register-link.ts';
import { requestConsent } from './request-consent.ts';
import { revokeSecret, rotateSecret } from './rotate-secret.ts';

let kit: AppKit;
let anna: PersonRecord;
let carl: PersonRecord;
beforeEach(async () => {
  kit = await AppKit.create();
  const person = (id: string): PersonRecord => ({ ...kit.agent, id: asId(id), roles: ['administrator', 'agent'] });
  [anna, carl] = [person('anna'), person('carl')];
  await kit.store.save([anna, carl].map((record) => ({ put: 'person', record })));
});

const hour = 3_600_000;
const device = () => kit.device;
const rotate = async (by: PersonRecord, graceMs = 0) =>
  must(await rotateSecret(kit.app, by, { id: device().id, graceMs }));
const relabel = async (by: PersonRecord) => must(await renewLabelCode(kit.app, by, device()));

/** What comes of it when this person asks the owner of the device. */
async function asking(person: PersonRecord, about: DeviceRecord = device()): Promise<string> {
  const { id: caseId } = must(await openCase(kit.app, person, { deviceId: about.id, reason: 'stuck', ticket: null }));
  const asked = await requestConsent(kit.app, person, { caseId, scope: 'basic' });
  return 'refused' in asked ? asked.refused : 'asked';
}

describe('who was shown what lets one answer for the owner', () => {
  it('may not ask; a colleague may', async () => {
    await rotate(anna);
    expect([await asking(anna), await asking(carl)]).toEqual(['registered_by_you', 'asked']);
    await relabel(carl);
    expect([await asking(anna), await asking(carl)]).toEqual(['registered_by_you', 'registered_by_you']);
  });

  it('may ask again once everything they saw is worth nothing', async () => {
    const input = { brandId: device().brandId, serial: 'RV1A00000009', model: 'rv-s1', registeredBy: anna.id };
    kit.device = must(await registerDevice(kit.app, input)).device;
    expect(await asking(anna)).toBe('registered_by_you');
    await rotate(carl);
    // The label code of then is on the device still.
    expect(await asking(anna)).toBe('registered_by_you');
    await relabel(carl);
    expect([await asking(anna), await asking(carl)]).toEqual(['asked', 'registered_by_you']);
  });

  it('may not while the secret they saw is in its grace', async () => {
    await rotate(anna);
    await rotate(carl, hour);
    expect(await asking(anna)).toBe('registered_by_you');
    await kit.clock.pass(hour);
    expect(await asking(anna)).toBe('asked');
  });

  it('may ask once the secret they saw was taken back', async () => {
    await rotate(anna);
    await revokeSecret(kit.app, carl, device().id);
    expect(await asking(anna)).toBe('asked');
  });

  it.each([
    ['secret', () => rotate(anna)],
    ['label code', () => relabel(anna)],
  ])('has no request of their own waiting once they are shown the %s; others keep theirs', async (_what, look) => {
    expect([await asking(anna), await asking(carl)]).toEqual(['asked', 'asked']);
    const pending = async () => kit.store.pendingRequests(device().id, kit.clock.now());
    const [own, other] = await pending();
    await look();
    expect((await pending()).map(({ id }) => id)).toEqual([other?.id]);
    expect((await kit.store.request(own?.id ?? ''))?.withdrawnAt).toBe(kit.clock.now());
    expect(kit.told.consents.at(-1)?.pending).toHaveLength(1);
  });

  it('has none that they sent at the same moment either', async () => {
    for (let turns = 0; turns < 30; turns += 1) {
      kit = await AppKit.create();
      const asked = asking(kit.agent);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await Promise.all([asked, rotate(kit.agent)]);
      expect(await kit.store.pendingRequests(device().id, kit.clock.now())).toEqual([]);
    }
  });

  it('with a link’s secret cannot grant anything, so whoever saw it may ask for the devices beneath', async () => {
    const { link } = await registerLink(kit.app, { brandId: device().brandId, name: 'Home', registeredBy: anna.id });
    const input = { key: 'robot', serial: 'VAL-0001', model: 'valetudo', registeredBy: carl.id };
    const child = must(await registerChild(kit.app, link, input)).device;
    await rotateSecret(kit.app, anna, { id: link.id, graceMs: 0 });
    expect([await asking(anna, child), await asking(carl, child)]).toEqual(['asked', 'registered_by_you']);
  });
});

describe('taking a secret back', () => {
  it('closes the connection, ends what is granted and withdraws what is asked; again it is harmless', async () => {
    const { grant } = await kit.grant();
    await kit.ask(await kit.openCase());
    await revokeSecret(kit.app, anna, device().id);
    expect(kit.told.dropped).toEqual([device().id]);
    expect(kit.told.ended).toEqual([{ viewId: grant.viewId, reason: 'revoked' }]);
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(false);
    const now = await kit.store.device(device().id);
    expect(now).toMatchObject({ secretHash: null, epoch: grant.startEpoch + 1 });
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked', endEpoch: grant.startEpoch + 1 });
    expect(await kit.store.pendingRequests(device().id, kit.clock.now())).toEqual([]);
    await revokeSecret(kit.app, anna, device().id);
    expect(await kit.store.device(device().id)).toEqual(now);
  });

  it('that cannot be written blinds at once all the same, and is on disk when it is repeated', async () => {
    const { grant } = await kit.grant();
    kit.store.failWrites = 1;
    await expect(revokeSecret(kit.app, anna, device().id)).rejects.toThrow('cannot write');
    expect(kit.hear(telemetry({ 'battery.level': 80 }))).toBe(false);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'active' });
    await revokeSecret(kit.app, anna, device().id);
    expect(await kit.store.grant(grant.id)).toMatchObject({ state: 'revoked' });
  });

  it('of a link ends what is granted on each device beneath it, and on no other', async () => {
    const other = await kit.grant();
    const { brandId } = device();
    const { link } = await registerLink(kit.app, { brandId, name: 'Home', registeredBy: null });
    const child = async (key: string) => {
      const input = { key, serial: `VAL-${key}`, model: 'valetudo', registeredBy: null };
      const made = must(await registerChild(kit.app, link, input));
      kit.device = made.device;
      const { token, requestId } = await kit.ask(await kit.openCase(), 'basic');
      await ownerAllow(kit.app, token, 'en');
      expect(await ownerProveByLabel(kit.app, token, made.labelCode)).toBeUndefined();
      return (await kit.store.request(requestId))?.grantId ?? '';
    };
    const grants = [await child('one'), await child('two')];
    await revokeSecret(kit.app, anna, link.id);
    expect(kit.told.dropped).toEqual([link.id]);
    expect(kit.app.book.all().map(({ grantId }) => grantId)).toEqual([other.grant.id]);
    for (const id of grants) expect((await kit.store.grant(id))?.state).toBe('revoked');
    expect(await kit.store.link(link.id)).toMatchObject({ secretHash: null });
  });
});

it('every change of a secret is in the audit log with who made it, and no secret is', async () => {
  const { link } = await registerLink(kit.app, { brandId: device().brandId, name: 'Home', registeredBy: anna.id });
  const shown = [await rotate(anna, hour), must(await rotateSecret(kit.app, anna, { id: link.id, graceMs: 0 }))];
  const { labelCode } = await relabel(carl);
  await revokeSecret(kit.app, carl, device().id);
  await revokeSecret(kit.app, carl, link.id);
  const events = kit.store.audit.slice(-6).map(({ actor, action }) => `${actor} ${action}`);
  expect(events).toEqual([
    'person:anna link.registered',
    'person:anna device.secret-rotated',
    'person:anna link.secret-rotated',
    'person:carl device.label-renewed',
    'person:carl device.secret-revoked',
    'person:carl link.secret-revoked',
  ]);
  const log = JSON.stringify(kit.store.audit);
  for (const secret of [labelCode, ...shown.map((each) => each.secret)]) expect(log).not.toContain(secret);
});
