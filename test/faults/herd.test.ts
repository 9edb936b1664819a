import { afterEach, expect, it } from 'vitest';
import { ownTime } from '../support/own-time.ts';
import { FaultGround } from './fault-ground.ts';

/** `HERD=2000` for a larger one: as many devices as one process can play. */
const devices = Number(process.env['HERD'] ?? 200);
let ground: FaultGround;
afterEach(async () => ground.close(), 60_000);

it('all devices lose their connection amid publishing and come back at once: nobody is refused, nothing is lost, all within 30 s', {
  timeout: 240_000,
}, async () => {
  ground = await FaultGround.open({ devices });
  const kept = ground.publish(3);
  // Some of it is acknowledged, some is on its way, some is not even sent: each device says all of it again.
  await new Promise((resolve) => setImmediate(resolve));
  const gone = ground.devices.splice(0);
  await Promise.all(gone.map((device) => device.end()));
  kept.all.catch(() => undefined);

  const tookMs = ownTime();
  await Promise.all(
    ground.fleet.map(async (device) => {
      const again = await ground.connect(device);
      for (let seq = 1; seq <= 4; seq += 1) await again.telemetry({ 1: seq }, { seq });
    }),
  );
  expect(tookMs()).toBeLessThan(30_000);
  expect(ground.stored(), 'each exactly once').toEqual(ground.everything(4));
  expect(await ground.metric('diag_links_connected')).toBe(devices);
  expect(await ground.metric('diag_connects_waiting')).toBe(0);
  for (const code of ['link_not_authenticated', 'link_connect_timeout', 'link_contested', 'link_too_many_in_flight'])
    expect([code, await ground.metric(`diag_link_refusals_total{code="${code}"}`)]).toEqual([code, 0]);
});
