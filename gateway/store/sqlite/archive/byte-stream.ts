/** Largest whole number that a varint carries here: what zigzag of the largest delta makes of it. */
export const largestInteger = Number.MAX_SAFE_INTEGER;

/** Bytes that grow: whole numbers as LEB128, signed ones as zigzag of it, doubles and texts. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written: valid until something more is. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** 0 to 2^53 - 1. */
  unsigned(value: number): void {
    this.#reserve(8);
    let left = value;
    while (left >= 0x8000_0000) {
      this.#bytes[this.#length++] = (left % 128) | 128;
      left = Math.floor(left / 128);
    }
    while (left >= 128) {
      this.#bytes[this.#length++] = (left & 127) | 128;
      left >>>= 7;
    }
    this.#bytes[this.#length++] = left;
  }

  /** Up to 2^52 from zero. */
  signed(value: number): void {
    this.unsigned(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  double(value: number): void {
    this.#reserve(8);
    this.#bytes.writeDoubleLE(value, this.#length);
    this.#length += 8;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Whatever UTF-16 it is: half of a surrogate pair has no UTF-8. */
  text(value: string): void {
    const whole = value.isWellFormed();
    const encoding = whole ? 'utf8' : 'utf16le';
    const size = Buffer.byteLength(value, encoding);
    this.unsigned(size * 2 + (whole ? 0 : 1));
    this.#reserve(size);
    this.#bytes.write(value, this.#length, encoding);
    this.#length += size;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** Reads what ByteWriter wrote. Every method throws a RangeError at what cannot have been written by it. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at: number;
  readonly #end: number;

  constructor(bytes: Buffer, from = 0, to: number = bytes.length) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  byte(): number {
    const value = this.#at < this.#end ? this.#bytes[this.#at++] : undefined;
    if (value === undefined) throw new RangeError('it ends too early');
    return value;
  }

  unsigned(): number {
    let next = this.byte();
    if (next < 128) return next;
    let value = next & 127;
    for (let scale = 128; ; scale *= 128) {
      next = this.byte();
      value += (next & 127) * scale;
      if (value > largestInteger) throw new RangeError('a number in it is too large');
      if (next < 128) return value;
      if (scale > 2 ** 49) throw new RangeError('a number in it has no end');
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A count of things that each take a byte at least, of this part: what is larger cannot be. */
  count(): number {
    const value = this.unsigned();
    if (value > this.left) throw new RangeError('a count in it is too large');
    return value;
  }

  double(): number {
    const at = this.#take(8);
    return this.#bytes.readDoubleLE(at);
  }

  raw(length: number): Buffer {
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  text(): string {
    const size = this.unsigned();
    return this.raw(Math.floor(size / 2)).toString(size % 2 === 0 ? 'utf8' : 'utf16le');
  }

  /** A part of so many bytes, to be read by itself, now or never. */
  part(length: number): ByteReader {
    const at = this.#take(length);
    return new ByteReader(this.#bytes, at, at + length);
  }

  #take(length: number): number {
    if (length > this.left) throw new RangeError('it ends too early');
    const at = this.#at;
    this.#at += length;
    return at;
  }
}
