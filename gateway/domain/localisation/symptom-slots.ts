import type { Slot, SlotValue } from './condition-reads.ts';
import { atLeast } from './condition-reads.ts';
import type { Evidence } from './evidence.ts';
import type { FieldValue } from './knowledge.ts';
import { CodeRecord } from './symptom-codes.ts';
import type { Hearing, MetricSampling } from './symptom-metrics.ts';
import { MetricRecord, silentMs } from './symptom-metrics.ts';
import type { SymptomProgram } from './symptom-program.ts';
import type { RecentPoint } from './symptom-recent.ts';
import type { Timers } from './symptom-timers.ts';
import { EventTimes } from './window-events.ts';

/** A device that has been heard for so long without telling an error or a boot has had none, ms. */
const heardLongMs = 60_000;
/** What was buffered comes in one go: so long after the last of it, ms, its times are not taken for the present any more. */
const backlogMs = 5_000;

/**
 * From evidence to the values of a program's slots, for one View. Only slots of what changed are worked out; what changes as time goes
 * by arms a timer.
 */
export class SlotStore {
  readonly values: SlotValue[];
  readonly #program: SymptomProgram;
  readonly #timers: Timers;
  readonly #errorsGranted: boolean;
  readonly #listens: boolean;
  readonly #changed: (slot: number, turned: boolean) => void;
  readonly #metrics: MetricRecord;
  readonly #codes: CodeRecord;
  readonly #boots = new EventTimes();
  /** Key: `answer:`, `outcome:` or `fleet:` and its id. */
  #told: Map<string, string | number> | undefined;
  #results: Map<string, Readonly<Record<string, FieldValue>>> | undefined;
  readonly #hearing: Hearing;
  #isHeard = false;
  #isHeardLong = false;
  #errorsTold = false;

  constructor(options: {
    readonly program: SymptomProgram;
    readonly timers: Timers;
    readonly sampling: (metric: string) => MetricSampling;
    readonly samplingAsOf: (() => unknown) | undefined;
    readonly errorsGranted: boolean;
    /** False: that nothing is heard is no silence. */
    readonly listens: boolean;
    readonly startedAt: number;
    /** A slot has another value. @param turned Some comparison with it may have another outcome. */
    readonly changed: (slot: number, turned: boolean) => void;
  }) {
    const { program, startedAt } = options;
    this.#program = program;
    this.#timers = options.timers;
    this.#errorsGranted = options.errorsGranted;
    this.#listens = options.listens;
    this.#changed = options.changed;
    this.#hearing = { heardAt: startedAt, backlogUntil: -Infinity, backlogAt: startedAt };
    this.#metrics = new MetricRecord(program, options, this.#hearing);
    this.#codes = new CodeRecord(program.codeSlots);
    this.values = program.slots.map(() => undefined);
    this.#refreshAll(program.silenceSlots, startedAt);
  }

  /** Ids of timers below this are of slots. */
  static timerCount(program: SymptomProgram): number {
    return program.gaps.length + program.slots.length + deviceTimers.length;
  }

  /** Something came from the device itself. */
  get isHeard(): boolean {
    return this.#isHeard;
  }

  /** Until when what comes late is taken at its own time. */
  get backlogUntil(): number {
    return this.#hearing.backlogUntil;
  }

  /** Whether the metric's last sample still counts. */
  isFresh(metric: number, maxGapMs: number | null, now: number): boolean {
    return this.#metrics.freshUntil(metric, maxGapMs) > now;
  }

  /** When the metric was last measured; undefined: never, or it cannot be. */
  lastAt(metric: number): number | undefined {
    return this.#metrics.lastAt(metric);
  }

  isOnChange(metric: number): boolean {
    return this.#metrics.isOnChange(metric);
  }

  /** The seconds before `at`. */
  before(metric: number, at: number): readonly RecentPoint[] {
    return this.#metrics.recent.before(metric, at);
  }

