import type { DeviceRecord, Proof } from '../domain/cases/records.ts';
import type { Scope } from '../domain/data-class.ts';

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
