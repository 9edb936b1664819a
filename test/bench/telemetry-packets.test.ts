import mqttPacket from 'mqtt-packet';
import { expect, test } from 'vitest';
import { seededRandom } from '../../device-sim/random.ts';
import { diag } from '../../proto/generated/codec.js';
import { benchMetrics, firstSeq, lastSeq, makePacketRing, packetIdOf } from './telemetry-packets.ts';

const random = seededRandom('packets');
const device = { deviceId: 'd'.repeat(22), bootId: 2 ** 40, epoch: 3, count: 16, random: () => random.next() };

function read(bytes: Buffer) {
  const packets: mqttPacket.IPublishPacket[] = [];
  const parser = mqttPacket.parser({ protocolVersion: 4 });
  parser.on('packet', (packet) => packets.push(packet as mqttPacket.IPublishPacket));
  expect(parser.parse(bytes)).toBe(0);
  const [packet] = packets;
  if (packets.length !== 1 || !packet) throw new Error('Not one packet');
  const message = diag.Telemetry.decode(packet.payload as Buffer);
  return { packet, message, header: diag.Header.toObject(message.header as diag.Header, { longs: Number }) };
}

test.each([firstSeq, firstSeq + 1, 70_000, lastSeq])('a stamped packet is message %i, whole and valid', (seq) => {
  const ring = makePacketRing(device);
  const slot = seq % ring.count;
  const begin = ring.stamp(slot, seq, 1_795_000_123_456);
  const { packet, message, header } = read(ring.bytes.subarray(begin, begin + ring.packetBytes));
  expect(packet).toMatchObject({ cmd: 'publish', qos: 1, messageId: packetIdOf(seq) });
  expect(packet.topic).toBe(`diag/1/${device.deviceId}/up/telemetry`);
  expect(header).toMatchObject({ bootId: 2 ** 40, seq, epoch: 3, baseAt: 1_795_000_123_456 });
  expect(message.aliases).toHaveLength(12);
  expect(message.offsetsMs).toHaveLength(12);
  expect(message.values?.[0]).toBe(seq);
});

test('values stay in range, and nothing but the uptime leaps where the ring begins anew', () => {
  const ring = makePacketRing(device);
  const rows = Array.from({ length: ring.count }, (_, slot) => {
    const begin = ring.stamp(slot, firstSeq + slot, 1_795_000_000_000);
    return read(ring.bytes.subarray(begin, begin + ring.packetBytes)).message.values ?? [];
  });
  benchMetrics.slice(1).forEach(({ range: [low, high], resolution, step, noise }, index) => {
    const column = rows.map((row) => row[index + 1] ?? Number.NaN);
    column.forEach((value, row) => {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
      const next = column[(row + 1) % column.length] ?? Number.NaN;
      expect(Math.abs(next - value)).toBeLessThanOrEqual((step + 2 * noise + 0.5) * resolution);
    });
  });
});
