import type { DeviceRecord } from '../domain/cases/records.ts';
import type { PersonRecord } from '../domain/people/records.ts';
import { asId, type LinkId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusals.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';
import { auditEvent } from './audit-event.ts';
import { tellDevice } from './device-consent.ts';
import { endAllOf } from './end-all.ts';
import { seenBy } from './registered-device.ts';
import { withdrawnAt } from './request-consent.ts';
import {
  afterRotation,
  closeAtEndOfGrace,
  mintSecret,
  noSecrets,
  putHolder,
  type SecretHolder,
  secretHolder,
  withSecrets,
} from './secrets.ts';

export interface Rotated {
  /** Exists nowhere else afterwards. */
  readonly secret: string;
  readonly formerSecretUntil: number | null;
}

/**
 * A new secret of a device or a link, shown to this person once. The one before works for `graceMs` still, or until the new
 * one was used; without a grace the connection is closed.
 */
export async function rotateSecret(
  app: App,
  person: PersonRecord,
  { id, graceMs }: { readonly id: SecretHolder['record']['id']; readonly graceMs: number },
): Promise<Rotated | Refusal> {
  const secret = mintSecret(app);
  const secretHash = app.vault.keyedHash('device-secret', secret);
  const rotated = await app.inTurn.run(id, async () => {
    const holder = await secretHolder(app, id);
    if (!holder) return undefined;
    const secrets = afterRotation(app, holder.record, secretHash, graceMs);
    await app.ledger.save([
      ...(await rotation(app, { holder: withSecrets(holder, secrets), person })),
      secretEvent(app, holder, { person, action: 'secret-rotated', graceMs }),
    ]);
    return { kind: holder.kind, formerSecretUntil: secrets.formerSecretUntil };
  });
  if (!rotated) return refuse('not_found');
  const { formerSecretUntil } = rotated;
  if (formerSecretUntil === null) app.deviceLink.drop(asId<LinkId>(id));
  else closeAtEndOfGrace(app, id, formerSecretUntil);
  if (rotated.kind === 'device') await tellDevice(app, asId(id));
  return { secret, formerSecretUntil };
}

/** Nobody can grant anything with a link's secret; with a device's one can answer for its owner (decision 0040). */
async function rotation(
  app: App,
  { holder, person }: { readonly holder: SecretHolder; readonly person: PersonRecord },
): Promise<Change[]> {
  if (holder.kind === 'link') return [{ put: 'link', record: holder.record }];
  const { record } = holder;
  // Whoever knows the new secret could prove it.
  app.fleetOffers.drop(record.id);
  const seen = seenBy(record, { to: person.id, hashes: [record.secretHash], now: app.clock.now() });
  return [
    { put: 'device', record: { ...record, seenBy: seen } },
    ...(await withdrawnAt(app, record.id, { actor: `person:${person.id}`, agentId: person.id })),
  ];
}

/** Takes the secret back: the connection is closed, and what was granted on its devices ends. May be repeated. */
export async function revokeSecret(app: App, person: PersonRecord, id: SecretHolder['record']['id']): Promise<void> {
  const holder = await secretHolder(app, id);
  if (!holder) return;
  const actor = `person:${person.id}`;
  const event = secretEvent(app, holder, { person, action: 'secret-revoked' });
  if (holder.kind === 'device') {
    const along = async (device: DeviceRecord) => ({ device: { ...device, ...noSecrets }, changes: [event] });
    await endAllOf(app, holder.record.id, { actor, along });
    app.deviceLink.drop(asId<LinkId>(id));
    return;
  }
  const children = await app.devices.childrenOfLink(holder.record.id);
  const close = async () => {
    await app.inTurn.run(id, async () => {
      const now = (await secretHolder(app, id)) ?? holder;
      await app.ledger.save([putHolder(withSecrets(now, noSecrets)), event]);
    });
    app.deviceLink.drop(holder.record.id);
  };
  await Promise.all([...children.map((child) => endAllOf(app, child.id, { actor })), close()]);
}

function secretEvent(
  app: App,
  { kind, record }: SecretHolder,
  about: { readonly person: PersonRecord; readonly action: string; readonly graceMs?: number },
): Change {
  const { person, action, graceMs } = about;
  const grace = graceMs === undefined ? {} : { graceMs };
  const which = kind === 'link' ? { detail: { linkId: record.id, ...grace } } : { deviceId: record.id, detail: grace };
  const event = auditEvent(app, `person:${person.id}`, `${kind}.${action}`, { brandId: record.brandId, ...which });
  return { append: 'audit', event };
}
