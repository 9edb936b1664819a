import fc from 'fast-check';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dataClasses } from '../../../domain/data-class.ts';
import type { FrameBody, Sample } from '../../../domain/frames.ts';
import { asId, type BootId } from '../../../domain/ids.ts';
import { type BlockEntry, decodeBlock, openBlock } from './block-codec.ts';
import { BlockBuilder } from './block-builder.ts';
import { encodeBlock } from './encode-block.ts';
import { realisticEntries } from '../../testing/realistic-entries.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\ufeffx', 'ok', 'scan.speed', ''));
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100),
  fc.constantFrom(Number.NaN, -0, 0, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, 2 ** 50 + 0.5, 2 ** 53, 0.1 + 0.2),
);
const aClass = fc.constantFrom(...dataClasses);
const anAt = fc.oneof(fc.integer({ min: 1.7e12, max: 1.7e12 + 1e6 }), anyNumber);
const aSample = fc.record({
  name: fc.oneof(anyText, fc.constantFrom('a', 'b')),
  dataClass: aClass,
  value: fc.oneof(anyNumber, anyText),
  at: anAt,
});
const aBody: fc.Arbitrary<FrameBody> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ lane: fc.constant('telemetry' as const), samples: fc.array(aSample) }) },
  fc.record({
    lane: fc.constant('error' as const),
    complete: fc.boolean(),
    errors: fc.array(fc.record({ channel: anyText, code: anyText, raised: fc.boolean(), detail: anyText, at: anAt })),
  }),
  fc.record({
    lane: fc.constant('firmware' as const),
    samples: fc.array(aSample),
    slots: fc.array(fc.record({ name: anyText, version: anyText, state: anyText })),
  }),
  fc.record({
    lane: fc.constant('log' as const),
    entries: fc.array(fc.record({ at: anAt, level: anyText, source: anyText, text: anyText })),
  }),
  fc.record({
    lane: fc.constant('output' as const),
    executionId: anyText,
    dataClass: aClass,
    fields: fc.array(fc.record({ name: anyText, value: fc.oneof(anyNumber, anyText) })),
  }),
);
const anEntry: fc.Arbitrary<BlockEntry> = fc.record({
  bootId: fc.constantFrom('00000000000000aa', '00000000000000bb').map((id) => asId<BootId>(id)),
  seq: fc.maxSafeNat(),
  source: fc.constantFrom('telemetry' as const, 'error' as const, 'homie' as const),
  kind: fc.constantFrom('live' as const, 'historical' as const, 'backlog' as const),
  receivedAt: fc.oneof(fc.integer({ min: 1.7e12, max: 1.7e12 + 1e6 }), fc.maxSafeNat()),
  classMask: fc.nat(127),
  body: aBody,
});

