import type { Read, Slot, SlotValue } from './condition-reads.ts';
import { askKinds, type SlotAsk, type SymptomProgram } from './symptom-program.ts';
import { RecentSamples } from './symptom-recent.ts';
import { NumberWindows } from './window-numbers.ts';
import { ChangeList } from './window-words.ts';

/** How a metric is sent: periods in ms, null: not periodic then. */
export interface MetricSampling {
  readonly idlePeriodMs: number | null;
  readonly livePeriodMs: number | null;
  readonly onChange: boolean;
}

/** After so long a silence what is sent on change alone is not known any more, ms: three of the slowest idle periods of a device. */
export const silentMs = 180_000;
const periodsUntilStale = 2.5;

/** When the device was last heard, and how far what it buffered has come. Epoch ms. */
export interface Hearing {
  heardAt: number;
  /** Until then what comes late is taken at its own time. */
  backlogUntil: number;
  backlogAt: number;
}

type MetricRead = Extract<Read, { metrics: readonly string[] } | { metric: string }>;
type WindowRead = Exclude<MetricRead, ChangeRead | { kind: 'last' | 'age' }>;
type ChangeRead = Extract<Read, { kind: 'held' | 'changed' | 'became' | 'share' }>;

/** Samples of the metrics that somebody asks for, as far back as is asked. */
export class MetricRecord {
  readonly recent = new RecentSamples();
  readonly #program: SymptomProgram;
  readonly #sampling: (metric: string) => MetricSampling;
  readonly #samplingAsOf: (() => unknown) | undefined;
  /** By metric: whether it was asked since what `#samplingAsOf` says was another. */
  readonly #isAsked: Uint8Array;
  #askedAsOf: unknown;
  readonly #hearing: Hearing;
  /** By metric; NaN: none, or it said that it cannot be measured. */
  readonly #lastAt: Float64Array;
  /** By metric, as it was said to come when it last came: ms between samples; -1: only on change. */
  readonly #periodMs: Int32Array;
  /** By metric, where somebody asks for it. */
  readonly #last: (number | string)[] = [];
  readonly #windows: NumberWindows;
  readonly #changes: (ChangeList | undefined)[] = [];
  /** Made anew for each question without making an object for each. */
  readonly #end = { now: 0, onChange: false, gapMs: 0 };

  constructor(
    program: SymptomProgram,
    options: {
      readonly sampling: (metric: string) => MetricSampling;
      /** While this answers the same, so does `sampling`; undefined: it is asked at every sample. */
      readonly samplingAsOf: (() => unknown) | undefined;
    },
    hearing: Hearing,
  ) {
    this.#program = program;
    this.#sampling = options.sampling;
    this.#samplingAsOf = options.samplingAsOf;
    this.#isAsked = new Uint8Array(program.metrics.length);
    this.#hearing = hearing;
    this.#lastAt = new Float64Array(program.metrics.length).fill(Number.NaN);
    this.#periodMs = new Int32Array(program.metrics.length);
    this.#windows = new NumberWindows(program.windows);
  }

  lastAt(metric: number): number | undefined {
    const at = this.#lastAt[metric] ?? Number.NaN;
    return Number.isNaN(at) ? undefined : at;
  }

