import { encodeRemaining } from './remaining-length.ts';
import type { Random } from '../support/random.ts';

/** Streams of MQTT 3.1.1 as a client might send them after its CONNECT: valid, odd and broken. Written from the standard alone. */
export type Who = { readonly kind: 'native' | 'dialect'; readonly id: string };

const lanes = ['birth', 'telemetry', 'error', 'firmware', 'log', 'output', 'execution', 'consent', 'death'];
/** WIRE.md: 64 KiB a packet; the sizes around it. */
const aroundTheLimit = [65_536 - 1, 65_536, 65_536 + 1, 65_536 * 2];

export function publish(parts: {
  readonly topic: Uint8Array;
  readonly payload: Uint8Array;
  readonly flags: number;
  readonly packetId: number;
  readonly lengthBytes?: number;
}): Buffer {
  const { topic, payload, flags, packetId } = parts;
  const head = Buffer.alloc(2);
  head.writeUInt16BE(topic.length & 0xffff);
  const id = (flags >> 1) & 3 ? Buffer.of(packetId >> 8, packetId & 0xff) : Buffer.alloc(0);
  return packet(3, flags, Buffer.concat([head, topic, id, payload]), parts.lengthBytes);
}

export function packet(type: number, flags: number, body: Uint8Array, lengthBytes?: number): Buffer {
  return Buffer.concat([Buffer.of((type << 4) | flags), encodeRemaining(body.length, lengthBytes), body]);
}

function ownTopic(random: Random, { kind, id }: Who): string {
  if (kind === 'native') return `diag/1/${id}/up/${random.of(lanes)}`;
  return random.of([
    'homie/robot/$state',
    'zigbee2mqtt/bridge/state',
    'a',
    '/',
    'диван/температура',
    '\uFEFFx',
    'x'.repeat(1024),
  ]);
}

function goodPublish(random: Random, who: Who): Buffer {
  const topic = Buffer.from(ownTopic(random, who));
  const qos = random.below(2);
  const fixed = 1 + 3 + 2 + topic.length + 2 * qos;
  const size = random.chance(25)
    ? Math.max(0, random.of(aroundTheLimit) - fixed)
    : random.below(random.chance(6) ? 5000 : 60);
  return publish({
    topic,
    payload: Buffer.alloc(size, random.below(256)),
    flags: (qos === 1 && random.chance(3) ? 8 : 0) | (qos << 1) | random.below(2),
    packetId: 1 + random.below(random.chance(2) ? 9 : 65_535),
    ...(random.chance(12) ? { lengthBytes: 4 } : {}),
  });
}

function goodControl(random: Random, { id }: Who): Buffer {
  const filter = Buffer.from(`diag/1/${id}/down/+`);
  const listed = Buffer.concat([Buffer.of(0, 1 + random.below(200), 0, filter.length), filter]);
  switch (random.below(9)) {
    case 0:
      return packet(8, 2, Buffer.concat([listed, Buffer.of(1)]));
    case 1:
      return packet(10, 2, listed);
    case 2:
      return packet(4, 0, Buffer.of(0, 1 + random.below(200)));
    case 3:
      return random.chance(8) ? packet(14, 0, Buffer.alloc(0)) : packet(12, 0, Buffer.alloc(0));
    default:
      return packet(12, 0, Buffer.alloc(0));
  }
}

function badTopic(random: Random, who: Who): Buffer {
  const own = Buffer.from(ownTopic(random, who));
  const within = (piece: Uint8Array): Buffer => {
    const at = random.below(own.length + 1);
    return Buffer.concat([own.subarray(0, at), piece, own.subarray(at)]);
  };
  const kinds: (() => Buffer)[] = [
    () => Buffer.alloc(0),
    () => within(Buffer.of(0)),
    () => within(Buffer.from(random.of(['#', '+', '/#']))),
    () => within(Buffer.from([0xed, 0xa0, 0x80])),
    () => within(Buffer.from([0xc0, 0x80])),
    () => within(Buffer.of(0xff)),
    () => own.subarray(0, -1),
    () => Buffer.concat([own, Buffer.from(random.of(['/', '/x', 'x']))]),
    () =>
      Buffer.from(
        random.of([
          '$SYS/broker/load',
          'diag/1/other/up/telemetry',
          `diag/1/${who.id}/down/consent`,
          `diag/2/${who.id}/up/log`,
        ]),
      ),
    () => Buffer.alloc(random.of([1025, 2000, 65_535]), 0x61),
  ];
  return random.of(kinds)();
}

function broken(random: Random, who: Who): Buffer {
  const good = goodPublish(random, who);
  switch (random.below(9)) {
    case 0:
      return packet(random.below(16), random.below(16), random.bytes(random.below(6)));
    case 1:
      good[0] = 0x30 | random.below(16);
      return good;
    case 2:
      return publish({ topic: Buffer.from(ownTopic(random, who)), payload: Buffer.of(1), flags: 2, packetId: 0 });
    case 3:
      return good.subarray(0, random.below(good.length));
    case 4:
      return Buffer.concat([
        Buffer.of(0x32),
        Buffer.from([0xff, 0xff, 0xff, random.of([0x7f, 0x80, 0xff])]),
        random.bytes(4),
      ]);
    case 5:
      return packet(3, random.of([0, 2]), random.bytes(random.below(5)));
    case 6:
      return packet(random.of([12, 14, 4]), 0, random.bytes(random.below(4)));
    case 7:
      return packet(
        random.of([8, 10]),
        random.of([0, 1, 2, 3]),
        Buffer.alloc(random.of([4, 16_380, 16_385, 70_000]), 1),
      );
    default: {
      const at = random.below(good.length);
      good[at] = random.below(256);
      return good;
    }
  }
}

/** Some packets one after the other, of which something is wrong with every second stream; `odd`: with most, and they are shorter. */
export function stream(random: Random, who: Who, odd: boolean): Buffer {
  const parts: Buffer[] = [];
  for (let left = 1 + random.below(odd ? 4 : 12); left > 0; left -= 1) {
    const kind = random.below(odd ? 12 : 48);
    if (kind < 3) parts.push(broken(random, who));
    else if (kind < 5) {
      const flags = random.below(2) * 2;
      parts.push(publish({ topic: badTopic(random, who), payload: random.bytes(3), flags, packetId: 7 }));
    } else if (random.chance(4)) parts.push(goodControl(random, who));
    else parts.push(goodPublish(random, who));
  }
  return Buffer.concat(parts);
}
