import { readFileSync } from 'node:fs';
import { cpuSeconds } from '../bench/pinned-process.ts';
import { stretchGrants } from '../bench/seed-views.ts';
import { sleep } from '../crash/kill-run.ts';
import { makeFleet } from '../support/granted-fleet.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { HerdDevices } from './herd-devices.ts';
import { atMost, exactly, type Figure, type Night, type NightlyPart, told } from './nightly.ts';
import { refusedLinks, toldMetrics } from './told-metrics.ts';

const perSecond = 1_000;
const fourHoursMs = 4 * 3_600_000;
const addresses = Array.from({ length: 8 }, (_, index) => `127.0.0.${index + 1}`);

export const herd: NightlyPart = {
  name: 'herd',
  about: '10,000 publishing devices lose the network and come back at once: within 30 s, nobody refused, nothing lost',
  minutes: 6,
  run: async (night) => {
    const devices = night.quick ? 500 : 10_000;
    enoughDescriptors(devices * 2);
    night.tell(`herd: registering and granting ${devices} devices`);
    const ground = await GatewayGround.prepare();
    try {
      const fleet = await ground.within(async ({ app }) => {
        const made = await makeFleet(app, { devices, granted: true });
        await stretchGrants(app, { expiresAt: app.clock.now() + fourHoursMs });
        return made;
      });
      const gateway = await ground.load();
      await gateway.start();
      const herd = await HerdDevices.start();
      try {
        const { mqttHost: host, mqttPort: port } = ground.settings;
        night.tell('herd: connecting');
        await herd.obey({ do: 'open', fleet, addresses, host, port });
        return await outage({ night, ground, herd, devices, pid: gateway.processId });
      } finally {
        await herd.end();
      }
    } finally {
      await ground.clean();
    }
  },
};

async function outage(options: {
  readonly night: Night;
  readonly ground: GatewayGround;
  readonly herd: HerdDevices;
  readonly devices: number;
  readonly pid: number;
}): Promise<readonly Figure[]> {
  const { night, ground, herd, devices, pid } = options;
  const connected = async () => (await toldMetrics(ground.settings)).get('diag_links_connected') ?? Number.NaN;
  await herd.obey({ do: 'publish', perSecond });
  await sleep(night.quick ? 3_000 : 15_000);
  const before = await connected();
  night.tell(`herd: ${before} connected and publishing; the network drops`);
  await herd.obey({ do: 'drop' });
  // Long enough that each has something to say when it comes back.
  await sleep(night.quick ? 1_000 : 5_000);
  const usedBefore = cpuSeconds(pid);
  const back = await herd.reconnect();
  const used = cpuSeconds(pid) - usedBefore;
  night.tell(`herd: the last one was back after ${(back.lastMs / 1_000).toFixed(1)} s`);
  await herd.obey({ do: 'settle' });
  const metrics = await toldMetrics(ground.settings);
  const after = metrics.get('diag_links_connected') ?? Number.NaN;
  await herd.obey({ do: 'end' });
  const compared = await herd.compare(`${ground.settings.dataFolder}/diag.sqlite`);
  const seconds = (ms: number) => ms / 1_000;
  return [
    exactly(devices, { what: 'devices connected before', value: before, note: `publishing ${perSecond}/s together` }),
    told({ what: 'half of them were back after', value: seconds(back.halfMs), unit: 's' }),
    atMost(30, {
      what: 'the last was back after',
      value: seconds(back.lastMs),
      unit: 's',
      note: 'every other one had reset its connection, the rest took over one that was still open',
    }),
    told({
      what: 'and what was kept was acknowledged after',
      value: seconds(back.settledMs),
      unit: 's',
      note: `${back.kept} messages kept over the outage, a Birth and a subscription each`,
    }),
    told({ what: 'processor time of the gateway for that', value: used, unit: 's' }),
    told({ what: 'processor time of the devices for that', value: back.ownSeconds, unit: 's' }),
    exactly(devices, { what: 'devices connected afterwards', value: after }),
    exactly(0, { what: 'CONNECTs told no', value: back.refused }),
    exactly(0, { what: 'links refused or closed by the gateway', value: refusedLinks(metrics) }),
    told({ what: 'attempts without any answer, made again', value: back.again }),
    told({ what: 'acknowledged messages', value: compared.acknowledged }),
    exactly(0, { what: 'acknowledged and not stored', value: compared.lost }),
    exactly(0, { what: 'stored twice', value: compared.storedTwice }),
    exactly(0, { what: 'stored, though never sent', value: compared.neverSent }),
    exactly(0, { what: 'acknowledged out of order', value: compared.outOfOrder }),
  ];
}

/** A socket each, and those that the other side has not noticed to be gone. Node raises its limit as far as it may itself. */
function enoughDescriptors(wanted: number): void {
  const line = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'latin1'));
  const most = line?.[1] === 'unlimited' ? Number.POSITIVE_INFINITY : Number(line?.[1]);
  if (most < wanted)
    throw new Error(`A process may open ${most} files here (ulimit -Hn), and ${wanted} sockets are needed.`);
}
