import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import mqttPacket from 'mqtt-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedHeader } from './framing.ts';
import {
  type Bench,
  type BenchOptions,
  held,
  pause,
  publishPacket,
  publishStart,
  startBench,
  subscribePacket,
  until,
} from './test-bench.ts';

let bench: Bench;
async function start(options: BenchOptions = {}): Promise<Bench> {
  bench = await startBench(options);
  return bench;
}
afterEach(async () => bench.stop());

const telemetry = 'diag/1/d1/up/telemetry';
/** A chunk or two, and what came between two turns. */
const mayHold = 16 * 1024 * 1024;

describe('a PUBLISH', () => {
  it('of QoS 1 is handed on as it came, and acknowledged', async () => {
    await start();
    const client = await bench.join('d1');
    const before = Date.now();
    client.send(publishPacket(telemetry, 7, { payload: Buffer.from([1, 2, 3]) }));
    expect((await client.next('puback')).messageId).toBe(7);
    const [raw] = bench.messages;
    expect(raw).toMatchObject({ topic: telemetry, oversize: false, retain: false });
    expect(raw?.from).toEqual({ kind: 'native', linkId: 'd1', deviceId: 'd1', model: 'rv-s1' });
    expect([...(raw?.payload ?? [])]).toEqual([1, 2, 3]);
    expect(raw?.receivedAt).toBeGreaterThanOrEqual(before);
    expect(raw?.receivedAt).toBeLessThanOrEqual(Date.now());
  });

  it('of QoS 0 is handed on and not acknowledged', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(
      { cmd: 'publish', qos: 0, dup: false, retain: false, topic: telemetry, payload: 'x' },
      { cmd: 'pingreq' },
    );
    await client.next('pingresp');
    expect(bench.messages.length).toBe(1);
    expect(client.received).toEqual([]);
  });

  it('keeps the publisher’s retain flag, and nothing is retained', async () => {
    await start();
    const client = await bench.join('homie1');
    client.send(publishPacket('valetudo/homie1/$name', 1, { retain: true }));
    await client.next('puback');
    expect(bench.messages[0]?.retain).toBe(true);
    const again = await bench.join('homie2');
    client.send(subscribePacket(['valetudo/homie1/#']));
    await client.next('suback');
    await pause(30);
    expect(client.received).toEqual([]);
    expect(again.received).toEqual([]);
  });

  it('is not acknowledged before it is settled', async () => {
    const { settle, release } = held();
    await start({ settle });
    const client = await bench.join('d1');
    client.send(publishPacket(telemetry, 1), { cmd: 'pingreq' });
    await client.next('pingresp');
    expect(client.acknowledged()).toEqual([]);
    expect(bench.broker.stats().inFlight).toBe(1);
    release(0);
    await client.next('puback');
    expect(bench.broker.stats().inFlight).toBe(0);
  });

  it('that settles early waits for those before it: PUBACKs come in the order of arrival', async () => {
    const { settle, release } = held();
    await start({ settle });
    const client = await bench.join('d1');
    for (const id of [11, 12, 13, 14]) client.send(publishPacket(telemetry, id));
    await until(() => bench.messages.length === 4);
    for (const at of [3, 1, 2]) release(at);
    client.send({ cmd: 'pingreq' });
    await client.next('pingresp');
    expect(client.acknowledged()).toEqual([]);
    release(0);
    await until(() => client.acknowledged().length === 4);
    expect(client.acknowledged()).toEqual([11, 12, 13, 14]);
  });

  it('that the store cannot keep is never acknowledged, nor what came after it, and the connection is closed', async () => {
    const { settle, release, fail } = held();
    await start({ settle });
    const client = await bench.join('d1');
    for (const id of [1, 2, 3]) client.send(publishPacket(telemetry, id));
    await until(() => bench.messages.length === 3);
    release(2);
    release(0);
    await until(() => client.acknowledged().length === 1);
    fail(1);
    await client.closed();
    expect(client.acknowledged()).toEqual([1]);
    await until(() => bench.told.includes('disconnected d1'));
    expect(bench.refusals()).toEqual([]);
  });

  it('of QoS 0 that the store cannot keep closes the connection too', async () => {
    await start({ settle: () => Promise.reject(new Error('the store cannot write')) });
    const client = await bench.join('d1');
    client.send({ cmd: 'publish', qos: 0, dup: false, retain: false, topic: telemetry, payload: 'x' });
    await client.closed();
    expect(client.received).toEqual([]);
  });

  it('that is never settled closes the connection after a while, unacknowledged', async () => {
    await start({ settle: held().settle, limits: { settleMs: 150 } });
    const client = await bench.join('d1');
    client.send(publishPacket(telemetry, 1));
    await pause(50);
    client.send(publishPacket(telemetry, 2));
    await client.closed();
    expect(client.acknowledged()).toEqual([]);
    expect(bench.refusals()).toEqual(['link_too_many_in_flight']);
  });

  it.each([
    ['another device’s topic', 'diag/1/d2/up/telemetry'],
    ['its own down topic', 'diag/1/d1/down/consent'],
    ['an unknown lane', 'diag/1/d1/up/secrets'],
    ['$SYS', '$SYS/broker/x'],
    ['#', '#'],
    ['a wildcard', 'diag/1/d1/up/+'],
    ['a longer topic', 'diag/1/d1/up/telemetry/x'],
    ['a topic of 2 KiB', `diag/1/d1/up/${'x'.repeat(2048)}`],
  ])('to %s closes the connection, and nothing is handed on', async (_what, topic) => {
    await start();
    const client = await bench.join('d1');
    client.send(rawPublish(topic, 1), publishPacket(telemetry, 2));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_topic']);
    expect(bench.messages).toEqual([]);
    expect(client.received).toEqual([]);
  });

  it.each([
    ['an empty topic', rawPublish('', 1)],
    ['a NUL in its topic', rawPublish('diag/1/d1/up/birth\0', 1)],
    ['a topic that is not UTF-8', Buffer.from([0x32, 6, 0, 2, 0xc3, 0x28, 0, 1])],
    ['packet id 0', rawPublish(telemetry, 0)],
    ['no packet id', Buffer.from([0x32, 3, 0, 1, 0x61])],
    ['a topic longer than itself', Buffer.from([0x30, 3, 0, 9, 0x61])],
    ['no topic', Buffer.from([0x30, 0])],
    ['QoS 3', Buffer.from([0x36, 5, 0, 1, 0x61, 0, 1])],
    ['DUP and QoS 0', Buffer.from([0x38, 3, 0, 1, 0x61])],
  ])('with %s closes the connection', async (_what, bytes) => {
    await start();
    const client = await bench.join('d1');
    client.send(bytes);
    await client.closed();
    expect(bench.refusals()).toEqual(['link_protocol']);
    expect(bench.messages).toEqual([]);
  });

  it('of QoS 2 closes the connection at its fixed header', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(fixedHeader(0x34, 50_000));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_qos2']);
  });

  it('of a dialect in the topics of brokers or of native devices is settled and dropped; its neighbours in order', async () => {
    await start();
    const client = await bench.join('homie1');
    client.send(
      publishPacket('valetudo/homie1/$state', 1),
      publishPacket('$SYS/broker/uptime', 2),
      publishPacket('diag/1/d1/up/telemetry', 3),
      publishPacket('diag/1/homie1/up/birth', 4),
      publishPacket('valetudo/homie1/Battery', 5),
    );
    await until(() => client.acknowledged().length === 5);
    expect(client.acknowledged()).toEqual([1, 2, 3, 4, 5]);
    expect(bench.messages.map((raw) => raw.topic)).toEqual(['valetudo/homie1/$state', 'valetudo/homie1/Battery']);
    expect(bench.refusals()).toEqual(['link_topic']);
    expect(bench.broker.stats().foreignDropped).toBe(3);
  });

  it('of a dialect with a wildcard closes the connection', async () => {
    await start();
    const client = await bench.join('homie1');
    client.send(rawPublish('valetudo/homie1/+/set', 1));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_topic']);
  });
});

