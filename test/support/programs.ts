import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of these programs that can be run: a bare name is looked up in PATH. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find(isExecutable);
}

/** Debian's MQTT client, package `mosquitto-clients`. */
export function findMosquittoPub(): string | undefined {
  return findProgram(['mosquitto_pub']);
}

/** Debian's MQTT broker, package `mosquitto`: a home's broker that bridges to the gateway. */
export function findMosquitto(): string | undefined {
  return findProgram(['mosquitto', '/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto']);
}

/** Makes certificates for tests. */
export function findOpenssl(): string | undefined {
  return findProgram(['openssl']);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
