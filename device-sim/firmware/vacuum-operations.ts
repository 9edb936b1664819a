import type { RunningOperation } from '../wire/executions.ts';
import type { VacuumFirmware } from './vacuum-firmware.ts';

type Refused = { readonly refusal: string };

const operations: Readonly<Record<string, (robot: VacuumFirmware, durationS: number) => RunningOperation | Refused>> = {
  /** Spins the turret up and measures it in the last third. Needs the robot to stand still. */
  'test.lidar': (robot, durationS) => {
    if (['cleaning', 'returning', 'docking'].includes(robot.state)) return { refusal: 'operation_precondition' };
    const { world } = robot;
    const start = robot.uptimeS;
    const seen = { speed: 0, points: 0, current: 0, count: 0 };
    robot.testingTurret = true;
    return {
      poll: () => {
        const elapsed = robot.uptimeS - start;
        if (elapsed < (durationS * 2) / 3) return { percent: (elapsed / durationS) * 100 };
        seen.speed += world.turret.speed;
        seen.points += world.turret.points;
        seen.current += world.turret.current;
        seen.count += 1;
        if (elapsed < durationS) return { percent: (elapsed / durationS) * 100 };
        robot.testingTurret = false;
        return {
          output: {
            speed: Math.round(seen.speed / seen.count),
            points: Math.round(seen.points / seen.count),
            motor_current: Math.round((seen.current / seen.count) * 1000) / 1000,
          },
        };
      },
      cancel: () => {
        robot.testingTurret = false;
      },
    };
  },
  /** Calls out for its length. */
  'adjust.find_me': (robot, durationS) => {
    const start = robot.uptimeS;
    return {
      poll: () => {
        const elapsed = robot.uptimeS - start;
        return elapsed < durationS ? { percent: (elapsed / durationS) * 100 } : { output: { played: 'true' } };
      },
      cancel: () => undefined,
    };
  },
};

export function startVacuumOperation(name: string, robot: VacuumFirmware): RunningOperation | Refused {
  const spec = robot.model.operations.find((operation) => operation.name === name);
  const start = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!spec || !start) return { refusal: 'operation_unsupported' };
  return start(robot, spec.durationMs / 1000);
}
