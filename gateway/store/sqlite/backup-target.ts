import { closeSync, existsSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { NotDone } from './not-done.ts';
import { applicationId } from './open-database.ts';

/** What the program keeps in its data folder, and finds there by these names. */
const own = /^(diag\.sqlite.*|gateway\.lock|keys|sim|fleet|valetudo)$/;
const nothing = 'Nothing was written.';

/**
 * Where a backup may be written: a name that is free or, with `force`, an earlier database of this program.
 * @returns the path, absolute
 * @throws NotDone
 */
export function targetOf(options: { readonly file: string; readonly to: string; readonly force: boolean }): string {
  const { file, force } = options;
  const asked = resolve(options.to);
  if (!existsSync(dirname(asked))) throw new NotDone(`There is no folder ${dirname(asked)}. ${nothing}`);
  const to = join(realpathSync(dirname(asked)), basename(asked));
  const [first = '', ...below] = relative(realpathSync(dirname(file)), to).split(sep);
  if (isDatabase(to, file) || own.test(first))
    throw new NotDone(
      below.length === 0 && first.startsWith('diag.sqlite')
        ? `${asked} is a name of the gateway’s own database: name another file. ${nothing}`
        : `${asked} is the gateway’s own: name another file. ${nothing}`,
    );
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (there === undefined) return asked;
  if (there.isDirectory()) throw new NotDone(`${asked} is a folder: name a file in it. ${nothing}`);
  if (!there.isFile()) throw new NotDone(`${asked} is no regular file, and is not replaced. ${nothing}`);
  if (!force)
    throw new NotDone(`${asked} is there already: name another file, or say --force to replace it. ${nothing}`);
  if (!isOurs(to)) throw new NotDone(`${asked} is no backup, and is not replaced: name another file. ${nothing}`);
  return asked;
}

/** Also by another name, where the data folder holds a link to it. */
function isDatabase(to: string, file: string): boolean {
  return ['', '-wal', '-shm'].some((companion) => {
    const one = `${file}${companion}`;
    return existsSync(one) && existsSync(to) && realpathSync(one) === realpathSync(to);
  });
}

/** By the head of the file, without opening it as a database (SQLite file format, 1.3). */
function isOurs(path: string): boolean {
  const head = Buffer.alloc(100);
  const handle = openSync(path, 'r');
  try {
    if (readSync(handle, head, 0, head.length, 0) < head.length) return false;
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === applicationId;
}
