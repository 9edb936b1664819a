import type { Random } from '../../random.ts';
import { Wander } from '../wander.ts';
import type { Causes } from './faults.ts';
import type { CameraParameters } from './parameters.ts';

/** The storage card: segments, rotation, wear, and a file system that goes read-only when writing fails too often. */
export class Card {
  mode: 'absent' | 'rw' | 'ro' = 'rw';
  /** %. */
  used: number;
  /** Since boot. */
  writeErrors = 0;
  /** Writes of more than 5 s, since boot. */
  slowWrites = 0;
  /** ms, 95th percentile of the last minute. */
  latency: number;
  /** Segments closed with content, since boot. */
  segments = 0;
  /** Of the last segment, s. */
  segmentLength: number;
  zeroByteFiles = 0;
  /** Of the card's life, %. */
  readonly lifeUsed: number;
  readonly #p: CameraParameters['card'];
  readonly #random: Random;
  readonly #delay: Wander;
  #own: number;
  #segmentS = 0;
  #errorsExact = 0;
  #slowExact = 0;
  #errorsOfMount = 0;
  #wear = 0;

  constructor(options: { readonly parameters: CameraParameters; readonly random: Random }) {
    const { parameters, random } = options;
    this.#p = parameters.card;
    this.#random = random;
    this.#own = random.between(...parameters.start.used);
    this.used = this.#own;
    this.lifeUsed = Math.round(random.between(...parameters.start.lifeUsed));
    this.latency = this.#p.latencyMs;
    this.segmentLength = this.#p.segmentS;
    this.#delay = new Wander({ random, deviation: 7, tauS: 60 });
  }

  /** MB/s as measured by a test. */
  get writeSpeed(): number {
    return this.mode === 'rw' ? this.#p.writeMBps * (1 - 0.85 * this.#wear) : 0;
  }
  /** Days of recordings, from its size and the usual bit rate. */
  oldestDays(bitrate: number): number {
    return Math.floor((this.#p.bytes * this.#own) / 100 / ((bitrate / 8) * 86_400));
  }
  lifeUsedNow(): number {
    return Math.min(100, Math.round(this.lifeUsed + (100 - this.lifeUsed) * this.#wear));
  }

  /** The device boots: counters start anew. */
  restart(): void {
    this.writeErrors = 0;
    this.slowWrites = 0;
    this.segments = 0;
    this.#errorsExact = 0;
    this.#slowExact = 0;
    this.#segmentS = 0;
  }

  /** A card, formatted or exchanged, is mounted. */
  mount(): void {
    this.mode = 'rw';
    this.#errorsOfMount = 0;
    this.#own = Math.min(this.#own, this.#p.rotateTo);
    this.zeroByteFiles = 0;
  }

  step(options: { dt: number; causes: Causes; recording: boolean; bitrate: number; smart: boolean }): void {
    const { dt, causes, recording, bitrate, smart } = options;
    this.#wear = causes.cardWear;
    const delay = this.#delay.step(dt);
    this.latency = Math.max(3, this.#p.latencyMs + delay + 3500 * this.#wear ** 2 * (1 + delay / 40));
    this.used = Math.min(100, this.#own + causes.otherFiles);
    if (!recording || this.mode !== 'rw') {
      this.#segmentS = 0;
      return;
    }
    const full = this.used >= 100;
    if (!full) this.#own += ((bitrate / 8) * dt * 100) / this.#p.bytes;
    if (causes.rotation && this.#own > this.#p.rotateAbove) this.#own = this.#p.rotateTo;
    this.#fail(dt);
    this.#segmentS += dt;
    // With time stamps that jump, the recorder ends a segment at every second.
    const length = smart && causes.codecJitter > 0 ? 1 : this.#p.segmentS;
    if (this.#segmentS < length) return;
    this.#segmentS = 0;
    this.segmentLength = full ? 0 : length;
    if (full) this.zeroByteFiles += 1;
    else this.segments += 1;
  }

  #fail(dt: number): void {
    const wear = this.#wear;
    if (wear === 0) return;
    const errors = 1.2 * wear ** 2 * dt * this.#random.between(0.5, 1.5);
    this.#errorsExact += errors;
    this.#errorsOfMount += errors;
    this.#slowExact += 0.1 * wear ** 3 * dt;
    this.writeErrors = Math.floor(this.#errorsExact);
    this.slowWrites = Math.floor(this.#slowExact);
    if (this.#errorsOfMount >= this.#p.errorsToReadOnly) this.mode = 'ro';
  }
}