describe('a block', () => {
  it('gives back every entry, of every lane, in the order of arrival', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 20 }), (entries) => {
        expect(decodeBlock(encodeBlock(entries))).toEqual(entries);
      }),
      { numRuns: 60 },
    );
  });

  it('takes up others as they are', () => {
    const several = fc.array(fc.array(anEntry, { maxLength: 8 }), { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(several, fc.boolean(), (parts, plain) => {
        const all = plain ? parts.map((part) => part.map(withPlainTimes)) : parts;
        const block = new BlockBuilder();
        for (const part of all.slice(1)) block.addBlock(openBlock(encodeBlock(part)));
        for (const one of all[0] ?? []) block.add(one);
        expect(decodeBlock(block.finish().body)).toEqual([...all.slice(1), ...all.slice(0, 1)].flat());
      }),
      { numRuns: 60 },
    );
  });

  it('gives back long columns of every kind of number, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 50, maxLength: 120 }), fc.nat(4), (values, decimals) => {
        const power = 10 ** decimals;
        const mostlyDecimals = values.map((value, index) =>
          index % 9 === 0 ? value : Math.round(value % 9999) / power,
        );
        for (const column of [values, mostlyDecimals]) {
          const entries = column.map((value, index) => entry(index + 1, [{ ...sample, value }]));
          const back = decodeBlock(encodeBlock(entries)).flatMap(({ body }) =>
            body.lane === 'telemetry' ? body.samples.map((each) => each.value) : [],
          );
          expect(back.length).toBe(column.length);
          expect(back.every((value, index) => Object.is(value, column[index]))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('takes at most 0.15 of the JSON text of a message of 12 metrics', () => {
    const entries = realisticEntries(900);
    const texts = entries.map(({ body }) => jsonOf(body).length);
    const json = texts.reduce((sum, length) => sum + length, 0);
    expect(json / entries.length).toBeLessThan(260);
    expect(encodeBlock(entries).length / json).toBeLessThan(0.1);
    // A minute of one device at 1 Hz, before it is merged with others.
    expect(encodeBlock(entries.slice(0, 60)).length / (json / 15)).toBeLessThan(0.15);
  });

  it('reads one metric without the others', () => {
    const block = openBlock(
      encodeBlock([entry(1, [sample, { ...sample, name: 'b', value: 'on' }]), entry(2, [sample])]),
    );
    const columns = block.columns.map(({ name, length, read }) => ({ name, length, values: read().values }));
    expect(columns).toEqual([
      { name: 'a', length: 2, values: [1.5, 1.5] },
      { name: 'b', length: 1, values: ['on'] },
    ]);
  });

  it('refuses bytes of which any is another, or that are cut', () => {
    const body = encodeBlock(realisticEntries(20));
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = Uint8Array.from(body);
        broken[at] = (broken[at] ?? 0) ^ flip;
        expect(() => decodeBlock(broken)).toThrow(/damaged/);
        expect(() => decodeBlock(body.subarray(0, at))).toThrow(/damaged/);
      }),
    );
  });

  it('refuses in bounded time and memory what has a right checksum and is nonsense', () => {
    const nonsense = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      // Counts as large as they can be said.
      fc.array(fc.constantFrom(255, 255, 127, 0, 1, 2), { maxLength: 60 }).map((bytes) => Uint8Array.from(bytes)),
    );
    fc.assert(
      fc.property(nonsense, (bytes) => {
        const deflated = deflateRawSync(bytes);
        const head = Buffer.alloc(5);
        head[0] = 1;
        head.writeUInt32LE(crc32(deflated), 1);
        try {
          expect(decodeBlock(Buffer.concat([head, deflated])).length).toBeLessThanOrEqual(65_536);
        } catch (error) {
          expect(String(error)).toMatch(/damaged/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what inflates without end', () => {
    const bomb = deflateRawSync(Buffer.alloc(65 * 1024 * 1024), { level: 1 });
    const head = Buffer.alloc(5);
    head[0] = 1;
    head.writeUInt32LE(crc32(bomb), 1);
    expect(() => decodeBlock(Buffer.concat([head, bomb]))).toThrow(/damaged/);
  });
});

const sample: Sample = { name: 'a', dataClass: 'telemetry', value: 1.5, at: 1_700_000_000_000 };

function entry(seq: number, samples: readonly Sample[]): BlockEntry {
  return {
    bootId: asId<BootId>('00000000000000aa'),
    seq,
    source: 'telemetry',
    kind: 'live',
    receivedAt: 1_700_000_000_000 + seq * 1000,
    classMask: 8,
    body: { lane: 'telemetry', samples },
  };
}

function withPlainTimes(one: BlockEntry): BlockEntry {
  const { body } = one;
  if (body.lane !== 'telemetry') return one;
  return { ...one, body: { ...body, samples: body.samples.map((each, index) => ({ ...each, at: 1.7e12 + index })) } };
}

/** As a device would say it in JSON: `{"at":...,"metric":value,...}`. */
function jsonOf(body: FrameBody): string {
  if (body.lane !== 'telemetry') throw new Error('not telemetry');
  return JSON.stringify({
    at: body.samples[0]?.at,
    ...Object.fromEntries(body.samples.map(({ name, value }) => [name, value])),
  });
}
