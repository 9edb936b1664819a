import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.ts';
import { findMosquitto } from '../../support/programs.ts';
import { endProcess, serverCore, spawnPinned, spawnScript } from '../pinned-process.ts';
import type { PeerReady } from './listen.ts';

export interface Server {
  readonly pid: number;
  readonly port: number;
  close(): Promise<void>;
}
export interface Peer extends Server, PeerReady {
  collectGarbage(): Promise<void>;
}

/** One of the peers in this folder, on the server's core. */
export async function startPeer(
  name: 'bare' | 'hand' | 'aedes' | 'aedes-rows',
  args: readonly string[] = [],
): Promise<Peer> {
  const file = new URL(`${name}-process.ts`, import.meta.url);
  const { child, ready } = await spawnScript(file, args, { core: serverCore });
  return {
    ...(ready as PeerReady),
    pid: child.pid ?? 0,
    collectGarbage: async () => {
      const collected = once(child, 'message');
      child.send('collect');
      await collected;
    },
    close: () => endProcess(child),
  };
}

/** Debian's Mosquitto as it is configured by nobody, but for its port; undefined: it is not installed. */
export async function startMosquitto(folder: string): Promise<Server | undefined> {
  const program = findMosquitto();
  if (program === undefined) return undefined;
  const port = await freePort();
  const file = join(folder, 'mosquitto.conf');
  // Started as root it would become a user that may not read the folder.
  const lines = [`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'persistence false', 'log_type error'];
  writeFileSync(file, [...lines, `user ${userInfo().username}`, ''].join('\n'));
  const child = spawnPinned(program, ['-c', file], { core: serverCore });
  await untilListening(port);
  return { pid: child.pid ?? 0, port, close: () => endProcess(child) };
}

async function untilListening(port: number): Promise<void> {
  for (let left = 50; left > 0; left -= 1) {
    const socket = connect(port, '127.0.0.1');
    const isUp = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Mosquitto does not listen');
}
