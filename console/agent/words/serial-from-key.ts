/** proto/api/devices.ts `Serial`. */
const serial = /^[A-Za-z0-9._-]{4,40}$/;

/** A device's key on its link as a serial number to begin with; empty where it does not fit the pattern. */
export function serialFromKey(key: string): string {
  return serial.test(key) ? key : '';
}
