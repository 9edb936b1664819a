import type { Fields } from '../fields.ts';
import type { Random } from '../random.ts';
import { Wander } from './wander.ts';

/** The home as it is when nothing is wrong; units as the metrics'. */
export interface NetworkParameters {
  readonly rssi: number;
  readonly channel: number;
  readonly busy: number;
  readonly rate: number;
  readonly rtt: number;
  readonly loss: number;
}

export function readNetworkParameters(network: Fields): NetworkParameters {
  return {
    rssi: network.number('rssi', { min: -100, max: -20 }),
    channel: network.number('channel', { min: 1, max: 13 }),
    busy: network.number('busy', { min: 0, max: 100 }),
    rate: network.positive('rate'),
    rtt: network.positive('rtt'),
    loss: network.number('loss', { min: 0, max: 100 }),
  };
}

/** What can be wrong between the radio and the router, whatever the class of the device. */
export interface NetworkCauses {
  /** Walls and distance beyond the healthy place, dB. */
  attenuationDb: number;
  /** Another device uses the same address. */
  addressConflict: boolean;
}

export function healthyNetworkCauses(): NetworkCauses {
  return { attenuationDb: 0, addressConflict: false };
}

/** The datasheet's `radio`: below this the slowest rate is not received. */
const sensitivityDbm = -92;
const beaconsPerS = 10;
/** Without a beacon for so long it scans. */
const scanAfterS = 3;
const scanS = 8;
const dhcpS = 2;
const probeEveryS = 60;
/** Below this, rate control steps down and frames are lost. */
const comfortableDbm = -64;

/** The radio and the home's network, the same for every class. */
export class Network {
  rssi = 0;
  busy = 0;
  rate = 0;
  rtt = 0;
  loss = 0;
  frames = 0;
  retries = 0;
  beaconsLost = 0;
  associated = true;
  /** Associations since boot. */
  associations = 1;
  /** Full scans in a row that found no stored network. */
  emptyScans = 0;
  /** `wifi.assoc_fail.cause` by its number. */
  failCause = 0;
  /** Address probes in a row that nobody answered. */
  cleanProbes = 10;
  readonly bssid: string;
  readonly channel: number;
  readonly #ip: string;
  readonly #p: NetworkParameters;
  readonly #random: Random;
  readonly #noise: Readonly<Record<'rssi' | 'busy' | 'rate' | 'rtt' | 'fade' | 'rival', Wander>>;
  #framesExact = 0;
  #retriesExact = 0;
  #silentS = 0;
  #scannedS = 0;
  #addressS = dhcpS;
  #probeS = 0;

  constructor(options: { readonly parameters: NetworkParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters;
    this.#random = random;
    this.channel = this.#p.channel;
    const byte = (): string => Math.floor(random.between(0, 256)).toString(16).padStart(2, '0');
    // Locally administered (bit 1 of the first byte), so that it is nobody's.
    this.bssid = ['02', byte(), byte(), byte(), byte(), byte()].join(':');
    this.#ip = `192.168.1.${Math.floor(random.between(20, 250))}`;
    this.#noise = {
      rssi: new Wander({ random, deviation: 3.5, tauS: 20 }),
      busy: new Wander({ random, deviation: 5, tauS: 40 }),
      rate: new Wander({ random, deviation: 4, tauS: 15 }),
      rtt: new Wander({ random, deviation: 2, tauS: 10 }),
      fade: new Wander({ random, deviation: 1, tauS: 45 }),
      rival: new Wander({ random, deviation: 1, tauS: 20 }),
    };
  }

  get hasAddress(): boolean {
    return this.associated && this.#addressS >= dhcpS;
  }
  get ip(): string {
    return this.hasAddress ? this.#ip : '0.0.0.0';
  }
  /** Mbit/s that arrive. */
  get throughput(): number {
    return this.hasAddress ? this.rate * 0.45 * (1 - this.busy / 100) * (1 - this.loss / 100) : 0;
  }

  /** The device boots: the radio's counters start anew, and it is associated when the boot ends. */
  restart(): void {
    this.#framesExact = 0;
    this.#retriesExact = 0;
    this.beaconsLost = 0;
    this.associations = 1;
    this.emptyScans = 0;
    this.failCause = 0;
    this.associated = true;
    this.#silentS = 0;
    this.#addressS = dhcpS;
  }

  step(dt: number, causes: NetworkCauses): void {
    const noise = this.#noise;
    // What is far away also fades more when somebody walks through the room.
    const fading = causes.attenuationDb === 0 ? 0 : (causes.attenuationDb / 6) * noise.fade.step(dt);
    const signal = this.#p.rssi - causes.attenuationDb + noise.rssi.step(dt) + fading;
    const weakness = Math.max(0, comfortableDbm - signal);
    this.rssi = Math.max(-100, Math.round(signal));
    this.busy = Math.max(0, this.#p.busy + noise.busy.step(dt));
    this.rate = Math.max(1, this.#p.rate - 2 * weakness + noise.rate.step(dt));
    this.rtt = Math.max(1, this.#p.rtt + 4 * weakness + noise.rtt.step(dt));
    this.loss = Math.min(100, this.#p.loss + 0.9 * Math.max(0, weakness - 6));
    this.#associate(dt, signal > sensitivityDbm);
    this.#probe(dt, causes.addressConflict);
    const sent = this.associated ? 4 * dt : 0;
    this.#framesExact += sent;
    this.#retriesExact += sent * (0.02 + this.busy / 500 + weakness / 60);
    this.frames = Math.floor(this.#framesExact);
    this.retries = Math.floor(this.#retriesExact);
    if (this.associated && this.#random.next() < dt / 1200) this.beaconsLost += 1;
  }

  #associate(dt: number, heard: boolean): void {
    if (this.associated) {
      this.#addressS += dt;
      this.#silentS = heard ? 0 : this.#silentS + dt;
      if (!heard) this.beaconsLost += Math.round(beaconsPerS * dt);
      if (this.#silentS < scanAfterS) return;
      this.associated = false;
      this.#scannedS = 0;
      return;
    }
    this.#scannedS += dt;
    if (this.#scannedS < scanS) return;
    this.#scannedS = 0;
    if (!heard) {
      this.emptyScans += 1;
      this.failCause = 3;
      return;
    }
    this.associated = true;
    this.associations += 1;
    this.emptyScans = 0;
    this.#silentS = 0;
    this.#addressS = 0;
  }

  /** Asks once a minute who else answers to its address; while another one holds it, most packets go there. */
  #probe(dt: number, conflict: boolean): void {
    if (conflict && this.#noise.rival.step(dt) > 0.3) this.loss = Math.max(this.loss, 85);
    this.#probeS += dt;
    if (this.#probeS < probeEveryS) return;
    this.#probeS = 0;
    this.cleanProbes = conflict ? 0 : this.cleanProbes + 1;
  }
}
