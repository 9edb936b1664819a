import type { Evidence, Readings, SymptomFreezeFrame, SymptomState, SymptomWatch, Tri } from './evidence.ts';
import { InstanceStates } from './symptom-phase.ts';
import type { Instance, SymptomProgram } from './symptom-program.ts';
import type { MetricSampling } from './symptom-metrics.ts';
import { SlotStore } from './symptom-slots.ts';
import { Timers } from './symptom-timers.ts';

export interface SymptomWatchOptions {
  /** Compiled once a pack version (symptom-program.ts), shared by its Views. */
  readonly program: SymptomProgram;
  /** How a metric comes: as its device's Birth says, else as the pack says. Asked at every sample, so it may change. */
  readonly sampling: (metric: string) => MetricSampling;
  /** While this answers the same, so does `sampling`, and it is not asked again. */
  readonly samplingAsOf?: () => unknown;
  readonly granted: (metric: string) => boolean;
  /** Then a device that is heard and tells no error has none. */
  readonly grantedErrors: boolean;
  /** False: nothing of the device is granted, so that it is not heard says nothing. Default true. */
  readonly listens?: boolean;
  /** Epoch ms. */
  readonly startedAt: number;
}

/** Watches the symptoms of one View. Per evidence only what reads the changed metric, code or answer is judged. */
export function createSymptomWatch(options: SymptomWatchOptions): SymptomWatch {
  return new ViewWatch(options);
}

class ViewWatch implements SymptomWatch {
  readonly #program: SymptomProgram;
  readonly #granted: (metric: string) => boolean;
  readonly #grantedErrors: boolean;
  readonly #timers: Timers;
  readonly #slots: SlotStore;
  readonly #states: InstanceStates;
  /** Timers of instances come after those of slots: of one moment, what has changed is known before it is judged. */
  readonly #instanceTimers: number;
  /** By rule. */
  #frames: Map<number, SymptomFreezeFrame> | undefined;
  /** Instances whose past was forgotten, and when: unknown until seen anew. */
  #forgotten: Map<number, number> | undefined;
  /** By instance: only another outcome of a comparison, or its timer, moves it (InstanceStates.isSettled). */
  readonly #settled: Uint8Array;
  #now: number;

