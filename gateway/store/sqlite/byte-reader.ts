/** Bytes that were not written by this program, or not as they are now. */
export class CorruptBytes extends Error {
  override readonly name = 'CorruptBytes';

  constructor(what: string, at: number) {
    super(`Stored bytes are damaged: ${what} at ${at}`);
  }
}

/** Reads what ByteWriter wrote, and nothing past `end`. Every method throws CorruptBytes when it is not there. */
export class ByteReader {
  readonly bytes: Buffer;
  at: number;
  end: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.end = end;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (this.at >= this.end || byte === undefined) throw new CorruptBytes('they end too early', this.at);
    this.at += 1;
    return byte;
  }

  number(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let scale = 128; ; scale *= 128) {
      const next = this.byte();
      value += (next & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new CorruptBytes('too large a number', this.at);
      if (next < 0x80) return value;
      // An encoder never pads, and nobody gets to let this loop run on.
      if (scale > 2 ** 48) throw new CorruptBytes('too long a number', this.at);
    }
  }

  /** How many of something follow, each of at least one byte. */
  count(): number {
    const count = this.number();
    if (count > this.end - this.at) throw new CorruptBytes('more is announced than there is', this.at);
    return count;
  }

  double(): number {
    return this.#view.getFloat64(this.#past(8), true);
  }

  float(): number {
    return this.#view.getFloat32(this.#past(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#past(4), true);
  }

  skip(count: number): void {
    this.#past(count);
  }

  text(): string {
    const length = this.number();
    const begin = this.#past(length >= 2 ** 31 ? length : length >>> 1);
    return this.bytes.toString((length & 1) === 0 ? 'utf8' : 'utf16le', begin, this.at);
  }

  /** Goes past so many bytes, and answers where they begin. */
  #past(count: number): number {
    const begin = this.at;
    if (count > this.end - begin) throw new CorruptBytes('they end too early', begin);
    this.at = begin + count;
    return begin;
  }
}
