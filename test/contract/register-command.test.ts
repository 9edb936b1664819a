import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../proto/api/devices.ts';
import type { ApiClient } from '../support/api-client.ts';
import { firstAdministrator, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { WireDevice } from '../support/wire-device.ts';

const program = fileURLToPath(new URL('../../gateway/register.ts', import.meta.url));
const password = 'correct horse battery';

let kit: TestGateway;
let api: ApiClient;
beforeAll(async () => {
  kit = await startTestGateway();
  api = await firstAdministrator(kit);
}, 60_000);
afterAll(() => kit.close());

const inFolder = (name: string) => join(kit.folder, name);

/** `npm run register` as a person runs it, without a terminal. */
async function run(csv: string, args: readonly string[], env: Record<string, string> = {}) {
  writeFileSync(inFolder('devices.csv'), csv);
  const common = ['--url', kit.gateway.httpUrl, '--user', 'li.wei', '--brand', 'acme'];
  const child = spawn(process.execPath, ['--import', 'tsx', program, inFolder('devices.csv'), ...common, ...args], {
    env: { ...process.env, LC_ALL: 'C', DIAG_PASSWORD: password, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

const cellsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
const registeredSerials = async () => (await api.ok<Device[]>('GET', '/devices')).map(({ serial }) => serial);

describe('npm run register', () => {
  it('registers a file and writes what each device must be given, for its owner’s eyes only', async () => {
    const out = inFolder('first.csv');
    const { code, said } = await run('Serial;Model\r\nRV1A00000001;rv-s1\r\n-V1A00000002;rv-s1\r\n', ['--out', out]);
    expect([code, said]).toEqual([0, expect.stringContaining('2 registered.')]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const [header, first, second] = cellsOf(out);
    expect(header).toEqual(['serial', 'model', 'deviceId', 'secret', 'labelCode', 'gatewayPublicKey']);
    expect([first?.[0], second?.[0]]).toEqual(['RV1A00000001', "'-V1A00000002"]);
    const [, , deviceId = '', secret = ''] = first ?? [];
    const device = await WireDevice.connect({ url: kit.gateway.mqttUrl, deviceId, secret });
    await device.end();
    expect(said).not.toContain(secret);
  });

  it('says what is wrong with each line, registers nothing and leaves no file, unless bad lines may be skipped', async () => {
    const out = inFolder('second.csv');
    const csv = 'serial,model\nRV1A00000003,rv-s1\nRV1A\u001B[2J,rv-s1\nRV1A00000004,none\n';
    const refused = await run(csv, ['--out', out]);
    expect([refused.code, existsSync(out)]).toEqual([1, false]);
    expect(refused.said).toMatch(/^line 3 {2}RV1A\uFFFD\[2J {2}A serial number has/m);
    expect(refused.said).toMatch(/^line 4 {2}RV1A00000004 {2}There is no diagnostic pack/m);
    expect(await registeredSerials()).not.toContain('RV1A00000003');
    const skipped = await run(csv, ['--out', out, '--skip-bad'], { LC_ALL: 'zh_CN.UTF-8' });
    expect([skipped.code, cellsOf(out).length]).toEqual([0, 2]);
    expect(skipped.said).toMatch(/^line 3 .*序列号须为/m);
    expect(await registeredSerials()).toContain('RV1A00000003');
  });

  it('never writes over a file of secrets, and registers nothing then', async () => {
    const out = inFolder('kept.csv');
    writeFileSync(out, 'secrets of before');
    const { code, said } = await run('serial,model\nRV1A00000005,rv-s1\n', ['--out', out]);
    expect([code, said]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(out, 'utf8')).toBe('secrets of before');
    expect(await registeredSerials()).not.toContain('RV1A00000005');
  });

  it.each([
    ['a wrong password', { DIAG_PASSWORD: 'wrong horse battery' }, [], 'Name or password is wrong.'],
    ['a brand of somebody else', {}, ['--brand', 'bolt'], 'No brand of yours is called bolt. Yours are: Acme ('],
    ['plain HTTP to another machine', {}, ['--url', 'http://gateway.example'], 'would go over plain HTTP'],
    ['a place where nothing can be written', {}, ['--out', '/no/such/folder/x.csv'], 'cannot be written'],
  ] as const)(
    'with %s ends with a sentence',
    async (_what, env, args, sentence) => {
      const out = inFolder('none.csv');
      const { code, said } = await run('serial,model\nRV1A00000006,rv-s1\n', ['--out', out, ...args], env);
      expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
      expect(said).not.toMatch(/^\s+at /m);
      expect([existsSync(out), (await registeredSerials()).includes('RV1A00000006')]).toEqual([false, false]);
    },
    30_000,
  );
});
