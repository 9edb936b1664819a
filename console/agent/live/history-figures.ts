import type { HistoryBucket } from '../../../proto/api/history.ts';
import { pulseOf, type Series } from './series.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Moment {
  readonly value: number;
  readonly at: number;
}

/** One metric's history as the page shows it; times are the gateway's. */
export interface Figures {
  /** Oldest first; of each at least one value. */
  readonly buckets: readonly HistoryBucket[];
  readonly bucketMs: number;
  /** When the View began: the first bucket begins before it, but what is in it came after. */
  readonly since: number;
  /** Sent at changes only: a value holds until the next one. */
  readonly onChange: boolean;
  /** Nothing came for longer than it should. */
  readonly silences: readonly Stretch[];
  /** By the bucket's begin. Undefined: nothing came. */
  readonly lowest: Moment | undefined;
  readonly highest: Moment | undefined;
  readonly last: Moment | undefined;
}

/** When a device was heard: by whatever is known of it. */
export interface Pulse {
  /** Begins of the buckets in which anything came, rising. */
  readonly heardAt: readonly number[];
  /** How long two values of what is sent most often lie apart at most, ms. */
  readonly gapMs: number;
}

export interface FiguresOf {
  readonly buckets: readonly HistoryBucket[];
  readonly bucketMs: number;
  /** When the View began, gateway clock. */
  readonly since: number;
  /** End of what was read, gateway clock. */
  readonly readTo: number;
  /** What the live session holds of this metric. */
  readonly live: Series | undefined;
  /** When the device was heard at all, for a metric that is sent at changes only, or seldom. */
  readonly pulse?: Pulse | undefined;
  /** What the page looks at. */
  readonly shown: Stretch;
}

export function figuresOf(of: FiguresOf): Figures {
  const { bucketMs, readTo, shown, live } = of;
  const isShown = ({ at }: HistoryBucket) => at + bucketMs > shown.from && at <= shown.to;
  const buckets = [...of.buckets.filter(({ at }) => at < readTo), ...runningBuckets(of)].filter(isShown);
  const onChange = live?.gapMs === Number.POSITIVE_INFINITY;
  // Of what is sent at changes only nobody can tell silence from nothing new, unless something else is heard.
  const ownMs = onChange ? (of.pulse?.gapMs ?? 0) : usualGap(buckets, live);
  const own = buckets.map(({ at }) => at);
  const within = (gapMs: number, heardAt: readonly number[]) =>
    silencesIn(heardAt, { bucketMs, gapMs: gapMs + bucketMs, shown });
  // A device may fall silent for a while between two values of what is sent seldom.
  const ofDevice = of.pulse && of.pulse.gapMs <= ownMs ? within(of.pulse.gapMs, withOwn(of.pulse, own, of)) : [];
  const ofValue = onChange && of.pulse ? [] : within(ownMs, own);
  let lowest: Moment | undefined;
  let highest: Moment | undefined;
  for (const { at, min, max } of buckets) {
    if (!lowest || min < lowest.value) lowest = { value: min, at };
    if (!highest || max > highest.value) highest = { value: max, at };
  }
  const newest = buckets.at(-1);
  return {
    buckets,
    bucketMs,
    since: of.since,
    onChange,
    silences: merged([...ofDevice, ...ofValue]),
    lowest,
    highest,
    last: newest && { value: lastLive(live, newest, bucketMs) ?? newest.avg, at: newest.at },
  };
}

export interface PulseOf {
  /** What was read, by metric. */
  readonly series: Readonly<Record<string, readonly HistoryBucket[]>>;
  readonly bucketMs: number;
  readonly readTo: number;
  /** What the live session holds, by metric. */
  readonly live: ReadonlyMap<string, Series>;
}

/** Undefined: nothing of what was read is sent regularly, so that nobody can tell silence from nothing new. */
export function pulseIn({ series, bucketMs, readTo, live }: PulseOf): Pulse | undefined {
  const read = new Map(Object.entries(series));
  const most = pulseOf(new Map([...live].filter(([name]) => read.has(name))));
  if (most === undefined) return undefined;
  const heardAt = new Set([...read.values()].flatMap((buckets) => buckets.map(({ at }) => at)));
  for (const { at } of live.values()) for (const receivedAt of at) heardAt.add(bucketOf(receivedAt, readTo, bucketMs));
  return {
    heardAt: [...heardAt].toSorted((a, b) => a - b),
    gapMs: usualGap(read.get(most) ?? [], live.get(most)),
  };
}

function withOwn({ heardAt }: Pulse, own: readonly number[], of: Pick<FiguresOf, 'bucketMs' | 'shown'>): number[] {
  const { from, to } = of.shown;
  const shown = heardAt.filter((at) => at + of.bucketMs > from && at <= to);
  return [...new Set([...own, ...shown])].toSorted((a, b) => a - b);
}

function bucketOf(at: number, readTo: number, bucketMs: number): number {
  return readTo + Math.floor((at - readTo) / bucketMs) * bucketMs;
}

