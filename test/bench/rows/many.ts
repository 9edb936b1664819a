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
/** Half of what a hundred reach, within bounds: with fewer, what the gateway does anyway would be counted as theirs. */
const leastPerSecond = 1_000;
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
  const ours: Growth[] = [];
  const theirs: Growth[] = [];
  for (let run = 0; run < runs; run += 1) {
    bench.tell(`many: memory of idle connections, ${run + 1} of ${runs}`);
    ours.push(await growth(bench, await ground.serve(), fleet));
    theirs.push(await growth(bench, await startPeer('aedes'), fleet));
  }
  const kib = (of: readonly Growth[], pick: keyof Growth) => (median(of.map((one) => one[pick])) / 1_024).toFixed(1);
  const text = (pick: keyof Growth) => `${kib(ours, pick)} against ${kib(theirs, pick)} KiB a connection`;
  bench.figure({ name: 'idle', text: `${text('collected')} after collecting garbage, ${text('asItIs')} before` });
  const pairs = ours.flatMap(({ collected }, run) => {
    const other = theirs[run];
    return other ? [{ ours: collected, theirs: other.collected }] : [];
  });
  return ratioRow(goals.idle, pairs, `${text('collected')}, ${fleet.length} of them, after collecting garbage`);
}

/** Resident bytes a connection. */
interface Growth {
  /** Right after the last has connected, with whatever garbage that has made. */
  readonly asItIs: number;
  readonly collected: number;
}

async function growth(bench: Bench, server: Weighable, devices: readonly FleetDevice[]): Promise<Growth> {
  const collect = async (): Promise<number> => {
    await server.collectGarbage();
    await sleep(500);
    await server.collectGarbage();
    return residentBytes(server.pid);
  };
  try {
    const before = await collect();
    await bench.generator.open({ fleet: 'idle', devices, port: server.port, packets: 1, subscribe: true });
    await sleep(500);
    const asItIs = (residentBytes(server.pid) - before) / devices.length;
    return { asItIs, collected: ((await collect()) - before) / devices.length };
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
    const perSecond = Math.max(leastPerSecond, Math.min(mostPerSecond, Math.round(most.messages / most.seconds / 2)));
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
