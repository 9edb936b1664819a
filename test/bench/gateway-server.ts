import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentName, readSettings, type Settings } from '../../gateway/config.ts';
import { type Gateway, startGateway } from '../../gateway/main.ts';
import { freePort } from '../support/free-port.ts';
import { placeholderPages } from '../support/gateway-kit.ts';
import type { GatewayQuestion } from './gateway-process.ts';
import { endProcess, serverCore, spawnScript } from './pinned-process.ts';
import type { ThreadProfile } from './thread-profiler.ts';

export interface GatewayServer {
  readonly pid: number;
  readonly port: number;
  readonly httpUrl: string;
  /** Sums of counters and gauges at /metrics, by name and labels as they stand there. */
  metrics(): Promise<ReadonlyMap<string, number>>;
  collectGarbage(): Promise<void>;
  /** Until `profiled`. */
  profile(): Promise<void>;
  profiled(): Promise<readonly ThreadProfile[]>;
  close(): Promise<void>;
}

const folders = new Set<string>();

/** Those of grounds that were not cleaned, for a stop in the midst of it: threads of this process may still write there. */
export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** A data folder that is filled by use cases in this process and then served by a gateway of its own. */
export class GatewayGround {
  readonly folder: string;
  readonly settings: Settings;

  private constructor(folder: string, settings: Settings) {
    this.folder = folder;
    this.settings = settings;
  }

  static async prepare(): Promise<GatewayGround> {
    const folder = mkdtempSync(join(tmpdir(), 'diag-bench-'));
    folders.add(folder);
    const settings = readSettings({
      DIAG_DATA_FOLDER: join(folder, 'data'),
      DIAG_MQTT_PORT: String(await freePort()),
      DIAG_HTTP_PORT: String(await freePort()),
      DIAG_LOG_LEVEL: 'warn',
      DIAG_DEMO: 'false',
    });
    return new GatewayGround(folder, settings);
  }

  /** The same data for another gateway. */
  async copy(): Promise<GatewayGround> {
    const other = await GatewayGround.prepare();
    cpSync(this.settings.dataFolder, other.settings.dataFolder, { recursive: true });
    return other;
  }

  async within<T>(job: (gateway: Gateway) => Promise<T>): Promise<T> {
    const settings = { ...this.settings, logLevel: 'silent' } as const;
    const gateway = await startGateway(settings, { pagesFolder: placeholderPages(this.folder) });
    try {
      return await job(gateway);
    } finally {
      await gateway.close();
    }
  }

  /** `tickMs`: of the live sessions, instead of the usual. */
  async serve(options: { readonly tickMs?: number } = {}): Promise<GatewayServer> {
    const { settings } = this;
    const environment = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [environmentName(name), String(value)]),
    );
    const tick = options.tickMs === undefined ? [] : [String(options.tickMs)];
    const file = new URL('gateway-process.ts', import.meta.url);
    const { child } = await spawnScript(file, [placeholderPages(this.folder), ...tick], {
      core: serverCore,
      environment,
    });
    const httpUrl = `http://127.0.0.1:${settings.httpPort}`;
    const ask = async (question: GatewayQuestion): Promise<unknown> => {
      const answered = once(child, 'message');
      child.send(question);
      return (await answered)[0];
    };
    return {
      pid: child.pid ?? 0,
      port: settings.mqttPort,
      httpUrl,
      metrics: () => readMetrics(httpUrl),
      collectGarbage: async () => void (await ask('collect')),
      profile: async () => void (await ask('profile')),
      profiled: async () => (await ask('profiled')) as readonly ThreadProfile[],
      close: () => endProcess(child),
    };
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
    folders.delete(this.folder);
  }
}

async function readMetrics(httpUrl: string): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`${httpUrl}/metrics`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}
