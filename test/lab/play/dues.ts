import type { EngineRun } from '../engines/engine.ts';

/** The moments up to `until` at which this run wants to be asked; it moves on with each. */
export function* duesOf(run: EngineRun, until: number): Generator<number> {
  let last = Number.NEGATIVE_INFINITY;
  for (let due = run.nextDueAt; due !== null && due <= until; due = run.nextDueAt) {
    // A due that does not move is only so late as the last one; asked again it would never end.
    if (due <= last) break;
    last = due;
    yield due;
  }
}
