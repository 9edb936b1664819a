import type { DeviceRecord, LinkRecord } from '../domain/cases/records.ts';
import { asId, type DeviceId, type LinkId } from '../domain/ids.ts';
import type { LinkIdentity } from '../ports.ts';
import type { App } from './app.ts';

type Secrets = Pick<DeviceRecord & LinkRecord, 'secretHash' | 'formerSecretHash' | 'formerSecretUntil'>;

/** Who this id and secret belong to; undefined: nobody, whatever the reason. Compared in constant time. */
export async function authenticateDevice(
  app: Pick<App, 'clock' | 'devices' | 'ledger' | 'vault'>,
  offer: { readonly userName: string; readonly secret: string },
): Promise<LinkIdentity | undefined> {
  const [device, link] = await Promise.all([
    app.devices.device(asId<DeviceId>(offer.userName)),
    app.devices.link(asId<LinkId>(offer.userName)),
  ]);
  // A Homie device of the first version has the id of its link: the link's secret counts.
  const holder = link ?? device;
  const offered = app.vault.keyedHash('device-secret', offer.secret);
  if (!isGood(app, holder, offered) || !holder) return undefined;
  // The new secret is in use: the one before has had its time.
  if (holder.formerSecretHash !== null && app.vault.sameHash(offered, holder.secretHash ?? '')) {
    const done = { formerSecretHash: null, formerSecretUntil: null };
    await app.ledger.save([
      link
        ? { put: 'link', record: { ...link, ...done } }
        : { put: 'device', record: { ...(holder as DeviceRecord), ...done } },
    ]);
  }
  if (link) {
    const children = await app.devices.childrenOfLink(link.id);
    return {
      kind: 'dialect',
      linkId: link.id,
      children: children.map(({ id, childKey, model }) => ({ key: childKey ?? '', deviceId: id, model })),
    };
  }
  if (device?.link !== 'native') return undefined;
  return { kind: 'native', linkId: asId(device.id), deviceId: device.id, model: device.model };
}

function isGood(app: Pick<App, 'clock' | 'vault'>, holder: Secrets | undefined, offered: string): boolean {
  const present = app.vault.sameHash(offered, holder?.secretHash ?? '');
  const inTime = app.clock.now() < (holder?.formerSecretUntil ?? 0);
  const former = app.vault.sameHash(offered, holder?.formerSecretHash ?? '');
  return present || (former && inTime);
}
