import type { DeviceRecord, LinkRecord } from '../domain/cases/records.ts';
import { asId, type BrandId, type LinkId, type PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { newDevice, putNew, registering } from './register-device.ts';
import { mintSecret } from './secrets.ts';

/** A connection for devices of other makers. The secret is nowhere else afterwards. */
export async function registerLink(
  app: App,
  input: { readonly brandId: BrandId; readonly name: string; readonly registeredBy: PersonId | null },
): Promise<{ readonly link: LinkRecord; readonly secret: string }> {
  const secret = mintSecret(app);
  const link: LinkRecord = {
    id: asId(app.random.id()),
    brandId: input.brandId,
    name: input.name.trim(),
    secretHash: app.vault.keyedHash('device-secret', secret),
    formerSecretHash: null,
    formerSecretUntil: null,
    registeredAt: app.clock.now(),
    registeredBy: input.registeredBy,
  };
  const actor = input.registeredBy === null ? 'system' : `person:${input.registeredBy}`;
  const event = auditEvent(app, actor, 'link.registered', { brandId: link.brandId, detail: { linkId: link.id } });
  await app.ledger.save([
    { put: 'link', record: link },
    { append: 'audit', event },
  ]);
  return { link, secret };
}

/** A device beneath a link, by what it is called there; its label code is its only proof. */
export async function registerChild(
  app: App,
  link: LinkRecord,
  input: {
    readonly key: string;
    readonly serial: string;
    readonly model: string;
    readonly registeredBy: PersonId | null;
  },
): Promise<{ readonly device: DeviceRecord; readonly labelCode: string } | Refusal> {
  if (!app.packs.has(input.model)) return refuse('model_unknown');
  const about = { ...input, brandId: link.brandId };
  const reached = { link: 'dialect', linkId: link.id, childKey: input.key, secretHash: null } as const;
  const made = newDevice(app, about, reached);
  return registering(app, link.brandId, async () => {
    const [known] = await app.devices.devicesBySerials(link.brandId, [input.serial]);
    if (known && !isBetweenLinks(known)) return refuse('serial_taken');
    const device = known ? moved(known, made.device) : made.device;
    const saved = await app.ledger.save(putNew(app, device));
    if (!saved.ok) return refuse(saved.taken === 'child-key' ? 'child_taken' : 'serial_taken');
    app.discoveries.childRegistered(link.id, { key: input.key, deviceId: device.id, model: device.model });
    return { device, labelCode: made.labelCode };
  });
}

/** It changed owners and left its former home's link. */
function isBetweenLinks({ link, linkId }: DeviceRecord): boolean {
  return link === 'dialect' && linkId === null;
}

/** The same device, with its cases and its epoch, beneath another link and with the label code that was minted for it there. */
function moved(known: DeviceRecord, { linkId, childKey, model, labelHash, seenBy }: DeviceRecord): DeviceRecord {
  return { ...known, linkId, childKey, model, labelHash, seenBy };
}

/** The link, if it is of one of these brands. */
export async function reachLink(app: App, brandIds: readonly BrandId[], id: LinkId): Promise<LinkRecord | Refusal> {
  const link = await app.devices.link(id);
  return link && brandIds.includes(link.brandId) ? link : refuse('not_found');
}
