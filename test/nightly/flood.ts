import { defaultLimits } from '../../gateway/broker/limits.ts';
import { LoadGenerator } from '../bench/load/load-generator.ts';
import { median, pairedRatio } from '../bench/statistics.ts';
import { stretchGrants } from '../bench/seed-views.ts';
import { sleep } from '../crash/kill-run.ts';
import type { FleetDevice } from '../support/granted-fleet.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { makeBrandFleet } from './brand-fleets.ts';
import { HerdDevices } from './herd-devices.ts';
import { exactly, type Figure, type Night, type NightlyPart, told } from './nightly.ts';
import { refusedLinks, toldMetrics } from './told-metrics.ts';

const fourHoursMs = 4 * 3_600_000;
const calmDevices = 100;
const calmPerSecond = 400;
const times = 100;
/** How much worse the others' p99 may be. */
const mostRatio = 1.2;

interface Stage {
  readonly night: Night;
  readonly port: number;
  readonly calm: LoadGenerator;
  readonly rounds: number;
  readonly ms: number;
}

/** What disturbs the others for `ms`: begun before they are measured; the answer ends when it is over. */
type Disturbance = (round: number) => Promise<unknown>;

export const flood: NightlyPart = {
  name: 'flood',
  about: 'a device at 100 times its share, a brand of such devices, a brand that reconnects: what the others notice',
  minutes: 8,
  run: async (night) => {
    const rounds = night.quick ? 2 : 9;
    const ms = night.quick ? 2_000 : 6_000;
    const floodersOfBrand = 20;
    const herdDevices = night.quick ? 100 : 1_000;
    night.tell('flood: registering and granting');
    const ground = await GatewayGround.prepare();
    try {
      const fleets = await ground.within(async ({ app }) => {
        const made = {
          calm: await makeBrandFleet(app, { brand: 'calm', devices: calmDevices, serialsFrom: 0 }),
          // Another one each round: the share of the one before is used up for minutes.
          loud: await makeBrandFleet(app, { brand: 'loud', devices: rounds, serialsFrom: 1_000 }),
          brand: await makeBrandFleet(app, { brand: 'brand', devices: rounds * floodersOfBrand, serialsFrom: 2_000 }),
          herd: await makeBrandFleet(app, { brand: 'herd', devices: herdDevices, serialsFrom: 4_000 }),
        };
        await stretchGrants(app, { expiresAt: app.clock.now() + fourHoursMs });
        return made;
      });
      const gateway = await ground.load();
      await gateway.start();
      const port = ground.settings.mqttPort;
      const calm = await LoadGenerator.start();
      const loud = await LoadGenerator.start();
      const herd = await HerdDevices.start();
      try {
        const stage: Stage = { night, port, calm, rounds, ms };
        await calm.open({ fleet: 'calm', port, devices: fleets.calm, packets: 64, subscribe: false });
        await calm.pace('calm', calmPerSecond, ms);
        const figures = [
          ...(await measured(stage, `one device sends ${times} times its share`, floods(stage, loud, fleets.loud, 1))),
          ...(await measured(
            stage,
            `${floodersOfBrand} devices of one brand do`,
            floods(stage, loud, fleets.brand, floodersOfBrand),
          )),
        ];
        await herd.obey({ do: 'open', fleet: fleets.herd, addresses: ['127.0.0.2'], host: '127.0.0.1', port });
        await herd.obey({ do: 'publish', perSecond: herdDevices / 10 });
        const comesBack: Disturbance = async () => {
          await herd.obey({ do: 'drop' });
          await sleep(500);
          return herd.reconnect();
        };
        figures.push(...(await measured(stage, `${herdDevices} devices of one brand reconnect at once`, comesBack)));
        await herd.obey({ do: 'settle' });
        const refused = refusedLinks(await toldMetrics(ground.settings));
        return [...figures, exactly(0, { what: 'links refused or closed by the gateway', value: refused })];
      } finally {
        await Promise.all([calm.end(), loud.end(), herd.end()]);
      }
    } finally {
      await ground.clean();
    }
  },
};

/** `count` of the fleet, others each round: each offers a hundred times what it may send on average. */
function floods({ port, ms }: Stage, loud: LoadGenerator, fleet: readonly FleetDevice[], count: number): Disturbance {
  const perSecond = defaultLimits.shareMessagesASecond * times * count;
  return async (round) => {
    const devices = fleet.slice(round * count, (round + 1) * count);
    const name = `${devices[0]?.deviceId}`;
    await loud.open({ fleet: name, port, devices, packets: 256, subscribe: false });
    const { messages } = await loud.pace(name, perSecond, ms);
    await loud.close(name);
    return messages;
  };
}

/** The p99 of the calm brand's PUBACKs in pairs, with and without it, in turns. */
async function measured(stage: Stage, what: string, disturb: Disturbance): Promise<readonly Figure[]> {
  const { night, calm, rounds, ms } = stage;
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  const halves: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds && !night.enough(); round += 1) {
    const quiet = () => calm.pace('calm', calmPerSecond, ms);
    const disturbed = async () => {
      const over = disturb(round);
      over.catch(() => undefined);
      const result = await calm.pace('calm', calmPerSecond, ms);
      await over;
      await sleep(500);
      return result;
    };
    const first = round % 2 === 0 ? await quiet() : undefined;
    const ours = await disturbed();
    const theirs = first ?? (await quiet());
    const at = (pick: 'p50' | 'p99') => ({
      ours: ours.acknowledged?.[pick] ?? Number.NaN,
      theirs: theirs.acknowledged?.[pick] ?? Number.NaN,
    });
    pairs.push(at('p99'));
    halves.push(at('p50'));
    night.tell(
      `flood: ${what}: round ${round + 1} of ${rounds}, p99 ${at('p99').ours.toFixed(1)} ms, without ${at('p99').theirs.toFixed(1)} ms`,
    );
  }
  const ratio = pairedRatio(pairs);
  const ms2 = (of: typeof pairs, pick: 'ours' | 'theirs') => median(of.map((pair) => pair[pick]));
  const note = `p99 ${ms2(pairs, 'ours').toFixed(1)} ms, without ${ms2(pairs, 'theirs').toFixed(1)} ms; ${pairs.length} pairs`;
  return [
    {
      what: `${what}: p99 of another brand's PUBACKs`,
      value: ratio?.value ?? Number.NaN,
      unit: 'times',
      bound: `<= ${mostRatio}`,
      pass: ratio !== undefined && ratio.value <= mostRatio,
      low: ratio?.low ?? null,
      high: ratio?.high ?? null,
      note,
    },
    told({
      what: `${what}: p50`,
      value: ms2(halves, 'ours'),
      unit: 'ms',
      note: `without ${ms2(halves, 'theirs').toFixed(1)} ms`,
    }),
  ];
}
