/** One target in a thread of its own, which may hang or run out of memory: its last input lies where the others see it. */
import { parentPort, workerData } from 'node:worker_threads';
import { Coverage } from './coverage.ts';
import { Fuzzer } from './fuzzer.ts';
import { targets } from './targets.ts';

export interface Work {
  readonly target: string;
  readonly seed: number;
  /** Epoch ms: loading the sources takes of its time. */
  readonly until: number;
  /** Number (uint32 LE), length (uint32 LE) and bytes of the input that is being tried. */
  readonly last: SharedArrayBuffer;
}

export type Told =
  | { readonly fault: { readonly input: Uint8Array; readonly what: string } }
  | { readonly executions: number; readonly corpus: number; readonly covered: number };

const { target: name, seed, until, last } = workerData as Work;
const target = targets.find((one) => one.name === name);
const port = parentPort;
if (!target || !port) throw new Error('fuzz-worker.ts is started by main.ts, with a target');

const shown = Buffer.from(last);
const coverage = new Coverage(target.sources);
const fuzzer = new Fuzzer({
  target,
  seed,
  coverage,
  isOver: () => Date.now() > until,
  before(input) {
    shown.writeUInt32LE((shown.readUInt32LE() + 1) >>> 0);
    shown.writeUInt32LE(input.length, 4);
    input.copy(shown, 8);
  },
});
const tell = (told: Told): void => {
  port.postMessage(told);
};
let faults = await fuzzer.trySeeds();
for (;;) {
  for (const fault of faults) tell({ fault });
  tell({ executions: fuzzer.executions, corpus: fuzzer.corpus.length, covered: coverage.size });
  if (Date.now() > until) break;
  faults = await fuzzer.step();
}
