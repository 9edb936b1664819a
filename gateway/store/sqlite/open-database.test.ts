import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnusable } from '../store-errors.ts';
import { StoreFolder } from '../testing/open-store.ts';
import { admitAnyway, batchOf, battery, everything } from '../testing/records.ts';
import { openForReading, openForWriting } from './open-database.ts';
import { prepareBatch } from './write-batch.ts';

let folder: StoreFolder;
beforeEach(() => {
  folder = new StoreFolder();
});
afterEach(async () => folder.clean());

const open = () => openForWriting({ file: folder.file, check: true });
const mode = (path: string) => statSync(path).mode & 0o777;

test('the folder, the data file and its companions are for the gateway’s user alone', () => {
  const db = open();
  prepareBatch(db)([{ changes: everything }]);
  expect(mode(folder.path)).toBe(0o700);
  const files = readdirSync(folder.path).sort();
  expect(files).toEqual(['diag.sqlite', 'diag.sqlite-shm', 'diag.sqlite-wal']);
  for (const file of files) expect([file, mode(`${folder.path}/${file}`)]).toEqual([file, 0o600]);
  db.close();
});

test('every commit is synchronous FULL, in write-ahead mode, with foreign keys; a reader cannot write', () => {
  const db = open();
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('secure_delete')]).toEqual([
    'wal',
    2,
    1,
    1,
  ]);
  const reader = openForReading(folder.file);
  expect(() => reader.exec('DELETE FROM brands')).toThrow(/readonly/);
  reader.close();
  db.close();
});

test('a first start that was interrupted before its migration is simply a first start', () => {
  mkdirSync(folder.path);
  writeFileSync(folder.file, '');
  const db = open();
  expect(prepareBatch(db)([{ changes: everything }])).toEqual([{ saved: { ok: true } }]);
  db.close();
});

test('a disk that cannot be written is noticed at the start, not at the first commit', () => {
  open().close();
  const foreign = new Database(folder.file);
  foreign.exec('BEGIN IMMEDIATE');
  expect(() => open()).toThrow(/locked/);
  foreign.close();
});

describe('a data file that cannot be used is refused with a sentence, and stays as it was', () => {
  /** What the file was refused for; throws when that is not said properly, or has changed the file. */
  function refusal(): string {
    const before = readFileSync(folder.file);
    try {
      open().close();
    } catch (error) {
      if (!(error instanceof StoreUnusable)) throw error;
      expect([error.file, error.message]).toEqual([folder.file, expect.stringContaining(folder.file)]);
      expect(readFileSync(folder.file).equals(before)).toBe(true);
      return error.code;
    }
    return 'nothing';
  }

  test('not a database at all', async () => {
    mkdirSync(folder.path);
    writeFileSync(folder.file, 'These are the minutes of a meeting. '.repeat(400));
    expect(refusal()).toBe('corrupt');
    const error = { name: 'StoreUnusable', code: 'corrupt', message: expect.stringContaining(folder.file) };
    await expect(folder.open(), 'the whole store says the same').rejects.toMatchObject(error);
    expect(folder.failures).toEqual([]);
  });

  test('a page in the middle overwritten', () => {
    const db = open();
    const frames = Array.from({ length: 500 }, (_, n) => admitAnyway({ seq: n + 1, body: battery('x'.repeat(200)) }));
    prepareBatch(db)([{ changes: everything }, batchOf(frames)]);
    db.close();
    const bytes = readFileSync(folder.file);
    bytes.fill(0xa5, bytes.length - 16 * 4096, bytes.length - 8 * 4096);
    writeFileSync(folder.file, bytes);
    expect(refusal()).toBe('corrupt');
  });

  test('cut short', () => {
    open().close();
    writeFileSync(folder.file, readFileSync(folder.file).subarray(0, 40_000));
    expect(refusal()).toBe('corrupt');
  });

  test('written by a newer version', () => {
    const db = open();
    db.pragma('user_version = 999');
    db.close();
    expect(refusal()).toBe('newer');
  });

  test('a database of some other program', () => {
    mkdirSync(folder.path);
    const db = new Database(folder.file);
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    expect(refusal()).toBe('foreign');
  });
});
