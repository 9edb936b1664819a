import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { CameraParameters } from './parameters.ts';

/** Frames out of the encoder, bits, key frames and time stamps. */
export class Encoder {
  fps = 0;
  /** bit/s. */
  bitrate = 0;
  keyframeS = 0;
  /** Irregular time stamps since boot. */
  steps = 0;
  readonly #p: CameraParameters['encoder'];
  readonly #random: Random;
  readonly #pace: Wander;
  readonly #motion: Wander;
  readonly #keys: Wander;
  readonly #cable: Wander;
  #stepsExact = 0;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.encoder;
    this.#random = random;
    this.#pace = new Wander({ random, deviation: 0.25, tauS: 10 });
    this.#motion = new Wander({ random, deviation: 0.2, tauS: 120 });
    this.#keys = new Wander({ random, deviation: 0.06, tauS: 30 });
    this.#cable = new Wander({ random, deviation: 1, tauS: 12 });
  }

  restart(): void {
    this.#stepsExact = 0;
    this.steps = 0;
  }

  /** `fpsShare` is what the firmware allows for heat; `smart` its setting. */
  step(options: { dt: number; causes: Causes; fpsShare: number; smart: boolean; night: boolean }): void {
    const { dt, causes, fpsShare, smart, night } = options;
    const { fps, dayBitrate, nightBitrate, keyframeS, smartKeyframeS } = this.#p;
    // A loose contact loses frames in bursts.
    const lost = causes.framesLost * Math.max(0, Math.min(1, 0.5 + this.#cable.step(dt)));
    this.fps = Math.max(0, Math.min(30, fps * fpsShare * (1 - lost) + this.#pace.step(dt)));
    if (lost > 0) this.#stepsExact += 0.05 * lost * dt;
    const base = night ? nightBitrate : dayBitrate;
    this.bitrate = Math.max(0, base * fpsShare * (1 + this.#motion.step(dt)) * (smart ? 0.6 : 1));
    this.keyframeS = (smart ? smartKeyframeS : keyframeS) + this.#keys.step(dt);
    if (smart) this.#stepsExact += causes.codecJitter * dt;
    if (this.#random.next() < dt / 1500) this.#stepsExact += 1;
    this.steps = Math.floor(this.#stepsExact);
  }
}
