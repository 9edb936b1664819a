import { type FleetDevice, makeFleet } from '../../support/granted-fleet.ts';
import { type Bench, type Goal, type Measured, type Part, ratioRow, sleep } from '../bench.ts';
import { GatewayGround, type GatewayServer } from '../gateway-server.ts';
import { startPeer } from '../peers/start-peer.ts';
import { cpuSeconds, residentBytes } from '../pinned-process.ts';
import { median } from '../statistics.ts';

const goals = {
  idle: {
    row: 'idle',
    measure: 'idle device at 10,000 connections: RSS, against stock aedes',
    sign: '<=',
    than: 1.1,
  },
  many: {
    row: 'many',
    measure: 'cost a message, 10,000 devices against 100 at the same total rate',
    sign: '<=',
    than: 1.2,
  },
} as const satisfies Record<string, Goal>;

const fewCount = 100;
const mostPerSecond = 8_000;

/** 10,000 devices, each subscribed and born as devices are; granted where they have something to say. */
export const many: Part = {
  goals: Object.values(goals),
  run: async (bench, wanted) => {
    const devices = bench.quick ? 1_000 : 10_000;
    const rows: Measured[] = [];
    if (wanted.has(goals.idle.row)) rows.push(await withFleet(bench, { devices, granted: false }, idle));
    if (wanted.has(goals.many.row)) rows.push(await withFleet(bench, { devices, granted: true }, cost));
    return rows;
  },
};

async function withFleet(
  bench: Bench,
  wanted: { readonly devices: number; readonly granted: boolean },
  measure: typeof idle,
): Promise<Measured> {
  bench.tell(`many: registering ${wanted.devices} devices${wanted.granted ? ', each granted' : ''}`);
  const ground = await GatewayGround.prepare();
  try {
    const fleet = await ground.within((gateway) => makeFleet(gateway.app, wanted));
    return await measure(bench, ground, fleet);
  } finally {
    ground.clean();
  }
}

interface Weighable {
  readonly pid: number;
  readonly port: number;
  collectGarbage(): Promise<void>;
  close(): Promise<void>;
}

async function idle(bench: Bench, ground: GatewayGround, fleet: readonly FleetDevice[]): Promise<Measured> {
  const runs = bench.quick ? 1 : Math.min(bench.rounds, 3);
  const pairs: { ours: number; theirs: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    bench.tell(`many: memory of idle connections, ${run + 1} of ${runs}`);
    const ours = await bytesAConnection(bench, await ground.serve(), fleet);
    const theirs = await bytesAConnection(bench, await startPeer('aedes'), fleet);
    pairs.push({ ours, theirs });
  }
  const kib = (pick: (pair: { ours: number; theirs: number }) => number) =>
    `${(median(pairs.map(pick)) / 1_024).toFixed(1)} KiB`;
  const note = `${kib((pair) => pair.ours)} against ${kib((pair) => pair.theirs)} a connection, ${fleet.length} of them`;
  return ratioRow(goals.idle, pairs, note);
}

/** How much the process grows by a connection, after everything that nobody needs has been collected. */
async function bytesAConnection(bench: Bench, server: Weighable, devices: readonly FleetDevice[]): Promise<number> {
  const resident = async (): Promise<number> => {
    await server.collectGarbage();
    await sleep(500);
    await server.collectGarbage();
    return residentBytes(server.pid);
  };
  try {
    const before = await resident();
    await bench.generator.open({ fleet: 'idle', devices, port: server.port, packets: 1, subscribe: true });
    return ((await resident()) - before) / devices.length;
  } finally {
    await bench.generator.close('idle');
    await server.close();
  }
}

/** The same gateway program twice, with the fleet and with a hundred of it, in turns. */
async function cost(bench: Bench, ground: GatewayGround, fleet: readonly FleetDevice[]): Promise<Measured> {
  const few = await GatewayGround.prepare();
  const servers: GatewayServer[] = [];
  try {
    const hundred = await few.within((gateway) => makeFleet(gateway.app, { devices: fewCount, granted: true }));
    const [large, small] = [await ground.serve(), await few.serve()];
    servers.push(large, small);
    bench.tell('many: connecting all');
    await bench.generator.open({ fleet: 'many', port: large.port, devices: fleet, packets: 8, subscribe: true });
    await bench.generator.open({ fleet: 'few', port: small.port, devices: hundred, packets: 512, subscribe: true });
    const most = await bench.generator.flood('few', 10, 2_000);
    const perSecond = Math.max(100, Math.min(mostPerSecond, Math.round(most.messages / most.seconds / 2)));
    // Every device has spoken twice before it counts.
    await bench.generator.pace('many', perSecond, (2_000 * fleet.length) / perSecond);
    const ms = bench.quick ? 2_500 : 5_000;
    const pairs: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < bench.rounds; round += 1) {
      bench.tell(`many: round ${round + 1} of ${bench.rounds}, ${perSecond}/s`);
      const turn = async (name: 'many' | 'few') =>
        secondsAMessage(bench, name === 'many' ? large : small, name, perSecond, ms);
      const first = round % 2 === 0 ? await turn('many') : undefined;
      const theirs = await turn('few');
      pairs.push({ ours: first ?? (await turn('many')), theirs });
    }
    const micro = (values: readonly number[]) => `${(median(values) * 1e6).toFixed(1)} us`;
    const note = `${micro(pairs.map(({ ours }) => ours))} with ${fleet.length}, ${micro(pairs.map(({ theirs }) => theirs))} with ${fewCount}, at ${perSecond}/s`;
    return ratioRow(goals.many, pairs, note);
  } finally {
    await bench.generator.close('many');
    await bench.generator.close('few');
    for (const server of servers) await server.close();
    few.clean();
  }
}

async function secondsAMessage(
  bench: Bench,
  server: GatewayServer,
  fleet: string,
  perSecond: number,
  ms: number,
): Promise<number> {
  const from = cpuSeconds(server.pid);
  const { messages, skipped } = await bench.generator.pace(fleet, perSecond, ms);
  await sleep(500);
  if (skipped > 0) throw new Error(`The gateway did not keep up with ${perSecond}/s`);
  return (cpuSeconds(server.pid) - from) / messages;
}
