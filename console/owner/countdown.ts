/** Two clocks read at once, both in ms: `mono` never jumps but may sleep with the phone, `wall` never sleeps but may be set. */
export interface Now {
  readonly mono: number;
  readonly wall: number;
}

/** A moment in the future on both clocks; the earlier of the two counts, so that a countdown never promises too much. */
export interface Deadline {
  readonly mono: number;
  readonly wall: number;
}

/** How far two answers of the server may disagree (network delay) before the shown countdown is corrected, ms. */
const jitterMs = 1500;

export function deadlineAfter(ms: number, now: Now): Deadline {
  return { mono: now.mono + ms, wall: now.wall + ms };
}

/** Keeps a countdown from twitching with the delay of each answer: only a real change replaces what is shown. */
export function steadied(shown: Deadline | null, next: Deadline | null): Deadline | null {
  if (shown === null || next === null) return next;
  const near = Math.abs(shown.mono - next.mono) < jitterMs && Math.abs(shown.wall - next.wall) < jitterMs;
  return near ? shown : next;
}

/** @returns ms left, never below 0 */
export function remainingMs(deadline: Deadline, now: Now): number {
  return Math.max(0, Math.min(deadline.mono - now.mono, deadline.wall - now.wall));
}

/** `m:ss`, or `h:mm:ss` from one hour; rounded up, so that 0:00 is read only when it is over. */
export function clockFace(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
