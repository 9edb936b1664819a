/** Worker thread: answers queries over a connection that cannot write. */
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from './open-database.ts';
import { prepareQueries, type Queries } from './queries.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

/** One question, by its name in `Queries`. */
export interface Query {
  readonly name: keyof Queries;
  readonly args: readonly unknown[];
}

const port = parentPort;
if (!port) throw new Error('reader-thread.ts is started by the store, as a thread');
const say = (message: FromThread) => port.postMessage(message);

const db = openForReading((workerData as ThreadStart).file);
const queries = prepareQueries(db) as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

port.on('message', (message: ToThread<Query>) => {
  if ('close' in message) {
    db.close();
    port.close();
    return;
  }
  const { id, ask } = message;
  try {
    say({ id, answer: queries[ask.name]?.(...ask.args) });
  } catch (error) {
    say({ id, fault: String(error) });
  }
});
say({ ready: true });
