import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewAllowance } from '../../gateway/domain/consent/view-allowance.ts';
import { diag } from '../../proto/generated/codec.js';
import { framesOf } from '../support/database.ts';
import { ownTime } from '../support/own-time.ts';
import type { WireDevice } from '../support/wire-device.ts';
import { Ground, metrics, type Party } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.open();
}, 60_000);
afterAll(() => ground.close());

const samplesAPacket = 5_800;
/** Nearly 64 KiB, which unpack to some 450 kB as they are stored. */
function bigTelemetry(device: WireDevice): Uint8Array {
  const filled = <T>(value: T) => Array.from({ length: samplesAPacket }, () => value);
  const columns = { aliases: filled(1), values: filled(55.512345678), offsetsMs: filled(0) };
  return diag.Telemetry.encode({ header: device.header(), ...columns }).finish();
}

it('devices that flood starve nobody, fill no more than their Views’ share, and do not stop the next start', {
  timeout: 240_000,
}, async () => {
  const flooders = await Promise.all([ground.party(), ground.party(), ground.party()]);
  const honest = await ground.party();
  const flooding = { on: true };
  const flood = async ({ device }: Party) => {
    while (flooding.on)
      await Promise.all(Array.from({ length: 32 }, () => device.publish('telemetry', bigTelemetry(device))));
  };
  const begunMs = performance.now();
  const floods = flooders.map(flood);
  const waitedMs: number[] = [];
  const tooMany = async () => (await ground.count('diag_discards_total', 'view_flooded')) > 0;
  try {
    while ((waitedMs.length < 60 && performance.now() - begunMs < 8_000) || !(await tooMany())) {
      const tookMs = ownTime();
      await honest.device.telemetry({ 1: (waitedMs.length % 99) + 1 });
      waitedMs.push(tookMs());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    flooding.on = false;
  }
  await Promise.all(floods);
  const minutes = Math.ceil((performance.now() - begunMs) / 60_000);

  expect([...flooders, honest].map(({ device }) => device.closed)).toEqual([false, false, false, false]);
  expect(framesOf(ground.kit, honest.grant.viewId)).toHaveLength(waitedMs.length);
  expect(Math.max(...waitedMs), 'far below the deadlines of links and store').toBeLessThan(4_000);
  const mostPackets = (viewAllowance.bytesAtOnce + minutes * viewAllowance.bytesAMinute) / (samplesAPacket * 60);
  for (const { grant } of flooders) expect(framesOf(ground.kit, grant.viewId).length).toBeLessThan(mostPackets);

  await ground.kit.restart();
  const inForce = ground.kit.gateway.app.book.all().map(({ viewId }) => viewId as string);
  expect(inForce).toEqual(expect.arrayContaining([...flooders, honest].map(({ grant }) => grant.viewId)));

  const [first] = flooders;
  if (!first) throw new Error('No flooder');
  await first.grant.phone.stop();
  await expect.poll(() => framesOf(ground.kit, first.grant.viewId)).toEqual([]);
  const again = await ground.connect(honest.registered);
  await again.birth(metrics);
  await again.telemetry({ 1: 50 }, { seq: honest.device.seq + 1 });
  expect(framesOf(ground.kit, honest.grant.viewId)).toHaveLength(waitedMs.length + 1);
});
