import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import type { SpeakerParameters } from './parameters.ts';

/** The other devices of the home: who announces itself by multicast, who asks, who controls by address. Counters since boot. */
export class Discovery {
  queries = 0;
  unicastRequests = 0;
  /** A controller of the home that polls the speaker at the address it knows. */
  controller: boolean;
  readonly #p: SpeakerParameters['discovery'];
  readonly #random: Random;
  /** Seconds since each peer was heard. */
  #heard: number[];
  #queriesExact = 0;
  #unicastExact = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random; readonly peers: boolean }) {
    const { parameters, random, peers } = options;
    this.#p = parameters.discovery;
    this.#random = random;
    this.controller = peers;
    const count = Math.round(random.between(...this.#p.peers));
    this.#heard = peers ? Array.from({ length: count }, () => random.between(0, this.#p.announceS)) : [];
  }

  /** In the home, heard or not. */
  get present(): number {
    return this.#heard.length;
  }
  /** Heard in the last ten minutes. */
  get peers(): number {
    return this.#heard.filter((since) => since <= this.#p.keepS).length;
  }

  /** Whoever complains that the speaker is not found, or is not reached, has something to find it with. */
  populate(): void {
    this.controller = true;
    if (this.#heard.length === 0) this.#heard = [30, 60, 90];
  }

  restart(): void {
    this.queries = 0;
    this.unicastRequests = 0;
    this.#queriesExact = 0;
    this.#unicastExact = 0;
    this.#heard = this.#heard.map(() => this.#p.keepS + 1);
  }

  /** `connected`: with an address; `passes`: share of multicast that the home's network lets through. */
  step(options: { dt: number; causes: Causes; connected: boolean; passes: number }): void {
    const { dt, causes, connected, passes } = options;
    const { announceS, controllerS } = this.#p;
    for (let i = 0; i < this.#heard.length; i += 1) {
      const heard = connected && this.#random.next() < (passes * dt) / announceS;
      this.#heard[i] = heard ? 0 : (this.#heard[i] ?? 0) + dt;
    }
    if (!connected) return;
    this.#queriesExact += (0.01 * this.#heard.length + 0.003) * passes * dt;
    this.queries = Math.floor(this.#queriesExact);
    if (this.controller) this.#unicastExact += ((1 - causes.oldAddress) * dt) / controllerS;
    this.unicastRequests = Math.floor(this.#unicastExact);
  }
}
