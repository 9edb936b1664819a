import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import { Hang } from './hang.ts';
import type { SpeakerParameters } from './parameters.ts';

export type PlaybackState = 'idle' | 'preparing' | 'playing' | 'paused';

/** What the player needs of the way to the music service. */
export interface AudioLink {
  /** The service can be reached. */
  readonly open: boolean;
  /** %, of the channel by others. */
  readonly busy: number;
  /** %. */
  readonly loss: number;
  /** Mbit/s that arrive. */
  readonly throughput: number;
}

/** A playback that has not begun after so long is given up (datasheet, code 4). */
const giveUpS = 15;
/** Mbit/s of a compressed stream. */
const streamMbit = 0.4;
const smallestGapS = 0.045;

/** Network to codec: a buffer that air time fills and playing drains, and the I2S bus behind it. Counters are since boot. */
export class Player {
  state: PlaybackState = 'idle';
  requested = 0;
  started = 0;
  /** Playbacks in a row that were given up. */
  failsInRow = 0;
  underruns = 0;
  busErrors = 0;
  /** ms. */
  buffer = 0;
  readonly task: Hang;
  readonly #p: SpeakerParameters['buffer'];
  readonly #random: Random;
  readonly #level: Wander;
  #preparingS = 0;
  #wantedMs: number;
  #busExact = 0;

  constructor(options: { readonly parameters: SpeakerParameters; readonly random: Random }) {
    this.#p = options.parameters.buffer;
    this.#random = options.random;
    this.#wantedMs = this.#p.usualMs;
    this.#level = new Wander({ random: options.random, deviation: 45, tauS: 20 });
    this.task = new Hang(options);
  }

  restart(): void {
    this.state = 'idle';
    this.requested = 0;
    this.started = 0;
    this.failsInRow = 0;
    this.underruns = 0;
    this.busErrors = 0;
    this.#busExact = 0;
    this.buffer = 0;
    this.#wantedMs = this.#p.usualMs;
  }

  request(): void {
    this.requested += 1;
    this.#prepare();
  }
  stop(): void {
    this.state = 'idle';
    this.buffer = 0;
  }

  step(dt: number, causes: Causes, link: AudioLink): void {
    this.task.step(dt, causes.playerHang);
    // The bus carries microphones too: it works, and fails, all the time.
    this.#busExact += causes.busErrorsPerS * dt * this.#random.between(0.4, 1.6);
    this.busErrors = Math.floor(this.#busExact);
    if (this.state === 'preparing') this.#fill(dt, link);
    else if (this.state === 'playing') this.#play(dt, causes, link);
  }

  #prepare(): void {
    this.state = 'preparing';
    this.#preparingS = 0;
    this.buffer = 0;
  }

  #fill(dt: number, link: AudioLink): void {
    this.#preparingS += dt;
    const flows = link.open && link.throughput > streamMbit && !this.task.hung;
    if (flows) this.buffer = Math.min(this.#wantedMs, this.buffer + (this.#p.usualMs * dt) / this.#p.prepareS);
    if (flows && this.buffer >= this.#wantedMs * 0.9) {
      this.state = 'playing';
      this.started += 1;
      this.failsInRow = 0;
      return;
    }
    if (this.#preparingS < giveUpS) return;
    this.failsInRow += 1;
    this.stop();
  }

  #play(dt: number, causes: Causes, link: AudioLink): void {
    if (this.task.hung) return this.#prepare();
    const { leastMs, mostMs, usualMs } = this.#p;
    // Gaps in the air time: short and rare at home, longer where others hold the channel or frames are lost.
    const crowded = Math.max(0, link.busy - 45) / 45;
    const lossy = Math.max(0, link.loss - 1) / 12;
    const perS = 0.03 + 0.5 * causes.jitter + 0.25 * crowded + 0.3 * lossy;
    const meanS = smallestGapS + 0.42 * causes.jitter * (0.6 + crowded) + 0.16 * crowded + 0.3 * Math.min(2, lossy);
    const starved = !link.open || link.throughput < streamMbit;
    if (starved) this.buffer -= 1000 * dt;
    else this.buffer += (this.#wantedMs + this.#level.step(dt) - this.buffer) * Math.min(1, dt / 2);
    let events = perS * dt;
    while (events > 0) {
      if (this.#random.next() < Math.min(1, events)) this.#gap(-Math.log(1 - this.#random.next()) * meanS);
      events -= 1;
    }
    if (this.buffer < 0) this.#run(Math.ceil(-this.buffer / 600));
    // Adaptive: grows with every underrun, shrinks slowly.
    this.#wantedMs += ((usualMs - this.#wantedMs) * dt) / 900;
    this.#wantedMs = Math.max(leastMs, Math.min(mostMs, this.#wantedMs));
  }

  #gap(seconds: number): void {
    this.buffer -= seconds * 1000;
    if (this.buffer < 0) this.#run(1);
  }

  #run(underruns: number): void {
    this.underruns += underruns;
    this.buffer = 0;
    this.#wantedMs = Math.min(this.#p.mostMs, this.#wantedMs + 30);
  }
}
