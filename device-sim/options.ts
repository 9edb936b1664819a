import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { InputProblem } from './fields.ts';
import type { Language } from './models/model.ts';

export interface SimOptions {
  /** Undefined: as many as there are credentials. */
  readonly devices: number | undefined;
  readonly modelFiles: readonly string[];
  readonly seed: number;
  readonly fault: { readonly id: string; readonly severity: number; readonly afterS: number } | undefined;
  readonly gateway: string;
  readonly credentials: string;
  /** Undefined: no faces. */
  readonly facePort: number | undefined;
  readonly language: Language;
}

interface Raw {
  devices?: number;
  model: string[];
  seed: number;
  fault?: string;
  severity: number;
  faultAfter: number;
  gateway: string;
  credentials: string;
  facePort: number;
  face: boolean;
  lang: Language;
}

/** Reads the command line. Throws InputProblem; `--help` prints and ends the process with 0. */
export function readOptions(argv: readonly string[]): SimOptions {
  const command = new Command('sim')
    .description('Simulated devices that speak the wire contract, each with a page that is its face.')
    .option('--devices <n>', 'how many; default: all that have credentials', integer(1, 10_000))
    .option('--model <id...>', 'model ids of device-sim/models, or YAML files', ['rv-s1'])
    .option(
      '--seed <n>',
      'same seed, model, fault and, where the sun matters, time of day: same signals',
      integer(0, 4_294_967_295),
      1,
    )
    .option('--fault <id>', 'cause to put into every device, for example V01')
    .option('--severity <0..1>', 'how bad', decimal(0, 1), 1)
    .option('--fault-after <s>', 'seconds until it sets in', decimal(0, 1e7), 0)
    .option('--gateway <url>', 'the gateway', 'mqtt://127.0.0.1:1883')
    .option('--credentials <folder>', 'JSON files, one a device', 'data/fleet')
    .option('--face-port <port>', 'port of the faces on 127.0.0.1; 0: any free one', integer(0, 65_535), 8091)
    .option('--no-face', 'no faces')
    .option('--lang <language>', 'what the owner speaks: zh-CN or en', language, 'en')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === 'commander.helpDisplayed') process.exit(0);
    throw new InputProblem(message.replace(/^error: /, 'Command line: '));
  }
  const raw = command.opts<Raw>();
  return {
    devices: raw.devices,
    modelFiles: raw.model.map(modelFile),
    seed: raw.seed,
    fault: raw.fault === undefined ? undefined : { id: raw.fault, severity: raw.severity, afterS: raw.faultAfter },
    gateway: gatewayUrl(raw.gateway),
    credentials: raw.credentials,
    facePort: raw.face ? raw.facePort : undefined,
    language: raw.lang,
  };
}

function modelFile(model: string): string {
  if (/\.ya?ml$/.test(model)) return model;
  // Looked at only when the name is one, so that it cannot lead elsewhere.
  const file = fileURLToPath(new URL(`./models/${model}.yaml`, import.meta.url));
  if (!/^[a-z0-9-]+$/.test(model) || !existsSync(file))
    throw new InputProblem(`--model: there is no model "${model}" in device-sim/models.`);
  return file;
}

function gatewayUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['mqtt:', 'mqtts:'].includes(url.protocol) || url.hostname === '') {
    throw new InputProblem(`--gateway must look like mqtt://127.0.0.1:1883, not "${text}".`);
  }
  return text;
}

function integer(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    }
    return value;
  };
}

function decimal(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max)) {
      throw new InvalidArgumentError(`It must be a number from ${min} to ${max}.`);
    }
    return value;
  };
}

function language(text: string): Language {
  if (text !== 'en' && text !== 'zh-CN') throw new InvalidArgumentError('It must be zh-CN or en.');
  return text;
}
