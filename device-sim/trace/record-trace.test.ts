import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../models/model.ts';
import { environments } from '../physics/environment.ts';
import { recordFleet } from './record-fleet.ts';
import { recordTrace } from './record-trace.ts';
import type { TraceRow, TraceTruth } from './trace.ts';
import type { TraceOrder } from './trace-orders.ts';

const model = loadModel(fileURLToPath(new URL('../models/rv-s1.yaml', import.meta.url)));
const environment = environments['plain'] as NonNullable<(typeof environments)[string]>;
const fault = (id: string, onset: number, until?: number): TraceTruth => {
  const lasting = until === undefined ? {} : { until };
  return { id, severity: 'severe', onset, shape: 'step', intermittence: null, ...lasting };
};
const order = (more: Partial<TraceOrder>): TraceOrder => ({
  model,
  seed: 1,
  scenario: 'test',
  group: 'single',
  environment,
  faults: [],
  durationS: 900,
  sampling: 'idle',
  start: 1_783_328_400_000,
  ...more,
});
const codes = (rows: readonly TraceRow[]): readonly string[] =>
  rows.flatMap((row) => ('error' in row ? [`${row.error}${'raised' in row ? '+' : '-'}`] : []));
const metric = (rows: readonly TraceRow[], name: string) =>
  rows.flatMap((row) => ('metric' in row && row.metric === name ? [row] : []));

describe('a recorded run', () => {
  it('is the same twice, byte for byte, and another with another seed', () => {
    const text = (seed: number): string =>
      JSON.stringify(recordTrace(order({ seed, faults: [fault('V07', 300)], callS: 600 })));
    expect(text(1)).toBe(text(1));
    expect(text(1)).not.toBe(text(2));
  });

  it('samples at background rates until the call, then at those of a session, in words of the datasheet', () => {
    const { rows } = recordTrace(order({ callS: 600, durationS: 720 }));
    const times = metric(rows, 'wifi.rssi').map(({ t }) => t);
    expect(times.filter((t) => t > 60 && t < 600).length).toBeLessThanOrEqual(9);
    expect(times.filter((t) => t > 600).length).toBeGreaterThanOrEqual(23);
    expect(new Set(metric(rows, 'robot.state').map(({ value }) => value))).toContain('cleaning');
    expect(rows.map(({ t }) => t)).toEqual(rows.map(({ t }) => t).sort((a, b) => a - b));
  });

  it('sends 15 min of samples and all events as historical when the link is back', () => {
    const { rows } = recordTrace(order({ faults: [fault('X03', 300, 2400)], durationS: 3000 }));
    const silent = rows.filter(({ t }) => t > 305 && t < 2400);
    expect(silent).toEqual([]);
    const late = rows.filter(({ historical }) => historical);
    expect(codes(late)).toEqual(expect.arrayContaining(['61+', '60+']));
    const sampled = late.flatMap((row) => ('metric' in row ? [row.at ?? 0] : []));
    expect(sampled.length).toBeGreaterThan(50);
    expect(late[0]?.t).toBeGreaterThan(2400);
    expect(Math.min(...sampled)).toBeGreaterThan(1400);
  });

  it('of a device without network brings its journal over the app at the call', () => {
    const { rows, header } = recordTrace(order({ faults: [fault('X03', 300)], durationS: 1200, callS: 900 }));
    const app = rows.filter(({ via }) => via === 'app');
    expect(codes(app)).toEqual(['61+', '60+']);
    expect(app.every(({ t, at }) => t === 900 && (at ?? 0) < 900)).toBe(true);
    expect(Object.keys(header.answers?.tests ?? {}).sort()).toEqual(['read.journal', 'test.wifi_scan']);
    expect(header.answers?.actions['reenter_wifi']).toBe('cured');
  });

  it('refuses a fault that the class does not have', () => {
    expect(() => recordTrace(order({ faults: [fault('C01', 0)] }))).toThrow('class robot_vacuum has no fault "C01"');
  });

  it('over a bad way loses, delays, doubles and swaps rows, and never puts them out of order of arrival', () => {
    const transport = { lossPct: 10, delayS: 2, reorder: 0.1, duplicatePct: 5, skewS: 40 };
    const { rows } = recordTrace(order({ transport }));
    const clean = recordTrace(order({})).rows;
    expect(rows.length).toBeLessThan(clean.length);
    expect(rows.length).toBeGreaterThan(clean.length * 0.85);
    expect(rows.map(({ t }) => t)).toEqual(rows.map(({ t }) => t).sort((a, b) => a - b));
    const swapped = rows.filter((row, i) => (row.at ?? 0) < (rows[i - 1]?.at ?? 0));
    expect(swapped.length).toBeGreaterThan(5);
    expect(Math.max(...rows.map(({ t, at = 0 }) => at - t))).toBe(40);
  });
});

describe('a recorded fleet', () => {
  it('shows a cloud outage on whom it concerns only, and the silence of all while the gateway is down', () => {
    const device = (name: string, region: string) => ({
      device: name,
      model,
      seed: name,
      environment,
      labels: { region, site: name },
      faults: [],
    });
    const { header, rows } = recordFleet({
      scenario: 'test',
      group: 'fleet',
      seed: 1,
      devices: [device('a', 'north'), device('b', 'south')],
      shared: [
        { id: 'X09', severity: 'severe', region: 'north', onset: 120 },
        { id: 'X17', severity: 'severe', onset: 900, until: 1200 },
      ],
      durationS: 1500,
      sampling: 'idle',
      start: 0,
    });
    const raised = rows.flatMap((row) => ('raised' in row ? [`${row.device} ${row.error}`] : []));
    expect(raised).toContain('a 66');
    expect(raised.filter((text) => text.startsWith('b'))).toEqual([]);
    expect(header.devices?.map(({ truth }) => truth.map(({ id }) => id))).toEqual([['X09', 'X17'], ['X17']]);
    expect(rows.filter(({ t }) => t > 901 && t < 1200)).toEqual([]);
    const beats = metric(rows, 'observer.heartbeat').map(({ t }) => t);
    expect(beats).toContain(870);
    expect(beats.filter((t) => t >= 900 && t < 1200)).toEqual([]);
    expect(rows.filter(({ t, historical }) => t >= 1200 && historical).length).toBeGreaterThan(10);
  });
});
