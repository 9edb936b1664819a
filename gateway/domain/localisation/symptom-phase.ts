import type { SymptomPhase, Tri } from './evidence.ts';
import type { SymptomRule } from './knowledge.ts';

/** Phases by their number in InstanceStates. */
export const phases = [
  'unknown',
  'absent',
  'pending',
  'confirmed',
  'recovering',
  'aged',
] as const satisfies SymptomPhase[];
const [unknown, absent, pending, confirmed, recovering, aged] = [0, 1, 2, 3, 4, 5];

type Times = Pick<SymptomRule, 'holdMs' | 'clearHoldMs' | 'dueMs' | 'keepMs'>;

/**
 * Where each instance of each symptom of a View stands (packs/README.md "States"). In columns: a View has hundreds, and there are
 * thousands of Views. Times epoch ms, 0: none.
 */
export class InstanceStates {
  readonly #phase: Uint8Array;
  /** 0 unknown, 1 false, 2 true. */
  readonly #evidence: Uint8Array;
  readonly #since: Float64Array;
  /** Begin of the present truth (pending, or again while recovering) or falsehood (absent, aged). */
  readonly #mark: Float64Array;
  /** Until when what was confirmed counts without being seen again; Infinity: it is true now. */
  readonly #until: Float64Array;

  constructor(count: number) {
    this.#phase = new Uint8Array(count);
    this.#evidence = new Uint8Array(count);
    const times = new Float64Array(count * 3);
    this.#since = times.subarray(0, count);
    this.#mark = times.subarray(count, 2 * count);
    this.#until = times.subarray(2 * count);
  }

  phase(i: number): SymptomPhase {
    return phases[this.#phase[i] ?? 0] ?? 'unknown';
  }

  evidence(i: number): Tri {
    const value = this.#evidence[i];
    return value === 0 ? undefined : value === 2;
  }

  since(i: number): number | null {
    return this.#since[i] || null;
  }

  /** A confirmed symptom asks what ends it; every other one only whether it is true. */
  isConfirmed(i: number): boolean {
    return this.#phase[i] === confirmed;
  }

  forget(i: number, at: number): void {
    this.#evidence[i] = 0;
    this.#mark[i] = 0;
    this.#enter(i, unknown, at);
  }

  /**
   * @param truth Whether it is true at `at`.
   * @param ended Of a confirmed one: whether it has ended.
   * @returns When to look again if nothing happens; Infinity: never.
   */
  step(i: number, at: number, truth: Tri, ended: Tri, times: Times): number {
    const phase = this.#phase[i];
    if (phase === confirmed) return this.#stepConfirmed(i, at, ended, times);
    if (phase === recovering) return this.#stepRecovering(i, at, truth, times);
    return this.#stepOpen(i, at, truth, times);
  }

  #stepOpen(i: number, at: number, truth: Tri, { holdMs, dueMs }: Times): number {
    const phase = this.#phase[i];
    if (truth === undefined) {
      this.#evidence[i] = 0;
      this.#mark[i] = 0;
      if (phase !== aged) this.#enter(i, unknown, at);
      return Infinity;
    }
    if (truth) {
      if (phase !== pending) {
        this.#evidence[i] = 0;
        this.#mark[i] = at;
        this.#enter(i, pending, at);
      }
      const confirmsAt = (this.#mark[i] ?? 0) + holdMs;
      if (at < confirmsAt) return confirmsAt;
      this.#confirm(i, at);
      return Infinity;
    }
    if (phase === unknown || phase === pending) this.#enter(i, absent, at);
    if (phase === unknown || phase === pending || this.#mark[i] === 0) this.#mark[i] = at;
    const knownAt = (this.#mark[i] ?? 0) + dueMs;
    if (at < knownAt) return knownAt;
    this.#enter(i, absent, at);
    this.#evidence[i] = 1;
    return Infinity;
  }

  #stepConfirmed(i: number, at: number, ended: Tri, { clearHoldMs, keepMs, dueMs }: Times): number {
    if (ended === false) {
      this.#until[i] = Infinity;
      return Infinity;
    }
    if (ended === true) {
      this.#mark[i] = 0;
      this.#until[i] = at + clearHoldMs + keepMs;
      this.#enter(i, recovering, at);
    } else if (this.#until[i] === Infinity) this.#until[i] = at + keepMs;
    return this.#age(i, at, ended, dueMs);
  }

  #stepRecovering(i: number, at: number, truth: Tri, { holdMs, clearHoldMs, dueMs }: Times): number {
    if (truth !== true) {
      this.#mark[i] = 0;
      return this.#age(i, at, truth === false ? true : undefined, dueMs);
    }
    // Within `clear_hold` it is the same trouble still; after it, it has to hold anew.
    if (at < (this.#since[i] ?? 0) + clearHoldMs) {
      this.#confirm(i, at);
      return Infinity;
    }
    if (this.#mark[i] === 0) this.#mark[i] = at;
    const confirmsAt = (this.#mark[i] ?? 0) + holdMs;
    if (at < confirmsAt) return confirmsAt;
    this.#confirm(i, at);
    return Infinity;
  }

  #age(i: number, at: number, ended: Tri, dueMs: number): number {
    const until = this.#until[i] ?? Infinity;
    if (at < until) return until;
    this.#evidence[i] = 0;
    this.#mark[i] = ended === true ? at : 0;
    this.#enter(i, aged, at);
    // Never at once: that it is absent is told after it has aged.
    return ended === true ? at + Math.max(1, dueMs) : Infinity;
  }

  #confirm(i: number, at: number): void {
    this.#evidence[i] = 2;
    this.#mark[i] = 0;
    this.#until[i] = Infinity;
    this.#enter(i, confirmed, at);
  }

  #enter(i: number, phase: number, at: number): void {
    if (this.#phase[i] === phase) return;
    this.#phase[i] = phase;
    this.#since[i] = at;
  }
}
