import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../domain/localisation/evidence.ts';
import { evidenceOfCase } from './case-evidence.ts';
import type { PackCase } from './cases.ts';
import { loadPacks } from './load.ts';

const pack = loadPacks(fileURLToPath(new URL('.', import.meta.url))).get('rv-s1')!;
const startedAt = 1_000_000;
const of = (given: PackCase['given'], until: number) =>
  evidenceOfCase({ title: 'a', expect: { nothing: true }, given, until }, pack, startedAt).map((item): Evidence => {
    return { ...item, at: (item.at - startedAt) / 1000 };
  });
const times = (evidence: readonly Evidence[], kind: Evidence['kind']) =>
  evidence.filter((item) => item.kind === kind).map(({ at }) => at);

describe('what a case gives', () => {
  it('is sent again each live period until it changes', () => {
    const samples = of(
      [
        { at: 0, values: { 'battery.level': 50 } },
        { at: 25, values: { 'battery.level': 49 } },
      ],
      40,
    ).filter(({ kind }) => kind === 'sample');
    expect(samples.map((item) => [item.at, 'value' in item && item.value])).toEqual([
      [0, 50],
      [10, 50],
      [20, 50],
      [25, 49],
      [35, 49],
    ]);
  });

  it('is sent once if it only comes on change, while the device is heard', () => {
    const evidence = of([{ at: 0, values: { 'surface.type': 'hard' } }], 12);
    expect([times(evidence, 'sample'), times(evidence, 'heard')]).toEqual([[0], [0, 5, 10]]);
    expect(evidence[0]).toEqual({ kind: 'codes', at: 0, active: [] });
  });

  it('does not come while the device is silent, and comes at once when it is back', () => {
    const evidence = of(
      [
        { at: 0, values: { 'battery.level': 50, 'surface.type': 'hard' } },
        { at: 12, silent: true },
        { at: 33, silent: false },
      ],
      40,
    );
    const samples = evidence.filter((item) => item.kind === 'sample' && item.metric === 'battery.level');
    expect([samples.map(({ at }) => at), times(evidence, 'heard')]).toEqual([
      [0, 10, 33],
      [0, 5, 10, 33, 38],
    ]);
  });

  it('was typed in by the agent where no device speaks', () => {
    const typed = of([{ at: 5, raise: '6', detail: 'left' }], 10);
    expect(typed).toEqual([{ kind: 'code', at: 5, code: '6', raised: true, detail: 'left', told: true }]);
    const sent = of(
      [
        { at: 0, values: { 'battery.level': 50 } },
        { at: 5, raise: '6' },
      ],
      10,
    );
    expect(sent.find(({ kind }) => kind === 'code')).toMatchObject({ at: 5, told: false });
  });

  it('comes in order, all kinds of it', () => {
    const evidence = of(
      [
        { at: 9, fleet: { cloud_outage: 0.9 } },
        { at: 3, answer: { 'dock.led': 'off' } },
        { at: 5, action: { restart: 'no_change' }, boot: 'software_reset' },
        { at: 4, result: { 'test.charge': { gaps: 3 } } },
      ],
      10,
    );
    expect(evidence.map(({ kind }) => kind)).toEqual([
      'answer',
      'result',
      'codes',
      'heard',
      'heard',
      'boot',
      'action',
      'fleet',
    ]);
  });
});
