import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceGate } from '../ports/links.ts';
import { FakeClock } from '../../test/support/fake-clock.ts';
import {
  type Bench,
  benchGate,
  type BenchOptions,
  connectPacket,
  publishPacket,
  realClock,
  startBench,
  until,
} from './test-bench.ts';

let bench: Bench;
async function start(options: BenchOptions): Promise<void> {
  bench = await startBench(options);
}
afterEach(async () => bench.stop());

/** Nobody is late: these tests are about who comes before whom. */
const patient = { connectMs: 60_000, authenticateMs: 60_000, openingWaitMs: 60_000 };
const brandOf = ({ linkId }: { readonly linkId: string }) => linkId.slice(0, 1);
/** A gate that answers one after the other, and only once it was told to. */
function slowGate() {
  const asked: (() => void)[] = [];
  let open = false;
  const gate: DeviceGate = {
    authenticate: async (offer) => {
      if (!open) await new Promise<void>((resolve) => asked.push(resolve));
      return benchGate.authenticate(offer);
    },
  };
  const letThrough = (): void => {
    open = true;
    for (const answer of asked.splice(0)) answer();
  };
  const shut = (): void => void (open = false);
  return { gate, asked, letThrough, shut };
}

/** All of brand `a` reconnect at once, and then one of brand `b`: how many of the herd came in before it. */
async function before(more: Partial<DeviceGate>): Promise<number> {
  const { gate, letThrough, shut } = slowGate();
  letThrough();
  await start({ gate: { ...gate, ...more }, limits: { opening: 2, ...patient } });
  const names = [...Array.from({ length: 60 }, (_, n) => `a${n}`), 'b1'];
  const first = await Promise.all(names.map((name) => bench.join(name)));
  for (const client of first) client.socket.destroy();
  await until(() => bench.told.filter((line) => line.startsWith('disconnected')).length === names.length);
  bench.told.length = 0;
  shut();
  for (const name of names) (await bench.dial()).send(connectPacket(name));
  await until(() => bench.broker.stats().waitingAtDoor === names.length - 2);
  letThrough();
  await until(() => bench.told.length === names.length);
  expect(bench.refusals(), 'nobody is turned away').toEqual([]);
  return bench.told.indexOf('connected b1');
}

describe('a brand that reconnects as a herd', () => {
  it('waits in its own line: the device of another brand is let in after a few', async () => {
    expect(await before({ brandOf })).toBeLessThan(8);
  });

  it('the control: in one line that device would be the last', async () => {
    expect(await before({})).toBe(60);
  });

  it('is asked for no more than a few at a time, and what it says before CONNACK waits as well', async () => {
    const { gate, asked, letThrough } = slowGate();
    await start({ gate, limits: { opening: 8, ...patient } });
    const clients = await Promise.all(Array.from({ length: 100 }, () => bench.dial()));
    clients.forEach((client, n) => client.send(connectPacket(`a${n}`), publishPacket(`diag/1/a${n}/up/birth`, 1)));
    await until(() => bench.broker.stats().waitingAtDoor === 92);
    expect(asked).toHaveLength(8);
    letThrough();
    await until(() => clients.every((client) => client.acknowledged().length === 1));
    expect(bench.refusals()).toEqual([]);
  });

  it('that cannot be served in time is told that the server is unavailable, and why is counted', async () => {
    const hung: DeviceGate = { authenticate: () => new Promise(() => undefined) };
    await start({ gate: hung, limits: { opening: 1, openingWaitMs: 50, authenticateMs: 100 } });
    const clients = await Promise.all([bench.dial(), bench.dial()]);
    clients.forEach((client, n) => client.send(connectPacket(`a${n}`)));
    for (const client of clients) expect((await client.next('connack')).returnCode).toBe(3);
    expect(bench.refusals()).toEqual(['link_not_authenticated', 'link_not_authenticated']);
  });
});

describe('two clients with one id', () => {
  const limits = { takeovers: 2, takeoverHoldMs: 1_000 };
  const will = { topic: 'diag/1/d1/up/death', payload: Buffer.from('gone'), qos: 1 as const, retain: false };

  it('throw each other out a few times; then the newcomer waits, and the one that is there goes on', async () => {
    const clock = new FakeClock();
    await start({ clock, limits });
    await bench.join('d1', { will });
    await bench.join('d1', { will });
    const there = await bench.join('d1', { will });
    const newcomer = await bench.dial();
    newcomer.send(connectPacket('d1'));
    await until(() => bench.noticed.includes('link_held_back d1'));
    there.send(publishPacket('diag/1/d1/up/telemetry', 7));
    await there.next('puback');
    expect(newcomer.received).toEqual([]);
    expect(bench.noticed).toEqual(['link_taken_over d1', 'link_taken_over d1', 'link_held_back d1']);

    const newer = await bench.dial();
    newer.send(connectPacket('d1'));
    expect((await newcomer.next('connack')).returnCode).toBe(3);
    expect(bench.refusals()).toEqual(['link_contested']);
    await clock.pass(1_000);
    expect((await newer.next('connack')).returnCode).toBe(0);
    await there.closed();
    expect(bench.messages.filter(({ topic }) => topic === will.topic)).toHaveLength(3);
  });

  it('a newcomer that is held back comes in at once when the other leaves', async () => {
    const clock = new FakeClock();
    await start({ clock, limits: { ...limits, takeovers: 1 } });
    await bench.join('d1');
    const there = await bench.join('d1');
    const newcomer = await bench.dial();
    newcomer.send(connectPacket('d1'));
    await until(() => bench.noticed.includes('link_held_back d1'));
    there.socket.destroy();
    expect((await newcomer.next('connack')).returnCode).toBe(0);
  });

  it('the control: not held back, they go on for ever', async () => {
    await start({ clock: realClock, limits: { ...limits, takeovers: 1_000 } });
    for (let n = 0; n < 20; n += 1) await bench.join('d1');
    expect(bench.noticed).toHaveLength(19);
    expect(bench.noticed).not.toContain('link_held_back d1');
  });
});

it('a store that cannot write closes links and sets off no wills: the devices have not died', async () => {
  await start({ settle: () => Promise.reject(new Error('the store cannot write')) });
  const names = ['d1', 'd2', 'd3'];
  const clients = await Promise.all(
    names.map((name) =>
      bench.join(name, {
        will: { topic: `diag/1/${name}/up/death`, payload: Buffer.from('gone'), qos: 1, retain: false },
      }),
    ),
  );
  clients.forEach((client, n) => client.send(publishPacket(`diag/1/${names[n]}/up/telemetry`, 1)));
  for (const client of clients) await client.closed();
  await until(() => bench.told.filter((line) => line.startsWith('disconnected')).length === 3);
  expect(bench.messages.map(({ topic }) => topic.split('/').at(-1))).toEqual(['telemetry', 'telemetry', 'telemetry']);
});
