import type { DeviceRecord, LinkKind } from '../domain/cases/records.ts';
import { asId, type BrandId, type PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';

/** What a new device must be given; the secret and the label code exist nowhere else afterwards. */
export interface Credentials {
  readonly device: DeviceRecord;
  readonly secret: string;
  readonly labelCode: string | null;
  readonly gatewayPublicKey: string;
}

/** Without the letters that look like digits (Crockford's base 32). */
const labelAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export async function registerDevice(
  app: App,
  input: {
    readonly brandId: BrandId;
    readonly serial: string;
    readonly model: string;
    readonly homieRoot: string | null;
    /** Who is shown the credentials; null: the system itself, which shows them to nobody. */
    readonly registeredBy: PersonId | null;
  },
): Promise<Credentials | Refusal> {
  if (!app.packs.has(input.model)) return refuse('model_unknown');
  const link: LinkKind = input.homieRoot === null ? 'native' : 'homie';
  const secret = app.random.token();
  const labelCode = link === 'homie' ? mintLabelCode(app) : null;
  const device: DeviceRecord = {
    id: asId(app.random.id()),
    brandId: input.brandId,
    serial: input.serial,
    model: input.model,
    link,
    homieRoot: input.homieRoot,
    secretHash: app.vault.keyedHash('device-secret', secret),
    labelHash: labelCode === null ? null : app.vault.keyedHash('label-code', normalLabelCode(labelCode)),
    epoch: 1,
    registeredAt: app.clock.now(),
    registeredBy: input.registeredBy,
  };
  const actor = input.registeredBy === null ? 'system' : `person:${input.registeredBy}`;
  const event = auditEvent(app, actor, 'device.registered', { ...device, deviceId: device.id });
  const saved = await app.ledger.save([
    { put: 'device', record: device },
    { append: 'audit', event },
  ]);
  if (!saved.ok) return refuse(saved.taken === 'homie-root' ? 'homie_root_taken' : 'serial_taken');
  return { device, secret, labelCode, gatewayPublicKey: app.vault.publicKey };
}

function mintLabelCode(app: App): string {
  const letters = Array.from({ length: 8 }, () => labelAlphabet[app.random.integer(labelAlphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As people type it: any case, with or without dashes and spaces, O for 0, I and L for 1. */
export function normalLabelCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
