import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface DiskSpace {
  /** What this user may still write, in bytes. */
  readonly free: number;
  readonly whole: number;
  /** Of the files in the folder itself: the database and its log. */
  readonly used: number;
}

/** Rejects when the folder cannot be looked at. */
export async function diskSpace(folder: string): Promise<DiskSpace> {
  const [disk, names] = await Promise.all([statfs(folder), readdir(folder)]);
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  return {
    free: disk.bavail * disk.bsize,
    whole: disk.blocks * disk.bsize,
    used: sizes.reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0),
  };
}
