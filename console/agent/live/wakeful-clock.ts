import { silenceMs } from './freshness.ts';

/** The wall clock running ahead by this much between two looks means that the machine slept, or that somebody set it. */
const leapMs = 5_000;

/**
 * A browser's monotonic clock, ms, that does not sleep through a sleep: `performance.now()` may stand still while the
 * machine sleeps, and what was live before would look live after it. Each leap counts as one silence, so that everything is
 * stale until the next frame; not as its full length, since a wall clock that is set looks the same and must end no session.
 */
export function wakefulClock(clocks: { readonly mono: () => number; readonly wall: () => number }): () => number {
  let leaptMs = 0;
  let before = { mono: clocks.mono(), wall: clocks.wall() };
  return () => {
    const now = { mono: clocks.mono(), wall: clocks.wall() };
    if (now.wall - before.wall - (now.mono - before.mono) > leapMs) leaptMs += silenceMs;
    before = now;
    return now.mono + leaptMs;
  };
}

/** The page's one clock: whatever is compared must have been read from it. */
export const nowMono = wakefulClock({ mono: () => performance.now(), wall: () => Date.now() });
