import { join } from 'node:path';
import { type FleetDevice, makeFleet } from '../../support/granted-fleet.ts';
import { type Bench, type Goal, type Measured, missing, type Part, ratioRow, sleep } from '../bench.ts';
import { GatewayGround, type GatewayServer } from '../gateway-server.ts';
import type { LoadResult } from '../load/load-process.ts';
import { type Server, startMosquitto, startPeer } from '../peers/start-peer.ts';
import { cpuSeconds } from '../pinned-process.ts';
import { median } from '../statistics.ts';

/** 200 devices, QoS 1, 12 metrics a message; a message's cost is the server's processor time, all of its threads. */
const deviceCount = 200;
const packets = 64;
const idleShare = 0.03;

const goals = {
  bare: goal('bare', 'durable pipeline, 10 in flight, against bare', 1),
  mosquitto: goal('mosquitto', 'durable pipeline, 10 in flight, against Mosquitto keeping nothing', 1.6),
  bareOne: goal('bare-1', 'durable pipeline, 1 in flight, against bare', 0.7),
  rows: goal('aedes-rows', 'durable pipeline, 10 in flight, against aedes + protobufjs + row inserts, durable', 3),
} as const;

type Name = 'gateway' | 'bare' | 'hand' | 'aedes' | 'aedes-rows' | 'mosquitto';
type Window = 1 | 10;

/** One server in one round. */
interface Run extends LoadResult {
  readonly cpuSeconds: number;
}

export const ingest: Part = {
  goals: Object.values(goals),
  run: async (bench, wanted) => {
    bench.tell('ingest: registering and granting 200 devices');
    const ground = await GatewayGround.prepare();
    const servers = new Map<Name, Server>();
    try {
      const fleet = await ground.within((gateway) => makeFleet(gateway.app, { devices: deviceCount, granted: true }));
      const gateway = await ground.serve();
      servers.set('gateway', gateway);
      for (const name of ['bare', 'hand', 'aedes'] as const) servers.set(name, await startPeer(name));
      servers.set('aedes-rows', await startPeer('aedes-rows', [join(ground.folder, 'rows.sqlite')]));
      const mosquitto = await startMosquitto(ground.folder);
      if (mosquitto) servers.set('mosquitto', mosquitto);
      const runs = await interleaved(bench, { servers, fleet, gateway });
      return rows(bench, runs, wanted);
    } finally {
      for (const name of servers.keys()) await bench.generator.close(name);
      for (const server of servers.values()) await server.close();
      ground.clean();
    }
  },
};

/** Of the gateway under the load of the first row: functions by self time of each thread. */
export async function profileIngest(bench: Bench): Promise<string> {
  const ground = await GatewayGround.prepare();
  try {
    const fleet = await ground.within((gateway) => makeFleet(gateway.app, { devices: deviceCount, granted: true }));
    const gateway = await ground.serve();
    try {
      await open(bench, 'gateway', gateway, fleet);
      await bench.generator.flood('gateway', 10, 3_000);
      await gateway.profile();
      const from = cpuSeconds(gateway.pid);
      const load = await bench.generator.flood('gateway', 10, 6_000);
      await sleep(1_000);
      const used = cpuSeconds(gateway.pid) - from;
      const threads = (await gateway.profiled()).filter(({ busySeconds }) => busySeconds > 0.05);
      const head = `gateway, 10 in flight, profiled: ${load.messages} messages, ${used.toFixed(2)} CPU s`;
      const lines = threads.flatMap(({ thread, busySeconds, top }) => [
        `\n${thread}: busy ${busySeconds.toFixed(2)} s`,
        ...top.map(({ share, name }) => `${(share * 100).toFixed(1).padStart(6)} %  ${name}`),
      ]);
      return [head, ...lines].join('\n');
    } finally {
      await bench.generator.close('gateway');
      await gateway.close();
    }
  } finally {
    ground.clean();
  }
}

async function open(
  bench: Bench,
  name: string,
  { port }: { readonly port: number },
  devices: readonly FleetDevice[],
): Promise<void> {
  await bench.generator.open({ fleet: name, port, devices, packets, subscribe: false });
}

