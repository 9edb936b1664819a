import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import type { Sample } from '../domain/frames.ts';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { MetricTable } from './birth.ts';
import { type BodyReader, readTelemetry } from './data-lanes.ts';
import { hex64, hexOfHalves, safeInteger } from './numbers.ts';
import { findUsualTelemetry, nothingFound, samplesOf } from './usual-telemetry.ts';

const metric = (name: string, range: readonly [number, number] | null): PackMetric => ({
  name,
  label: { en: name, 'zh-CN': name },
  type: 'gauge',
  unit: '1',
  dataClass: name === 'fw' ? 'firmware' : 'telemetry',
  range,
  values: new Map(),
  idlePeriodMs: 60_000,
  livePeriodMs: 1_000,
  onChange: false,
  chart: false,
});
const byAlias = new Map([
  [1, metric('any', null)],
  [2, metric('few', [-10, 10])],
  [3, undefined],
  [4, metric('fw', null)],
  [4_000_000_000, metric('far', null)],
]);

function reading(): { reader: BodyReader; dropped: string[] } {
  const dropped: string[] = [];
  const table = { byAlias } as unknown as MetricTable;
  return { reader: { pack: {} as Pack, table, drop: (code) => void dropped.push(code) }, dropped };
}

interface Said {
  readonly header: readonly unknown[];
  readonly samples: readonly Sample[];
  readonly dropped: readonly string[];
}

/** undefined: it is not in the usual form. */
function quickly(payload: Uint8Array): Said | undefined {
  const found = nothingFound();
  if (!findUsualTelemetry(payload, found)) return undefined;
  const { reader, dropped } = reading();
  const samples = samplesOf(payload, found, reader);
  const { bootLow, bootHigh, seq, epoch, baseAt, kind } = found;
  return { header: [hexOfHalves(bootLow, bootHigh), seq, epoch, baseAt, kind], samples, dropped };
}

function byCodec(payload: Uint8Array): Said {
  const { reader, dropped } = reading();
  const message = diag.Telemetry.decode(payload);
  const { bootId, seq, epoch, baseAt, kind } = message.header ?? {};
  const header = [hex64(bootId), safeInteger(seq), safeInteger(epoch), safeInteger(baseAt), kind];
  const body = readTelemetry(message, Number(safeInteger(baseAt)), reader);
  return { header, samples: body?.lane === 'telemetry' ? body.samples : [], dropped };
}

const wide = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const column = fc.record({
  alias: fc.oneof(fc.constantFrom(1, 2, 3, 4, 4_000_000_000), fc.integer({ min: 0, max: 0xffff_ffff })),
  value: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -0, Infinity)),
  offset: fc.integer(),
});
const message = fc.record({
  bootId: wide,
  seq: wide,
  epoch: wide,
  baseAt: wide,
  kind: fc.constantFrom(0, 1, 2),
  columns: fc.array(column, { minLength: 1, maxLength: 20 }),
});
const encode = ({ columns, ...header }: typeof message extends fc.Arbitrary<infer T> ? T : never): Uint8Array =>
  diag.Telemetry.encode({
    header,
    aliases: columns.map(({ alias }) => alias),
    values: columns.map(({ value }) => value),
    offsetsMs: columns.map(({ offset }) => offset),
  }).finish();

describe('telemetry in its usual form', () => {
  it('says what the codec says', () => {
    fc.assert(
      fc.property(message, (said) => {
        const payload = encode(said);
        const quick = quickly(payload);
        expect(quick).toBeDefined();
        expect(quick).toEqual(byCodec(payload));
      }),
      { numRuns: 300 },
    );
  });

  it('with bytes changed, cut off or put in says what the codec says, or is left to it', () => {
    const change = fc.record({ at: fc.nat(400), byte: fc.nat(255), what: fc.constantFrom('set', 'cut', 'insert') });
    let usual = 0;
    fc.assert(
      fc.property(message, fc.array(change, { minLength: 1, maxLength: 3 }), (said, changes) => {
        let payload = Buffer.from(encode(said));
        for (const { at: anywhere, byte, what } of changes) {
          const at = anywhere % payload.length;
          if (what === 'set') payload[at] = byte;
          else if (what === 'cut') payload = payload.subarray(0, Math.max(1, at));
          else payload = Buffer.concat([payload.subarray(0, at), Buffer.of(byte), payload.subarray(at)]);
        }
        const quick = quickly(payload);
        if (quick === undefined) return;
        usual += 1;
        expect(quick).toEqual(byCodec(payload));
      }),
      { numRuns: 3_000, seed: 7 },
    );
    expect(usual).toBeGreaterThan(100);
  });

  it.each([
    ['texts', { texts: [{ alias: 1, value: 'x' }] }, {}],
    ['what was dropped', {}, { droppedFrom: 1, droppedTo: 2 }],
    ['no columns', { aliases: [], values: [], offsetsMs: [] }, {}],
    ['columns of unequal length', { aliases: [1, 2] }, {}],
    ['a kind that is none', {}, { kind: 7 }],
  ])('leaves %s to the codec', (_what, body, header) => {
    const payload = diag.Telemetry.encode({
      header: { bootId: 7, seq: 1, epoch: 1, baseAt: 1, ...header },
      aliases: [1],
      values: [1],
      offsetsMs: [0],
      ...body,
    }).finish();
    expect(quickly(payload)).toBeUndefined();
  });
});
