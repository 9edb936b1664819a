import type { Read, Slot, SlotValue } from './condition-reads.ts';
import type { SymptomProgram } from './symptom-program.ts';
import { RecentSamples } from './symptom-recent.ts';
import type { WindowEnd } from './window-numbers.ts';
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
type ChangeRead = Extract<Read, { kind: 'held' | 'changed' | 'became' | 'share' }>;

/** Samples of the metrics that somebody asks for, as far back as is asked. */
export class MetricRecord {
  readonly recent = new RecentSamples();
  readonly #program: SymptomProgram;
  readonly #sampling: (metric: string) => MetricSampling;
  readonly #hearing: Hearing;
  /** By metric; NaN: none, or it said that it cannot be measured. */
  readonly #lastAt: Float64Array;
  /** By metric, where somebody asks for it. */
  readonly #last: (number | string)[] = [];
  readonly #windows: NumberWindows;
  readonly #changes: (ChangeList | undefined)[] = [];
  /** Made anew for each question without making an object for each. */
  readonly #end = { now: 0, onChange: false, gapMs: 0 };

  constructor(program: SymptomProgram, sampling: (metric: string) => MetricSampling, hearing: Hearing) {
    this.#program = program;
    this.#sampling = sampling;
    this.#hearing = hearing;
    this.#lastAt = new Float64Array(program.metrics.length).fill(Number.NaN);
    this.#windows = new NumberWindows(program.windows);
  }

  lastAt(metric: number): number | undefined {
    const at = this.#lastAt[metric] ?? Number.NaN;
    return Number.isNaN(at) ? undefined : at;
  }

  /** @returns Whether it is the newest of its metric. A value of the wrong kind, or none (NaN), ends what was known. */
  add(metric: number, at: number, value: number | string): boolean {
    const plan = this.#program.metrics[metric];
    if (plan === undefined) return false;
    if (plan.isNumber ? !Number.isFinite(value) : typeof value !== 'string') {
      this.#lastAt[metric] = Number.NaN;
      return false;
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
    const { idlePeriodMs, livePeriodMs, onChange } = this.#sampling(this.#program.metrics[metric]?.name ?? '');
    return onChange || (idlePeriodMs ?? livePeriodMs) === null;
  }

  /** Until when the metric's last sample counts, if nothing more comes; -Infinity: there is none. Sets #end. */
  freshUntil(metric: number, maxGapMs: number | null): number {
    const end = this.#end;
    const lastAt = this.#lastAt[metric] ?? Number.NaN;
    if (Number.isNaN(lastAt)) return -Infinity;
    const { idlePeriodMs, livePeriodMs, onChange } = this.#sampling(this.#program.metrics[metric]?.name ?? '');
    const periodMs = idlePeriodMs ?? livePeriodMs;
    end.onChange = onChange || periodMs === null;
    end.gapMs = maxGapMs ?? periodsUntilStale * (periodMs ?? 0);
    return end.onChange ? this.#hearing.heardAt + (maxGapMs ?? silentMs) : lastAt + end.gapMs;
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
        return mean(this.#each(slot, now, wake, (w, end) => this.#windows.mean(w, end)));
      case 'min':
        return least(this.#each(slot, now, wake, (w, end) => this.#windows.least(w, end)));
      case 'max':
        return most(this.#each(slot, now, wake, (w, end) => this.#windows.most(w, end)));
      case 'spread':
        return this.#each(slot, now, wake, (w, end) => this.#windows.spread(w, end))[0];
      case 'rate':
        return this.#each(slot, now, wake, (w, end) => this.#windows.rate(w, end))[0];
      case 'increase':
        return this.#each(slot, now, wake, (w, end) => this.#windows.increase(w, end))[0];
      case 'below':
      case 'above': {
        const means = this.#each(slot, now, wake, (w, end) => this.#windows.mean(w, end));
        const count = means.filter((value) => (read.kind === 'below' ? value < read.limit : value > read.limit)).length;
        return means.length === 0 ? undefined : count;
      }
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
  #isFresh(metric: number, slot: Slot, now: number): boolean {
    const until = this.freshUntil(metric, slot.maxGapMs);
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

  /** Of the windows of metrics that are fresh, what is known. */
  #each(
    slot: Slot,
    now: number,
    wake: (slot: Slot, at: number) => void,
    ask: (w: number, end: WindowEnd) => number | undefined,
  ): number[] {
    const known: number[] = [];
    const metrics = this.#program.metricsOf[slot.index] ?? [];
    const windows = this.#program.windowsOf[slot.index] ?? [];
    for (let i = 0; i < windows.length; i++) {
      const w = windows[i] ?? 0;
      if (!this.#isFresh(metrics[i] ?? 0, slot, now)) continue;
      const value = ask(w, this.#end);
      if (value !== undefined) known.push(value);
      if (this.#end.onChange) wake(slot, this.#windows.nextAt(w, this.#end));
    }
    return known;
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function least(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.min(...values);
}

function most(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}
