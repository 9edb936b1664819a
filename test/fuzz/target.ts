/** Something that takes bytes from outside. */
export interface Target {
  readonly name: string;
  /** Inputs to begin from. */
  seeds(): readonly Uint8Array[];
  /** Rejects, or throws, when something is wrong: with a bug, or with an invariant's sentence. */
  run(input: Buffer): void | Promise<void>;
  /** An input that takes longer is wrong too. */
  readonly slowMs: number;
  /** Part of the address of the sources whose coverage is worth a new input. */
  readonly sources: RegExp;
}

/** Parts of an input: each with its length before it (two bytes), what is left over last. */
export function split(input: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < input.length; ) {
    const length = input.length - at < 2 ? 0 : input.readUInt16BE(at);
    parts.push(input.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return parts;
}

export function join(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const cut = part.subarray(0, 65_535);
      return [Buffer.of(cut.length >> 8, cut.length & 0xff), cut];
    }),
  );
}
