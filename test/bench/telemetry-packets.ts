import { diag } from '../../proto/generated/codec.js';
import { upTopic } from '../../proto/topics.ts';

/** What a device of the bench says: a robot at its work, twelve metrics a message, in the resolution of its sensors. */
interface BenchMetric {
  readonly name: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** Between two values that it can tell apart. */
  readonly resolution: number;
  /** Share of the messages in which it has moved, and by how many resolutions at most. */
  readonly moves: number;
  readonly step: number;
  /** What the sensor adds, in resolutions at most. */
  readonly noise: number;
}

const uptime = 'device.uptime';
export const benchMetrics: readonly BenchMetric[] = [
  { name: uptime, unit: 's', range: [0, 1e8], resolution: 1, moves: 1, step: 1, noise: 0 },
  { name: 'battery.level', unit: '%', range: [20, 100], resolution: 1, moves: 0.02, step: 1, noise: 0 },
  { name: 'battery.voltage', unit: 'V', range: [13.2, 16.8], resolution: 0.01, moves: 0.6, step: 2, noise: 1 },
  { name: 'battery.current', unit: 'A', range: [-4, -0.5], resolution: 0.01, moves: 0.9, step: 12, noise: 8 },
  { name: 'battery.temperature', unit: 'Cel', range: [24, 41], resolution: 0.1, moves: 0.1, step: 1, noise: 0 },
  { name: 'device.temperature', unit: 'Cel', range: [38, 66], resolution: 0.5, moves: 0.1, step: 1, noise: 0 },
  { name: 'wifi.rssi', unit: '{dBm}', range: [-78, -48], resolution: 1, moves: 0.5, step: 2, noise: 2 },
  { name: 'fan.speed', unit: '/min', range: [9_000, 14_000], resolution: 10, moves: 0.8, step: 6, noise: 3 },
  { name: 'motor.current{main_brush}', unit: 'A', range: [0.2, 1.6], resolution: 0.01, moves: 0.9, step: 8, noise: 6 },
  { name: 'wheel.speed{left}', unit: 'mm/s', range: [-200, 300], resolution: 1, moves: 0.9, step: 15, noise: 6 },
  { name: 'wheel.speed{right}', unit: 'mm/s', range: [-200, 300], resolution: 1, moves: 0.9, step: 15, noise: 6 },
  { name: 'wall.distance', unit: 'mm', range: [5, 110], resolution: 1, moves: 0.7, step: 6, noise: 2 },
];

/**
 * Seqs of a boot begin here and stay below 2 ** 21, so that each takes three bytes: a device that has been up for hours.
 * Base times take six bytes until the year 2109.
 */
export const firstSeq = 16_384;
export const lastSeq = 2_097_151;

/** One device's prepared PUBLISHes of QoS 1, all of one length, one after the other; seq, time and id are put in place. */
export interface PacketRing {
  readonly bytes: Buffer;
  readonly packetBytes: number;
  readonly count: number;
  /** Makes the packet at `slot` the message `seq` of now; the packet id follows from the seq. Answers where it begins. */
  stamp(slot: number, seq: number, atMs: number): number;
}

/** `count` packets; the values wander there and back again, so that the last is followed by the first without a leap. */
export function makePacketRing(options: {
  readonly deviceId: string;
  readonly bootId: number;
  readonly epoch: number;
  readonly count: number;
  /** 0 to 1, uniform. */
  readonly random: () => number;
}): PacketRing {
  const { deviceId, bootId, epoch, count } = options;
  const topic = upTopic(deviceId, 'telemetry');
  const packets = wandering(count, options.random).map((values) =>
    publishPacket(topic, telemetry({ bootId, epoch, seq: firstSeq, baseAt: anyTime, values })),
  );
  const bytes = Buffer.concat(packets);
  const packetBytes = bytes.length / count;
  if (!packets.every((packet) => packet.length === packetBytes)) throw new Error('The packets are of several lengths');
  const at = places(topic, { bootId, epoch });
  return {
    bytes,
    packetBytes,
    count,
    stamp(slot, seq, atMs) {
      const begin = slot * packetBytes;
      const packetId = packetIdOf(seq);
      bytes[begin + at.packetId] = packetId >> 8;
      bytes[begin + at.packetId + 1] = packetId & 0xff;
      putVarint(bytes, begin + at.seq, seq, 3);
      putVarint(bytes, begin + at.baseAt, atMs, 6);
      bytes.writeDoubleLE(seq, begin + at.uptime);
      return begin;
    },
  };
}

