import type { DeviceRecord, Proof } from '../domain/cases/records.ts';
import type { Scope } from '../domain/data-class.ts';

/** How the owner of this device proves to be at it: by its button, or, without one of ours, by its label's code. */
export function proofOf(device: DeviceRecord): Proof {
  return device.link === 'native' ? 'button' : 'label';
}

/** A label code opens the basic look only. */
export function askableScopes(device: DeviceRecord): readonly Scope[] {
  return proofOf(device) === 'button' ? ['basic', 'full'] : ['basic'];
}
