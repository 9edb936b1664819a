import type { Sample } from '../domain/frames.ts';
import { type BodyReader, telemetrySample } from './data-lanes.ts';

/**
 * A Telemetry message in the form in which every encoder writes it: header, then the packed columns aliases, values and
 * offsets, each once and in this order, without texts or a declaration of what was dropped. Read straight into samples: nine
 * messages of ten are this, and the codec makes three objects for each 64-bit number. Whatever is written otherwise is left to
 * the codec (native-link.ts).
 */
export interface UsualTelemetry {
  /** The boot id's two halves, as unsigned 32-bit numbers. */
  bootLow: number;
  bootHigh: number;
  seq: number;
  epoch: number;
  baseAt: number;
  kind: number;
  /** Where the columns begin, and how many there are of each. */
  aliasesAt: number;
  aliasesEnd: number;
  valuesAt: number;
  offsetsAt: number;
  count: number;
}

/** To be filled by `findUsualTelemetry`, again and again. */
export const nothingFound = (): UsualTelemetry => ({
  bootLow: 0,
  bootHigh: 0,
  seq: 0,
  epoch: 0,
  baseAt: 0,
  kind: 0,
  aliasesAt: 0,
  aliasesEnd: 0,
  valuesAt: 0,
  offsetsAt: 0,
  count: 0,
});

/** Of the last number alone. */
const bits = new Uint8Array(8);
const double = new Float64Array(bits.buffer);

/** Where the next field begins, after a number was read. */
let next = 0;

/** What the header says and where the columns are, into `found`; false: it is written in another form. Nothing is judged here. */
export function findUsualTelemetry(payload: Uint8Array, found: UsualTelemetry): boolean {
  const end = payload.length;
  const headerBytes = payload[1] ?? 0xff;
  let at = 2 + headerBytes;
  if (payload[0] !== 0x0a || headerBytes >= 0x80 || at > end || !findHeader(payload, at, found)) return false;
  const aliasBytes = columnBytes(payload, at, 0x12);
  if (aliasBytes < 0) return false;
  found.aliasesAt = next;
  at = next + aliasBytes;
  found.aliasesEnd = at;
  const valueBytes = columnBytes(payload, at, 0x1a);
  if (valueBytes < 0 || valueBytes % 8 !== 0) return false;
  found.valuesAt = next;
  at = next + valueBytes;
  const offsetBytes = columnBytes(payload, at, 0x22);
  if (offsetBytes < 0 || next + offsetBytes !== end) return false;
  found.offsetsAt = next;
  const count = valueBytes / 8;
  found.count = count;
  return (
    countNumbers(payload, found.aliasesAt, aliasBytes) === count &&
    countNumbers(payload, found.offsetsAt, offsetBytes) === count
  );
}

/** The columns as samples; what one says that cannot be is dropped for itself. */
export function samplesOf(payload: Uint8Array, found: UsualTelemetry, reader: BodyReader): Sample[] {
  const samples: Sample[] = [];
  let aliasAt = found.aliasesAt;
  let valueAt = found.valuesAt;
  let offsetAt = found.offsetsAt;
  for (let index = 0; index < found.count; index += 1) {
    const alias = varint(payload, aliasAt);
    aliasAt = next;
    for (let byte = 0; byte < 8; byte += 1) bits[byte] = payload[valueAt + byte] ?? 0;
    valueAt += 8;
    const at = found.baseAt + offset(payload, offsetAt);
    offsetAt = next;
    const sample = telemetrySample(alias, double[0] ?? Number.NaN, at, reader);
    if (sample) samples.push(sample);
  }
  return samples;
}

/** The column of aliases. */
export function aliasesOf(payload: Uint8Array, { aliasesAt, count }: UsualTelemetry): number[] {
  const aliases: number[] = [];
  next = aliasesAt;
  for (let index = 0; index < count; index += 1) aliases.push(varint(payload, next));
  return aliases;
}

/** Of each value its time, epoch ms; undefined: all are of `baseAt`. */
export function timesOf(payload: Uint8Array, { offsetsAt, baseAt, count }: UsualTelemetry): number[] | undefined {
  const isAnother = payload.length - offsetsAt !== count || hasOther(payload, offsetsAt);
  if (!isAnother) return undefined;
  const times: number[] = [];
  next = offsetsAt;
  for (let index = 0; index < count; index += 1) times.push(baseAt + offset(payload, next));
  return times;
}

/** Whether any byte from there on is not zero. */
function hasOther(payload: Uint8Array, from: number): boolean {
  for (let index = from; index < payload.length; index += 1) if (payload[index] !== 0) return true;
  return false;
}

function offset(payload: Uint8Array, at: number): number {
  const zigzag = varint(payload, at);
  return (zigzag >>> 1) ^ -(zigzag & 1);
}

/** Fields 1 to 5, of which any may be missing (0), in their order. */
function findHeader(payload: Uint8Array, end: number, found: UsualTelemetry): boolean {
  let at = 2;
  found.bootLow = 0;
  found.bootHigh = 0;
  if (payload[at] === 0x09) {
    found.bootLow = fixed32(payload, at + 1);
    found.bootHigh = fixed32(payload, at + 5);
    at += 9;
  }
  next = at;
  found.seq = field(payload, next, 0x10, end);
  found.epoch = field(payload, next, 0x18, end);
  found.baseAt = field(payload, next, 0x20, end);
  found.kind = field(payload, next, 0x28, end);
  // Of a number that is no kind the codec keeps 32 bits.
  const isKind = found.kind >= 0 && found.kind <= 2;
  return next === end && found.seq >= 0 && found.epoch >= 0 && found.baseAt >= 0 && isKind;
}

/** 0: it is not there. -1: it is no safe integer, or not written as one is. */
function field(payload: Uint8Array, at: number, tag: number, end: number): number {
  if (at >= end || payload[at] !== tag) return 0;
  let value = 0;
  let factor = 1;
  for (let index = at + 1; index < end && index <= at + 8; index += 1) {
    const byte = payload[index] ?? 0;
    value += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte >= 0x80) continue;
    next = index + 1;
    return Number.isSafeInteger(value) ? value : -1;
  }
  return -1;
}

/** Length of a packed column, whose numbers begin at `next`; -1: there is none, or it is longer than the payload. */
function columnBytes(payload: Uint8Array, at: number, tag: number): number {
  if (payload[at] !== tag) return -1;
  let length = 0;
  for (let index = 0; index < 3; index += 1) {
    const byte = payload[at + 1 + index];
    if (byte === undefined) return -1;
    length |= (byte & 0x7f) << (7 * index);
    if (byte >= 0x80) continue;
    next = at + 2 + index;
    return next + length <= payload.length ? length : -1;
  }
  return -1;
}

/** -1: one of them is cut off, or does not fit 32 bits. */
function countNumbers(payload: Uint8Array, at: number, bytes: number): number {
  let count = 0;
  let length = 0;
  for (let index = at; index < at + bytes; index += 1) {
    length += 1;
    const byte = payload[index] ?? 0;
    if (length === 5 && byte > 0x0f) return -1;
    if (byte >= 0x80) continue;
    count += 1;
    length = 0;
  }
  return length === 0 ? count : -1;
}

/** At most five bytes (see countNumbers), as an unsigned 32-bit number. */
function varint(payload: Uint8Array, at: number): number {
  let value = 0;
  for (let index = 0; ; index += 1) {
    const byte = payload[at + index] ?? 0;
    value |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) {
      next = at + index + 1;
      return value >>> 0;
    }
  }
}

function fixed32(payload: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [payload[at], payload[at + 1], payload[at + 2], payload[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