  /** When this was last told of the code; undefined: never. */
  codeAt(code: string): number | undefined {
    return this.#codes.at(code);
  }

  isTold(kind: 'answer' | 'result' | 'outcome', id: string): boolean {
    return (kind === 'result' ? this.#results?.has(id) : this.#told?.has(`${kind}:${id}`)) ?? false;
  }

  /**
   * @param now The View's time, not before `evidence.at` unless it comes late.
   * @returns The time for which conditions are to be judged: of what was buffered its own, as long as it is the newest of its metric.
   */
  apply(evidence: Evidence, now: number): number {
    switch (evidence.kind) {
      case 'sample':
        this.hear(evidence.at, now);
        return this.sample(this.#program.metricIndex.get(evidence.metric), evidence.at, evidence.value, now);
      case 'heard':
        this.hear(evidence.at, now);
        return now;
      case 'code':
        if (!evidence.told) this.#hearErrors(evidence.at, now);
        this.#codes.set(evidence.code, evidence);
        this.#refreshAll(this.#program.codeSlots.get(evidence.code), now);
        return now;
      case 'codes':
        this.#hearErrors(evidence.at, now);
        this.#codes.list(evidence.active, evidence.at);
        this.#refreshDevice(now);
        return now;
      case 'boot':
        this.hear(evidence.at, now);
        this.#boots.add(evidence.at, evidence.reason);
        this.#refreshAll(this.#program.bootSlots, now);
        return now;
      case 'answer':
        return this.#tell(`answer:${evidence.question}`, evidence.answer, now);
      case 'action':
        return this.#tell(`outcome:${evidence.action}`, evidence.outcome, now);
      case 'fleet':
        return this.#tell(`fleet:${evidence.signal}`, evidence.share, now);
      case 'result': {
        const slots = this.#program.toldSlots.get(`result:${evidence.test}`);
        if (slots !== undefined) (this.#results ??= new Map()).set(evidence.test, evidence.fields);
        this.#refreshAll(slots, now);
        return now;
      }
    }
  }

  /** Before what one message says is applied. */
  look(): void {
    this.#metrics.look();
  }

  /** A timer went off. */
  wake(id: number, now: number): void {
    const { gaps, slots } = this.#program;
    const gap = gaps[id];
    if (gap !== undefined) {
      this.#wakeGap(id, gap, now);
      return;
    }
    const slot = id - gaps.length;
    if (slot < slots.length) this.#refresh(slot, now);
    else this.#wakeDevice(deviceTimers[slot - slots.length], now);
  }

  /** Where newer samples have come meanwhile, what does not change by itself is as they have left it. */
  #wakeGap(id: number, gap: SymptomProgram['gaps'][number], now: number): void {
    const until = this.#metrics.freshUntil(gap.metric, gap.maxGapMs);
    this.#armGap(id, now);
    const isAsBefore = until >= now && this.#hearing.backlogUntil === -Infinity;
    for (const slot of gap.slots) {
      const ask = this.#program.asks[slot];
      if (!isAsBefore || ask === undefined || !this.#metrics.isSteady(ask)) this.#refresh(slot, now);
    }
  }

  /** A repair: what these slots gathered until then is of the past. What a device says anew, and what repairs did, stays. */
  forget(slots: Iterable<number>, at: number, now: number): void {
    for (const slot of slots) {
      const read = this.#program.slots[slot]?.read;
      this.#metrics.forget(slot, at);
      if (read?.kind === 'raised') this.#codes.raised(read.code)?.forget(at);
      else if (read?.kind === 'boots' || read?.kind === 'boot_interval') this.#boots.forget(at);
      else if (read?.kind === 'answer') this.#told?.delete(`answer:${read.question}`);
      else if (read?.kind === 'result') this.#results?.delete(read.test);
      this.#refresh(slot, now);
    }
  }

  /** As `apply`, of one metric by its number, after the device was heard. */
  sample(metric: number | undefined, at: number, value: number | string, now: number): number {
    const plan = metric === undefined ? undefined : this.#program.metrics[metric];
    if (metric === undefined || plan === undefined) return now;
    let judgedAt = now;
    if (this.#metrics.add(metric, at, value) && at < now) {
      judgedAt = at;
      this.#hearing.backlogAt = at;
      this.#hearing.backlogUntil = now + backlogMs;
      this.#timers.arm(this.#deviceTimer('backlog'), this.#hearing.backlogUntil);
    }
    for (const gap of plan.gaps) this.#armGap(gap, now);
    this.#refreshAll(plan.slots, judgedAt);
    return judgedAt;
  }

  /** Anything came from the device. */
  hear(at: number, now: number): void {
    const before = this.#hearing.heardAt;
    if (!this.#isHeard) {
      this.#isHeard = true;
      this.#timers.arm(this.#deviceTimer('heard_long'), now + heardLongMs);
      this.#timers.arm(this.#deviceTimer('silent'), now + silentMs + 1);
    }
    if (at <= before) return;
    this.#hearing.heardAt = at;
    this.#refreshAll(this.#program.silenceSlots, now);
    if (at - before <= (this.#program.shortestGapMs ?? silentMs)) return;
    this.#timers.arm(this.#deviceTimer('silent'), at + silentMs + 1);
    this.#revive(now);
  }

  /** From then on a code that the device has not told is one that it has not. */
  #hearErrors(at: number, now: number): void {
    this.hear(at, now);
    if (this.#errorsTold) return;
    this.#errorsTold = true;
    this.#refreshDevice(now);
  }

  #tell(key: string, value: string | number, now: number): number {
    const slots = this.#program.toldSlots.get(key);
    if (slots === undefined) return now;
    if (value === 'unknown') this.#told?.delete(key);
    else (this.#told ??= new Map()).set(key, value);
    this.#refreshAll(slots, now);
    return now;
  }

  #wakeDevice(timer: DeviceTimer | undefined, now: number): void {
    const { heardAt, backlogUntil } = this.#hearing;
    if (timer === 'heard_long') {
      this.#isHeardLong = true;
      this.#refreshDevice(now);
    } else if (timer === 'silent') {
      if (this.#isSilent(now)) this.#refreshDevice(now);
      else this.#timers.arm(this.#deviceTimer('silent'), heardAt + silentMs + 1);
    } else if (now < backlogUntil) this.#timers.arm(this.#deviceTimer('backlog'), backlogUntil);
    else {
      this.#hearing.backlogUntil = -Infinity;
      this.#revive(now);
    }
  }

  #deviceTimer(timer: DeviceTimer): number {
    return this.#program.gaps.length + this.#program.slots.length + deviceTimers.indexOf(timer);
  }

  /** What a silence or a backlog decided is looked at again. */
  #revive(now: number): void {
    this.#program.gaps.forEach((gap, id) => {
      if (this.#metrics.lastAt(gap.metric) === undefined) return;
      this.#armGap(id, now);
      this.#refreshAll(gap.slots, now);
    });
    this.#refreshDevice(now);
  }

  #refreshDevice(now: number): void {
    for (const slots of this.#program.codeSlots.values()) this.#refreshAll(slots, now);
    this.#refreshAll(this.#program.bootSlots, now);
  }

  #armGap(id: number, now: number): void {
    const gap = this.#program.gaps[id];
    if (gap === undefined) return;
    const until = this.#metrics.freshUntil(gap.metric, gap.maxGapMs);
    if (until >= now) this.#timers.arm(id, until + 1);
  }

  #refreshAll(slots: readonly number[] | undefined, now: number): void {
    if (slots !== undefined) for (const slot of slots) this.#refresh(slot, now);
  }

