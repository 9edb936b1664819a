import { crc32, inflateRawSync } from 'node:zlib';
import { type DataClass, isDataClass } from '../../../domain/data-class.ts';
import type { FrameBody, FrameKind, Sample, Source } from '../../../domain/frames.ts';
import { decodeBody } from '../body-text.ts';
import { ByteReader, CorruptBytes } from '../byte-reader.ts';
import type { StoredEntry } from '../stored-entry.ts';
import { readNumbers, skip } from './number-column.ts';

/** One frame of a block: whose View it is, the block's row says. */
export type BlockEntry = Omit<StoredEntry, 'viewId'>;

/** So many frames a block has at most, and so many samples together. */
export const mostEntries = 65_536;
export const mostSamples = 4_000_000;
export const largestRaw = 64 * 1024 * 1024;
export const version = 1;
export const headBytes = 5;
/** Of an entry: this is not telemetry, and is kept as JSON. */
export const notTelemetry = 0;

/*
 * Made by encode-block.ts:
 *
 * version (1) · CRC-32 of the rest (4, LE) · deflated:
 *   texts: all names, words and ids, once
 *   heads: boot, source, kind, class mask: each combination once
 *   entries: columns of head, seq, receivedAt, shape
 *   shapes: each sequence of columns that a telemetry frame has
 *   at: whether times are told from receivedAt; column of each frame's first
 *   columns: of each metric and class, with its length in bytes: times from the frame's first, values
 *   bodies: JSON of those that are not telemetry
 */

/**
 * @throws CorruptBytes when these are not a block's, whatever they are, in bounded time and memory
 */
export function decodeBlock(body: Uint8Array): BlockEntry[] {
  return entriesOf(openBlock(body));
}

/** @throws CorruptBytes */
export function entriesOf(block: OpenBlock): BlockEntry[] {
  const columns = block.columns.map((column) => ({ ...column, ...column.read(), next: 0 }));
  const bodies = block.bodies();
  const nextSample = (column: number): Sample & { readonly time: number } => {
    const each = columns[column];
    const value = each?.values[each.next];
    const time = each?.times[each.next];
    if (!each || value === undefined || time === undefined) throw new CorruptBytes('a column is too short', 0);
    each.next += 1;
    return { name: each.name, dataClass: each.dataClass, value, at: time, time };
  };
  let nextBody = 0;
  return Array.from({ length: block.count }, (_, index): BlockEntry => {
    const shape = block.shapeOf(index);
    const common = { ...block.head(index), seq: block.seq[index] ?? 0, receivedAt: block.receivedAt[index] ?? 0 };
    if (!shape) {
      const other = bodies[nextBody++];
      if (!other) throw new CorruptBytes('a body is missing', 0);
      return { ...common, body: other };
    }
    const first = block.firstAt(index);
    const samples = shape.map((column): Sample => {
      const { name, dataClass, value, time } = nextSample(column);
      return { name, dataClass, value, at: block.relative ? first + time : time };
    });
    return { ...common, body: { lane: 'telemetry', samples } };
  });
}

/** A metric's samples in a block, to be read when they are wanted. */
export interface BlockColumn {
  readonly name: string;
  readonly dataClass: DataClass;
  readonly length: number;
  /** In the order of arrival. `times`: from the first `at` of the frame, if the block's are relative. */
  read(): { readonly values: readonly (number | string)[]; readonly times: readonly number[] };
}

export interface OpenBlock {
  readonly count: number;
  readonly seq: readonly number[];
  readonly receivedAt: readonly number[];
  readonly relative: boolean;
  readonly columns: readonly BlockColumn[];
  head(entry: number): Pick<BlockEntry, 'bootId' | 'source' | 'kind' | 'classMask'>;
  /** The columns of its samples, in their order; undefined: it is not telemetry. */
  shapeOf(entry: number): readonly number[] | undefined;
  /** `at` of its first sample, if the block's are relative. */
  firstAt(entry: number): number;
  /** Of those that are not telemetry, in order. */
  bodies(): readonly FrameBody[];
}

/**
 * A block whose columns are read only when they are asked for.
 * @throws CorruptBytes
 */
export function openBlock(body: Uint8Array): OpenBlock {
  return parse(new ByteReader(unseal(body)));
}