  constructor({ program, sampling, samplingAsOf, granted, grantedErrors, listens, startedAt }: SymptomWatchOptions) {
    this.#program = program;
    this.#granted = granted;
    this.#grantedErrors = grantedErrors;
    this.#now = startedAt;
    this.#states = new InstanceStates(program.instances.length);
    this.#settled = new Uint8Array(program.instances.length);
    dirty.make(program.instances.length);
    this.#instanceTimers = SlotStore.timerCount(program);
    this.#timers = new Timers(this.#instanceTimers + program.instances.length);
    this.#slots = new SlotStore({
      program,
      timers: this.#timers,
      sampling,
      samplingAsOf,
      errorsGranted: grantedErrors,
      listens: listens ?? true,
      startedAt,
      changed: (slot, turned) => {
        for (const instance of program.readers[slot] ?? []) {
          if (turned || this.#settled[instance] === 0) dirty.add(instance);
        }
      },
    });
    this.#judge(startedAt);
    before.clear();
  }

  get nextDueAt(): number | null {
    return this.#timers.nextAt;
  }

  observe(evidence: Evidence): readonly string[] {
    if (!Number.isFinite(evidence.at)) return none;
    this.#run(evidence.at);
    this.#slots.look();
    const at = this.#apply(evidence);
    this.#judge(at);
    return this.#flipped();
  }

  observeTogether(readings: Readings): readonly string[] {
    const { at, metrics, values } = readings;
    if (!Number.isFinite(at)) return none;
    // What comes late is judged for its own time, one after the other.
    if (at < this.#now) return evidenceOf(readings, this.#program).flatMap((one) => this.observe(one));
    this.#run(at);
    this.#slots.look();
    this.#slots.hear(at, at);
    let i = 0;
    for (const metric of metrics) {
      this.#slots.sample(metric, at, values[i] ?? Number.NaN, at);
      if (this.#forgotten !== undefined) for (const reader of this.#readersOf(metric)) dirty.add(reader);
      i += 1;
    }
    if (this.#forgotten !== undefined) for (const instance of this.#forgotten.keys()) dirty.add(instance);
    this.#judge(at);
    return this.#flipped();
  }

  #readersOf(metric: number | undefined): readonly number[] {
    return this.#program.metrics[metric ?? -1]?.readers ?? [];
  }

  /** The answer is the time for which to judge. */
  #apply(evidence: Evidence): number {
    const at = this.#slots.apply(evidence, this.#now);
    if (evidence.kind === 'sample' && (at < this.#now || this.#forgotten !== undefined)) {
      // Nothing may have changed but the time or the sample's own: a hold goes on, what was forgotten is seen anew.
      const metric = this.#program.metricIndex.get(evidence.metric);
      for (const instance of this.#readersOf(metric)) dirty.add(instance);
    } else if (this.#forgotten !== undefined) for (const instance of this.#forgotten.keys()) dirty.add(instance);
    return at;
  }

  advance(now: number): readonly string[] {
    this.#run(now);
    return this.#flipped();
  }

  stateOf(symptomId: string): SymptomState {
    const rule = this.#program.ruleIndex.get(symptomId);
    const instances = this.#program.instancesOf[rule ?? -1];
    if (rule === undefined || instances === undefined) throw new Error(`no symptom ${symptomId}`);
    const shown = this.#shown(instances);
    const phase = this.#states.phase(shown);
    const evidence = this.#evidenceOf(rule);
    return {
      id: symptomId,
      phase,
      evidence,
      since: this.#states.since(shown),
      instances: instances.flatMap((i) =>
        this.#states.isConfirmed(i) ? (this.#program.instances[i]?.name ?? []) : [],
      ),
      freezeFrame: this.#frames?.get(rule) ?? null,
      unknownBecause: evidence === undefined ? this.#why(shown) : null,
    };
  }

  forget(symptomIds: ReadonlySet<string>, at: number): void {
    this.#run(at);
    const slots = new Set<number>();
    for (const id of symptomIds) {
      const rule = this.#program.ruleIndex.get(id);
      if (rule === undefined) continue;
      this.#frames?.delete(rule);
      for (const i of this.#program.instancesOf[rule] ?? []) {
        const instance = this.#program.instances[i];
        for (const slot of instance?.when.slots ?? []) slots.add(slot.index);
        for (const slot of instance?.clear?.slots ?? []) slots.add(slot.index);
        this.#states.forget(i, at);
        this.#settled[i] = 0;
        (this.#forgotten ??= new Map()).set(i, at);
      }
    }
    this.#slots.forget(slots, at, this.#now);
    this.#judge(this.#now);
    before.clear();
  }

  holds(condition: string): Tri {
    const compiled = this.#program.conditions.get(condition);
    if (compiled === undefined) throw new Error(`not among the conditions that were compiled: ${condition}`);
    return compiled.evaluate(this.#slots.values);
  }

  /** Lets the time go on to `now`, everything at its own moment. */
  #run(now: number): void {
    for (let due = this.#timers.pop(now); due !== null; due = this.#timers.pop(now)) {
      // What was due before it was armed is judged when it is woken: time does not go back.
      this.#now = Math.max(this.#now, due.at);
      if (due.id >= this.#instanceTimers) dirty.add(due.id - this.#instanceTimers);
      else this.#slots.wake(due.id, this.#now);
      const next = this.#timers.nextAt;
      if (next !== null && next <= this.#now && next <= now) continue;
      this.#judge(this.#now);
    }
    this.#now = Math.max(this.#now, now);
  }

  #judge(at: number): void {
    if (dirty.list.length === 0) return;
    for (const i of dirty.list) {
      const instance = this.#program.instances[i];
      if (instance !== undefined) this.#step(i, instance, at);
    }
    dirty.clear();
  }

  #step(i: number, instance: Instance, at: number): void {
    const rule = this.#program.rules[instance.rule];
    if (rule === undefined) return;
    const { values } = this.#slots;
    const states = this.#states;
    const evidence = states.evidence(i);
    const wasConfirmed = states.isConfirmed(i);
    let truth: Tri;
    let ended: Tri;
    const counts = instance.enable === null || instance.enable.evaluate(values) === true;
    if (counts && !this.#isForgotten(i, instance)) {
      truth = instance.when.evaluate(values);
      if (wasConfirmed && instance.clear !== null) ended = instance.clear.evaluate(values);
      else ended = truth === undefined ? undefined : !truth;
    }
    const ofRule = this.#evidenceOf(instance.rule);
    const again = states.step(i, at, truth, ended, rule);
    if (again !== Infinity) {
      // Of what was buffered: whether it held until now is known when all of it has come.
      this.#timers.arm(this.#instanceTimers + i, at < this.#now ? Math.max(again, this.#slots.backlogUntil) : again);
    }
    // A newly confirmed one asks something else from now on; what came late is judged anew for the present.
    const asksTheSame = wasConfirmed || instance.clear === null || !states.isConfirmed(i);
    this.#settled[i] = asksTheSame && at === this.#now && states.isSettled(i, truth, ended) ? 1 : 0;
    if (!wasConfirmed && states.isConfirmed(i))
      (this.#frames ??= new Map()).set(instance.rule, this.#freeze(instance, at));
    if (states.evidence(i) !== evidence && !before.has(instance.rule)) before.set(instance.rule, ofRule);
  }

  #flipped(): readonly string[] {
    if (before.size === 0) return none;
    const ids: string[] = [];
    for (const [rule, was] of before) {
      if (this.#evidenceOf(rule) !== was) ids.push(this.#program.rules[rule]?.id ?? '');
    }
    before.clear();
    return ids;
  }

  /** Of its instances: true if any is, false if all are. */
  #evidenceOf(rule: number): Tri {
    let all: Tri = false;
    for (const i of this.#program.instancesOf[rule] ?? []) {
      const evidence = this.#states.evidence(i);
      if (evidence === true) return true;
      if (evidence === undefined) all = undefined;
    }
    return all;
  }

  /** The instance that says most. */
  #shown(instances: readonly number[]): number {
    const says = ['absent', 'aged', 'unknown', 'pending', 'recovering', 'confirmed'];
    let shown = instances[0] ?? 0;
    for (const i of instances) {
      if (says.indexOf(this.#states.phase(i)) > says.indexOf(this.#states.phase(shown))) shown = i;
    }
    return shown;
  }

  #why(i: number): SymptomState['unknownBecause'] {
    const instance = this.#program.instances[i];
    if (instance === undefined) return null;
    const phase = this.#states.phase(i);
    if (phase === 'absent' || phase === 'pending') return 'not_due';
    const names = instance.metrics.map((metric) => this.#program.metrics[metric]?.name ?? '');
    const { reads } = instance.when;
    const withheld = names.some((name) => !this.#granted(name)) || (reads.codes.size > 0 && !this.#grantedErrors);
    if (withheld) return 'not_granted';
    if (instance.enable?.evaluate(this.#slots.values) === false) return 'disabled';
    const isAsked = (kind: 'answer' | 'result' | 'outcome', ids: ReadonlySet<string>) =>
      [...ids].every((id) => this.#slots.isTold(kind, id));
    const allAsked =
      isAsked('answer', reads.answers) && isAsked('result', reads.results) && isAsked('outcome', reads.outcomes);
    if (!allAsked) return 'not_asked';
    if (phase === 'aged') return 'stale';
    const seen = instance.metrics.every((metric) => this.#slots.lastAt(metric) !== undefined);
    if (!seen || (reads.codes.size > 0 && !this.#slots.isHeard)) return 'never_seen';
    const gap = this.#program.rules[instance.rule]?.maxGapMs ?? null;
    // All is known of the present; what it asks of the past has not been watched for long enough.
    const fresh = instance.metrics.filter((metric) => this.#slots.isFresh(metric, gap, this.#now)).length;
    return fresh > 0 && fresh === instance.metrics.length ? 'not_due' : 'stale';
  }

  /** What was forgotten is seen anew when all that is measured from time to time was, or, without such, anything that it reads. */
  #isForgotten(i: number, instance: Instance): boolean {
    const at = this.#forgotten?.get(i);
    if (at === undefined) return false;
    const { reads } = instance.when;
    const metrics = instance.metrics.filter((metric) => reads.metrics.has(this.#program.metrics[metric]?.name ?? ''));
    const isNew = (metric: number) => (this.#slots.lastAt(metric) ?? -Infinity) > at;
    const measured = metrics.filter((metric) => !this.#slots.isOnChange(metric));
    const isAnew =
      measured.length > 0
        ? measured.every(isNew)
        : metrics.some(isNew) ||
          [...reads.codes].some((code) => (this.#slots.codeAt(code) ?? -Infinity) > at) ||
          reads.boots ||
          reads.silence ||
          reads.answers.size + reads.results.size + reads.outcomes.size + reads.fleet.size > 0;
    if (isAnew) this.#forgotten?.delete(i);
    if (this.#forgotten?.size === 0) this.#forgotten = undefined;
    return !isAnew;
  }

  #freeze(instance: Instance, at: number): SymptomFreezeFrame {
    const series = new Map(
      instance.metrics.map((metric) => [this.#program.metrics[metric]?.name ?? '', this.#slots.before(metric, at)]),
    );
    return { at, series };
  }
}

function evidenceOf({ at, metrics, values }: Readings, program: SymptomProgram): Evidence[] {
  const samples = metrics.map((index, i): Evidence => {
    return { kind: 'sample', at, metric: program.metrics[index]?.name ?? '', value: values[i] ?? Number.NaN };
  });
  return [{ kind: 'heard', at }, ...samples];
}

const none: readonly string[] = [];

// Both empty but during a call, and none waits for anything: one of each serves all Views.
/** Instances to be judged, each once. */
class Dirty {
  readonly list: number[] = [];
  #is = new Uint8Array(0);

  /** Room for so many. */
  make(count: number): void {
    if (count > this.#is.length) this.#is = new Uint8Array(count);
  }

  add(instance: number): void {
    if (this.#is[instance] === 1) return;
    this.#is[instance] = 1;
    this.list.push(instance);
  }

  clear(): void {
    for (const instance of this.list) this.#is[instance] = 0;
    this.list.length = 0;
  }
}
const dirty = new Dirty();
/** Rules whose evidence changed in this call, with what it was before. */
const before = new Map<number, Tri>();
