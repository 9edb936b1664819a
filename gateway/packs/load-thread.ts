/** Worker thread: reads a folder of packs and plays their cases, so that a gateway at work is not held up by it. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkPacks } from './check-packs.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(checkPacks(workerData as string));
