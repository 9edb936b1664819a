import { performance } from 'node:perf_hooks';
import type { SqliteStore } from '../../../gateway/store/sqlite/sqlite-store.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { firstAdministrator } from '../../support/gateway-kit.ts';
import { type FleetDevice, makeGranted } from '../../support/granted-fleet.ts';
import { quantile } from '../../lab/score/statistics.ts';
import { type Bench, type Goal, type Measured, type Part, ratioRow, sleep } from '../bench.ts';
import { GatewayGround, type GatewayServer } from '../gateway-server.ts';
import { leaveServerCore } from '../pinned-process.ts';
import { seedViews } from '../seed-views.ts';
import { median } from '../statistics.ts';
import { benchMetrics } from '../telemetry-packets.ts';

const goal: Goal = {
  row: 'history',
  measure: '24 h at 1 Hz, 12 metrics, as 500 points, while ingesting at half load: p99, against the same at rest',
  sign: '<=',
  than: 3,
  unit: 'and <= 100 ms',
};
const mostMs = 100;
const deviceCount = 200;
const points = 500;
const dayMs = 86_400_000;
const betweenMs = 10;

interface Queried {
  readonly server: GatewayServer;
  readonly api: ApiClient;
  readonly caseId: string;
}

/** Over HTTP, as a console asks; one View with a day in it, and 200 others that ingest. */
export const history: Part = {
  goals: [goal],
  run: async (bench) => {
    bench.tell('history: a day of one View, and 200 others');
    const seconds = bench.quick ? 14_400 : dayMs / 1_000;
    const ground = await GatewayGround.prepare();
    try {
      const { fleet, api, caseId } = await ground.within(async (gateway) => {
        const { app } = gateway;
        const api = await firstAdministrator({ gateway });
        const [agent] = await app.people.people();
        if (!agent) throw new Error('Nobody joined');
        const day = await makeGranted(app, agent, 0);
        await seedViews(app, [day], seconds);
        await (app.frames as SqliteStore).compact();
        const fleet: FleetDevice[] = [];
        for (let index = 1; index <= deviceCount; index += 1) fleet.push(await makeGranted(app, agent, index));
        return { fleet, api, caseId: day.caseId };
      });
      const server = await ground.serve();
      leaveServerCore();
      try {
        await bench.generator.open({
          fleet: 'history',
          port: server.port,
          devices: fleet,
          packets: 64,
          subscribe: false,
        });
        return [await rounds(bench, { server, api, caseId }, seconds * 1_000)];
      } finally {
        await bench.generator.close('history');
        await server.close();
      }
    } finally {
      ground.clean();
    }
  },
};

async function rounds(bench: Bench, queried: Queried, spanMs: number): Promise<Measured> {
  const queries = bench.quick ? 50 : 100;
  const most = await bench.generator.flood('history', 10, 3_000);
  const perSecond = Math.round(most.messages / most.seconds / 2);
  await askOften(queried, queries / 2, spanMs);
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  const middles = { loaded: [] as number[], rest: [] as number[] };
  const acknowledged = { asked: [] as number[], alone: [] as number[] };
  for (let round = 0; round < bench.rounds; round += 1) {
    bench.tell(`history: round ${round + 1} of ${bench.rounds}, at rest and at ${perSecond}/s`);
    await sleep(500);
    const rest = await askOften(queried, queries, spanMs);
    const lasts = queries * (betweenMs + (median(rest) + 10) * 2);
    const alone = async () => {
      const load = await bench.generator.pace('history', perSecond, lasts);
      acknowledged.alone.push(load.acknowledged?.p99 ?? Number.NaN);
    };
    // Nobody always has the archiver's passes after it that the other has caused.
    if (round % 2 === 0) await alone();
    const loading = bench.generator.pace('history', perSecond, lasts);
    await sleep(300);
    const loaded = await askOften(queried, queries, spanMs);
    acknowledged.asked.push((await loading).acknowledged?.p99 ?? Number.NaN);
    if (round % 2 === 1) await alone();
    pairs.push({ ours: p99(loaded), theirs: p99(rest) });
    middles.loaded.push(median(loaded));
    middles.rest.push(median(rest));
  }
  const ours = median(pairs.map((pair) => pair.ours));
  const theirs = median(pairs.map((pair) => pair.theirs));
  const [asked, alone] = [median(acknowledged.asked), median(acknowledged.alone)];
  const acknowledgedText = `${asked.toFixed(1)} ms meanwhile, ${alone.toFixed(1)} ms with nobody asking`;
  bench.figure({
    name: 'history',
    text: `p50 ${median(middles.loaded).toFixed(1)} p99 ${ours.toFixed(1)} ms at ${perSecond}/s, p50 ${median(middles.rest).toFixed(1)} p99 ${theirs.toFixed(1)} ms at rest; PUBACK p99 ${acknowledgedText}`,
  });
  const note = `p99 ${ours.toFixed(1)} ms while ingesting ${perSecond}/s (half of what 10 in flight reached), ${theirs.toFixed(1)} ms at rest; PUBACK p99 ${acknowledgedText}; ${queries} queries a round over HTTP, one after the other`;
  const row = ratioRow(goal, pairs, note);
  return { ...row, pass: row.pass && ours <= mostMs };
}

/** How long each took to arrive whole, ms; one after the other. */
async function askOften(queried: Queried, times: number, spanMs: number): Promise<readonly number[]> {
  const { server, api, caseId } = queried;
  const metrics = encodeURIComponent(benchMetrics.map(({ name }) => name).join(','));
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const to = Date.now();
    const begunMs = performance.now();
    const path = `/api/v1/cases/${caseId}/history?metrics=${metrics}&from=${to - spanMs}&to=${to}&points=${points}`;
    const answer = await fetch(`${server.httpUrl}${path}`, { headers: { origin: server.httpUrl, cookie: api.cookie } });
    const bytes = await answer.arrayBuffer();
    took.push(performance.now() - begunMs);
    if (time === 0) checkAnswer(answer.status, Buffer.from(bytes).toString('utf8'));
    await sleep(betweenMs);
  }
  return took;
}

function checkAnswer(status: number, text: string): void {
  if (status !== 200) throw new Error(`The query was answered with ${status}: ${text.slice(0, 200)}`);
  const { series } = JSON.parse(text) as { readonly series: Readonly<Record<string, readonly unknown[]>> };
  for (const { name } of benchMetrics) {
    const buckets = series[name]?.length ?? 0;
    if (buckets < points / 5 || buckets > points + 1) throw new Error(`${buckets} points of ${name}`);
  }
}

function p99(times: readonly number[]): number {
  return quantile(times, 0.99) ?? Number.NaN;
}
