import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diag } from '../../proto/generated/codec.js';
import type { Pack, PackMetric } from '../domain/pack.ts';
import type { MetricTable } from './birth.ts';
import { ColumnReader } from './column-reader.ts';
import { type BodyReader, readTelemetry } from './data-lanes.ts';
import { findUsualTelemetry, nothingFound } from './usual-telemetry.ts';

const words = { en: 'w', 'zh-CN': 'w' };
const metric = (name: string, of: Partial<PackMetric> = {}): PackMetric => ({
  name,
  label: words,
  type: 'gauge',
  unit: '1',
  dataClass: 'telemetry',
  range: null,
  values: new Map(),
  idlePeriodMs: 60_000,
  livePeriodMs: 1_000,
  onChange: false,
  chart: false,
  ...of,
});
const byAlias = new Map([
  [1, metric('any')],
  [2, metric('few', { range: [-10, 10], dataClass: 'network' })],
  [
    3,
    metric('mode', {
      type: 'enum',
      range: [5, 6],
      values: new Map([0, 1, 2, 7].map((n) => [n, { word: `w${n}`, words }])),
    }),
  ],
  [300, metric('far', { type: 'counter' })],
  [5, metric('said', { type: 'text' })],
  [6, metric('fw', { dataClass: 'firmware' })],
  [7, metric('any')],
  [8, undefined],
]);
const table = { byAlias } as unknown as MetricTable;
const pack = {} as Pack;

const usually = fc
  .subarray([1, 2, 3, 300], { minLength: 1 })
  .chain((some) =>
    fc.constantFrom(
      some,
      [...some].reverse(),
      some,
      [...some, 1],
      [...some, 5],
      [...some, 6],
      [...some, 7],
      [...some, 8],
    ),
  );
const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 7, 9.5, -3.25, -0) },
  { weight: 1, arbitrary: fc.constantFrom(3, 5, 11, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE) },
);
const message = fc.record({
  aliases: usually,
  values: fc.array(value, { minLength: 6, maxLength: 6 }),
  offsets: fc.option(fc.array(fc.integer({ min: -2_000, max: 2_000 }), { minLength: 6, maxLength: 6 })),
});

describe('columns of telemetry', () => {
  it('say what the codec says, or are left to be read sample by sample', () => {
    let read = 0;
    fc.assert(
      fc.property(message, ({ aliases, values, offsets }) => {
        const payload = diag.Telemetry.encode({
          header: { bootId: 7, seq: 300, epoch: 1, baseAt: 1_800_000_000_000, kind: 0 },
          aliases,
          values: values.slice(0, aliases.length),
          offsetsMs: aliases.map((_, index) => offsets?.[index] ?? 0),
        }).finish();
        const found = nothingFound();
        expect(findUsualTelemetry(payload, found)).toBe(true);
        const body = new ColumnReader(pack, table).read(payload, found);
        const dropped: string[] = [];
        const reader: BodyReader = { pack, table, drop: (code) => void dropped.push(code) };
        const told = readTelemetry(diag.Telemetry.decode(payload), 1_800_000_000_000, reader);
        if (body === undefined) return;
        read += 1;
        expect(dropped).toEqual([]);
        expect({ lane: body.lane, samples: body.samples }).toEqual(told);
        expect(JSON.stringify(body)).toBe(JSON.stringify(told));
      }),
      { numRuns: 1_000, seed: 11 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it('of devices of one model share their layout, however they number their metrics', () => {
    const other = { byAlias: new Map([[9, byAlias.get(1)]]) } as unknown as MetricTable;
    const layoutOf = (reader: ColumnReader, alias: number) => {
      const payload = diag.Telemetry.encode({
        header: { bootId: 7, seq: 1, epoch: 1, baseAt: 1 },
        aliases: [alias],
        values: [4],
        offsetsMs: [0],
      }).finish();
      const found = nothingFound();
      findUsualTelemetry(payload, found);
      return reader.read(payload, found)?.layout;
    };
    const layout = layoutOf(new ColumnReader(pack, table), 1);
    expect(layout).toBeDefined();
    expect(layoutOf(new ColumnReader(pack, table), 1)).toBe(layout);
    expect(layoutOf(new ColumnReader(pack, other), 9)).toBe(layout);
  });
});
