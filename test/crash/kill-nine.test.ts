import { afterEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { keptFrames } from '../support/database.ts';
import type { Fault } from '../support/gateway-process.ts';
import { makeFleet } from '../support/granted-fleet.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { Publisher } from './publisher.ts';
import { Random } from '../support/random.ts';

/**
 * A PUBACK means "on disk in every View that admits it". The gateway is killed with SIGKILL while 200 devices publish, as
 * often as it is started again. What this does not prove: the kernel's page cache survives a kill, so that power loss is
 * covered only by synchronous = FULL doing what it says.
 */
const devices = 200;
let ground: GatewayGround;
afterEach(() => ground.clean());

interface Outcome {
  readonly acknowledged: number;
  /** (view, boot, seq) that were acknowledged and are not in the store. */
  readonly lost: readonly string[];
  readonly storedTwice: readonly string[];
  /** In the store, though no device ever sent it. */
  readonly neverSent: readonly string[];
  readonly outOfOrder: number;
}

async function killAgainAndAgain(options: {
  kills: number;
  seed: number;
  faults?: readonly Fault[];
}): Promise<Outcome> {
  ground = await GatewayGround.prepare();
  const fleet = await ground.within(({ app }) => makeFleet(app, { devices, granted: true }));
  const publishers = fleet.map((device, index) => new Publisher(device, (index + 1) * 1_000));
  const url = { host: ground.settings.mqttHost, port: ground.settings.mqttPort };
  const random = new Random(options.seed);
  const acknowledged = () => publishers.reduce((sum, publisher) => sum + publisher.acknowledged, 0);

  let next = ground.load(options);
  for (let kill = 0; kill <= options.kills; kill += 1) {
    const gateway = await next;
    await gateway.start();
    if (kill < options.kills) next = ground.load(options);
    // Awaited in the next round; when this one fails, it is killed unheard.
    next.catch(() => undefined);
    const before = acknowledged();
    // Every fourth device boots anew each time, the others resend what they kept.
    publishers.forEach((publisher, index) => publisher.connect(url, kill > 0 && index % 4 === 0));
    await until(() => acknowledged() - before > devices, 'acknowledged messages');
    if (kill === options.kills) {
      for (const publisher of publishers) publisher.stop();
      await until(() => publishers.every(({ unsettled }) => unsettled === 0), 'the last acknowledgements');
    } else await sleep(random.next() * 400);
    await gateway.kill();
    await until(() => publishers.every(({ connected }) => !connected), 'closed connections');
  }
  for (const publisher of publishers) publisher.end();
  return compare(publishers);
}

function compare(publishers: readonly Publisher[]): Outcome {
  const rows = readRows();
  const count = new Map<string, number>();
  for (const row of rows) count.set(row, (count.get(row) ?? 0) + 1);
  const every = (pick: 'acknowledged' | 'sent') =>
    publishers.flatMap(({ device, boots }) =>
      boots.flatMap((boot) => {
        const seqs = pick === 'acknowledged' ? [...boot.acknowledged] : upTo(boot.nextSeq - 1);
        return seqs.map((seq) => `${device.viewId} ${boot.id.toString(16).padStart(16, '0')} ${seq}`);
      }),
    );
  const acknowledged = every('acknowledged');
  const sent = new Set(every('sent'));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((key) => !count.has(key)),
    storedTwice: [...count].filter(([, times]) => times > 1).map(([key]) => key),
    neverSent: rows.filter((key) => !sent.has(key)),
    outOfOrder: publishers.reduce((sum, publisher) => sum + publisher.outOfOrder, 0),
  };
}

function readRows(): string[] {
  const db = openForReading(`${ground.settings.dataFolder}/diag.sqlite`);
  try {
    return keptFrames(db).map(({ viewId, bootId, seq }) => `${viewId} ${bootId} ${seq}`);
  } finally {
    db.close();
  }
}

describe('kill -9 under 200 publishing devices', () => {
  it('20 times: every acknowledged (view, boot, seq) is in the store exactly once', async () => {
    const outcome = await killAgainAndAgain({ kills: 20, seed: 7 });
    expect(outcome.acknowledged).toBeGreaterThan(20 * devices);
    expect(outcome).toMatchObject({ lost: [], storedTwice: [], neverSent: [], outOfOrder: 0 });
  }, 300_000);

  it('a gateway that commits after the PUBACK is found out', async () => {
    const outcome = await killAgainAndAgain({ kills: 3, seed: 8, faults: ['commits-after-puback'] });
    expect(outcome.lost.length).toBeGreaterThan(0);
  }, 120_000);
});

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(condition: () => boolean, what: string, ms = 20_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(10);
  }
}
