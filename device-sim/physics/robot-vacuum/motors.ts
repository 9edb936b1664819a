import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import type { BrushParameters, VacuumParameters } from './parameters.ts';
import { approach, Wander } from '../wander.ts';

/** The spinning laser head: a speed-controlled motor against the friction of its bearing. */
export class Turret {
  speed = 0;
  current = 0;
  points = 0;
  readonly #p: VacuumParameters['turret'];
  readonly #speedNoise: Wander;
  readonly #pointNoise: Wander;
  readonly #frictionNoise: Wander;
  #turning = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.turret;
    this.#speedNoise = new Wander({ random, deviation: 2.5, tauS: 4 });
    this.#pointNoise = new Wander({ random, deviation: 10, tauS: 8 });
    this.#frictionNoise = new Wander({ random, deviation: 0.12, tauS: 6 });
  }

  /** What it comes to with this friction: share of the speed, and A. */
  settled({ turretFriction, turretDead }: Causes, noise = 0): { readonly share: number; readonly current: number } {
    const { currentA, limitA, margin } = this.#p;
    if (turretDead) return { share: 0, current: 0 };
    const friction = turretFriction * (1 + noise);
    // Up to the margin the controller holds the speed; beyond, it falls until at three times that it stands still.
    const share = Math.max(0, Math.min(1, 1 - (friction - margin) / (2 * margin)));
    return { share, current: Math.min(limitA, currentA * friction) };
  }

  step(options: { readonly dt: number; readonly causes: Causes; readonly commanded: boolean }): void {
    const { dt, commanded } = options;
    const { speed, tauS, points } = this.#p;
    const { share, current } = this.settled(options.causes, this.#frictionNoise.step(dt));
    this.#turning = approach(this.#turning, commanded ? speed * share : 0, dt, tauS);
    if (this.#turning < 2) this.#turning = 0;
    this.speed = this.#turning === 0 ? 0 : Math.max(0, this.#turning + this.#speedNoise.step(dt));
    this.current = commanded ? current : 0;
    // The ranging unit needs about a third of the speed to place its echoes.
    const usable = Math.max(0, Math.min(1, (this.#turning / speed - 0.33) / 0.33));
    this.points = usable === 0 ? 0 : Math.max(0, Math.round(points * usable + this.#pointNoise.step(dt)));
  }
}

/** The driver takes duty back above this winding temperature. */
const derateCel = 95;

export class Fan {
  speed = 0;
  current = 0;
  temperature: number;
  /** %: what the driver gives after it has taken back for heat. */
  duty = 0;
  readonly #p: VacuumParameters;
  readonly #airCel: number;
  readonly #noise: Wander;
  #turning = 0;
  #taken = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random; readonly airCel: number }) {
    this.#p = options.parameters;
    this.#airCel = options.airCel;
    this.temperature = options.airCel + 3;
    this.#noise = new Wander({ random: options.random, deviation: 0.012, tauS: 5 });
  }

  /** Speed and current that a duty comes to. A blocked filter unloads the fan, a worn bearing loads it. */
  settled(options: { duty: number; packV: number; causes: Causes }): {
    readonly speed: number;
    readonly current: number;
  } {
    const { duty, packV, causes } = options;
    const { fan } = this.#p;
    if (duty === 0) return { speed: 0, current: 0 };
    const share = duty / fan.referenceDuty;
    const { filterBlocked, fanFriction, binLeak } = causes;
    const supply = (packV / 14.7) ** 0.15;
    const eased = 1 + 0.05 * filterBlocked + 0.1 * binLeak;
    return {
      speed: (fan.speed * share ** fan.speedExponent * supply * eased) / fanFriction ** 0.45,
      current: fan.currentA * share ** fan.currentExponent * (1 - 0.3 * filterBlocked - 0.25 * binLeak) * fanFriction,
    };
  }

  step(options: { dt: number; duty: number; packV: number; causes: Causes }): void {
    const { dt, causes } = options;
    const { fan } = this.#p;
    this.#derate(dt);
    this.duty = Math.max(0, options.duty - Math.min(this.#taken, options.duty * 0.7));
    const { speed, current } = this.settled({ ...options, duty: this.duty });
    this.#turning = approach(this.#turning, speed, dt, fan.tauS);
    if (this.#turning < 20) this.#turning = 0;
    const noise = 1 + this.#noise.step(dt);
    this.speed = Math.round(this.#turning * noise);
    this.current = current * noise;
    // The working air is its cooling: what the filter holds back does not cool.
    const cooled = 1 - 0.95 * causes.filterBlocked;
    this.temperature = approach(
      this.temperature,
      this.#airCel + (fan.heating * this.current) / cooled,
      dt,
      fan.thermalTauS,
    );
  }

  /** A warm winding gets 0.5 %/s less, a cooler one 0.2 %/s back. */
  #derate(dt: number): void {
    if (this.temperature > derateCel) this.#taken += 0.5 * dt;
    else if (this.temperature < derateCel - 4) this.#taken = Math.max(0, this.#taken - 0.2 * dt);
    this.#taken = Math.min(60, this.#taken);
  }
}

/** A brush motor: its current follows the floor's and the hair's drag. */
export class Brush {
  current = 0;
  /** At the last start. */
  contact: 'good' | 'open' | 'short' = 'good';
  readonly #p: BrushParameters;
  readonly #noise: Wander;
  readonly #random: Random;
  #on = false;
  /** Its contact may fail. */
  #doubtful = false;

  constructor(options: { readonly parameters: BrushParameters; readonly random: Random }) {
    this.#p = options.parameters;
    this.#random = options.random;
    this.#noise = new Wander({ random: options.random, deviation: options.parameters.noiseA, tauS: 4 });
  }

  /** `open`, `short`: chances at a start. */
  step(options: {
    readonly dt: number;
    readonly on: boolean;
    readonly carpet: boolean;
    readonly drag: number;
    readonly open?: number;
    readonly short?: number;
  }): void {
    const { dt, on, open = 0, short = 0 } = options;
    const { hardA, carpetA, stallA } = this.#p;
    const begins = open + short > 0 && !this.#doubtful;
    this.#doubtful = open + short > 0;
    if (on && (!this.#on || begins) && open + short > 0) this.contact = this.#start(open, short);
    else if (open + short === 0) this.contact = 'good';
    this.#on = on;
    const noise = this.#noise.step(dt);
    if (!on || this.contact === 'open') {
      this.current = 0;
      return;
    }
    if (this.contact === 'short') {
      this.current = 2.6 + noise;
      return;
    }
    const load = (options.carpet ? carpetA : hardA) * options.drag + noise;
    this.current = approach(this.current, Math.min(stallA, Math.max(0, load)), dt, 0.8);
  }

  /** What a start would come to. */
  tried(open: number, short: number): 'good' | 'open' | 'short' {
    if (open + short === 0) return 'good';
    return this.contact === 'good' ? this.#start(open, short) : this.contact;
  }

  #start(open: number, short: number): 'good' | 'open' | 'short' {
    if (this.#random.next() < open) return 'open';
    return this.#random.next() < short ? 'short' : 'good';
  }
}

/** One drive wheel: its controller holds what the encoder counts; its current follows floor, speed and friction. */
export class Wheel {
  /** mm/s, on the floor. */
  speed = 0;
  /** mm/s, as the encoder counts. */
  encoder = 0;
  current = 0;
  readonly #p: VacuumParameters['wheels'];
  readonly #noise: Wander;
  readonly #contact: Wander;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    this.#p = options.parameters.wheels;
    this.#noise = new Wander({ random: options.random, deviation: this.#p.noiseA, tauS: 3 });
    this.#contact = new Wander({ random: options.random, deviation: 0.3, tauS: 25 });
  }

  /** What it comes to on a hard floor: share of the commanded speed, and A. */
  drawn(friction: number, open: number): { readonly share: number; readonly current: number } {
    if (open > 0.6) return { share: 0, current: 0 };
    const share = Math.max(0, Math.min(1, 1 - (friction - 3) / 3));
    return { share: share * (1 - open), current: Math.min(this.#p.stallA, this.#p.hardA * friction) * (1 - open) };
  }

  /** `open`: share of time without current; `gain`: what the encoder counts of the way. */
  step(options: {
    readonly dt: number;
    readonly command: number;
    readonly carpet: boolean;
    readonly friction: number;
    readonly open: number;
    readonly gain: number;
  }): void {
    const { dt, command, friction, open, gain } = options;
    const { hardA, carpetA, stallA } = this.#p;
    const dead = open > 0 && (open >= 1 || this.#contact.step(dt) > 0.3 * (1 - 2 * open));
    // The motor has three times the torque that a good wheel needs.
    const share = dead ? 0 : Math.max(0, Math.min(1, 1 - (friction - 3) / 3));
    const target = (command / gain) * share;
    this.speed = approach(this.speed, target, dt, 0.15);
    if (Math.abs(this.speed) < 1) this.speed = 0;
    this.encoder = this.speed * gain;
    const noise = this.#noise.step(dt);
    const load = (options.carpet ? carpetA : hardA) * friction;
    this.current = command === 0 || dead ? 0 : Math.min(stallA, Math.max(0.03, load + noise));
  }
}
