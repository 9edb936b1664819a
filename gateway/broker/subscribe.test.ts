import mqttPacket from 'mqtt-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { fixedHeader } from './framing.ts';
import {
  type Bench,
  type BenchOptions,
  deviceId,
  linkId,
  pause,
  publishPacket,
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
const lane = (name: string): string => `diag/1/d1/down/${name}`;

describe('a native device', () => {
  it('subscribes to its own down/+, and what is sent on that occasion comes after the SUBACK', async () => {
    await start({ subscribed: (broker, link) => broker.publish(link.linkId, lane('consent'), Buffer.from('state')) });
    const client = await bench.join('d1');
    client.send(subscribePacket(['diag/1/d1/down/+'], 9));
    await until(() => client.received.length === 2);
    expect(client.received).toMatchObject([
      { cmd: 'suback', messageId: 9, granted: [1] },
      { cmd: 'publish', topic: lane('consent'), qos: 1, retain: false, payload: Buffer.from('state') },
    ]);
    expect(bench.told).toEqual(['connected d1', 'subscribed d1']);
  });

  it('may say very much at once: all of it is answered, and keep-alive still ends what is gone', async () => {
    const clock = new FakeClock();
    await start({ clock });
    const client = await bench.join('d1', { keepalive: 1 });
    const many = 900; // more bytes than a stream takes in one go
    const packets = Array.from({ length: many }, (_, n) => subscribePacket(['diag/1/d1/down/+'], n + 1));
    client.send(Buffer.concat(packets.map((packet) => mqttPacket.generate(packet))));
    await until(() => client.received.length === many);
    client.send({ cmd: 'pingreq' });
    await until(() => client.received.length === many + 1);
    await clock.pass(1_499);
    expect(bench.refusals()).toEqual([]);
    await clock.pass(1);
    await client.closed(); // silent for 1.5 times its keep-alive: [MQTT-3.1.2-24]
    expect(bench.refusals()).toEqual(['link_silent']);
    await until(() => !bench.broker.connections.of(deviceId('d1')).online);
    expect(client.received.filter(({ cmd }) => cmd === 'suback')).toHaveLength(many);
  });

  it('is told again at every subscription that can receive consent, and only then', async () => {
    await start();
    const client = await bench.join('d1');
    for (const filters of [['diag/1/d1/down/+'], [lane('live')], [lane('consent'), lane('live')]]) {
      client.send(subscribePacket(filters));
      await client.next('suback');
    }
    expect(bench.told.filter((line) => line.startsWith('subscribed'))).toEqual(['subscribed d1', 'subscribed d1']);
  });

  it.each([
    ['#', ['#']],
    ['+', ['+']],
    ['$SYS', ['$SYS/#']],
    ['a shared subscription', ['$share/g/diag/1/d1/down/+']],
    ['another device', ['diag/1/d2/down/+']],
    ['every device', ['diag/1/+/down/+']],
    ['its own up', ['diag/1/d1/up/+']],
    ['its own everything', ['diag/1/d1/#']],
    ['an unknown lane', [lane('shell')]],
    ['a fifth filter', ['diag/1/d1/down/+', lane('consent'), lane('live'), lane('operation'), lane('cancel')]],
    ['one good and one bad', ['diag/1/d1/down/+', '#']],
  ])('that subscribes to %s is closed', async (_what, filters) => {
    await start();
    const client = await bench.join('d1');
    client.send(subscribePacket(filters));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_subscription']);
    expect(bench.told.some((line) => line.startsWith('subscribed'))).toBe(false);
    expect(client.received).toEqual([]);
  });

  it('that subscribes to 20,000 topics is closed, at the fixed header or at the first of them', async () => {
    await start();
    const large = await bench.join('d1');
    large.send(subscribePacket(Array.from({ length: 20_000 }, (_, index) => `diag/1/d1/down/${index}`)));
    await large.closed();
    const small = await bench.join('d2');
    small.send(subscribePacket(Array.from({ length: 4000 }, () => '#')));
    await small.closed();
    expect(bench.refusals()).toEqual(['link_packet_too_large', 'link_subscription']);
  });

  it('has four filters at once however often it changes them', async () => {
    await start();
    const client = await bench.join('d1');
    const lanes = ['consent', 'live', 'operation', 'cancel', 'rebirth'];
    for (const name of lanes) {
      client.send(subscribePacket([lane(name)]), { cmd: 'unsubscribe', messageId: 2, unsubscriptions: [lane(name)] });
      await client.next('suback');
      await client.next('unsuback');
    }
    client.send(subscribePacket(lanes.slice(1).map(lane)));
    expect((await client.next('suback')).granted).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['no filter', Buffer.from([0x82, 2, 0, 1])],
    ['a filter without QoS', Buffer.from([0x82, 5, 0, 1, 0, 1, 0x61])],
    ['QoS 3', Buffer.from([0x82, 6, 0, 1, 0, 1, 0x61, 3])],
  ])('that sends a SUBSCRIBE with %s is closed', async (_what, bytes) => {
    await start();
    const client = await bench.join('d1');
    client.send(bytes);
    await client.closed();
    expect(bench.refusals()).toEqual(['link_protocol']);
  });

  it('that sends a SUBSCRIBE over 16 KiB is closed at its fixed header', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(fixedHeader(0x82, 20_000));
    await client.closed();
    expect(bench.refusals()).toEqual(['link_packet_too_large']);
  });
});

