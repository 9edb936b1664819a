/**
 * Writes golden/{Message}[.{case}].bin from the .json beside it (protobuf's JSON form: 64-bit integers and enumerations
 * as strings, bytes as base64, NaN as "NaN"). Run by `npm run generate`; a changed .bin is a changed wire contract.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diag } from '../generated/codec.js';

const folder = fileURLToPath(new URL('golden/', import.meta.url));

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const type = diag[file.split('.')[0]];
  const message = type.fromObject(JSON.parse(readFileSync(folder + file, 'utf8')));
  writeFileSync(folder + file.replace(/json$/, 'bin'), type.encode(message).finish());
}
