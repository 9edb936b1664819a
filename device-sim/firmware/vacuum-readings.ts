import { flag, platformReadings, type Readings, round } from './platform/readings.ts';
import { finishReasons, type VacuumView, vacuumStates } from './vacuum-state.ts';

const used = ({ usedS, cleanedS }: VacuumView): number => usedS + Math.floor(cleanedS);

/** Where each metric of the class comes from. Resolution is that of the sensor. */
export const vacuumReadings: Readings<VacuumView> = {
  ...platformReadings,
  'device.temperature': ({ world }) => round(world.boardTemperature, 1),
  'robot.state': ({ state }) => vacuumStates.indexOf(state),
  'surface.type': ({ state, world }) => (state === 'cleaning' ? (world.place.onCarpet ? 2 : 1) : 0),
  'battery.level': ({ world }) => round(world.power.level, 0),
  'battery.voltage': ({ world }) => round(world.power.voltage, 2),
  'battery.current': ({ world }) => round(world.power.current, 3),
  'battery.temperature': ({ world }) => round(world.power.temperature, 1),
  'battery.est_capacity': ({ world }) => round(world.power.learnedWh, 1),
  'battery.charge_state': ({ world, state }) => {
    if (state === 'docked') return 2;
    if (world.power.current > 0.1) return 1;
    return world.power.level < 10 ? 4 : 0;
  },
  'dock.present': ({ dockPresent }) => flag(dockPresent),
  'dock.voltage': ({ world }) => round(Math.max(0, world.power.dockVoltage), 2),
  'dock.cycle': ({ dockCycles }) => dockCycles,
  'lidar.speed': ({ world }) => round(world.turret.speed, 0),
  'lidar.points': ({ world }) => world.turret.points,
  'fan.duty': ({ world }) => round(world.fan.duty, 0),
  'fan.speed': ({ world }) => world.fan.speed,
  'fan.temperature': ({ world }) => round(world.fan.temperature, 1),
  'motor.current{fan}': ({ world }) => round(world.fan.current, 3),
  'motor.current{main_brush}': ({ world }) => round(world.mainBrush.current, 3),
  'motor.current{side_brush}': ({ world }) => round(world.sideBrush.current, 3),
  'motor.current{wheel_left}': ({ world }) => round(world.left.current, 3),
  'motor.current{wheel_right}': ({ world }) => round(world.right.current, 3),
  'wheel.speed{left}': ({ world }) => round(world.left.encoder, 0),
  'wheel.speed{right}': ({ world }) => round(world.right.encoder, 0),
  'imu.yaw_rate': ({ world }) => round(world.gyro, 1),
  'odometry.residual': ({ world }) => round(world.odometryResidual, 1),
  'wall.distance': ({ world }) => round(world.wallDistance, 0),
  'cliff.reflectance': ({ world }) => round(world.reflectance, 1),
  'cliff.active': ({ world }) => flag(world.reflectance < 10),
  'bumper.pressed': ({ track }) => flag(track.bumperS >= 1),
  'bumper.count': ({ track }) => track.bumperCount,
  'robot.lifted': ({ world }) => flag(world.lifted),
  'localisation.state': ({ world }) => (world.score >= 0.6 ? 0 : world.score >= 0.4 ? 1 : 2),
  'localisation.score': ({ world }) => round(world.score, 2),
  'map.id': ({ world }) => (world.causes.otherMap ? 2 : 1),
  'pose.x': ({ world }) => round(world.place.x + world.shift.x, 3),
  'pose.y': ({ world }) => round(world.place.y + world.shift.y, 3),
  'clean.area': ({ area }) => round(area, 1),
  'mission.finish_reason': ({ finishReason }) => finishReasons.indexOf(finishReason),
  'consumable.used{main_brush}': used,
  'consumable.used{side_brush}': used,
  'consumable.used{filter}': used,
  'consumable.used{sensors}': ({ usedS, cleanedS }) => Math.floor(usedS / 10 + cleanedS),
};