describe('a dialect’s client', () => {
  it('may subscribe in its own namespace; the rest is answered with 0x80 and told once', async () => {
    await start();
    const client = await bench.join('homie1');
    const filters = [
      'valetudo/homie1/#',
      'valetudo/homie1/+/set',
      '#',
      '$SYS/#',
      'homeassistant/status',
      'diag/1/homie1/down/+',
    ];
    client.send(subscribePacket(filters));
    expect((await client.next('suback')).granted).toEqual([1, 1, 1, 128, 1, 128]);
    expect(bench.refusals()).toEqual(['link_subscription']);
    expect(bench.told.some((line) => line.startsWith('subscribed'))).toBe(false);
  });

  it('has at most 64 filters, and is closed when it does not stop asking', async () => {
    await start();
    const client = await bench.join('homie1');
    const filters = Array.from({ length: 70 }, (_, index) => `valetudo/homie1/${index}`);
    client.send(subscribePacket(filters));
    const granted = (await client.next('suback')).granted as number[];
    expect(granted.filter((code) => code === 1).length).toBe(64);
    client.send(subscribePacket(Array.from({ length: 80 }, () => '$share/g/x').map((filter, index) => filter + index)));
    await client.closed();
  });
});

describe('what one client publishes', () => {
  it('reaches no other client, and not itself', async () => {
    await start();
    const native = await bench.join('d1');
    native.send(subscribePacket(['diag/1/d1/down/+']));
    const homie = await bench.join('homie1');
    homie.send(subscribePacket(['valetudo/homie1/#']));
    const twin = await bench.join('homie2');
    twin.send(subscribePacket(['valetudo/homie2/#']));
    await Promise.all([native.next('suback'), homie.next('suback'), twin.next('suback')]);
    homie.send(
      publishPacket('valetudo/homie1/$state', 1, { retain: true }),
      publishPacket('valetudo/homie2/$state', 2),
      publishPacket('diag/1/d1/down/consent', 3),
    );
    await until(() => homie.acknowledged().length === 3);
    await pause(50);
    expect(native.received).toEqual([]);
    expect(twin.received).toEqual([]);
    expect(homie.received.every((packet) => packet.cmd === 'puback')).toBe(true);
  });
});

describe('publish to a device', () => {
  it('reaches that device only, in order', async () => {
    await start();
    const client = await bench.join('d1');
    const other = await bench.join('d2');
    client.send(subscribePacket(['diag/1/d1/down/+']));
    other.send(subscribePacket(['diag/1/d2/down/+']));
    await Promise.all([client.next('suback'), other.next('suback')]);
    for (let n = 0; n < 50; n += 1) bench.broker.publish(d1, lane('live'), Buffer.from([n]));
    await until(() => client.received.length === 50);
    const payloads = client.received.map((packet) => (packet as unknown as { payload: Buffer }).payload[0]);
    expect(payloads).toEqual(Array.from({ length: 50 }, (_, n) => n));
    const ids = new Set(client.received.map((packet) => packet.messageId));
    expect(ids.size).toBe(50);
    client.send({ cmd: 'puback', messageId: client.received[0]?.messageId ?? 0 }, { cmd: 'pingreq' });
    await client.next('pingresp');
    expect(other.received).toEqual([]);
  });

  it('comes with QoS 0 to who subscribed with 0, and not at all to who did not subscribe or is offline', async () => {
    await start();
    const client = await bench.join('d1');
    bench.broker.publish(d1, lane('live'), Buffer.from('early'));
    bench.broker.publish(linkId('d7'), 'diag/1/d7/down/live', Buffer.from('offline'));
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: lane('live'), qos: 0 }] });
    await client.next('suback');
    bench.broker.publish(d1, lane('cancel'), Buffer.from('not asked for'));
    bench.broker.publish(d1, lane('live'), Buffer.from('late'));
    await pause(50);
    expect(client.received).toMatchObject([{ cmd: 'publish', qos: 0, payload: Buffer.from('late') }]);
  });

  it('on a topic that is not its own is a mistake of the caller', async () => {
    await start();
    await bench.join('d1');
    await until(() => bench.told.includes('connected d1'));
    expect(() => bench.broker.publish(d1, 'diag/1/d2/down/live', Buffer.alloc(1))).toThrow(/own topics/);
  });

  it('is nothing to a dialect’s device, which understands none of our topics', async () => {
    await start();
    const client = await bench.join('homie1');
    await until(() => bench.told.includes('connected homie1'));
    bench.broker.publish(linkId('homie1'), 'diag/1/homie1/down/consent', Buffer.alloc(1));
    await pause(20);
    expect(client.received).toEqual([]);
  });

  it('closes a device that lets too much wait', async () => {
    await start();
    const client = await bench.join('d1');
    client.send(subscribePacket(['diag/1/d1/down/+']));
    await client.next('suback');
    client.socket.pause();
    const payload = Buffer.alloc(60_000);
    for (let n = 0; n < 2000 && bench.refusals().length === 0; n += 1) {
      bench.broker.publish(d1, lane('live'), payload);
      await new Promise(setImmediate);
    }
    expect(bench.refusals()).toEqual(['link_too_many_in_flight']);
    await until(() => bench.told.includes('disconnected d1'));
  });

  it('closes a device that reads nothing for a while', async () => {
    await start({ limits: { drainMs: 100, outgoingBytes: 1e9 } });
    const client = await bench.join('d1');
    client.send(subscribePacket(['diag/1/d1/down/+']));
    await client.next('suback');
    client.socket.pause();
    for (let n = 0; n < 300; n += 1) bench.broker.publish(d1, lane('live'), Buffer.alloc(60_000));
    await until(() => bench.told.includes('disconnected d1'));
    expect(bench.refusals()).toEqual(['link_too_many_in_flight']);
  });
});
