import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel } from '../models/model.ts';
import { type Environment, environments } from '../physics/environment.ts';
import type { PlugId } from '../physics/hub/children.ts';
import { seededRandom } from '../random.ts';
import { HubFirmware } from './hub-firmware.ts';
import { asCodes, hubModel, runHub } from '../test-support/hub-bench.ts';

const hour = 3_600;
const datasheet = loadModel(fileURLToPath(new URL('../models/hub-h1.yaml', import.meta.url)));
const read = (hub: HubFirmware, name: string): number => Number(hub.readMetric(name));
const home = (name: string): Environment => {
  const found = environments[name];
  if (!found) throw new Error(`no environment ${name}`);
  return found;
};

describe('a healthy hub', () => {
  it.each([
    ['plain', 16],
    ['crowded_wifi', 5],
    ['summer', 5],
    ['winter', 5],
  ])(
    'keeps at least 97 %% of samples within nominal and raises no code (%s, %d h)',
    (name, hours) => {
      const counts = new Map<string, { inside: number; all: number }>();
      let [mode, since] = ['', 0];
      const { codes } = runHub({
        seconds: hours * hour,
        environment: home(name),
        each: (hub, second) => {
          if (hub.state !== mode) [mode, since] = [hub.state, second];
          // Moments of change between modes are excepted by the datasheet.
          if (second - since < 60 || second % 60 !== 0) return;
          for (const metric of datasheet.metrics) {
            const limits = metric.nominal.get('any') ?? metric.nominal.get(mode);
            const value = limits && hub.readMetric(metric.name);
            if (!limits || typeof value !== 'number') continue;
            const count = counts.get(metric.name) ?? { inside: 0, all: 0 };
            count.all += 1;
            if (Math.abs(value - limits[0]) <= limits[1]) count.inside += 1;
            counts.set(metric.name, count);
          }
        },
      });
      const outside = [...counts].filter(([, { inside, all }]) => inside / all < 0.97);
      expect(codes).toEqual([]);
      expect(outside.map(([metric, { inside, all }]) => `${metric}: ${((100 * inside) / all).toFixed(1)} %`)).toEqual(
        [],
      );
      if (hours < 16) return;
      const named = datasheet.metrics.filter(({ nominal }) => nominal.size > 0).map((metric) => metric.name);
      expect(named.filter((metric) => !counts.has(metric))).toEqual([]);
    },
    30_000,
  );

  it('hears plugs at least every minute, s1 to s4 every 600 s, and s5 at its check-in of 6 h', () => {
    const longest: Record<string, number> = {};
    runHub({
      seconds: 13 * hour,
      each: (hub, second) => {
        if (second < 7 * hour) return;
        for (const id of ['p1', 'p2', 'p3', 's1', 's2', 's3', 's4', 's5'])
          longest[id] = Math.max(longest[id] ?? 0, read(hub, `mesh.last_seen{${id}}`));
      },
    });
    for (const id of ['p1', 'p2', 'p3']) expect(longest[id], id).toBeLessThanOrEqual(62);
    for (const id of ['s1', 's2', 's3', 's4']) expect(longest[id], id).toBeLessThanOrEqual(600 + 42);
    expect(longest['s5']).toBeGreaterThan(5 * hour);
    expect(longest['s5']).toBeLessThanOrEqual(6 * hour + 60);
  });

  it('tells of a switched relay at once, and of its power within 20 s', () => {
    const hub = new HubFirmware({ model: hubModel, random: seededRandom(5) });
    asCodes(hub, 600);
    const id = (['p1', 'p2', 'p3'] as const).find((plug) => hub.readMetric(`relay.commanded{${plug}}`) === 1) as PlugId;
    expect(read(hub, `power.active{${id}}`)).toBeGreaterThan(5);
    hub.use(id);
    expect(hub.readMetric(`relay.commanded{${id}}`)).toBe(0);
    expect(hub.readMetric('relay.command.source')).toBe(3);
    asCodes(hub, 20);
    expect(hub.readMetric(`power.active{${id}}`)).toBe(0);
  });

  it('counts the messages of each sensor, for metrics that are sampled with them', () => {
    const { hub } = runHub({ seconds: 2 * hour });
    const count = hub.messages('battery.voltage{s1}');
    expect(count).toBeGreaterThanOrEqual(12);
    expect(count).toBeLessThanOrEqual(15);
    expect(hub.messages('mesh.lqi{s1}')).toBe(count);
    expect(hub.messages('device.load')).toBe(0);
  });

  it('gives the same signals for the same seed, others for another, and at steps of 0.2 s much the same as at 1 s', () => {
    const trace = (seed: number): string => {
      const { hub } = runHub({ seconds: hour, seed });
      return datasheet.metrics.map(({ name }) => hub.readMetric(name)).join();
    };
    expect(trace(7)).toBe(trace(7));
    expect(trace(7)).not.toBe(trace(8));
    const { hub } = runHub({ seconds: hour, dt: 0.2 });
    expect(read(hub, 'zigbee.tx.count')).toBeGreaterThan(250);
    expect(read(hub, 'supply.voltage')).toBeGreaterThan(4.88);
  });

  it('updates a plug when it is asked to: downloading for 20 to 60 minutes, then applied, with status 0', () => {
    const hub = new HubFirmware({ model: hubModel, random: seededRandom(2) });
    asCodes(hub, 60);
    expect(hub.startOperation('adjust.child_update')).not.toHaveProperty('refusal');
    asCodes(hub, 60);
    expect(hub.state).toBe('child_updating');
    const begun = hub.world.seconds;
    while (hub.readMetric('child.ota.state') !== 5 && hub.world.seconds < 2 * hour) asCodes(hub, 10);
    expect(hub.world.seconds - begun).toBeGreaterThan(1100);
    expect(hub.world.seconds - begun).toBeLessThan(3900);
    expect(hub.readMetric('child.ota.status')).toBe(0);
  });
});
