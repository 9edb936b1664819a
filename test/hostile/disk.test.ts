import Database from 'better-sqlite3';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
  readdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGateway } from '../../gateway/main.ts';
import { keptFrames } from '../support/database.ts';
import { findProgram } from '../support/programs.ts';
import { freePort } from '../support/free-port.ts';
import { placeholderPages } from '../support/gateway-kit.ts';
import { type FleetDevice, makeFleet } from '../support/granted-fleet.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { WireDevice } from '../support/wire-device.ts';
import { metrics } from './ground.ts';

const program = fileURLToPath(new URL('../../gateway/start.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const [shell, mount, unmount] = [findProgram(['sh']), findProgram(['mount']), findProgram(['umount'])];

/** The program as an operator starts it: how it ended, and what it said to a person. */
async function start(options: {
  readonly dataFolder: string;
  readonly uid?: number;
  readonly filesOf0Bytes?: boolean;
}) {
  const { dataFolder, uid, filesOf0Bytes } = options;
  const node = [process.execPath, '--import', 'tsx', program];
  // A signal would end it: files that may not grow are to be an error, as a full disk is.
  const limited = ['sh', '-c', 'trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh', ...node];
  const [command = '', ...args] = filesOf0Bytes ? limited : node;
  const env = {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    NODE_ENV: 'production',
    DIAG_DEMO: 'false',
    DIAG_DATA_FOLDER: dataFolder,
    DIAG_HTTP_PORT: String(await freePort()),
    DIAG_MQTT_PORT: String(await freePort()),
    DIAG_LOG_LEVEL: 'silent',
  };
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let [said, logged] = ['', ''];
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => (logged += bytes.toString()));
  const late = setTimeout(() => child.kill('SIGKILL'), 90_000);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(late);
  return { code, said, logged };
}

/** A sentence for a person: no stack, no more than a line or two. */
function expectSentence({ code, said }: { readonly code: number | null; readonly said: string }, about: RegExp): void {
  expect(code, said).toBe(2);
  expect(said).toMatch(about);
  expect(said).not.toMatch(/^\s+at /m);
  expect(said).not.toContain('undefined');
  expect(said.trim().split('\n').length, said).toBeLessThanOrEqual(2);
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Of every file beneath it that holds anything: not of an empty one, of SQLite's index of its log, or of who uses the folder. */
function contents(dataFolder: string): Readonly<Record<string, string>> {
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.lock$|-shm$/.test(name))
    .filter((name) => statSync(join(dataFolder, name)).isFile() && statSync(join(dataFolder, name)).size > 0);
  return Object.fromEntries(files.sort().map((name) => [name, hash(readFileSync(join(dataFolder, name)))]));
}

let folder: string;
/** A data folder as a gateway that was ended leaves it; and as one that was killed does, with its log beside the database. */
let ended: string;
let killed: string;
const copy = (of: string, name: string): string => {
  const to = join(folder, name);
  rmSync(to, { recursive: true, force: true });
  cpSync(of, to, { recursive: true });
  return to;
};
const settingsFor = async (dataFolder: string) => ({
  ...ground.settings,
  dataFolder,
  httpPort: await freePort(),
  mqttPort: await freePort(),
});
let ground: GatewayGround;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diag-disk-'));
  chmodSync(folder, 0o755);
  ground = await GatewayGround.prepare();
  await ground.within(async ({ app }) => {
    await makeFleet(app, { devices: 20, granted: true });
    killed = copy(ground.settings.dataFolder, 'killed');
    rmSync(join(killed, 'gateway.lock'));
  });
  ended = copy(ground.settings.dataFolder, 'ended');
}, 60_000);
afterAll(async () => {
  await ground.clean();
  rmSync(folder, { recursive: true });
  // What tsx keeps for a user who was made up here.
  if (isRoot) rmSync(join(tmpdir(), `tsx-${nobody}`), { recursive: true, force: true });
});

function overwrite(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(3_000, 0x5a), 0, 3_000, at);
  closeSync(handle);
}
const page = 4_096;

describe('a database that is damaged', () => {
  const damages: readonly (readonly [string, () => string, (file: string) => void])[] = [
    ['in its header', () => ended, (file) => overwrite(file, 0)],
    ['in the middle', () => ended, (file) => overwrite(file, page * 5)],
    [
      'in the middle of many pages',
      () => ended,
      (file) => {
        for (let n = 2; n < 12; n += 1) overwrite(file, page * n);
      },
    ],
    ['by being cut off', () => ended, (file) => writeFileSync(file, readFileSync(file).subarray(0, page * 6 + 100))],
    [
      'and was being written when its gateway was killed',
      () => killed,
      (file) => {
        for (let n = 2; n < 12; n += 1) overwrite(file, page * n);
      },
    ],
    [
      'and is something else',
      () => ended,
      (file) => writeFileSync(file, 'This is a letter to somebody.\n'.repeat(400)),
    ],
  ];
  it.each(damages)(
    '%s stops the start with a sentence, and stays as it is',
    { timeout: 60_000 },
    async (name, from, damage) => {
      const dataFolder = copy(from(), `damaged ${name}`);
      if (from() === killed)
        expect(existsSync(join(dataFolder, 'diag.sqlite-wal')), 'the control: it left a log').toBe(true);
      damage(join(dataFolder, 'diag.sqlite'));
      const before = contents(dataFolder);
      const refused = startGateway(await settingsFor(dataFolder), { pagesFolder: placeholderPages(folder) });
      await expect(refused).rejects.toThrow(/diag\.sqlite is damaged \(.+\)\. Nothing was changed: put back a backup/);
      expect(contents(dataFolder)).toEqual(before);
    },
  );

  it('can be moved away as the sentence advises: nothing holds it or its folder', async () => {
    const dataFolder = copy(ended, 'moved away');
    overwrite(join(dataFolder, 'diag.sqlite'), 0);
    const pagesFolder = placeholderPages(folder);
    await expect(startGateway(await settingsFor(dataFolder), { pagesFolder })).rejects.toThrow('is damaged');
    renameSync(join(dataFolder, 'diag.sqlite'), join(dataFolder, 'put-away'));
    const gateway = await startGateway(await settingsFor(dataFolder), { pagesFolder });
    expect(gateway.app.book.all()).toEqual([]);
    await gateway.close();
  });

  it('the control: undamaged, both start', async () => {
    for (const from of [ended, killed]) {
      const gateway = await startGateway(await settingsFor(copy(from, `whole ${from.length}`)), {
        pagesFolder: placeholderPages(folder),
      });
      expect(gateway.app.book.all()).toHaveLength(20);
      await gateway.close();
    }
  });
});