export function packetIdOf(seq: number): number {
  return (seq % 65_000) + 1;
}

/** The same message as JSON, as a device that speaks JSON would send it: what the peers' figures are compared with. */
export function jsonText(options: { readonly seq: number; readonly at: number; readonly values: readonly number[] }) {
  const { seq, at, values } = options;
  const metrics = Object.fromEntries(benchMetrics.map(({ name }, index) => [name, values[index]]));
  return JSON.stringify({ bootId: '9e3779b97f4a7c15', seq, epoch: 7, at, kind: 'live', metrics });
}

export function telemetry(message: {
  readonly bootId: number;
  readonly epoch: number;
  readonly seq: number;
  readonly baseAt: number;
  readonly values: readonly number[];
}): Uint8Array {
  const { values, ...header } = message;
  const aliases = benchMetrics.map((_, index) => index + 1);
  return diag.Telemetry.encode({ header, aliases, values: [...values], offsetsMs: aliases.map(() => 0) }).finish();
}

/** Birth of a device that says these metrics once a second. */
export function birth(bootId: number): Uint8Array {
  const metrics = benchMetrics.map(({ name, unit }, index) => ({
    alias: index + 1,
    name,
    unit,
    type: diag.MetricType.METRIC_TYPE_GAUGE,
    idlePeriodMs: 1_000,
    livePeriodMs: 1_000,
  }));
  return diag.Birth.encode({ bootId, model: 'rv-s1', hardwareRevision: 'A', metrics }).finish();
}

/** Packet id 1 until it is stamped (MQTT 3.1.1, 3.3). */
export function publishPacket(topic: string, payload: Uint8Array): Buffer {
  const name = Buffer.from(topic);
  const length = 2 + name.length + 2 + payload.length;
  const head = [0x32, ...varint(length)];
  return Buffer.concat([
    Buffer.from([...head, name.length >> 8, name.length & 0xff]),
    name,
    Buffer.from([0, 1]),
    payload,
  ]);
}

/** Values of so many messages in a row, each metric's the nearest to what its sensor could say. */
export function wandering(count: number, random: () => number): readonly (readonly number[])[] {
  const half = Math.ceil(count / 2) + 1;
  const columns = benchMetrics.map(({ range: [low, high], resolution, moves, step, noise }) => {
    const most = Math.round((high - low) / resolution);
    let at = Math.round(most * (0.3 + 0.4 * random()));
    return Array.from({ length: half }, () => {
      if (random() < moves) at += Math.round((random() * 2 - 1) * step) || 1;
      at = at > most ? 2 * most - at : Math.abs(at);
      const said = Math.min(most, Math.max(0, at + Math.round((random() * 2 - 1) * noise)));
      return Number((low + said * resolution).toFixed(2));
    });
  });
  const turned = (index: number) => (index < half ? index : count - index);
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[turned(index)] ?? 0));
}

const anyTime = 1_800_000_000_000;

/** Where in a packet lie what changes: found by comparing packets, so that the codec alone knows the format. */
function places(topic: string, header: { readonly bootId: number; readonly epoch: number }) {
  const values = benchMetrics.map(() => 1);
  const plain = { ...header, seq: firstSeq, baseAt: anyTime, values };
  const whole = publishPacket(topic, telemetry(plain));
  const firstChange = (changed: Partial<typeof plain>): number => {
    const other = publishPacket(topic, telemetry({ ...plain, ...changed }));
    return whole.findIndex((byte, index) => byte !== other[index]);
  };
  return {
    packetId: 1 + varint(whole.length - 3).length + 2 + Buffer.byteLength(topic),
    seq: firstChange({ seq: firstSeq + 1 }),
    baseAt: firstChange({ baseAt: anyTime + 1 }),
    // 1 and its neighbour differ in the first of eight bytes.
    uptime: firstChange({ values: [1 + Number.EPSILON, ...values.slice(1)] }),
  };
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

function putVarint(bytes: Buffer, at: number, value: number, length: number): void {
  let rest = value;
  for (let index = 0; index < length - 1; index += 1) {
    bytes[at + index] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[at + length - 1] = rest;
}
