import { finishReasons, vacuumStates } from './vacuum-state.ts';
import type { VacuumFirmware } from './vacuum-firmware.ts';

type Read = (robot: VacuumFirmware) => number | string | undefined;

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
const flag = (value: boolean): number => (value ? 1 : 0);
const used: Read = ({ usedS, cleanedS }) => usedS + Math.floor(cleanedS);
const ok: Read = () => 1;
const zero: Read = () => 0;

/** Where each metric of the class comes from. Resolution is that of the sensor. */
const readings: Readonly<Record<string, Read>> = {
  'device.uptime': ({ uptimeS }) => Math.floor(uptimeS),
  'device.reboot.count': ({ reboots }) => reboots,
  'device.boot.reason': () => 1,
  'device.clock.offset': () => 0.2,
  'device.fault.active': ({ failing }) => flag(failing),
  'device.heap.free': ({ world }) => world.heapFree,
  'device.temperature': ({ world }) => round(world.boardTemperature, 1),
  'wifi.rssi': ({ world }) => world.network.rssi,
  'wifi.channel': ({ world }) => world.network.channel,
  'wifi.bssid': ({ world }) => world.network.bssid,
  'wifi.profile': zero,
  'wifi.channel_busy': ({ world }) => round(world.network.busy, 0),
  'wifi.tx.rate': ({ world }) => round(world.network.rate, 1),
  'wifi.tx.retry': ({ world }) => world.network.retries,
  'wifi.tx.frames': ({ world }) => world.network.frames,
  'wifi.beacon_lost': ({ world }) => world.network.beaconsLost,
  'wifi.reconnect': zero,
  'wifi.assoc_fail.cause': zero,
  'net.ip': ({ world }) => world.network.ip,
  'net.dhcp.ok': ok,
  'net.dns.ok': ok,
  'net.tls.ok': ok,
  'net.cloud.ok': ok,
  'net.gateway.rtt': ({ world }) => round(world.network.rtt, 1),
  'net.packet_loss': ({ world }) => world.network.loss,
  'robot.state': ({ state }) => vacuumStates.indexOf(state),
  'surface.type': ({ state, world }) => (state === 'cleaning' ? (world.place.onCarpet ? 2 : 1) : 0),
  'battery.level': ({ world }) => round(world.power.level, 0),
  'battery.voltage': ({ world }) => round(world.power.voltage, 2),
  'battery.current': ({ world }) => round(world.power.current, 3),
  'battery.temperature': ({ world }) => round(world.power.temperature, 1),
  'battery.est_capacity': ({ parameters }) => parameters.battery.learnedWh,
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
  'fan.duty': ({ world }) => world.actuators.fanDuty,
  'fan.speed': ({ world }) => world.fan.speed,
  'fan.temperature': ({ world }) => round(world.fan.temperature, 1),
  'motor.current{fan}': ({ world }) => round(world.fan.current, 3),
  'motor.current{main_brush}': ({ world }) => round(world.mainBrush.current, 3),
  'motor.current{side_brush}': ({ world }) => round(world.sideBrush.current, 3),
  'motor.current{wheel_left}': ({ world }) => round(world.left.current, 3),
  'motor.current{wheel_right}': ({ world }) => round(world.right.current, 3),
  'wheel.speed{left}': ({ world }) => round(world.left.speed, 0),
  'wheel.speed{right}': ({ world }) => round(world.right.speed, 0),
  'imu.yaw_rate': ({ world }) => round((world.place.yawRate * 180) / Math.PI, 1),
  'odometry.residual': ({ world }) => round(world.odometryResidual, 1),
  'wall.distance': ({ world }) => round(world.wallDistance, 0),
  'cliff.reflectance': ({ world }) => round(world.reflectance, 1),
  'cliff.active': ({ world }) => flag(world.reflectance < 10),
  'bumper.pressed': ({ track }) => flag(track.bumperS >= 1),
  'bumper.count': ({ track }) => track.bumperCount,
  'robot.lifted': ({ world }) => flag(world.lifted),
  'localisation.state': ({ world }) => (world.score >= 0.6 ? 0 : world.score >= 0.4 ? 1 : 2),
  'localisation.score': ({ world }) => round(world.score, 2),
  'map.id': () => 1,
  'pose.x': ({ world }) => round(world.place.x, 3),
  'pose.y': ({ world }) => round(world.place.y, 3),
  'clean.area': ({ area }) => round(area, 1),
  'mission.finish_reason': ({ finishReason }) => finishReasons.indexOf(finishReason),
  'consumable.used{main_brush}': used,
  'consumable.used{side_brush}': used,
  'consumable.used{filter}': used,
  'consumable.used{sensors}': ({ usedS, cleanedS }) => Math.floor(usedS / 10 + cleanedS),
};

/** A metric's value now; undefined when the class does not measure it. */
export function readVacuumMetric(name: string, robot: VacuumFirmware): number | string | undefined {
  return Object.hasOwn(readings, name) ? readings[name]?.(robot) : undefined;
}

/** Metrics that only the link itself can tell. */
export const linkMetrics = ['mqtt.reconnect', 'mqtt.disconnect.reason'] as const;

export function isVacuumMetric(name: string): boolean {
  return Object.hasOwn(readings, name);
}