describe.concurrent('the program does not start, ends with a code, and says why in a sentence', () => {
  it('because its database is damaged', { timeout: 100_000 }, async () => {
    const dataFolder = copy(ended, 'damaged for start');
    overwrite(join(dataFolder, 'diag.sqlite'), 0);
    const before = contents(dataFolder);
    expectSentence(await start({ dataFolder }), /diag\.sqlite is damaged/);
    expect(contents(dataFolder)).toEqual(before);
  });
  it.skipIf(shell === undefined)('because its disk is full', { timeout: 100_000 }, async () => {
    const dataFolder = copy(ended, 'full at start');
    const before = contents(dataFolder);
    expectSentence(
      await start({ dataFolder, filesOf0Bytes: true }),
      /could not start: the data folder .* cannot be written/,
    );
    expect(contents(dataFolder)).toEqual(before);
  });

  it('because its folder is read-only', { timeout: 100_000 }, async () => {
    const dataFolder = copy(ended, 'read-only');
    for (const name of readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })) {
      if (isRoot) chownSync(join(dataFolder, name), nobody, nobody);
      if (statSync(join(dataFolder, name)).isFile()) chmodSync(join(dataFolder, name), 0o444);
    }
    if (isRoot) chownSync(dataFolder, nobody, nobody);
    chmodSync(dataFolder, 0o555);
    const before = contents(dataFolder);
    // Root may write everything.
    expectSentence(
      await start({ dataFolder, ...(isRoot ? { uid: nobody } : {}) }),
      /could not start: the data folder .* cannot be written/,
    );
    expect(contents(dataFolder)).toEqual(before);
    chmodSync(dataFolder, 0o755);
  });
});

describe('a disk that fills up while the gateway runs', () => {
  const disk = join(tmpdir(), `diag-small-disk-${process.pid}`);
  let mounted = false;
  let small: GatewayGround;
  let fleet: FleetDevice;
  beforeEach(async () => {
    mkdirSync(disk);
    const size = ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk];
    mounted = isRoot && mount !== undefined && unmount !== undefined && spawnSync(mount, size).status === 0;
    if (!mounted) return;
    small = await GatewayGround.prepare('silent', disk);
    [fleet] = (await small.within(({ app }) => makeFleet(app, { devices: 1, granted: true }))) as [FleetDevice];
  });
  afterEach(async () => {
    if (mounted) await small.clean();
    if (mounted && unmount) spawnSync(unmount, [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${small.settings.httpPort}/readyz`);
    return { status: response.status, text: await response.text() };
  };
  const connect = async () => {
    const url = `mqtt://127.0.0.1:${small.settings.mqttPort}`;
    const device = await WireDevice.connect({ url, deviceId: fleet.deviceId, secret: fleet.secret });
    await device.birth(metrics);
    return device;
  };

  it('is named, nothing is acknowledged, nothing is lost, and it goes on when there is room', {
    timeout: 60_000,
  }, async ({ skip }) => {
    if (!mounted) skip('A small disk can be made by root only, and where mounting is allowed');
    await (await small.load()).start();
    const acknowledged: number[] = [];
    let device = await connect();
    const say = async (seq: number) => {
      const sent = device.telemetry({ 1: seq % 100 }, { seq, epoch: fleet.epoch });
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no acknowledgement')), 4_000));
      await Promise.race([sent, late]);
      acknowledged.push(seq);
    };
    for (let seq = 1; seq <= 20; seq += 1) await say(seq);
    expect((await ready()).status).toBe(200);

    const ballast = join(disk, 'ballast');
    for (const size of [1_000_000, 10_000, 100])
      try {
        for (;;) appendFileSync(ballast, Buffer.alloc(size));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
    let seq = 21;
    // What the log of the database has room for already may still be written.
    await expect(async () => {
      for (; seq < 3_000; seq += 1) await say(seq);
    }).rejects.toThrow();
    const down = await ready();
    expect(down.status).toBe(503);
    expect(down.text).toContain('store-writer');
    const before = acknowledged.length;
    expect(acknowledged).toEqual(Array.from({ length: before }, (_, n) => n + 1));

    rmSync(ballast);
    await expect.poll(async () => (await ready()).status).toBe(200);
    expect(device.closed, 'it kept its connection').toBe(false);
    // What was waited for in vain is acknowledged by now, or will be; the device says it again after it was restarted.
    await device.end();
    device = await connect();
    for (const until = seq + 5; seq < until; seq += 1) await say(seq);
    const db = new Database(join(small.settings.dataFolder, 'diag.sqlite'), { readonly: true });
    const seqs = keptFrames(db).map(({ seq }) => seq);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    expect(seqs).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(seqs).size, 'each once').toBe(seqs.length);
    await device.end();
  });
});
