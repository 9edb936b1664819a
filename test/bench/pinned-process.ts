import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { findProgram } from '../support/programs.ts';

/** The server has one core, all its threads together; the load generator the other. */
export const serverCore = 0;
export const loadCore = 1;

/** A program of Node's starts four helper threads for V8, whatever cores it has: the server has one, and gets one. */
const helpersOfServer = ['--v8-pool-size=1'];

const taskset = findProgram(['taskset']);
/** Whether the two are kept apart; without it figures are of little worth, and the table says so. */
export const isPinned = taskset !== undefined && cpus().length > 1;

export interface ProcessOptions {
  readonly core: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ipc?: boolean;
}

/** Those that run, for a stop in the midst of it. */
const running = new Set<ChildProcess>();

/** At once, all of them. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export function spawnPinned(program: string, args: readonly string[], options: ProcessOptions): ChildProcess {
  const command = isPinned ? [taskset ?? '', '-c', String(options.core), program, ...args] : [program, ...args];
  const [first = '', ...rest] = command;
  const child = spawn(first, rest, {
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'ignore', 'inherit', ...(options.ipc ? (['ipc'] as const) : [])],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** A TypeScript file as a process of its own; `ready`: what it said first. */
export async function spawnScript(
  file: URL,
  args: readonly string[],
  options: Omit<ProcessOptions, 'ipc'> & { readonly nodeFlags?: readonly string[] },
): Promise<{ readonly child: ChildProcess; readonly ready: unknown }> {
  const helpers = isPinned && options.core === serverCore ? helpersOfServer : [];
  const flags = [...helpers, ...(options.nodeFlags ?? []), '--import', 'tsx', file.pathname];
  const child = spawnPinned(process.execPath, [...flags, ...args], { ...options, ipc: true });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${file.pathname.split('/').at(-1)} ended with ${String(code)}`);
  });
  const [ready] = (await Promise.race([once(child, 'message'), failed])) as unknown[];
  failed.catch(() => undefined);
  return { child, ready };
}

/** This process goes beside the generator, so that what it does from here on costs the server nothing. */
export function leaveServerCore(): void {
  if (isPinned) spawnSync(taskset ?? '', ['-acp', String(loadCore), String(process.pid)], { stdio: 'ignore' });
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}

const ticksASecond = 100;

/** User and system time of all its threads so far, those that have ended too; s. proc(5), /proc/pid/stat. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksASecond;
}

/** Resident memory in bytes. */
export function residentBytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
  return Number(line?.[1] ?? Number.NaN) * 1024;
}

export function openFiles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
