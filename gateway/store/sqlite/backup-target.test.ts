import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreFolder } from '../testing/open-store.ts';
import { refusal } from '../testing/refusal.ts';
import { backUp } from './backup.ts';
import { openForWriting } from './open-database.ts';

let folder: StoreFolder;
let to: string;
beforeEach(() => {
  folder = new StoreFolder();
  to = join(dirname(folder.path), 'backup.sqlite');
});
afterEach(async () => folder.clean());

const fill = () => openForWriting({ file: folder.file, check: false }).close();
const take = (more: { to?: string; force: boolean }) => backUp({ file: folder.file, to, at: 2_000_000, ...more });
const contents = () =>
  readdirSync(folder.path, { withFileTypes: true }).map((one) =>
    one.isDirectory() ? one.name : [one.name, readFileSync(join(folder.path, one.name)).toString('base64')],
  );

test.each([
  ['text', () => writeFileSync(to, 'mine '.repeat(99)), 'no backup'],
  ['an empty file', () => writeFileSync(to, ''), 'no backup'],
  ['another program’s database', () => new Database(to).exec('CREATE TABLE mine (a)').close(), 'no backup'],
  ['a folder', () => mkdirSync(to), 'is a folder'],
  ['a pipe, and no device', () => execFileSync('mkfifo', [to]), 'no regular file'],
  ['a link', () => symlinkSync('/dev/null', to), 'no regular file'],
])('not even --force replaces %s', (_what, make, said) => {
  fill();
  make();
  const before = lstatSync(to);
  expect(refusal(() => take({ force: true }))).toContain(said);
  const after = lstatSync(to);
  expect([after.ino, after.size, after.mtimeMs]).toEqual([before.ino, before.size, before.mtimeMs]);
  expect(readdirSync(dirname(to)).sort()).toEqual(['backup.sqlite', 'data']);
});

test('the gateway’s own files, by whatever name, there or not', () => {
  fill();
  symlinkSync(folder.path, join(dirname(to), 'link'));
  symlinkSync(folder.file, join(folder.path, 'other'));
  mkdirSync(join(folder.path, 'keys'));
  writeFileSync(`${folder.file}.v3`, readFileSync(folder.file));
  const before = contents();
  const names = ['../data/diag.sqlite', '../link/diag.sqlite', 'other', 'diag.sqlite-wal', 'diag.sqlite.v3'];
  for (const name of [...names, 'gateway.lock', 'keys', 'keys/pepper.key'])
    expect([name, refusal(() => take({ to: join(folder.path, name), force: true }))]).toEqual([
      name,
      expect.stringContaining('own'),
    ]);
  expect(contents()).toEqual(before);
});
