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
/** Somebody mistypes a password so often, s. */
const typoEveryS = 40_000;

/** Those who watch: sessions, refusals, stalls, lost packets. Counters are since boot. */
export class Streaming {
  clients = 0;
  /** Would watch if there were place. */
  wanted = 1;
  refused = 0;
  authFailures = 0;
  reconnects = 0;
  stalls = 0;
  rtpLost = 0;
  transport: 'tcp' | 'udp' = 'tcp';
  /** Of the packets of the last step, %. */
  lossPercent = 0;
  readonly #p: CameraParameters['streaming'];
  readonly #use: number;
  readonly #random: Random;
  readonly #second: Wander;
  readonly #third: Wander;
  #starvedS = 0;
  #stallsInRow = 0;
  #calmS = 0;
  #evictionS = 0;
  #awayS = 0;
  #loginsExact = 0;
  #lostExact = 0;

  /** `use`: 0..1, how many phones and screens of the home look now and then. */
  constructor(options: { readonly parameters: CameraParameters; readonly random: Random; readonly use: number }) {
    const { random } = options;
    this.#p = options.parameters.streaming;
    this.#use = options.use;
    this.#random = random;
    this.#second = new Wander({ random, deviation: 1, tauS: 1800 });
    this.#third = new Wander({ random, deviation: 1, tauS: 1200 });
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
    const usual = this.#usual(dt);
    this.transport = causes.udpLoss > 0 ? 'udp' : 'tcp';
    this.#logIn(dt, causes, network.hasAddress);
    if (!network.hasAddress) {
      this.clients = 0;
      this.#awayS += dt;
      return;
    }
    // The recorder is the one whose password is wrong: it never gets in.
    const shut = causes.wrongLogins > 0 ? 1 : 0;
    this.wanted = Math.max(0, usual - shut + causes.extraViewers);
    const whole = Math.floor(this.wanted) + (this.#third.step(dt) + 1 < 2 * (this.wanted % 1) ? 1 : 0);
    if (this.clients === 0 && this.#awayS <= 300 && this.#awayS > 0) this.reconnects += usual;
    this.#awayS = 0;
    this.clients = Math.min(this.#p.limit, whole);
    this.#evict(dt, whole - this.#p.limit);
    this.#starve(dt, network.throughput * 1e6 < bitrate && this.clients > 0);
    this.#lose(dt, causes, network, bitrate);
  }

  /** The home's recorder always, a phone now and then, in a busy home another screen. */
  #usual(dt: number): number {
    const phone = this.#second.step(dt);
    return 1 + (phone > 1.5 - this.#use ? 1 : 0) + (phone < -2.6 + this.#use ? 1 : 0);
  }

  #logIn(dt: number, causes: Causes, reachable: boolean): void {
    if (!reachable) return;
    this.#loginsExact += (causes.wrongLogins * dt) / 60;
    if (this.#random.next() < dt / typoEveryS) this.#loginsExact += 1 + Math.floor(2 * this.#random.next());
    this.authFailures = Math.floor(this.#loginsExact);
  }

  /** Who finds no place asks again; every other time another one has to go, and soon returns. */
  #evict(dt: number, tooMany: number): void {
    this.#evictionS = tooMany > 0 ? this.#evictionS + dt * tooMany : 0;
    if (this.#evictionS < this.#p.retryS) return;
    this.#evictionS -= this.#p.retryS;
    this.refused += 1;
    if (this.refused % 2 === 0) this.reconnects += 1;
    // A session that has ended is answered 401 when it is used once more.
    if (this.#random.next() < 0.25) this.#loginsExact += 1;
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
