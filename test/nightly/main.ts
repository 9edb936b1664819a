/**
 * `npm run nightly -- <part>`: what has to hold at its full size, which takes longer than a test may. Prints the figures with
 * the bound of each; ends with 1 when one is missed.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { Command } from 'commander';
import { disk } from './disk.ts';
import { flood } from './flood.ts';
import { frozen } from './frozen.ts';
import { herd } from './herd.ts';
import { kills } from './kills.ts';
import type { Figure, NightlyPart } from './nightly.ts';

const parts: readonly NightlyPart[] = [kills, herd, flood, frozen, disk];
const names = parts.map(({ name }) => name);

const command = new Command('nightly')
  .description('What has to hold, at its full size')
  .argument('[parts...]', `some of: ${names.join(', ')}; or all`)
  .option('--list', 'names the parts')
  .option('--json <file>', 'writes the figures there')
  .option('--quick', 'small and short: to see that it works, not to quote')
  .parse();
const flags = command.opts<{ list?: boolean; json?: string; quick?: boolean }>();

if (flags.list || command.args.length === 0) {
  for (const { name, about, minutes } of parts) console.log(`${name.padEnd(8)} ${minutes} min  ${about}`);
  process.exit(0);
}
const unknown = command.args.find((name) => name !== 'all' && !names.includes(name));
if (unknown !== undefined) command.error(`There is no part ${unknown}. Known are: ${names.join(', ')}, all`);
const wanted = command.args.includes('all') ? parts : parts.filter(({ name }) => command.args.includes(name));

const begunMs = Date.now();
let stopped = false;
// Once: with the figures so far. Twice: at once.
process.once('SIGINT', () => (stopped = true));
const night = {
  enough: () => stopped,
  quick: flags.quick ?? false,
  tell: (line: string) =>
    process.stderr.write(`${((Date.now() - begunMs) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`),
};
const all: (Figure & { readonly part: string })[] = [];
const failed: string[] = [];
for (const part of wanted) {
  if (stopped) break;
  try {
    const figures = await part.run(night);
    print(part, figures);
    all.push(...figures.map((figure) => ({ part: part.name, ...figure })));
  } catch (error) {
    failed.push(part.name);
    console.log(
      `\n${part.name}: COULD NOT BE RUN: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
const missed = all.filter(({ pass }) => pass === false);
console.log(`\n${machine()}`);
if (night.quick) console.log('Quick: not to be quoted.');
console.log(
  missed.length + failed.length === 0
    ? 'Every bound is kept.'
    : `MISSED: ${[...failed, ...missed.map(({ part, what }) => `${part}: ${what}`)].join('; ')}`,
);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(all, null, 2)}\n`);
process.exitCode = missed.length + failed.length === 0 ? 0 : 1;

function print({ name, about }: NightlyPart, figures: readonly Figure[]): void {
  console.log(`\n${name}: ${about}`);
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const { what, value, unit, bound, pass, low, high, note } of figures) {
    const verdict = pass === null ? '' : pass ? 'ok' : 'MISSED';
    const interval = low === undefined || low === null ? '' : ` (${shown(low)} to ${shown(high ?? Number.NaN)})`;
    const asked = bound === null ? '' : `  asked: ${bound}${unit === '' ? '' : ` ${unit}`}`;
    const figure = `${shown(value)}${unit === '' ? '' : ` ${unit}`}${interval}`;
    console.log(
      `  ${verdict.padEnd(6)} ${what.padEnd(width)}  ${figure}${asked}${note === undefined ? '' : `; ${note}`}`,
    );
  }
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function machine(): string {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() || 'unknown';
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = loadavg()[0]?.toFixed(1) ?? '';
  return `${cpus()[0]?.model}, ${cpus().length} cores, ${memory}, load ${load}, Node ${process.version}, commit ${commit}, ${((Date.now() - begunMs) / 1_000).toFixed(0)} s`;
}
