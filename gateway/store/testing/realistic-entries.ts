import { asId, type BootId } from '../../domain/ids.ts';
import type { Sample } from '../../domain/frames.ts';
import type { BlockEntry } from '../sqlite/archive/block-codec.ts';

/**
 * For tests: a vacuum's telemetry at 1 Hz, 12 metrics: random walks at a sensor's resolution, counters, words, constants.
 * The same ones each time.
 */
export function realisticEntries(count: number, from = { seq: 1, at: 1_760_000_000_000 }): BlockEntry[] {
  let seed = 12345 + from.seq;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const noise = (size: number) => (random() + random() + random() - 1.5) * size;
  let battery = 83;
  let temperature = 31.4;
  let rssi = -61;
  let current = 0.82;
  let x = 2.31;
  let y = 0.4;
  return Array.from({ length: count }, (_, index): BlockEntry => {
    const at = from.at + index * 1000 + Math.round(noise(4));
    battery = Math.max(0, battery - (index % 90 === 89 ? 1 : 0));
    temperature += noise(0.1);
    rssi += noise(1.5);
    current += noise(0.05);
    x += noise(0.1);
    y += noise(0.1);
    const sample = (name: string, value: number | string, dataClass: Sample['dataClass'] = 'telemetry'): Sample => ({
      name,
      dataClass,
      value,
      at,
    });
    return {
      bootId: asId<BootId>('00000000000000aa'),
      seq: from.seq + index,
      source: 'telemetry',
      kind: 'live',
      receivedAt: at + 12 + Math.round(random() * random() * 30),
      classMask: 57,
      body: {
        lane: 'telemetry',
        samples: [
          sample('battery.level', battery),
          sample('battery.temp', Math.round(temperature * 10) / 10),
          sample('wifi.rssi', Math.round(rssi), 'network'),
          sample('brush.current', Math.round(current * 100) / 100),
          sample('lidar.rpm', Math.round(300 + noise(4))),
          sample('fan.rpm', Math.round(12_000 + noise(60))),
          sample('pose.x', Math.round(x * 100) / 100, 'space'),
          sample('pose.y', Math.round(y * 100) / 100, 'space'),
          sample('uptime', 4_000 + index, 'status'),
          sample('mode', index % 400 < 390 ? 'cleaning' : 'docking', 'status'),
          sample('dock.volts', 0),
          sample('cliff', index % 97 === 0 ? 1 : 0),
        ],
      },
    };
  });
}
