import { mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../gateway/store/sqlite/thread-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'programs');
const made = new Map<string, Promise<string>>();

/**
 * A program of this project as one file of JavaScript, made of the sources as they are now: a process that loads it has
 * loaded in a second less than one that loads hundreds of TypeScript files, each by way of tsx. How people start programs
 * (`--import tsx`) is what the tests of these commands are for.
 *
 * @param program path from the root of the project
 */
export function oneFile(program: string): Promise<string> {
  const known = made.get(program) ?? put(program);
  made.set(program, known);
  return known;
}

async function put(program: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const name = program.replaceAll('/', '-').replace(/\.ts$/, '.mjs');
  const own = join(folder, `${process.pid}-${basename(name)}`);
  await bundle({ absWorkingDir: root, entryPoints: [program], outfile: own, format: 'esm' });
  // Another process may be at the same: whoever loads it sees one of them, whole.
  renameSync(own, join(folder, name));
  return join(folder, name);
}
