import type { Random } from '../../random.ts';
import { approach } from '../wander.ts';
import type { Appliance } from './appliance.ts';
import type { PlugCauses } from './faults.ts';
import type { HubParameters } from './parameters.ts';

export type Trip = 'none' | 'overtemperature' | 'overpower';

/** What a plug says of itself in a report. */
export interface PlugReport {
  readonly on: boolean;
  /** W, mean of the last 10 s, as its meter has it. */
  readonly power: number;
  readonly voltage: number;
  readonly temperature: number;
  readonly trip: Trip;
}

/** A plug: relay, meter and protection. Mains in, load out; its radio is the mesh's affair. */
export class Plug {
  /** It has mains: it relays, measures and can be heard. */
  powered = true;
  /** What its relay was last told, by whomever. */
  coil: boolean;
  closed: boolean;
  /** Cel, at the relay. */
  temperature: number;
  /** W that flow now. */
  power = 0;
  volts: number;
  /** Why it opened by itself; none after it was switched on again. */
  trip: Trip = 'none';
  /** Of the last day. */
  lastTrip: Trip = 'none';
  sinceTripS = 0;
  /** W that flowed when it opened. */
  tripPower = 0;
  peakPower = 0;
  readonly appliance: Appliance;
  readonly #p: HubParameters['plug'];
  readonly #random: Random;
  #stuck = false;
  #overS = 0;
  #meterSum = 0;
  #meterS = 0;
  #mean = 0;
  #noPulseS = 0;
  #lastSaid = 0;
  #sinceReportS: number;

  constructor(options: {
    readonly parameters: HubParameters['plug'];
    readonly appliance: Appliance;
    readonly random: Random;
    readonly on: boolean;
    readonly roomCel: number;
  }) {
    const { parameters, random, on } = options;
    this.#p = parameters;
    this.#random = random;
    this.appliance = options.appliance;
    this.coil = on;
    this.closed = on;
    this.volts = parameters.volts;
    this.temperature = options.roomCel + parameters.selfHeatK;
    if (on) this.#mean = this.#lastSaid = this.appliance.demand;
    this.#sinceReportS = random.between(0, parameters.longestReportS);
    this.#meterS = random.between(0, parameters.reportS);
    this.#meterSum = this.#mean * this.#meterS;
  }

  /** The coil is switched: contacts that weld stay closed. */
  switch(on: boolean, causes: PlugCauses): void {
    if (this.coil && !on) this.#stuck = this.power > 0 && this.#random.next() < causes.weld;
    if (on) this.trip = 'none';
    this.coil = on;
  }

  /** True: it has something to report. `opened`: it opened by itself in this step. */
  step(
    dt: number,
    options: { causes: PlugCauses; mains: boolean; volts: number; roomCel: number },
  ): { due: boolean; opened: boolean } {
    const { causes, mains, volts, roomCel } = options;
    const p = this.#p;
    const before = this.powered;
    this.powered = mains && !causes.unplugged;
    this.volts = volts;
    if (causes.weld === 0) this.#stuck = false;
    this.closed = this.coil || this.#stuck;
    const supplied = this.powered && this.closed;
    this.appliance.step(dt, { supplied, heaterW: causes.heaterW, stripW: causes.stripW });
    this.power = supplied ? this.appliance.demand * (volts / p.volts) ** 2 : 0;
    this.peakPower = Math.max(this.peakPower, this.power);
    const amps = this.power / volts;
    const self = this.powered ? p.selfHeatK : 0;
    const target = roomCel + self + p.contactK * causes.contactHeat * amps * amps;
    this.temperature = approach(this.temperature, target, dt, p.tauS);
    this.sinceTripS += dt;
    if (!this.powered) return { due: false, opened: false };
    // Back in its outlet: it starts with its relay as it was.
    if (!before) this.#sinceReportS = p.longestReportS;
    return { opened: this.#protect(dt), due: this.#measure(dt, causes) };
  }

  /** The contacts hold together although the coil let go. */
  get stuck(): boolean {
    return this.#stuck;
  }

  report(causes: PlugCauses): PlugReport {
    this.#lastSaid = this.#mean;
    this.#sinceReportS = 0;
    return {
      on: this.coil,
      power: Math.min(5000, Math.round(this.#mean)),
      voltage: Math.round((this.volts * causes.voltGain + 0.4 * this.#random.normal()) * 10) / 10,
      temperature: Math.round((this.temperature + 0.3 * this.#random.normal()) * 10) / 10,
      trip: this.trip,
    };
  }

  #protect(dt: number): boolean {
    if (!this.coil) return false;
    const p = this.#p;
    this.#overS = this.power > p.overpowerW ? this.#overS + dt : 0;
    const hot = this.temperature > p.opensAtCel;
    const much = this.power > p.shortW || this.#overS >= p.overpowerForS;
    if (!hot && !much) return false;
    this.#overS = 0;
    this.trip = hot ? 'overtemperature' : 'overpower';
    this.lastTrip = this.trip;
    this.sinceTripS = 0;
    this.tripPower = this.power;
    this.coil = false;
    return true;
  }

  /** A meter of pulses: without current none comes, and until it stops waiting it says what it said last. */
  #measure(dt: number, causes: PlugCauses): boolean {
    const p = this.#p;
    this.#noPulseS = this.power > 0.5 ? 0 : this.#noPulseS + dt;
    this.#meterSum += this.power * dt;
    this.#meterS += dt;
    this.#sinceReportS += dt;
    if (this.#meterS < p.reportS - 1e-6) return false;
    const mean = this.#meterSum / this.#meterS;
    const waits = this.#noPulseS > 0 && this.#noPulseS <= p.pulseTimeoutS + causes.pulseWaitS;
    if (!waits) this.#mean = this.#noPulseS > 0 ? 0 : mean * (1 + 0.002 * this.#random.normal());
    this.#meterSum = 0;
    this.#meterS = 0;
    const changed = Math.abs(this.#mean - this.#lastSaid) > Math.max(0.5, p.reportShare * this.#lastSaid);
    return changed || this.#sinceReportS >= p.longestReportS - 1e-6;
  }
}
