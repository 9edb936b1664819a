import type { DeviceRecord } from '../domain/cases/records.ts';
import { asId, type BrandId, type PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { mintLabelCode, normalLabelCode } from './label-code.ts';
import { seenBy } from './registered-device.ts';
import { mintSecret } from './secrets.ts';

/** What a new device must be given; the secret and the label code exist nowhere else afterwards. */
export interface Credentials {
  readonly device: DeviceRecord;
  readonly secret: string;
  readonly labelCode: string;
  readonly gatewayPublicKey: string;
}

export interface NewDevice {
  readonly brandId: BrandId;
  readonly serial: string;
  readonly model: string;
  /** Who is shown the credentials; null: the system itself, which shows them to nobody. */
  readonly registeredBy: PersonId | null;
  /** Whose cloud it was sold for; absent: not said. */
  readonly region?: string | undefined;
}

/** A device that speaks proto/device.proto. */
export async function registerDevice(app: App, input: NewDevice): Promise<Credentials | Refusal> {
  if (!app.packs.has(input.model)) return refuse('model_unknown');
  const { credentials, changes } = mintDevice(app, input);
  return registering(app, input.brandId, async () => {
    if (await isSerialTaken(app, input)) return refuse('serial_taken');
    const saved = await app.ledger.save(changes);
    return saved.ok ? credentials : refuse('serial_taken');
  });
}

/** A brand's registrations one after the other, so that none takes a serial that another has just been told is free. */
export function registering<T>(app: App, brandId: BrandId, register: () => Promise<T>): Promise<T> {
  return app.inTurn.run(`serials ${brandId}`, register);
}

/** Serials are compared as people read them aloud: without regard to case. */
async function isSerialTaken(
  app: App,
  { brandId, serial }: { readonly brandId: BrandId; readonly serial: string },
): Promise<boolean> {
  return (await app.devices.devicesBySerials(brandId, [serial])).length > 0;
}

/** The device with its secret and label code, and what is to be written: nothing is yet. */
export function mintDevice(
  app: App,
  input: NewDevice,
): { readonly credentials: Credentials; readonly changes: readonly Change[] } {
  const secret = mintSecret(app);
  const made = newDevice(app, input, {
    link: 'native',
    linkId: null,
    childKey: null,
    secretHash: app.vault.keyedHash('device-secret', secret),
  });
  return { credentials: { ...made, secret, gatewayPublicKey: app.vault.publicKey }, changes: putNew(app, made.device) };
}

/** A device with a label code of its own, shown to who registers it. */
export function newDevice(
  app: App,
  { brandId, serial, model, registeredBy, region }: NewDevice,
  reached: Pick<DeviceRecord, 'link' | 'linkId' | 'childKey' | 'secretHash'>,
): { readonly device: DeviceRecord; readonly labelCode: string } {
  const labelCode = mintLabelCode(app);
  const now = app.clock.now();
  const device: DeviceRecord = {
    id: asId(app.random.id()),
    brandId,
    serial,
    model,
    ...reached,
    formerSecretHash: null,
    formerSecretUntil: null,
    labelHash: app.vault.keyedHash('label-code', normalLabelCode(labelCode)),
    epoch: 1,
    registeredAt: now,
    registeredBy,
    seenBy: [],
    claimedAt: null,
    region: region ?? null,
  };
  const hashes = [device.secretHash, device.labelHash];
  return { device: { ...device, seenBy: seenBy(device, { to: registeredBy, hashes, now }) }, labelCode };
}

/** What is written of a new device. */
export function putNew(app: App, device: DeviceRecord): readonly Change[] {
  const actor = device.registeredBy === null ? 'system' : `person:${device.registeredBy}`;
  const about = { brandId: device.brandId, deviceId: device.id };
  return [
    { put: 'device', record: device },
    { append: 'audit', event: auditEvent(app, actor, 'device.registered', about) },
  ];
}
