import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, battery, everything, grant } from '../testing/records.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

const mode = (path: string) => statSync(path).mode & 0o777;

test('the folder, the data file and its companions are for the gateway’s user alone', async () => {
  const store = await folder.open();
  await store.save(everything);
  expect(mode(folder.path)).toBe(0o700);
  const files = readdirSync(folder.path).sort();
  expect(files).toEqual(['diag.sqlite', 'diag.sqlite-shm', 'diag.sqlite-wal']);
  for (const file of files) expect([file, mode(`${folder.path}/${file}`)]).toEqual([file, 0o600]);
});

test('what was written is there at the next start, and only the data file is left between', async () => {
  const first = await folder.open();
  await first.save(everything);
  await first.commit([admitAnyway({ seq: 1 })]);
  await first.close();
  expect(readdirSync(folder.path)).toEqual(['diag.sqlite']);
  const second = await folder.open();
  expect(await second.grant(grant.id)).toEqual(grant);
  expect(await second.framesOfView(grant.viewId)).toHaveLength(1);
});

describe('a data file that cannot be used stops the start with a sentence and stays as it was', () => {
  async function refused(code: string): Promise<void> {
    const before = readFileSync(folder.file);
    const error: unknown = await folder.open().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StoreUnusable', code, file: folder.file });
    expect((error as Error).message).toContain(folder.file);
    expect(readFileSync(folder.file).equals(before)).toBe(true);
    expect(folder.failures).toEqual([]);
  }

  test('not a database at all', async () => {
    mkdirSync(folder.path);
    writeFileSync(folder.file, 'These are the minutes of a meeting. '.repeat(400));
    await refused('corrupt');
  });

  test('a page in the middle overwritten', async () => {
    const store = await folder.open();
    await store.save(everything);
    const frames = Array.from({ length: 500 }, (_, n) => admitAnyway({ seq: n + 1, body: battery('x'.repeat(200)) }));
    await store.commit(frames);
    await store.close();
    const bytes = readFileSync(folder.file);
    bytes.fill(0xa5, bytes.length - 16 * 4096, bytes.length - 8 * 4096);
    writeFileSync(folder.file, bytes);
    await refused('corrupt');
  });

  test('cut short', async () => {
    await (await folder.open()).close();
    writeFileSync(folder.file, readFileSync(folder.file).subarray(0, 40_000));
    await refused('corrupt');
  });

  test('written by a newer version', async () => {
    await (await folder.open()).close();
    const db = new Database(folder.file);
    db.pragma('user_version = 999');
    db.pragma('journal_mode = DELETE');
    db.close();
    await refused('newer');
  });

  test('a database of some other program', async () => {
    mkdirSync(folder.path);
    const db = new Database(folder.file);
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    await refused('foreign');
  });
});

test('a first start that was interrupted before its migration is simply a first start', async () => {
  mkdirSync(folder.path);
  writeFileSync(folder.file, '');
  const store = await folder.open();
  expect(await store.save(everything)).toEqual({ ok: true });
});

test('every commit is synchronous FULL, in write-ahead mode, with foreign keys', async () => {
  const { openForReading, openForWriting } = await import('./open-database.ts');
  const writer = openForWriting({ file: folder.file, check: true });
  const pragma = (name: string) => writer.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('secure_delete')]).toEqual([
    'wal',
    2,
    1,
    1,
  ]);
  const reader = openForReading(folder.file);
  expect(() => reader.exec('DELETE FROM brands')).toThrow(/readonly/);
  reader.close();
  writer.close();
});
