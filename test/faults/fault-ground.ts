import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../gateway/config.ts';
import { type Gateway, type Lent, startGateway } from '../../gateway/main.ts';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { SqliteStore } from '../../gateway/store/sqlite/sqlite-store.ts';
import { metrics as declared } from '../hostile/ground.ts';
import { keptFrames } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { placeholderPages } from '../support/gateway-kit.ts';
import { type FleetDevice, makeFleet } from '../support/granted-fleet.ts';
import { WireDevice } from '../support/wire-device.ts';

/** A gateway to which something happens, a few devices with grants, and what an operator sees of it. */
export class FaultGround {
  readonly settings: Settings;
  readonly devices: WireDevice[] = [];
  readonly #folder: string;
  #gateway: Gateway | undefined;
  #fleet: readonly FleetDevice[] = [];

  private constructor(settings: Settings, folder: string) {
    this.settings = settings;
    this.#folder = folder;
  }

  /** `parent`: in which folder its own is made. */
  static async open(
    options: {
      readonly lent?: Lent;
      readonly devices?: number;
      readonly parent?: string;
      readonly keepAliveSeconds?: number;
      /** Not by WireDevices: others play them. */
      readonly unconnected?: boolean;
    } = {},
  ): Promise<FaultGround> {
    const folder = mkdtempSync(join(options.parent ?? tmpdir(), 'diag-fault-'));
    const settings = readSettings({
      DIAG_DATA_FOLDER: join(folder, 'data'),
      DIAG_MQTT_PORT: String(await freePort()),
      DIAG_HTTP_PORT: String(await freePort()),
      DIAG_LOG_LEVEL: 'silent',
    });
    const ground = new FaultGround(settings, folder);
    ground.#gateway = await startGateway(settings, { pagesFolder: placeholderPages(folder), ...options.lent });
    ground.#fleet = await makeFleet(ground.gateway.app, { devices: options.devices ?? 3, granted: true });
    if (!options.unconnected)
      await Promise.all(ground.#fleet.map((device) => ground.connect(device, options.keepAliveSeconds)));
    return ground;
  }

  get gateway(): Gateway {
    if (!this.#gateway) throw new Error('It has not started');
    return this.#gateway;
  }

  get store(): SqliteStore {
    const { ledger } = this.gateway.app;
    if (!(ledger instanceof SqliteStore)) throw new Error('The composition root uses another store now');
    return ledger;
  }

  get file(): string {
    return join(this.settings.dataFolder, 'diag.sqlite');
  }

  get fleet(): readonly FleetDevice[] {
    return this.#fleet;
  }

  async connect({ deviceId, secret }: FleetDevice, keepAliveSeconds = 0): Promise<WireDevice> {
    const device = await WireDevice.connect({ url: this.gateway.mqttUrl, deviceId, secret, keepAliveSeconds });
    this.devices.push(device);
    await device.birth(declared);
    return device;
  }

  /** Each device publishes so many; resolves when all are acknowledged. `acknowledged` grows meanwhile. */
  publish(count: number): { readonly acknowledged: number; readonly all: Promise<unknown> } {
    const progress = { acknowledged: 0 };
    const all = Promise.all(
      this.devices.flatMap((device) =>
        Array.from({ length: count }, async () => {
          await device.telemetry({ 1: device.seq % 100 });
          progress.acknowledged += 1;
        }),
      ),
    );
    all.catch(() => undefined);
    return {
      get acknowledged() {
        return progress.acknowledged;
      },
      all,
    };
  }

  /** (View, seq) of everything on disk, in order. */
  stored(): readonly string[] {
    const db = openForReading(this.file);
    try {
      return keptFrames(db)
        .map(({ viewId, seq }) => `${viewId} ${String(seq)}`)
        .sort();
    } finally {
      db.close();
    }
  }

  /** What `stored` is when each device has published 1 to `last`, and each is there once. */
  everything(last: number): readonly string[] {
    return this.#fleet.flatMap(({ viewId }) => Array.from({ length: last }, (_, n) => `${viewId} ${n + 1}`)).sort();
  }

  async ready(): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`${this.gateway.httpUrl}/readyz`);
    return { status: response.status, text: await response.text() };
  }

  /** One series of /metrics; NaN: it is not there. */
  async metric(series: string): Promise<number> {
    return (await this.metrics())(series);
  }

  /** All series, as they were at one moment. */
  async metrics(): Promise<(series: string) => number> {
    const lines = (await (await fetch(`${this.gateway.httpUrl}/metrics`)).text()).split('\n');
    return (series) => {
      const line = lines.find((one) => one.startsWith(`${series} `));
      return line === undefined ? Number.NaN : Number(line.slice(series.length + 1));
    };
  }

  async close(): Promise<void> {
    for (const device of this.devices) await device.end();
    await this.#gateway?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
