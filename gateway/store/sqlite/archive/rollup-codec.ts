import { type DataClass, dataClasses, maskOf } from '../../../domain/data-class.ts';
import type { FrameBody, FrameKind } from '../../../domain/frames.ts';
import { ByteReader, CorruptBytes } from '../byte-reader.ts';
import { ByteWriter } from '../byte-writer.ts';
import { readOne, skip, writeOne } from './number-column.ts';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
/** Of roll-ups, finest first. */
export const resolutionsMs = [minuteMs, hourMs] as const;

/** Begin of the bucket of a time. */
export function beginOf(at: number, resolutionMs: number): number {
  return Math.floor(at / resolutionMs) * resolutionMs;
}

/** What a metric's values were like in a bucket: at least one of them. */
export interface Rollup {
  readonly name: string;
  readonly dataClass: DataClass;
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** The one that arrived last. */
  readonly last: number;
}

/** Begins with a count of 0, which is in no bucket's answer. */
export type Growing = { -readonly [Field in keyof Rollup]: Rollup[Field] };

/** No sensor's; and a sum of very many of them would be no number any more. */
const largestCounted = 1e300;

/** Whether a chart counts it, if it is a number. */
export function isCountable(value: number): boolean {
  return Math.abs(value) <= largestCounted;
}

export function grow(own: Growing, value: number): void {
  if (!isCountable(value)) return;
  own.count += 1;
  if (value < own.min) own.min = value;
  if (value > own.max) own.max = value;
  own.sum += value;
  own.last = value;
}

/**
 * What a chart counts: numbers of live telemetry (`isCountable`), at the time of their receipt, as the live session does. What was buffered
 * while the link was down is told by its own clock, which is evidence and no authority: it stays in the frames (decision 0057).
 */
export function isCounted(kind: FrameKind, body: Pick<FrameBody, 'lane'>): boolean {
  return kind === 'live' && body.lane === 'telemetry';
}

/** The metrics of one bucket as they are gathered; a metric whose class was changed is two. */
export class Bucket {
  readonly #ofClass = new Map<DataClass, Map<string, Growing>>();

  /** Of one metric, to be grown in place. */
  growing(name: string, dataClass: DataClass): Growing {
    let names = this.#ofClass.get(dataClass);
    if (!names) this.#ofClass.set(dataClass, (names = new Map()));
    let own = names.get(name);
    if (!own) {
      own = { name, dataClass, count: 0, min: Infinity, max: -Infinity, sum: 0, last: 0 };
      names.set(name, own);
    }
    return own;
  }

  /** What came after everything that is in it. */
  merge(rollup: Rollup): void {
    const own = this.growing(rollup.name, rollup.dataClass);
    own.count += rollup.count;
    own.min = Math.min(own.min, rollup.min);
    own.max = Math.max(own.max, rollup.max);
    own.sum += rollup.sum;
    own.last = rollup.last;
  }

  rollups(): Rollup[] {
    return [...this.#ofClass.values()].flatMap((names) => [...names.values()].filter(({ count }) => count > 0));
  }
}

/** The classes that occur in them. */
export function classMaskOf(rollups: readonly Rollup[]): number {
  return maskOf(rollups.map(({ dataClass }) => dataClass));
}

const version = 1;

/** A bucket's row: version (1), number of metrics, and of each: name, class, length of what follows, count, min, max, sum, last. */
export function encodeRollups(rollups: readonly Rollup[]): Uint8Array {
  const to = new ByteWriter(64 + rollups.length * 64);
  const numbers = new ByteWriter(64);
  to.byte(version);
  to.number(rollups.length);
  for (const { name, dataClass, count, min, max, sum, last } of rollups) {
    numbers.at = 0;
    numbers.number(count);
    for (const value of [min, max, sum, last]) writeOne(numbers, value);
    to.text(name);
    to.byte(dataClasses.indexOf(dataClass));
    to.number(numbers.at);
    to.raw(numbers.bytes.subarray(0, numbers.at));
  }
  return to.bytes.subarray(0, to.at);
}

/** @throws CorruptBytes */
export function decodeRollups(body: Uint8Array): Rollup[] {
  const from = new ByteReader(body);
  if (from.byte() !== version) throw new CorruptBytes('a roll-up of another form', 0);
  const rollups: Rollup[] = [];
  for (let left = from.count(); left > 0; left -= 1) {
    const { name, dataClass } = readMetric(from);
    from.number();
    const count = from.number();
    const [min, max, sum, last] = [readOne(from), readOne(from), readOne(from), readOne(from)];
    rollups.push({ name, dataClass, count, min, max, sum, last });
  }
  return rollups;
}

function readMetric(from: ByteReader): Pick<Rollup, 'name' | 'dataClass'> {
  const name = from.text();
  const dataClass = dataClasses[from.byte()];
  if (!dataClass) throw new CorruptBytes('a metric of no class', from.at);
  return { name, dataClass };
}

/** Where what a row has of a metric is counted. */
interface Counting {
  add(at: number, count: number, min: number, max: number, sum: number): void;
}

/** Counts what is wanted of many rows of a View: they mostly have the same metrics, whose names are then not read again. */
export class RollupReader {
  readonly #wanted: (name: string, dataClass: DataClass) => Counting | undefined;
  /** Of the n-th metric of the row before: its name and class as they lie there. */
  readonly #known: { readonly bytes: Buffer; readonly counting: Counting | undefined }[] = [];

  constructor(wanted: (name: string, dataClass: DataClass) => Counting | undefined) {
    this.#wanted = wanted;
  }

  /** @throws CorruptBytes */
  read(body: Uint8Array, at: number): void {
    const from = new ByteReader(body);
    if (from.byte() !== version) throw new CorruptBytes('a roll-up of another form', 0);
    const metrics = from.count();
    for (let metric = 0; metric < metrics; metric += 1) {
      const counting = this.#metric(from, metric);
      const length = from.number();
      const next = skip(from, length) + length;
      if (!counting) continue;
      from.at = next - length;
      const count = from.number();
      counting.add(at, count, readOne(from), readOne(from), readOne(from));
      from.at = next;
    }
  }

  #metric(from: ByteReader, metric: number): Counting | undefined {
    const known = this.#known[metric];
    if (known && isAt(from, known.bytes)) {
      from.skip(known.bytes.length);
      return known.counting;
    }
    const begin = from.at;
    const { name, dataClass } = readMetric(from);
    const counting = this.#wanted(name, dataClass);
    this.#known[metric] = { bytes: from.bytes.subarray(begin, from.at), counting };
    return counting;
  }
}

function isAt({ bytes, at, end }: ByteReader, known: Buffer): boolean {
  const { length } = known;
  if (length > end - at) return false;
  for (let index = 0; index < length; index += 1) if (bytes[at + index] !== known[index]) return false;
  return true;
}
