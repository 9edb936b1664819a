import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { type LinkCredentials, play } from './player.ts';
import { readRecording } from './recording.ts';

interface Flags {
  readonly credentials: string;
  readonly gateway: string;
  readonly file: string;
  readonly phase?: string;
  readonly speed: number;
  readonly will?: string;
  readonly kill?: true;
}

const flags = new Command('recording')
  .description('Plays a recording of MQTT messages to a gateway, as one link: a device, or a home’s broker.')
  .requiredOption('--credentials <file>', 'JSON with deviceId (the link’s id) and secret, as registered')
  .requiredOption('--file <file>', 'one JSON object a line: {t_ms, topic, payload, retain, enc}')
  .option('--gateway <url>', 'where the gateway listens for devices', 'mqtt://127.0.0.1:1883')
  .option('--phase <name>', 'only the lines of this phase')
  .option('--speed <factor>', 'how many times faster than recorded', readPositive, 1)
  .option('--will <topic=payload>', 'what the gateway is to find when the connection breaks')
  .option('--kill', 'break the connection at the end')
  .parse()
  .opts<Flags>();

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

try {
  const messages = readRecording(flags.file, flags.phase);
  const cut = flags.will?.indexOf('=') ?? -1;
  process.stdout.write(`Playing ${messages.length} messages to ${flags.gateway}\n`);
  await play({
    credentials: readCredentials(flags.credentials),
    gatewayUrl: flags.gateway,
    messages,
    speed: flags.speed,
    end: flags.kill ? 'killed' : 'stopped',
    signal: stop.signal,
    ...(flags.will !== undefined && cut > 0
      ? { will: { topic: flags.will.slice(0, cut), payload: flags.will.slice(cut + 1) } }
      : {}),
  });
} catch (error) {
  process.stderr.write(
    `The recording could not be played: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}

function readCredentials(file: string): LinkCredentials {
  const content = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof LinkCredentials, unknown>> | null;
  const { deviceId, secret } = content ?? {};
  if (typeof deviceId !== 'string' || typeof secret !== 'string')
    throw new Error(`${file} must hold deviceId and secret.`);
  return { deviceId, secret };
}

function readPositive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
}
