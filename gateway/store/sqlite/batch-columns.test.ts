import { expect, it } from 'vitest';
import { asId } from '../../domain/ids.ts';
import { SampleColumns, SampleLayout } from '../../domain/sample-columns.ts';
import { BatchEncoder, type EncodableFrame } from './batch-encoder.ts';

const layout = new SampleLayout([
  { name: 'battery.level', dataClass: 'status' },
  { name: 'wifi.rssi', dataClass: 'network' },
  { name: 'fan.speed', dataClass: 'telemetry' },
]);

it('telemetry in columns is written byte for byte as its samples are', () => {
  const receivedAt = 1_800_000_000_000;
  const numbers = [0, -0, 1, -1, 127, 128, -300, 2 ** 31, 0.5, 0.1, Number.NaN, -7e300, 5e-324];
  const times = [receivedAt, receivedAt - 3, receivedAt + 70_000, 0, -0, 0.5, -8e15];
  const encoder = new BatchEncoder();
  let written = 0;
  for (const [index, value] of numbers.entries())
    for (const at of times)
      for (const own of [undefined, [at, 0, at + 1]]) {
        const values = [value, numbers[(index + 3) % numbers.length] ?? 0, numbers[(index + 5) % numbers.length] ?? 0];
        const columns = new SampleColumns(layout, values, at, own);
        const bytesOf = (body: EncodableFrame['body']): string => {
          encoder.add({
            viewId: asId('v'),
            grantId: asId('g'),
            deviceId: asId('d'),
            bootId: asId('b'),
            seq: 7,
            source: 'telemetry',
            kind: 'live',
            receivedAt,
            body,
          });
          const { bytes, length } = encoder.take();
          return bytes.toString('hex', 0, length);
        };
        expect(bytesOf(columns)).toBe(bytesOf({ lane: 'telemetry', samples: columns.samples }));
        written += 1;
      }
  expect(written).toBe(numbers.length * times.length * 2);
});
