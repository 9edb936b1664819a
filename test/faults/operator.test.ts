import { afterEach, expect, it } from 'vitest';
import { defaultLimits } from '../../gateway/broker/limits.ts';
import { FaultGround } from './fault-ground.ts';

let ground: FaultGround;
afterEach(async () => ground.close());

const event = (code: string) => `diag_events_total{code="${code}"}`;

it('an operator sees who floods and who fights in what the alert rules read; both stay harmless to a third', {
  timeout: 60_000,
}, async () => {
  const limits = {
    ...defaultLimits,
    shareMessagesAtOnce: 20,
    shareMessagesASecond: 1,
    takeovers: 1,
    takeoverHoldMs: 60_000,
  };
  ground = await FaultGround.open({ lent: { limits } });
  const [flooder, , third] = ground.devices;
  const contested = ground.fleet[1];
  if (!flooder || !third || !contested) throw new Error('Three devices are needed');
  expect(await ground.metric('diag_links_over_share')).toBe(0);

  let acknowledged = 0;
  for (let n = 0; n < 200; n += 1)
    void flooder.telemetry({ 1: 1 }).then(
      () => (acknowledged += 1),
      () => undefined,
    );
  await expect.poll(() => ground.metric('diag_links_over_share')).toBe(1);
  expect(await ground.metric(event('link_over_share'))).toBe(1);

  await ground.connect(contested);
  const held = ground.connect(contested);
  held.catch(() => undefined);
  await expect.poll(() => ground.metric(event('link_held_back'))).toBe(1);
  expect(await ground.metric(event('link_taken_over'))).toBe(1);

  await third.telemetry({ 1: 5 });
  expect(acknowledged, 'its share, less its Birth, and little that has grown since').toBeLessThan(40);
  expect([flooder.closed, third.closed]).toEqual([false, false]);
  expect(await ground.metric('diag_links_connected')).toBe(3);
});
