import type { Random } from '../../random.ts';
import type { PlatformCauses } from './causes.ts';

/** The datasheet's `boot.sequence.clock`: a supercapacitor bridges so long. */
const bridgedS = 300;
const syncEveryS = 3600;
const retryS = 60;
const farS = 300;

/** The device's clock against the right time, and network time that sets it. */
export class DeviceClock {
  /** Device clock minus the right time, s. */
  offsetS: number;
  /** Since the boot, or undefined as long as it was not. */
  synchronised = false;
  readonly #driftPerS: number;
  #nextS = 5;
  #wrong = 0;
  #reset = false;
  #offS = 0;

  constructor(options: { readonly random: Random }) {
    this.offsetS = options.random.between(-0.4, 0.4);
    this.#driftPerS = options.random.between(-15e-6, 15e-6);
  }

  /** Seconds that a correction greater than 300 s has been outstanding. */
  farOffS = 0;

  /** `at`: right time, ms. `reachable`: packets pass to the time service if nobody blocks them. True: the power was cut just now. */
  step(options: { dt: number; at: number; causes: PlatformCauses; reachable: boolean; powered: boolean }): boolean {
    const { dt, at, causes, reachable, powered } = options;
    this.offsetS += this.#driftPerS * dt;
    const cut = causes.clockReset && !this.#reset;
    this.#reset = causes.clockReset;
    if (causes.clockErrorS !== this.#wrong) {
      this.#wrong = causes.clockErrorS;
      if (this.#wrong !== 0) this.offsetS = this.#wrong;
    }
    this.#offS = powered ? 0 : this.#offS + dt;
    if (cut || (!powered && this.#offS >= bridgedS && this.#offS - dt < bridgedS)) this.offsetS = -at / 1000;
    if (!powered) return cut;
    this.farOffS = Math.abs(this.offsetS) > farS ? this.farOffS + dt : 0;
    this.#nextS -= dt;
    if (this.#nextS > 0) return cut;
    const set = reachable && !causes.ntpBlocked;
    this.#nextS = set ? syncEveryS : retryS;
    if (set) {
      this.offsetS = Math.max(-0.3, Math.min(0.3, this.offsetS));
      this.synchronised = true;
    }
    return cut;
  }

  restart(): void {
    this.synchronised = false;
    this.farOffS = 0;
    this.#nextS = 2;
  }
}
