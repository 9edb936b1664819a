import { describe, expect, it } from 'vitest';
import { groupMetrics } from './metric-groups.ts';

const status = (name: string) => ({ name, dataClass: 'status' as const });
const telemetry = (name: string) => ({ name, dataClass: 'telemetry' as const });

describe('groupMetrics', () => {
  it('puts status first, with the robot state before everything', () => {
    const groups = groupMetrics(
      [telemetry('lidar.speed'), status('device.uptime'), status('battery.level'), status('robot.state')],
      ['device.uptime', 'robot.state', 'battery.level', 'lidar.speed'],
    );
    expect(groups).toEqual([
      { group: 'status', names: ['robot.state', 'battery.level', 'device.uptime'] },
      { group: 'sensors', names: ['lidar.speed'] },
    ]);
  });
  it('keeps the order of the model within a group and puts unknown names last', () => {
    const groups = groupMetrics(
      [telemetry('motor.zzz'), telemetry('wheel.speed{left}'), telemetry('motor.current{fan}')],
      ['motor.current{fan}', 'wheel.speed{left}'],
    );
    expect(groups[0]?.names).toEqual(['motor.current{fan}', 'wheel.speed{left}', 'motor.zzz']);
  });
  it('has places for what only a camera measures', () => {
    const names = [
      'supply.voltage',
      'storage.used',
      'stream.stall',
      'video.fps',
      'ir.cut',
      'image.luma',
      'daynight.mode',
    ];
    expect(groupMetrics(names.map(telemetry), ['image.luma', 'ir.cut', 'daynight.mode', 'video.fps'])).toEqual([
      { group: 'picture', names: ['image.luma', 'ir.cut', 'daynight.mode'] },
      { group: 'stream', names: ['video.fps', 'stream.stall'] },
      { group: 'recording', names: ['storage.used'] },
      { group: 'device', names: ['supply.voltage'] },
    ]);
  });
  it('leaves firmware to its own panel and gives what nobody knows a place', () => {
    const groups = groupMetrics(
      [
        { name: 'fw.state', dataClass: 'firmware' },
        { name: '__proto__', dataClass: undefined },
      ],
      [],
    );
    expect(groups).toEqual([{ group: 'other', names: ['__proto__'] }]);
  });
  it('sorts network and space by class and consumables by name, whatever they are about', () => {
    const groups = groupMetrics(
      [
        { name: 'robot.x', dataClass: 'space' },
        { name: 'net.ip', dataClass: 'network' },
        status('consumable.used{filter}'),
      ],
      [],
    );
    expect(groups.map((each) => each.group)).toEqual(['consumables', 'network', 'space']);
  });
});
