import type { FaultCatalogue } from '../fault-set.ts';
import { healthyNetworkCauses, type NetworkCauses } from '../network.ts';

/**
 * Physical causes of the class `robot_vacuum`, not symptoms: what is changed here is friction, resistance and the like,
 * and everything else follows from physics and firmware. Ids and titles are those of the fault catalogue. To add a fault,
 * add one entry.
 */
export interface Causes extends NetworkCauses {
  /** Friction of the lidar turret's bearing, 1: healthy. */
  turretFriction: number;
  /** Drag of hair on the main brush, 1: healthy. */
  mainBrushDrag: number;
  /** Resistance between dock and pads that dirt adds, ohm. */
  contactOhm: number;
  /** Breaks of contact an hour while charging. */
  contactGapsPerHour: number;
}

export function healthyCauses(): Causes {
  return { ...healthyNetworkCauses(), turretFriction: 1, mainBrushDrag: 1, contactOhm: 0, contactGapsPerHour: 0 };
}

export const vacuumFaults: FaultCatalogue<Causes> = {
  V01: {
    title: { en: 'Lidar turret blocked or spin motor dead', 'zh-CN': '激光头卡住或旋转电机损坏' },
    apply: (causes, { severity }) => {
      causes.turretFriction = 1 + 9 * severity;
    },
  },
  V06: {
    title: { en: 'Main brush tangled', 'zh-CN': '主刷缠绕' },
    apply: (causes, { severity, secondsSinceOnset }) => {
      causes.mainBrushDrag = 1 + 3.2 * severity * (1 - Math.exp(-secondsSinceOnset / 120));
    },
  },
  V09: {
    title: { en: 'Dirty or weak charging contacts', 'zh-CN': '充电触点脏污或接触不良' },
    apply: (causes, { severity }) => {
      causes.contactOhm = 0.6 * severity;
      causes.contactGapsPerHour = 30 * severity;
    },
  },
};