/** Buckets of what the live session has received since the reading. */
function runningBuckets({ live, readTo, bucketMs }: Pick<FiguresOf, 'live' | 'readTo' | 'bucketMs'>): HistoryBucket[] {
  const made = new Map<number, HistoryBucket>();
  live?.at.forEach((receivedAt, index) => {
    const value = live.values[index];
    if (receivedAt < readTo || value === undefined || !Number.isFinite(value)) return;
    const at = bucketOf(receivedAt, readTo, bucketMs);
    const before = made.get(at);
    const low = Math.min(value, live.low[index] ?? value);
    const high = Math.max(value, live.high[index] ?? value);
    const count = (before?.count ?? 0) + 1;
    made.set(at, {
      at,
      min: Math.min(before?.min ?? low, low),
      max: Math.max(before?.max ?? high, high),
      avg: (before?.avg ?? value) + (value - (before?.avg ?? value)) / count,
      count,
    });
  });
  return [...made.values()];
}

/** The value that came last, where the live session still knows it. */
function lastLive(live: Series | undefined, { at }: HistoryBucket, bucketMs: number): number | undefined {
  const receivedAt = live?.at.at(-1) ?? 0;
  const value = live?.values.at(-1);
  return receivedAt >= at && receivedAt < at + bucketMs && Number.isFinite(value) ? value : undefined;
}

/** How long two values lie apart at most, ms: as the device says, else 2.5 times as long as they usually do. */
function usualGap(buckets: readonly HistoryBucket[], live: Series | undefined): number {
  if (live && live.gapMs > 0 && Number.isFinite(live.gapMs)) return live.gapMs;
  const steps = buckets.slice(1).map(({ at }, index) => at - (buckets[index]?.at ?? at));
  steps.sort((a, b) => a - b);
  return 2.5 * (steps[Math.floor(steps.length / 2)] ?? 0);
}

/** Between what was heard, before it and after it. */
function silencesIn(
  heardAt: readonly number[],
  of: { readonly bucketMs: number; readonly gapMs: number; readonly shown: Stretch },
): Stretch[] {
  const { bucketMs, gapMs, shown } = of;
  const silences: Stretch[] = [];
  let before = shown.from - bucketMs;
  for (const at of [...heardAt, shown.to]) {
    const from = Math.max(shown.from, before + bucketMs);
    if (at - before > gapMs && at > from) silences.push({ from, to: at });
    before = at;
  }
  return silences;
}

/** Where two overlap or touch, one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else all.push({ from, to });
  }
  return all;
}

/** A device's seconds and the gateway's differ by so much at most. */
const clockSlackMs = 5_000;

export interface HistoryColumns {
  /** Seconds, as uPlot wants them: the middle of each bucket. */
  readonly x: number[];
  readonly average: (number | null)[];
  readonly low: (number | null)[];
  readonly high: (number | null)[];
}

/** Columns of a chart: an empty row in each silence, so that neither line nor band runs through it. */
export function historyColumns({ buckets, bucketMs, silences, onChange }: Figures, shown: Stretch): HistoryColumns {
  const columns: HistoryColumns = { x: [], average: [], low: [], high: [] };
  const push = (at: number, bucket?: Pick<HistoryBucket, 'avg' | 'min' | 'max'>) => {
    columns.x.push(at / 1000);
    columns.average.push(bucket?.avg ?? null);
    columns.low.push(bucket?.min ?? null);
    columns.high.push(bucket?.max ?? null);
  };
  const middle = (at: number) => Math.min(Math.max(at + bucketMs / 2, shown.from), shown.to);
  let before: HistoryBucket | undefined;
  let next = 0;
  const breakUntil = (at: number) => {
    for (let silence = silences[next]; silence && silence.from < at; silence = silences[++next]) {
      if (!before) continue;
      const heldUntil = Math.max(silence.from, middle(before.at));
      if (onChange) push(heldUntil, before);
      push(heldUntil + 1);
      before = undefined;
    }
  };
  for (const bucket of buckets) {
    breakUntil(bucket.at);
    // A step, by its two corners: up to here it was as before.
    if (onChange && before) push(middle(bucket.at) - 1, before);
    push(middle(bucket.at), bucket);
    before = bucket;
  }
  breakUntil(shown.to);
  // A value that is sent at changes only holds until now.
  if (onChange && before && shown.to > middle(before.at)) push(shown.to, before);
  return columns;
}

/** Restarts that a device's time since its last one tells of (`device.uptime`, s): as exact as a bucket is long. */
export function bootsIn(uptime: Pick<Figures, 'buckets' | 'bucketMs'>, shown: Stretch): number[] {
  const { buckets, bucketMs } = uptime;
  const boots: number[] = [];
  let before = shown.from - bucketMs - clockSlackMs;
  for (const { at, min } of buckets) {
    const bootAt = at + bucketMs / 2 - min * 1_000;
    // The same restart told of again lies at most a bucket off.
    if (bootAt - before > bucketMs + clockSlackMs) {
      boots.push(Math.min(bootAt, shown.to));
      before = bootAt;
    }
  }
  return boots;
}
