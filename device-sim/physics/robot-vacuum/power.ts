import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import type { VacuumParameters } from './parameters.ts';
import { approach, Wander } from '../wander.ts';

/** Battery pack, charger and dock contacts. */
export class Power {
  level: number;
  voltage = 15;
  /** A, positive into the pack. */
  current = 0;
  temperature: number;
  dockVoltage = 0;
  /** Seconds that the contact has been open while on the dock. */
  gapS = 0;
  readonly #p: VacuumParameters;
  readonly #random: Random;
  readonly #noiseV: Wander;
  readonly #noiseA: Wander;
  #gapLeftS = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    const { parameters, random } = options;
    this.#p = parameters;
    this.#random = random;
    this.level = random.between(...parameters.start.level);
    this.temperature = parameters.ambientCel + random.between(1, 4);
    this.#noiseV = new Wander({ random, deviation: 0.06, tauS: 20 });
    this.#noiseA = new Wander({ random, deviation: 0.02, tauS: 3 });
  }

  step(options: { dt: number; causes: Causes; onDock: boolean; charging: boolean; loadA: number }): void {
    const { dt, causes, onDock, charging, loadA } = options;
    const { battery, dock, ambientCel } = this.#p;
    const contact = onDock && this.#contact(dt, causes, charging);
    this.gapS = onDock && !contact ? this.gapS + dt : 0;
    const open = this.#openCircuit();
    const noiseA = this.#noiseA.step(dt);
    const chargeA = contact && charging ? this.#chargeCurrent(open) + noiseA : 0;
    if (contact) this.current = charging ? chargeA : -0.02 + noiseA;
    else this.current = -(loadA + Math.abs(noiseA));
    this.voltage = open + this.current * battery.ohm;
    const dockLoad = contact ? Math.max(0, chargeA) + 0.1 : 0;
    this.dockVoltage = contact ? dock.openV - dockLoad * (dock.ohm + causes.contactOhm) + this.#noiseV.step(dt) : 0;
    this.level += (((this.current * this.voltage * dt) / 3600) * 100) / battery.learnedWh;
    this.level = Math.max(0, Math.min(100, this.level));
    const warm = ambientCel + 3 + battery.heating * Math.abs(this.current);
    this.temperature = approach(this.temperature, warm, dt, battery.tauS);
  }

  #contact(dt: number, causes: Causes, charging: boolean): boolean {
    if (this.#gapLeftS > 0) this.#gapLeftS -= dt;
    else if (
      charging &&
      causes.contactGapsPerHour > 0 &&
      this.#random.next() < (causes.contactGapsPerHour * dt) / 3600
    ) {
      this.#gapLeftS = this.#random.between(2, 20);
    }
    return this.#gapLeftS <= 0;
  }

  /** Constant current, then tapering so that the pack does not pass its full voltage. */
  #chargeCurrent(open: number): number {
    const { chargeA, taperV, fullV, ohm } = this.#p.battery;
    const knee = taperV - chargeA * ohm;
    return open <= knee ? chargeA : Math.max(0.13, (chargeA * (fullV - open)) / (fullV - knee));
  }

  #openCircuit(): number {
    const table = this.#p.battery.openCircuitV;
    const place = Math.min(9.999, Math.max(0, this.level / 10));
    const low = table[Math.floor(place)] ?? 0;
    const high = table[Math.floor(place) + 1] ?? low;
    return low + (high - low) * (place % 1);
  }
}