describe('a PUBLISH over 64 KiB', () => {
  it('arrives as an empty marked one; order, packet id and the connection stay', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(publishPacket(telemetry, 1));
    client.send(publishStart('diag/1/d1/up/log', 2, 200_000), Buffer.alloc(200_000, 0x30));
    client.send(publishPacket(telemetry, 3));
    await until(() => client.acknowledged().length === 3);
    expect(client.acknowledged()).toEqual([1, 2, 3]);
    expect(bench.messages.map(({ topic, oversize, payload }) => ({ topic, oversize, bytes: payload.length }))).toEqual([
      { topic: telemetry, oversize: false, bytes: 1 },
      { topic: 'diag/1/d1/up/log', oversize: true, bytes: 0 },
      { topic: telemetry, oversize: false, bytes: 1 },
    ]);
  });

  it('of exactly 64 KiB in all passes; one byte more does not', async () => {
    await start();
    const client = await bench.join('d1');
    const around = publishStart(telemetry, 1, 65_000).length;
    client.send(publishStart(telemetry, 1, 65_536 - around), Buffer.alloc(65_536 - around));
    client.send(publishStart(telemetry, 2, 65_537 - around), Buffer.alloc(65_537 - around));
    await until(() => client.acknowledged().length === 2);
    expect(bench.messages.map((raw) => raw.oversize)).toEqual([false, true]);
  });

  it('to another device’s topic closes the connection; an empty payload cannot pass for one', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(publishPacket(telemetry, 1, { payload: '' }));
    await client.next('puback');
    expect(bench.messages[0]?.oversize).toBe(false);
    client.send(publishStart('diag/1/d2/up/log', 2, 70_000), Buffer.alloc(70_000));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_topic']);
  });

  it('that drips in at 64 MiB leaves memory flat', async () => {
    await start();
    const client = await bench.join('d1');
    const total = 64 * 1024 * 1024;
    const part = Buffer.alloc(64 * 1024);
    const before = await heldBytes();
    let peak = 0;
    client.socket.write(publishStart('diag/1/d1/up/output', 9, total));
    for (let sent = 0; sent < total; sent += part.length) {
      await new Promise<void>((resolve) => client.socket.write(part, () => resolve()));
      if (sent % (8 * 1024 * 1024) === 0) peak = Math.max(peak, await leastHeld(before));
    }
    expect((await client.next('puback')).messageId).toBe(9);
    expect(bench.messages.map((raw) => raw.oversize)).toEqual([true]);
    expect(peak).toBeLessThan(mayHold);
  });
});

