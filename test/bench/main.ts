/**
 * `npm run bench`: what the gateway costs beside its peers, as ratios within one run. Rounds interleave the servers; the
 * figures are medians, the ratios geometric means of the rounds with Student's t (95 %) on their logs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { Command } from 'commander';
import { type Figure, type Measured, missing, type Part, verdictOf } from './bench.ts';
import { removeFolders } from './gateway-server.ts';
import { LoadGenerator } from './load/load-generator.ts';
import { isPinned, killAll, loadCore, serverCore } from './pinned-process.ts';
import { decode } from './rows/decode.ts';
import { disk } from './rows/disk.ts';
import { history } from './rows/history.ts';
import { ingest, profileIngest } from './rows/ingest.ts';
import { live } from './rows/live.ts';
import { many } from './rows/many.ts';
import { soak } from './rows/soak.ts';

const parts: readonly Part[] = [decode, ingest, live, many, disk, history, soak];
const goals = parts.flatMap((part) => part.goals);
const rowNames = goals.map(({ row }) => row);

const command = new Command('bench')
  .description('What the gateway costs beside its peers')
  .option('--rounds <n>', 'how often each is measured', '5')
  .option('--only <rows>', `some rows, with commas: ${rowNames.join(', ')}`)
  .option('--json <file>', 'writes the rows there')
  .option('--prof', 'the gateway under load: the top functions of each thread (without --only: nothing else)')
  .option('--minutes <n>', 'how long the soak takes, which runs only when it is named', '1')
  .option('--quick', 'fewer and shorter rounds: to see that it works, not to quote')
  .parse();
const flags = command.opts<{
  rounds: string;
  only?: string;
  json?: string;
  prof?: boolean;
  quick?: boolean;
  minutes: string;
}>();
const rounds = flags.quick ? 2 : Number(flags.rounds);
if (!Number.isInteger(rounds) || rounds < 1) command.error('--rounds should be a whole number from 1');
const minutes = Number(flags.minutes);
if (!(minutes > 0 && minutes <= 180)) command.error('--minutes should be a number up to 180');
const only = flags.only?.split(',').map((row) => row.trim());
const unknown = only?.find((row) => !rowNames.includes(row));
if (unknown !== undefined) command.error(`There is no row ${unknown}. Known are: ${rowNames.join(', ')}`);

const json = flags.json === undefined ? undefined : openedForRows(flags.json);
process.once('SIGINT', () => stop(130)).once('SIGTERM', () => stop(143));

const begunMs = Date.now();
const figures: Figure[] = [];
const rows: Measured[] = [];
const generator = await LoadGenerator.start();
const bench = {
  rounds,
  quick: flags.quick ?? false,
  minutes,
  generator,
  tell: (line: string) =>
    process.stderr.write(`${((Date.now() - begunMs) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`),
  figure: (figure: Figure) => figures.push(figure),
};
try {
  if (!flags.prof || only) for (const part of parts) rows.push(...(await runPart(part)));
  if (rows.length > 0) printTable();
  if (flags.prof) console.log(`\n${await profileIngest(bench)}`);
} finally {
  await generator.end();
}
json?.write(flags.quick ? rows.map((row) => ({ ...row, note: `quick: not to be quoted; ${row.note ?? ''}` })) : rows);

/** Before anything is measured: ten minutes later is too late to find that it cannot be written. */
function openedForRows(file: string): { write(rows: readonly Measured[]): void; forget(): void } {
  const isNew = !existsSync(file);
  try {
    const descriptor = openSync(file, 'a');
    return {
      write: (all) => {
        ftruncateSync(descriptor);
        writeFileSync(descriptor, `${JSON.stringify(all, null, 2)}\n`);
      },
      forget: () => isNew && rmSync(file, { force: true }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return command.error(`The file of --json cannot be written: ${why}`);
  }
}

/** All at once: whoever is waited for might begin something else meanwhile. */
function stop(exitCode: number): never {
  try {
    killAll();
    removeFolders();
    json?.forget();
  } finally {
    process.stderr.write('Stopped: nothing was measured.\n');
    process.exit(exitCode);
  }
}

/** A part that fails fails its rows; the others still count. */
async function runPart(part: Part): Promise<readonly Measured[]> {
  const goals = part.goals.filter(({ row }) => only?.includes(row) ?? part.onRequest !== true);
  if (goals.length === 0) return [];
  try {
    return await part.run(bench, new Set(goals.map(({ row }) => row)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    bench.tell(`failed: ${error instanceof Error ? (error.stack ?? why) : why}`);
    return goals.map((goal) => missing(goal, `could not be run: ${why}`));
  }
}

function printTable(): void {
  console.log(`\n${machine()}\n`);
  const number = (value: number | null) => (value === null ? '-' : value.toFixed(value < 10 ? 2 : 1));
  for (const row of rows) {
    const { measure, value, low, high, goal, runs, note } = row;
    const asked = goals.find((one) => one.measure === measure);
    const interval = low === null ? '' : ` (${number(low)} to ${number(high)})`;
    const verdict = asked ? verdictOf(row, asked) : '';
    console.log(
      `${verdict.padEnd(13)} ${number(value).padStart(6)}${interval.padEnd(17)} goal ${goal.padEnd(8)} ${measure}`,
    );
    console.log(`${' '.repeat(14)}${runs} rounds${note === undefined ? '' : `; ${note}`}`);
  }
  console.log('\nMedians');
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, text } of figures) console.log(`  ${name.padEnd(width)}  ${text}`);
  console.log(`
k/cs: thousand messages a CPU second of the whole server process, user and system, all threads, from the begin of one load to
the begin of its next, so that later work on what came counts too. Every check is on and every acknowledgement rests on a
commit (WAL, synchronous FULL). Raised for the bench, and nothing else: what one View and one link may take, since a device
of the bench says more than a thousand real ones. In flight: sent and not yet acknowledged. View: what one grant opens.
reached?, falls short?: the goal lies within the interval; more rounds would decide.`);
  if (flags.quick) console.log('\nQuick: not to be quoted.');
}

function machine(): string {
  const [cpu] = cpus();
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() || 'unknown';
  const cores = isPinned
    ? `server pinned to core ${serverCore} (all its threads share it, one of V8's helpers among them instead of four, of the peers too), load generator to core ${loadCore}`
    : 'NOT PINNED (no taskset, or one core): the figures are of little worth';
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  return `${cpu?.model}, ${cpus().length} cores, ${memory}, Linux ${release()}, Node ${process.version}, commit ${commit}
${cores}; ${rounds} rounds${flags.quick ? ', quick' : ''}, ${((Date.now() - begunMs) / 1_000).toFixed(0)} s`;
}
