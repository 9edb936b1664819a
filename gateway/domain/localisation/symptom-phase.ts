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

/** Of what was confirmed once; most instances never are. */
interface Course {
  /** Begin of the present truth while recovering, or of the present falsehood after it has aged; 0: none. */
  mark: number;
  /** Until when it counts without being seen again; Infinity: it is true now. */
  until: number;
}

/**
 * Where each instance of each symptom of a View stands (packs/README.md "States"). In columns: a View has hundreds, and there are
 * thousands of Views. Times epoch ms, 0: none.
 */
export class InstanceStates {
  /** Phase, and in the fifth bit and above the evidence: 0 unknown, 1 false, 2 true. */
  readonly #state: Uint8Array;
  /** Last change of the phase: with it truth (pending) or falsehood (absent) began. */
  readonly #since: Float64Array;
  #courses: Map<number, Course> | undefined;

  constructor(count: number) {
    this.#state = new Uint8Array(count);
    this.#since = new Float64Array(count);
  }

  phase(i: number): SymptomPhase {
    return phases[this.#phase(i)] ?? 'unknown';
  }

  evidence(i: number): Tri {
    const value = (this.#state[i] ?? 0) >> 4;
    return value === 0 ? undefined : value === 2;
  }

  since(i: number): number | null {
    return this.#since[i] || null;
  }

  /** A confirmed symptom asks what ends it; every other one only whether it is true. */
  isConfirmed(i: number): boolean {
    return this.#phase(i) === confirmed;
  }

  forget(i: number, at: number): void {
    this.#courses?.delete(i);
    this.#enter(i, unknown, at);
    this.#say(i, 0);
  }

  /**
   * @param truth Whether it is true at `at`.
   * @param ended Of a confirmed one: whether it has ended.
   * @returns When to look again if nothing happens; Infinity: never.
   */
  step(i: number, at: number, truth: Tri, ended: Tri, times: Times): number {
    const phase = this.#phase(i);
    if (phase === confirmed) return this.#stepConfirmed(i, at, ended, times);
    if (phase === recovering) return this.#stepRecovering(i, at, truth, times);
    if (phase === aged && truth !== true) return this.#stepAged(i, at, truth, times);
    return this.#stepOpen(i, at, truth, times);
  }

  /** After a step: the same truth again would change nothing, now or later, but for what its timer brings. */
  isSettled(i: number, truth: Tri, ended: Tri): boolean {
    switch (this.#phase(i)) {
      case unknown:
        return truth === undefined;
      case absent:
        return truth === false;
      case pending:
        return truth === true;
      case confirmed:
        return ended === false;
      default:
        return false;
    }
  }

  #stepOpen(i: number, at: number, truth: Tri, { holdMs, dueMs }: Times): number {
    if (truth === undefined) {
      this.#enter(i, unknown, at);
      this.#say(i, 0);
      return Infinity;
    }
    if (truth) {
      this.#enter(i, pending, at);
      this.#say(i, 0);
      const confirmsAt = (this.#since[i] ?? 0) + holdMs;
      if (at < confirmsAt) return confirmsAt;
      this.#confirm(i, at);
      return Infinity;
    }
    if (this.#phase(i) !== absent) this.#say(i, 0);
    this.#enter(i, absent, at);
    const knownAt = (this.#since[i] ?? 0) + dueMs;
    if (at < knownAt) return knownAt;
    this.#say(i, 1);
    return Infinity;
  }

  /** Unknown, until its absence was due again. */
  #stepAged(i: number, at: number, truth: false | undefined, { dueMs }: Times): number {
    const course = this.#course(i);
    if (truth === undefined) {
      course.mark = 0;
      return Infinity;
    }
    course.mark ||= at;
    const knownAt = course.mark + Math.max(1, dueMs);
    if (at < knownAt) return knownAt;
    this.#courses?.delete(i);
    this.#enter(i, absent, at);
    this.#say(i, 1);
    return Infinity;
  }

  #stepConfirmed(i: number, at: number, ended: Tri, { clearHoldMs, keepMs, dueMs }: Times): number {
    const course = this.#course(i);
    if (ended === false) {
      course.until = Infinity;
      return Infinity;
    }
    if (ended === true) {
      course.mark = 0;
      course.until = at + clearHoldMs + keepMs;
      this.#enter(i, recovering, at);
    } else if (course.until === Infinity) course.until = at + keepMs;
    return this.#age(i, at, ended, dueMs);
  }

  #stepRecovering(i: number, at: number, truth: Tri, { holdMs, clearHoldMs, dueMs }: Times): number {
    const course = this.#course(i);
    if (truth !== true) {
      course.mark = 0;
      return this.#age(i, at, truth === false ? true : undefined, dueMs);
    }
    // Within `clear_hold` it is the same trouble still; after it, it has to hold anew.
    if (at < (this.#since[i] ?? 0) + clearHoldMs) {
      this.#confirm(i, at);
      return Infinity;
    }
    course.mark ||= at;
    const confirmsAt = course.mark + holdMs;
    if (at < confirmsAt) return confirmsAt;
    this.#confirm(i, at);
    return Infinity;
  }

  #age(i: number, at: number, ended: Tri, dueMs: number): number {
    const course = this.#course(i);
    if (at < course.until) return course.until;
    this.#enter(i, aged, at);
    this.#say(i, 0);
    course.mark = ended === true ? at : 0;
    // Never at once: that it is absent is told after it has aged.
    return ended === true ? at + Math.max(1, dueMs) : Infinity;
  }

  #confirm(i: number, at: number): void {
    const course = this.#course(i);
    course.mark = 0;
    course.until = Infinity;
    this.#enter(i, confirmed, at);
    this.#say(i, 2);
  }

  #course(i: number): Course {
    const known = this.#courses?.get(i);
    if (known !== undefined) return known;
    const course = { mark: 0, until: Infinity };
    (this.#courses ??= new Map()).set(i, course);
    return course;
  }

  #phase(i: number): number {
    return (this.#state[i] ?? 0) & 15;
  }

  #enter(i: number, phase: number, at: number): void {
    if (this.#phase(i) === phase) return;
    this.#state[i] = ((this.#state[i] ?? 0) & ~15) | phase;
    this.#since[i] = at;
  }

  #say(i: number, evidence: 0 | 1 | 2): void {
    this.#state[i] = this.#phase(i) | (evidence << 4);
  }
}
