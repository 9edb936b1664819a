import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import { downFilter, upTopic } from '../../proto/topics.ts';
import { connectBytes, publishBytes, RawLink, subscribeBytes } from '../support/raw-link.ts';
import { expectEndured, Ground, metrics, type Party } from './ground.ts';

let ground: Ground;
let target: Party;
beforeAll(async () => {
  ground = await Ground.open();
  target = await ground.party();
}, 60_000);
afterAll(() => ground.close());

const deviceId = () => target.registered.device.id;
const otherId = () => ground.bystander.registered.device.id;
const genuine = () => ({ clientId: deviceId(), password: Buffer.from(target.registered.secret) });
const link = () => RawLink.open(ground.kit.gateway.mqttUrl);
const death = diag.Death.encode({ bootId: 1 }).finish();

describe('a CONNECT that is refused, with the CONNACK that says so', () => {
  it.each([
    ['a wrong secret', 'link_not_authenticated', 4, () => ({ ...genuine(), password: Buffer.from('guessed') })],
    ['no secret at all', 'link_not_authenticated', 4, () => ({ clientId: deviceId() })],
    [
      'an unknown device',
      'link_not_authenticated',
      4,
      () => ({ ...genuine(), clientId: 'nobody', username: 'nobody' }),
    ],
    [
      'the secret of another device',
      'link_not_authenticated',
      4,
      () => ({ ...genuine(), clientId: otherId(), username: otherId() }),
    ],
    [
      'a client id of another device',
      'link_client_id',
      2,
      () => ({ ...genuine(), clientId: otherId(), username: deviceId() }),
    ],
    [
      '__proto__ as its name',
      'link_not_authenticated',
      4,
      () => ({ ...genuine(), clientId: '__proto__', username: '__proto__' }),
    ],
    ['a client id with a wildcard', 'link_client_id', 2, () => ({ ...genuine(), clientId: '#', username: '#' })],
    ['a persistent session', 'link_persistent_session', 2, () => ({ ...genuine(), clean: false })],
    [
      'a will on another device’s topic',
      'link_will_topic',
      5,
      () => ({ ...genuine(), will: will(otherId(), 'death') }),
    ],
    ['a will that is no death', 'link_will_topic', 5, () => ({ ...genuine(), will: will(deviceId(), 'telemetry') })],
  ] as const)('%s', async (_name, code, returnCode, offer) => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code }, async () => {
      const raw = await link();
      expect(await raw.connect(offer())).toBe(returnCode);
      await raw.untilClosed();
    });
  });

  function will(id: string, lane: 'death' | 'telemetry') {
    return { topic: upTopic(id, lane), payload: Buffer.from(death), qos: 1 as const, retain: false };
  }
});

describe('bytes that are no CONNECT in time', () => {
  it.each([
    ['a silent socket', []],
    ['half a CONNECT', [connectBytes({ clientId: 'half' }).subarray(0, 10)]],
    [
      'a CONNECT byte by byte',
      [...connectBytes({ clientId: 'slow' }).subarray(0, -1)].map((byte) => Buffer.from([byte])),
    ],
  ])('%s', async (_name, pieces) => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code: 'link_connect_timeout' }, async () => {
      const raw = await link();
      for (const piece of pieces) {
        raw.send(piece);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      ground.clock.leap(5_000);
      await raw.untilClosed();
      expect(raw.packets).toEqual([]);
    });
  });

  it.each([
    ['HTTP', 'link_protocol', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['a remaining length without end', 'link_protocol', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['MQTT 5', 'link_protocol', Buffer.from([0x10, 13, 0, 4, 0x4d, 0x51, 0x54, 0x54, 5, 2, 0, 60, 0, 0, 0])],
    ['a CONNECT of 5 KiB', 'link_packet_too_large', connectBytes({ clientId: 'x'.repeat(5_000) })],
    ['a CONNECT that promises 256 MB', 'link_packet_too_large', Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f])],
  ] as const)('%s', async (_name, code, bytes) => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code }, async () => {
      const raw = await link();
      raw.send(bytes);
      await raw.untilClosed();
    });
  });
});

