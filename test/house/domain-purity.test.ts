import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintTree } from './lint-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('gateway/domain stays pure', { timeout: 60_000 }, () => {
  it('is refused by the linter with a clock, with randomness or with eval', async () => {
    const findings = await lintTree([
      ['gateway/domain/now.ts', 'export const now = () => Date.now();\n'],
      ['gateway/domain/date.ts', 'export const now = () => new Date();\n'],
      ['gateway/domain/dice.ts', 'export const dice = () => Math.random();\n'],
      ['gateway/domain/eval.ts', `export const two = eval('1 + 1');\n`],
      ['gateway/domain/function.ts', `export const two = new Function('return 2');\n`],
      ['gateway/domain/fine.ts', 'export const later = (now: number) => Math.max(now, 1);\n'],
      ['gateway/http/fine.ts', 'export const now = () => Date.now();\n'],
    ]);
    expect([...new Set(findings.map(({ file, code }) => `${file} ${code}`))].toSorted()).toEqual([
      'gateway/domain/date.ts eslint(no-restricted-globals)',
      'gateway/domain/dice.ts eslint(no-restricted-properties)',
      'gateway/domain/eval.ts eslint(no-eval)',
      'gateway/domain/function.ts eslint(no-new-func)',
      'gateway/domain/function.ts typescript(no-implied-eval)',
      'gateway/domain/now.ts eslint(no-restricted-globals)',
    ]);
  });

  it('does not compile with Node, timers or the DOM', () => {
    const impure = ['process.pid', 'setTimeout(() => {}, 1)', 'document.title', 'console.log(1)', 'structuredClone(1)'];
    const pure = ['Math.max(1, 2)', '[2, 1].toSorted()', '1n'];
    expect(compileInDomain(impure)).toEqual(impure);
    expect(compileInDomain(pure)).toEqual([]);
  });
});

/** The expressions that the compiler refuses in a file of gateway/domain, under the project's own configuration. */
function compileInDomain(expressions: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'domain-purity-'));
  try {
    const domain = join(folder, 'gateway', 'domain');
    mkdirSync(domain, { recursive: true });
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    cpSync(join(root, 'gateway', 'domain', 'tsconfig.json'), join(domain, 'tsconfig.json'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    expressions.forEach((it, index) =>
      writeFileSync(join(domain, `x${index}.ts`), `export const x = ${it} as unknown;\n`),
    );
    const output = compile(domain);
    return expressions.filter((_, index) => output.includes(`x${index}.ts(`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(project: string): string {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    return execFileSync(process.execPath, [tsc, '-p', project, '--pretty', 'false'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return String((error as { stdout: unknown }).stdout);
  }
}
