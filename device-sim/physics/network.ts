import type { Fields } from '../fields.ts';
import type { Random } from '../random.ts';
import { type Environment, plainHome } from './environment.ts';
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
  /** Time that strangers use the channel beyond the usual, % (by day 60 % of it, in the evening all). */
  busyExtra: number;
  /** The router has another password than the device. */
  wrongPassword: boolean;
  /** What the router offers instead of what the device can use. */
  accessPoint: 'usable' | 'wpa3_only' | 'five_ghz_only';
  /** Router without power, or switched off. */
  routerOff: boolean;
  /** Share of requests for an address that get no offer, 0..1. */
  dhcpFail: number;
  /** It has taken the other network that it knows. */
  strayNetwork: boolean;
  /** Associations that break an hour, whatever the signal. */
  dropsPerHour: number;
  /** The router gave it another address: so many places further. */
  addressShift: number;
  /** The router keeps its clients apart. */
  clientIsolation: boolean;
}

export function healthyNetworkCauses(): NetworkCauses {
  return {
    attenuationDb: 0,
    addressConflict: false,
    busyExtra: 0,
    wrongPassword: false,
    accessPoint: 'usable',
    routerOff: false,
    dhcpFail: 0,
    strayNetwork: false,
    dropsPerHour: 0,
    addressShift: 0,
    clientIsolation: false,
  };
}

