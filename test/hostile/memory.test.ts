import { readFileSync, writeFileSync } from 'node:fs';
import mqttPacket from 'mqtt-packet';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addBrand } from '../../gateway/app/people.ts';
import { type Credentials, registerDevice } from '../../gateway/app/register-device.ts';
import { registerLink } from '../../gateway/app/register-link.ts';
import { isRefusal } from '../../gateway/domain/refusals.ts';
import { upTopic } from '../../proto/topics.ts';
import { connectBytes, type Offer, publishBytes, RawLink, subscribeBytes } from '../support/raw-link.ts';
import { GatewayGround, type GatewayProcess } from '../support/spawn-gateway.ts';

const MB = 1024 * 1024;
const mayGrow = 20 * MB;
/** The longest remaining length that MQTT can name (3.1.1, 2.2.3). */
const mostBytes = [0xff, 0xff, 0xff, 0x7f];
const deviceCount = 20;

let ground: GatewayGround;
let gateway: GatewayProcess;
let devices: readonly Credentials[];
let dialect: Awaited<ReturnType<typeof registerLink>>;
const dripping: RawLink[] = [];

beforeEach(async () => {
  ground = await GatewayGround.prepare();
  await ground.within(async ({ app }) => {
    const brand = await addBrand(app, undefined, { name: 'Acme', company: 'Acme Ltd.', country: 'CN' });
    if (isRefusal(brand)) throw new Error(brand.refused);
    const common = { brandId: brand.id, registeredBy: null };
    const made = Array.from({ length: deviceCount }, (_, n) =>
      registerDevice(app, { ...common, serial: `RV1A000000${10 + n}`, model: 'rv-s1' }),
    );
    devices = (await Promise.all(made)).filter((one): one is Credentials => !isRefusal(one));
    dialect = await registerLink(app, { ...common, name: 'A home' });
  });
  gateway = await ground.load({ nodeFlags: ['--max-semi-space-size=2'] });
  await gateway.start();
}, 60_000);
afterEach(async () => {
  for (const link of dripping.splice(0)) link.end();
  await ground.clean();
});

const link = () => RawLink.open(`mqtt://127.0.0.1:${ground.settings.mqttPort}`);
const device = (n: number): Credentials => devices[n % deviceCount] as Credentials;
const offer = ({ device: { id }, secret }: Credentials): Offer => ({ clientId: id, password: Buffer.from(secret) });
const connected = async (as: Offer) => {
  const raw = await link();
  expect(await raw.connect(as)).toBe(0);
  return raw;
};
const times = <T>(count: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)));

async function refusals(code: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${ground.settings.httpPort}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`diag_link_refusals_total{code="${code}"} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

/** Each closes all that it opened, and counts what it must have been refused with. */
const attacks: Readonly<Record<string, (size: number) => Promise<void>>> = {
  'CONNECTs that promise 256 MB': (size) =>
    times(size * 5, async () => {
      const raw = await link();
      raw.send(Buffer.concat([Buffer.from([0x10, ...mostBytes]), Buffer.alloc(60_000)]));
      await raw.untilClosed();
    }).then(ignore),
  'SUBSCRIBEs that promise 256 MB': (size) =>
    times(size, async (n) => {
      const raw = await connected(offer(device(n)));
      raw.send(Buffer.from([0x82, ...mostBytes, 1, 2, 3]));
      await raw.untilClosed();
    }).then(ignore),
  'PUBLISHes of 256 MB of which a great part comes': (size) =>
    times(Math.min(size, 5), async (n) => {
      const raw = await connected(offer(device(n)));
      const topic = Buffer.from(upTopic(device(n).device.id, 'telemetry'));
      raw.send(Buffer.concat([Buffer.from([0x32, ...mostBytes, 0, topic.length]), topic, Buffer.from([0, 1])]));
      for (let sent = 0; sent < 8; sent += 1) await raw.drained(Buffer.alloc(MB, 0x5a));
      expect(raw.closed).toBe(false);
      raw.end();
    }).then(ignore),
  'QoS 2, begun and never ended': (size) =>
    times(deviceCount, async (n) => {
      for (let round = 0; round < size / 4; round += 1) {
        const raw = await connected(offer(device(n)));
        const half = mqttPacket.generate({ cmd: round % 2 === 0 ? 'pubrec' : 'pubrel', messageId: 1 });
        raw.send(n % 2 === 0 ? half : publishBytes(upTopic(device(n).device.id, 'birth'), Buffer.alloc(60_000), 2));
        await raw.untilClosed();
      }
    }).then(ignore),
  '20,000 subscriptions of a device, and of a dialect’s link': async (size) => {
    const filters = Array.from({ length: size * 1_000 }, (_, n) => `home/${n}/+/#`);
    const all = Buffer.concat(filters.map(subscribeBytes));
    const raw = await connected(offer(device(0)));
    raw.send(all);
    await raw.untilClosed();
    const home = await connected({ clientId: dialect.link.id, password: Buffer.from(dialect.secret) });
    home.send(all);
    await home.untilClosed();
    const once = await connected(offer(device(1)));
    const subscriptions = filters.map((topic) => ({ topic, qos: 1 as const }));
    once.send(mqttPacket.generate({ cmd: 'subscribe', messageId: 9, subscriptions }));
    await once.untilClosed();
  },
  'wills that are huge': (size) =>
    times(size * 5, async (n) => {
      const raw = await link();
      raw.send(connectBytes({ ...offer(device(n)), will: will(device(n).device.id, 60_000) }));
      await raw.untilClosed();
    }).then(ignore),
  'wills on others’ topics': (size) =>
    times(size, async (n) => {
      const raw = await link();
      expect(await raw.connect({ ...offer(device(n)), will: will(device(n + 1).device.id, 100) })).toBe(5);
    }).then(ignore),
  'wills one after the other, as large as they may be': (size) =>
    times(deviceCount, async (n) => {
      for (let round = 0; round < size / 2; round += 1) {
        const raw = await connected({ ...offer(device(n)), will: will(device(n).device.id, 3_500) });
        raw.end();
      }
    }).then(ignore),
};

