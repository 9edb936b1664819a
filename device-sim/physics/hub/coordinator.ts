import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { HubCauses } from './faults.ts';
import type { HubParameters } from './parameters.ts';
import { overlap } from './radio-link.ts';

/** The radio on its stick: contact in the socket, the channel around it, and what it has sent. */
export class Coordinator {
  channel: number;
  /** %: failed clear-channel assessments. */
  busy: number;
  /** Seconds without an answer of the radio; 0: it answers. */
  silentS = 0;
  /** Its network stands. */
  online = true;
  resets = 0;
  /** Since boot. */
  sent = 0;
  failed = 0;
  readonly #p: HubParameters['zigbee'];
  readonly #random: Random;
  readonly #traffic: Wander;
  readonly #noise: Wander;
  #touching = true;
  #turnsInS = 0;
  #startingS = 0;

  constructor(options: { readonly parameters: HubParameters['zigbee']; readonly random: Random }) {
    this.#p = options.parameters;
    this.#random = options.random;
    this.channel = options.parameters.channel;
    this.busy = options.parameters.busy;
    this.#traffic = new Wander({ random: options.random, deviation: 0.14, tauS: 120 });
    this.#noise = new Wander({ random: options.random, deviation: 3, tauS: 90 });
  }

  /** The hub boots, and the stick with it. */
  restart(): void {
    this.sent = 0;
    this.failed = 0;
    this.silentS = 0;
    this.#startingS = this.#p.startS;
    this.online = false;
  }

  /** `powered`: the hub runs. */
  step(dt: number, options: { causes: HubCauses; wifi: { channel: number; busy: number }; powered: boolean }): void {
    const { causes, wifi, powered } = options;
    this.#contact(dt, causes.stickBroken ? 1 : causes.stickLoose);
    const answers = powered && this.#touching;
    if (answers) {
      if (this.silentS > 0) {
        this.resets += 1;
        this.#startingS = this.#p.startS;
      }
      this.silentS = 0;
      this.#startingS = Math.max(0, this.#startingS - dt);
    } else if (powered) this.silentS += dt;
    this.online = answers && this.#startingS === 0;
    this.busy = this.#energyOn(this.channel, { causes, wifi, traffic: this.#traffic.step(dt) }) + this.#noise.step(dt);
    this.busy = Math.max(0, Math.min(98, this.busy));
  }

  /** %, of a channel; what a scan would find. */
  energyOn(channel: number, causes: HubCauses, wifi: { channel: number; busy: number }): number {
    return this.#energyOn(channel, { causes, wifi, traffic: 0 });
  }

  /** The quietest channel of a scan. */
  best(causes: HubCauses, wifi: { channel: number; busy: number }): { channel: number; energy: number } {
    const channels = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26];
    const scanned = channels.map((channel) => ({ channel, energy: this.energyOn(channel, causes, wifi) }));
    return scanned.reduce((a, b) => (b.energy < a.energy ? b : a));
  }

  #energyOn(
    channel: number,
    at: { causes: HubCauses; wifi: { channel: number; busy: number }; traffic: number },
  ): number {
    const { noise } = at.causes;
    // A new access point's noise sits where the hub's channel was when it came; elsewhere little of it is left.
    const near = noise.broadband || Math.abs(channel - this.#p.channel) < 3 ? 1 : 0.1;
    const wifi = overlap(channel, at.wifi.channel) * at.wifi.busy * this.#p.wifiShare;
    return this.#p.busy + wifi + noise.busy * near * (0.95 + at.traffic);
  }

  #contact(dt: number, loose: number): void {
    if (loose === 0 || loose >= 0.9) {
      this.#touching = loose === 0;
      this.#turnsInS = 0;
      return;
    }
    this.#turnsInS -= dt;
    if (this.#turnsInS > 0) return;
    this.#touching = this.#turnsInS < 0 ? !this.#touching : this.#touching;
    const mean = this.#touching ? 900 * (1 - loose) : 30 + 160 * loose;
    this.#turnsInS = mean * this.#random.between(0.4, 1.6);
  }
}