  /** Before what one message says is added. */
  look(): void {
    const asOf = this.#samplingAsOf?.();
    if (this.#samplingAsOf !== undefined && asOf === this.#askedAsOf) return;
    this.#askedAsOf = asOf;
    this.#isAsked.fill(0);
  }

  /** @returns Whether it is the newest of its metric. A value of the wrong kind, or none (NaN), ends what was known. */
  add(metric: number, at: number, value: number | string): boolean {
    const plan = this.#program.metrics[metric];
    if (plan === undefined) return false;
    if (plan.isNumber ? !Number.isFinite(value) : typeof value !== 'string') {
      this.#lastAt[metric] = Number.NaN;
      return false;
    }
    if (this.#isAsked[metric] !== 1) {
      this.#isAsked[metric] = 1;
      this.#periodMs[metric] = this.#periodOf(plan.name);
    }
    const isNewest = !(at < (this.#lastAt[metric] ?? Number.NaN));
    if (isNewest) {
      this.#lastAt[metric] = at;
      if (plan.keepsLast) this.#last[metric] = value;
    }
    if (typeof value === 'number') {
      for (const window of plan.windows) this.#windows.add(window, at, value, plan.isCounter);
    }
    if (plan.changesSeconds !== null) (this.#changes[metric] ??= new ChangeList(plan.changesSeconds)).add(at, value);
    this.recent.add(metric, at, value);
    return isNewest;
  }

  isOnChange(metric: number): boolean {
    return this.#periodOf(this.#program.metrics[metric]?.name ?? '') < 0;
  }

  /** ms; -1: only on change. */
  #periodOf(name: string): number {
    const { idlePeriodMs, livePeriodMs, onChange } = this.#sampling(name);
    return onChange ? -1 : (idlePeriodMs ?? livePeriodMs ?? -1);
  }

  /** Until when the metric's last sample counts, if nothing more comes; -Infinity: there is none. Sets #end. */
  freshUntil(metric: number, maxGapMs: number | null): number {
    const end = this.#end;
    const lastAt = this.#lastAt[metric] ?? Number.NaN;
    if (Number.isNaN(lastAt)) return -Infinity;
    const periodMs = this.#periodMs[metric] ?? -1;
    end.onChange = periodMs < 0;
    end.gapMs = maxGapMs ?? periodsUntilStale * periodMs;
    return end.onChange ? this.#hearing.heardAt + (maxGapMs ?? silentMs) : lastAt + end.gapMs;
  }

  /** What does not change by itself: of a metric that is not sent on change alone, its last value or one thing of one window. */
  isSteady(ask: SlotAsk): boolean {
    return ask.kind !== askKinds.other && (ask.kind === askKinds.last || (this.#periodMs[ask.metric] ?? -1) >= 0);
  }

  /** Of such a slot. */
  steadyValue(ask: SlotAsk, now: number): number | string | undefined {
    const { metric, window } = ask;
    if (!this.#isFresh(metric, ask, now)) return undefined;
    const end = this.#end;
    switch (ask.kind) {
      case askKinds.last:
        return this.#last[metric];
      case askKinds.mean:
        return this.#windows.mean(window, end);
      case askKinds.least:
        return this.#windows.least(window, end);
      case askKinds.most:
        return this.#windows.most(window, end);
      case askKinds.spread:
        return this.#windows.spread(window, end);
      case askKinds.rate:
        return this.#windows.rate(window, end);
      default:
        return this.#windows.increase(window, end);
    }
  }

  /** @param wake Told when the value next changes by itself. @param grow Told of what grows with time. */
  valueOf(
    slot: Slot,
    read: MetricRead,
    now: number,
    wake: (slot: Slot, at: number) => void,
    grow: (slot: Slot, seconds: number, now: number) => number,
  ): SlotValue {
    const metric = this.#program.metricsOf[slot.index]?.[0] ?? 0;
    switch (read.kind) {
      case 'last':
        return this.#isFresh(metric, slot, now) ? this.#last[metric] : undefined;
      case 'held':
      case 'changed':
      case 'became':
      case 'share':
        return this.#isFresh(metric, slot, now)
          ? this.#valueOfChanges({ slot, read, metric, now, wake, grow })
          : undefined;
      case 'avg':
      case 'min':
      case 'max':
      case 'spread':
      case 'rate':
      case 'increase':
      case 'below':
      case 'above':
        return this.#valueOfWindows(slot, read, now, wake);
      case 'age':
        return undefined;
    }
  }

  /** What these slots gathered until then is of the past. */
  forget(slot: number, at: number): void {
    for (const window of this.#program.windowsOf[slot] ?? []) this.#windows.forget(window, at);
    const kind = this.#program.slots[slot]?.read.kind;
    if (kind !== 'changed' && kind !== 'became' && kind !== 'share' && kind !== 'held') return;
    for (const metric of this.#program.metricsOf[slot] ?? []) this.#changes[metric]?.forget(at);
  }

  /** Sets #end besides. */
  #isFresh(metric: number, { maxGapMs }: Pick<Slot, 'maxGapMs'>, now: number): boolean {
    const until = this.freshUntil(metric, maxGapMs);
    this.#end.now = now;
    const { backlogUntil, backlogAt } = this.#hearing;
    return until >= (backlogUntil > now ? Math.min(now, backlogAt) : now);
  }

  #valueOfChanges(options: {
    readonly slot: Slot;
    readonly read: ChangeRead;
    readonly metric: number;
    readonly now: number;
    readonly wake: (slot: Slot, at: number) => void;
    readonly grow: (slot: Slot, seconds: number, now: number) => number;
  }): number | undefined {
    const { slot, read, metric, now, wake, grow } = options;
    const changes = this.#changes[metric];
    if (changes === undefined) return undefined;
    if (read.kind === 'held') {
      const seconds = changes.held(read.word, now);
      return seconds !== undefined && changes.is(read.word) ? grow(slot, seconds, now) : seconds;
    }
    wake(slot, changes.nextAt(read.seconds, now));
    if (read.kind === 'changed') return changes.changes(read.seconds, now);
    if (read.kind === 'became') return changes.became(read.word, read.seconds, now);
    // A share moves with every second: seen to a 64th of its window.
    if (changes.isMixed(read.seconds, now)) wake(slot, now + Math.max(1000, (read.seconds * 1000) / 64));
    return changes.share(read.word, read.seconds, now);
  }

  #valueOfWindows(
    slot: Slot,
    read: WindowRead,
    now: number,
    wake: (slot: Slot, at: number) => void,
  ): number | undefined {
    const metrics = this.#program.metricsOf[slot.index] ?? [];
    const windows = this.#program.windowsOf[slot.index] ?? [];
    const isCounting = read.kind === 'below' || read.kind === 'above';
    const kind = isCounting ? 'avg' : read.kind;
    if (windows.length === 1 && !isCounting) {
      if (!this.#isFresh(metrics[0] ?? 0, slot, now)) return undefined;
      return this.#valueOfWindow(windows[0] ?? 0, kind, slot, wake);
    }
    const known: number[] = [];
    for (const [i, w] of windows.entries()) {
      if (!this.#isFresh(metrics[i] ?? 0, slot, now)) continue;
      const value = this.#valueOfWindow(w, kind, slot, wake);
      if (value !== undefined) known.push(value);
    }
    if (known.length === 0) return undefined;
    switch (read.kind) {
      case 'below':
        return known.filter((value) => value < read.limit).length;
      case 'above':
        return known.filter((value) => value > read.limit).length;
      case 'min':
        return Math.min(...known);
      case 'max':
        return Math.max(...known);
      default:
        return known.reduce((sum, value) => sum + value, 0) / known.length;
    }
  }

  /** As #end says, which #isFresh has set. */
  #valueOfWindow(
    w: number,
    kind: WindowRead['kind'],
    slot: Slot,
    wake: (slot: Slot, at: number) => void,
  ): number | undefined {
    const end = this.#end;
    const windows = this.#windows;
    if (end.onChange) wake(slot, windows.nextAt(w, end));
    switch (kind) {
      case 'min':
        return windows.least(w, end);
      case 'max':
        return windows.most(w, end);
      case 'spread':
        return windows.spread(w, end);
      case 'rate':
        return windows.rate(w, end);
      case 'increase':
        return windows.increase(w, end);
      default:
        return windows.mean(w, end);
    }
  }
}
