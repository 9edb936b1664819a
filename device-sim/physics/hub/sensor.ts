import type { Random } from '../../random.ts';
import { cellUnderLoad } from './cell.ts';
import type { Parent, SensorId } from './children.ts';
import type { SensorCauses } from './faults.ts';
import type { HubParameters } from './parameters.ts';

/** What a sensor says of itself in a message. */
export interface SensorReport {
  readonly level: number;
  readonly voltage: number;
  readonly temperature: number;
}

const keepAliveS = 150;
const retryS = 20;
const passiveTimeoutS = 25 * 3600;
/** Attempts in a row without an answer after which it looks for another parent. */
const patience = 3;

/** Where the sensor's messages go: true, it was answered. */
export interface SensorWay {
  /** The parent answers a keep-alive (or, in one, a message of its own). */
  readonly reach: (sensor: Sensor) => boolean;
  readonly deliver: (sensor: Sensor, report: SensorReport) => boolean;
  /** A parent that it hears well enough, or undefined. */
  readonly search: (sensor: Sensor) => Parent | undefined;
  readonly announceLeave: (sensor: Sensor) => void;
  readonly joined: (sensor: Sensor) => void;
}

/** A sleepy sensor: it wakes to report, to check in and to see whether its parent is still there. */
export class Sensor {
  readonly id: SensorId;
  /** s5 leak and s6 contact: on event, and a check-in now and then. */
  readonly passive: boolean;
  parent: Parent;
  member = true;
  /** When it wakes next, s of the world. */
  wakesAt = 0;
  readonly #p: HubParameters['sensor'];
  readonly #random: Random;
  readonly #ownCharge: number;
  readonly #periodS: number;
  #charge: number;
  #reportAt: number;
  #eventAt: number;
  #aliveAt: number;
  #failures = 0;
  #searches = 0;
  #rejoinAt = 0;
  #leaveAt: number | undefined;

  constructor(options: {
    readonly id: SensorId;
    readonly parameters: HubParameters['sensor'];
    readonly random: Random;
    readonly parent: Parent;
  }) {
    const { id, parameters, random } = options;
    this.id = id;
    this.parent = options.parent;
    this.passive = id === 's5' || id === 's6';
    this.#p = parameters;
    this.#random = random;
    this.#ownCharge = random.between(...parameters.startCharge);
    this.#charge = this.#ownCharge;
    this.#periodS = this.passive ? parameters.checkInS : parameters.reportS * random.between(0.9, 0.985);
    this.#reportAt = random.between(0, this.#periodS);
    this.#eventAt = id === 's6' ? random.between(60, 3600) : Infinity;
    this.#aliveAt = random.between(0, keepAliveS);
    this.wakesAt = Math.min(this.#reportAt, this.#eventAt, this.#aliveAt);
  }

  /** How long ago it was heard when the world began. */
  get heardBeforeS(): number {
    return Math.max(0, this.#periodS - this.#reportAt);
  }

  voltage(celsius: number): number {
    return cellUnderLoad(this.#charge, celsius);
  }
  /** Its lamp needs what its radio needs. */
  alive(celsius: number): boolean {
    return this.voltage(celsius) >= this.#p.leastV;
  }

  /** Its button: it reports at once, if it is a member. */
  wake(now: number): void {
    this.#reportAt = now;
    this.wakesAt = now;
  }

  /** Called when it wakes. `use` 0..1: how much happens at home. */
  step(now: number, options: { causes: SensorCauses; way: SensorWay; celsius: number; use: number }): void {
    const { causes, way, celsius, use } = options;
    this.#charge = causes.charge < 1 ? Math.min(this.#ownCharge, causes.charge) : this.#ownCharge;
    this.#membership(now, causes, way);
    if (this.member) {
      if (now >= this.#aliveAt) this.#keepAlive(now, way, celsius);
      if (now >= this.#eventAt) this.#event(now, { causes, way, celsius, use });
      if (now >= this.#reportAt) this.#report(now, causes, way, celsius);
    } else {
      // Nothing is sent by who is no member; what was due is due again after it has joined.
      this.#aliveAt = Math.max(this.#aliveAt, now + keepAliveS);
    }
    const own = this.member ? Math.min(this.#reportAt, this.#eventAt, this.#aliveAt) : now + 10;
    this.wakesAt = Math.max(now + 1, own);
  }

  #membership(now: number, causes: SensorCauses, way: SensorWay): void {
    if (!this.member) {
      const staysOut = causes.leaves >= 0.5;
      if (staysOut || now < this.#rejoinAt) return;
      const parent = way.search(this);
      if (!parent) return;
      this.member = true;
      this.parent = parent;
      this.#leaveAt = now + this.#random.between(1800, 7200);
      this.#reportAt = now;
      way.joined(this);
      return;
    }
    if (causes.leaves === 0) {
      this.#leaveAt = undefined;
      return;
    }
    if (now < (this.#leaveAt ?? 0)) return;
    this.member = false;
    this.#rejoinAt = now + this.#random.between(900, 3000);
    way.announceLeave(this);
  }

  #keepAlive(now: number, way: SensorWay, celsius: number): void {
    this.#aliveAt = now + keepAliveS * this.#random.between(0.9, 1.1);
    if (!this.alive(celsius)) return;
    this.#answered(way.reach(this));
    if (this.#failures < patience) return;
    // It searches ever more seldom: searching costs more than a report.
    this.#searches += 1;
    const parent = way.search(this);
    if (parent) {
      this.parent = parent;
      this.#failures = 0;
      this.#searches = 0;
      return;
    }
    this.#aliveAt = now + Math.min(3600, 150 * 2 ** this.#searches);
  }

  #event(now: number, options: { causes: SensorCauses; way: SensorWay; celsius: number; use: number }): void {
    const { causes, way, celsius, use } = options;
    this.#eventAt = now + this.#random.between(0.2, 1.8) * (1200 / Math.max(0.05, use));
    if (causes.quiet === 0) this.#send(now, way, celsius);
  }

  #report(now: number, causes: SensorCauses, way: SensorWay, celsius: number): void {
    if (causes.quiet > 0) {
      this.#reportAt = now + (0.3 + 0.65 * causes.quiet) * passiveTimeoutS;
      return;
    }
    if (this.#send(now, way, celsius)) return;
    // Once more in a moment, then at the next turn.
    if (this.#failures % 3 !== 0) this.#reportAt = now + retryS;
  }

  #send(now: number, way: SensorWay, celsius: number): boolean {
    this.#reportAt = now + this.#periodS;
    // The voltage falls under the load of sending: the radio restarts before a word is out.
    if (!this.alive(celsius)) return false;
    const volts = this.voltage(celsius) + 0.006 * this.#random.normal();
    const { emptyV, fullV } = this.#p;
    const level = Math.max(0, Math.min(100, (100 * (volts - emptyV)) / (fullV - emptyV)));
    const report = {
      level: Math.round(level),
      voltage: Math.round(volts * 100) / 100,
      temperature: Math.round((celsius + 0.15 * this.#random.normal()) * 10) / 10,
    };
    const delivered = way.deliver(this, report);
    this.#answered(delivered);
    return delivered;
  }

  #answered(yes: boolean): void {
    this.#failures = yes ? 0 : this.#failures + 1;
    if (yes) this.#searches = 0;
  }
}
