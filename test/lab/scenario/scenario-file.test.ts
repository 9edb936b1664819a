import { describe, expect, it } from 'vitest';
import { type Abilities, parseScenario, ScenarioProblem, secondsOf } from './scenario-file.ts';

const abilities: Abilities = new Map([
  ['rv-s1', new Set(['V07', 'V09', 'X09', 'unmodelled:imu broken'])],
  ['cam-c1', new Set(['C01', 'X09'])],
]);

const head = 'scenario: s\nseed: x\nduration: 2 h\nsampling: idle\n';
const parse = (text: string) => parseScenario({ file: 's.yaml', text: head + text }, abilities);
const complaint = (text: string) => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ScenarioProblem) return error.message;
    throw error;
  }
  return 'none';
};

describe('a scenario', () => {
  it('that names what does not exist fails with file, line and a sentence', () => {
    expect(complaint('devices:\n  - {model: toaster, count: 1}')).toBe(
      's.yaml:6: there is no model "toaster"; there are rv-s1, cam-c1.',
    );
    expect(complaint('devices:\n  - model: cam-c1\n    count: 1\n    any_of: [C01, V07]')).toBe(
      's.yaml:8: cam-c1 has no fault "V07"; it has C01, X09.',
    );
    expect(complaint('devices:\n  - {model: rv-s1, count: 1, environments: [moon]}')).toContain(
      's.yaml:6: there is no environment "moon"',
    );
    expect(complaint('devices:\n  - {model: rv-s1, count: 1, unmodelled: [gremlins]}')).toContain(
      'no fault "unmodelled:gremlins"',
    );
    expect(complaint('devices:\n  - {model: rv-s1, count: 1}\noutages:\n  - {fault: X09, region: east, at: 0}')).toBe(
      's.yaml:8: no device of this scenario has these labels.',
    );
    expect(complaint('call: 3 h\ndevices:\n  - {model: rv-s1, count: 1}')).toBe(
      's.yaml:5: the call begins after the end.',
    );
  });

  it('of a wrong form fails with the line of what is wrong', () => {
    expect(complaint('devices:\n  - {model: rv-s1, count: many}')).toContain('s.yaml:6: devices.0.count');
    expect(complaint('device: []\ndevices: [{model: rv-s1, count: 1}]')).toBe(
      's.yaml:5: the file has an unknown key "device".',
    );
    expect(complaint('devices: [')).toContain('s.yaml:');
  });

  it('gives every fault of a list each severity in turn, to devices of their own', () => {
    const runs = parse(
      'devices:\n  - {model: rv-s1, count: 4, any_of: [V07, V09], severities: [severe, mild], onset: 5 min}',
    );
    expect(
      runs.map(({ devices }) => devices[0]?.faults.map(({ id, severity, onset }) => [id, severity, onset])),
    ).toEqual([[['V07', 'severe', 300]], [['V09', 'severe', 300]], [['V07', 'mild', 300]], [['V09', 'mild', 300]]]);
    expect(new Set(runs.map(({ name }) => name)).size).toBe(4);
    expect(runs[0]).toMatchObject({ group: 'single', durationS: 7_200, callS: 7_200, granted: 127 });
  });

  it('together is one fleet, and what hits a region hits all that are of it and nobody else', () => {
    const [run] = parse(
      'together: true\nfleet_statistics: 0.2\ndevices:\n' +
        '  - {model: rv-s1, count: 2, labels: {region: north}}\n  - {model: cam-c1, count: 1, labels: {region: south}}\n' +
        'outages:\n  - {fault: X09, region: north, at: 10 min, until: 20 min}',
    );
    expect(run?.devices.map(({ faults }) => faults.map(({ id, shared, until }) => [id, shared, until]))).toEqual([
      [['X09', true, 1_200]],
      [['X09', true, 1_200]],
      [],
    ]);
    expect(run).toMatchObject({ group: 'fleet', counted: 0.2 });
  });

  it('tells time in seconds or with a unit', () => {
    expect([secondsOf(90), secondsOf('1.5 h'), secondsOf('20min'), secondsOf('2 d')]).toEqual([
      90, 5_400, 1_200, 172_800,
    ]);
  });
});
