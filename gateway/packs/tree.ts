import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of packs by their path below the folder of all packs, with slashes; of texts only. */
export type Tree = ReadonlyMap<string, string>;

/** Reads what may be part of a pack below `folder`; all else, as this program's own files, is left alone. Throws if it cannot. */
export function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.yaml') || /(^|\/)articles\/[^/]+\.md$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
