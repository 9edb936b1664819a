import { asId } from '../domain/ids.ts';
import type { LinkIdentity } from '../ports.ts';
import type { App } from './app.ts';

/** The device that this id and secret belong to; undefined: nobody, whatever the reason. Compared in constant time. */
export async function authenticateDevice(
  app: Pick<App, 'devices' | 'vault'>,
  offer: { readonly userName: string; readonly secret: string },
): Promise<LinkIdentity | undefined> {
  const device = await app.devices.device(asId(offer.userName));
  const offered = app.vault.keyedHash('device-secret', offer.secret);
  if (!app.vault.sameHash(offered, device?.secretHash ?? '') || !device) return undefined;
  return { deviceId: device.id, model: device.model, link: device.link, homieRoot: device.homieRoot };
}
