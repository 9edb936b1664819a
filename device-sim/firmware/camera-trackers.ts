import { CounterWindow } from './counter-window.ts';
import type { CameraView } from './camera-state.ts';

/** What the firmware counts over time for its conditions. */
export class CameraTrackers {
  readonly writeErrors = new CounterWindow({ keepS: 600 });
  readonly slowWrites = new CounterWindow({ keepS: 600 });
  /** stream.stall and stream.reconnect together. */
  readonly interruptions = new CounterWindow({ keepS: 900 });
  readonly refusals = new CounterWindow({ keepS: 1800 });
  readonly wrongLogins = new CounterWindow({ keepS: 900 });
  readonly timestampSteps = new CounterWindow({ keepS: 300 });
  readonly toggles = new CounterWindow({ keepS: 3600 });
  /** Seconds since a segment with content was closed. */
  sinceSegmentS = 0;
  #segments = 0;

  step({ world, toggles }: CameraView, dt: number): void {
    const { card, streaming, encoder } = world;
    this.writeErrors.step(card.writeErrors, dt);
    this.slowWrites.step(card.slowWrites, dt);
    this.interruptions.step(streaming.stalls + streaming.reconnects, dt);
    this.refusals.step(streaming.refused, dt);
    this.wrongLogins.step(streaming.authFailures, dt);
    this.timestampSteps.step(encoder.steps, dt);
    this.toggles.step(toggles, dt);
    this.sinceSegmentS = card.segments > this.#segments ? 0 : this.sinceSegmentS + dt;
    this.#segments = card.segments;
  }
}
