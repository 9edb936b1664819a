import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCredentials } from './credentials.ts';
import { readOptions } from './options.ts';

const key = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
const good = { deviceId: 'dev-1', serial: 'RV1', model: 'rv-s1', secret: 's', gatewayPublicKey: key };
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-credentials-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
  it('reads what a person would type', () => {
    const line = '--devices 50 --model rv-s1 --seed 7 --fault V01 --fault-after 60 --lang zh-CN --face-port 0';
    expect(readOptions(line.split(' '))).toMatchObject({
      devices: 50,
      seed: 7,
      fault: { id: 'V01', severity: 1, afterS: 60 },
      gateway: 'mqtt://127.0.0.1:1883',
      credentials: 'data/fleet',
      facePort: 0,
      language: 'zh-CN',
    });
  });

  it('takes several models', () => {
    const { modelFiles } = readOptions('--devices 8 --model rv-s1 cam-c1 --seed 2'.split(' '));
    expect(modelFiles.map((file) => file.split('/').at(-1))).toEqual(['rv-s1.yaml', 'cam-c1.yaml']);
  });

  it.each([
    ['--devices none', "option '--devices <n>' argument 'none' is invalid"],
    ['--seed -1', 'It must be a whole number'],
    ['--severity 2', 'It must be a number from 0 to 1'],
    ['--lang fr', 'It must be zh-CN or en'],
    ['--gateway localhost', '--gateway must look like mqtt://127.0.0.1:1883'],
    ['--model ../../etc/passwd', 'there is no model'],
    ['--modle rv-s1', "unknown option '--modle'"],
  ])('answers %s with a sentence', (line, sentence) => {
    expect(() => readOptions(line.split(' '))).toThrow(sentence);
  });
});

describe('credentials', () => {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('are read, the key as registration gives it: raw, base64url', () => {
    const path = write('a.json', JSON.stringify({ ...good, labelCode: 'K7QP' }));
    expect(loadCredentials(folder)).toMatchObject([{ deviceId: 'dev-1', labelCode: 'K7QP', brand: undefined }]);
    rmSync(path);
  });

  it('that are not there: says how to get them', () => {
    expect(() => loadCredentials(join(folder, 'none'))).toThrow(/npm start.*POST \/api\/v1\/devices/);
  });

  it.each([
    ['half a file', '{"deviceId":', 'x.json: not valid JSON'],
    ['a list', '[]', 'x.json: the file must be a mapping'],
    ['no secret', JSON.stringify({ ...good, secret: undefined }), 'x.json: secret must be a text'],
    [
      'a foreign key',
      JSON.stringify({ ...good, gatewayPublicKey: 'AAAA' }),
      'x.json: gatewayPublicKey must be an Ed25519',
    ],
    ['a device id that is a wildcard', JSON.stringify({ ...good, deviceId: 'a/#' }), 'x.json: deviceId must be'],
  ])('with %s: file and field', (_, text, sentence) => {
    const path = write('x.json', text);
    expect(() => loadCredentials(folder)).toThrow(sentence);
    rmSync(path);
  });

  it('of one device in two files are refused', () => {
    const paths = ['1.json', '2.json'].map((name) => write(name, JSON.stringify(good)));
    expect(() => loadCredentials(folder)).toThrow('device id dev-1 is in two files');
    for (const path of paths) rmSync(path);
  });
});
