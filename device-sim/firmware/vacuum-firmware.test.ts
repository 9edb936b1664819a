import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadModel, type Model, parseModel } from '../models/model.ts';
import { seededRandom } from '../random.ts';
import type { CodeChange } from '../wire/records.ts';
import { VacuumFirmware } from './vacuum-firmware.ts';

const path = fileURLToPath(new URL('../models/rv-s1.yaml', import.meta.url));
const model = loadModel(path);
const dt = 0.2;

interface Run {
  readonly robot: VacuumFirmware;
  readonly codes: readonly (CodeChange & { readonly second: number })[];
}
function run(options: {
  seconds: number;
  seed?: number;
  of?: Model;
  fault?: string;
  severity?: number;
  start?: (robot: VacuumFirmware) => void;
  /** In steps as long as its mode allows. */
  coarse?: boolean;
  each?: (robot: VacuumFirmware, second: number) => void;
}): Run {
  const robot = new VacuumFirmware({ model: options.of ?? model, random: seededRandom(options.seed ?? 7, 'test') });
  if (options.fault) robot.inject({ id: options.fault, severity: options.severity ?? 1, afterS: 0 });
  options.start?.(robot);
  const codes: (CodeChange & { second: number })[] = [];
  for (let second = 0; second < options.seconds; ) {
    const step = options.coarse && Number.isInteger(second) ? robot.longestStepS : dt;
    second = Math.round((second + step) * 10) / 10;
    for (const change of robot.step(step, second * 1000).codes) codes.push({ ...change, second });
    options.each?.(robot, second);
  }
  return { robot, codes };
}

describe('a healthy robot vacuum', () => {
  it('keeps at least 97 % of samples within nominal in every mode, and raises no code, over a day', () => {
    const counts = new Map<string, { inside: number; all: number }>();
    const modes = new Set<string>();
    let mode = '';
    let since = 0;
    const { codes } = run({
      seconds: 24 * 3600,
      coarse: true,
      each: (robot, second) => {
        const now = robot.mode + String(robot.spinningUp);
        if (now !== mode) [mode, since] = [now, second];
        // Moments of change are excepted by the datasheet; the samples are those of a session.
        if (robot.spinningUp || second - since < 4 || second % 5 !== 0) return;
        modes.add(robot.mode);
        for (const metric of model.metrics) {
          for (const wanted of ['any', robot.mode]) {
            const limits = metric.nominal.get(wanted);
            const value = limits && robot.readMetric(metric.name);
            if (!limits || typeof value !== 'number') continue;
            const key = `${metric.name} ${wanted}`;
            const count = counts.get(key) ?? { inside: 0, all: 0 };
            count.all += 1;
            if (Math.abs(value - limits[0]) <= limits[1]) count.inside += 1;
            counts.set(key, count);
          }
        }
      },
    });
    const outside = [...counts].filter(([, { inside, all }]) => inside / all < 0.97);
    expect(outside.map(([key, { inside, all }]) => `${key}: ${((100 * inside) / all).toFixed(1)} %`)).toEqual([]);
    expect([...modes].sort()).toEqual([
      'charging',
      'cleaning_carpet',
      'cleaning_hard',
      'docked',
      'docking',
      'returning',
    ]);
    const named = model.metrics.flatMap((metric) => [...metric.nominal.keys()].map((name) => `${metric.name} ${name}`));
    expect(named.filter((name) => !counts.has(name))).toEqual([]);
    expect(codes).toEqual([]);
  }, 60_000);

  it('gives the same signals for the same seed, and others for another', () => {
    const trace = (seed: number): string[] => {
      const lines: string[] = [];
      run({
        seconds: 300,
        seed,
        each: (robot) => lines.push(model.metrics.map((metric) => robot.readMetric(metric.name)).join()),
      });
      return lines;
    };
    expect(trace(7)).toEqual(trace(7));
    expect(trace(7)).not.toEqual(trace(8));
  });

  it('produces every metric of the datasheet', () => {
    const { robot } = run({ seconds: 1 });
    const missing = model.metrics.filter((metric) => robot.readMetric(metric.name) === undefined);
    // It is shown during a download or an installation only.
    expect(missing.map((metric) => metric.name)).toEqual(['fw.progress']);
  });
});