async function interleaved(
  bench: Bench,
  of: { servers: ReadonlyMap<Name, Server>; fleet: readonly FleetDevice[]; gateway: GatewayServer },
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const { servers, gateway } = of;
  const ms = bench.quick ? 1_200 : 2_500;
  const turns: readonly (readonly [Name, Window])[] = [
    ...[...servers.keys()].map((name) => [name, 10] as const),
    ['gateway', 1],
    ['bare', 1],
  ];
  const looks = new Map<Name, Look>();
  for (const [name, server] of servers) {
    await open(bench, name, server, of.fleet);
    await bench.generator.flood(name, 10, bench.quick ? 1_000 : 2_000);
    await bench.generator.flood(name, 1, 500);
    looks.set(name, new Look(server.pid));
  }
  for (const look of looks.values()) await look.untilIdle();
  for (let round = 0; round < bench.rounds; round += 1) {
    for (let index = 0; index < turns.length; index += 1) {
      // Nobody has always the same one before it.
      const [name, window] = turns[(index + round * 3) % turns.length] ?? ['bare', 10];
      bench.tell(`ingest: round ${round + 1} of ${bench.rounds}, ${name}, ${window} in flight`);
      const before = name === 'gateway' ? await stored(gateway) : 0;
      const load = await looks.get(name)?.around(`${name} ${window}`, () => bench.generator.flood(name, window, ms));
      if (name === 'gateway' && load && (await stored(gateway)) - before !== load.messages)
        throw new Error('The gateway acknowledged what it did not store');
    }
  }
  const runs = new Map<string, readonly Run[]>();
  for (const look of looks.values()) for (const [key, found] of await look.finish()) runs.set(key, found);
  return runs;
}

async function stored(gateway: GatewayServer): Promise<number> {
  return (await gateway.metrics()).get('diag_messages_settled_total{outcome="stored"}') ?? Number.NaN;
}

/**
 * Counts a server's processor time from the begin of one load to the begin of its next, or until it is idle after the last:
 * what it does later (a journal made into blocks, a checkpoint) belongs to the messages that caused it.
 */
class Look {
  readonly #pid: number;
  readonly #runs: { readonly key: string; readonly load: LoadResult; readonly from: number; to: number }[] = [];

  constructor(pid: number) {
    this.#pid = pid;
  }

  async around(key: string, load: () => Promise<LoadResult>): Promise<LoadResult> {
    const from = cpuSeconds(this.#pid);
    const last = this.#runs.at(-1);
    if (last) last.to = from;
    const run = { key, load: await load(), from, to: 0 };
    this.#runs.push(run);
    return run.load;
  }

  async untilIdle(): Promise<void> {
    for (let left = 60; left > 0; left -= 1) {
      const from = cpuSeconds(this.#pid);
      await sleep(500);
      if (cpuSeconds(this.#pid) - from <= idleShare * 0.5) return;
    }
  }

  async finish(): Promise<ReadonlyMap<string, readonly Run[]>> {
    await this.untilIdle();
    const last = this.#runs.at(-1);
    if (last) last.to = cpuSeconds(this.#pid);
    const runs = new Map<string, Run[]>();
    for (const { key, load, from, to } of this.#runs)
      runs.set(key, [...(runs.get(key) ?? []), { ...load, cpuSeconds: to - from }]);
    return runs;
  }
}

function rows(
  bench: Bench,
  runs: ReadonlyMap<string, readonly Run[]>,
  wanted: ReadonlySet<string>,
): readonly Measured[] {
  for (const [key, all] of runs) bench.figure({ name: `ingest ${key}`, text: figureText(all) });
  const against = (it: Goal, name: Name, window: Window): Measured => {
    const ours = runs.get(`gateway ${window}`) ?? [];
    const theirs = runs.get(`${name} ${window}`);
    if (!theirs) return missing(it, `${name} is not installed (apt-get install ${name})`);
    const pairs = theirs.flatMap((run, round) => {
      const own = ours[round];
      return own ? [{ ours: perSecond(own), theirs: perSecond(run) }] : [];
    });
    const slowest = Math.max(...[...ours, ...theirs].map(({ ownShare }) => ownShare));
    const busy = slowest > 0.85 ? `; the generator itself used ${(slowest * 100).toFixed(0)} % of its core` : '';
    return ratioRow(it, pairs, `${kilo(ours)} against ${kilo(theirs)} k/cs${busy}`);
  };
  const all: readonly (readonly [Goal, Measured])[] = [
    [goals.bare, against(goals.bare, 'bare', 10)],
    [goals.mosquitto, against(goals.mosquitto, 'mosquitto', 10)],
    [goals.bareOne, against(goals.bareOne, 'bare', 1)],
    [goals.rows, against(goals.rows, 'aedes-rows', 10)],
  ];
  return all.filter(([{ row }]) => wanted.has(row)).map(([, row]) => row);
}

function perSecond(run: Run): number {
  return run.messages / run.cpuSeconds;
}

function kilo(runs: readonly Run[]): string {
  return (median(runs.map(perSecond)) / 1_000).toFixed(1);
}

function figureText(runs: readonly Run[]): string {
  const of = (pick: (run: Run) => number) => median(runs.map(pick));
  const share = (value: number) => `${(value * 100).toFixed(0).padStart(3)} %`;
  const rate = `${(of((run) => run.messages / run.seconds) / 1_000).toFixed(1).padStart(6)} k/s`;
  const server = share(of((run) => run.cpuSeconds / run.seconds));
  return `${kilo(runs).padStart(6)} k/cs  ${rate}  server ${server}  generator ${share(of((run) => run.ownShare))}`;
}

function goal(row: string, measure: string, than: number): Goal {
  return { row, measure, sign: '>=', than };
}
