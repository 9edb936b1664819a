import type { DeviceRecord } from '../domain/cases/records.ts';
import { asId } from '../domain/ids.ts';
import type { Pack } from '../domain/pack.ts';
import type { App } from './app.ts';

/** What is known of this device: its model's pack, and what the device itself has told that it has beyond that. */
export function packOf(
  app: Pick<App, 'packs' | 'discoveries'>,
  device: Pick<DeviceRecord, 'id' | 'model'>,
): Pack | undefined {
  const pack = app.packs.get(device.model);
  const discovered = app.discoveries.metricsOf(device.id);
  if (!pack || discovered.size === 0) return pack;
  // The pack's own word on a metric goes first.
  return { ...pack, metrics: new Map([...discovered, ...pack.metrics]) };
}

/** What this device cannot do, as codes: nothing of that if it speaks our own contract. */
export function limitsOf(
  app: Pick<App, 'discoveries'>,
  device: Pick<DeviceRecord, 'link' | 'linkId'>,
): readonly string[] {
  // Between two links, after a change of owner, as if nothing had been heard of it.
  return device.link === 'native' ? [] : app.discoveries.limitsOf(device.linkId ?? asId(''));
}
