import type { Random } from '../../random.ts';
import type { Environment } from '../environment.ts';
import { Wander } from '../wander.ts';
import type { CameraParameters } from './parameters.ts';

/** Daylight at the camera: the sun by local time (6 to 18 h), clouds, dusk, and what a hand does to the curtains. */
export class Light {
  /** 0..1 of the clear noon's. */
  sun = 0;
  /** In front of the lens, lx. */
  lux = 0;
  /** Of the air, Cel. */
  ambientCel: number;
  curtains = false;
  readonly #p: CameraParameters['place'];
  readonly #environment: Environment | undefined;
  readonly #clouds: Wander;

  constructor(options: {
    readonly parameters: CameraParameters;
    readonly random: Random;
    readonly environment?: Environment;
  }) {
    this.#p = options.parameters.place;
    this.#environment = options.environment;
    this.ambientCel = this.#environment?.airC ?? this.#p.ambientCel;
    this.#clouds = new Wander({ random: options.random, deviation: 0.15, tauS: 900 });
  }

  /** `hour` of the day; a place without windows keeps none. */
  step(dt: number, hourOfDay: number): void {
    const { dailySwingK, noonLux, nightLux } = this.#p;
    const { light = 'day_and_night', airC = this.#p.ambientCel } = this.#environment ?? {};
    const hour = light === 'day' ? 10.5 : light === 'night' ? 1 : hourOfDay;
    const height = Math.sin((Math.PI * (hour - 6)) / 12);
    const clear = 0.8 + this.#clouds.step(dt);
    this.sun = this.curtains ? 0 : Math.max(0, height) * Math.min(1, clear);
    // Twilight: a tenth for every six degrees or so that the sun is below the horizon.
    const twilight = 30 * Math.exp(Math.min(0, height) * 40);
    const outside = (noonLux * Math.max(0, height) ** 1.2 + twilight) * clear;
    this.lux = nightLux + (this.curtains ? 0 : outside);
    // Warmest at 14 h.
    this.ambientCel = airC + dailySwingK * (Math.sin((Math.PI * (hour - 8)) / 12) - (this.#environment ? 0.87 : 0));
  }
}
