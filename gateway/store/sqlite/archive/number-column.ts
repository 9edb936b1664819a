import { type ByteReader, CorruptBytes } from '../byte-reader.ts';
import { type ByteWriter, writeNumber } from '../byte-writer.ts';

/**
 * One column of doubles, bit for bit but for the payload of a NaN. Sensors say decimals of a few digits: a column of them
 * is whole numbers, told as differences from what was to be expected; what does not fit is told apart.
 */
const modes = { constant: 0, decimals: 1, doubles: 2 } as const;
const expectations = { base: 0, slope: 1, line: 2 } as const;

const powers = [1, 10, 100, 1_000, 10_000] as const;
const raw = -1;
/** In the place of a number of decimals. */
const asDouble = 255;
/** Differences of differences of such numbers still have a zigzag within 2^53. */
const largestScaled = 2 ** 49;

export function writeNumbers(to: ByteWriter, values: readonly number[]): void {
  const first = values[0];
  if (first === undefined) return;
  if (values.every((value) => Object.is(value, first))) {
    to.byte(modes.constant);
    return writeOne(to, first);
  }
  const scaled = scale(values);
  if (!scaled) {
    to.byte(modes.doubles);
    return writeDoubles(to, values);
  }
  to.byte(modes.decimals);
  to.byte(scaled.decimals);
  to.number(scaled.apart.length);
  let before = 0;
  for (const index of scaled.apart) {
    to.number(index - before);
    to.double(values[index] ?? 0);
    before = index;
  }
  writeIntegers(to, scaled.integers);
}

/** `count`: as many as were written. */
export function readNumbers(from: ByteReader, count: number): number[] {
  if (count === 0) return [];
  const mode = from.byte();
  if (mode === modes.constant) return Array<number>(count).fill(readOne(from));
  if (mode === modes.doubles) return readDoubles(from, count);
  if (mode !== modes.decimals) throw new CorruptBytes('a column in it is of no known kind', from.at);
  const power = readPower(from);
  const apart: [number, number][] = [];
  let index = 0;
  for (let left = from.count(); left > 0; left -= 1) {
    index += from.number();
    if (index >= count) throw new CorruptBytes('a value in it has no place', from.at);
    apart.push([index, from.double()]);
  }
  const values = readIntegers(from, count);
  if (power !== 1) for (let each = 0; each < count; each += 1) values[each] = (values[each] ?? 0) / power;
  for (const [at, value] of apart) values[at] = value;
  return values;
}

/** Goes past so many bytes, and answers where they begin. */
export function skip(from: ByteReader, bytes: number): number {
  const begin = from.at;
  if (bytes > from.end - begin) throw new CorruptBytes('they end too early', begin);
  from.at = begin + bytes;
  return begin;
}

/** A number by itself: a few bytes for decimals of a few digits. */
export function writeOne(to: ByteWriter, value: number): void {
  const decimals = decimalsOf(value, 0);
  to.byte(decimals === raw ? asDouble : decimals);
  if (decimals === raw) to.double(value);
  else writeSigned(to, Math.round(value * (powers[decimals] ?? 1)));
}

export function readOne(from: ByteReader): number {
  if (from.bytes[from.at] !== asDouble) {
    const power = readPower(from);
    return readSigned(from) / power;
  }
  from.byte();
  return from.double();
}

function readPower(from: ByteReader): number {
  const power = powers[from.byte()];
  if (power === undefined) throw new CorruptBytes('a number has too many decimals', from.at);
  return power;
}

/** Up to 2^52 from zero, as zigzag. */
export function writeSigned(to: ByteWriter, value: number): void {
  to.number(value >= 0 ? value * 2 : -value * 2 - 1);
}

export function readSigned(from: ByteReader): number {
  const value = from.number();
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** The fewest decimals, `from` at least, that say it exactly; -1: none of those known. */
function decimalsOf(value: number, from: number): number {
  if (!Number.isFinite(value) || Object.is(value, -0)) return raw;
  for (let decimals = from; decimals < powers.length; decimals += 1) {
    const power = powers[decimals] ?? 1;
    const scaled = Math.round(value * power);
    if (Math.abs(scaled) > largestScaled) return raw;
    if (scaled / power === value) return decimals;
  }
  return raw;
}

interface Scaled {
  readonly decimals: number;
  /** One a value; of those apart, the one before it. */
  readonly integers: number[];
  readonly apart: readonly number[];
}

/** Undefined: too much of it would be apart. */
function scale(values: readonly number[]): Scaled | undefined {
  const mostApart = values.length / 8;
  let decimals = 0;
  let unfit = 0;
  for (const value of values) {
    const needed = Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? decimals : decimalsOf(value, decimals);
    if (needed !== raw) decimals = needed;
    else if (++unfit > mostApart) return undefined;
  }
  const power = powers[decimals] ?? 1;
  const integers = Array<number>(values.length);
  const apart: number[] = [];
  let before = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    // Never -0, which is not a whole number here.
    const integer = Math.round(value * power) + 0;
    // What fitted fewer decimals may be too large for these, and a zero may have a sign.
    if (Math.abs(integer) <= largestScaled && Object.is(integer / power, value)) before = integer;
    else apart.push(index);
    integers[index] = before;
  }
  return apart.length > mostApart ? undefined : { decimals, integers, apart };
}

