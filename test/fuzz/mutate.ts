import type { Random } from '../support/random.ts';

/** Where formats have their edges: signs, continuation bits, lengths, and what MQTT, UTF-8, JSON and protobuf give a meaning to. */
const edges = [0, 1, 2, 0x7f, 0x80, 0x81, 0xc0, 0xc1, 0xed, 0xef, 0xf4, 0xf8, 0xfe, 0xff, 0x22, 0x2b, 0x2f, 0x23, 0x24];
const pieces = [
  Buffer.from([0xff, 0xff, 0xff, 0x7f]),
  Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0, 0, 0, 0, 0, 0, 0xf0, 0x7f]),
  ...['__proto__', '1e999', '-0', '{"a":', '[[[[[[[[', '\\ud800', '{{ value_json.a }}', '/../'].map((text) =>
    Buffer.from(text),
  ),
];
export const mostBytes = 70_000;

/** Another input, made of one or two that are known, by one to eight changes. */
export function mutate(random: Random, from: Uint8Array, other: Uint8Array): Buffer {
  let bytes: Buffer = Buffer.from(from);
  for (let left = 1 + random.below(random.chance(4) ? 8 : 3); left > 0; left -= 1) bytes = change(random, bytes, other);
  return bytes.subarray(0, mostBytes);
}

function change(random: Random, bytes: Buffer, other: Uint8Array): Buffer {
  if (bytes.length === 0) return random.bytes(1 + random.below(8));
  const at = random.below(bytes.length);
  const length = 1 + random.below(random.chance(4) ? bytes.length : 8);
  const put = (piece: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  switch (random.below(10)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.of(edges);
      return bytes;
    case 2:
      bytes[at] = (bytes[at] ?? 0) + random.of([1, -1, 16, -16]);
      return bytes;
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 4:
      return put(bytes.subarray(at, at + length));
    case 5:
      return put(random.of(pieces));
    case 6:
      return put(random.bytes(Math.min(length, 32)));
    case 7:
      return bytes.subarray(0, at);
    case 8: {
      const from = random.below(Math.max(other.length, 1));
      return put(other.subarray(from, from + length));
    }
    default:
      random.bytes(Math.min(length, 8)).copy(bytes, at);
      return bytes;
  }
}
