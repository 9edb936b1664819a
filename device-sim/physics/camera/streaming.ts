import type { Random } from '../../random.ts';
import type { Network } from '../network.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { CameraParameters } from './parameters.ts';

/** A send buffer that is full for so long is a stall (datasheet, `stream.stall`). */
const stallAfterS = 2;
/** Stalls in a row after which a viewer gives up and comes again. */
const patience = 3;
const bytesPerPacket = 1200;

/** Those who watch: sessions, refusals, stalls, lost packets. Counters are since boot. */
export class Streaming {
  clients = 0;
  refused = 0;
  authFailures = 0;
  reconnects = 0;
  stalls = 0;
  rtpLost = 0;
  transport: 'tcp' | 'udp' = 'tcp';
  /** Of the packets of the last step, %. */
  lossPercent = 0;
  readonly #p: CameraParameters['streaming'];
  readonly #second: Wander;
  #starvedS = 0;
  #stallsInRow = 0;
  #calmS = 0;
  #evictionS = 0;
  #awayS = 0;
  #loginsExact = 0;
  #lostExact = 0;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    this.#p = options.parameters.streaming;
    this.#second = new Wander({ random: options.random, deviation: 1, tauS: 1800 });
  }

  restart(): void {
    this.refused = 0;
    this.authFailures = 0;
    this.reconnects = 0;
    this.stalls = 0;
    this.rtpLost = 0;
    this.clients = 0;
    this.#loginsExact = 0;
    this.#lostExact = 0;
    this.#starvedS = 0;
    this.#awayS = Infinity;
  }

  step(options: { dt: number; causes: Causes; network: Network; bitrate: number }): void {
    const { dt, causes, network, bitrate } = options;
    // The home's recorder always, a phone now and then.
    const usual = 1 + (this.#second.step(dt) > 0.9 ? 1 : 0);
    this.transport = causes.udpLoss > 0 ? 'udp' : 'tcp';
    this.#loginsExact += network.hasAddress ? (causes.wrongLogins * dt) / 60 : 0;
    this.authFailures = Math.floor(this.#loginsExact);
    if (!network.hasAddress) {
      this.clients = 0;
      this.#awayS += dt;
      return;
    }
    const wanted = usual + causes.extraViewers;
    if (this.clients === 0 && this.#awayS <= 300 && this.#awayS > 0) this.reconnects += usual;
    this.#awayS = 0;
    this.clients = Math.min(this.#p.limit, wanted);
    this.#evict(dt, wanted - this.#p.limit);
    this.#starve(dt, network.throughput * 1e6 < bitrate);
    this.#lose(dt, causes, network, bitrate);
  }

  /** Who finds no place asks again; every other time another one has to go, and soon returns. */
  #evict(dt: number, tooMany: number): void {
    this.#evictionS = tooMany > 0 ? this.#evictionS + dt * tooMany : 0;
    if (this.#evictionS < this.#p.retryS) return;
    this.#evictionS -= this.#p.retryS;
    this.refused += 1;
    if (this.refused % 2 === 0) this.reconnects += 1;
  }

  #starve(dt: number, starved: boolean): void {
    this.#starvedS = starved ? this.#starvedS + dt : 0;
    this.#calmS = starved ? 0 : this.#calmS + dt;
    if (this.#calmS > 10) this.#stallsInRow = 0;
    if (this.#starvedS < stallAfterS) return;
    this.#starvedS = 0;
    this.stalls += 1;
    this.#stallsInRow += 1;
    if (this.#stallsInRow % patience === 0) this.reconnects += 1;
  }

  /** TCP sends again what is lost; over UDP the viewer reports it. */
  #lose(dt: number, causes: Causes, network: Network, bitrate: number): void {
    this.lossPercent = this.transport === 'udp' ? Math.min(100, causes.udpLoss + network.loss) : 0;
    this.#lostExact += (((bitrate / 8 / bytesPerPacket) * this.lossPercent) / 100) * this.clients * dt;
    this.rtpLost = Math.floor(this.#lostExact);
  }
}
