/** MQTT 3.1.1, 2.2.3. `bytes`: padded to so many, which the standard does not forbid. */
export function encodeRemaining(length: number, bytes = 1): Buffer {
  const out: number[] = [];
  let rest = length;
  do {
    out.push(rest % 128);
    rest = Math.floor(rest / 128);
  } while (rest > 0 || out.length < bytes);
  return Buffer.from(out.map((byte, index) => (index < out.length - 1 ? byte | 128 : byte)));
}
