import type { Random } from '../../random.ts';
import { approach, Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { SpeakerParameters } from './parameters.ts';

const tauS = 90;
const offS = 5;

/** Codec level to current in the driver's coil; switches itself off when that is too much. */
export class Amplifier {
  /** A. */
  current: number;
  /** Of its die, Cel. */
  temperature: number;
  /** Over-current or over-temperature is reported now. */
  protecting = false;
  readonly #p: SpeakerParameters['amplifier'];
  readonly #content: Wander;
  readonly #idle: Wander;
  #offS = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    const { random } = options;
    this.#p = options.parameters.amplifier;
    this.current = this.#p.idleA;
    this.temperature = options.parameters.place.ambientCel + 20;
    this.#content = new Wander({ random, deviation: 0.18, tauS: 6 });
    this.#idle = new Wander({ random, deviation: 0.008, tauS: 10 });
  }

  /** A at a volume in %, of a usual piece of music, before it protects itself. */
  wouldDraw(volume: number, causes: Causes): number {
    const coil = causes.coilOpen ? 0.04 : 1 + 5 * causes.coilShort;
    return this.#p.idleA + this.#p.fullA * (volume / 100) ** 1.2 * coil;
  }

  /** `volume` in % while sound is to come out, else 0. */
  step(options: { dt: number; causes: Causes; volume: number; boardCel: number }): void {
    const { dt, causes, volume, boardCel } = options;
    const { idleA, tripA, tripCel, kPerA } = this.#p;
    const wanted = idleA + (this.wouldDraw(volume, causes) - idleA) * (1 + this.#content.step(dt));
    this.#offS = Math.max(0, this.#offS - dt);
    if (wanted > tripA || this.temperature > tripCel) this.#offS = offS;
    this.protecting = this.#offS > 0;
    this.current = Math.max(0.01, (this.protecting ? idleA : wanted) + this.#idle.step(dt));
    this.temperature = approach(this.temperature, boardCel + 4 + kPerA * this.current, dt, tauS);
  }
}
