import { makeGranted } from '../../support/granted-fleet.ts';
import { firstAdministrator } from '../../support/gateway-kit.ts';
import { type Bench, type Goal, type Part, ratioRow } from '../bench.ts';
import { GatewayGround } from '../gateway-server.ts';
import type { LoadResult } from '../load/load-process.ts';
import type { Watch } from '../load/watcher.ts';
import { startPeer } from '../peers/start-peer.ts';
import { median } from '../statistics.ts';

const goal: Goal = {
  row: 'live',
  measure: 'publish to WebSocket frame at 2,000/s, p99, durable, against stock aedes + ws without store',
  sign: '<=',
  than: 1.5,
};
const deviceCount = 20;
const perSecond = 2_000;

/** Every device is watched by a WebSocket of its own; the gateway's ticks wait for nothing. */
export const live: Part = {
  goals: [goal],
  run: async (bench) => {
    bench.tell('live: 20 devices, each watched');
    const ground = await GatewayGround.prepare();
    try {
      const { fleet, api } = await ground.within(async (gateway) => {
        const api = await firstAdministrator({ gateway });
        const [agent] = await gateway.app.people.people();
        if (!agent) throw new Error('Nobody joined');
        const indices = Array.from({ length: deviceCount }, (_, index) => index + 1);
        return { api, fleet: await Promise.all(indices.map(async (index) => makeGranted(gateway.app, agent, index))) };
      });
      const gateway = await ground.serve({ tickMs: 0 });
      const peer = await startPeer('aedes');
      try {
        const common = { devices: fleet, packets: 256, subscribe: false };
        await bench.generator.open({ fleet: 'live gateway', port: gateway.port, ...common });
        await bench.generator.open({ fleet: 'live aedes', port: peer.port, ...common });
        const { httpUrl } = gateway;
        const watches = fleet.map(async ({ caseId }): Promise<Watch> => {
          const { ticket } = await api.ticket(caseId);
          const url = `${httpUrl.replace('http', 'ws')}/api/v1/live?ticket=${ticket}`;
          return { url, cookie: api.cookie, origin: httpUrl, speaks: 'session' };
        });
        await bench.generator.watch('live gateway', await Promise.all(watches));
        const plain = fleet.map(({ deviceId }): Watch => {
          return { url: `ws://127.0.0.1:${peer.wsPort}/${deviceId}`, speaks: 'telemetry' };
        });
        await bench.generator.watch('live aedes', plain);
        return [await rounds(bench)];
      } finally {
        await bench.generator.close('live gateway');
        await bench.generator.close('live aedes');
        await peer.close();
        await gateway.close();
      }
    } finally {
      ground.clean();
    }
  },
};

async function rounds(bench: Bench) {
  const ms = bench.quick ? 2_000 : 4_000;
  const both: { readonly gateway: LoadResult; readonly aedes: LoadResult }[] = [];
  for (const name of ['live gateway', 'live aedes']) await bench.generator.pace(name, perSecond, ms);
  for (let round = 0; round < bench.rounds; round += 1) {
    bench.tell(`live: round ${round + 1} of ${bench.rounds}`);
    const run = async (name: 'gateway' | 'aedes') => bench.generator.pace(`live ${name}`, perSecond, ms);
    const first = round % 2 === 0 ? await run('gateway') : undefined;
    const aedes = await run('aedes');
    both.push({ gateway: first ?? (await run('gateway')), aedes });
  }
  for (const name of ['gateway', 'aedes'] as const) {
    const results = both.map((pair) => pair[name]);
    const ms = (pick: (result: LoadResult) => number | undefined) =>
      `${median(results.map((result) => pick(result) ?? Number.NaN)).toFixed(2)} ms`;
    const shown = `shown p50 ${ms(({ shown }) => shown?.p50)} p99 ${ms(({ shown }) => shown?.p99)}`;
    const acknowledged = `PUBACK p99 ${ms((result) => result.acknowledged?.p99)}`;
    const generator = `generator ${(median(results.map(({ ownShare }) => ownShare)) * 100).toFixed(0)} %`;
    bench.figure({ name: `live ${name}`, text: `${shown}  ${acknowledged}  ${generator}` });
  }
  for (const { gateway, aedes } of both)
    for (const { shown, messages } of [gateway, aedes])
      if (shown?.count !== messages) throw new Error(`${shown?.count} of ${messages} messages were shown`);
  const pairs = both.map(({ gateway, aedes }) => ({
    ours: gateway.shown?.p99 ?? Number.NaN,
    theirs: aedes.shown?.p99 ?? Number.NaN,
  }));
  return ratioRow(goal, pairs, `${deviceCount} devices, a WebSocket each; ticks of 0 ms instead of 100`);
}
