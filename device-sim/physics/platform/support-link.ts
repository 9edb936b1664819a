import { CounterWindow } from '../../firmware/counter-window.ts';
import type { Random } from '../../random.ts';
import type { Network } from '../network.ts';
import type { PlatformCauses } from './causes.ts';

/** `mqtt.disconnect.reason` of the datasheet, by its numbers. */
const reasons = ['none', 'link_lost', 'keep_alive_timeout', 'closed_by_server', 'session_taken_over'] as const;
type Reason = (typeof reasons)[number];

/** Without an answer for so long (keep-alive 60 s and half of it) the session is given up. */
const keepAliveS = 90;

/** The session with the support endpoint: fixed address, pre-shared key, needs neither names nor a clock. */
export class SupportLink {
  up = true;
  /** The other end is down: set from outside the home. */
  serverDown = false;
  /** Sessions since boot less the first. */
  reconnects = 0;
  /** Sessions that another client took over. */
  takeovers = 0;
  readonly takenOver = new CounterWindow({ keepS: 3600 });
  #reason: Reason = 'none';
  readonly #random: Random;
  #retryS = 0;
  #unansweredS = 0;

  constructor(options: { readonly random: Random }) {
    this.#random = options.random;
  }

  get reason(): number {
    return reasons.indexOf(this.#reason);
  }

  step(dt: number, { network, causes }: { readonly network: Network; readonly causes: PlatformCauses }): void {
    this.takenOver.step(this.takeovers, dt);
    if (this.up) return this.#watch(dt, network, causes);
    this.#retryS -= dt;
    if (this.#retryS > 0 || !network.hasAddress || this.serverDown) return;
    this.#retryS = this.#random.between(2, 8);
    if (this.#random.next() < network.loss / 100) return;
    this.up = true;
    this.reconnects += 1;
    this.#unansweredS = 0;
  }

  restart(): void {
    this.up = false;
    // The first session after a boot is no reconnect.
    this.reconnects = -1;
    this.#reason = 'none';
    this.#retryS = 1;
  }

  down(): void {
    this.up = false;
  }

  #watch(dt: number, network: Network, causes: PlatformCauses): void {
    if (!network.hasAddress) return this.#end('link_lost', 2);
    if (this.serverDown) return this.#end('closed_by_server', this.#random.between(5, 30));
    this.#unansweredS = network.loss > 80 ? this.#unansweredS + dt : 0;
    if (this.#unansweredS >= keepAliveS) return this.#end('keep_alive_timeout', 5);
    if (this.#random.next() >= (causes.takeoversPerHour * dt) / 3600) return;
    this.takeovers += 1;
    this.#end('session_taken_over', this.#random.between(2, 6));
  }

  #end(reason: Reason, retryS: number): void {
    this.up = false;
    this.#reason = reason;
    this.#retryS = retryS;
  }
}