describe('V01, a blocked lidar turret', () => {
  it('raises code 1 by the firmware: below 200 /min for 8 s while commanded, and stops the work', () => {
    let commandedAt = 0;
    const { robot, codes } = run({
      seconds: 60,
      fault: 'V01',
      each: ({ world }, second) => {
        if (world.actuators.turret && commandedAt === 0) commandedAt = second;
      },
    });
    expect(codes).toMatchObject([{ code: 1, raised: true }]);
    expect((codes[0]?.second ?? 0) - commandedAt).toBeCloseTo(8, 0);
    expect(robot.state).toBe('error');
    expect(robot.readMetric('robot.state')).toBe(7);
    expect(robot.readMetric('mission.finish_reason')).toBe(4);
    expect(robot.readMetric('device.fault.active')).toBe(1);
    expect(robot.world.actuators).toMatchObject({ turret: false, brushes: false, fanDuty: 0, left: 0, right: 0 });
  });

  it('that sets in while cleaning lets speed and points fall before the code comes', () => {
    const seen: { second: number; speed: number; points: number }[] = [];
    const { codes } = run({
      seconds: 200,
      start: (robot) => robot.inject({ id: 'V01', severity: 1, afterS: 100 }),
      each: ({ world }, second) => seen.push({ second, speed: world.turret.speed, points: world.turret.points }),
    });
    expect(codes[0]).toMatchObject({ code: 1, raised: true });
    expect(codes[0]?.second).toBeGreaterThan(108);
    expect(codes[0]?.second).toBeLessThan(115);
    expect(seen.find(({ second }) => second === 99)?.speed).toBeGreaterThan(285);
    expect(seen.find(({ second }) => second === 106)).toMatchObject({ points: 0 });
  });

  it('comes again at a new start, and not after the repair', () => {
    const codes: CodeChange[] = [];
    const { robot } = run({ seconds: 60, fault: 'V01' });
    const go = (seconds: number): void => {
      for (let i = 0; i < seconds / dt; i += 1) codes.push(...robot.step(dt, 0).codes);
    };
    codes.push(...robot.startCleaning(0).codes);
    go(30);
    expect(codes.map(({ code, raised }) => [code, raised])).toEqual([
      [1, false],
      [1, true],
    ]);
    robot.repair();
    codes.length = 0;
    codes.push(...robot.startCleaning(0).codes);
    go(120);
    expect(codes.map(({ code, raised }) => [code, raised])).toEqual([[1, false]]);
    expect(robot.state).toBe('cleaning');
  });

  it('at a low severity only slows the turret', () => {
    const { robot, codes } = run({ seconds: 120, fault: 'V01', severity: 0.2 });
    expect(codes).toEqual([]);
    expect(robot.world.turret.speed).toBeLessThan(285);
    expect(robot.world.turret.speed).toBeGreaterThan(200);
  });
});

describe('other causes', () => {
  it('V06: the main brush draws more and more until code 5', () => {
    const { codes } = run({ seconds: 1500, fault: 'V06' });
    expect(codes[0]).toMatchObject({ code: 5, raised: true });
  });

  it('V09: contact gaps make it dock again until code 13', () => {
    const { robot, codes } = run({
      seconds: 4 * 3600,
      fault: 'V09',
      start: (it) => {
        it.world.power.setLevel(40);
      },
    });
    expect(robot.dockCycles).toBeGreaterThanOrEqual(3);
    expect(codes[0]).toMatchObject({ code: 13, raised: true });
  });
});

describe('test.lidar', () => {
  const measure = (fault?: string): Readonly<Record<string, number | string>> => {
    const { robot } = run({ seconds: 1, ...(fault && { fault }) });
    const running = robot.startOperation('test.lidar');
    if ('refusal' in running) throw new Error(running.refusal);
    for (let i = 0; i < 200; i += 1) {
      robot.step(dt, 0);
      const progress = running.poll();
      if ('output' in progress) return progress.output;
    }
    throw new Error('no output');
  };

  it('passes the limits of the datasheet on a good unit, and shows a blocked turret', () => {
    const good = measure();
    expect(good['speed']).toBeGreaterThan(285);
    expect(good['speed']).toBeLessThan(315);
    expect(good['points']).toBeGreaterThanOrEqual(250);
    expect(good['motor_current']).toBeLessThan(0.18);
    expect(measure('V01')).toMatchObject({ speed: 0, points: 0 });
  });

  it('is refused while the robot works', () => {
    const { robot } = run({ seconds: 60 });
    expect(robot.state).toBe('cleaning');
    expect(robot.startOperation('test.lidar')).toEqual({ refusal: 'operation_precondition' });
  });
});

describe('a further model of the class', () => {
  it('needs parameters only', () => {
    const text = readFileSync(path, 'utf8')
      .replace('model: rv-s1', 'model: rv-x9')
      .replace('turret: {speed: 300', 'turret: {speed: 360')
      .replace('limits: {speed: 200, for_s: 8}', 'limits: {speed: 250, for_s: 4}');
    const variant = parseModel(text, 'rv-x9.yaml');
    expect(run({ seconds: 90, of: variant }).robot.world.turret.speed).toBeGreaterThan(340);
    const { codes } = run({ seconds: 40, of: variant, fault: 'V01' });
    const reference = run({ seconds: 40, fault: 'V01' }).codes;
    expect((reference[0]?.second ?? 0) - (codes[0]?.second ?? 0)).toBeCloseTo(4, 0);
  });

  it.each([
    [
      'a number that is a word',
      /rated_Wh: 74.9/,
      'rated_Wh: much',
      'rv-x9.yaml: physics.battery.rated_Wh must be a number.',
    ],
    [
      'an unknown class',
      /class: status, range: \[0, 1.0e8\]/,
      'class: secrets, range: [0, 1]',
      'metrics[0].class must be one of status',
    ],
    [
      'a metric that nobody measures',
      /name: battery.level/,
      'name: soup.level',
      'no robot_vacuum measures the metric soup.level',
    ],
    ['broken YAML', /^metrics:/m, 'metrics: [', 'rv-x9.yaml: not valid YAML'],
    ['a limit that is missing', /speed: 200, for_s: 8/, 'for_s: 8', 'errors[0].limits.speed must be a number'],
  ])('with %s is refused with file and field', (_, from, to, message) => {
    const text = readFileSync(path, 'utf8').replace(from, to);
    expect(() => run({ seconds: 30, of: parseModel(text, 'rv-x9.yaml') })).toThrow(message);
  });
});
