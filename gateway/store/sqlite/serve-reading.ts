import type Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from './open-database.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

/** For a worker thread: answers what it is asked, over a connection that cannot write. */
export function serveReading<Ask>(prepare: (db: Database.Database) => (ask: Ask) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error('This file is started by the store, as a thread');
  const say = (message: FromThread) => port.postMessage(message);
  const db = openForReading((workerData as ThreadStart).file);
  const answer = prepare(db);
  port.on('message', (message: ToThread<Ask>) => {
    if ('close' in message) {
      db.close();
      port.close();
      return;
    }
    const { id, ask } = message;
    try {
      say({ id, answer: answer(ask) });
    } catch (error) {
      say({ id, fault: String(error) });
    }
  });
  say({ ready: true });
}
