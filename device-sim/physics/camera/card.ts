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
  #slow = 0;
  /** It has once been missed at a start: whoever looks for it again mostly finds it. */
  #missed = false;

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
    if (this.#slow > 0 && (!this.#missed || this.#random.next() < this.#slow)) this.#miss();
    else if (this.mode === 'absent') this.mode = 'rw';
  }

  #miss(): void {
    this.#missed = true;
    this.mode = 'absent';
  }

  /** Write errors a second, of what is written now. */
  errorsPerS({ cardWear }: Causes): number {
    return this.mode === 'ro' ? Math.max(1, 1.2 * cardWear ** 4) : 1.2 * cardWear ** 4;
  }

  format(): void {
    this.mount();
    this.#own = 1;
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
    this.#slow = causes.cardSlow;
    if (this.#slow === 0) this.#missed = false;
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
    this.#fail(dt, causes);
    this.#segmentS += dt;
    // At a time stamp that jumps the recorder ends the segment: often, at every second.
    const torn = smart && causes.codecJitter > 0 && this.#random.next() < 1.8 * causes.codecJitter * dt;
    const length = torn ? Math.max(1, Math.round(this.#segmentS)) : this.#p.segmentS;
    if (this.#segmentS < length) return;
    this.#segmentS = 0;
    this.segmentLength = full ? 0 : length;
    if (full) this.zeroByteFiles += 1;
    else this.segments += 1;
  }

  #fail(dt: number, causes: Causes): void {
    const wear = this.#wear;
    if (wear === 0) return;
    const errors = this.errorsPerS(causes) * dt * this.#random.between(0.5, 1.5);
    this.#errorsExact += errors;
    // The more is worn, the sooner an error hits what the file system cannot do without.
    this.#errorsOfMount += errors * wear ** 2;
    this.#slowExact += 0.1 * wear ** 3 * dt;
    this.writeErrors = Math.floor(this.#errorsExact);
    this.slowWrites = Math.floor(this.#slowExact);
    if (this.#errorsOfMount >= this.#p.errorsToReadOnly) this.mode = 'ro';
  }
}
