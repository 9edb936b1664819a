/** `npm run fuzz -- --minutes 10`: hostile bytes for everything that reads bytes; what breaks is kept in regressions/. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Told, Work } from './fuzz-worker.ts';
import { mostBytes } from './mutate.ts';
import { targets } from './targets.ts';

const regressions = fileURLToPath(new URL('regressions', import.meta.url));
const loader = new URL('./load-typescript.mjs', import.meta.url).href;
/** An input takes milliseconds, and a look at the coverage some hundred; who begins no other for so long hangs. */
const silenceMs = 30_000;
const mostMegabytes = 400;
const shownEveryMs = 10_000;
/** Whatever was tried less often has been looked at, not fuzzed. */
const fewExecutions = 1_000;

const number = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a positive number');
  return value;
};
const { minutes, seed, target } = new Command('fuzz')
  .option('--minutes <n>', 'for all targets together', number, 10)
  .addOption(
    new Option('--seed <n>', 'the same seed tries the same inputs')
      .argParser(number)
      .default((Date.now() % 1_000_000) + 1, 'from the clock'),
  )
  .addOption(new Option('--target <name>', 'only this one').choices(targets.map(({ name }) => name)))
  .parse()
  .opts<{ minutes: number; seed: number; target?: string }>();

const chosen = targets.filter(({ name }) => target === undefined || name === target).map(({ name }) => name);
const ms = (minutes * 60_000) / chosen.length;
say(`Seed ${seed}; ${chosen.length} targets, ${Math.round(ms / 1000)} s each.`);
let found = 0;
const tried = new Map<string, number>();
for (const name of chosen) {
  const { faults, executions } = await fuzz(name);
  found += faults;
  tried.set(name, executions);
}
for (const [name, executions] of tried)
  if (executions < fewExecutions)
    say(
      `Warning: ${name} was tried ${executions} times only; give it longer, alone (--target ${name}) or with all (--minutes)`,
    );
const counts = [...tried].map(([name, executions]) => `${name} ${executions}`).join(', ');
say(
  found === 0
    ? `Nothing was found. Executions: ${counts}.`
    : `${found} found: each is a file in ${regressions}, replayed by npm test. Executions: ${counts}.`,
);
process.exitCode = found === 0 ? 0 : 1;

async function fuzz(name: string): Promise<{ readonly faults: number; readonly executions: number }> {
  const last = new SharedArrayBuffer(mostBytes + 8);
  const begun = performance.now();
  let state: Extract<Told, { executions: number }> = { executions: 0, corpus: 0, covered: 0 };
  let faults = 0;
  let shownAt = begun;
  const show = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    const rate = Math.round(state.executions / seconds);
    say(
      `${name.padEnd(9)} ${Math.round(seconds)} s  ${state.executions} executions (${rate}/s)  ${state.corpus} inputs  ${state.covered} characters of source  ${faults} found`,
    );
  };
  const keep = (input: Uint8Array, what: string): void => {
    faults += 1;
    say(`${name.padEnd(9)} ${what}\n          kept as ${store(name, input)}`);
  };
  const shown = Buffer.from(last);
  const lastInput = (): Buffer => shown.subarray(8, 8 + shown.readUInt32LE(4));
  await new Promise<void>((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: { target: name, seed, until: Date.now() + ms, last } satisfies Work,
      execArgv: ['--import', loader],
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    let seen = -1;
    const watch = setInterval(() => {
      const before = seen;
      seen = shown.readUInt32LE();
      if (seen !== before) return;
      keep(lastInput(), `Hangs: nothing for ${silenceMs / 1000} s`);
      void worker.terminate();
    }, silenceMs);
    worker.on('message', (told: Told) => {
      if ('fault' in told) return keep(told.fault.input, told.fault.what);
      state = told;
      if (performance.now() - shownAt > shownEveryMs) {
        shownAt = performance.now();
        show();
      }
    });
    worker.on('error', (error) => {
      if (state.executions === 0 && lastInput().length === 0) throw error;
      keep(lastInput(), `Ends the program: ${String(error).split('\n')[0]}`);
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
  show();
  return { faults, executions: state.executions };
}

function store(name: string, input: Uint8Array): string {
  const folder = `${regressions}/${name}`;
  const file = `${folder}/${createHash('sha256').update(input).digest('hex').slice(0, 12)}.bin`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, input);
  return file;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
