/** The load generator, a process of its own on the other core than the server: does what it is told over IPC. */
import { performance } from 'node:perf_hooks';
import { seededRandom } from '../../../device-sim/random.ts';
import { LoadDevice, type LoadIdentity, type LoadRun } from './load-device.ts';

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
  | { readonly do: 'close'; readonly fleet: string };

export interface LoadResult {
  /** Sent, and acknowledged. */
  readonly messages: number;
  readonly seconds: number;
  /** Share of one core that the generator itself used. */
  readonly ownShare: number;
  /** From sending to PUBACK, ms; when paced. */
  readonly p50: number;
  readonly p99: number;
  /** Not sent, because nothing was acknowledged for too long. */
  readonly skipped: number;
}

const drainMs = 20_000;
const openAtOnce = 40;
const openTries = 5;
const tickMs = 5;
const fleets = new Map<string, LoadDevice[]>();
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
      return pace(devicesOf(order.fleet), order);
    case 'close':
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
  const waiting = [...devices];
  const openNext = async (): Promise<void> => {
    for (let identity = waiting.pop(); identity; identity = waiting.pop()) {
      const random = seededRandom('bench', opened.length).next;
      nextBootId += 1;
      const device = { port, identity, packets, subscribe, random, bootId: nextBootId };
      opened.push(await patiently(() => LoadDevice.open(device)));
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
  const timings: number[] = [];
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
  return { messages, ...own(), ...percentiles(timings), skipped: 0 };
}

async function pace(
  devices: readonly LoadDevice[],
  { perSecond, ms }: { readonly perSecond: number; readonly ms: number },
): Promise<LoadResult> {
  let messages = 0;
  let skipped = 0;
  let asked = 0;
  const timings: number[] = [];
  const run: LoadRun = { timings, acknowledged: (_device, count) => (messages += count) };
  for (const device of devices) device.run = run;
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
  return { messages, ...own(), ...percentiles(timings), skipped };
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

function percentiles(timings: readonly number[]): Pick<LoadResult, 'p50' | 'p99'> {
  const sorted = Float64Array.from(timings).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
