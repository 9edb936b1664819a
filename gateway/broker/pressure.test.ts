import mqttPacket from 'mqtt-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { type Bench, type BenchOptions, held, pause, publishPacket, startBench, until } from './test-bench.ts';

let bench: Bench;
async function start(options: BenchOptions = {}): Promise<Bench> {
  bench = await startBench(options);
  return bench;
}
afterEach(async () => bench.stop());

const telemetry = 'diag/1/d1/up/telemetry';

describe('back-pressure', () => {
  it('a store that stalls beyond 1.5 x keep-alive starves no PINGREQ and ends no connection', async () => {
    const { settle, release } = held();
    const clock = new FakeClock();
    await start({ settle, clock });
    const client = await bench.join('d1', { keepalive: 1 });
    for (let id = 1; id <= 32; id += 1) client.send(publishPacket(telemetry, id));
    for (let round = 0; round < 5; round += 1) {
      await clock.pass(1_000);
      client.send({ cmd: 'pingreq' });
      await client.next('pingresp');
    }
    expect(client.acknowledged()).toEqual([]);
    const ids = Array.from({ length: 32 }, (_, index) => index + 1);
    for (const id of ids.toReversed()) release(id - 1);
    await until(() => client.acknowledged().length === 32);
    expect(client.acknowledged()).toEqual(ids);
    expect(client.isClosed).toBe(false);
  });

  it('beyond 64 messages the socket is not read, which is not taken for silence, and all are settled in the end', async () => {
    const { settle, release } = held();
    const clock = new FakeClock();
    await start({ settle, clock });
    const client = await bench.join('d1', { keepalive: 1 });
    for (let id = 1; id <= 100; id += 1) client.send(publishPacket(telemetry, id));
    await until(() => bench.messages.length >= 64);
    await pause(50);
    await clock.pass(10_000);
    expect(bench.messages.length).toBe(64);
    for (let at = 0; at < 100; at += 1) {
      await until(() => bench.messages.length > at);
      release(at);
    }
    await until(() => client.acknowledged().length === 100);
    expect(client.isClosed).toBe(false);
  });

  it('one client whose every message costs 2 ms leaves the event loop to others in between', async () => {
    const clock = new FakeClock();
    let round = 0;
    const inRound = new Map<number, number>();
    const settle = async () => {
      clock.advance(2);
      inRound.set(round, (inRound.get(round) ?? 0) + 1);
    };
    await start({ settle, clock });
    const flood = await bench.join('d1');
    let watching = true;
    const watch = (): void => {
      round += 1;
      if (watching) setImmediate(watch);
    };
    watch();
    // Hundreds of small messages that are settled at once lie in one buffer of the socket.
    flood.send(...Array.from({ length: 400 }, () => publishPacket(telemetry, 0, { qos: 0 })));
    await until(() => bench.messages.length === 400);
    watching = false;
    // In one round of the event loop as many as twice 5 ms hold: what just came, and what waited for its turn.
    expect(Math.max(...inRound.values())).toBeLessThanOrEqual(10);
    expect(inRound.size).toBeGreaterThanOrEqual(40);
  });

  it('beyond 1 MiB in flight the socket is not read', async () => {
    await start({ settle: held().settle });
    const client = await bench.join('d1');
    for (let id = 1; id <= 40; id += 1) client.send(publishPacket(telemetry, id, { payload: Buffer.alloc(60_000) }));
    await until(() => bench.messages.length >= 18);
    await pause(100);
    expect(bench.messages.length).toBe(18);
  });

  it('one client’s stalled flood does not reach another', async () => {
    await start({ settle: async (raw) => (raw.from.linkId === 'd1' ? new Promise(() => undefined) : undefined) });
    const flood = await bench.join('d1');
    const other = await bench.join('d2');
    const packet = mqttPacket.generate(publishPacket(telemetry, 1, { payload: Buffer.alloc(30_000) }));
    for (let count = 0; count < 300; count += 1) flood.socket.write(packet);
    await pause(50);
    for (let id = 1; id <= 100; id += 1) {
      other.send(publishPacket('diag/1/d2/up/telemetry', id));
      await other.next('puback');
    }
    // Nothing of the flood was settled meanwhile, and no more of it was taken in than one link may have.
    expect(flood.acknowledged()).toEqual([]);
    expect(bench.messages.filter((raw) => raw.from.linkId === 'd1').length).toBeLessThanOrEqual(64);
  });
});

describe('keep-alive', () => {
  it('closes a client that is silent for 1.5 times its time', async () => {
    const clock = new FakeClock();
    await start({ clock });
    const client = await bench.join('d1', { keepalive: 1 });
    await clock.pass(1_499);
    expect(bench.refusals()).toEqual([]);
    await clock.pass(1);
    await client.closed();
    await until(() => bench.told.length === 3);
    expect(bench.told).toEqual(['connected d1', 'refused link_silent d1', 'disconnected d1']);
  });

  it('is fed by publishes alone', async () => {
    const clock = new FakeClock();
    await start({ clock });
    const client = await bench.join('d1', { keepalive: 1 });
    for (let id = 1; id <= 5; id += 1) {
      client.send(publishPacket(telemetry, id));
      await client.next('puback');
      await clock.pass(1_000);
    }
    expect(client.isClosed).toBe(false);
    expect(bench.refusals()).toEqual([]);
  });
});
