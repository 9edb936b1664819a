/** `device.boot.reason` of the datasheets, by its numbers. */
export const bootReasons = [
  'unspecified',
  'power_on',
  'brown_out',
  'software_watchdog',
  'hardware_watchdog',
  'update_completed',
  'software_reset',
  'over_temperature',
] as const;
export type BootReason = (typeof bootReasons)[number];

/** The boots of one device: why, how many, how long ago. */
export class Boots {
  reason: BootReason = 'power_on';
  /** Lifetime. */
  count: number;
  #nowS = 0;
  #times: number[] = [0];

  constructor(options: { readonly count: number }) {
    this.count = options.count;
  }

  get uptimeS(): number {
    return this.#nowS - (this.#times.at(-1) ?? 0);
  }

  /** Boots of the last `seconds`. */
  within(seconds: number): number {
    return this.#times.filter((at) => this.#nowS - at <= seconds).length;
  }

  step(dt: number): void {
    this.#nowS += dt;
  }

  boot(reason: BootReason): void {
    this.reason = reason;
    this.count += 1;
    this.#times = [...this.#times.filter((at) => this.#nowS - at <= 86_400), this.#nowS];
  }
}
