import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../../gateway/main.ts';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { keptFrames } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { placeholderPages } from '../support/gateway-kit.ts';
import { FaultGround } from './fault-ground.ts';

const pageBytes = 4_096;
/** Of each frame of SQLite's log, before its page. */
const logFrameBytes = 24 + pageBytes;

let folder: string;
/** A data folder as a gateway that was killed leaves it: the last commits are in the log alone. */
let killed: string;
/** One that was closed: all is in the database. */
let closed: string;
let settings: FaultGround['settings'];
let everything: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diag-page-'));
  const ground = await FaultGround.open();
  settings = ground.settings;
  // At least two commits, however many of the messages came together.
  for (let time = 0; time < 2; time += 1) await ground.publish(20).all;
  everything = ground.stored();
  killed = join(folder, 'killed');
  cpSync(settings.dataFolder, killed, { recursive: true });
  rmSync(join(killed, 'gateway.lock'), { force: true });
  await ground.gateway.close();
  closed = join(folder, 'closed');
  cpSync(settings.dataFolder, closed, { recursive: true });
  await ground.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copy = (from: string, name: string): string => {
  const to = join(folder, name);
  cpSync(from, to, { recursive: true });
  return to;
};
const start = async (dataFolder: string) =>
  startGateway(
    { ...settings, dataFolder, httpPort: await freePort(), mqttPort: await freePort() },
    { pagesFolder: placeholderPages(folder) },
  );
function stored(dataFolder: string): readonly string[] {
  const db = openForReading(join(dataFolder, 'diag.sqlite'));
  try {
    return keptFrames(db)
      .map(({ viewId, seq }) => `${viewId} ${String(seq)}`)
      .sort();
  } finally {
    db.close();
  }
}

describe('a last page that is damaged', () => {
  it('in the log, as a killed machine leaves it: that commit is not there, all before it is, and the gateway starts', async () => {
    const dataFolder = copy(killed, 'torn log');
    const log = join(dataFolder, 'diag.sqlite-wal');
    expect(existsSync(log), 'it left a log').toBe(true);
    truncateSync(log, statSync(log).size - logFrameBytes / 2);
    const gateway = await start(dataFolder);
    expect(gateway.app.book.all()).toHaveLength(3);
    await gateway.close();
    const left = stored(dataFolder);
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(everything.length);
    expect(everything, 'nothing that was never sent').toEqual(expect.arrayContaining([...left]));
    expect(new Set(left).size).toBe(left.length);
  });

  it('the control: with a whole log everything is there', async () => {
    const dataFolder = copy(killed, 'whole log');
    const gateway = await start(dataFolder);
    await gateway.close();
    expect(stored(dataFolder)).toEqual(everything);
  });

  it('of the database stops the start with a sentence, and nothing is changed', async () => {
    const dataFolder = copy(closed, 'last page');
    const file = join(dataFolder, 'diag.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, bytes.length - pageBytes);
    writeFileSync(file, bytes);
    await expect(start(dataFolder)).rejects.toThrow(/diag\.sqlite is damaged \(.+\)\. Nothing was changed/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('that is missing does so too', async () => {
    const dataFolder = copy(closed, 'cut page');
    const file = join(dataFolder, 'diag.sqlite');
    truncateSync(file, statSync(file).size - pageBytes);
    await expect(start(dataFolder)).rejects.toThrow(/diag\.sqlite is damaged/);
  });

  it('the control: undamaged it starts, with all that was acknowledged', async () => {
    const dataFolder = copy(closed, 'sound');
    await (await start(dataFolder)).close();
    expect(stored(dataFolder)).toEqual(everything);
  });
});
