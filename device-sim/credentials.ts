import type { KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeviceId } from '../proto/topics.ts';
import { Fields, InputProblem } from './fields.ts';
import { readPublicKey } from './wire/operation-token.ts';

/** What registration gave one device; a JSON file each. */
export interface Credentials {
  readonly deviceId: string;
  readonly serial: string;
  readonly model: string;
  readonly secret: string;
  readonly gatewayPublicKey: KeyObject;
  /** Printed on the label. */
  readonly labelCode: string | undefined;
  readonly brand: string | undefined;
}

/** Checks one credentials mapping. Throws InputProblem with file and field. */
export function readCredentials(value: unknown, file: string): Credentials {
  const fields = new Fields({ value, file });
  const deviceId = fields.text('deviceId');
  if (!isDeviceId(deviceId)) throw fields.problem('deviceId', 'must be 1 to 64 letters, digits, _ or -');
  const gatewayPublicKey = readPublicKey(fields.text('gatewayPublicKey'));
  if (!gatewayPublicKey) throw fields.problem('gatewayPublicKey', 'must be an Ed25519 public key (PEM or base64)');
  return {
    deviceId,
    serial: fields.text('serial'),
    model: fields.text('model'),
    secret: fields.text('secret'),
    gatewayPublicKey,
    labelCode: fields.has('labelCode') ? fields.text('labelCode') : undefined,
    brand: fields.has('brand') ? fields.text('brand') : undefined,
  };
}

/** All `*.json` of a folder, by file name. Throws InputProblem when there is none. */
export function loadCredentials(folder: string): readonly Credentials[] {
  const names = listJson(folder);
  if (names.length === 0) {
    throw new InputProblem(
      `There are no device credentials (*.json) in ${folder}. "npm start" seeds demo devices there; for others register ` +
        'each with the gateway (POST /api/v1/devices) and save its answer as one file.',
    );
  }
  const all = names.map((name) => {
    const file = join(folder, name);
    let value: unknown;
    try {
      value = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new InputProblem(`${file}: not valid JSON: ${(error as Error).message}`);
    }
    return readCredentials(value, file);
  });
  const twice = all.find((a, i) => all.findIndex((b) => b.deviceId === a.deviceId) !== i);
  if (twice) throw new InputProblem(`${folder}: device id ${twice.deviceId} is in two files; a device connects once.`);
  return all;
}

function listJson(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}
