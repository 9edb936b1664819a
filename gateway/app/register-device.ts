import type { DeviceRecord } from '../domain/cases/records.ts';
import { asId, type BrandId, type PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { mintLabelCode, normalLabelCode } from './label-code.ts';

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
}

/** A device that speaks proto/device.proto. */
export async function registerDevice(app: App, input: NewDevice): Promise<Credentials | Refusal> {
  if (!app.packs.has(input.model)) return refuse('model_unknown');
  const { credentials, changes } = mintDevice(app, input);
  const saved = await app.ledger.save(changes);
  return saved.ok ? credentials : refuse('serial_taken');
}

/** The device with its secret and label code, and what is to be written: nothing is yet. */
export function mintDevice(
  app: App,
  input: NewDevice,
): { readonly credentials: Credentials; readonly changes: readonly Change[] } {
  const secret = app.random.token();
  const labelCode = mintLabelCode(app);
  const device: DeviceRecord = {
    id: asId(app.random.id()),
    brandId: input.brandId,
    serial: input.serial,
    model: input.model,
    link: 'native',
    linkId: null,
    childKey: null,
    secretHash: app.vault.keyedHash('device-secret', secret),
    formerSecretHash: null,
    formerSecretUntil: null,
    labelHash: app.vault.keyedHash('label-code', normalLabelCode(labelCode)),
    epoch: 1,
    registeredAt: app.clock.now(),
    registeredBy: input.registeredBy,
    seenBy: input.registeredBy === null ? [] : [input.registeredBy],
    claimedAt: null,
  };
  const event = registered(app, device);
  return {
    credentials: { device, secret, labelCode, gatewayPublicKey: app.vault.publicKey },
    changes: [
      { put: 'device', record: device },
      { append: 'audit', event },
    ],
  };
}

export function registered(app: App, device: DeviceRecord) {
  const actor = device.registeredBy === null ? 'system' : `person:${device.registeredBy}`;
  return auditEvent(app, actor, 'device.registered', { brandId: device.brandId, deviceId: device.id });
}
