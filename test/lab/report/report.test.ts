import { describe, expect, it } from 'vitest';
import type { DeviceOutcome } from '../play/decision.ts';
import { reportHtml } from './html.ts';
import { reportJunit } from './junit.ts';
import { inOrder, reportOf } from './report.ts';

const hostile = '<img src=x onerror=alert(1)>"\u0000';

function device(index: number): DeviceOutcome {
  const isRight = index % 3 > 0;
  const decision = {
    scenario: 's',
    t: 1_000,
    phase: 'monitoring' as const,
    step: 0,
    hypotheses: [{ faults: [isRight ? 'V07' : 'V06'], p: 0.6 + (index % 4) / 10 }],
    none: 0.1,
    unmodelled: 0.05,
    abstained: false,
  };
  return {
    trace: `${hostile}${index}`,
    scenario: 's',
    group: 'single',
    device: '',
    model: 'rv-s1',
    truth: [{ id: 'V07', severity: 'mild', onset: 0, until: Number.POSITIVE_INFINITY, shared: false }],
    watchedS: 3_600,
    hasTelemetry: true,
    engines: [
      {
        engine: 'ours',
        decisions: [decision],
        headlines: [{ t: 10, headline: ['V07'] }],
        latency: { detectionS: index, symptom: 'x', sinceOnsetS: 20, isolationS: 1 },
        evidence: [{ symptom: hostile, stands: 'for', bits: 3 }],
        stop: null,
        costS: 0,
      },
    ],
  };
}

const devices = Array.from({ length: 30 }, (_, index) => device(index));
const make = (from: readonly DeviceOutcome[]) =>
  reportOf({
    title: 'Test',
    scoring: { devices: inOrder(from), told: [], blamesDevice: () => false, seed: 's' },
    engines: ['ours'],
    notes: [{ trace: hostile, counts: { metric_unknown: 3 } }],
    refused: [`${hostile}:1: nonsense`],
  });

describe('the report', () => {
  it('is the same byte for byte, in whatever order the devices were played', () => {
    const [one, other] = [make(devices), make([...devices].reverse())];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(reportHtml(other)).toBe(reportHtml(one));
    expect(reportJunit(other)).toBe(reportJunit(one));
  });

  it('shows names of a trace as text, never as markup', () => {
    const report = make(devices);
    for (const text of [reportHtml(report), reportJunit(report)]) {
      expect(text).not.toContain('<img');
      expect(text).not.toContain('\u0000');
      expect(text).toContain('&lt;img');
    }
  });

  it('needs nothing else: no script, no address', () => {
    expect(reportHtml(make(devices))).not.toMatch(/<script|https?:|url\(/);
  });

  it('has a column for abstaining, and names the surest mistakes with their evidence first', () => {
    const report = make(devices);
    expect(report.confusion[0]).toMatchObject({
      said: ['V06', 'V07', 'none', 'unmodelled', 'abstain'],
      rows: [{ counts: [10, 20, 0, 0, 0] }],
    });
    const sureness = report.worst.map(({ p }) => p);
    expect(sureness).toEqual([...sureness].sort((a, b) => b - a));
    expect(report.worst[0]?.evidence).toEqual([{ symptom: hostile, stands: 'for', bits: 3 }]);
  });

  it('tells a build server each goal as a test case, and a refused trace as an error', () => {
    const xml = reportJunit(make(devices));
    expect(xml).toMatch(/failures="\d+" errors="1"/);
    expect(xml).toContain('name="top-1, single faults, end of monitoring &gt;= 0.92"><failure');
  });
});
