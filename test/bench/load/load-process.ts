/** The load generator, a process of its own on the other core than the server: does what it is told over IPC. */
import { performance } from 'node:perf_hooks';
import { seededRandom } from '../../../device-sim/random.ts';
import { LoadDevice, type LoadIdentity, type LoadRun } from './load-device.ts';
import { type Watch, Watcher } from './watcher.ts';

export interface Opened {
  readonly fleet: string;
  readonly port: number;
  readonly devices: readonly LoadIdentity[];
  /** Different messages a device. */
  readonly packets: number;
  readonly subscribe: boolean;
}
export type Order =
  | ({ readonly do: 'open' } & Opened)
  /** As fast as it goes, so many of each device in flight. */
  | { readonly do: 'flood'; readonly fleet: string; readonly window: number; readonly ms: number }
  /** So many a second over all devices, whatever the answer. */
  | { readonly do: 'pace'; readonly fleet: string; readonly perSecond: number; readonly ms: number }
  /** WebSockets that show what those devices say, one a device in their order. */
  | { readonly do: 'watch'; readonly fleet: string; readonly watches: readonly Watch[] }
  | { readonly do: 'close'; readonly fleet: string };

export interface LoadResult {
  /** Sent, and acknowledged. */
  readonly messages: number;
  readonly seconds: number;
  /** Share of one core that the generator itself used. */
  readonly ownShare: number;
  /** From sending to PUBACK, ms; when paced. */
  readonly acknowledged: Percentiles | undefined;
  /** From sending to the frame that shows it, ms; of those that are watched. */
  readonly shown: Percentiles | undefined;
  /** Not sent, because nothing was acknowledged for too long. */
  readonly skipped: number;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

const drainMs = 20_000;
const openAtOnce = 40;
const openTries = 5;
const tickMs = 1;
const lastFramesMs = 300;
const fleets = new Map<string, LoadDevice[]>();
const watchers = new Map<string, readonly Watcher[]>();
/** No two fleets have the same boots. */
let nextBootId = Date.now() * 1_000;

process.on('message', ({ id, order }: { readonly id: number; readonly order: Order }) => {
  obey(order).then(
    (result) => process.send?.({ id, result }),
    (error: unknown) => process.send?.({ id, failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function obey(order: Order): Promise<LoadResult | undefined> {
  switch (order.do) {
    case 'open':
      await open(order);
      return undefined;
    case 'flood':
      return flood(devicesOf(order.fleet), order);
    case 'pace':
      return pace(devicesOf(order.fleet), watchers.get(order.fleet) ?? [], order);
    case 'watch':
      watchers.set(order.fleet, await Promise.all(order.watches.map(async (watch) => Watcher.open(watch))));
      return undefined;
    case 'close':
      for (const watcher of watchers.get(order.fleet) ?? []) watcher.end();
      watchers.delete(order.fleet);
      for (const device of devicesOf(order.fleet)) device.end();
      fleets.delete(order.fleet);
      return undefined;
  }
}

function devicesOf(fleet: string): readonly LoadDevice[] {
  return fleets.get(fleet) ?? [];
}

async function open({ fleet, devices, port, packets, subscribe }: Opened): Promise<void> {
  const opened: LoadDevice[] = [];
  fleets.set(fleet, opened);
  const waiting = devices.entries();
  const openNext = async (): Promise<void> => {
    for (const [index, identity] of waiting) {
      const random = seededRandom('bench', index).next;
      nextBootId += 1;
      const device = { port, identity, packets, subscribe, random, bootId: nextBootId };
      opened[index] = await patiently(() => LoadDevice.open(device));
    }
  };
  await Promise.all(Array.from({ length: openAtOnce }, openNext));
}

/** A device that is refused comes again, as all do. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = openTries; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 1) throw error;
      await sleep(1_000);
    }
  }
}

async function flood(
  devices: readonly LoadDevice[],
  { window, ms }: { readonly window: number; readonly ms: number },
): Promise<LoadResult> {
  let stopped = false;
  let messages = 0;
  const run: LoadRun = {
    timings: undefined,
    acknowledged: (device, count) => {
      messages += count;
      if (!stopped) device.send(count);
    },
  };
  const own = ownUse();
  for (const device of devices) {
    device.run = run;
    device.send(window);
  }
  await sleep(ms);
  stopped = true;
  await drained(devices);
  return { messages, ...own(), acknowledged: undefined, shown: undefined, skipped: 0 };
}

async function pace(
  devices: readonly LoadDevice[],
  watching: readonly Watcher[],
  { perSecond, ms }: { readonly perSecond: number; readonly ms: number },
): Promise<LoadResult> {
  let messages = 0;
  let skipped = 0;
  let asked = 0;
  const timings: number[] = [];
  const run: LoadRun = { timings, acknowledged: (_device, count) => (messages += count) };
  for (const device of devices) device.run = run;
  const shown: number[] = [];
  watching.forEach((watcher, index) => watcher.follow(devices[index], shown));
  const own = ownUse();
  const begunMs = performance.now();
  let next = 0;
  await new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => {
      const sinceMs = performance.now() - begunMs;
      if (sinceMs > ms) {
        clearInterval(timer);
        resolve();
        return;
      }
      for (const due = Math.floor((sinceMs / 1_000) * perSecond); asked < due; asked += 1) {
        const device = devices[next];
        next = (next + 1) % devices.length;
        if (!device || device.broken) {
          clearInterval(timer);
          reject(device?.broken ?? new Error('No device'));
          return;
        }
        skipped += 1 - device.send(1);
      }
    }, tickMs);
  });
  await drained(devices);
  const used = own();
  if (watching.length > 0) await sleep(lastFramesMs);
  for (const watcher of watching) watcher.unfollow();
  return { messages, ...used, acknowledged: percentiles(timings), shown: percentiles(shown), skipped };
}

/** Every message has its PUBACK. */
async function drained(devices: readonly LoadDevice[]): Promise<void> {
  const deadline = performance.now() + drainMs;
  for (const device of devices) {
    while (device.inFlight > 0 && !device.broken && performance.now() < deadline) await sleep(2);
    if (device.broken) throw device.broken;
    if (device.inFlight > 0) throw new Error('Not everything was acknowledged');
    device.run = undefined;
  }
}

function ownUse(): () => Pick<LoadResult, 'seconds' | 'ownShare'> {
  const begunMs = performance.now();
  const begun = process.cpuUsage();
  return () => {
    const seconds = (performance.now() - begunMs) / 1_000;
    const { user, system } = process.cpuUsage(begun);
    return { seconds, ownShare: (user + system) / 1e6 / seconds };
  };
}

function percentiles(timings: readonly number[]): Percentiles | undefined {
  if (timings.length === 0) return undefined;
  const sorted = Float64Array.from(timings).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), count: sorted.length };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
