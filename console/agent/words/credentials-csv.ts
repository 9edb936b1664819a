import type { RegisteredDevice } from '../../../proto/api/devices.ts';

const columns = ['serial', 'model', 'device_id', 'secret', 'label_code', 'gateway_public_key'] as const;

/** What newly registered devices must be given, one a line (RFC 4180), with a byte order mark for spreadsheets. */
export function credentialsCsv(registered: readonly RegisteredDevice[]): string {
  const rows = registered.map(({ device, secret, labelCode, gatewayPublicKey }) => [
    device.serial,
    device.model,
    device.id,
    secret,
    labelCode,
    gatewayPublicKey,
  ]);
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Spreadsheets take = + - @ and what begins with a control character for a formula (OWASP "CSV Injection"). */
export function cell(text: string): string {
  const tamed = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tamed) ? `"${tamed.replaceAll('"', '""')}"` : tamed;
}
