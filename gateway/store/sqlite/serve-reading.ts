import type Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { breather, stepBack } from './in-background.ts';
import { openForReading } from './open-database.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

interface Serving<Answer> {
  /** So many steps of nice behind the threads that somebody waits for; 0 unless told. */
  readonly background?: number;
  /** Buffers of an answer that are handed over instead of being copied. */
  readonly give?: (answer: Answer) => readonly ArrayBuffer[];
}

/**
 * For a worker thread: answers what it is asked, over a connection that cannot write. `breathe`: to be called between pieces of
 * work of some ms.
 */
export function serveReading<Ask, Answer = unknown>(
  prepare: (db: Database.Database, breathe: () => void) => (ask: Ask) => Answer,
  { background = 0, give = () => [] }: Serving<Answer> = {},
): void {
  const port = parentPort;
  if (!port) throw new Error('This file is started by the store, as a thread');
  const say = (message: FromThread, given: readonly ArrayBuffer[] = []) => port.postMessage(message, given);
  const db = openForReading((workerData as ThreadStart).file);
  const answer = prepare(db, breather(background === 0 || stepBack(background)));
  port.on('message', (message: ToThread<Ask>) => {
    if ('close' in message) {
      db.close();
      port.close();
      return;
    }
    const { id, ask } = message;
    try {
      const told = answer(ask);
      say({ id, answer: told }, give(told));
    } catch (error) {
      say({ id, fault: String(error) });
    }
  });
  say({ ready: true });
}
