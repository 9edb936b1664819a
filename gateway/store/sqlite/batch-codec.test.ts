import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataClasses } from '../../domain/data-class.ts';
import type { FrameBody } from '../../domain/frames.ts';
import { asId } from '../../domain/ids.ts';
import { admitAnyway, battery } from '../testing/records.ts';
import { BatchWalk, kinds, readBatch, sources } from './batch-codec.ts';
import { BatchEncoder, type EncodableFrame } from './batch-encoder.ts';
import { CorruptBytes } from './byte-reader.ts';

/** Objects as a decoder makes them. */
const plain = <T>(fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) => fc.record(fields, { noNullPrototype: true });
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.constantFrom('', '\ud800', '__proto__', '清扫'));
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.float(),
  fc.constantFrom(Number.NaN, -0, 0, -1, 2 ** 31, -(2 ** 31), 2 ** 53, Infinity, -Infinity, 80.1),
);
const name = fc.oneof(fc.constantFrom('battery.level', 'wifi.rssi', 'x'), text);
const dataClass = fc.constantFrom(...dataClasses);
const sample = plain({
  name,
  dataClass,
  value: fc.oneof(number, text),
  at: fc.oneof(number, whole, fc.constant(7)),
});
const body: fc.Arbitrary<FrameBody> = fc.oneof(
  { weight: 4, arbitrary: plain({ lane: fc.constant('telemetry' as const), samples: fc.array(sample) }) },
  plain({
    lane: fc.constant('error' as const),
    complete: fc.boolean(),
    errors: fc.array(plain({ channel: text, code: text, raised: fc.boolean(), detail: text, at: number })),
  }),
  plain({
    lane: fc.constant('output' as const),
    executionId: text,
    dataClass,
    fields: fc.array(plain({ name: text, value: fc.oneof(number, text) })),
  }),
);
const frame: fc.Arbitrary<EncodableFrame> = plain({
  viewId: fc.constantFrom(asId('view-1'), asId('view-2')),
  grantId: fc.constantFrom(asId('grant-1'), asId('grant-2')),
  deviceId: fc.constantFrom(asId('device-1')),
  bootId: fc.constantFrom(asId('b1'), asId('b2')),
  seq: whole,
  source: fc.constantFrom(...sources),
  kind: fc.constantFrom(...kinds),
  receivedAt: fc.integer({ min: -1, max: 2 ** 49 }),
  body,
});

/** One encoder for all: what it remembers of a batch must not come into another. */
const encoder = new BatchEncoder();

function encode(frames: readonly EncodableFrame[]): Buffer {
  for (const one of frames) encoder.add(one);
  const { bytes, length } = encoder.take();
  return bytes.subarray(0, length);
}

describe('a batch', () => {
  test('comes back as it went, whatever was in it', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 12 }), (frames) => {
        const back = [...readBatch(encode(frames))];
        expect(back.map((entry) => ({ ...entry }))).toStrictEqual(
          frames.map((one, index) => ({
            ...one,
            classMask: back[index]!.classMask,
            bodyBytes: back[index]!.bodyBytes,
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('names the classes that occur in each body, and how many entries there are', () => {
    const network = { name: 'wifi.rssi', dataClass: 'network', value: -51, at: 7 } as const;
    const both = admitAnyway({
      seq: 2,
      body: { lane: 'telemetry', samples: [network, { ...network, dataClass: 'status' }] },
    });
    const walk = new BatchWalk(
      encode([admitAnyway({ seq: 1 }), both, admitAnyway({ seq: 3, body: { lane: 'log', entries: [] } })]),
    );
    const masks: number[] = [];
    while (walk.next()) masks.push(walk.classMask);
    expect(masks).toEqual([0b1, 0b10001, 0b1000000]);
    expect(walk.count).toBe(3);
    expect(walk.streams).toHaveLength(1);
  });

  test('says who and which metrics once, however many entries there are', () => {
    const frames = (count: number) => Array.from({ length: count }, (_, n) => admitAnyway({ seq: n + 1 }));
    const [one, many] = [encode(frames(1)).length, encode(frames(1_001)).length];
    expect((many - one) / 1_000).toBeLessThan(20);
    expect(encode(frames(1)).length).toBe(one);
  });

  test('takes all frames of a call or none, and none that consent has not admitted', () => {
    const good = admitAnyway({ seq: 1 });
    const broken = Object.assign(admitAnyway({ seq: 2 }), {
      body: { lane: 'telemetry', samples: [{ name: 'x', dataClass: 'none' }] },
    });
    encoder.addAdmitted([good]);
    expect(() => encoder.addAdmitted([good, broken])).toThrow(RangeError);
    expect(() => encoder.addAdmitted([good, Object.assign({}, good)])).toThrow(/consent has not admitted/);
    expect(() => encoder.addAdmitted([good, admitAnyway({ seq: 2 ** 53 })])).toThrow(RangeError);
    const { bytes, length, count } = encoder.take();
    expect(count).toBe(1);
    expect([...readBatch(bytes.subarray(0, length))].map(({ seq }) => seq)).toEqual([1]);
  });

  test('has a buffer of its own to give away', () => {
    encoder.addAdmitted([admitAnyway({ seq: 1 })]);
    const { bytes } = encoder.take();
    expect(bytes.byteOffset).toBe(0);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer as ArrayBuffer] });
    expect(bytes.length).toBe(0);
  });
});

describe('bytes that are no batch', () => {
  const read = (bytes: Uint8Array) => {
    for (const entry of readBatch(bytes)) void entry.body;
  };

  test('are refused with a clear error, wherever they are cut or changed, and at no great length', () => {
    const sound = encode([
      admitAnyway({ seq: 1 }),
      admitAnyway({ seq: 300, body: battery('清扫') }),
      admitAnyway({ seq: 2, body: { lane: 'log', entries: [] } }),
    ]);
    read(sound);
    for (let length = 0; length < sound.length; length += 1)
      expect(() => read(sound.subarray(0, length)), `cut at ${length}`).toThrow(CorruptBytes);
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(sound);
        changed[at] = value;
        try {
          read(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(CorruptBytes);
        }
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => read(Uint8Array.of(1, ...bytes))).toThrow(CorruptBytes);
      }),
    );
  });
});

test('what an encoder remembers is bounded, however long messages are and whatever names they begin with', () => {
  const own = new BatchEncoder();
  const said = (first: string, count: number) => {
    const samples = Array.from({ length: count }, (_, at) => ({
      name: at === 0 ? first : 'x',
      dataClass: 'status' as const,
      value: at,
      at: 5,
    }));
    const frame = admitAnyway({ seq: count, body: { lane: 'telemetry', samples } });
    own.add(frame);
    const { bytes, length } = own.take();
    return { written: [...readBatch(bytes.subarray(0, length))][0]?.body, said: frame.body };
  };
  const long = said('m', 6_550);
  expect(long.written).toEqual(long.said);
  for (let n = 0; n < 10; n += 1) said(`m${n}`, 6_550);
  expect(own.remembered, 'nothing of what nobody says again and again').toBe(0);
  let most = 0;
  for (let n = 0; n < 1_000; n += 1) {
    said(`m${n}`, 256);
    most = Math.max(most, own.remembered);
  }
  expect(most).toBeGreaterThan(100_000);
  expect(most).toBeLessThanOrEqual(200_000);
});
