import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { faultOf, Fuzzer } from './fuzzer.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

const regressions = fileURLToPath(new URL('regressions', import.meta.url));
/** Few for each, as every `npm test` tries them; `npm run fuzz` goes on. */
const quick = { framing: 200, protobuf: 400, dialects: 60, batch: 400, block: 40, rollup: 400 };

describe.each(targets.map((target) => [target.name, target] as const))('%s', (name, target) => {
  const folder = `${regressions}/${name}`;
  const kept = existsSync(folder) ? readdirSync(folder) : [];

  it('does what it should with whatever once broke it, and with inputs that are the same in every run', async () => {
    for (const file of kept)
      expect([file, await faultOf(target, readFileSync(`${folder}/${file}`))]).toEqual([file, undefined]);
    const fuzzer = new Fuzzer({ target, seed: 1 });
    expect(await fuzzer.trySeeds()).toEqual([]);
    expect(await fuzzer.step(quick[name as keyof typeof quick])).toEqual([]);
  });
});

describe('what is wrong is found', () => {
  const broken = (run: Target['run'], more: Partial<Target> = {}): Target => ({
    name: 'broken',
    seeds: () => [Buffer.from('zz--------')],
    slowMs: 1000,
    sources: /fuzzer\.test/,
    run,
    ...more,
  });

  it('and made as small as it may be', async () => {
    const target = broken((input) => {
      if (input.includes(0xff) && input.includes(0x2b)) throw new Error('it is too much');
    });
    const fuzzer = new Fuzzer({ target, seed: 1 });
    const faults = [];
    for (let step = 0; step < 20 && faults.length === 0; step += 1) faults.push(...(await fuzzer.step()));
    expect(faults.map(({ what, input }) => [what, input.length, input.includes(0xff) && input.includes(0x2b)])).toEqual(
      [['Error: it is too much', 2, true]],
    );
  });

  it('until the time is over, in the midst of a batch too', async () => {
    let tries = 0;
    const fuzzer = new Fuzzer({ target: broken(() => void (tries += 1)), seed: 1, isOver: () => tries >= 7 });
    await fuzzer.trySeeds();
    await fuzzer.step();
    await fuzzer.step();
    expect([tries, fuzzer.executions]).toEqual([7, 7]);
  });

  it('also when it only rejects, or is slow', async () => {
    const rejects = broken(async () => Promise.reject(new Error('no')));
    expect(await faultOf(rejects, Buffer.alloc(1))).toBe('Error: no');
    const slow = broken(
      () => {
        const begun = process.cpuUsage();
        while (process.cpuUsage(begun).user < 20_000);
      },
      { slowMs: 5 },
    );
    expect(await faultOf(slow, Buffer.alloc(1))).toMatch(/^Takes \d+ ms/);
  });

  it('behind a door that only coverage leads to: each right byte is kept for the next', async () => {
    const steps = (input: Buffer): number => {
      if (input[0] !== 0x22) return 0;
      if (input[1] !== 0x2b) return 1;
      if (input[2] !== 0xfe) return 2;
      if (input[3] !== 0x7f) return 3;
      throw new Error('inside');
    };
    const target = broken((input) => void steps(input));
    const tries = async (coverage?: Coverage): Promise<boolean> => {
      const fuzzer = new Fuzzer({ target, seed: 4, ...(coverage ? { coverage } : {}) });
      await fuzzer.trySeeds();
      for (let step = 0; step < 40; step += 1) if ((await fuzzer.step()).length > 0) return true;
      return false;
    };
    const coverage = new Coverage(target.sources);
    try {
      expect([await tries(coverage), await tries()]).toEqual([true, false]);
    } finally {
      coverage.close();
    }
  }, 60_000);
});
