import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';
import { debuglog } from 'node:util';

const debug = debuglog('diag-store');
const workMs = 4;
const restMs = 1;

/**
 * For a worker thread at its start: whatever else of this process wants the core goes first, `steps` of nice below it. On Linux
 * a priority is a thread's own (setpriority(2), "C library/kernel differences"); elsewhere it would be the whole process's, so that
 * nothing is set, which NODE_DEBUG=diag-store tells. False: it was not set.
 */
export function stepBack(steps: number): boolean {
  try {
    if (process.platform !== 'linux') throw new Error(`${process.platform} has no priority of one thread`);
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, Math.min(constants.priority.PRIORITY_LOW, getPriority(thread) + steps));
    return true;
  } catch (error) {
    // A sandbox may have neither /proc nor the call: it is a courtesy, and nothing rests on it.
    debug('a thread in the background keeps its priority: %s', error);
    return false;
  }
}

/** To be called between small pieces of work: a thread that could not step back leaves the core for a moment now and then. */
export function breather(isBack: boolean): () => void {
  if (isBack) return () => undefined;
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  let sinceMs = performance.now();
  return () => {
    if (performance.now() - sinceMs < workMs) return;
    Atomics.wait(nobody, 0, 0, restMs);
    sinceMs = performance.now();
  };
}
