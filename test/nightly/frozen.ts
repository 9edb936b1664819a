import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { GatewayGround, type GatewayServer } from '../bench/gateway-server.ts';
import { LoadGenerator } from '../bench/load/load-generator.ts';
import { median } from '../bench/statistics.ts';
import { sleep } from '../crash/kill-run.ts';
import type { ApiClient } from '../support/api-client.ts';
import { firstAdministrator } from '../support/gateway-kit.ts';
import { makeGranted } from '../support/granted-fleet.ts';
import { atMost, type Figure, moreThan, type Night, type NightlyPart, told } from './nightly.ts';

const devices = 20;
const perSecond = 2_000;

interface Stage {
  readonly night: Night;
  readonly api: ApiClient;
  readonly cases: readonly string[];
  readonly server: GatewayServer;
  readonly generator: LoadGenerator;
}

export const frozen: NightlyPart = {
  name: 'frozen',
  about: 'consoles that stop reading their WebSocket: what the devices notice',
  minutes: 4,
  run: async (night) => {
    const ground = await GatewayGround.prepare();
    try {
      const { fleet, api } = await ground.within(async (gateway) => {
        const api = await firstAdministrator({ gateway });
        const [agent] = await gateway.app.people.people();
        if (!agent) throw new Error('Nobody joined');
        const indices = Array.from({ length: devices }, (_, index) => index + 1);
        return { api, fleet: await Promise.all(indices.map(async (index) => makeGranted(gateway.app, agent, index))) };
      });
      // Ticks that wait for nothing: as many bytes as there can be.
      const server = await ground.serve({ tickMs: 0 });
      const generator = await LoadGenerator.start();
      try {
        const { port } = server;
        await generator.open({ fleet: 'watched', port, devices: fleet, packets: 256, subscribe: false });
        return await rounds({ night, api, server, generator, cases: fleet.map(({ caseId }) => caseId) });
      } finally {
        await generator.end();
        await server.close();
      }
    } finally {
      ground.clean();
    }
  },
};

interface Round {
  /** PUBACK p99, ms: nobody looks; every View's console reads; none of them does. */
  readonly nobody: number;
  readonly reading: number;
  readonly frozen: number;
}

async function rounds(stage: Stage): Promise<readonly Figure[]> {
  const { night, server } = stage;
  const count = night.quick ? 2 : 9;
  const all: Round[] = [];
  let stuck = 0;
  const looked = async (isFrozen: boolean): Promise<number> => {
    const consoles = await open(stage);
    if (isFrozen) for (const console of consoles) console.pause();
    // Until what they do not take stands in every buffer.
    await pace(stage, night.quick ? 2_000 : 4_000);
    const found = await pace(stage, night.quick ? 2_000 : 5_000);
    if (isFrozen) stuck = Math.max(stuck, waitingBytes(Number(new URL(server.httpUrl).port)));
    for (const console of consoles) console.terminate();
    await sleep(300);
    return found;
  };
  await looked(false);
  for (let round = 0; round < count && !night.enough(); round += 1) {
    const first = round % 2 === 0 ? await looked(false) : undefined;
    const frozen = await looked(true);
    const reading = first ?? (await looked(false));
    const nobody = await pace(stage, night.quick ? 2_000 : 5_000);
    all.push({ nobody, reading, frozen });
    night.tell(
      `frozen: round ${round + 1} of ${count}, p99 ${frozen.toFixed(1)} ms, reading ${reading.toFixed(1)} ms, nobody ${nobody.toFixed(1)} ms`,
    );
  }
  const of = (pick: keyof Round) => median(all.map((round) => round[pick]));
  const differences = all.map(({ frozen, reading }) => frozen - reading);
  return [
    atMost(5, {
      what: `PUBACK p99 with ${devices} frozen consoles, less that with the same reading (median of the pairs)`,
      value: median(differences),
      unit: 'ms',
      note: `${of('frozen').toFixed(1)} ms, reading ${of('reading').toFixed(1)} ms; medians of ${all.length} pairs`,
    }),
    told({ what: 'the largest difference of a pair', value: Math.max(...differences), unit: 'ms' }),
    told({ what: 'without any console', value: of('nobody'), unit: 'ms', note: 'which costs no frames to be made' }),
    moreThan(100, { what: 'stood in the system for one console that did not read', value: stuck / 1_024, unit: 'KiB' }),
  ];
}

/** A socket on each View's live session; read for as long as nobody pauses it. */
async function open({ api, cases, server }: Stage): Promise<readonly WebSocket[]> {
  return Promise.all(
    cases.map(async (caseId) => {
      const { ticket } = await api.ticket(caseId);
      const socket = new WebSocket(`${server.httpUrl.replace('http', 'ws')}/api/v1/live?ticket=${ticket}`, {
        origin: server.httpUrl,
        headers: { cookie: api.cookie },
        perMessageDeflate: false,
      });
      socket.on('error', () => undefined);
      await once(socket, 'open');
      return socket;
    }),
  );
}

/** The PUBACK p99 of so long, ms. */
async function pace({ generator }: Stage, ms: number): Promise<number> {
  return (await generator.pace('watched', perSecond, ms)).acknowledged?.p99 ?? Number.NaN;
}

/** The most that the system holds unsent for one connection from this port. proc(5), /proc/net/tcp. */
function waitingBytes(port: number): number {
  const rows = readFileSync('/proc/net/tcp', 'latin1').trim().split('\n').slice(1);
  const queues = rows
    .map((row) => row.trim().split(/\s+/))
    .filter((fields) => Number.parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)
    .map((fields) => Number.parseInt(fields[4]?.split(':')[0] ?? '0', 16));
  return Math.max(0, ...queues);
}
