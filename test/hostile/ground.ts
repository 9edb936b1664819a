import { expect } from 'vitest';
import type { Credentials } from '../../gateway/app/register-device.ts';
import { refusals } from '../../gateway/domain/refusals.ts';
import type { ApiClient } from '../support/api-client.ts';
import { type Consented, consent } from '../support/consented.ts';
import { everythingStored, framesOf } from '../support/database.ts';
import { firstAdministrator, registerTestDevice, startTestGateway, type TestGateway } from '../support/gateway-kit.ts';
import { LeapingClock } from '../support/leaping-clock.ts';
import { WireDevice } from '../support/wire-device.ts';

/** Aliases of every test device here. */
export const metrics = [
  { alias: 1, name: 'battery.level', type: 1, unit: '%', idlePeriodMs: 60_000, livePeriodMs: 10_000, claimedClass: 1 },
  { alias: 2, name: 'wifi.rssi', type: 1, unit: '{dBm}', idlePeriodMs: 60_000, livePeriodMs: 5_000, claimedClass: 5 },
  { alias: 3, name: 'wifi.bssid', type: 4, unit: '1', onChange: true, claimedClass: 5 },
];

export interface Party {
  readonly registered: Credentials;
  readonly device: WireDevice;
  readonly grant: Consented;
}

/** A counter of /metrics, and its label. */
export type Counter =
  | 'diag_discards_total'
  | 'diag_link_refusals_total'
  | 'diag_http_refusals_total'
  | 'diag_events_total';

export interface Expected {
  readonly counter: Counter;
  readonly code: string;
  /** How often it is refused; once unless said. */
  readonly times?: number;
  /** Something of it is rightly kept or changed: the test looks at that itself. */
  readonly keeps?: boolean;
}

/** A gateway under attack, and a well-behaved device that publishes to it all the time. */
export class Ground {
  readonly kit: TestGateway;
  readonly clock: LeapingClock;
  readonly api: ApiClient;
  readonly brandId: string;
  readonly #devices: WireDevice[] = [];
  #bystander: Party | undefined;

  private constructor(kit: TestGateway, clock: LeapingClock, api: ApiClient, brandId: string) {
    this.kit = kit;
    this.clock = clock;
    this.api = api;
    this.brandId = brandId;
  }

  static async open(): Promise<Ground> {
    const clock = new LeapingClock();
    const kit = await startTestGateway({ clock, log: true });
    const api = await firstAdministrator(kit);
    const ground = new Ground(kit, clock, api, (await api.brands())[0]?.id ?? '');
    await ground.welcomeBystander();
    return ground;
  }

  /** A new one, under a new grant: the clock may have leapt past the one before. */
  async welcomeBystander(): Promise<void> {
    this.#bystander = await this.party();
  }

  /** A registered, connected device that has said Birth and has been granted this look. */
  async party(scope: 'basic' | 'full' = 'full'): Promise<Party> {
    const registered = await this.register();
    const device = await this.connect(registered);
    await device.birth(metrics);
    const grant = await consent(this.kit, { api: this.api, registered, device }, { scope, minutes: 240 });
    return { registered, device, grant };
  }

  register(): Promise<Credentials> {
    const serial = `RV1A${this.kit.gateway.app.random.integer(1e9)}`;
    return registerTestDevice(this.kit, { brandId: this.brandId, serial });
  }

  async connect({ device, secret }: Credentials): Promise<WireDevice> {
    const url = this.kit.gateway.mqttUrl;
    const connected = await WireDevice.connect({ url, deviceId: device.id, secret, keepAliveSeconds: 0 });
    this.#devices.push(connected);
    return connected;
  }

  /** Runs an attack while the bystander publishes, which must lose nothing and not be disconnected. */
  async besideOthers(attack: () => Promise<void>): Promise<void> {
    const { device, grant } = this.bystander;
    const before = framesOf(this.kit, grant.viewId).length;
    let published = 0;
    let over = false;
    const publishing = (async () => {
      for (let more = 3; more > 0; more -= over ? 1 : 0) {
        published += 1;
        await device.telemetry({ 1: published % 100, 2: -50 });
      }
    })();
    try {
      await attack();
    } finally {
      over = true;
      await publishing;
    }
    expect(device.closed, 'the bystander stays connected').toBe(false);
    const seqs = framesOf(this.kit, grant.viewId).map(({ seq }) => seq);
    expect(seqs, 'the bystander loses nothing').toEqual(Array.from({ length: before + published }, (_, n) => n + 1));
  }

  get bystander(): Party {
    if (!this.#bystander) throw new Error('No bystander yet');
    return this.#bystander;
  }

  /** Everything in the database but what the bystander publishes. */
  stored() {
    return everythingStored(this.kit, { butFramesOf: this.bystander.grant.viewId });
  }

  count(counter: Counter, code: string): Promise<number> {
    return this.#metric(`${counter}{code="${code}"} `);
  }

  gauge(name: string): Promise<number> {
    return this.#metric(`${name} `);
  }

  async #metric(name: string): Promise<number> {
    const response = await fetch(`${this.kit.gateway.httpUrl}/metrics`);
    const line = (await response.text()).split('\n').find((one) => one.startsWith(name));
    return Number(line?.split(' ').at(-1) ?? 0);
  }

  async close(): Promise<void> {
    for (const device of this.#devices) await device.end();
    await this.kit.close();
  }
}

/** A discard is logged once in this time for each device and code; anything else each time. */
const logsAgainAfterMs = 10_001;

/**
 * What issue after issue of bad input comes to: a code of the one table, its metric, one log line, nothing stored, nothing lost for anyone else. How it is answered, the attack itself looks at.
 */
export async function expectEndured(ground: Ground, expected: Expected, attack: () => Promise<void>): Promise<void> {
  const { counter, code, times = 1 } = expected;
  if (counter !== 'diag_events_total') expect(Object.keys(refusals), 'the one table').toContain(code);
  ground.clock.leap(logsAgainAfterMs);
  const before = { count: await ground.count(counter, code), stored: ground.stored(), lines: ground.kit.log.length };
  await ground.besideOthers(attack);
  // A link's end is told after its socket's.
  await expect.poll(() => ground.count(counter, code)).toBe(before.count + times);
  const lines = ground.kit.log.slice(before.lines);
  const told = lines.filter((line) => line.code === code);
  expect(told, lines.map(({ text }) => text).join('')).toHaveLength(counter === 'diag_discards_total' ? 1 : times);
  if (!expected.keeps) expect(ground.stored(), 'nothing is stored').toEqual(before.stored);
}