describe('a genuine device that does what it may not is disconnected', () => {
  it.each([
    ['publishes on another device’s topic', 'link_topic', () => publishBytes(upTopic(otherId(), 'telemetry'), death)],
    ['publishes on its own way down', 'link_topic', () => publishBytes(`diag/1/${deviceId()}/down/consent`, death)],
    ['publishes on $SYS', 'link_topic', () => publishBytes('$SYS/broker/uptime', death)],
    ['publishes on a wildcard', 'link_topic', () => rawPublish(`diag/1/${deviceId()}/up/#`)],
    ['publishes on a topic of 2 KiB', 'link_topic', () => publishBytes(`diag/1/${'x'.repeat(2_048)}/up/birth`, death)],
    ['publishes with QoS 2', 'link_qos2', () => publishBytes(upTopic(deviceId(), 'birth'), death, 2)],
    ['subscribes to #', 'link_subscription', () => subscribeBytes('#')],
    ['subscribes to $SYS/#', 'link_subscription', () => subscribeBytes('$SYS/#')],
    ['subscribes to a shared subscription', 'link_subscription', () => subscribeBytes('$share/g/diag/1/+/down/+')],
    ['subscribes to every device', 'link_subscription', () => subscribeBytes('diag/1/+/down/+')],
    ['subscribes to another device', 'link_subscription', () => subscribeBytes(downFilter(otherId()))],
    ['subscribes to a device’s way up', 'link_subscription', () => subscribeBytes(upTopic(otherId(), 'telemetry'))],
    ['subscribes with 20 KiB', 'link_packet_too_large', () => Buffer.concat([Buffer.from([0x82, 0xa0, 0x9c, 1])])],
    ['sends a second CONNECT', 'link_protocol', () => connectBytes(genuine())],
    ['sends what only a server sends', 'link_protocol', () => Buffer.from([0x20, 2, 0, 0])],
    ['sends text that is no UTF-8 as a topic', 'link_protocol', () => Buffer.from([0x32, 6, 0, 2, 0xc3, 0x28, 0, 1])],
  ] as const)('%s', async (_name, code, bytes) => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code }, async () => {
      const raw = await link();
      expect(await raw.connect(genuine())).toBe(0);
      raw.send(bytes());
      await raw.untilClosed();
      expect(raw.packets.filter(({ cmd }) => cmd === 'puback')).toEqual([]);
    });
  });

  /** The library refuses to make one. */
  function rawPublish(topic: string): Buffer {
    const text = Buffer.from(topic);
    return Buffer.concat([Buffer.from([0x32, text.length + 4, 0, text.length]), text, Buffer.from([0, 1])]);
  }
});

describe('a payload that is too large', () => {
  it('is skipped, counted and settled, in the order of arrival', async () => {
    const raw = await link();
    expect(await raw.connect(genuine())).toBe(0);
    await expectEndured(ground, { counter: 'diag_discards_total', code: 'oversize' }, async () => {
      const birth = diag.Birth.encode({ bootId: 5, model: 'rv-s1', metrics }).finish();
      raw.send(publishBytes(upTopic(deviceId(), 'telemetry'), Buffer.alloc(3_000_000, 0x5a)));
      raw.send(publishBytes(upTopic(deviceId(), 'birth'), birth));
      expect((await raw.next('puback')).messageId).toBe(7);
      expect((await raw.next('puback')).messageId).toBe(7);
      expect(raw.closed).toBe(false);
    });
    raw.end();
  });
});

describe('a packet that never comes whole', () => {
  const half = () => publishBytes(upTopic(deviceId(), 'telemetry'), Buffer.alloc(1_000)).subarray(0, 500);
  it.each<[string, boolean, () => Buffer]>([
    ['half a CONNECT', false, () => connectBytes(genuine()).subarray(0, 10)],
    ['half a PUBLISH', true, half],
    ['half a PUBLISH that is too large', true, () => Buffer.from([0x32, 0xff, 0xff, 0x7f, 0])],
  ])('%s, then its sender hangs up', async (_name, connects, piece) => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code: 'link_protocol' }, async () => {
      const raw = await link();
      if (connects) expect(await raw.connect(genuine())).toBe(0);
      raw.send(piece());
      raw.hangUp();
      await raw.untilClosed();
    });
  });

  it('half a PUBLISH, then silence', async () => {
    await expectEndured(ground, { counter: 'diag_link_refusals_total', code: 'link_silent' }, async () => {
      const raw = await link();
      expect(await raw.connect({ ...genuine(), keepalive: 10 })).toBe(0);
      raw.send(half());
      await ground.count('diag_link_refusals_total', 'link_silent');
      ground.clock.leap(15_000);
      await raw.untilClosed();
      expect(raw.packets).toEqual([]);
    });
  });
});