function will(id: string, bytes: number) {
  return { topic: upTopic(id, 'death'), payload: Buffer.alloc(bytes, 0x5a), qos: 1 as const, retain: true };
}

/** Sockets that say a CONNECT a byte at a time; they stay open until the gateway closes them. */
async function drip(count: number): Promise<void> {
  const slow = connectBytes({ clientId: 'x'.repeat(40) });
  const links = await times(count, link);
  dripping.push(...links);
  for (let byte = 0; byte < 4; byte += 1) {
    for (const raw of links) raw.send(slow.subarray(byte, byte + 1));
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** When the heap no longer shrinks by itself. */
async function steadyWeight(): Promise<number> {
  let before = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10; tries += 1) {
    const { rss } = await gateway.ask({ weigh: true });
    if (Math.abs(before - rss) < MB) return rss;
    before = rss;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return before;
}

/** The most that it ever weighed since `forgetPeak`, by the kernel's account; 0 where there is none. */
const peakOf = ({ processId }: GatewayProcess): number => {
  if (process.platform !== 'linux') return 0;
  const kB = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kB) * 1024;
};
const forgetPeak = ({ processId }: GatewayProcess): void => {
  if (process.platform === 'linux') writeFileSync(`/proc/${processId}/clear_refs`, '5');
};

/**
 * What it weighed at most during an attack, above what it weighed before. A collection that happened to come late is not the
 * attack's doing, and does not come late each time: the least of three counts, while what an attack really takes, it takes
 * each time.
 */
async function growthBy(attack: () => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && least >= mayGrow; round += 1) {
    const before = await steadyWeight();
    forgetPeak(gateway);
    await attack();
    least = Math.min(least, peakOf(gateway) - before);
  }
  return least;
}

it('floods of half-said, huge and endless things are closed or refused, and cost the gateway less than 20 MB', {
  timeout: 120_000,
}, async () => {
  // What everybody's first time costs: code that is compiled, a heap that has found its size.
  await drip(500);
  for (const attack of Object.values(attacks)) await attack(20);
  for (const raw of dripping.splice(0)) raw.end();
  const before = await steadyWeight();
  const timedOut = await refusals('link_connect_timeout');
  expect((await growthBy(() => drip(500))) / MB, '500 dripping sockets').toBeLessThan(mayGrow / MB);
  let least = before;
  for (const [name, attack] of Object.entries(attacks)) {
    expect((await growthBy(() => attack(20))) / MB, name).toBeLessThan(mayGrow / MB);
    const { rss } = await gateway.ask({ weigh: true });
    least = Math.min(least, rss);
    expect((rss - least) / MB, `what is left of ${name}`).toBeLessThan(mayGrow / MB);
  }
  await expect.poll(() => dripping.every(({ closed }) => closed)).toBe(true);
  expect(await refusals('link_connect_timeout')).toBeGreaterThanOrEqual(timedOut + 500);
  for (const code of ['link_packet_too_large', 'link_qos2', 'link_protocol', 'link_subscription', 'link_will_topic'])
    expect(await refusals(code), code).toBeGreaterThan(0);

  const last = await steadyWeight();
  const hoarded = (await gateway.ask({ hoard: 32 * MB })).rss;
  expect((hoarded - last) / MB, 'the control: what is really kept is seen').toBeGreaterThan(mayGrow / MB);
});

function ignore(): void {}
