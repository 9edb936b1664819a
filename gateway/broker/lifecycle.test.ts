import type { LinkIdentity } from '../ports/links.ts';
import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { ConnectionRegistry, neverSeen } from './connection-registry.ts';
import {
  type Bench,
  type BenchOptions,
  connectPacket,
  deviceId,
  linkId,
  pause,
  publishPacket,
  realClock,
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

const d1 = linkId('d1');
const device1 = deviceId('d1');
const death = 'diag/1/d1/up/death';
const will = { topic: death, payload: Buffer.from('gone'), qos: 1 as const, retain: true };

describe('a will', () => {
  it('arrives once, like any other message, when the connection breaks', async () => {
    await start();
    const client = await bench.join('d1', { will });
    client.send(subscribePacket(['diag/1/d1/down/+']));
    await client.next('suback');
    client.socket.resetAndDestroy();
    await until(() => bench.told.includes('disconnected d1'));
    await pause(30);
    expect(bench.told).toEqual(['connected d1', 'subscribed d1', `message ${death}`, 'disconnected d1']);
    expect(bench.messages[0]).toMatchObject({ retain: true, oversize: false, from: { deviceId: 'd1' } });
    expect(Buffer.from(bench.messages[0]?.payload ?? []).toString()).toBe('gone');
    expect(bench.refusals()).toEqual([]);
  });

  it('of a dialect is its $state', async () => {
    await start();
    const topic = 'valetudo/homie1/$state';
    const client = await bench.join('homie1', { will: { ...will, topic, payload: Buffer.from('lost') } });
    client.socket.end();
    await until(() => bench.told.includes('disconnected homie1'));
    expect(bench.messages.map((raw) => raw.topic)).toEqual([topic]);
  });

  it('arrives when the gateway closes the connection, as for a refused topic', async () => {
    await start();
    const client = await bench.join('d1', { will });
    client.send(publishPacket('diag/1/d2/up/error', 1));
    await client.closed();
    await until(() => bench.told.includes('disconnected d1'));
    expect(bench.messages.map((raw) => raw.topic)).toEqual([death]);
  });

  it('does not arrive after DISCONNECT', async () => {
    await start();
    const client = await bench.join('d1', { will });
    client.send(publishPacket('diag/1/d1/up/error', 1, { qos: 0 }), { cmd: 'disconnect' });
    await client.closed();
    await until(() => bench.told.includes('disconnected d1'));
    expect(bench.messages.map((raw) => raw.topic)).toEqual(['diag/1/d1/up/error']);
  });

  it('does not arrive when the CONNECT was refused', async () => {
    await start();
    const client = await bench.dial();
    client.send(connectPacket('d1', { will, password: Buffer.from('wrong') }));
    await client.closed();
    await pause(30);
    expect(bench.messages).toEqual([]);
  });

  it('that cannot be kept harms nobody', async () => {
    await start({ settle: () => Promise.reject(new Error('the store cannot write')) });
    const client = await bench.join('d1', { will });
    client.socket.destroy();
    await until(() => bench.told.includes('disconnected d1'));
    await bench.join('d1');
    expect(bench.broker.connections.of(device1).online).toBe(true);
  });
});

describe('the same client id again', () => {
  it('closes the old connection, whose will comes before anything of the new one', async () => {
    await start();
    const old = await bench.join('d1', { will });
    old.send(subscribePacket(['diag/1/d1/down/+']));
    await old.next('suback');
    const fresh = await bench.join('d1', { will });
    fresh.send(publishPacket('diag/1/d1/up/birth', 1));
    await fresh.next('puback');
    await old.closed();
    expect(bench.told).toEqual([
      'connected d1',
      'subscribed d1',
      `message ${death}`,
      'disconnected d1',
      'connected d1',
      'message diag/1/d1/up/birth',
    ]);
    expect(bench.broker.stats()).toMatchObject({ connected: 1, unauthenticated: 0 });
    expect(bench.broker.connections.of(device1).online).toBe(true);
  });

  it('many times at once leaves one connection, which can be sent to, and right numbers', async () => {
    await start();
    const clients = await Promise.all(Array.from({ length: 20 }, async () => bench.dial()));
    for (const client of clients) client.send(connectPacket('d1', { will }), subscribePacket(['diag/1/d1/down/+']));
    await until(() => clients.filter((client) => !client.isClosed).length === 1, 'one is left');
    await until(() => bench.broker.stats().unauthenticated === 0);
    expect(bench.broker.stats().connected).toBe(1);
    const count = (what: string): number => bench.told.filter((line) => line === what).length;
    expect(count('connected d1') - count('disconnected d1')).toBe(1);
    expect(count(`message ${death}`)).toBe(count('disconnected d1'));
    const [last] = clients.filter((client) => !client.isClosed);
    await last?.next('suback');
    bench.broker.publish(d1, 'diag/1/d1/down/rebirth', Buffer.alloc(1));
    await last?.next('publish');
    const after = await bench.join('d1');
    await last?.closed();
    expect(after.isClosed).toBe(false);
    expect(bench.broker.stats()).toMatchObject({ connected: 1, unauthenticated: 0 });
  });

  it('from one without the secret does not disturb the device', async () => {
    await start();
    const device = await bench.join('d1');
    const thief = await bench.dial();
    thief.send(connectPacket('d1', { password: Buffer.from('guess') }));
    await thief.closed();
    device.send({ cmd: 'pingreq' });
    await device.next('pingresp');
    expect(bench.broker.stats().connected).toBe(1);
  });
});

describe('connections', () => {
  it('say since when a device is there or gone, and when it was heard last', async () => {
    await start();
    const { connections } = bench.broker;
    expect(connections.of(device1)).toEqual(neverSeen);
    const changes: boolean[] = [];
    const undo = connections.onChange((id) => changes.push(connections.of(id).online));
    const client = await bench.join('d1');
    const first = connections.of(device1);
    expect(first.online).toBe(true);
    await pause(20);
    client.send({ cmd: 'pingreq' });
    await client.next('pingresp');
    expect(connections.of(device1).heardAt).toBeGreaterThan(first.heardAt ?? 0);
    expect(connections.of(device1).since).toBe(first.since);
    client.socket.destroy();
    await until(() => !connections.of(device1).online);
    expect(connections.of(device1).since).toBeGreaterThan(first.since ?? 0);
    expect(connections.of(device1).heardAt).not.toBeNull();
    undo();
    await bench.join('d1');
    expect(changes).toEqual([true, false]);
  });

  it('of the device that holds a dialect’s link follow its own sign of life until it connects anew', async () => {
    const registry = new ConnectionRegistry({ clock: realClock });
    const [home, robot] = [identity('home'), deviceId('robot')];
    let changes = 0;
    registry.onChange((id) => (changes += id === robot ? 1 : 0));
    expect(registry.of(robot)).toMatchObject({ since: null, presence: 'offline' });
    registry.linkConnected(home);
    registry.setPresence(home.linkId, { deviceId: robot, presence: 'online', isClient: true });
    registry.setPresence(home.linkId, { deviceId: robot, presence: 'online', isClient: true });
    expect(registry.of(robot).online).toBe(true);
    registry.setPresence(home.linkId, { deviceId: robot, presence: 'offline', isClient: true });
    expect(registry.of(robot)).toMatchObject({ online: false, presence: 'offline' });
    registry.linkDisconnected(home.linkId);
    registry.linkConnected(home);
    expect(registry.of(robot).online).toBe(true);
    registry.linkDisconnected(home.linkId);
    expect(registry.of(robot).presence).toBe('offline');
    expect(changes).toBe(4);
    await start();
  });

  it('of devices behind a bridge are not known while it is gone, nor heard when only the bridge is', async () => {
    const clock = new FakeClock();
    const registry = new ConnectionRegistry({ clock });
    const [home, sensor, plug] = [identity('home'), deviceId('sensor'), deviceId('plug')];
    registry.linkConnected(home);
    registry.setPresence(home.linkId, { deviceId: sensor, presence: 'online', isClient: false });
    registry.setPresence(home.linkId, { deviceId: plug, presence: 'offline', isClient: false });
    registry.heard(sensor);
    const { heardMs } = registry.of(sensor);
    clock.advance(9_000);
    registry.linkHeard(home.linkId);
    expect(registry.of(sensor)).toMatchObject({ presence: 'online', heardMs });
    registry.linkDisconnected(home.linkId);
    expect(registry.of(sensor)).toMatchObject({ online: false, presence: 'unknown' });
    expect(registry.of(plug).presence).toBe('offline');
    registry.linkConnected(home);
    expect(registry.of(sensor)).toMatchObject({ presence: 'unknown', connectedMs: clock.monotonicMs() });
    await start();
  });

  it('count from the begin of the present one, also when a device takes over its own; of a dialect’s device, since its dialect last said that it was gone', async () => {
    const clock = new FakeClock();
    const registry = new ConnectionRegistry({ clock });
    let changes = 0;
    registry.onChange(() => (changes += 1));
    const link = identity('d1');
    registry.linkConnected(link);
    const { since } = registry.of(device1);
    clock.advance(1_000);
    registry.linkHeard(d1);
    expect(registry.of(device1)).toMatchObject({ connectedMs: 5_000, heardMs: 6_000 });
    registry.linkConnected(link);
    expect(registry.of(device1)).toMatchObject({ connectedMs: 6_000, online: true, since });
    const child = { deviceId: deviceId('robot'), isClient: true } as const;
    registry.setPresence(d1, { ...child, presence: 'online' });
    clock.advance(1_000);
    registry.setPresence(d1, { ...child, presence: 'offline' });
    clock.advance(1_000);
    registry.setPresence(d1, { ...child, presence: 'online' });
    expect(registry.of(child.deviceId)).toMatchObject({ connectedMs: 7_000, online: true });
    expect(changes).toBe(5);
    await start();
  });

  it('can be ended by the gateway with a code', async () => {
    await start();
    const client = await bench.join('d1', { will });
    bench.broker.disconnect(d1, 'link_not_authenticated');
    bench.broker.disconnect(linkId('d9'), 'link_not_authenticated');
    await client.closed();
    expect(bench.refusals()).toEqual(['link_not_authenticated']);
  });
});

describe('close', () => {
  it('lets messages in flight settle and be acknowledged, takes no new ones, and hands no will on', async () => {
    const release: (() => void)[] = [];
    await start({
      settle: async () => new Promise<void>((resolve) => release.push(resolve)),
      limits: { closeMs: 30_000 },
    });
    const client = await bench.join('d1', { will });
    client.send(publishPacket('diag/1/d1/up/error', 1), publishPacket('diag/1/d1/up/error', 2));
    await until(() => bench.messages.length === 2);
    const closed = bench.broker.close();
    client.send(publishPacket('diag/1/d1/up/error', 3));
    await pause(50);
    for (const settle of release) settle();
    await closed;
    await client.closed();
    expect(client.acknowledged()).toEqual([1, 2]);
    expect(bench.messages.length).toBe(2);
    expect(bench.told.filter((line) => line.includes('death'))).toEqual([]);
    expect(bench.broker.connections.of(device1).online).toBe(false);
  });

  it('does not wait for ever, nor for those who never spoke', async () => {
    const clock = new FakeClock();
    await start({ settle: () => new Promise(() => undefined), clock, limits: { closeMs: 100 } });
    const client = await bench.join('d1');
    const silent = await bench.dial();
    client.send(publishPacket('diag/1/d1/up/error', 1));
    await until(() => bench.messages.length === 1);
    const closed = Promise.all([bench.broker.close(), bench.broker.close()]);
    await clock.pass(99);
    await pause(20);
    expect([client.isClosed, silent.isClosed]).toEqual([false, false]);
    await clock.pass(1);
    await closed;
    await Promise.all([client.closed(), silent.closed()]);
    expect(client.acknowledged()).toEqual([]);
  });
});

describe('an ordinary MQTT client', () => {
  it('connects, subscribes, publishes with QoS 1 and 0, receives and leaves', async () => {
    await start({
      subscribed: (broker, link) => broker.publish(link.linkId, 'diag/1/d1/down/consent', Buffer.from('c')),
    });
    const options = { clientId: 'd1', username: 'd1', password: 'secret', reconnectPeriod: 0, will };
    const client = await connectAsync(`mqtt://127.0.0.1:${bench.broker.port}`, options);
    const received: string[] = [];
    client.on('message', (topic, payload) => received.push(`${topic} ${payload.toString()}`));
    await client.subscribeAsync('diag/1/d1/down/+', { qos: 1 });
    await client.publishAsync('diag/1/d1/up/birth', 'b', { qos: 1 });
    await client.publishAsync('diag/1/d1/up/log', Buffer.alloc(200_000), { qos: 1 });
    await client.publishAsync('diag/1/d1/up/telemetry', 't', { qos: 0 });
    await until(() => received.length === 1 && bench.messages.length === 3);
    await client.endAsync();
    await until(() => bench.told.includes('disconnected d1'));
    expect(received).toEqual(['diag/1/d1/down/consent c']);
    expect(bench.messages.map((raw) => raw.oversize)).toEqual([false, true, false]);
    expect(bench.messages.some((raw) => raw.topic === death)).toBe(false);
    expect(bench.refusals()).toEqual([]);
  });
});

function identity(id: string): LinkIdentity {
  return { kind: 'dialect', linkId: linkId(id), children: [] };
}
