import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { diag } from './generated/codec.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const golden = `${here}vectors/golden/`;
const files = readdirSync(golden);
const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));

/** One codec class of the generated code. */
interface Codec {
  fromObject(object: object): object;
  toObject(message: object, options: object): object;
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
}
function codecOf(name: string): Codec {
  const codec = (diag as unknown as Record<string, Codec | undefined>)[typeName(name)];
  if (codec === undefined) throw new Error(`The codec knows no message ${typeName(name)}`);
  return codec;
}
const typeName = (name: string) => name.split('.')[0] ?? '';
const bin = (name: string) => readFileSync(`${golden}${name}.bin`);
const json = (name: string) => JSON.parse(readFileSync(`${golden}${name}.json`, 'utf8')) as Record<string, unknown>;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('golden pairs', () => {
  it.each(names)('%s: the JSON encodes to the bytes', (name) => {
    const codec = codecOf(name);
    expect(hex(codec.encode(codec.fromObject(json(name))).finish())).toBe(hex(bin(name)));
  });

  it.each(names)('%s: the bytes decode to the JSON', (name) => {
    const codec = codecOf(name);
    const inJson = { longs: String, enums: String, bytes: String, json: true };
    expect(codec.toObject(codec.decode(bin(name)), inJson)).toEqual(json(name));
  });

  it('come in pairs', () => {
    expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.bin`, `${name}.json`]).toSorted());
  });
});

describe('golden pairs cover the wire contract', () => {
  const schemas = ['device.proto', 'control.proto', 'live.proto'].map((file) => readFileSync(here + file, 'utf8'));
  const messages = schemas
    .flatMap((schema) => protobuf.parse(schema).root.lookup('diag') as protobuf.Namespace)
    .flatMap((namespace) => namespace.nestedArray)
    .filter((it) => it instanceof protobuf.Type);

  it('knows the messages', () => {
    expect(messages.map((message) => message.name)).toEqual(expect.arrayContaining(['Birth', 'LiveLease', 'Delta']));
    expect(messages).toHaveLength(schemas.join('\n').match(/^ *message /gm)?.length ?? 0);
  });

  it.each(messages.map((message) => [message.name, message] as const))('%s: every field of it', (name, message) => {
    const pairs = names.filter((it) => typeName(it) === name);
    expect(pairs.length).toBeGreaterThan(0);
    const seen = new Set(pairs.flatMap((pair) => Object.keys(json(pair))));
    expect(message.fieldsArray.map((field) => field.name).filter((field) => !seen.has(field))).toEqual([]);
  });
});

describe('the bytes, checked by hand against the protobuf encoding', () => {
  const at = '809487aae433'; // varint of 1779278400000

  it('Header: fixed64 little-endian, then varints', () => {
    expect(hex(bin('Header'))).toBe(`09157c4a7fb979379e102a180720${at}`);
  });

  it('Header: a boot id of all ones is kept', () => {
    expect(hex(bin('Header.backlog')).slice(0, 18)).toBe('09ffffffffffffffff');
    expect(json('Header.backlog')['bootId']).toBe('18446744073709551615');
  });

  it('Telemetry: packed columns; NaN is a quiet NaN', () => {
    expect(hex(bin('Telemetry'))).toContain('12040102ac02'); // field 2, 4 bytes: 1, 2, 300
    expect(hex(bin('Telemetry.not-measurable'))).toContain('1a20000000000000f87f'); // field 3, 32 bytes
  });

  it('StopSharing: a member of a oneof that is empty is still said', () => {
    expect(hex(bin('ConsentAction.stop'))).toBe('1200');
  });
});
