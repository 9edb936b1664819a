import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { SpeakerParameters } from './parameters.ts';

/** Sums of sound pressure levels add as powers. */
export function sumDb(...levels: readonly number[]): number {
  return 10 * Math.log10(levels.reduce((sum, level) => sum + 10 ** (level / 10), 0));
}

/** The sound of the room without the speaker's own: quiet at night, a television in the evening, speech now and then. */
export class Room {
  /** Full scale of the microphones = 0. */
  levelDb = -60;
  readonly #p: SpeakerParameters['room'];
  readonly #drift: Wander;
  #speechS = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    this.#p = options.parameters.room;
    this.#drift = new Wander({ random: options.random, deviation: 2.6, tauS: 150 });
  }

  /** Somebody speaks for so long. */
  speak(seconds: number): void {
    this.#speechS = Math.max(this.#speechS, seconds);
  }

  /** `hour` of the day 0..24; `noiseDb`: what stands beside it and makes noise, -120: nothing. */
  step(dt: number, hour: number, noiseDb: number): void {
    const { nightDb, dayDb, eveningDb } = this.#p;
    const usual = hour < 6.5 || hour >= 23 ? nightDb : hour >= 18 ? eveningDb : dayDb;
    const speech = this.#speechS > 0 ? -40 : -120;
    this.#speechS = Math.max(0, this.#speechS - dt);
    this.levelDb = sumDb(usual + this.#drift.step(dt), speech, noiseDb);
  }
}
