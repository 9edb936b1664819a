import type { CaseRecord, DeviceRecord, Proof, Sighting } from '../domain/cases/records.ts';
import type { Scope } from '../domain/data-class.ts';
import type { PersonId } from '../domain/ids.ts';

/**
 * Has this person been shown a secret or label code of the device that is good still? Then they may not ask its owner:
 * they could answer for them (decision 0040).
 */
export function hasSeen(device: DeviceRecord, personId: PersonId, now: number): boolean {
  return goodSightings(device, now).some((sighting) => sighting.personId === personId);
}

/** Those of what is good still, and this person's of these. To be written with what they are shown. */
export function seenBy(
  device: DeviceRecord,
  shown: { readonly to: PersonId | null; readonly hashes: readonly (string | null)[]; readonly now: number },
): readonly Sighting[] {
  const { to, hashes, now } = shown;
  const added = to === null ? [] : hashes.flatMap((hash) => (hash === null ? [] : [{ personId: to, hash }]));
  return [...goodSightings(device, now), ...added];
}

function goodSightings(device: DeviceRecord, now: number): readonly Sighting[] {
  const former = now < (device.formerSecretUntil ?? 0) ? device.formerSecretHash : null;
  const good = [device.secretHash, former, device.labelHash];
  return device.seenBy.filter(({ hash }) => good.includes(hash));
}

/** Was this case opened before the device's present owner had it? Then nothing of it goes on (decision 0041). */
export function isBeforeClaim(
  supportCase: Pick<CaseRecord, 'openedAt'>,
  device: Pick<DeviceRecord, 'claimedAt'>,
): boolean {
  return device.claimedAt !== null && supportCase.openedAt < device.claimedAt;
}

/** How the owner of this device can prove to be at it: by its button, where it has one of ours, or by its label's code. */
export function proofsOf(device: DeviceRecord): readonly Proof[] {
  const label = device.labelHash === null ? [] : (['label'] as const);
  return device.link === 'native' ? ['button', ...label] : label;
}

/** Those that are enough for this scope: a label code opens the basic look only. */
export function proofsFor(device: DeviceRecord, scope: Scope): readonly Proof[] {
  return proofsOf(device).filter((proof) => proof === 'button' || scope === 'basic');
}

export function askableScopes(device: DeviceRecord): readonly Scope[] {
  return (['basic', 'full'] as const).filter((scope) => proofsFor(device, scope).length > 0);
}
