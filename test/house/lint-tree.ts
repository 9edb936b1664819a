import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** What the project's linter, with the project's own configuration, finds in a temporary tree of these files. */
export async function lintTree(files: readonly (readonly [path: string, text: string])[]): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-tree-'));
  try {
    for (const name of ['.oxlintrc.json', 'test/house/folder-rules.js']) {
      await cp(join(root, name), join(folder, name));
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await oxlint(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

/** It exits with 1 when it finds something, so only output that is no report is an error. */
function oxlint(cwd: string): Promise<readonly Finding[]> {
  const program = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '-f', 'json'], { cwd, maxBuffer: 1 << 26 }, (_error, stdout, stderr) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as OxlintReport;
        resolve(
          diagnostics.map(({ code, message, filename, labels }) => {
            return { code, message, file: filename, line: labels[0]?.span.line };
          }),
        );
      } catch {
        reject(new Error(`oxlint said: ${stdout}${stderr}`));
      }
    });
  });
}
