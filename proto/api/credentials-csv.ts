import type { RegisteredDevice } from './devices.ts';

/** The columns of a file of credentials, in their order. Keeping it secret is up to whoever has it. */
export const credentialColumns = ['serial', 'model', 'deviceId', 'secret', 'labelCode', 'gatewayPublicKey'] as const;

/**
 * What newly registered devices must be given, as CSV (RFC 4180: CRLF, quotes where needed). A cell that a spreadsheet would
 * take for a formula begins with an apostrophe (OWASP "CSV Injection"): programs that read the file take one leading
 * apostrophe away. No value begins with one by itself.
 */
export function credentialsCsv(registered: readonly RegisteredDevice[]): string {
  const rows = registered.map(({ device, secret, labelCode, gatewayPublicKey }) => {
    const values = {
      serial: device.serial,
      model: device.model,
      deviceId: device.id,
      secret,
      labelCode,
      gatewayPublicKey,
    };
    return credentialColumns.map((column) => values[column]);
  });
  return [credentialColumns, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** One cell: never a formula, quoted where RFC 4180 asks for it. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
