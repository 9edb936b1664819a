import type { DataClassName } from '../../../proto/api/common.ts';

/** Where a metric stands on the page: what a support agent asks first comes first. */
export const groupNames = [
  'status',
  'power',
  'cleaning',
  'drive',
  'sensors',
  'picture',
  'stream',
  'recording',
  'device',
  'consumables',
  'network',
  'space',
  'other',
] as const;
export type GroupName = (typeof groupNames)[number];

const firstOfStatus = [
  'robot.state',
  'device.fault.active',
  'battery.level',
  'battery.charge_state',
  'dock.present',
  'mission.finish_reason',
  'device.uptime',
];

/** A Map, because a device may name a metric `__proto__`. */
const groupOfSubject: ReadonlyMap<string, GroupName> = new Map(
  Object.entries({
    battery: 'power',
    dock: 'power',
    power: 'power',
    relay: 'power',
    surface: 'cleaning',
    fan: 'cleaning',
    filter: 'cleaning',
    brush: 'cleaning',
    dust_bin: 'cleaning',
    mission: 'cleaning',
    motor: 'drive',
    wheel: 'drive',
    imu: 'drive',
    odometry: 'drive',
    lidar: 'sensors',
    wall: 'sensors',
    cliff: 'sensors',
    bumper: 'sensors',
    robot: 'sensors',
    image: 'picture',
    ir: 'picture',
    daynight: 'picture',
    video: 'stream',
    stream: 'stream',
    storage: 'recording',
    device: 'device',
    supply: 'device',
    consumable: 'consumables',
    wifi: 'network',
    net: 'network',
    mqtt: 'network',
    mesh: 'network',
    localisation: 'space',
    map: 'space',
    pose: 'space',
  } as const),
);

/** The group of one metric: its data class decides where that has a place of its own, else what it is about. */
export function groupOf(name: string, dataClass: DataClassName | undefined): GroupName {
  if (name.startsWith('consumable.')) return 'consumables';
  if (dataClass === 'status' || dataClass === 'errors') return 'status';
  if (dataClass === 'network' || dataClass === 'space') return dataClass;
  return groupOfSubject.get(name.split(/[.{]/)[0] ?? '') ?? 'other';
}

export interface MetricGroup {
  readonly group: GroupName;
  readonly names: readonly string[];
}

/**
 * Metrics in groups, in the order of the page; within a group as the model lists them, what it does not know last.
 * Firmware metrics are left out: they have a panel of their own.
 */
export function groupMetrics(
  metrics: Iterable<{ readonly name: string; readonly dataClass: DataClassName | undefined }>,
  modelOrder: readonly string[],
): readonly MetricGroup[] {
  const rank = new Map(
    [...firstOfStatus, ...modelOrder.filter((name) => !firstOfStatus.includes(name))].map((name, index) => [
      name,
      index,
    ]),
  );
  const groups = new Map<GroupName, string[]>();
  for (const { name, dataClass } of metrics) {
    if (dataClass === 'firmware' || name.startsWith('fw.')) continue;
    const group = groupOf(name, dataClass);
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  const byRank = (a: string, b: string) => {
    const difference = (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size);
    return difference === 0 ? a.localeCompare(b) : difference;
  };
  return groupNames.flatMap((group) => {
    const names = groups.get(group);
    return names ? [{ group, names: names.toSorted(byRank) }] : [];
  });
}
