import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A gateway that runs has the folder. */
export class FolderInUse extends Error {
  readonly holder: number;

  constructor(folder: string, holder: number) {
    super(`another gateway (process ${holder}) uses the data folder ${folder}.`);
    this.holder = holder;
  }
}

/**
 * One gateway a data folder: a Stop that one of two hears would not end what the other shows. The file holds the process id;
 * one that a killed process left behind is taken over. The answer releases it.
 * @throws with a sentence when a gateway that still runs holds it, or it cannot be written
 */
export function lockFolder(folder: string): () => void {
  const file = lockIn(folder);
  try {
    makeFolder(folder);
    const holder = leftBehind(file);
    if (holder !== undefined && runs(holder)) throw new FolderInUse(folder, holder);
    writeFileSync(file, String(process.pid), { flag: holder === undefined ? 'wx' : 'w', mode: 0o600 });
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Error(`the data folder ${folder} cannot be written (${message}).`, { cause: error });
  }
  return () => rmSync(file, { force: true });
}

/** Whether the gateway before never gave the folder back: it was killed, or the machine fell. Asked before it is locked. */
export function endedUncleanly(folder: string): boolean {
  return existsSync(lockIn(folder));
}

/** Not by `recursive`: Node 20 then tries for ever where the file system takes no folder (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(resolve(folder)));
  mkdirSync(folder, { mode: 0o700 });
}

function lockIn(folder: string): string {
  return join(folder, 'gateway.lock');
}

/** The process that took the folder and never gave it back; undefined: there is none. */
function leftBehind(file: string): number | undefined {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** In a container every gateway is process 1: one's own number was left there by the one before. */
function runs(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
