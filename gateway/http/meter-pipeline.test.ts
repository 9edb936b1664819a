import { pino } from 'pino';
import { expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { asId, type BootId, type LinkId } from '../domain/ids.ts';
import { meterPipeline } from './meter-pipeline.ts';
import { createMeters } from './meters.ts';

it('a device’s word of what it dropped is counted as far as it can be true, and once', async () => {
  const meters = createMeters();
  const pipeline = meterPipeline(meters, pino({ level: 'silent' }), new FakeClock());
  const hear = (seq: number, dropped?: { from: number; to: number }) =>
    pipeline.counted(asId<LinkId>('link-1'), { bootId: asId<BootId>('boot-1'), seq, ...(dropped && { dropped }) });
  const counted = async () => (await meters.droppedByDevices.get()).values[0]?.value;
  for (const seq of [1, 2, 3]) hear(seq);
  hear(4, { from: 1, to: Number.MAX_SAFE_INTEGER });
  expect(await counted()).toBe(0);
  hear(10, { from: 5, to: 9 });
  hear(10, { from: 5, to: 9 });
  expect(await counted()).toBe(5);
});
