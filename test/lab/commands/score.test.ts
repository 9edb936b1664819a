import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Decision } from '../play/decision.ts';
import type { Report } from '../report/report.ts';
import { score } from './score.ts';
import { Sentence } from './sentence.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diag-score-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = fileURLToPath(new URL('../examples', import.meta.url));

async function scored(path: string, out: string) {
  const said: string[] = [];
  const hear = (text: string | Uint8Array) => said.push(String(text)) > 0;
  const streams = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const stream of streams) stream.mockImplementation(hear);
  try {
    const code = await score(path, { out, engines: 'ours', workers: '1' });
    const text = (name: string) => readFileSync(join(out, name), 'utf8');
    return { code, said: said.join(''), text, report: JSON.parse(text('report.json')) as Report };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

it('the example runs are scored by their hand-made truth, twice the same', async () => {
  const one = await scored(examples, join(folder, 'one'));
  const other = await scored(examples, join(folder, 'other'));
  expect(one.code).toBe(0);
  for (const name of ['report.html', 'report.json', 'report.xml', 'verdicts.jsonl'])
    expect(other.text(name)).toBe(one.text(name));
  const measure = (name: string) => one.report.measures.find((row) => row.measure === name);
  expect(measure('top-1, single faults, after the call')).toMatchObject({ value: 1, n: 1 });
  expect(measure('false verdicts on sound devices per 1,000 device-hours')).toMatchObject({ value: 0 });
  const lines = one.text('verdicts.jsonl').trim().split('\n');
  const decisions = lines.map((line) => JSON.parse(line) as Decision);
  expect(decisions.filter(({ scenario }) => scenario === 'example-healthy')).toHaveLength(1);
  const brush = decisions.filter(({ scenario }) => scenario === 'example-side-brush');
  expect(brush[0]).toMatchObject({
    t: 400,
    phase: 'monitoring',
    step: 0,
    hypotheses: expect.any(Array),
    abstained: false,
  });
  expect(brush.at(-1)?.hypotheses[0]?.faults).toEqual(['V07']);
}, 60_000);

it('a run full of nonsense is scored with a count of it, and one that is none is refused with file, line and a sentence', async () => {
  const runs = join(folder, 'runs');
  mkdirSync(runs);
  const header = {
    scenario: 'n',
    group: 'healthy',
    start: 1_783_328_400_000,
    model: 'rv-s1',
    truth: [],
    answers: { tests: { 'test.fan': 7 } },
  };
  const rows = [
    { t: 5, metric: 'flux.capacitor', value: 1.21 },
    { t: 4, metric: 'wifi.rssi', value: -50 },
    { t: 6, metric: 'wifi.rssi', value: 1e300 },
    { t: 6, metric: 'wifi.rssi', value: 'strong' },
    { t: 7, metric: 'robot.state', value: 'dancing' },
    { t: 8, error: 9_999, raised: true },
    { t: 9, at: -1e15, historical: true, metric: 'battery.level', value: 50 },
    { t: 10, firmware: { state: 'melted', mood: 'low' } },
    { t: 11, boot: { reason: 'fell' } },
    { t: 12, via: 'app', metric: '__proto__', value: 1 },
  ];
  const lines = [header, ...rows].map((line) => JSON.stringify(line));
  writeFileSync(join(runs, 'nonsense.jsonl'), [...lines, '{', '\u0000\u0001'].join('\n'));
  writeFileSync(join(runs, 'toaster.jsonl'), `${JSON.stringify({ ...header, model: 'toaster' })}\n`);
  const { code, said, report } = await scored(runs, join(folder, 'nonsense'));
  expect(code).toBe(1);
  expect(said).toContain('toaster.jsonl:1: there is no diagnostic pack for the model "toaster".');
  expect(report.devices).toBe(1);
  expect(report.notes[0]?.counts).toMatchObject({
    line_not_json: 2,
    time_backwards: 1,
    time_out_of_range: 1,
    metric_unknown: 2,
    value_wrong_type: 1,
    value_out_of_range: 1,
    code_unknown: 1,
    firmware_field_unknown: 1,
  });
}, 60_000);

it('what is not there ends with a sentence', async () => {
  await expect(score(join(folder, 'nowhere'), { workers: '1' })).rejects.toThrow(Sentence);
});
