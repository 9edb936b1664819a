/** Thousands of devices in a process of its own, which keep what they say until it is acknowledged; told over IPC what to do. */
import { performance } from 'node:perf_hooks';
import type { Socket } from 'node:net';
import { compareWithStore, sleep, until } from '../crash/kill-run.ts';
import { Publisher } from '../crash/publisher.ts';
import type { FleetDevice } from '../support/granted-fleet.ts';

export type HerdOrder =
  /** From which addresses they come: a port has 28,000 others at the usual setting, an address each. */
  | {
      readonly do: 'open';
      readonly fleet: readonly FleetDevice[];
      readonly addresses: readonly string[];
      readonly host: string;
      readonly port: number;
    }
  /** So many a second of all together, from now on, connected or not. */
  | { readonly do: 'publish'; readonly perSecond: number }
  /** All at once: every other one tells the gateway, the rest fall silent. */
  | { readonly do: 'drop' }
  | { readonly do: 'reconnect' }
  /** Nothing new is said; what is kept is acknowledged. */
  | { readonly do: 'settle' }
  | { readonly do: 'compare'; readonly file: string }
  | { readonly do: 'end' };

export interface Reconnected {
  /** From the first attempt, ms: half of them, and the last one, were told yes. */
  readonly halfMs: number;
  readonly lastMs: number;
  /** And everything that was kept until then was acknowledged. */
  readonly settledMs: number;
  /** Attempts that ended without any answer, and were made again. */
  readonly again: number;
  /** CONNACKs that said no. */
  readonly refused: number;
  /** Processor time of this process meanwhile. */
  readonly ownSeconds: number;
  /** Messages that were kept over the outage. */
  readonly kept: number;
}

export interface Compared {
  readonly acknowledged: number;
  readonly stored: number;
  readonly lost: number;
  readonly storedTwice: number;
  readonly neverSent: number;
  readonly outOfOrder: number;
}

const openAtOnce = 100;
const patienceMs = 600_000;
const tickMs = 5;
let publishers: readonly Publisher[] = [];
let url = { host: '127.0.0.1', port: 0 };
let publishing: NodeJS.Timeout | undefined;
const silent: Socket[] = [];

process.on('message', ({ id, order }: { readonly id: number; readonly order: HerdOrder }) => {
  obey(order).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function obey(order: HerdOrder): Promise<unknown> {
  switch (order.do) {
    case 'open':
      return open(order);
    case 'publish':
      return publish(order.perSecond);
    case 'drop':
      return drop();
    case 'reconnect':
      return reconnect();
    case 'settle':
      clearInterval(publishing);
      await until(() => publishers.every(({ unsettled }) => unsettled === 0), 'the last acknowledgements', patienceMs);
      return undefined;
    case 'compare':
      return compare(order.file);
    case 'end':
      clearInterval(publishing);
      for (const publisher of publishers) publisher.end();
      for (const socket of silent.splice(0)) socket.destroy();
      return undefined;
  }
}

async function open(order: Extract<HerdOrder, { do: 'open' }>): Promise<void> {
  url = { host: order.host, port: order.port };
  publishers = order.fleet.map(
    (device, index) =>
      new Publisher({
        device,
        firstBootId: (index + 1) * 1_000,
        inFlight: 0,
        subscribes: true,
        localAddress: order.addresses[index % order.addresses.length] ?? '127.0.0.1',
      }),
  );
  for (let from = 0; from < publishers.length; from += openAtOnce) {
    const some = publishers.slice(from, from + openAtOnce);
    for (const publisher of some) publisher.connect(url);
    await until(() => some.every(({ connected }) => connected), 'connections', patienceMs);
  }
}

async function publish(perSecond: number): Promise<void> {
  const fromMs = performance.now();
  let said = 0;
  publishing = setInterval(() => {
    for (const due = ((performance.now() - fromMs) / 1_000) * perSecond; said < due; said += 1)
      publishers[said % publishers.length]?.say();
  }, tickMs);
}

async function drop(): Promise<void> {
  publishers.forEach((publisher, index) => {
    const socket = publisher.drop(index % 2 === 0 ? 'reset' : 'silent');
    if (socket && index % 2 === 1) silent.push(socket);
  });
}

async function reconnect(): Promise<Reconnected> {
  const fromMs = performance.now();
  const usedBefore = process.cpuUsage();
  const connectedMs: number[] = [];
  let settledMs = 0;
  let again = 0;
  const kept = publishers.reduce((sum, { unsettled }) => sum + unsettled, 0);
  const unsettled = new Set(publishers);
  for (const publisher of publishers) {
    // Its Birth is before all that it kept: nothing of it can be acknowledged sooner.
    const settled = (): void => {
      if (unsettled.delete(publisher)) settledMs = performance.now() - fromMs;
    };
    publisher.onConnected = () => {
      connectedMs.push(performance.now() - fromMs);
      publisher.onConnected = undefined;
      if (publisher.unsettled === 0) settled();
    };
    publisher.onSettled = settled;
    publisher.onClosed = () => {
      again += 1;
      void sleep(Math.random() * 1_000).then(() => publisher.connect(url));
    };
    publisher.connect(url);
  }
  await until(() => unsettled.size === 0, 'reconnections', patienceMs);
  for (const publisher of publishers) publisher.onSettled = undefined;
  const { user, system } = process.cpuUsage(usedBefore);
  connectedMs.sort((one, other) => one - other);
  return {
    halfMs: connectedMs[Math.floor(connectedMs.length / 2)] ?? Number.NaN,
    lastMs: connectedMs.at(-1) ?? Number.NaN,
    settledMs,
    again,
    refused: publishers.reduce((sum, { refusals }) => sum + refusals.length, 0),
    ownSeconds: (user + system) / 1e6,
    kept,
  };
}

async function compare(file: string): Promise<Compared> {
  const { lost, storedTwice, neverSent, ...outcome } = compareWithStore(file, publishers);
  return {
    acknowledged: outcome.acknowledged,
    stored: outcome.stored,
    outOfOrder: outcome.outOfOrder,
    lost: lost.length,
    storedTwice: storedTwice.length,
    neverSent: neverSent.length,
  };
}
