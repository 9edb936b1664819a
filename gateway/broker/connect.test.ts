import { connect as connectSocket } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { afterEach, describe, expect, it } from 'vitest';
import type { LinkIdentity } from '../ports/links.ts';
import { startBroker } from './broker.ts';
import { fixedHeader } from './framing.ts';
import {
  type Bench,
  benchGate,
  type BenchOptions,
  connectPacket,
  deviceId,
  linkId,
  pause,
  publishPacket,
  realClock,
  startBench,
  until,
} from './test-bench.ts';

let bench: Bench;
async function start(options: BenchOptions = {}): Promise<Bench> {
  bench = await startBench(options);
  return bench;
}
afterEach(async () => bench.stop());

describe('CONNECT', () => {
  it('is accepted with the device id as client id and user name, and its secret', async () => {
    await start();
    await bench.join('d1');
    await until(() => bench.told.length > 0);
    expect(bench.told).toEqual(['connected d1']);
    expect(bench.broker.stats()).toMatchObject({ connected: 1, unauthenticated: 0 });
  });

  it.each([
    ['a wrong secret', 'd1', { password: Buffer.from('wrong') }, 4, 'link_not_authenticated'],
    ['an unknown device', 'nobody', {}, 4, 'link_not_authenticated'],
    ['another user name', 'd1', { username: 'd2' }, 2, 'link_client_id'],
    ['an empty client id', '', { username: 'd1' }, 2, 'link_client_id'],
    ['a client id that no device has', 'a/b', {}, 2, 'link_client_id'],
    ['a persistent session', 'd1', { clean: false }, 2, 'link_persistent_session'],
    ['a will on another device', 'd1', { will: will('diag/1/d2/up/death') }, 5, 'link_will_topic'],
    ['a will on another lane', 'd1', { will: will('diag/1/d1/up/telemetry') }, 5, 'link_will_topic'],
    ['a will on $SYS', 'd1', { will: will('$SYS/x') }, 5, 'link_will_topic'],
    ['a will of QoS 2', 'd1', { will: { ...will('diag/1/d1/up/death'), qos: 2 as const } }, 5, 'link_qos2'],
    [
      'a dialect’s will in a native device’s topics',
      'homie1',
      { will: will('diag/1/d1/up/death') },
      5,
      'link_will_topic',
    ],
    ['a dialect’s will with a wildcard', 'homie1', { will: will('valetudo/+/$state') }, 5, 'link_will_topic'],
  ])('with %s is refused', async (_what, id, more, returnCode, code) => {
    await start();
    const client = await bench.dial();
    client.send(connectPacket(id, more));
    expect((await client.next('connack')).returnCode).toBe(returnCode);
    await client.closed();
    expect(bench.refusals()).toEqual([code]);
    expect(bench.told.some((line) => line.startsWith('connected'))).toBe(false);
  });

  it('of a dialect may have any client id, also one that another link has: its user name says who it is', async () => {
    await start();
    const ids = ['valetudo_ProudOtter', 'valetudo_ProudOtter', ''];
    const clients = [];
    for (const [index, id] of ids.entries()) {
      const client = await bench.dial();
      client.send(connectPacket(id, { username: `homie${index}` }));
      expect((await client.next('connack')).returnCode).toBe(0);
      clients.push(client);
    }
    expect(bench.broker.stats().connected).toBe(3);
    const again = await bench.dial();
    again.send(connectPacket('another', { username: 'homie0' }));
    expect((await again.next('connack')).returnCode).toBe(0);
    await clients[0]?.closed();
    expect(bench.broker.stats().connected).toBe(3);
    expect(bench.refusals()).toEqual([]);
  });

  it('of a dialect with a persistent session gets a clean one, and CONNACK says that nothing was kept', async () => {
    await start();
    const client = await bench.dial();
    client.send(connectPacket('homie1', { clean: false }));
    expect(await client.next('connack')).toMatchObject({ returnCode: 0, sessionPresent: false });
    expect(bench.refusals()).toEqual([]);
  });

  it('without credentials is refused', async () => {
    await start();
    const client = await bench.dial();
    const { username: _name, password: _secret, ...bare } = connectPacket('d1');
    client.send(bare);
    expect((await client.next('connack')).returnCode).toBe(4);
    expect(bench.refusals()).toEqual(['link_not_authenticated']);
  });

  it('with an empty client id and a persistent session is refused', async () => {
    await start();
    const client = await bench.dial();
    const bytes = mqttPacket.generate(connectPacket('', { username: 'd1' }));
    bytes[9] = (bytes[9] ?? 0) & ~2; // the library would not write it
    client.send(bytes);
    expect((await client.next('connack')).returnCode).toBe(2); // [MQTT-3.1.3-8]
    expect(bench.refusals()).toEqual(['link_client_id']);
  });

  it('is refused when the gate names another device', async () => {
    const other: LinkIdentity = { kind: 'native', linkId: linkId('d9'), deviceId: deviceId('d9'), model: 'rv-s1' };
    await start({ gate: { authenticate: async () => other } });
    const client = await bench.dial();
    client.send(connectPacket('d1'));
    expect((await client.next('connack')).returnCode).toBe(2);
    expect(bench.refusals()).toEqual(['link_client_id']);
  });

  it('of a bridge that says so, as Mosquitto’s do, is one of MQTT 3.1.1', async () => {
    await start();
    const client = await bench.dial();
    const connect = mqttPacket.generate(connectPacket('homie1', { clean: false }));
    connect[8] = 0x84;
    client.send(connect);
    expect(await client.next('connack')).toMatchObject({ returnCode: 0, sessionPresent: false });
    expect(bench.refusals()).toEqual([]);
  });

  it.each([3, 5] as const)('of MQTT protocol level %s is answered with return code 1', async (protocolVersion) => {
    await start();
    const client = await bench.dial();
    client.send(connectPacket('d1', { protocolVersion, protocolId: protocolVersion === 3 ? 'MQIsdp' : 'MQTT' }));
    await client.closed();
    expect(client.received).toMatchObject([{ cmd: 'connack', returnCode: 1 }]);
    expect(bench.refusals()).toEqual(['link_protocol']);
  });

  it('that does not come in time ends the connection, also when it drips in', async () => {
    await start({ limits: { connectMs: 150 } });
    const silent = await bench.dial();
    const slow = await bench.dial();
    slow.send(fixedHeader(0x10, 100));
    const drip = setInterval(() => slow.send(Buffer.from([0])), 20);
    await Promise.all([silent.closed(), slow.closed()]);
    clearInterval(drip);
    expect(bench.refusals()).toEqual(['link_connect_timeout', 'link_connect_timeout']);
    expect(bench.broker.stats()).toMatchObject({ connected: 0, unauthenticated: 0 });
  });

  it('is refused when the gate does not answer in time, and a late answer disturbs nobody', async () => {
    let late: (() => void) | undefined;
    await start({
      limits: { authenticateMs: 100 },
      gate: {
        authenticate: async (offer) => {
          if (late === undefined) await new Promise<void>((resolve) => (late = resolve));
          return benchGate.authenticate(offer);
        },
      },
    });
    const client = await bench.dial();
    client.send(connectPacket('d1'));
    expect((await client.next('connack')).returnCode).toBe(3);
    await client.closed();
    const second = await bench.join('d1');
    late?.();
    await pause(20);
    expect(bench.told).toEqual(['refused link_not_authenticated null', 'connected d1']);
    expect(second.isClosed).toBe(false);
    expect(bench.broker.connections.of(deviceId('d1')).online).toBe(true);
  });

  it('is refused when the gate fails', async () => {
    await start({ gate: { authenticate: async () => Promise.reject(new Error('store')) } });
    const client = await bench.dial();
    client.send(connectPacket('d1'));
    expect((await client.next('connack')).returnCode).toBe(3);
    expect(bench.refusals()).toEqual(['link_not_authenticated']);
  });

  it('larger than 4 KiB ends the connection at its fixed header', async () => {
    await start();
    const client = await bench.dial();
    client.send(fixedHeader(0x10, 4094));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_packet_too_large']);
  });

  it.each([
    ['a PUBLISH', fixedHeader(0x30, 10)],
    ['a PINGREQ', Buffer.from([0xc0, 0])],
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a TLS hello', Buffer.from([0x16, 3, 1, 2, 0])],
    ['a remaining length of five bytes', Buffer.from([0x10, 0x80, 0x80, 0x80, 0x80, 1])],
    ['another protocol name', Buffer.from([0x10, 7, 0, 4, 0x4d, 0x51, 0x54, 0x58, 4])],
    ['a CONNECT that is cut short', Buffer.from([0x10, 8, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 2])],
    ['a CONNECT with its reserved flag', Buffer.from([0x10, 12, 0, 4, 0x4d, 0x51, 0x54, 0x54, 4, 3, 0, 0, 0, 0])],
  ])('must come first: %s ends the connection', async (_what, bytes) => {
    await start();
    const client = await bench.dial();
    client.send(bytes);
    await client.closed();
    expect(bench.refusals()).toEqual(['link_protocol']);
  });

  it('comes once: a second one ends the connection', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(connectPacket('d1'));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_protocol']);
  });

  it('can be cut anywhere and followed at once: what came before CONNACK is taken in order after it', async () => {
    await start();
    const client = await bench.dial();
    const bytes = Buffer.concat([
      mqttPacket.generate(connectPacket('d1')),
      mqttPacket.generate(publishPacket('diag/1/d1/up/birth', 1)),
      mqttPacket.generate(publishPacket('diag/1/d1/up/error', 2)),
    ]);
    for (const byte of bytes) {
      client.socket.write(Buffer.from([byte]));
      await new Promise(setImmediate);
    }
    await until(() => client.acknowledged().length === 2);
    expect(client.acknowledged()).toEqual([1, 2]);
    expect(bench.told).toEqual(['connected d1', 'message diag/1/d1/up/birth', 'message diag/1/d1/up/error']);
  });
});

