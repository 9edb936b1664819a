const loneSurrogate = /\p{Surrogate}/u;

/** A buffer that grows, and what batches and blocks are made of: LEB128 numbers, doubles (little-endian), texts with their length. */
export class ByteWriter {
  /** Everything written so far is before it. To be moved by whoever writes into `bytes` itself. */
  at = 0;
  bytes: Buffer;
  view: DataView;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Makes room for so many bytes after `at`. */
  reserve(count: number): void {
    if (this.at + count > this.bytes.length) this.#grow(this.at + count);
  }

  /** Gives away the buffer, of which the bytes before `at` were written, and begins anew. */
  take(nextCapacity: number): Buffer {
    const taken = this.bytes;
    this.bytes = Buffer.allocUnsafeSlow(nextCapacity);
    this.view = new DataView(this.bytes.buffer);
    this.at = 0;
    return taken;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.at++] = value;
  }

  /** A whole number, 0 to 2^53 - 1. */
  number(value: number): void {
    this.reserve(8);
    this.at = writeNumber(this.bytes, this.at, value);
  }

  double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  /** Any text, lone surrogates too: its length in bytes (twice, and one more when it is UTF-16), then UTF-8 or UTF-16. */
  text(text: string): void {
    const units = text.length;
    this.reserve(units * 3 + 8);
    const { bytes } = this;
    if (units < 64) {
      // Nearly all that are short are ASCII.
      const begin = this.at + 1;
      let unit = 0;
      for (; unit < units; unit += 1) {
        const code = text.charCodeAt(unit);
        if (code > 0x7f) break;
        bytes[begin + unit] = code;
      }
      if (unit === units) {
        bytes[this.at] = units * 2;
        this.at = begin + units;
        return;
      }
    }
    if (!loneSurrogate.test(text)) {
      this.at = writeNumber(bytes, this.at, Buffer.byteLength(text) * 2);
      this.at += bytes.write(text, this.at, 'utf8');
    } else {
      this.at = writeNumber(bytes, this.at, units * 4 + 1);
      this.at += bytes.write(text, this.at, 'utf16le');
    }
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** Up to 8 bytes, which must be there; answers what follows them. */
export function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let next = at;
  let rest = value;
  for (; rest > 0x7fff_ffff; rest = Math.floor(rest / 128)) bytes[next++] = (rest & 0x7f) | 0x80;
  for (; rest > 0x7f; rest >>>= 7) bytes[next++] = (rest & 0x7f) | 0x80;
  bytes[next++] = rest;
  return next;
}
