import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../gateway/pack-main.ts', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
  cpSync(fileURLToPath(new URL('sound', import.meta.url)), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...words: string[]) =>
  new Promise<{ readonly code: number; readonly lines: readonly string[] }>((resolve) => {
    const args = ['--import', 'tsx', command, ...words, '--folder', folder];
    execFile(process.execPath, args, { timeout: 60_000 }, (error, out) => {
      resolve({ code: error ? Number(error.code) : 0, lines: out.trim().split('\n') });
    });
  });

it('`pack test` plays each case, says file, line and what came out of one that fails, and ends with 1', async () => {
  const file = join(folder, 'toy', 'toy-1', 'cases.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{fault: T02, at_least: 0.5}', '{faults: [T01, T02]}'));
  const { code, lines } = await run('test', 'toy-1');
  expect(code).toBe(1);
  expect(lines).toContainEqual(expect.stringMatching(/^ok {4}toy-1 {2}A hair on the left motor {2}\d+\.\d ms$/));
  expect(lines).toContainEqual(expect.stringMatching(/^FAIL {2}toy-1 {2}The motor takes no current {2}/));
  expect(lines.slice(-3)).toEqual([
    expect.stringMatching(/^4 cases in \d+ ms, 1 failed\.$/),
    expect.stringMatching(
      /^toy\/toy-1\/cases\.yaml:16: .* expects T01 and T02 with 50 % or more: it gives T02 \d+ %, /,
    ),
    '1 models, 1 problems.',
  ]);
}, 60_000);
