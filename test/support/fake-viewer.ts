import type { Viewer } from '../../gateway/live/hub.ts';
import { diag } from '../../proto/generated/codec.js';

/** A console's socket that a test looks at; `waiting` makes it a slow one. */
export class FakeViewer implements Viewer {
  readonly sessionHash: string;
  readonly sessionExpiresAt: number;
  readonly frames: diag.SessionFrame[] = [];
  waiting = 0;
  closed: string | undefined;

  constructor(sessionHash = 'session-1', sessionExpiresAt = Number.POSITIVE_INFINITY) {
    this.sessionHash = sessionHash;
    this.sessionExpiresAt = sessionExpiresAt;
  }

  buffered(): number {
    return this.waiting;
  }

  send(frame: Uint8Array): void {
    if (this.closed !== undefined) throw new Error('Sent after the close');
    this.frames.push(diag.SessionFrame.decode(frame));
  }

  close(reason: string): void {
    this.closed = reason;
  }

  /** The kinds of frames, in order. */
  get kinds(): string[] {
    return this.frames.map((frame) => frame.body ?? 'none');
  }

  get last(): diag.SessionFrame | undefined {
    return this.frames.at(-1);
  }

  /** Of the deltas: each tick with its value of this metric. */
  valuesOf(name: string): number[] {
    return this.frames.flatMap((frame) =>
      (frame.delta?.metrics ?? []).filter((value) => value.name === name).map((value) => value.number ?? Number.NaN),
    );
  }
}
