import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../models/model.ts';
import { environments } from '../physics/environment.ts';
import { recordTrace } from '../trace/record-trace.ts';
import type { SeverityWord, TraceRow } from '../trace/trace.ts';

const model = loadModel(fileURLToPath(new URL('../models/rv-s1.yaml', import.meta.url)));

interface Found {
  /** Codes that were raised, each once, in order. */
  readonly codes: readonly number[];
  readonly rows: readonly TraceRow[];
  readonly cures: readonly string[];
  readonly tests: NonNullable<ReturnType<typeof recordTrace>['header']['answers']>['tests'];
}
function record(options: {
  fault: string;
  seed?: number;
  severity?: SeverityWord;
  onset?: number;
  hours?: number;
  place?: string;
}): Found {
  const { fault, seed = 1, severity = 'severe', onset = 300, hours = 0.6, place = 'busy_home' } = options;
  const environment = environments[place];
  if (!environment) throw new Error(place);
  const truth = { id: fault, severity, onset, shape: 'step' as const, intermittence: null };
  const { header, rows } = recordTrace({
    model,
    seed,
    scenario: 'test',
    group: 'single',
    environment,
    faults: fault === '' ? [] : [truth],
    durationS: hours * 3600,
    sampling: 'idle',
    start: 1_783_328_400_000,
  });
  const answers = header.answers;
  return {
    codes: [...new Set(rows.flatMap((row) => ('raised' in row ? [row.error] : [])))],
    rows,
    cures: Object.entries(answers?.actions ?? {}).flatMap(([id, outcome]) => (outcome === 'cured' ? [id] : [])),
    tests: answers?.tests ?? {},
  };
}
const values = (rows: readonly TraceRow[], name: string, after = 400): readonly number[] =>
  rows.flatMap((row) => ('metric' in row && row.metric === name && row.t > after ? [Number(row.value)] : []));
const last = (rows: readonly TraceRow[], name: string): number => values(rows, name).at(-1) ?? Number.NaN;

describe('causes in the robot vacuum, and what the datasheet raises for them', () => {
  it.each([
    ['V01', 1, 'clean_turret', {}],
    ['V02', 16, 'remap', {}],
    ['V03', 3, 'clean_bumper', {}],
    ['V04', 4, 'tidy_floor', {}],
    ['V05', 15, 'replace_side_sensor', {}],
    ['V06', 5, 'clean_main_brush', {}],
    ['V07', 6, 'clean_side_brush', {}],
    ['V08', 7, 'clean_wheels', {}],
    ['V13', 11, 'replace_filter', {}],
    ['V14', 8, 'tidy_floor', {}],
    ['V06b', 10, 'replace_main_brush_module', { onset: 1 }],
    ['V09', 13, 'wipe_contacts', { hours: 2.5 }],
    ['V10', 18, 'other_dock', { hours: 1.5 }],
    ['V11', 21, 'replace_battery', { hours: 2, onset: 1 }],
    ['V12', 13, 'replace_main_board', { hours: 1.6 }],
  ])('%s raises code %i, and %s cures it', (fault, code, cure, how) => {
    const { codes, cures } = record({ fault, ...how });
    expect(codes).toContain(code);
    expect(cures).toContain(cure);
    expect(cures).not.toContain('reenter_wifi');
  });

  it('a mild jam of a wheel raises nothing, and shows in its current', () => {
    const { codes, rows } = record({ fault: 'V08', severity: 'mild' });
    expect(codes).toEqual([]);
    const [left, right] = ['left', 'right'].map((side) => Math.max(...values(rows, `motor.current{wheel_${side}}`)));
    expect(Math.abs((left ?? 0) - (right ?? 0))).toBeGreaterThan(0.4);
  });

  it('a blocked filter spares the fan its load and takes its cooling away', () => {
    const { rows, tests } = record({ fault: 'V13', severity: 'moderate' });
    expect(Math.max(...values(rows, 'fan.temperature'))).toBeGreaterThan(85);
    expect(tests['test.fan_no_filter']?.['speed']).toBeGreaterThan(10_200);
  });

  it.each([
    ['unmodelled:imu broken', 'imu.yaw_rate', 40, Infinity],
    ['unmodelled:dust bin leaks air', 'fan.speed', 12_200, 20_000],
    ['unmodelled:caster swollen', 'motor.current{wheel_left}', 0.42, 1.1],
    ['unmodelled:processor cooling pad lost', 'device.temperature', 70, 110],
  ])('%s, of no catalogue, is seen in %s and raises no code of its own', (fault, metric, low, high) => {
    const { rows, codes } = record({ fault, place: 'hard_floor' });
    const most = Math.max(...values(rows, metric).map(Math.abs));
    expect(most).toBeGreaterThan(low);
    expect(most).toBeLessThan(high);
    expect(codes).toEqual([]);
  });

  it('two at once: what mends one of them relieves', () => {
    const environment = environments['busy_home'];
    if (!environment) throw new Error('busy_home');
    const fault = (id: string) => ({ id, severity: 'severe' as const, onset: 60, shape: 'step' as const });
    const { header } = recordTrace({
      model,
      seed: 1,
      scenario: 'test',
      group: 'double',
      environment,
      faults: [fault('V07'), fault('V12')].map((one) => ({ ...one, intermittence: null })),
      durationS: 300,
      sampling: 'idle',
      start: 0,
    });
    expect(header.answers?.actions).toMatchObject({
      clean_side_brush: 'relieved',
      replace_main_board: 'relieved',
      clean_turret: 'no_change',
      replace_unit: 'cured',
    });
  });
});

describe('a healthy robot vacuum in any home', () => {
  it.each(['carpet', 'summer', 'winter', 'crowded_wifi', 'far_room'])(
    'keeps within nominal in %s, and raises no code',
    (place) => {
      const { rows, codes } = record({ fault: '', place, hours: 2.5 });
      expect(codes).toEqual([]);
      expect(last(rows, 'wifi.rssi')).toBeGreaterThan(-80);
      for (const name of ['wifi.rssi', 'wifi.channel_busy', 'wifi.tx.rate', 'net.gateway.rtt', 'net.packet_loss']) {
        const [centre = 0, around = 0] = model.metrics.find((metric) => metric.name === name)?.nominal.get('any') ?? [];
        const all = values(rows, name, 0);
        const inside = all.filter((value) => Math.abs(value - centre) <= around).length;
        expect(`${name} ${inside / all.length >= 0.97}`).toBe(`${name} true`);
      }
    },
  );
});
