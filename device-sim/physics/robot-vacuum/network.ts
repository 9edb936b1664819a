import type { Random } from '../../random.ts';
import type { VacuumParameters } from './parameters.ts';
import { Wander } from './wander.ts';

/** The radio and the home's network. */
export class Network {
  rssi = 0;
  busy = 0;
  rate = 0;
  rtt = 0;
  loss = 0;
  frames = 0;
  retries = 0;
  beaconsLost = 0;
  readonly bssid: string;
  readonly ip: string;
  readonly channel: number;
  readonly #p: VacuumParameters['network'];
  readonly #random: Random;
  readonly #noise: { readonly rssi: Wander; readonly busy: Wander; readonly rate: Wander; readonly rtt: Wander };
  #framesExact = 0;
  #retriesExact = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.network;
    this.#random = random;
    this.channel = this.#p.channel;
    const byte = (): string => Math.floor(random.between(0, 256)).toString(16).padStart(2, '0');
    // Locally administered (bit 1 of the first byte), so that it is nobody's.
    this.bssid = ['02', byte(), byte(), byte(), byte(), byte()].join(':');
    this.ip = `192.168.1.${Math.floor(random.between(20, 250))}`;
    this.#noise = {
      rssi: new Wander({ random, deviation: 3.5, tauS: 20 }),
      busy: new Wander({ random, deviation: 5, tauS: 40 }),
      rate: new Wander({ random, deviation: 4, tauS: 15 }),
      rtt: new Wander({ random, deviation: 2, tauS: 10 }),
    };
  }

  /** The radio starts anew: its counters too. */
  restart(): void {
    this.#framesExact = 0;
    this.#retriesExact = 0;
    this.beaconsLost = 0;
  }

  step(dt: number): void {
    const { rssi, busy, rate, rtt, loss } = this.#p;
    this.rssi = Math.round(rssi + this.#noise.rssi.step(dt));
    this.busy = Math.max(0, busy + this.#noise.busy.step(dt));
    this.rate = Math.max(1, rate + this.#noise.rate.step(dt));
    this.rtt = Math.max(1, rtt + this.#noise.rtt.step(dt));
    this.loss = loss;
    this.#framesExact += 4 * dt;
    this.#retriesExact += 4 * dt * (0.02 + this.busy / 500);
    this.frames = Math.floor(this.#framesExact);
    this.retries = Math.floor(this.#retriesExact);
    if (this.#random.next() < dt / 1200) this.beaconsLost += 1;
  }
}
