import { readFileSync } from 'node:fs';

/**
 * A stopwatch, in ms, for what this program itself takes: for how long the machine kept its main thread waiting for a core,
 * as others were at work, does not count. Linux says so (proc(5), `schedstat`); elsewhere it is simply the time that passes.
 */
export function ownTime(): () => number {
  const [beganMs, waitedMs] = [performance.now(), waitedForCoreMs()];
  return () => performance.now() - beganMs - (waitedForCoreMs() - waitedMs);
}

/** The second number is in ns. */
export function waitedForCoreMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
