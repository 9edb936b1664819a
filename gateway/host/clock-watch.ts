import type { Clock } from '../ports/host.ts';

const everyMs = 5_000;
const smallestMs = 2_000;

/**
 * Tells when wall time has moved by more than the time that passed: it was set, corrected in one step, or the machine slept.
 * Nothing here relies on wall time alone, so that it is told and nothing else. The answer ends it.
 */
export function watchClock(clock: Clock, jumped: (byMs: number) => void): () => void {
  let apartMs = clock.now() - clock.monotonicMs();
  let cancel = next();

  function next(): () => void {
    return clock.after(everyMs, () => {
      const nowApartMs = clock.now() - clock.monotonicMs();
      const byMs = Math.round(nowApartMs - apartMs);
      apartMs = nowApartMs;
      if (Math.abs(byMs) >= smallestMs) jumped(byMs);
      cancel = next();
    });
  }
  return () => cancel();
}