/** The datasheet's `radio`: below this the slowest rate is not received. */
const sensitivityDbm = -92;
const beaconsPerS = 10;
/** Without a beacon for so long it scans. */
const scanAfterS = 3;
const scanS = 8;
const dhcpS = 2;
/** Without an offer it asks again, and looks after its lease. */
const dhcpRetryS = 20;
const leaseS = 900;
const selfAssignedAfterS = 60;
const probeEveryS = 60;
/** Below this, rate control steps down and frames are lost. */
const comfortableDbm = -64;
/** Above this share of time others' frames begin to hit its own. */
const comfortableBusy = 45;

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
  /** Attempts in a row that the handshake ended. */
  refusals = 0;
  /** `wifi.assoc_fail.cause` by its number. */
  failCause = 0;
  /** Attempts that failed, over the lifetime. */
  failures = 0;
  /** Address probes in a row that nobody answered. */
  cleanProbes = 10;
  /** Seconds that it has been associated without an offer, 0 with an address. */
  noOfferS = 0;
  /** `wifi.profile`. */
  profile: 'primary' | 'secondary' = 'primary';
  readonly #bssids: Readonly<Record<'primary' | 'secondary', string>>;
  readonly #host: number;
  readonly #channels: Readonly<Record<'primary' | 'secondary', number>>;
  readonly #p: NetworkParameters;
  readonly #environment: Environment | undefined;
  readonly #random: Random;
  readonly #noise: Readonly<Record<'rssi' | 'busy' | 'rate' | 'rtt' | 'fade' | 'rival', Wander>>;
  #framesExact = 0;
  #retriesExact = 0;
  #beaconsExact = 0;
  #silentS = 0;
  #scannedS = 0;
  /** Seconds since the association, and since the last request for an address. */
  #addressS = dhcpS;
  #requestS = 0;
  #leased = true;
  #leaseLeftS = leaseS;
  #probeS = 0;
  #shift = 0;
  #causes: NetworkCauses = healthyNetworkCauses();
  #hour: number;

  constructor(options: {
    readonly parameters: NetworkParameters;
    readonly random: Random;
    /** Absent: the parameters are the home. */
    readonly environment?: Environment;
  }) {
    const { random } = options;
    this.#p = options.parameters;
    this.#environment = options.environment;
    this.#hour = (options.environment ?? plainHome).hourAtStart;
    this.#random = random;
    const byte = (): string => Math.floor(random.between(0, 256)).toString(16).padStart(2, '0');
    // Locally administered (bit 1 of the first byte), so that it is nobody's.
    const primary = ['02', byte(), byte(), byte(), byte(), byte()].join(':');
    this.#bssids = { primary, secondary: `06${primary.slice(2)}` };
    this.#channels = { primary: this.#p.channel, secondary: this.#p.channel === 11 ? 1 : 11 };
    this.#host = Math.floor(random.between(20, 240));
    this.#noise = {
      rssi: new Wander({ random, deviation: 3.5, tauS: 20 }),
      busy: new Wander({ random, deviation: 3.5, tauS: 40 }),
      rate: new Wander({ random, deviation: 4, tauS: 15 }),
      rtt: new Wander({ random, deviation: 2, tauS: 10 }),
      fade: new Wander({ random, deviation: 1, tauS: 45 }),
      rival: new Wander({ random, deviation: 1, tauS: 20 }),
    };
  }

  get bssid(): string {
    return this.#bssids[this.profile];
  }
  get channel(): number {
    return this.#channels[this.profile];
  }
  get hasAddress(): boolean {
    return this.associated && this.#leased;
  }
  get ip(): string {
    if (this.hasAddress) {
      const subnet = this.profile === 'primary' ? 1 : 20;
      return `192.168.${subnet}.${20 + ((this.#host - 20 + this.#shift) % 230)}`;
    }
    const selfAssigned = this.associated && this.noOfferS > selfAssignedAfterS;
    return selfAssigned ? `169.254.${this.#host}.${(this.#host * 7) % 250}` : '0.0.0.0';
  }
  /** Mbit/s that arrive. */
  get throughput(): number {
    return this.hasAddress ? this.rate * 0.45 * (1 - this.busy / 100) * (1 - this.loss / 100) : 0;
  }
  /** Others in the home can reach it at the address they know. */
  get reachableAtHome(): boolean {
    const { strayNetwork, clientIsolation, addressConflict, addressShift } = this.#causes;
    return this.hasAddress && !strayNetwork && !clientIsolation && !addressConflict && addressShift === 0;
  }
  /** 0 by day to 1 in the evening. */
  get evening(): number {
    return Math.max(0, 1 - Math.abs(this.#hour - 20.5) / 3.5);
  }

  /** The device boots: the radio's counters start anew, and it is associated when the boot ends, if it can be. */
  restart(): void {
    this.#framesExact = 0;
    this.#retriesExact = 0;
    this.#beaconsExact = 0;
    this.beaconsLost = 0;
    this.associations = 1;
    this.emptyScans = 0;
    this.refusals = 0;
    this.failCause = 0;
    this.associated = this.#obstacle() === undefined;
    this.#silentS = 0;
    this.#scannedS = 0;
    this.#addressS = dhcpS;
    this.#leased = this.associated && this.#random.next() >= this.#causes.dhcpFail;
    this.noOfferS = 0;
  }

  step(dt: number, causes: NetworkCauses): void {
    const noise = this.#noise;
    this.#hour = (this.#hour + dt / 3600) % 24;
    this.#watchHome(causes);
    // What is far away also fades more when somebody walks through the room.
    const fading = causes.attenuationDb === 0 ? 0 : (causes.attenuationDb / 6) * noise.fade.step(dt);
    const place = this.#p.rssi + (this.#environment?.rssiDb ?? 0) - (this.profile === 'secondary' ? 6 : 0);
    const signal = place - causes.attenuationDb + noise.rssi.step(dt) + fading;
    const weakness = Math.max(0, comfortableDbm - signal);
    this.rssi = Math.max(-100, Math.round(signal));
    this.#air(dt, causes);
    const hits = Math.max(0, this.busy - comfortableBusy);
    this.rate = Math.max(1, this.#p.rate - 2 * weakness - 0.6 * hits + noise.rate.step(dt));
    this.rtt = Math.max(1, this.#p.rtt + 3 * weakness + 1.6 * hits + noise.rtt.step(dt));
    this.loss = Math.min(100, this.#p.loss + 0.9 * Math.max(0, weakness - 6) + 0.22 * Math.max(0, hits - 10));
    this.#associate(dt, signal);
    this.#probe(dt, causes.addressConflict);
    const sent = this.associated ? 4 * dt : 0;
    this.#framesExact += sent;
    this.#retriesExact += sent * (0.02 + this.busy / 500 + weakness / 60 + hits / 70);
    this.frames = Math.floor(this.#framesExact);
    this.retries = Math.floor(this.#retriesExact);
    if (!this.associated) return;
    const missed = 0.03 * (hits / 40) ** 2 + 0.02 * (weakness / 14) ** 2;
    this.#beaconsExact += missed * beaconsPerS * dt + (this.#random.next() < dt / 1200 ? 1 : 0);
    const whole = Math.floor(this.#beaconsExact);
    this.#beaconsExact -= whole;
    this.beaconsLost += whole;
  }

  #air(dt: number, causes: NetworkCauses): void {
    const usual = this.#environment ? this.#environment.channelBusy * (0.85 + 0.25 * this.evening) : this.#p.busy;
    const extra = causes.busyExtra * (0.6 + 0.4 * this.evening);
    this.busy = Math.max(0, Math.min(97, usual + extra + this.#noise.busy.step(dt)));
  }

  /** What changes at the router breaks what stands. */
  #watchHome(causes: NetworkCauses): void {
    const before = this.#causes;
    this.#causes = causes;
    if (before === causes) return;
    this.#shift = causes.addressShift;
    const refusedNow = causes.wrongPassword && !before.wrongPassword;
    const modeNow = causes.accessPoint !== before.accessPoint && causes.accessPoint !== 'usable';
    const leasesGone = causes.dhcpFail > 0 && before.dhcpFail === 0;
    const moved = causes.strayNetwork !== before.strayNetwork;
    if (this.associated && (refusedNow || modeNow || leasesGone || moved)) this.#drop();
  }

  #drop(): void {
    this.associated = false;
    this.#leased = false;
    this.noOfferS = 0;
    this.#scannedS = 0;
  }

  /** Why no association can come about; undefined: it can. */
  #obstacle(): 'not_found' | 'refused' | undefined {
    const { routerOff, accessPoint, wrongPassword, strayNetwork } = this.#causes;
    if (strayNetwork) return undefined;
    if (routerOff || accessPoint !== 'usable') return 'not_found';
    return wrongPassword ? 'refused' : undefined;
  }

  #associate(dt: number, signal: number): void {
    const { routerOff, strayNetwork, dropsPerHour } = this.#causes;
    const heard = signal > sensitivityDbm && (!routerOff || strayNetwork);
    if (this.associated) {
      this.#silentS = heard ? 0 : this.#silentS + dt;
      if (!heard) this.beaconsLost += Math.round(beaconsPerS * dt);
      if (dropsPerHour > 0 && this.#random.next() < (dropsPerHour * dt) / 3600) {
        this.#drop();
        // It has just heard the network: it tries at once.
        this.#scannedS = scanS - 3;
        return;
      }
      if (this.#silentS >= scanAfterS) return this.#drop();
      return this.#lease(dt);
    }
    this.#scannedS += dt;
    if (this.#scannedS < scanS) return;
    this.#scannedS = 0;
    const obstacle = heard ? this.#obstacle() : 'not_found';
    if (obstacle === 'not_found') {
      this.emptyScans += 1;
      this.#failed(3);
    } else if (obstacle === 'refused') {
      this.emptyScans = 0;
      this.refusals += 1;
      this.#failed(2);
    } else if (signal < -87 && this.#random.next() < 0.4) this.#failed(1);
    else this.#join();
  }

  #failed(cause: number): void {
    this.failCause = cause;
    this.failures += 1;
  }

  #join(): void {
    this.profile = this.#causes.strayNetwork ? 'secondary' : 'primary';
    this.associated = true;
    this.associations += 1;
    this.emptyScans = 0;
    this.refusals = 0;
    this.#silentS = 0;
    this.#addressS = 0;
    this.#requestS = dhcpRetryS;
    this.#leased = false;
    this.noOfferS = 0;
  }

  #lease(dt: number): void {
    const { dhcpFail } = this.#causes;
    this.#addressS += dt;
    if (this.#leased) {
      if (dhcpFail === 0) return;
      this.#leaseLeftS -= dt;
      if (this.#leaseLeftS > 0) return;
      this.#leaseLeftS = leaseS;
      this.#leased = this.#random.next() >= dhcpFail;
      return;
    }
    this.noOfferS += dt;
    this.#requestS += dt;
    if (this.#addressS < dhcpS || this.#requestS < dhcpRetryS) return;
    this.#requestS = 0;
    if (this.#random.next() < dhcpFail) return;
    this.#leased = true;
    this.#leaseLeftS = leaseS;
    this.noOfferS = 0;
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
