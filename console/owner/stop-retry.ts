export interface StopRetry {
  /** Sends Stop once. @returns true only when the server itself says that the viewing has ended */
  attempt(): Promise<boolean>;
  /** Waits `ms`, or less when the owner taps again. */
  pause(ms: number): Promise<void>;
  /** Called after every attempt that brought no confirmation. */
  onUnconfirmed(): void;
}

/** 0.5 s, 1 s, 2 s, 4 s, then 5 s for ever: a phone coming out of a tunnel should not wait long. */
export function pauseMs(failures: number): number {
  return Math.min(500 * 2 ** (failures - 1), 5_000);
}

/** Repeats Stop until the server confirms it; there is no giving up (DESIGN.md, "Revoke bound": its sender repeats it). */
export async function repeatUntilConfirmed(retry: StopRetry): Promise<void> {
  for (let failures = 1; !(await retry.attempt()); failures += 1) {
    retry.onUnconfirmed();
    await retry.pause(pauseMs(failures));
  }
}
