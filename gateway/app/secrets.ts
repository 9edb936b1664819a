import type { DeviceRecord, LinkRecord } from '../domain/cases/records.ts';
import { asId, type DeviceId, type LinkId } from '../domain/ids.ts';
import type { Change } from '../ports/records.ts';
import type { App } from './app.ts';

/** Who connects with a secret: a device that speaks for itself, or a link. */
export type SecretHolder =
  | { readonly kind: 'device'; readonly record: DeviceRecord }
  | { readonly kind: 'link'; readonly record: LinkRecord };

type Secrets = Pick<LinkRecord, 'secretHash' | 'formerSecretHash' | 'formerSecretUntil'>;

/** Who has this id. A Homie device of the first version has the id of its link: the link is meant. */
export async function secretHolder(app: Pick<App, 'devices'>, id: string): Promise<SecretHolder | undefined> {
  const [device, link] = await Promise.all([
    app.devices.device(asId<DeviceId>(id)),
    app.devices.link(asId<LinkId>(id)),
  ]);
  if (link) return { kind: 'link', record: link };
  return device?.link === 'native' ? { kind: 'device', record: device } : undefined;
}

export function withSecrets(holder: SecretHolder, secrets: Secrets): SecretHolder {
  return holder.kind === 'link'
    ? { kind: 'link', record: { ...holder.record, ...secrets } }
    : { kind: 'device', record: { ...holder.record, ...secrets } };
}

export function putHolder(holder: SecretHolder): Change {
  return holder.kind === 'link' ? { put: 'link', record: holder.record } : { put: 'device', record: holder.record };
}

/** Never with a dash first: a spreadsheet would take it for a formula (proto/api/credentials-csv.ts). */
export function mintSecret(app: Pick<App, 'random'>): string {
  for (;;) {
    const secret = app.random.token();
    if (!secret.startsWith('-')) return secret;
  }
}

/** Which of the holder's secrets this is the hash of; undefined: none that is good now. Compared in constant time. */
export function secretUsed(
  app: Pick<App, 'clock' | 'vault'>,
  holder: SecretHolder | undefined,
  offered: string,
): 'present' | 'former' | undefined {
  const { secretHash, formerSecretHash, formerSecretUntil } = holder?.record ?? noSecrets;
  const present = app.vault.sameHash(offered, secretHash ?? '');
  const former = app.vault.sameHash(offered, formerSecretHash ?? '');
  if (present) return 'present';
  return former && app.clock.now() < (formerSecretUntil ?? 0) ? 'former' : undefined;
}

/**
 * What a new secret leaves of those before: the one that is in use works for `graceMs` still. That is the one before the
 * present one as long as nobody has used the present one: who lost what they were shown does not cut the device off.
 */
export function afterRotation(app: Pick<App, 'clock'>, before: Secrets, next: string, graceMs: number): Secrets {
  const now = app.clock.now();
  const isUnused = before.formerSecretHash !== null && now < (before.formerSecretUntil ?? 0);
  const inUse = isUnused ? before.formerSecretHash : before.secretHash;
  const stays = graceMs > 0 && inUse !== null;
  return {
    secretHash: next,
    formerSecretHash: stays ? inUse : null,
    formerSecretUntil: stays ? now + graceMs : null,
  };
}

/** Longer than a timer of Node may last. */
const longestWaitMs = 24 * 3_600_000;

/** Closes the holder's connection when its former secret has run out and the new one was never used. */
export function closeAtEndOfGrace(
  app: Pick<App, 'clock' | 'devices' | 'deviceLink' | 'note'>,
  id: string,
  until: number,
): void {
  app.clock.after(Math.min(Math.max(0, until - app.clock.now()), longestWaitMs), () => void look());

  async function look(): Promise<void> {
    if (app.clock.now() < until) return closeAtEndOfGrace(app, id, until);
    try {
      const record = (await secretHolder(app, id))?.record;
      const isStillOpen = record?.formerSecretHash != null && (record.formerSecretUntil ?? 0) <= app.clock.now();
      if (isStillOpen) app.deviceLink.drop(asId<LinkId>(id));
    } catch {
      // Nobody can say which secret the connection has: it has to show it again.
      app.note({ code: 'store_unavailable', linkId: id });
      app.deviceLink.drop(asId<LinkId>(id));
    }
  }
}

export const noSecrets: Secrets = { secretHash: null, formerSecretHash: null, formerSecretUntil: null };
