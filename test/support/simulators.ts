import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestCredentials, TestGateway } from './gateway-kit.ts';
import { oneFile } from './one-file.ts';

/** A program of device-sim as a child: devices in a process of their own, as on a newcomer's machine. */
export interface Simulator {
  /** False once it has ended by itself. */
  running(): boolean;
  close(): Promise<void>;
}

/** The simulated devices of these credentials, of whatever models, with their faces. */
export async function startSimulator(
  kit: TestGateway,
  devices: readonly TestCredentials[],
  options: { readonly language?: 'en' | 'zh-CN'; readonly brand?: string } = {},
): Promise<Simulator & { readonly faceOf: (serial: string) => string }> {
  const folder = join(kit.folder, 'sim');
  for (const made of devices) writeCredentials({ folder, made, extra: { brand: options.brand ?? 'Acme' } });
  const child = await run('device-sim/main.ts', [
    '--credentials',
    folder,
    '--gateway',
    kit.gateway.mqttUrl,
    '--model',
    ...new Set(devices.map(({ device }) => device.model)),
    '--face-port',
    '0',
    '--lang',
    options.language ?? 'en',
  ]);
  const faces = new Map<string, string>();
  for await (const line of linesOf(child)) {
    if (!line.startsWith('face ')) continue;
    const url = line.slice('face '.length).trim();
    faces.set(decodeURIComponent(url.split('/').at(-1) ?? ''), url);
    if (faces.size === devices.length) break;
  }
  const faceOf = (serial: string) => faces.get(serial) ?? fail(`No face for ${serial}: the simulator did not start`);
  return { ...simulator(child), faceOf };
}

/** The recorded vacuum, played for ever over that link. */
export function playLink(
  kit: TestGateway,
  as: { readonly linkId: string; readonly secret: string; readonly homieRoot: string; readonly speed: number },
): Promise<Simulator> {
  const folder = join(kit.folder, 'links');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${as.linkId}.json`);
  const { linkId, secret, homieRoot } = as;
  writeFileSync(file, JSON.stringify({ deviceId: linkId, secret, homieRoot }), { mode: 0o600 });
  return playValetudo(kit, file, as.speed);
}

/** The recorded vacuum of a registered device, played for ever. */
export function startValetudo(
  kit: TestGateway,
  device: TestCredentials,
  options: { readonly speed: number },
): Promise<Simulator> {
  const { homieRoot } = device;
  const file = writeCredentials({ folder: join(kit.folder, 'valetudo'), made: device, extra: { homieRoot } });
  return playValetudo(kit, file, options.speed);
}

async function playValetudo(kit: TestGateway, file: string, speed: number): Promise<Simulator> {
  const child = await run('device-sim/valetudo/main.ts', [
    '--credentials',
    file,
    '--gateway',
    kit.gateway.mqttUrl,
    '--runs',
    'injected',
    '--speed',
    String(speed),
  ]);
  child.stdout?.resume();
  return simulator(child);
}

function writeCredentials(options: {
  readonly folder: string;
  readonly made: TestCredentials;
  readonly extra: object;
}): string {
  const { folder, made, extra } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { serial, model } = made.device;
  const file = join(folder, `${serial}.json`);
  const { clientId, secret, gatewayPublicKey, labelCode } = made;
  const content = { deviceId: clientId, serial, model, secret, gatewayPublicKey, labelCode, ...extra };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  return file;
}

/** A simulator whose parent is gone ends by the broken pipe of its output. */
async function run(script: string, args: readonly string[]): Promise<ChildProcess> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return spawn(process.execPath, [await oneFile(script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  // Not the stream's own iterator, which would close the pipe when the last face is read.
  while (child.exitCode === null) {
    const chunk = await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit')]);
    const lines = (rest + String(chunk[0])).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function simulator(child: ChildProcess): Simulator {
  child.stdout?.resume();
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    running,
    async close() {
      if (!running()) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function fail(words: string): never {
  throw new Error(words);
}
