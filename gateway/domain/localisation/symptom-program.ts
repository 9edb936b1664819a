import type { Read, Slot } from './condition-reads.ts';
import { counts, metricsOf, SlotTable } from './condition-reads.ts';
import type { Condition } from './condition.ts';
import { compileCondition } from './condition.ts';
import type { Declared } from './declared.ts';
import type { SymptomRule } from './knowledge.ts';
import type { WindowKind } from './window-numbers.ts';

/** The symptoms of a pack version, compiled once and shared by all Views that use it. Immutable. */
export interface SymptomProgram {
  readonly rules: readonly SymptomRule[];
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly instances: readonly Instance[];
  /** By rule: its instances. */
  readonly instancesOf: readonly (readonly number[])[];
  readonly slots: readonly Slot[];
  /** By slot: between two of these numbers whatever reads it stays as it is; null: any other value may be news. */
  readonly limitsOf: readonly (readonly number[] | null)[];
  /** By slot: the windows that it asks, one for each metric; empty: none. */
  readonly windowsOf: readonly (readonly number[])[];
  /** By slot: how its value is found. */
  readonly asks: readonly SlotAsk[];
  /** By slot: the metrics that it asks. */
  readonly metricsOf: readonly (readonly number[])[];
  /** By slot: the instances that read it. */
  readonly readers: readonly (readonly number[])[];
  readonly windows: readonly WindowSpec[];
  readonly metrics: readonly MetricPlan[];
  readonly metricIndex: ReadonlyMap<string, number>;
  /** A metric with the age that its samples may have. */
  readonly gaps: readonly {
    readonly metric: number;
    readonly maxGapMs: number | null;
    readonly slots: readonly number[];
  }[];
  /** Of `max_gap` the shortest, ms; null: none is given. */
  readonly shortestGapMs: number | null;
  /** Slots that ask neither for metrics: by what happens. */
  readonly codeSlots: ReadonlyMap<string, readonly number[]>;
  readonly bootSlots: readonly number[];
  readonly silenceSlots: readonly number[];
  /** Key: `answer:`, `result:`, `outcome:` or `fleet:` and its id. */
  readonly toldSlots: ReadonlyMap<string, readonly number[]>;
  /** Conditions that `holds` may be asked for, by their text. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

export interface Instance {
  readonly rule: number;
  readonly name: string | null;
  readonly when: Condition;
  readonly enable: Condition | null;
  readonly clear: Condition | null;
  /** Metrics of `when`, `enable` and `clear`. */
  readonly metrics: readonly number[];
}

/** Of what most slots ask: the last value of a metric, or one thing of one window. Read for every value of every message. */
export interface SlotAsk {
  /** One of `askKinds`. */
  readonly kind: number;
  readonly metric: number;
  readonly window: number;
  readonly maxGapMs: number | null;
}

export const askKinds = { other: 0, last: 1, mean: 2, least: 3, most: 4, spread: 5, rate: 6, increase: 7 } as const;

const askOf: Partial<Readonly<Record<Read['kind'], number>>> = {
  last: askKinds.last,
  avg: askKinds.mean,
  min: askKinds.least,
  max: askKinds.most,
  spread: askKinds.spread,
  rate: askKinds.rate,
  increase: askKinds.increase,
};

export interface WindowSpec {
  readonly kind: WindowKind;
  readonly metric: number;
  readonly seconds: number;
}

export interface MetricPlan {
  readonly name: string;
  readonly isNumber: boolean;
  readonly isCounter: boolean;
  /** Somebody asks for its last value. */
  readonly keepsLast: boolean;
  readonly slots: readonly number[];
  readonly windows: readonly number[];
  readonly gaps: readonly number[];
  /** Longest window over its changes, s; null: nobody asks for them. */
  readonly changesSeconds: number | null;
  /** Instances that read it. */
  readonly readers: readonly number[];
}

/**
 * @param conditions Others that will be asked for, such as what enables a step.
 * @throws ConditionProblem
 */
