/** Worker thread: the only connection that writes. Whatever it throws ends it; its supervisor starts another. */
import { parentPort, workerData } from 'node:worker_threads';
import { StoreUnusable } from '../store-errors.ts';
import { openForWriting } from './open-database.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';
import { dropsTheLast, type Job, prepareBatch, truncateLog } from './write-batch.ts';

const logRetryMs = 100;
const port = parentPort;
if (!port) throw new Error('writer-thread.ts is started by the store, as a thread');
const say = (message: FromThread) => port.postMessage(message);

try {
  serve(openForWriting(workerData as ThreadStart));
} catch (error) {
  if (!(error instanceof StoreUnusable)) throw error;
  say({ unusable: error.code, reason: error.message });
}

function serve(db: ReturnType<typeof openForWriting>): void {
  const write = prepareBatch(db);
  let retry: NodeJS.Timeout | undefined;
  const emptyLog = () => {
    clearTimeout(retry);
    retry = truncateLog(db) ? undefined : setTimeout(emptyLog, logRetryMs);
  };

  port?.on('message', (message: ToThread<readonly Job[]>) => {
    if ('close' in message) {
      clearTimeout(retry);
      truncateLog(db);
      db.close();
      port.close();
      return;
    }
    const answer = write(message.ask);
    say({ id: message.id, answer });
    if (dropsTheLast(answer)) emptyLog();
  });
  // What a thread before this one may have left.
  emptyLog();
  say({ ready: true });
}
