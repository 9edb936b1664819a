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
  #off = 0;
  #coilOpen = false;
  readonly #coilOhm: number;

  constructor(options: { readonly parameters: CameraParameters }) {
    this.#coilOhm = options.parameters.filter.coilOhm;
  }

  /** Share of the picture that it covers, 0..1. */
  get cover(): number {
    return this.coverWhen(this.#coilOpen ? this.#lever : this.commanded);
  }
  coverWhen(lever: 'in' | 'out'): number {
    return lever === 'in' ? 1 - this.#off : 0;
  }
  /** It moves when it is driven. */
  get moves(): boolean {
    return !this.#coilOpen && this.#off < 1;
  }

  step(causes: Causes): void {
    this.#off = causes.filterOff;
    // Without a holding magnet it falls out of the path.
    if (causes.coilOpen) this.#lever = 'out';
    else if (this.#coilOpen) this.#lever = this.commanded;
    this.#coilOpen = causes.coilOpen;
  }

  drive(to: 'in' | 'out', volts: number): void {
    this.commanded = to;
    if (!this.#coilOpen) this.#lever = to;
    this.coilCurrent = this.pulse(volts);
  }

  /** mA of a drive pulse. */
  pulse(volts: number): number {
    return this.#coilOpen ? 0 : Math.round((volts / this.#coilOhm) * 1000);
  }
}

export interface Scene {
  readonly causes: Causes;
  readonly lux: number;
  readonly irLight: boolean;
  /** Of the filter. */
  readonly cover: number;
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
  readonly #w: Readonly<Record<'luma' | 'red' | 'noise' | 'sharp' | 'scene' | 'sway' | 'fog', Wander>>;
  #sway = 0;
  #dry = 0;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.sensor;
    this.#w = {
      luma: new Wander({ random, deviation: 3, tauS: 20 }),
      red: new Wander({ random, deviation: 1, tauS: 30 }),
      noise: new Wander({ random, deviation: 0.7, tauS: 15 }),
      sharp: new Wander({ random, deviation: 4, tauS: 60 }),
      scene: new Wander({ random, deviation: 1, tauS: 40 }),
      sway: new Wander({ random, deviation: 1, tauS: 90 }),
      fog: new Wander({ random, deviation: 0.5, tauS: 900 }),
    };
  }

  /** Without noise: what the scene would look like. */
  look(options: Scene): {
    readonly potential: number;
    readonly luma: number;
    readonly redGain: number;
    readonly lit: number;
  } {
    const { causes, lux, irLight, cover } = options;
    const { lumaPerLux, targetLuma, irLuma, redGainIn, redGainOut } = this.#p;
    // Daylight has infrared of its own; the filter takes nearly all infrared away.
    const day = lux * lumaPerLux * (1.3 - 0.3 * cover);
    const returned = 1 + (causes.irReturn - 1) * (1 + causes.irSway * this.#sway) + causes.scatter;
    const own = irLight ? irLuma * returned * (1 - 0.95 * cover) : 0;
    const potential = day + own;
    const lit = Math.min(1, day / targetLuma);
    const redGain = (redGainOut + (redGainIn - redGainOut) * cover) * lit + (1 - lit);
    return { potential, luma: Math.min(targetLuma, potential), redGain, lit };
  }

  step(options: Scene & { dt: number }): void {
    const { dt, causes, irLight } = options;
    this.#sway = causes.irSway === 0 ? 0 : 1.5 * this.#w.sway.step(dt);
    this.#dry = causes.drying === 0 ? 0 : causes.drying * Math.max(0, Math.min(1, 0.5 + this.#w.fog.step(dt)));
    const seen = this.look(options);
    this.potential = seen.potential * (1 + 0.04 * this.#w.scene.step(dt));
    const held = Math.min(this.#p.targetLuma, this.potential);
    this.luma = Math.max(0, Math.min(255, held + this.#w.luma.step(dt) * Math.min(1, held / 20)));
    // In the dark the white balance follows the sensor's own noise.
    const red = this.#w.red.step(dt) * (0.05 + 0.4 * (1 - seen.lit));
    this.redGain = Math.max(0, Math.min(4, seen.redGain + red));
    const gain = Math.max(1, this.#p.targetLuma / Math.max(1, this.potential));
    const grain = this.#p.noise + this.#w.noise.step(dt) + 5 * Math.log2(gain) + (irLight ? 6 : 0);
    this.noise = Math.max(0, Math.min(60, grain + 14 * causes.framesLost));
    const sharp = (this.#p.sharpness + this.#w.sharp.step(dt)) * (1 - causes.blur * (1 - this.#dry)) - 0.6 * this.noise;
    this.sharpness = Math.max(0, Math.min(100, sharp));
  }
}
