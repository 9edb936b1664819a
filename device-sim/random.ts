/** Seeded randomness: sfc32 (Chris Doty-Humphrey, PractRand), seeded by an FNV-1a hash, so that every run can be repeated. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** Normal with mean 0 and deviation 1, cut off at 3. */
  readonly normal: () => number;
}

/** One independent stream for each combination of seeds, for example `seededRandom(7, 'RV1B00000001', 'physics')`. */
export function seededRandom(...seeds: readonly (number | string)[]): Random {
  const hash = fnv1a(seeds.join('\u0000'));
  let [a, b, c, d] = [hash(), hash(), hash(), 1];
  const next = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: () => {
      const value = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(-3, Math.min(3, value));
    },
  };
}

function fnv1a(text: string): () => number {
  let h = 0x811c9dc5;
  const mix = (code: number): number => {
    h = Math.imul(h ^ code, 0x01000193);
    return h;
  };
  for (const char of text) mix(char.codePointAt(0) ?? 0);
  return () => {
    mix(0x5a);
    h ^= h >>> 15;
    return (h = Math.imul(h, 0x2c1b3c6d) ^ (h >>> 12)) | 0;
  };
}