export function compileSymptoms(options: {
  readonly rules: readonly SymptomRule[];
  readonly declared: Declared;
  readonly conditions?: Iterable<string>;
}): SymptomProgram {
  const { rules, declared, conditions = [] } = options;
  const table = new SlotTable();
  const compile = (source: string, maxGapMs: number | null) =>
    compileCondition({ source, declared, slots: table, maxGapMs });
  const compiled = rules.flatMap((rule, index) =>
    rule.instances.map(({ name, when, enable, clear }) => ({
      rule: index,
      name,
      when: compile(when, rule.maxGapMs),
      enable: enable === null ? null : compile(enable, rule.maxGapMs),
      clear: clear === null ? null : compile(clear, rule.maxGapMs),
    })),
  );
  const others = new Map([...new Set(conditions)].map((source) => [source, compile(source, null)]));

  const { slots } = table;
  const metricNames = [...new Set(slots.flatMap(({ read }) => metricsOf(read)))];
  const metricIndex = new Map(metricNames.map((name, i) => [name, i]));
  const slotMetrics = slots.map(({ read }) => metricsOf(read).map((name) => metricIndex.get(name) ?? 0));
  const { windows, windowsOf } = planWindows(slots, slotMetrics);
  const gaps = planGaps(slots, slotMetrics);
  const instances = compiled.map((instance): Instance => {
    const read = slotsOf(instance).flatMap((slot) => slotMetrics[slot] ?? []);
    return { ...instance, metrics: [...new Set(read)] };
  });
  const readers = inverted(slots.length, instances.map(slotsOf));
  const metricSlots = inverted(metricNames.length, slotMetrics);
  const metricReaders = inverted(
    metricNames.length,
    instances.map(({ metrics }) => metrics),
  );
  const metricWindows = inverted(
    metricNames.length,
    windows.map(({ metric }) => [metric]),
  );
  const metricGaps = inverted(
    metricNames.length,
    gaps.map(({ metric }) => [metric]),
  );
  const readsOf = (metric: number): Read[] => (metricSlots[metric] ?? []).flatMap((slot) => slots[slot]?.read ?? []);
  const slotsWhere = (test: (read: Read) => boolean): number[] =>
    slots.flatMap(({ index, read }) => (test(read) ? [index] : []));
  return {
    rules,
    ruleIndex: new Map(rules.map(({ id }, index) => [id, index])),
    instances,
    instancesOf: inverted(
      rules.length,
      instances.map(({ rule }) => [rule]),
    ),
    slots,
    // "At least so many" (atLeast) is no number to compare: any other is news.
    limitsOf: slots.map(({ read, smooth, crossings }) => (smooth || counts(read) ? null : [...crossings])),
    windowsOf,
    asks: slots.map(({ index, read, maxGapMs }): SlotAsk => {
      const [metric = 0, ...others] = slotMetrics[index] ?? [];
      const kind = others.length === 0 ? (askOf[read.kind] ?? askKinds.other) : askKinds.other;
      return { kind, metric, window: windowsOf[index]?.[0] ?? 0, maxGapMs };
    }),
    metricsOf: slotMetrics,
    readers,
    windows,
    metrics: metricNames.map((name, metric) => ({
      name,
      isNumber: ['gauge', 'counter'].includes(declared.metrics.get(name)?.type ?? ''),
      isCounter: declared.metrics.get(name)?.type === 'counter',
      keepsLast: readsOf(metric).some(({ kind }) => kind === 'last'),
      slots: metricSlots[metric] ?? [],
      windows: metricWindows[metric] ?? [],
      gaps: metricGaps[metric] ?? [],
      changesSeconds: readsOf(metric).reduce<number | null>((longest, read) => most(longest, changesOf(read)), null),
      readers: metricReaders[metric] ?? [],
    })),
    metricIndex,
    gaps,
    shortestGapMs: gaps.reduce<number | null>(
      (least, { maxGapMs }) => (maxGapMs === null ? least : Math.min(least ?? Infinity, maxGapMs)),
      null,
    ),
    codeSlots: grouped(slots, (read) => ('code' in read ? read.code : null)),
    bootSlots: slotsWhere(({ kind }) => kind === 'boots' || kind === 'boot_interval'),
    silenceSlots: slotsWhere(({ kind }) => kind === 'silence'),
    toldSlots: grouped(slots, toldKey),
    conditions: others,
  };
}

/** Key of what is told and not sent. */
function toldKey(read: Read): string | null {
  if (read.kind === 'answer') return `answer:${read.question}`;
  if (read.kind === 'result') return `result:${read.test}`;
  if (read.kind === 'outcome') return `outcome:${read.action}`;
  return read.kind === 'fleet' ? `fleet:${read.signal}` : null;
}

function slotsOf(instance: Pick<Instance, 'when' | 'enable' | 'clear'>): number[] {
  return [instance.when, instance.enable, instance.clear].flatMap(
    (part) => part?.slots.map(({ index }) => index) ?? [],
  );
}

function windowKind(read: Read): WindowKind | null {
  switch (read.kind) {
    case 'avg':
    case 'below':
    case 'above':
      return 'mean';
    case 'min':
    case 'max':
    case 'spread':
      return 'extremes';
    case 'rate':
    case 'increase':
      return 'growth';
    default:
      return null;
  }
}

/** Seconds of changes that it asks for; null: none. */
function changesOf(read: Read): number | null {
  if (read.kind === 'held') return 0;
  return read.kind === 'changed' || read.kind === 'became' || read.kind === 'share' ? read.seconds : null;
}

function most(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function planWindows(slots: readonly Slot[], slotMetrics: readonly (readonly number[])[]) {
  const windows: WindowSpec[] = [];
  const byKey = new Map<string, number>();
  const windowsOf = slots.map(({ index, read }) => {
    const kind = windowKind(read);
    if (kind === null || !('seconds' in read)) return [];
    return (slotMetrics[index] ?? []).map((metric) => {
      const key = `${kind} ${metric} ${read.seconds}`;
      const known = byKey.get(key);
      if (known !== undefined) return known;
      byKey.set(key, windows.length);
      return windows.push({ kind, metric, seconds: read.seconds }) - 1;
    });
  });
  return { windows, windowsOf };
}

function planGaps(slots: readonly Slot[], slotMetrics: readonly (readonly number[])[]) {
  const gaps = new Map<string, { metric: number; maxGapMs: number | null; slots: number[] }>();
  for (const { index, read, maxGapMs } of slots) {
    // How old a sample is stays known however old it is.
    if (read.kind === 'age') continue;
    for (const metric of slotMetrics[index] ?? []) {
      const key = `${metric} ${maxGapMs}`;
      const gap = gaps.get(key) ?? { metric, maxGapMs, slots: [] };
      gap.slots.push(index);
      gaps.set(key, gap);
    }
  }
  return [...gaps.values()];
}

/** From "what each one has" to "who has each", each once. */
function inverted(count: number, has: readonly (readonly number[])[]): number[][] {
  const found: number[][] = Array.from({ length: count }, () => []);
  has.forEach((all, one) => {
    for (const i of new Set(all)) found[i]?.push(one);
  });
  return found;
}

function grouped(slots: readonly Slot[], key: (read: Read) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { index, read } of slots) {
    const name = key(read);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [index]);
    else group.push(index);
  }
  return groups;
}
