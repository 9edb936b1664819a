import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { CameraParameters } from './parameters.ts';

/** The IR-cut filter on its lever: a coil pulse moves it; nothing tells where it really is. */
export class Filter {
  commanded: 'in' | 'out' = 'in';
  /** Peak of the last drive pulse, mA. */
  coilCurrent = 0;
  #lever: 'in' | 'out' = 'in';
  #off = false;
  readonly #coilOhm: number;

  constructor(options: { readonly parameters: CameraParameters }) {
    this.#coilOhm = options.parameters.filter.coilOhm;
  }

  get inPath(): boolean {
    return this.#lever === 'in' && !this.#off;
  }

  step(causes: Causes): void {
    this.#off = causes.filterOff;
  }

  drive(to: 'in' | 'out', volts: number): void {
    this.commanded = to;
    this.#lever = to;
    this.coilCurrent = Math.round((volts / this.#coilOhm) * 1000);
  }
}

/** Light to picture: exposure control, colour, noise. Luma is 0..255, gains are red over green. */
export class Sensor {
  luma = 0;
  /** What full gain would make of the light in the picture; the firmware knows its own gain. */
  potential = 0;
  redGain = 1;
  noise = 0;
  sharpness = 0;
  readonly #p: CameraParameters['sensor'];
  readonly #w: Readonly<Record<'luma' | 'red' | 'noise' | 'sharp' | 'scene', Wander>>;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.sensor;
    this.#w = {
      luma: new Wander({ random, deviation: 3, tauS: 20 }),
      red: new Wander({ random, deviation: 1, tauS: 30 }),
      noise: new Wander({ random, deviation: 0.7, tauS: 15 }),
      sharp: new Wander({ random, deviation: 4, tauS: 60 }),
      scene: new Wander({ random, deviation: 1, tauS: 40 }),
    };
  }

  step(options: { dt: number; causes: Causes; lux: number; irLight: boolean; filterIn: boolean }): void {
    const { dt, causes, lux, irLight, filterIn } = options;
    const { lumaPerLux, targetLuma, irLuma, redGainIn, redGainOut } = this.#p;
    const scene = 1 + 0.04 * this.#w.scene.step(dt);
    // Daylight has infrared of its own; the filter takes nearly all infrared away.
    const day = lux * lumaPerLux * (filterIn ? 1 : 1.3);
    const own = irLight ? irLuma * causes.irReturn * (filterIn ? 0.05 : 1) : 0;
    this.potential = (day + own) * scene;
    const held = Math.min(targetLuma, this.potential);
    this.luma = Math.max(0, Math.min(255, held + this.#w.luma.step(dt) * Math.min(1, held / 20)));
    const lit = Math.min(1, day / targetLuma);
    const cast = filterIn ? redGainIn : redGainOut;
    // In the dark the white balance follows the sensor's own noise.
    const red = this.#w.red.step(dt);
    this.redGain = Math.max(0, Math.min(4, cast * lit + (1 - lit) + red * (0.05 + 0.4 * (1 - lit))));
    const gain = Math.max(1, targetLuma / Math.max(1, this.potential));
    this.noise = Math.max(
      0,
      Math.min(60, this.#p.noise + this.#w.noise.step(dt) + 5 * Math.log2(gain) + (own > 0 ? 6 : 0)),
    );
    this.sharpness = Math.max(0, Math.min(100, this.#p.sharpness + this.#w.sharp.step(dt) - 0.6 * this.noise));
  }
}
