import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';
import { openTrace, traceFiles } from './trace-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diag-trace-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = { scenario: 's', group: 'single', seed: 1, start: 1_783_328_400_000, model: 'rv-s1', truth: [] };
const known = (model: string) => model === 'rv-s1';

function open(lines: readonly unknown[]) {
  const file = join(folder, 'x.jsonl');
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return openTrace({ file, name: 'x.jsonl' }, known);
}

function read(lines: readonly unknown[]) {
  const trace = open(lines);
  if ('refused' in trace) throw new Error(trace.refused);
  return { trace, rows: [...trace.rows()], counts: trace.notes.counts() };
}

describe('a recorded run', () => {
  it('is refused with file, line and a sentence when its header cannot be used', () => {
    const refused = (lines: readonly unknown[]) => open(lines);
    expect(refused([])).toEqual({ refused: 'x.jsonl:1: the file is empty: the first line must be the header.' });
    expect(refused(['nonsense'])).toEqual({ refused: 'x.jsonl:1: the header is not JSON.' });
    expect(refused([{ ...header, model: 'toaster' }])).toEqual({
      refused: 'x.jsonl:1: there is no diagnostic pack for the model "toaster".',
    });
    expect(refused([{ ...header, start: 'noon' }])).toEqual({ refused: 'x.jsonl:1: start must be number.' });
    expect(refused([{ ...header, environment: { call: -4 } }])).toMatchObject({
      refused: expect.stringContaining('environment.call'),
    });
    expect(refused([{ ...header, truth: [{ id: 'the motor' }] }])).toMatchObject({
      refused: expect.stringContaining('truth.0.id'),
    });
    const twice = { device: 'a', model: 'rv-s1' };
    expect(refused([{ ...header, model: 'mixed', devices: [twice, twice] }])).toMatchObject({
      refused: 'x.jsonl:1: the device "a" is there twice.',
    });
  });

  it('is refused when no line after the header is a row', () => {
    expect(open([header, 'PNG', { metric: 'a' }])).toEqual({
      refused: 'x.jsonl:2: no line after the header is a row of a trace.',
    });
  });

  it('is read with a count of what cannot be used, by kind', () => {
    const { rows, counts } = read([
      header,
      { t: 0, metric: 'wifi.rssi', value: -50 },
      '{"t": 1, "metric"',
      { t: 'later', metric: 'wifi.rssi', value: -50 },
      { t: 1e12, metric: 'wifi.rssi', value: -50 },
      { t: 2, metric: 'wifi.rssi', value: [] },
      { t: 2, volume: 11 },
      [],
      null,
      { t: 3, error: 6, raised: true, detail: null },
      { t: 4, error: '6', cleared: true },
      { t: 5, boot: {} },
    ]);
    expect(rows.map(({ t, body }) => [t, body.kind])).toEqual([
      [0, 'metric'],
      [3, 'code'],
      [4, 'code'],
      [5, 'boot'],
    ]);
    expect(counts).toEqual({ line_not_json: 1, row_malformed: 4, time_missing: 1, time_out_of_range: 1 });
  });

  it('keeps names that are traps in other languages apart from what it looks up', () => {
    const { trace } = read([
      `{"scenario":"s","group":"g","start":0,"model":"rv-s1","answers":{"owner":{"__proto__":"yes","constructor":"no"}}}`,
      `{"t":0,"metric":"__proto__","value":1,"__proto__":{"device":"x"}}`,
    ]);
    expect([...(trace.header.devices[0]?.answers?.owner ?? [])]).toEqual([
      ['__proto__', 'yes'],
      ['constructor', 'no'],
    ]);
    expect(({} as Record<string, unknown>)['device']).toBeUndefined();
  });

  it('of several devices tells whose a row is, and counts rows of strangers', () => {
    const devices = ['a', 'b'].map((device) => ({ device, model: 'rv-s1' }));
    const { rows, counts } = read([
      { ...header, model: 'mixed', devices },
      { t: 0, device: 'b', metric: 'wifi.rssi', value: -50 },
      { t: 0, device: 'c', metric: 'wifi.rssi', value: -50 },
      { t: 0, metric: 'observer.heartbeat', value: 1 },
    ]);
    expect(rows.map(({ device }) => device)).toEqual(['b', '\u0000observer']);
    expect(counts).toEqual({ device_unknown: 1 });
  });

  it('counts once, however often it is gone through', () => {
    const { trace } = read([header, { t: 0, metric: 'wifi.rssi', value: 1 }, 'x']);
    expect([...trace.rows()]).toHaveLength(1);
    expect(trace.notes.counts()).toEqual({ line_not_json: 1 });
  });

  it('is read in lines of any ending, and a line without end is passed over', () => {
    const file = join(folder, 'long.jsonl');
    writeFileSync(file, `a\r\n${'x'.repeat(5 * 1024 * 1024)}\nb`);
    expect([...linesOf(file)]).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: null },
      { number: 3, text: 'b' },
    ]);
  });

  it('that came as an example is read without a complaint', () => {
    const examples = fileURLToPath(new URL('../examples', import.meta.url));
    const traces = traceFiles(examples).map((source) => openTrace(source, known));
    expect(traces.map((trace) => ('refused' in trace ? trace.refused : [...trace.rows()].length))).toEqual([63, 57]);
  });
});
