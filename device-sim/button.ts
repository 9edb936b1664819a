import type { Clock } from './clock.ts';

export interface ButtonOptions {
  readonly clock: Clock;
  /** Held for 3 s; runs while it is still down. */
  readonly onHold: () => void;
  /** Pressed shortly twice. */
  readonly onDoublePress: () => void;
}

export const holdMs = 3000;
const shortMs = 600;
const doubleMs = 1200;

/** The one big button. The device measures the time itself. */
export class Button {
  readonly #options: ButtonOptions;
  #downAt: number | undefined;
  #lastShortAt: number | undefined;
  #cancelHold: () => void = () => undefined;

  constructor(options: ButtonOptions) {
    this.#options = options;
  }

  /** How long it has been down, ms; undefined: it is up. */
  get heldMs(): number | undefined {
    return this.#downAt === undefined ? undefined : this.#options.clock.monotonic() - this.#downAt;
  }

  down(): void {
    if (this.#downAt !== undefined) return;
    this.#downAt = this.#options.clock.monotonic();
    this.#cancelHold = this.#options.clock.after(holdMs, this.#options.onHold);
  }

  up(): void {
    const held = this.heldMs;
    if (held === undefined) return;
    this.#cancelHold();
    this.#downAt = undefined;
    const now = this.#options.clock.monotonic();
    if (held > shortMs) {
      this.#lastShortAt = undefined;
    } else if (this.#lastShortAt !== undefined && now - this.#lastShortAt <= doubleMs) {
      this.#lastShortAt = undefined;
      this.#options.onDoublePress();
    } else {
      this.#lastShortAt = now;
    }
  }

  /** A finger that never comes off again is taken away. */
  release(): void {
    this.#cancelHold();
    this.#downAt = undefined;
  }
}
