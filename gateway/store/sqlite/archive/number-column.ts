import type { ByteReader, ByteWriter } from './byte-stream.ts';

/**
 * One column of doubles, bit for bit but for the payload of a NaN. Sensors say decimals of a few digits: a column of them
 * is whole numbers, told as differences from what was to be expected; what does not fit is told apart.
 */
const modes = { constant: 0, decimals: 1, doubles: 2 } as const;
const expectations = { base: 0, slope: 1, line: 2 } as const;

const powers = [1, 10, 100, 1_000, 10_000] as const;
const raw = -1;
/** Differences of differences of such numbers still have a zigzag within 2^53. */
const largestScaled = 2 ** 50;

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
  to.unsigned(scaled.apart.length);
  let before = 0;
  for (const index of scaled.apart) {
    to.unsigned(index - before);
    to.double(values[index] ?? 0);
    before = index;
  }
  writeIntegers(to, scaled.integers);
}

/** `count`: as many as were written. */
export function readNumbers(from: ByteReader, count: number): number[] {
  if (count === 0) return [];
  const mode = from.byte();
  if (mode === modes.constant) return new Array<number>(count).fill(readOne(from));
  if (mode === modes.doubles) return readDoubles(from, count);
  if (mode !== modes.decimals) throw new RangeError('a column in it is of no known kind');
  const power = powerOf(from.byte());
  const apart: [number, number][] = [];
  let index = 0;
  for (let left = from.count(); left > 0; left -= 1) {
    index += from.unsigned();
    if (index >= count) throw new RangeError('a value in it has no place');
    apart.push([index, from.double()]);
  }
  const values = readIntegers(from, count);
  if (power !== 1) for (let each = 0; each < count; each += 1) values[each] = (values[each] ?? 0) / power;
  for (const [at, value] of apart) values[at] = value;
  return values;
}

function writeOne(to: ByteWriter, value: number): void {
  const decimals = decimalsOf(value, 0);
  to.byte(decimals === raw ? powers.length : decimals);
  if (decimals === raw) to.double(value);
  else to.signed(Math.round(value * powerOf(decimals)));
}

function readOne(from: ByteReader): number {
  const decimals = from.byte();
  return decimals === powers.length ? from.double() : from.signed() / powerOf(decimals);
}

function powerOf(decimals: number): number {
  const power = powers[decimals];
  if (power === undefined) throw new RangeError('a number in it has too many decimals');
  return power;
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
    const needed = decimalsOf(value, decimals);
    if (needed !== raw) decimals = needed;
    else if (++unfit > mostApart) return undefined;
  }
  const power = powerOf(decimals);
  const integers = new Array<number>(values.length);
  const apart: number[] = [];
  let before = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const integer = Math.round(value * power);
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
    to.signed(base);
    for (const integer of integers) to.signed(integer - base);
    return;
  }
  const isLine = ofLine < ofSlope;
  to.byte(isLine ? expectations.line : expectations.slope);
  before = integers[0] ?? 0;
  step = isLine ? 0 : slope;
  to.signed(before);
  if (!isLine) to.signed(slope);
  for (let index = 1; index < integers.length; index += 1) {
    const integer = integers[index] ?? 0;
    to.signed(integer - before - step);
    if (isLine) step = integer - before;
    before = integer;
  }
}

function readIntegers(from: ByteReader, count: number): number[] {
  if (count > from.left + 1) throw new RangeError('it ends too early');
  const expectation = from.byte();
  const integers = new Array<number>(count);
  let value = from.signed();
  if (expectation === expectations.base) {
    for (let index = 0; index < count; index += 1) integers[index] = value + from.signed();
    return integers;
  }
  const isLine = expectation === expectations.line;
  if (!isLine && expectation !== expectations.slope) throw new RangeError('a column in it is of no known kind');
  let step = isLine ? 0 : from.signed();
  integers[0] = value;
  for (let index = 1; index < count; index += 1) {
    const difference = from.signed() + step;
    value += difference;
    if (isLine) step = difference;
    integers[index] = value;
  }
  return integers;
}

/** About: of a few of them, or of a few of their differences. */
function median(integers: readonly number[], order: 0 | 1): number {
  const stride = Math.max(1, Math.floor(integers.length / 31));
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
  const shuffled = from.raw(count * 8);
  const bytes = new Uint8Array(count * 8);
  for (let index = 0; index < count; index += 1) {
    for (let byte = 0; byte < 8; byte += 1) bytes[index * 8 + byte] = shuffled[byte * count + index] ?? 0;
  }
  const words = new BigUint64Array(bytes.buffer);
  for (let index = 1; index < count; index += 1) words[index] = (words[index] ?? 0n) ^ (words[index - 1] ?? 0n);
  return Array.from(new Float64Array(words.buffer));
}
