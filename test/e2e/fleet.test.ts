import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FleetChoice, FleetEvents } from '../../proto/api/fleet.ts';
import { type Credentials, registerDevice } from '../../gateway/app/register-device.ts';
import { asId } from '../../gateway/domain/ids.ts';
import { isRefusal } from '../../gateway/domain/refusals.ts';
import { type ApiClient, OwnerPhone } from '../support/api-client.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LeapingClock } from '../support/leaping-clock.ts';
import { storedRows } from '../support/stored-rows.ts';
import { WireDevice } from '../support/wire-device.ts';

const clock = new LeapingClock();
let kit: TestGateway;
let agent: ApiClient;
let brandId = '';
beforeEach(async () => {
  kit = await startTestGateway({ clock });
  agent = await firstAdministrator(kit);
  brandId = (await agent.brands())[0]?.id ?? '';
}, 60_000);
afterEach(async () => kit.close());

let homesSoFar = 0;
/** A device of region eu-1 with a case of its own, and its owner's phone. */
async function home() {
  homesSoFar += 1;
  const serial = `RV1A000000${homesSoFar}`;
  const input = { brandId: asId<Credentials['device']['brandId']>(brandId), serial, model: 'rv-s1' };
  const made = await registerDevice(kit.gateway.app, { ...input, registeredBy: null, region: 'eu-1' });
  if (isRefusal(made)) throw new Error(made.refused);
  const found = await agent.openCase(made.device.id);
  const { link } = await agent.ask(found.id, { scope: 'basic' });
  const device = await connect(made);
  return { ...made, caseId: found.id, phone: new OwnerPhone(kit.gateway.httpUrl, link.url), wire: device };
}
const connect = ({ device, secret }: Credentials) =>
  WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId: device.id, secret, keepAliveSeconds: 0 });

const raised = (code: number) => ({ channel: 'main', code, raised: true });

it('five owners let their devices be counted, the cloud fails, and a sixth owner’s agent is told that no device is to blame', async () => {
  const homes: Awaited<ReturnType<typeof home>>[] = [];
  for (let count = 5; count > 0; count -= 1) homes.push(await home());
  const caller = await home();
  for (const [index, { phone, wire, labelCode }] of homes.entries()) {
    // Neither the look that the agent asked for, nor its refusal, has to do with it.
    await phone.call('refuse');
    expect(await phone.call<FleetChoice>('fleet/allow', { language: 'en' })).toMatchObject({
      status: 200,
      body: { state: 'allowed', counted: { region: 'eu-1', firmware: null } },
    });
    await wire.until(() => wire.consent?.pending.length === 1);
    if (index === 0) await wire.confirm(wire.consent?.pending[0]?.requestId ?? '');
    else expect(await phone.call('fleet/label', { labelCode })).toMatchObject({ status: 200, body: { state: 'on' } });
    await wire.until(() => (wire.consent?.classes.length ?? 0) === 2);
    expect(wire.consent?.grants, 'no person looks').toMatchObject([{ purpose: 'fleet-statistics', agent: '' }]);
    await wire.birth([{ alias: 1, name: 'battery.level', type: 1, livePeriodMs: 10_000, claimedClass: 1 }]);
    await wire.errors([], true);
  }
  const look = () => agent.ok<FleetEvents>('GET', '/fleet/events');
  expect(await look()).toEqual({ events: [], counted: [{ brandId, devices: 5 }] });
  // That a code is not there is known half a minute after its list came; only then may it be seen to begin.
  clock.leap(40_000);
  await kit.gateway.app.fleet.look();
  for (const { wire } of homes) await wire.errors([raised(66)]);
  const event = { signal: 'cloud_outage', cohort: 'region', name: 'eu-1', devices: 5 };
  // Counted anew at most every two seconds.
  await expect.poll(async () => (await look()).events, { timeout: 30_000 }).toMatchObject([{ brandId, ...event }]);
  const told = await agent.ok<{ shared: unknown[] }>('GET', `/cases/${caller.caseId}/localisation`);
  expect(told.shared).toMatchObject([event]);
  await kit.gateway.app.fleet.look();
  expect(storedRows(kit, 'frames'), 'what they sent was counted, and kept nowhere').toBe(0);

  await kit.restart();
  expect((await look()).events, 'a start loses nothing of it').toMatchObject([event]);
  const again = await connect(homes[1] ?? expect.fail());
  expect(again.consent?.classes).toHaveLength(2);
  const [, second] = homes;
  expect(await second?.phone.call('fleet/stop')).toMatchObject({ status: 200, body: { state: 'off' } });
  await again.until(() => again.consent?.classes.length === 0);
  const four = { events: [], counted: [{ brandId, devices: 4 }] };
  await expect.poll(look, { timeout: 30_000 }).toEqual(four);
  await again.end();
  for (const { wire } of [...homes, caller]) await wire.end();
}, 60_000);
