import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endedUncleanly, lockFolder } from './folder-lock.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'gateway.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('refuses a folder that a running process holds, with a sentence', () => {
  writeFileSync(file, String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`another gateway (process ${process.ppid}) uses the data folder`);
});

it('makes folders in folders, and says in a sentence where none can be made', () => {
  const deep = join(folder, 'a', 'b');
  lockFolder(deep)();
  expect(existsSync(deep)).toBe(true);
  expect(() => lockFolder(join('/proc', 'diag', 'data'))).toThrow(
    'the data folder /proc/diag/data cannot be written (',
  );
});

it('takes over what a killed process left behind, and releases what it took', () => {
  expect(endedUncleanly(folder)).toBe(false);
  writeFileSync(file, '999999999');
  expect(endedUncleanly(folder)).toBe(true);
  const release = lockFolder(folder);
  expect(existsSync(file)).toBe(true);
  release();
  expect(existsSync(file)).toBe(false);
  expect(endedUncleanly(folder)).toBe(false);
});
