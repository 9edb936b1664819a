import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { playValetudo, type ValetudoCredentials } from './player.ts';
import { dialectNames, type PlayedDialect, type RunName, runNames } from './recording.ts';

interface Flags {
  readonly credentials: string;
  readonly gateway: string;
  readonly dialect: PlayedDialect;
  readonly speed: number;
  readonly from: number;
  readonly runs: readonly RunName[];
  readonly once?: true;
}

const flags = new Command('valetudo')
  .description('Plays the recording of a real robot vacuum software to a gateway.')
  .requiredOption('--credentials <file>', 'JSON with deviceId, secret and homieRoot, as registered')
  .option('--gateway <url>', 'where the gateway listens for devices', 'mqtt://127.0.0.1:1883')
  .option('--runs <names>', `which runs, in order: ${runNames.join(', ')}`, readRuns, [...runNames])
  .option('--dialect <name>', `what it speaks: ${dialectNames.join(', ')}`, readDialect, 'both')
  .option('--speed <factor>', 'how many times faster than recorded', readPositive, 1)
  .option('--from <second>', 'second of the first run at which to begin', readPositive, 0)
  .option('--once', 'play the runs once instead of for ever')
  .parse()
  .opts<Flags>();

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
// A parent that was killed cannot stop its child; the channel to it closes.
process.once('disconnect', () => stop.abort());

try {
  const credentials = readCredentials(flags.credentials);
  process.stdout.write(`Playing ${flags.runs.join(', ')} as ${credentials.homieRoot} to ${flags.gateway}\n`);
  await playValetudo({
    credentials,
    gatewayUrl: flags.gateway,
    dialect: flags.dialect,
    speed: flags.speed,
    from: flags.from,
    runs: flags.runs,
    loop: !flags.once,
    signal: stop.signal,
  });
} catch (error) {
  process.stderr.write(
    `The recording could not be played: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}

function readCredentials(file: string): ValetudoCredentials {
  const content = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof ValetudoCredentials, unknown>> | null;
  const { deviceId, secret, homieRoot } = content ?? {};
  if (typeof deviceId !== 'string' || typeof secret !== 'string' || typeof homieRoot !== 'string') {
    throw new Error(`${file} must hold deviceId, secret and homieRoot.`);
  }
  return { deviceId, secret, homieRoot };
}

function readPositive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}

function readDialect(text: string): PlayedDialect {
  const name = dialectNames.find((known) => known === text);
  if (!name) throw new InvalidArgumentError(`There are ${dialectNames.join(', ')}.`);
  return name;
}

function readRuns(text: string): RunName[] {
  return text.split(',').map((word) => {
    const name = runNames.find((known) => known === word.trim());
    if (!name) throw new InvalidArgumentError(`There are ${runNames.join(' and ')}.`);
    return name;
  });
}
