import type { Coverage } from './coverage.ts';
import { mutate } from './mutate.ts';
import { Random } from '../support/random.ts';
import type { Target } from './target.ts';

export interface Fault {
  readonly input: Buffer;
  /** What is wrong, in one line. */
  readonly what: string;
}

/** Looks twice again at an input that was slow: the machine may have been. */
const looks = 3;
const batchSize = 1000;
/** Of one step, so many inputs become known at most: what others reached is reached again. */
const mostNews = 4;
const mostTries = 3000;

/** @returns what is wrong with what the target does with it; undefined: nothing */
export async function faultOf(target: Target, input: Uint8Array): Promise<string | undefined> {
  let fastest = Infinity;
  for (let look = 0; look < looks && fastest > target.slowMs; look += 1) {
    const [begun, busy] = [performance.now(), process.cpuUsage()];
    try {
      await target.run(Buffer.from(input));
    } catch (error) {
      return String(error).split('\n')[0]?.slice(0, 500);
    }
    const { user, system } = process.cpuUsage(busy);
    // By the clock it is slow on a machine that does something else, by the processor while V8 cleans up or compiles.
    fastest = Math.min(fastest, performance.now() - begun, (user + system) / 1000);
  }
  return fastest > target.slowMs ? `Takes ${Math.round(fastest)} ms` : undefined;
}

/** Inputs made of known ones; one that reaches what none did before becomes known too. */
export class Fuzzer {
  readonly corpus: Buffer[];
  executions = 0;
  readonly #target: Target;
  readonly #random: Random;
  readonly #coverage: Coverage | undefined;
  readonly #before: (input: Buffer) => void;
  readonly #isOver: () => boolean;
  readonly #known = new Set<string>();

  /** `before`: told each input before it is tried, should it be the last. `isOver`: asked then too; no other is begun. */
  constructor(options: {
    readonly target: Target;
    readonly seed: number;
    readonly coverage?: Coverage;
    readonly before?: (input: Buffer) => void;
    readonly isOver?: () => boolean;
  }) {
    this.#target = options.target;
    this.#random = new Random(options.seed);
    this.#coverage = options.coverage;
    this.#before = options.before ?? (() => undefined);
    this.#isOver = options.isOver ?? (() => false);
    this.corpus = options.target.seeds().map((seed) => Buffer.from(seed));
  }

  /** The seeds themselves must be without fault. */
  async trySeeds(): Promise<readonly Fault[]> {
    const faults = await this.#tryAll(this.corpus);
    this.#coverage?.look();
    return faults;
  }

  /** Some more inputs. Each kind of fault is told once. */
  async step(count = batchSize): Promise<readonly Fault[]> {
    const inputs = Array.from({ length: count }, () =>
      mutate(this.#random, this.#random.of(this.corpus), this.#random.of(this.corpus)),
    );
    const faults = await this.#tryAll(inputs);
    if (this.#isOver()) return faults;
    const news = this.#coverage?.look(true) ?? 0;
    for (let left = Math.min(news, mostNews); left > 0; left -= 1) await this.#keepOne(inputs);
    return faults;
  }

  /** A look costs as much as hundreds of inputs, so the one that was new is found by halves. */
  async #keepOne(inputs: readonly Buffer[]): Promise<void> {
    let among = inputs;
    while (among.length > 1) {
      const half = among.slice(0, among.length >> 1);
      for (const input of half) await this.#try(input);
      if (this.#isOver()) return;
      among = (this.#coverage?.look(true) ?? 0) > 0 ? half : among.slice(half.length);
    }
    const [found] = among;
    if (!found) return;
    await this.#try(found);
    if ((this.#coverage?.look() ?? 0) > 0) this.corpus.push(found);
  }

  async #tryAll(inputs: readonly Buffer[]): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    for (const input of inputs) {
      if (this.#isOver()) break;
      const what = await this.#try(input);
      this.executions += 1;
      if (what === undefined || this.#known.has(kindOf(what))) continue;
      this.#known.add(kindOf(what));
      faults.push({ input: await this.#smaller(input, what), what });
    }
    return faults;
  }

  async #try(input: Buffer): Promise<string | undefined> {
    this.#before(input);
    return faultOf(this.#target, input);
  }

  /** What is left of the input when everything is taken away that the fault does not need. */
  async #smaller(input: Buffer, what: string): Promise<Buffer> {
    let best = input;
    let triesLeft = mostTries;
    for (let size = best.length >> 1; size > 0; size >>= 1) {
      for (let at = 0; at < best.length; ) {
        if ((triesLeft -= 1) < 0 || this.#isOver()) return best;
        const candidate = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
        const found = await this.#try(candidate);
        if (found !== undefined && kindOf(found) === kindOf(what)) best = candidate;
        else at += size;
      }
    }
    return best;
  }
}

/** The same fault, whatever the numbers and names in it. */
function kindOf(what: string): string {
  return what.replaceAll(/[0-9]+|".*/g, '#').slice(0, 80);
}
