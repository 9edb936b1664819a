import { lasting, type OperationTable } from './operations.ts';
import { round } from './platform-readings.ts';
import type { VacuumView } from './vacuum-state.ts';

export const vacuumOperations: OperationTable<VacuumView> = {
  /** Spins the turret up and measures it in the last third. Needs the robot to stand still. */
  'test.lidar': (robot, durationS) => {
    if (['cleaning', 'returning', 'docking'].includes(robot.state)) return { refusal: 'operation_precondition' };
    const { turret } = robot.world;
    const seen = { speed: 0, points: 0, current: 0, count: 0 };
    robot.testingTurret = true;
    return lasting({
      uptimeS: () => robot.boots.uptimeS,
      durationS,
      watch: (elapsedS) => {
        if (elapsedS < (durationS * 2) / 3) return;
        seen.speed += turret.speed;
        seen.points += turret.points;
        seen.current += turret.current;
        seen.count += 1;
      },
      result: () => ({
        speed: Math.round(seen.speed / seen.count),
        points: Math.round(seen.points / seen.count),
        motor_current: round(seen.current / seen.count, 3),
      }),
      tidy: () => {
        robot.testingTurret = false;
      },
    });
  },
  /** Calls out for its length. */
  'adjust.find_me': ({ boots }, durationS) =>
    lasting({ uptimeS: () => boots.uptimeS, durationS, result: () => ({ played: 'true' }) }),
};
