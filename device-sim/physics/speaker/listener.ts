import type { Random } from '../../random.ts';
import type { Causes } from './faults.ts';
import { Hang } from './hang.ts';
import type { SpeakerParameters } from './parameters.ts';

const binS = 10;
const bins = 12;

export interface Heard {
  readonly causes: Causes;
  readonly word: 'a' | 'b';
  readonly speechDb: number;
  readonly noiseDb: number;
}

/** The wake-word model and the task that runs it: sound in, scores out. Counters are since boot. */
export class Listener {
  nearMisses = 0;
  /** Scores delivered so far, of speech or not. */
  delivered = 0;
  readonly task: Hang;
  readonly #p: SpeakerParameters['wake'];
  readonly #random: Random;
  readonly #highest: number[] = Array.from({ length: bins }, () => 0);
  #bin = 0;
  #binS = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    this.#p = options.parameters.wake;
    this.#random = options.random;
    this.task = new Hang(options);
  }

  /** Of the last two minutes. */
  get score(): number {
    return Math.max(...this.#highest);
  }

  restart(): void {
    this.nearMisses = 0;
    this.delivered = 0;
    this.#highest.fill(0);
  }

  /** A spoken wake word: its score; 0 when nothing arrives. `noiseDb`: what else is heard. */
  judge(heard: Heard): number {
    const usual = this.usual(heard);
    if (usual === 0) return 0;
    return Math.max(0.02, Math.min(0.99, usual + this.#p.deviation * this.#random.normal()));
  }

  /** The same on average. */
  usual({ causes, word, speechDb, noiseDb }: Heard): number {
    if (speechDb < -80) return 0;
    // Speech that is hardly louder than the rest is scored worse.
    const hidden = Math.max(0, 12 - (speechDb - noiseDb)) * 0.018 + Math.max(0, -52 - speechDb) * 0.022;
    const misfit = word === 'a' ? causes.wakeShift : 0;
    return Math.max(0.02, this.#p.score - misfit - hidden);
  }

  /** True: accepted. */
  hearWord(score: number): boolean {
    if (this.task.hung || score === 0) return false;
    this.#deliver(score);
    if (score < this.#p.threshold && score >= this.#p.nearMiss) this.nearMisses += 1;
    return score >= this.#p.threshold;
  }

  step(dt: number, causes: Causes, micDb: number): void {
    this.task.step(dt, causes.listenerHang);
    this.#binS += dt;
    if (this.#binS < binS) return;
    this.#binS = 0;
    this.#bin = (this.#bin + 1) % bins;
    this.#highest[this.#bin] = 0;
    // Without any sound the model is not even asked.
    if (this.task.hung || micDb < -85) return;
    const sound = Math.max(0, Math.min(1, (micDb + 75) / 40));
    this.#deliver(0.02 + (0.06 + 0.3 * sound) * this.#random.next());
    // A television says something alike now and then.
    if (this.#random.next() < (0.25 * sound * binS) / 3600) {
      this.#deliver(this.#random.between(this.#p.nearMiss, this.#p.threshold - 0.02));
      this.nearMisses += 1;
    }
  }

  #deliver(score: number): void {
    this.delivered += 1;
    this.#highest[this.#bin] = Math.max(this.#highest[this.#bin] ?? 0, score);
  }
}