/** Bits that a difference takes, about. */
function weight(value: number): number {
  const size = Math.abs(value);
  return size < 0x8000_0000 ? 32 - Math.clz32(size) : 40;
}

function writeIntegers(to: ByteWriter, integers: readonly number[]): void {
  const base = median(integers, 0);
  const slope = median(integers, 1);
  let ofBase = 0;
  let ofSlope = 0;
  let ofLine = 0;
  let before = integers[0] ?? 0;
  let step = 0;
  for (const integer of integers) {
    const nextStep = integer - before;
    ofBase += weight(integer - base);
    ofSlope += weight(nextStep - slope);
    ofLine += weight(nextStep - step);
    before = integer;
    step = nextStep;
  }
  if (ofBase <= ofSlope && ofBase <= ofLine) {
    to.byte(expectations.base);
    writeSigned(to, base);
    return writeDifferences(to, integers, (integer) => integer - base);
  }
  const isLine = ofLine < ofSlope;
  to.byte(isLine ? expectations.line : expectations.slope);
  before = integers[0] ?? 0;
  step = isLine ? 0 : slope;
  writeSigned(to, before);
  if (!isLine) writeSigned(to, slope);
  writeDifferences(to, integers.slice(1), (integer) => {
    const difference = integer - before - step;
    if (isLine) step = integer - before;
    before = integer;
    return difference;
  });
}

/** As `writeSigned` each; nearly all of them are a byte. */
function writeDifferences(
  to: ByteWriter,
  integers: readonly number[],
  differenceOf: (integer: number) => number,
): void {
  to.reserve(integers.length * 8);
  const { bytes } = to;
  let { at } = to;
  for (const integer of integers) {
    const difference = differenceOf(integer);
    if (difference >= -64 && difference < 64) bytes[at++] = (difference << 1) ^ (difference >> 31);
    else at = writeNumber(bytes, at, difference >= 0 ? difference * 2 : -difference * 2 - 1);
  }
  to.at = at;
}

function readIntegers(from: ByteReader, count: number): number[] {
  if (count > from.end - from.at + 1) throw new CorruptBytes('it ends too early', from.at);
  const expectation = from.byte();
  const integers = Array<number>(count);
  let value = readSigned(from);
  if (expectation === expectations.base) {
    for (let index = 0; index < count; index += 1) integers[index] = value + readSigned(from);
    return integers;
  }
  const isLine = expectation === expectations.line;
  if (!isLine && expectation !== expectations.slope)
    throw new CorruptBytes('a column in it is of no known kind', from.at);
  let step = isLine ? 0 : readSigned(from);
  integers[0] = value;
  for (let index = 1; index < count; index += 1) {
    const difference = readSigned(from) + step;
    value += difference;
    if (isLine) step = difference;
    integers[index] = value;
  }
  return integers;
}

/** About: of a few of them, or of a few of their differences. */
function median(integers: readonly number[], order: 0 | 1): number {
  const stride = Math.max(1, Math.floor(integers.length / 15));
  const some: number[] = [];
  for (let index = order; index < integers.length; index += stride) {
    some.push((integers[index] ?? 0) - (order === 1 ? (integers[index - 1] ?? 0) : 0));
  }
  some.sort((one, other) => one - other);
  return some[Math.floor(some.length / 2)] ?? 0;
}

/** Each XORed with the one before, then all first bytes, all second ones, ...: what does not change becomes zeros in a row. */
function writeDoubles(to: ByteWriter, values: readonly number[]): void {
  const words = new BigUint64Array(Float64Array.from(values).buffer);
  for (let index = words.length - 1; index > 0; index -= 1) {
    words[index] = (words[index] ?? 0n) ^ (words[index - 1] ?? 0n);
  }
  const bytes = new Uint8Array(words.buffer);
  const shuffled = new Uint8Array(bytes.length);
  for (let index = 0; index < words.length; index += 1) {
    for (let byte = 0; byte < 8; byte += 1) shuffled[byte * words.length + index] = bytes[index * 8 + byte] ?? 0;
  }
  to.raw(shuffled);
}

function readDoubles(from: ByteReader, count: number): number[] {
  const begin = skip(from, count * 8);
  const shuffled = from.bytes.subarray(begin, from.at);
  const bytes = new Uint8Array(count * 8);
  for (let index = 0; index < count; index += 1) {
    for (let byte = 0; byte < 8; byte += 1) bytes[index * 8 + byte] = shuffled[byte * count + index] ?? 0;
  }
  const words = new BigUint64Array(bytes.buffer);
  for (let index = 1; index < count; index += 1) words[index] = (words[index] ?? 0n) ^ (words[index - 1] ?? 0n);
  return Array.from(new Float64Array(words.buffer));
}
