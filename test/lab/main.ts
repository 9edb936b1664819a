import { Command } from 'commander';
import { calibrate, type CalibrateOptions } from './commands/calibrate.ts';
import { compare, type CompareOptions } from './commands/compare.ts';
import { usualWorkers } from './commands/evaluate.ts';
import { run, type RunOptions } from './commands/run.ts';
import { score, type ScoreOptions } from './commands/score.ts';
import { scoreboard, type ScoreboardOptions } from './commands/scoreboard-command.ts';
import { Sentence } from './commands/sentence.ts';

/** `npm run lab`: simulated fleets and recorded runs, with their truth, against the product's own localisation. */
const program = new Command('lab').description(
  'Says how often the localisation is right, on simulated fleets and on recorded runs.',
);
const workers = ['--workers <n>', 'processes; the result does not depend on it', String(usualWorkers)] as const;
const packs = ['--packs <folder>', 'other packs than the shipped ones'] as const;
const engines = ['--engines <list>', 'of ours, single, unknown-false, thresholds; default all'] as const;

program
  .command('run')
  .description('plays a scenario file as fast as it goes, and writes a report')
  .argument('<scenario>', 'a YAML file; see test/lab/scenarios')
  .option('--live', 'in real time over MQTT, against a real gateway')
  .option('--out <folder>', 'where the report goes; default build/lab/<scenario>')
  .option('--json', 'the measures as JSON on stdout')
  .option(...packs)
  .option(...engines)
  .option(...workers)
  .action((file: string, options: RunOptions) => end(run(file, options)));

program
  .command('score')
  .description('scores recorded runs (JSON Lines), whoever made them')
  .argument('<dir>', 'a folder of .jsonl files, or one file')
  .option('--out <folder>', 'where the report and verdicts.jsonl go; default build/lab/score')
  .option('--json', 'the measures as JSON on stdout')
  .option(...packs)
  .option(...engines)
  .option(...workers)
  .action((path: string, options: ScoreOptions) => end(score(path, options)));

program
  .command('compare')
  .description('sets two folders of packs, or two engines, side by side on the same runs')
  .argument('<a>', 'a folder of packs, or an engine')
  .argument('<b>', 'another one')
  .option('--on <path>', 'a scenario file or a folder of recorded runs; default: the quick part of the scoreboard')
  .option('--json', 'as JSON on stdout')
  .option(...workers)
  .action((a: string, b: string, options: CompareOptions) => end(compare(a, b, options)));

program
  .command('scoreboard')
  .description('the measures on the public development seeds, with n, 95 % interval and goal')
  .option('--quick', 'a small part of them, in about a minute')
  .option(
    '--seeds <word>',
    'other seeds, severities, environments and pairs, to choose on; default: the development seeds',
  )
  .option('--json <file>', 'also as an array of {measure, value, goal, pass, n, low, high}')
  .option('--out <folder>', 'also the whole report')
  .option('--no-cost', 'without the timing of messages')
  .option(...packs)
  .option(...workers)
  .action((options: ScoreboardOptions) => end(scoreboard(options)));

program
  .command('calibrate')
  .description(
    'learns from healthy simulated fleets how often a symptom shows with nothing wrong, and writes leaks.yaml',
  )
  .argument('[model]', 'only of this model')
  .option('--folder <folder>', 'the folder of all packs; default: the shipped ones')
  .option('--devices <n>', 'healthy devices of each model', '60')
  .option('--check', 'writes nothing; exit code 1 when a leaks.yaml is stale', false)
  .option(...workers)
  .action((model: string | undefined, options: CalibrateOptions) => end(calibrate(model, options)));

await program.parseAsync();

async function end(command: Promise<number>): Promise<void> {
  try {
    process.exitCode = await command;
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