function parse(from: ByteReader): OpenBlock {
  const count = from.number();
  if (count > mostEntries) throw new CorruptBytes('it has too many frames', from.at);
  const texts = Array.from({ length: from.count() }, () => from.text());
  const text = () => texts[from.number()] ?? missing(from);
  const heads = Array.from({ length: from.count() }, () => ({
    bootId: text() as BlockEntry['bootId'],
    source: text() as Source,
    kind: text() as FrameKind,
    classMask: from.number(),
  }));
  const headOf = readNumbers(from, count);
  const seq = readNumbers(from, count);
  const receivedAt = readNumbers(from, count);
  const shapes = Array.from({ length: from.count() }, () => Array.from({ length: from.count() }, () => from.number()));
  const shapeOf = readNumbers(from, count);
  const relative = from.byte() === 1;
  const isTelemetry = (entry: number) => shapeOf[entry] !== notTelemetry;
  const telemetry = shapeOf.filter((shape) => shape !== notTelemetry).length;
  const firsts = readNumbers(from, relative ? telemetry : 0);
  // Where an entry's first time is, among those of telemetry.
  const rank = new Int32Array(count);
  for (let entry = 0, next = 0; entry < count; entry += 1) rank[entry] = isTelemetry(entry) ? next++ : next;

  const told = Array.from({ length: from.count() }, () => {
    const name = text();
    const dataClass = text();
    if (!isDataClass(dataClass)) throw new CorruptBytes('a class in it is unknown', from.at);
    return { name, dataClass, length: from.number(), bytes: from.number() };
  });
  if (told.reduce((sum, { length }) => sum + length, 0) > mostSamples)
    throw new CorruptBytes('it has too many samples', from.at);
  const columns = told.map(({ name, dataClass, length, bytes }): BlockColumn => {
    const own = partOf(from, bytes);
    const read = () => {
      const times = readNumbers(own, length);
      return { times, values: readValues(own, length, texts) };
    };
    return { name, dataClass, length, read };
  });
  return {
    count,
    seq,
    receivedAt,
    relative,
    columns,
    head: (entry) => heads[headOf[entry] ?? -1] ?? missing(from),
    shapeOf: (entry) => (isTelemetry(entry) ? (shapes[(shapeOf[entry] ?? 0) - 1] ?? missing(from)) : undefined),
    firstAt: (entry) => (relative ? (firsts[rank[entry] ?? 0] ?? 0) + (receivedAt[entry] ?? 0) : 0),
    bodies: () => Array.from({ length: count - telemetry }, () => readJson(from)),
  };
}

/** So many bytes, to be read by themselves, now or never. */
function partOf(from: ByteReader, length: number): ByteReader {
  const begin = skip(from, length);
  return new ByteReader(from.bytes, begin, from.at);
}

function unseal(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < headBytes) throw new CorruptBytes('a block ends too early', 0);
  if (bytes[0] !== version) throw new CorruptBytes(`a block of form ${bytes[0]}, where ${version} is known`, 0);
  const body = bytes.subarray(headBytes);
  if (crc32(body) !== bytes.readUInt32LE(1)) throw new CorruptBytes('the checksum of a block is another', 1);
  try {
    return inflateRawSync(body, { maxOutputLength: largestRaw });
  } catch (error) {
    throw new CorruptBytes(`a block does not inflate (${String(error)})`, headBytes);
  }
}

function missing(from: ByteReader): never {
  throw new CorruptBytes('something that a block names is not in it', from.at);
}

/** Of a column's values. */
export const kinds = { numbers: 0, words: 1, both: 2 } as const;

function readValues(from: ByteReader, count: number, texts: readonly string[]): (number | string)[] {
  const kind = from.byte();
  const word = (index: number): string => texts[index] ?? missing(from);
  if (kind === kinds.numbers) return readNumbers(from, count);
  if (kind === kinds.words) return readNumbers(from, count).map(word);
  const isWord = readNumbers(from, count);
  const wordCount = isWord.filter((flag) => flag === 1).length;
  const numbers = readNumbers(from, count - wordCount);
  const words = readNumbers(from, wordCount);
  let nextNumber = 0;
  let nextWord = 0;
  return isWord.map((flag) => (flag === 1 ? word(words[nextWord++] ?? -1) : (numbers[nextNumber++] ?? 0)));
}

function readJson(from: ByteReader): FrameBody {
  const begin = from.at;
  const text = from.text();
  try {
    return decodeBody(text);
  } catch {
    throw new CorruptBytes('a body is no JSON', begin);
  }
}
