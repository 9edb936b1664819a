import { beforeEach, describe, expect, it } from 'vitest';
import { AppKit, must } from '../../test/support/app-kit.ts';
import { settled } from '../../test/support/fake-clock.ts';
import { asId, type DeviceId, type LinkId } from '../domain/ids.ts';
import { type ConnectionGate, createDeviceGate } from './authenticate-device.ts';
import { registerDevice } from './register-device.ts';
import { registerChild, registerLink } from './register-link.ts';
import { revokeSecret, rotateSecret } from './rotate-secret.ts';

let kit: AppKit;
let gate: ConnectionGate;
let id: DeviceId;
let secret: string;
beforeEach(async () => {
  kit = await AppKit.create();
  gate = createDeviceGate(() => kit.app);
  const { brandId } = kit.device;
  const made = must(
    await registerDevice(kit.app, { brandId, serial: 'RV1A00000002', model: 'rv-s1', registeredBy: null }),
  );
  id = made.device.id;
  secret = made.secret;
});

const hour = 3_600_000;
const day = 24 * hour;
const connect = (with_: string, who: string = id) => gate.authenticate({ clientId: who, userName: who, secret: with_ });
const isIn = async (with_: string, who: string = id) => (await connect(with_, who)) !== undefined;
const rotate = async (graceMs: number, who: DeviceId | LinkId = id) =>
  must(await rotateSecret(kit.app, kit.agent, { id: who, graceMs })).secret;

describe('a connection', () => {
  it('is the device’s, or the link’s with its children, by their secret and no other', async () => {
    expect(await connect(secret)).toEqual({ kind: 'native', linkId: id, deviceId: id, model: 'rv-s1' });
    expect([await isIn('wrong'), await isIn(''), await isIn(secret, 'nobody')]).toEqual([false, false, false]);
    const { link, secret: ofLink } = await registerLink(kit.app, {
      brandId: kit.device.brandId,
      name: 'Home',
      registeredBy: null,
    });
    const input = { key: 'robot', serial: 'VAL-0001', model: 'valetudo', registeredBy: null };
    const { device } = must(await registerChild(kit.app, link, input));
    expect(await connect(ofLink, link.id)).toEqual({
      kind: 'dialect',
      linkId: link.id,
      children: [{ key: 'robot', deviceId: device.id, model: 'valetudo' }],
    });
    expect([await isIn(ofLink, device.id), await isIn(secret, link.id)]).toEqual([false, false]);
  });

  it('stays, if nothing has changed while it was made', async () => {
    const link = await connect(secret);
    if (link) await gate.connected(link);
    expect([link === undefined, kit.told.dropped]).toEqual([false, []]);
  });

  it.each([
    ['taken back', () => revokeSecret(kit.app, kit.agent, id)],
    ['replaced', () => rotate(0)],
  ])('whose secret was %s while it was made is closed', async (_what, change) => {
    const link = await connect(secret);
    await change();
    kit.told.dropped.length = 0;
    if (link) await gate.connected(link);
    expect(kit.told.dropped).toEqual([id]);
  });
});

describe('a new secret', () => {
  it('without a grace closes the connection, and the one before is worth nothing', async () => {
    const next = await rotate(0);
    expect(kit.told.dropped).toEqual([id]);
    expect([await isIn(secret), await isIn(next)]).toEqual([false, true]);
  });

  it('with a grace leaves the one before good until the new one was used', async () => {
    const next = await rotate(day);
    expect([kit.told.dropped, await isIn(secret), await isIn(secret)]).toEqual([[], true, true]);
    expect(await isIn(next)).toBe(true);
    expect([await isIn(secret), await isIn(next)]).toEqual([false, true]);
    await kit.clock.pass(2 * day);
    expect(kit.told.dropped).toEqual([]);
  });

  it.each([1, 30 * 24])(
    'that nobody used in a grace of %i hours: the connection is closed at its end, not before',
    async (hours) => {
      const waits: number[] = [];
      const after = kit.clock.after.bind(kit.clock);
      kit.clock.after = (ms, run) => (waits.push(ms), after(ms, run));
      const next = await rotate(hours * hour);
      await kit.clock.pass(hours * hour - 1);
      expect([kit.told.dropped, await isIn(next)]).toEqual([[], true]);
      const last = await rotate(hours * hour);
      await kit.clock.pass(hours * hour - 1);
      expect(kit.told.dropped).toEqual([]);
      await kit.clock.pass(1);
      await settled();
      expect(kit.told.dropped).toEqual([id]);
      expect([await isIn(next), await isIn(last)]).toEqual([false, true]);
      // Node runs a timer that is longer at once.
      expect(Math.max(...waits)).toBeLessThan(2 ** 31);
    },
  );

  it('that nobody used, after a restart too, however often the device connects with the one before', async () => {
    await rotate(hour);
    const { dropped } = kit.told;
    gate = createDeviceGate(() => ({
      ...kit.app,
      deviceLink: { ...kit.app.deviceLink, drop: () => dropped.push(asId('again')) },
    }));
    const timers = kit.clock.timers;
    for (let tries = 0; tries < 5; tries += 1) expect(await isIn(secret)).toBe(true);
    expect(kit.clock.timers).toBe(timers + 1);
    await kit.clock.pass(hour);
    await settled();
    expect(dropped).toEqual([id, 'again']);
    expect(await isIn(secret)).toBe(false);
  });

  it('in place of one that nobody used keeps the one that the device has', async () => {
    const lost = await rotate(day);
    const next = await rotate(day);
    expect([await isIn(lost), await isIn(secret), await isIn(next)]).toEqual([false, true, true]);
    expect(await isIn(secret)).toBe(false);
  });

  it('after the secret was taken back lets the device in again', async () => {
    await revokeSecret(kit.app, kit.agent, id);
    expect([kit.told.dropped, await isIn(secret)]).toEqual([[id], false]);
    const next = await rotate(day);
    expect([await isIn(secret), await isIn(next)]).toEqual([false, true]);
  });

  it('being used beside a grant loses nothing of either', async () => {
    const next = must(await rotateSecret(kit.app, kit.agent, { id: kit.device.id, graceMs: day }));
    const colleague = { ...kit.agent, id: asId<typeof kit.agent.id>('agent-2') };
    await kit.store.save([{ put: 'person', record: colleague }]);
    kit.agent = colleague;
    const [, { grant }] = await Promise.all([connect(next.secret, kit.device.id), kit.grant()]);
    expect(await kit.store.device(kit.device.id)).toMatchObject({ epoch: grant.startEpoch, formerSecretHash: null });
  });

  it('of a link works in the same way', async () => {
    const { link, secret: before } = await registerLink(kit.app, {
      brandId: kit.device.brandId,
      name: 'Home',
      registeredBy: null,
    });
    const next = await rotate(day, link.id);
    expect([await isIn(before, link.id), await isIn(next, link.id), await isIn(before, link.id)]).toEqual([
      true,
      true,
      false,
    ]);
    const last = await rotate(0, link.id);
    expect(kit.told.dropped).toEqual([link.id]);
    expect([await isIn(next, link.id), await isIn(last, link.id)]).toEqual([false, true]);
  });
});
