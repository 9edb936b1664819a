import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId } from '../../gateway/domain/ids.ts';
import { endGrant } from '../../gateway/app/end-grant.ts';
import { openFileVault } from '../../gateway/host/file-vault.ts';
import { backUp } from '../../gateway/store/sqlite/backup.ts';
import { makeFleet } from '../support/granted-fleet.ts';
import { startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { oneFile } from '../support/one-file.ts';

let kit: TestGateway;
let backup: string;
beforeEach(async () => {
  kit = await startTestGateway({ log: true });
  backup = join(kit.folder, 'backup.sqlite');
});
afterEach(async () => kit.close());

/** How the command ended, and what it said. `filesOf`: in blocks of 512 bytes, how large a file may grow. */
async function run(
  command: 'backup' | 'restore',
  args: readonly string[],
  { filesOf, dataFolder = kit.settings.dataFolder }: { filesOf?: number; dataFolder?: string } = {},
) {
  const node = [process.execPath, await oneFile(`gateway/${command}-main.ts`), ...args];
  // A signal would end it: files that may not grow are to be an error, as a full disk is.
  const limited = ['sh', '-c', `trap "" XFSZ; ulimit -f ${filesOf}; exec "$@"`, 'sh', ...node];
  const [program = '', ...rest] = filesOf === undefined ? node : limited;
  const env = { ...process.env, DIAG_DATA_FOLDER: dataFolder };
  const child = spawn(program, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

it('backs up while the gateway runs; what is put back has all but the consents, of which some were stopped since', async () => {
  const { gateway } = kit;
  const [first] = await makeFleet(gateway.app, { devices: 2, granted: true });
  const grants = await gateway.app.grants.activeGrants();
  expect(grants).toHaveLength(2);
  expect(await run('backup', [backup])).toMatchObject({
    code: 0,
    said: expect.stringMatching(/\d+ bytes, schema \d+/),
  });
  const stopped = grants[0];
  if (!stopped) throw new Error('no grant');
  await endGrant(gateway.app, stopped.id, { as: 'revoked', reason: 'revoked', actor: 'owner' });

  // This process is the gateway, so that its lock is there; of a running one nothing may be taken.
  const database = join(kit.settings.dataFolder, 'diag.sqlite');
  expect(await run('restore', [backup])).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^A gateway \(process \d+\) uses the data folder/),
  });
  await gateway.close();
  expect(await run('restore', [backup])).toMatchObject({ code: 0, said: expect.stringContaining('is in place') });
  expect(existsSync(join(kit.settings.dataFolder, 'gateway.lock'))).toBe(false);
  await kit.restart();

  const started = kit.log.filter(({ code }) => code === 'started_on_restored_backup');
  expect(started.map(({ text }) => JSON.parse(text) as unknown)).toMatchObject([{ consentsEnded: 2 }]);
  const { app } = kit.gateway;
  expect(await app.grants.activeGrants()).toEqual([]);
  expect(app.book.all()).toEqual([]);
  for (const { id } of grants)
    expect(await app.grants.grant(id)).toMatchObject({ state: 'revoked', endedBy: 'gateway' });
  expect(await app.devices.device(asId(first?.deviceId ?? ''))).toMatchObject({ model: 'rv-s1' });
  expect(await app.audit.verify()).toBe(true);
  expect(existsSync(database)).toBe(true);
});

it('on a full disk neither leaves anything behind, and what was there is as it was; without its keys it is put back with a warning', async () => {
  await makeFleet(kit.gateway.app, { devices: 1, granted: false });
  await kit.gateway.close();
  expect(await run('backup', [backup], { filesOf: 64 })).toMatchObject({
    code: 2,
    said: expect.stringContaining('Nothing was'),
  });
  expect(existsSync(backup)).toBe(false);

  const database = join(kit.settings.dataFolder, 'diag.sqlite');
  backUp({ file: database, to: backup, force: false, at: Date.now() });
  const before = readFileSync(database);
  expect(await run('restore', [backup], { filesOf: 64 })).toMatchObject({
    code: 2,
    said: expect.stringContaining('Nothing was'),
  });
  expect(readFileSync(database).equals(before)).toBe(true);

  const keys = join(kit.settings.dataFolder, 'keys');
  renameSync(keys, join(kit.folder, 'keys'));
  expect(await run('restore', [backup])).toMatchObject({ code: 0, said: expect.stringContaining('There are no keys') });
});

it('a file that is no backup leaves no new data folder behind', async () => {
  writeFileSync(backup, 'minutes '.repeat(999));
  const dataFolder = join(kit.folder, 'new', 'data');
  expect(await run('restore', [backup], { dataFolder })).toMatchObject({
    code: 2,
    said: expect.stringContaining(`${backup} is damaged, and is not put back`),
  });
  expect(existsSync(join(kit.folder, 'new'))).toBe(false);
});

it('a database without its keys, or with others, does not start; with them it does', async () => {
  await makeFleet(kit.gateway.app, { devices: 1, granted: false });
  await kit.gateway.close();
  const keys = join(kit.settings.dataFolder, 'keys');
  const away = join(kit.folder, 'keys');
  renameSync(keys, away);
  await expect(kit.restart()).rejects.toThrow(/pepper\.key is missing/);
  expect(existsSync(keys)).toBe(false);
  openFileVault(keys);
  await expect(kit.restart()).rejects.toThrow(/not those of the database/);
  rmSync(keys, { recursive: true });
  renameSync(away, keys);
  await kit.restart();
  expect(await kit.gateway.app.audit.verify()).toBe(true);
});
