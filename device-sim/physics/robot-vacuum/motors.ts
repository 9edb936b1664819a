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

  step(options: { readonly dt: number; readonly causes: Causes; readonly commanded: boolean }): void {
    const { speed, tauS, currentA, limitA, margin, points } = this.#p;
    const friction = options.causes.turretFriction * (1 + this.#frictionNoise.step(options.dt));
    // Up to the margin the controller holds the speed; beyond, it falls until at three times that it stands still.
    const reached = Math.max(0, Math.min(1, 1 - (friction - margin) / (2 * margin)));
    this.#turning = approach(this.#turning, options.commanded ? speed * reached : 0, options.dt, tauS);
    if (this.#turning < 2) this.#turning = 0;
    this.speed = this.#turning === 0 ? 0 : Math.max(0, this.#turning + this.#speedNoise.step(options.dt));
    this.current = options.commanded ? Math.min(limitA, currentA * friction) : 0;
    // The ranging unit needs about a third of the speed to place its echoes.
    const usable = Math.max(0, Math.min(1, (this.#turning / speed - 0.33) / 0.33));
    this.points = usable === 0 ? 0 : Math.max(0, Math.round(points * usable + this.#pointNoise.step(options.dt)));
  }
}

export class Fan {
  speed = 0;
  current = 0;
  temperature: number;
  readonly #p: VacuumParameters;
  readonly #noise: Wander;
  #turning = 0;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    this.#p = options.parameters;
    this.temperature = options.parameters.ambientCel + 3;
    this.#noise = new Wander({ random: options.random, deviation: 0.012, tauS: 5 });
  }

  step(options: { readonly dt: number; readonly duty: number; readonly packV: number }): void {
    const { fan, ambientCel } = this.#p;
    const share = options.duty / fan.referenceDuty;
    const supply = (options.packV / 14.7) ** 0.15;
    const target = options.duty === 0 ? 0 : fan.speed * share ** fan.speedExponent * supply;
    this.#turning = approach(this.#turning, target, options.dt, fan.tauS);
    if (this.#turning < 20) this.#turning = 0;
    const noise = 1 + this.#noise.step(options.dt);
    this.speed = Math.round(this.#turning * noise);
    this.current = options.duty === 0 ? 0 : fan.currentA * share ** fan.currentExponent * noise;
    this.temperature = approach(this.temperature, ambientCel + fan.heating * this.current, options.dt, fan.thermalTauS);
  }
}

/** A brush motor: its current follows the floor's and the hair's drag. */
export class Brush {
  current = 0;
  readonly #p: BrushParameters;
  readonly #noise: Wander;

  constructor(options: { readonly parameters: BrushParameters; readonly random: Random }) {
    this.#p = options.parameters;
    this.#noise = new Wander({ random: options.random, deviation: options.parameters.noiseA, tauS: 4 });
  }

  step(options: { readonly dt: number; readonly on: boolean; readonly carpet: boolean; readonly drag: number }): void {
    const { hardA, carpetA, stallA } = this.#p;
    const noise = this.#noise.step(options.dt);
    const load = (options.carpet ? carpetA : hardA) * options.drag + noise;
    const target = options.on ? Math.min(stallA, Math.max(0, load)) : 0;
    this.current = options.on ? approach(this.current, target, options.dt, 0.8) : 0;
  }
}

/** One drive wheel: follows its command within a moment; its current follows floor and speed. */
export class Wheel {
  /** mm/s. */
  speed = 0;
  current = 0;
  readonly #p: VacuumParameters['wheels'];
  readonly #noise: Wander;

  constructor(options: { readonly parameters: VacuumParameters; readonly random: Random }) {
    this.#p = options.parameters.wheels;
    this.#noise = new Wander({ random: options.random, deviation: this.#p.noiseA, tauS: 3 });
  }

  step(options: { readonly dt: number; readonly command: number; readonly carpet: boolean }): void {
    this.speed = approach(this.speed, options.command, options.dt, 0.15);
    if (Math.abs(this.speed) < 1) this.speed = 0;
    const noise = this.#noise.step(options.dt);
    const load = options.carpet ? this.#p.carpetA : this.#p.hardA;
    this.current = options.command === 0 ? 0 : Math.min(this.#p.stallA, Math.max(0.03, load + noise));
  }
}
