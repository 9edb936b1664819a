import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentName, readSettings, type Settings } from '../../gateway/config.ts';
import { type Gateway, startGateway } from '../../gateway/main.ts';
import { freePort } from './free-port.ts';
import { placeholderPages } from './gateway-kit.ts';
import type { Fault, Question, Weight } from './gateway-process.ts';
import { oneFile } from './one-file.ts';

export interface GatewayProcess {
  /** Resolves when it listens. */
  start(): Promise<void>;
  /** All that it wrote to stdout and stderr so far. */
  output(): string;
  readonly processId: number;
  ask(question: Question): Promise<Weight>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** A data folder and ports on which gateways run one after the other, in this process or as one of their own. */
export class GatewayGround {
  readonly settings: Settings;
  readonly folder: string;
  readonly #pagesFolder: string;
  readonly #running = new Set<GatewayProcess>();

  private constructor(settings: Settings, folder: string) {
    this.settings = settings;
    this.folder = folder;
    this.#pagesFolder = placeholderPages(folder);
  }

  /** `parent`: in which folder its own is made. */
  static async prepare(logLevel: Settings['logLevel'] = 'silent', parent = tmpdir()): Promise<GatewayGround> {
    const folder = mkdtempSync(join(parent, 'diag-process-'));
    const settings = readSettings({
      DIAG_DATA_FOLDER: join(folder, 'data'),
      DIAG_MQTT_PORT: String(await freePort()),
      DIAG_HTTP_PORT: String(await freePort()),
      DIAG_LOG_LEVEL: logLevel,
    });
    return new GatewayGround(settings, folder);
  }

  /** Runs use cases on the same data in this process, and closes it again. */
  async within<T>(job: (gateway: Gateway) => Promise<T>): Promise<T> {
    const gateway = await startGateway({ ...this.settings, logLevel: 'silent' }, { pagesFolder: this.#pagesFolder });
    try {
      return await job(gateway);
    } finally {
      await gateway.close();
    }
  }

  /** Resolves when the program is loaded. `nodeFlags`: for example `--inspect=127.0.0.1:0`. */
  async load(
    options: { readonly faults?: readonly Fault[]; readonly nodeFlags?: readonly string[] } = {},
  ): Promise<GatewayProcess> {
    const file = await oneFile('test/support/gateway-process.ts');
    const args = [...(options.nodeFlags ?? []), file, this.#pagesFolder, ...(options.faults ?? [])];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...asEnvironment(this.settings) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (bytes: Buffer) => (output += bytes.toString('latin1')));
    const said = (word: string) =>
      new Promise<void>((resolve, reject) => {
        child.on('message', (message) => message === word && resolve());
        child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}: ${output}`)));
      });
    const running: GatewayProcess = {
      start: async () => {
        const started = said('started');
        child.send('start');
        await started;
      },
      output: () => output,
      processId: child.pid ?? 0,
      ask: (question) =>
        new Promise((resolve) => {
          child.once('message', (weight) => resolve(weight as Weight));
          child.send(question);
        }),
      kill: async () => {
        this.#running.delete(running);
        await killed(child);
      },
    };
    this.#running.add(running);
    await said('loaded');
    return running;
  }

  async clean(): Promise<void> {
    await Promise.all([...this.#running].map(async (running) => running.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function asEnvironment(settings: Settings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [environmentName(name), String(value)]));
}
