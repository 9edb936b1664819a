import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { stretchGrants } from '../bench/seed-views.ts';
import { visitKeptFrames } from '../support/database.ts';
import type { Fault } from '../support/gateway-process.ts';
import { makeFleet } from '../support/granted-fleet.ts';
import { Random } from '../support/random.ts';
import type { GatewayGround } from '../support/spawn-gateway.ts';
import { Publisher } from './publisher.ts';

export interface KillRun {
  readonly ground: GatewayGround;
  readonly devices: number;
  readonly kills: number;
  readonly seed: number;
  readonly faults?: readonly Fault[];
  /** After each kill. */
  readonly killed?: (kill: number, acknowledged: number) => void;
  /** Asked before each: no more kills. */
  readonly enough?: () => boolean;
}

export interface Outcome {
  /** While devices published. */
  readonly kills: number;
  readonly acknowledged: number;
  readonly stored: number;
  /** (view, boot, seq) that were acknowledged and are not in the store. */
  readonly lost: readonly string[];
  readonly storedTwice: readonly string[];
  /** In the store, though no device ever sent it. */
  readonly neverSent: readonly string[];
  readonly outOfOrder: number;
  /** CONNECTs that were refused. */
  readonly refused: number;
}

const fourHoursMs = 4 * 3_600_000;

/**
 * A PUBACK means "on disk in every View that admits it". The gateway is killed with SIGKILL while devices publish, as
 * often as it is started again. What this does not prove: the kernel's page cache survives a kill, so that power loss is
 * covered only by synchronous = FULL doing what it says.
 */
export async function killAgainAndAgain(options: KillRun): Promise<Outcome> {
  const { ground, devices } = options;
  let { kills } = options;
  const fleet = await ground.within(async ({ app }) => {
    const made = await makeFleet(app, { devices, granted: true });
    await stretchGrants(app, { expiresAt: app.clock.now() + fourHoursMs });
    return made;
  });
  const publishers = fleet.map((device, index) => new Publisher({ device, firstBootId: (index + 1) * 1_000 }));
  const url = { host: ground.settings.mqttHost, port: ground.settings.mqttPort };
  const random = new Random(options.seed);
  const acknowledged = () => publishers.reduce((sum, publisher) => sum + publisher.acknowledged, 0);

  let next = ground.load(options);
  for (let kill = 0; kill <= kills; kill += 1) {
    const gateway = await next;
    await gateway.start();
    if (options.enough?.()) kills = kill;
    if (kill < kills) next = ground.load(options);
    // Awaited in the next round; when this one fails, it is killed unheard.
    next.catch(() => undefined);
    const before = acknowledged();
    // Every fourth device boots anew each time, the others resend what they kept.
    publishers.forEach((publisher, index) => publisher.connect(url, kill > 0 && index % 4 === 0));
    await until(() => acknowledged() - before > devices, 'acknowledged messages');
    if (kill === kills) {
      for (const publisher of publishers) publisher.stop();
      await until(() => publishers.every(({ unsettled }) => unsettled === 0), 'the last acknowledgements');
    } else await sleep(random.next() * 400);
    await gateway.kill();
    await until(() => publishers.every(({ connected }) => !connected), 'closed connections');
    options.killed?.(kill + 1, acknowledged());
  }
  for (const publisher of publishers) publisher.end();
  return { kills, ...compareWithStore(`${ground.settings.dataFolder}/diag.sqlite`, publishers) };
}

/** What devices were told, and what is on disk. */
export function compareWithStore(file: string, publishers: readonly Publisher[]): Omit<Outcome, 'kills'> {
  /** How often each seq of a (view, boot) is there. */
  const stored = new Map<string, Map<number, number>>();
  let frames = 0;
  const db = openForReading(file);
  try {
    visitKeptFrames(db, ({ viewId, bootId, seq }) => {
      frames += 1;
      const key = `${viewId} ${bootId}`;
      const seqs = stored.get(key) ?? new Map<number, number>();
      stored.set(key, seqs.set(seq, (seqs.get(seq) ?? 0) + 1));
    });
  } finally {
    db.close();
  }
  const lost: string[] = [];
  const storedTwice: string[] = [];
  const neverSent: string[] = [];
  for (const { device, boots } of publishers)
    for (const boot of boots) {
      const key = `${device.viewId} ${boot.id.toString(16).padStart(16, '0')}`;
      const seqs = stored.get(key) ?? new Map<number, number>();
      stored.delete(key);
      for (const seq of boot.acknowledged) if (!seqs.has(seq)) lost.push(`${key} ${seq}`);
      for (const [seq, times] of seqs) {
        if (times > 1) storedTwice.push(`${key} ${seq}`);
        if (seq < 1 || seq >= boot.nextSeq) neverSent.push(`${key} ${seq}`);
      }
    }
  // Of a View or a boot that nobody has.
  for (const [key, seqs] of stored) for (const seq of seqs.keys()) neverSent.push(`${key} ${seq}`);
  const sum = (pick: (publisher: Publisher) => number) =>
    publishers.reduce((sum, publisher) => sum + pick(publisher), 0);
  return {
    acknowledged: sum((publisher) => publisher.acknowledged),
    stored: frames,
    lost,
    storedTwice,
    neverSent,
    outOfOrder: sum((publisher) => publisher.outOfOrder),
    refused: sum((publisher) => publisher.refusals.length),
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function until(condition: () => boolean, what: string, ms = 120_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await sleep(10);
  }
}
