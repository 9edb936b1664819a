import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import { localiserEngine } from '../engines/localiser-engine.ts';
import type { Engine } from '../engines/engine.ts';
import { traceOf } from '../trace/trace-of.ts';
import { packsOf } from './packs.ts';
import { playTrace } from './play-trace.ts';

const ours = localiserEngine('ours');

function play(
  rows: readonly Record<string, unknown>[],
  { group = 'single', ...environment }: { group?: string; call?: number; duration?: number } = {},
) {
  const header = { scenario: 's', group, seed: 'x', start: 1_783_328_400_000, model: 'rv-s1', environment, truth: [] };
  const trace = traceOf({ name: 't', header, rows } as unknown as Parameters<typeof traceOf>[0]);
  const given: Evidence[] = [];
  const listening: Engine = {
    id: 'ours',
    open(options) {
      const run = ours.open(options);
      const observe = run.observe.bind(run);
      run.observe = (evidence) => given.push(evidence) > 0 && observe(evidence);
      return run;
    },
  };
  const [device] = playTrace(trace, { packs: packsOf(), engines: [listening] });
  if (!device) throw new Error('Nothing was played');
  return { device, given, counts: trace.notes.counts() };
}

const signal = (t: number) => ({ t, metric: 'wifi.rssi', value: -50 });
const everyMinute = (from: number, to: number) =>
  Array.from({ length: (to - from) / 60 + 1 }, (_, index) => signal(from + index * 60));

describe('a device is watched', () => {
  it('while it is heard and a quarter of an hour of silence after, not for as long as a header says', () => {
    const hour = everyMinute(0, 3_600);
    expect(play(hour).device.watchedS).toBe(3_600);
    expect(play(hour, { duration: 1_000_000 }).device.watchedS).toBe(3_600);
    expect(play(hour, { call: 500_000 }).device.watchedS).toBe(3_600);
    expect(play(hour, { call: 1_830 }).device.watchedS).toBe(1_830);
    expect(play([...hour, ...everyMinute(18_000, 18_600)]).device.watchedS).toBe(3_600 + 900 + 600);
  });

  it('for no longer than that silence because of one stray row, and not at all for one that cannot be used', () => {
    const hour = everyMinute(0, 3_600);
    expect(play([...hour, signal(2_000_000)]).device.watchedS).toBe(3_600 + 900);
    expect(play([...hour, { t: 2_000_000, metric: 'flux.capacitor', value: 1 }]).device.watchedS).toBe(3_600);
  });
});

describe('a device is seen', () => {
  const code = { t: 60, error: 8, raised: true };
  const isTold = (given: readonly Evidence[]) => given.filter((item) => item.kind === 'code').map(({ told }) => told);

  it('when it sent codes and nothing else: they are its own, and its silence counts', () => {
    const { device, given } = play([code]);
    expect(device.hasTelemetry).toBe(true);
    expect(isTold(given)).toEqual([false]);
    expect(given.map(({ kind }) => kind)).toContain('codes');
  });

  it('when anything of it that can be used came over its own link, but not by a metric that its model does not have', () => {
    expect(play([signal(0)]).device.hasTelemetry).toBe(true);
    expect(play([{ t: 0, boot: { reason: 'power_on' } }]).device.hasTelemetry).toBe(true);
    expect(play([{ t: 0, metric: 'flux.capacitor', value: 1 }]).device.hasTelemetry).toBe(false);
    expect(play([{ ...signal(0), via: 'app' }]).device.hasTelemetry).toBe(false);
  });

  it('not when its codes were read out, as their rows or the name of the group say', () => {
    for (const { device, given } of [play([{ ...code, via: 'app' }]), play([code], { group: 'answers-and-codes' })]) {
      expect(device).toMatchObject({ hasTelemetry: false, watchedS: 0 });
      expect(isTold(given)).toEqual([true]);
    }
  });
});