describe('before CONNACK', () => {
  const hung = { authenticate: () => new Promise<undefined>(() => undefined) };

  it('a PUBLISH over 64 KiB ends the connection', async () => {
    await start({ gate: hung });
    const client = await bench.dial();
    client.send(connectPacket('d1'));
    await pause(20);
    client.send(fixedHeader(0x30, 70_000));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_packet_too_large']);
  });

  it('no more than a bounded number of bytes is read', async () => {
    await start({ gate: hung, limits: { authenticateMs: 60_000 } });
    const client = await bench.dial();
    client.send(connectPacket('d1'));
    const packet = mqttPacket.generate(publishPacket('diag/1/d1/up/telemetry', 1, { payload: Buffer.alloc(60_000) }));
    for (let count = 0; count < 500; count += 1) client.socket.write(packet);
    await pause(300);
    // 30 MB were offered; what the kernel's buffers do not hold still waits at the sender.
    expect(client.socket.writableLength).toBeGreaterThan(15_000_000);
    expect(bench.told).toEqual([]);
  });
});

describe('listening', () => {
  it('on a taken port rejects with the original error', async () => {
    await start();
    const again = startBroker({
      host: '127.0.0.1',
      port: bench.broker.port,
      gate: benchGate,
      clock: realClock,
      events: { connected: no, subscribed: no, disconnected: no, message: no, refused: no },
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('stops at close: nobody can connect any more', async () => {
    await start();
    const { port } = bench.broker;
    await bench.broker.close();
    const socket = connectSocket({ port, host: '127.0.0.1' });
    const code = await new Promise((resolve) =>
      socket.on('error', (error) => resolve((error as { code?: string }).code)),
    );
    expect(code).toBe('ECONNREFUSED');
  });
});

function will(topic: string): { topic: string; payload: Buffer; qos: 1; retain: boolean } {
  return { topic, payload: Buffer.from('gone'), qos: 1, retain: false };
}

function no(): void {}
