import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import type { VacuumParameters } from './parameters.ts';
import { approach, Wander } from '../wander.ts';

/** The charger needs so much more than the pack has. */
const chargerDropV = 1;
/** A discharge of more than this share teaches the gauge the capacity. */
const learnedFrom = 40;

/** Battery pack with its gauge, charger, dock and contacts. */
export class Power {
  /** %, as the gauge counts: over the learned capacity, anchored at full and at cut-off. */
  level: number;
  /** W.h, as the gauge has learned. */
  learnedWh: number;
  voltage = 15;
  /** A, positive into the pack. */
  current = 0;
  temperature: number;
  dockVoltage = 0;
  /** Seconds that the contact has been open while on the dock. */
  gapS = 0;
  /** The dock's beacon and lamp: lit while it has a supply. */
  dockLit = true;
  readonly #p: VacuumParameters;
  readonly #airCel: number;
  readonly #random: Random;
  readonly #noiseV: Wander;
  readonly #noiseA: Wander;
  readonly #supply: Wander;
  readonly #fuse: Wander;
  #gapLeftS = 0;
  /** 0..1 of what the pack can hold now. */
  #charge: number;
  #capacity = 1;
  /** W.h and % since the last full charge, for the gauge to learn. */
  #sinceFullWh = 0;
  #anchored = false;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random; readonly airCel: number }) {
    const { parameters, random } = options;
    this.#p = parameters;
    this.#airCel = options.airCel;
    this.#random = random;
    this.level = random.between(...parameters.start.level);
    this.#charge = this.level / 100;
    this.learnedWh = parameters.battery.learnedWh;
    this.temperature = options.airCel + random.between(1, 4);
    this.#noiseV = new Wander({ random, deviation: 0.06, tauS: 20 });
    this.#noiseA = new Wander({ random, deviation: 0.02, tauS: 3 });
    this.#supply = new Wander({ random, deviation: 0.3, tauS: 90 });
    this.#fuse = new Wander({ random, deviation: 0.3, tauS: 120 });
  }

  /** W.h that it holds when full. */
  capacityWh(causes: Causes): number {
    return this.#p.battery.learnedWh * causes.capacity;
  }

  /** The pack is as it is by now: what the gauge has learned of an old one, it learned before. */
  settle(causes: Causes): void {
    this.#capacity = causes.capacity;
    this.learnedWh = this.#p.battery.learnedWh * (1 - 0.9 * (1 - causes.capacity));
  }

  setLevel(level: number): void {
    this.level = level;
    this.#charge = level / 100;
  }

  step(options: { dt: number; causes: Causes; onDock: boolean; charging: boolean; loadA: number }): void {
    const { dt, causes, onDock, charging, loadA } = options;
    const { battery, dock } = this.#p;
    if (causes.capacity !== this.#capacity) this.#age(causes.capacity);
    this.dockLit = !causes.mainsOff && !this.#mostly(causes.dockOff, this.#supply, dt);
    const contact = onDock && this.#contact(dt, causes, charging);
    this.gapS = onDock && !contact ? this.gapS + dt : 0;
    const open = this.#openCircuit();
    const noiseA = this.#noiseA.step(dt);
    const fed = contact && this.dockLit;
    const closed = !this.#mostly(causes.chargeOpen, this.#fuse, dt);
    const pathOhm = dock.ohm + causes.contactOhm + causes.dockOhm;
    const chargeA = fed && charging && closed ? this.#chargeCurrent(open, causes, pathOhm) + noiseA : 0;
    if (fed) this.current = charging ? chargeA : -0.02 + noiseA;
    else this.current = -(loadA + Math.abs(noiseA));
    this.voltage = open + this.current * battery.ohm * causes.packOhm;
    const dockLoad = Math.max(0, chargeA) + 0.1;
    this.dockVoltage = fed ? dock.openV - dockLoad * pathOhm + this.#noiseV.step(dt) : 0;
    this.#count(dt, causes);
    const warm = this.#airCel + 3 + battery.heating * Math.abs(this.current) * Math.sqrt(causes.packOhm);
    this.temperature = approach(this.temperature, warm, dt, battery.tauS);
  }

  /** A share of the time, in stretches. */
  #mostly(share: number, wander: Wander, dt: number): boolean {
    if (share <= 0) return false;
    return share >= 1 || wander.step(dt) > 0.3 * (1 - 2 * share);
  }

  #age(capacity: number): void {
    // The same charge in a smaller pack fills more of it.
    this.#charge = Math.min(1, (this.#charge * this.#capacity) / capacity);
    this.#capacity = capacity;
  }

  #count(dt: number, causes: Causes): void {
    const wh = (this.current * this.voltage * dt) / 3600;
    this.#charge = Math.max(0, Math.min(1, this.#charge + wh / this.capacityWh(causes)));
    this.level = Math.max(0, Math.min(100, this.level + (100 * wh) / this.learnedWh));
    if (this.#charge >= 0.999) {
      // Full: the gauge is anchored, and compares what went in and out since.
      this.level = 100;
      this.#sinceFullWh = 0;
      this.#anchored = true;
    } else if (this.level > 99.8) this.level = 99.8;
    this.#sinceFullWh -= Math.min(0, wh);
    const used = 100 * (1 - this.#charge);
    // What a discharge of more than 40 % gave, it learns half of.
    if (!this.#anchored || used < learnedFrom || wh > 0) return;
    const seen = (this.#sinceFullWh / used) * 100;
    this.learnedWh = approach(this.learnedWh, Math.max(5, Math.min(80, seen)), dt, 3600);
  }

  #contact(dt: number, causes: Causes, charging: boolean): boolean {
    if (this.#gapLeftS > 0) this.#gapLeftS -= dt;
    else if (
      charging &&
      causes.contactGapsPerHour > 0 &&
      this.#random.next() < (causes.contactGapsPerHour * dt) / 3600
    ) {
      this.#gapLeftS = this.#random.between(1.5, 9.5);
    }
    return this.#gapLeftS <= 0;
  }

  /** Constant current, then tapering so that the pack does not pass its full voltage; never more than the dock can push. */
  #chargeCurrent(open: number, causes: Causes, pathOhm: number): number {
    const { chargeA, taperV, fullV, ohm } = this.#p.battery;
    const inner = ohm * causes.packOhm;
    const knee = taperV - chargeA * inner;
    const wanted = open <= knee ? chargeA : Math.max(0.13, (chargeA * (fullV - open)) / (fullV - knee));
    const pushed = (this.#p.dock.openV - chargerDropV - open) / (pathOhm + inner);
    return Math.max(0, Math.min(wanted, pushed));
  }

  get openCircuitV(): number {
    return this.#openCircuit();
  }

  #openCircuit(): number {
    const table = this.#p.battery.openCircuitV;
    const place = Math.min(9.999, Math.max(0, this.#charge * 10));
    const low = table[Math.floor(place)] ?? 0;
    const high = table[Math.floor(place) + 1] ?? low;
    // The last hundredths fall steeply: that is what the cut-off is for.
    const knee = this.#charge < 0.03 ? (0.03 - this.#charge) * 40 : 0;
    return low + (high - low) * (place % 1) - knee;
  }
}
