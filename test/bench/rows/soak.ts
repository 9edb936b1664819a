import { makeFleet } from '../../support/granted-fleet.ts';
import { type Bench, type Goal, measured, type Measured, type Part } from '../bench.ts';
import { GatewayGround, type GatewayServer } from '../gateway-server.ts';
import { openFiles, residentBytes } from '../pinned-process.ts';
import { stretchGrants } from '../seed-views.ts';
import { median } from '../statistics.ts';

const goal: Goal = {
  row: 'soak',
  measure: 'soak at half load: resident memory of the last third, of that of the second',
  sign: '<=',
  than: 1.05,
  unit: 'and no more open files',
};
const deviceCount = 200;
const slices = 12;
const fourHoursMs = 4 * 3_600_000;

interface Sample {
  readonly resident: number;
  readonly heap: number;
  readonly buffers: number;
  readonly files: number;
  readonly p99: number;
}

/** The whole pipeline, durable, 200 devices, for as long as `--minutes` says; looked at twelve times, after collecting garbage. */
export const soak: Part = {
  goals: [goal],
  onRequest: true,
  run: async (bench) => {
    const ground = await GatewayGround.prepare();
    try {
      const fleet = await ground.within(async ({ app }) => {
        const made = await makeFleet(app, { devices: deviceCount, granted: true });
        await stretchGrants(app, { expiresAt: app.clock.now() + fourHoursMs });
        return made;
      });
      const server = await ground.serve();
      try {
        await bench.generator.open({ fleet: 'soak', port: server.port, devices: fleet, packets: 64, subscribe: false });
        return [await soaked(bench, server)];
      } finally {
        await bench.generator.close('soak');
        await server.close();
      }
    } finally {
      ground.clean();
    }
  },
};

async function soaked(bench: Bench, server: GatewayServer): Promise<Measured> {
  const most = await bench.generator.flood('soak', 10, 3_000);
  const perSecond = Math.round(most.messages / most.seconds / 2);
  const samples: Sample[] = [];
  let messages = 0;
  for (let slice = 0; slice < slices; slice += 1) {
    bench.tell(`soak: ${slice + 1} of ${slices}, ${perSecond}/s`);
    // In pieces: the generator keeps the time of each message of one.
    const pieces = Math.ceil((bench.minutes * 60) / slices / 10);
    const times: number[] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      const load = await bench.generator.pace('soak', perSecond, (bench.minutes * 60_000) / slices / pieces);
      messages += load.messages;
      times.push(load.acknowledged?.p99 ?? Number.NaN);
    }
    await server.collectGarbage();
    const metrics = await server.metrics();
    const told = (name: string) => metrics.get(name) ?? Number.NaN;
    samples.push({
      resident: residentBytes(server.pid),
      heap: told('nodejs_heap_size_used_bytes'),
      buffers: told('process_array_buffers_bytes'),
      files: openFiles(server.pid),
      p99: median(times),
    });
  }
  const third = (from: number, pick: keyof Sample) =>
    median(samples.slice(from, from + slices / 3).map((sample) => sample[pick]));
  const mib = (pick: 'resident' | 'heap' | 'buffers') =>
    [0, slices / 3, (slices / 3) * 2].map((from) => (third(from, pick) / 2 ** 20).toFixed(0)).join(', ');
  const [before, after] = [third(slices / 3, 'files'), third((slices / 3) * 2, 'files')];
  bench.figure({
    name: 'soak',
    text: `by thirds: resident ${mib('resident')} MiB, of the main thread's heap ${mib('heap')} and its buffers ${mib('buffers')}; PUBACK p99 ${median(samples.map(({ p99 }) => p99)).toFixed(1)} ms`,
  });
  const ratio = third((slices / 3) * 2, 'resident') / third(slices / 3, 'resident');
  const note = `${messages} messages in ${bench.minutes} min at ${perSecond}/s; open files ${before}, then ${after}`;
  const row = measured(goal, ratio, 1, note);
  return { ...row, pass: row.pass && after <= before };
}
