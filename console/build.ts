import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildFolder, pageConfig, pages } from './vite.config.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const inputs = ['console', 'proto', 'package-lock.json'].map((name) => join(root, name));
const hashFile = join(buildFolder, '.hash');

/**
 * Builds the agent's and the owner's page into build/console/, unless the SHA-256 of their inputs (console/, proto/ and
 * the lock file) is that of the last build.
 *
 * @param options.force builds also when nothing changed
 * @returns whether anything was built
 * @throws when a page does not compile; the last build is then not trusted again
 */
export async function buildConsole({ force = false }: { force?: boolean } = {}): Promise<{ built: boolean }> {
  const hash = await hashOf(inputs);
  if (!force && (await isBuilt(hash))) return { built: false };
  await rm(hashFile, { force: true });
  // Vite costs 300 ms to load, which a start that builds nothing should not pay.
  const { build } = await import('vite');
  // Test runners set another: the pages would have React's development build in them.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    for (const page of pages) await build(pageConfig(page));
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
  await mkdir(buildFolder, { recursive: true });
  await writeFile(hashFile, `${hash}\n`);
  return { built: true };
}

async function isBuilt(hash: string): Promise<boolean> {
  if (!pages.every((page) => existsSync(join(buildFolder, page, 'index.html'))) || !existsSync(hashFile)) return false;
  return (await readFile(hashFile, 'utf8')).trim() === hash;
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map(filesBelow))).flat().sort();
  const sum = createHash('sha256');
  for (const file of files) {
    const bytes = await readFile(file);
    sum.update(`${relative(root, file).split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return sum.digest('hex');
}

/** A file itself, or every file of a folder that can change a page (tests and what is installed cannot). */
async function filesBelow(path: string): Promise<string[]> {
  if (/\.test\.tsx?$/.test(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [path];
  const below = entries.filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'));
  return (await Promise.all(below.map((entry) => filesBelow(join(path, entry.name))))).flat();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { built } = await buildConsole({ force: process.argv.includes('--force') });
  console.log(built ? 'Console built.' : 'Console is up to date.');
}