describe('after CONNACK', () => {
  it.each([
    ['a PUBREL', Buffer.from([0x62, 2, 0, 1])],
    ['a PUBACK of three bytes', Buffer.from([0x40, 3, 0, 1, 0])],
    ['a PINGREQ with a body', Buffer.from([0xc0, 1, 0])],
    ['what only a server sends', Buffer.from([0xd0, 0])],
    ['type 0', Buffer.from([0, 0])],
    ['type 15', Buffer.from([0xf0, 0])],
    ['a SUBSCRIBE with wrong flags', Buffer.from([0x80, 2, 0, 1])],
    ['a remaining length of five bytes', Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff, 1])],
  ])('%s closes the connection', async (_what, bytes) => {
    await start();
    const client = await bench.join('d1');
    client.send(bytes);
    await client.closed();
    expect(bench.refusals()).toEqual(['link_protocol']);
  });

  it('a half-sent packet waits, and is taken when the rest comes', async () => {
    await start();
    const client = await bench.join('d1');
    const bytes = mqttPacket.generate(publishPacket(telemetry, 5, { payload: Buffer.alloc(3000, 7) }));
    for (let at = 0; at < bytes.length; at += 700) {
      client.send(bytes.subarray(at, at + 700));
      await pause(5);
    }
    expect((await client.next('puback')).messageId).toBe(5);
    expect(bench.messages[0]?.payload).toEqual(Buffer.alloc(3000, 7));
  });

  it('a connection that ends within a packet hands nothing on', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(publishStart(telemetry, 1, 500), Buffer.alloc(100));
    await pause(20);
    client.socket.destroy();
    await until(() => bench.told.includes('disconnected d1'));
    expect(bench.messages).toEqual([]);
    expect(bench.refusals()).toEqual(['link_protocol']);
  });
});

function rawPublish(topic: string, messageId: number): Buffer {
  return publishStart(topic, messageId, 0);
}

/** By how many bytes more than before, at the least of three looks: what a collection left for later is gone by then. */
async function leastHeld(before: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 3 && least >= mayHold; look += 1) least = Math.min(least, (await heldBytes()) - before);
  return least;
}

/** Bytes of buffers that something still holds. Twice, as the collector returns buffers only at its next turn. */
async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  await pause(5);
  runInNewContext('gc()');
  return process.memoryUsage().arrayBuffers;
}
