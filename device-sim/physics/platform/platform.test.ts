import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../../models/model.ts';
import { recordTrace } from '../../trace/record-trace.ts';
import type { TraceRow } from '../../trace/trace.ts';
import { environments } from '../environment.ts';

const model = loadModel(fileURLToPath(new URL('../../models/rv-s1.yaml', import.meta.url)));

function record(options: { fault: string; seed?: number; minutes?: number; onset?: number; until?: number }) {
  const { fault, seed = 1, minutes = 30, onset = 120, until } = options;
  const environment = environments['quiet_home'];
  if (!environment) throw new Error('quiet_home');
  const lasting = until === undefined ? {} : { until };
  const truth = { id: fault, severity: 'severe' as const, onset, shape: 'step' as const, intermittence: null };
  const { header, rows } = recordTrace({
    model,
    seed,
    scenario: 'test',
    group: 'single',
    environment,
    faults: [{ ...truth, ...lasting }],
    durationS: minutes * 60,
    callS: minutes * 60,
    sampling: 'idle',
    start: 1_783_328_400_000,
  });
  return { rows, answers: header.answers };
}
const raised = (rows: readonly TraceRow[]): readonly number[] => [
  ...new Set(rows.flatMap((row) => ('raised' in row ? [row.error] : []))),
];
const words = (rows: readonly TraceRow[], name: string): readonly unknown[] =>
  rows.flatMap((row) => ('metric' in row && row.metric === name ? [row.value] : []));

describe('causes in home, cloud and firmware, and the codes that the datasheets raise for them', () => {
  it.each([
    ['X03', [61, 60], 'reenter_wifi'],
    ['X04', [62, 60], 'router_compatible_mode'],
    ['X05', [65, 66], 'other_network'],
    ['X06', [63, 66], 'router_restart'],
    ['X07', [64, 66], 'set_dns'],
    ['X08', [67, 65, 66], 'allow_time_service'],
  ])('%s raises %j, and %s cures it', (fault, codes, cure) => {
    const { rows, answers } = record({ fault });
    expect(new Set(raised(rows))).toEqual(new Set(codes));
    expect(answers?.actions[cure]).toBe('cured');
  });

  it('X01, few decibels: associations break and scans find nothing, and nearer to the router it is gone', () => {
    const { rows, answers } = record({ fault: 'X01', minutes: 90 });
    expect(raised(rows)).toContain(62);
    const signals = words(rows, 'wifi.rssi').slice(5).map(Number);
    expect(signals.reduce((a, b) => a + b, 0) / signals.length).toBeLessThan(-75);
    expect(answers?.actions['move_near_router']).toBe('cured');
  });

  it('X02, a crowded channel: busy and slow at a good signal, and no code', () => {
    const { rows } = record({ fault: 'X02' });
    expect(raised(rows)).toEqual([]);
    expect(Number(words(rows, 'wifi.channel_busy').at(-1))).toBeGreaterThan(55);
    expect(Number(words(rows, 'wifi.rssi').at(-1))).toBeGreaterThan(-70);
    expect(Number(words(rows, 'wifi.beacon_lost').at(-1))).toBeGreaterThan(50);
  });

  it('X09, no cloud: its own code on a device that is fine, and a reset would make it worse', () => {
    const { rows, answers } = record({ fault: 'X09' });
    expect(raised(rows)).toContain(66);
    expect(words(rows, 'net.cloud.ok').at(-1)).toBe('fail');
    expect(answers?.actions['factory_reset']).toBe('worse');
    expect(answers?.tests['test.network']).toMatchObject({ dns: 'ok', http_probe: 204 });
  });

  it('X16, the other network: profile, address and BSSID change, the support link comes back', () => {
    const { rows } = record({ fault: 'X16' });
    expect(new Set(words(rows, 'wifi.profile'))).toEqual(new Set(['primary', 'secondary']));
    expect(new Set(words(rows, 'net.ip')).size).toBeGreaterThanOrEqual(2);
  });
});

describe('an update', () => {
  const states = (rows: readonly TraceRow[]) => [
    ...new Set(
      rows.flatMap((row) => ('firmware' in row ? [`${row.firmware['state']} ${row.firmware['result']}`] : [])),
    ),
  ];

  it('X11: its download stands still, and after 600 s without a block it has failed', () => {
    const { rows } = record({ fault: 'X11', seed: 2 });
    expect(raised(rows)).toEqual([68]);
    expect(states(rows)).toEqual(expect.arrayContaining(['failed connection_lost']));
  });

  it('X12: is refused by its check, and the image is discarded', () => {
    const { rows } = record({ fault: 'X12', minutes: 60, onset: 1 });
    expect(raised(rows)).toContain(69);
    expect(states(rows)).toContain('idle integrity');
  });

  it('X13: three boots that do not last, then the old slot', () => {
    const { rows, answers } = record({ fault: 'X13', minutes: 100, onset: 1 });
    const boots = rows.flatMap((row) => ('boot' in row ? [`${row.boot.reason} ${row.boot.version}`] : []));
    expect(boots).toEqual([
      'update_completed 3.5.0',
      'software_watchdog 3.5.0',
      'software_watchdog 3.5.0',
      'software_watchdog 3.4.2',
    ]);
    expect(new Set(raised(rows))).toEqual(new Set([70, 71, 76]));
    expect(answers?.tests['test.flash']).toMatchObject({ slot_b: 'invalid' });
  });

  it('X14: reports success, and 600 s later the sub-controller still has the old image', () => {
    const { rows } = record({ fault: 'X14', minutes: 100, onset: 1 });
    expect(raised(rows)).toEqual([75]);
    expect(states(rows)).toEqual(expect.arrayContaining(['confirmed success', 'idle version_mismatch']));
  });
});
