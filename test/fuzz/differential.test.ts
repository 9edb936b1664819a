import { describe, expect, it } from 'vitest';
import { difference } from './compare.ts';
import { faults, linkWithout } from './faulty-link.ts';
import { stream, type Who } from './packets.ts';
import type { LinkClass } from './played-link.ts';
import { Random } from '../support/random.ts';

const both: readonly Who[] = [
  { kind: 'native', id: 'd1' },
  { kind: 'dialect', id: 'home-1' },
];

const streams = Array.from({ length: 600 }, (_, index) => index + 1);

/** The first difference in these streams, which are the same in every run. */
async function firstDifference(seeds: readonly number[], link?: LinkClass): Promise<string | undefined> {
  for (const seed of seeds) {
    const random = new Random(seed);
    const who = random.of(both);
    const early = random.chance(5);
    const found = await difference(stream(random, who, seed % 3 > 0), { who, seed, early, ...(link ? { link } : {}) });
    if (found !== undefined) return `stream ${seed}: ${found}`;
  }
  return undefined;
}

it('what is handed on, acknowledged and closed is what MQTT 3.1.1 and WIRE.md say, however the bytes are cut', async () => {
  expect(await firstDifference(streams)).toBeUndefined();
});

describe('a broker that lacks one check is found out by one of these streams', () => {
  it.each(faults)('$file: $check', async (fault) => {
    expect(streams).toContain(fault.shownBy);
    expect(await firstDifference([fault.shownBy, ...streams], await linkWithout(fault))).toMatch(/^stream/);
  });
});