  #refresh(index: number, now: number): void {
    const slot = this.#program.slots[index];
    if (slot === undefined) return;
    const ask = this.#program.asks[index];
    const isSteady = ask !== undefined && this.#metrics.isSteady(ask);
    const value = isSteady ? this.#metrics.steadyValue(ask, now) : this.#valueOf(slot, now);
    const before = this.values[index];
    if (value === before) return;
    this.values[index] = value;
    this.#changed(index, isBeyond(this.#program.limitsOf[index] ?? null, before, value));
  }

  readonly #wakeAt = (slot: Slot, at: number): void => {
    this.#timers.arm(this.#program.gaps.length + slot.index, at);
  };

  /** Arms the timer of what grows for the next moment at which a comparison may turn. */
  readonly #grow = (slot: Slot, seconds: number, now: number): number => {
    const ms = seconds * 1000;
    if (slot.smooth) this.#wakeAt(slot, now + 1000);
    for (const crossing of slot.crossings) {
      if (crossing * 1000 > ms) this.#wakeAt(slot, now + Math.ceil(crossing * 1000 - ms));
      // At the very moment `>=` is true and `>` is not yet.
      else if (crossing * 1000 === ms) this.#wakeAt(slot, now + 1);
    }
    return seconds;
  };

  #valueOf(slot: Slot, now: number): SlotValue {
    const { read } = slot;
    switch (read.kind) {
      case 'silence':
        if (!this.#listens) return undefined;
        return this.#grow(slot, Math.max(0, now - this.#hearing.heardAt) / 1000, now);
      case 'age': {
        const lastAt = this.#metrics.lastAt(this.#program.metricsOf[slot.index]?.[0] ?? -1);
        return lastAt === undefined ? undefined : this.#grow(slot, Math.max(0, now - lastAt) / 1000, now);
      }
      case 'answer':
        return this.#told?.get(`answer:${read.question}`);
      case 'outcome':
        return this.#told?.get(`outcome:${read.action}`);
      case 'fleet':
        return this.#told?.get(`fleet:${read.signal}`);
      case 'result':
        return this.#resultOf(read.test, read.field, read.is);
      case 'active':
        return this.#codes.active(read.code, this.#errorsKnown(now));
      case 'detail':
        return this.#codes.detail(read.code, this.#errorsKnown(now));
      case 'raised': {
        const times = this.#codes.raised(read.code);
        if (times !== undefined) this.#wakeAt(slot, times.nextAt(read.seconds, now));
        const count = times?.count(read.seconds, now) ?? 0;
        return this.#errorsKnown(now) ? count : atLeast(count);
      }
      case 'boots': {
        this.#wakeAt(slot, this.#boots.nextAt(read.seconds, now));
        const isKnown = this.#isHeardLong && !this.#isSilent(now);
        const count = this.#boots.count(read.seconds, now, read.reason);
        return isKnown ? count : atLeast(count);
      }
      case 'boot_interval':
        return this.#boots.interval(read.nth);
      default:
        return this.#metrics.valueOf(slot, read, now, this.#wakeAt, this.#grow);
    }
  }

  #resultOf(test: string, field: string, is: string): SlotValue {
    const fields = this.#results?.get(test);
    const value = fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
    return typeof value === is && !Number.isNaN(value) ? value : undefined;
  }

  #errorsKnown(now: number): boolean {
    return (this.#errorsTold || (this.#isHeardLong && this.#errorsGranted)) && !this.#isSilent(now);
  }

  #isSilent(now: number): boolean {
    return now - this.#hearing.heardAt > silentMs;
  }
}

/** Whether one of these limits lies between two values, or is one of them. */
function isBeyond(limits: readonly number[] | null, before: SlotValue, value: SlotValue): boolean {
  if (limits === null || typeof before !== 'number' || typeof value !== 'number') return true;
  if (Number.isNaN(before) || Number.isNaN(value)) return true;
  for (const limit of limits) if (before < limit !== value < limit || before > limit !== value > limit) return true;
  return false;
}

/** Of what concerns the device as a whole. */
const deviceTimers = ['heard_long', 'silent', 'backlog'] as const;
type DeviceTimer = (typeof deviceTimers)[number];
