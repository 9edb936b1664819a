import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { SpeakerParameters } from './parameters.ts';
import { sumDb } from './room.ts';

const digitalZeroDb = -120;
const cancelledDb = 14;

/** Capsules, the switch in their supply, and the bus that carries what they hear. */
export class Microphones {
  /** The switch as its owner left it. */
  switchClosed = false;
  /** What the firmware reads of the switch. */
  muted = false;
  /** The loudest of the capsules, dB. */
  rms = -60;
  readonly #p: SpeakerParameters['microphones'];
  readonly #noise: Wander;
  readonly #contact: Wander;
  #dead = false;
  #deafDb = 0;
  #ownDb = -120;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.microphones;
    this.#noise = new Wander({ random, deviation: 0.8, tauS: 8 });
    this.#contact = new Wander({ random, deviation: 1, tauS: 240 });
  }

  /** A sound of that level at the device: what arrives in the converter. */
  hear(levelDb: number): number {
    if (this.#dead) return digitalZeroDb;
    if (this.muted) return this.#p.unsuppliedDb;
    return sumDb(levelDb - this.#deafDb, this.#p.selfNoiseDb);
  }

  /** What a word has to stand out from: echo cancellation takes most of the own sound away. */
  background(roomDb: number): number {
    return this.hear(sumDb(roomDb, this.#ownDb - cancelledDb));
  }

  /** `ownVolume` in % while it plays, else undefined. */
  step(options: { dt: number; causes: Causes; roomDb: number; ownVolume: number | undefined }): void {
    const { dt, causes, roomDb, ownVolume } = options;
    // A slider that was left half way touches now and then.
    const touches = causes.muteContact >= 1 || this.#contact.step(dt) < 3 * causes.muteContact - 1.5;
    this.muted = this.switchClosed || (causes.muteContact > 0 && touches);
    this.#dead = causes.captureDead;
    this.#deafDb = causes.deafDb;
    const sounds = ownVolume !== undefined && ownVolume > 0;
    this.#ownDb = sounds ? this.#p.echoDb + this.#p.echoDbPerPercent * ownVolume : -120;
    const level = this.hear(sumDb(roomDb, this.#ownDb));
    this.rms = this.#dead ? digitalZeroDb : Math.max(digitalZeroDb, Math.min(0, level + this.#noise.step(dt)));
  }
}
