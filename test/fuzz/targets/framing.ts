import { difference } from '../compare.ts';
import { stream, type Who } from '../packets.ts';
import { Random } from '../../support/random.ts';
import type { Target } from '../target.ts';

const who: readonly Who[] = [
  { kind: 'native', id: 'd1' },
  { kind: 'dialect', id: 'home-1' },
];

/** After CONNECT. The first byte says who sends the others, where they are cut, and whether they wait for CONNACK. */
export const framing: Target = {
  name: 'framing',
  slowMs: 50,
  sources: /\/gateway\/broker\//,
  seeds: () =>
    Array.from({ length: 60 }, (_, index) => {
      const one = who[index & 1];
      if (!one) throw new Error('unreachable');
      return Buffer.concat([Buffer.of(index), stream(new Random(index), one, index % 3 > 0)]);
    }),
  async run(input) {
    const first = input[0] ?? 0;
    const one = who[first & 1];
    if (!one) throw new Error('unreachable');
    const found = await difference(input.subarray(1), { who: one, seed: first, early: (first & 6) === 6 });
    if (found !== undefined) throw new Error(`Differs from the reference: ${found}`);
  },
};
