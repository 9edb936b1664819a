import type { FaultCatalogue } from '../fault-set.ts';
import { healthyPlatformCauses, type PlatformCauses, platformFaults } from '../platform/causes.ts';

/**
 * Physical causes of the class `robot_vacuum`, not symptoms: what is changed here is friction, resistance and the like,
 * and everything else follows from physics and firmware. Ids and titles are those of the fault catalogue. To add a fault,
 * add one entry. Frictions and drags are multiples of the healthy ones.
 */
export interface Causes extends PlatformCauses {
  turretFriction: number;
  turretDead: boolean;
  /** 0..1: how much the room or the place of the dock differs from the map. */
  mapMismatch: number;
  /** What happened to it: it was carried, or runs on the map of another floor. */
  carried: boolean;
  otherMap: boolean;
  /** Seconds that the bumper stays in after a touch. */
  bumperStickS: number;
  /** 0..1, share of the light that dirt on the floor windows swallows. */
  cliffDirt: number;
  /** A dark rug lies in the room. */
  darkRug: boolean;
  /** Share of time that the side sensor gives a frozen value, and whether it is only dirty. */
  wallFrozen: number;
  wallDirty: boolean;
  /** What the left encoder counts of its wheel's way, 1: all. */
  encoderLeft: number;
  mainBrushDrag: number;
  /** Chance at each start that the main brush's motor has no contact, or a short circuit. */
  mainBrushOpen: number;
  mainBrushShort: number;
  /** Drag of hair on the side brush, and of its own bearing. */
  sideBrushHair: number;
  sideBrushBearing: number;
  frictionLeft: number;
  frictionRight: number;
  /** Share of time that a wheel's motor has no current, and whether its driver on the board is the reason. */
  openLeft: number;
  openRight: number;
  wheelBoard: boolean;
  /** Resistance between dock and pads that dirt adds, ohm. */
  contactOhm: number;
  /** Breaks of contact an hour while charging. */
  contactGapsPerHour: number;
  contactBent: boolean;
  /** Share of time that the dock has no supply, and what its supply adds under load, ohm. */
  dockOff: number;
  dockOhm: number;
  /** What is left of the pack's capacity, 1: all; its resistance as a multiple. */
  capacity: number;
  packOhm: number;
  /** Share of time that the charging circuit is open. */
  chargeOpen: number;
  /** 0..1, air that the filter holds back; wet: after a wash. */
  filterBlocked: number;
  filterWet: boolean;
  fanFriction: number;
  /** Snags an hour at one place of the floor, and how long one holds it, s. */
  snagsPerHour: number;
  snagS: number;
  // --- nobody's catalogue
  imuBroken: boolean;
  /** Air that enters beside the filter, 0..1. */
  binLeak: number;
  casterFriction: number;
  /** K that the processor is warmer than it should be. */
  boardHeatK: number;
}

export function healthyCauses(): Causes {
  return {
    ...healthyPlatformCauses(),
    turretFriction: 1,
    turretDead: false,
    mapMismatch: 0,
    carried: false,
    otherMap: false,
    bumperStickS: 0,
    cliffDirt: 0,
    darkRug: false,
    wallFrozen: 0,
    wallDirty: false,
    encoderLeft: 1,
    mainBrushDrag: 1,
    mainBrushOpen: 0,
    mainBrushShort: 0,
    sideBrushHair: 1,
    sideBrushBearing: 1,
    frictionLeft: 1,
    frictionRight: 1,
    openLeft: 0,
    openRight: 0,
    wheelBoard: false,
    contactOhm: 0,
    contactGapsPerHour: 0,
    contactBent: false,
    dockOff: 0,
    dockOhm: 0,
    capacity: 1,
    packOhm: 1,
    chargeOpen: 0,
    filterBlocked: 0,
    filterWet: false,
    fanFriction: 1,
    snagsPerHour: 0,
    snagS: 0,
    imuBroken: false,
    binLeak: 0,
    casterFriction: 1,
    boardHeatK: 0,
  };
}

/** Hair winds up over minutes. */
const wound = (secondsSinceOnset: number): number => 1 - Math.exp(-secondsSinceOnset / 120);

export const vacuumFaults: FaultCatalogue<Causes> = {
  ...platformFaults,
  V01: {
    title: { en: 'Lidar turret blocked or spin motor dead', 'zh-CN': '激光头卡住或旋转电机损坏' },
    apply: (causes, { severity, variant }) => {
      if (variant > 0.75 && severity > 0.5) causes.turretDead = true;
      else causes.turretFriction = 1 + 9 * severity;
    },
  },
  V02: {
    title: { en: 'Position lost or map mismatch', 'zh-CN': '定位丢失或地图不符' },
    apply: (causes, { severity, variant }) => {
      causes.mapMismatch = 0.35 + 0.6 * severity;
      if (variant < 0.45) causes.carried = true;
      else if (variant > 0.8) causes.otherMap = true;
      else causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  V03: {
    title: { en: 'Bumper stuck', 'zh-CN': '碰撞条卡住' },
    apply: (causes, { severity }) => {
      causes.bumperStickS = severity > 0.9 ? 1e6 : 30 * severity;
    },
  },
  V04: {
    title: { en: 'Cliff windows dirty or dark floor', 'zh-CN': '悬崖传感器脏污或地面过暗' },
    apply: (causes, { severity, variant }) => {
      if (variant < 0.3) causes.darkRug = true;
      else causes.cliffDirt = 0.52 + 0.4 * severity;
    },
  },
  V05: {
    title: { en: 'Side sensor or odometer: drives in circles', 'zh-CN': '侧面传感器或里程计故障、原地转圈' },
    apply: (causes, { severity, variant }) => {
      if (variant > 0.7) causes.encoderLeft = 1 - 0.45 * severity;
      else {
        causes.wallFrozen = 0.25 + 0.75 * severity;
        causes.wallDirty = variant < 0.4;
      }
    },
  },
  V06: {
    title: { en: 'Main brush tangled', 'zh-CN': '主刷缠绕' },
    apply: (causes, { severity, secondsSinceOnset }) => {
      causes.mainBrushDrag = 1 + 3.2 * severity * wound(secondsSinceOnset);
    },
  },
  V06b: {
    title: { en: 'Main-brush motor open or short', 'zh-CN': '主刷电机断路或短路' },
    apply: (causes, { severity, variant }) => {
      const chance = Math.min(1, 0.4 + 0.6 * severity);
      if (variant < 0.65) causes.mainBrushOpen = chance;
      else causes.mainBrushShort = chance;
    },
  },
  V07: {
    title: { en: 'Side brush jammed', 'zh-CN': '边刷卡住' },
    apply: (causes, { severity, secondsSinceOnset, variant }) => {
      const drag = 1 + 4.8 * severity * wound(secondsSinceOnset);
      if (variant < 0.8) causes.sideBrushHair = drag;
      else causes.sideBrushBearing = drag;
    },
  },
  V08: {
    title: { en: 'Drive wheel jammed or without current', 'zh-CN': '驱动轮卡住或断路' },
    apply: (causes, { severity, variant }) => {
      const left = Math.floor(variant * 20) % 2 === 0;
      if (variant < 0.65) causes[left ? 'frictionLeft' : 'frictionRight'] = 1 + 7 * severity;
      else {
        causes[left ? 'openLeft' : 'openRight'] = severity;
        causes.wheelBoard = variant > 0.88;
      }
    },
  },
  V09: {
    title: { en: 'Dirty or weak charging contacts', 'zh-CN': '充电触点脏污或接触不良' },
    apply: (causes, { severity, variant }) => {
      causes.contactOhm = 0.6 * severity;
      causes.contactGapsPerHour = 30 * severity;
      causes.contactBent = variant > 0.8;
    },
  },
  V10: {
    title: { en: 'Dock without power or supply sags', 'zh-CN': '充电座无电或电压跌落' },
    apply: (causes, { severity, variant }) => {
      if (variant < 0.5) causes.dockOff = Math.min(1, 0.3 + 0.75 * severity);
      else causes.dockOhm = 0.6 + 2.6 * severity;
    },
  },
  V11: {
    title: { en: 'Battery worn', 'zh-CN': '电池老化' },
    apply: (causes, { severity }) => {
      causes.capacity = 1 - 0.62 * severity;
      causes.packOhm = 1 + 2.4 * severity;
    },
  },
  V12: {
    title: { en: 'Charging circuit or fuse failed', 'zh-CN': '充电电路或保险丝损坏' },
    apply: (causes, { severity }) => {
      causes.chargeOpen = severity > 0.5 ? 1 : 0.7;
    },
  },
  V13: {
    title: { en: 'Filter blocked or fan failing', 'zh-CN': '滤网堵塞或风机故障' },
    apply: (causes, { severity, variant }) => {
      if (variant > 0.65) causes.fanFriction = 1 + 1.3 * severity;
      else {
        causes.filterBlocked = 0.25 + 0.6 * severity;
        causes.filterWet = variant > 0.45;
        if (causes.filterWet) causes.telling.recentChange = 'cleaned_or_washed_part';
      }
    },
  },
  V14: {
    title: { en: 'Trapped by a cable or low furniture', 'zh-CN': '被电线或低矮家具困住' },
    apply: (causes, { severity }) => {
      causes.snagsPerHour = 4 + 14 * severity;
      causes.snagS = severity > 0.9 ? 1e6 : 30 + 160 * severity;
    },
  },
  'unmodelled:imu broken': {
    title: { en: 'Gyroscope broken', 'zh-CN': '陀螺仪损坏' },
    apply: (causes) => {
      causes.imuBroken = true;
    },
  },
  'unmodelled:dust bin leaks air': {
    title: { en: 'Dust bin not tight', 'zh-CN': '尘盒漏气' },
    apply: (causes, { severity }) => {
      causes.binLeak = severity;
    },
  },
  'unmodelled:caster swollen': {
    title: { en: 'Caster wheel hard to turn', 'zh-CN': '万向轮转动困难' },
    apply: (causes, { severity }) => {
      causes.casterFriction = 1 + 1.2 * severity;
    },
  },
  'unmodelled:processor cooling pad lost': {
    title: { en: 'Processor not cooled', 'zh-CN': '处理器散热不良' },
    apply: (causes, { severity }) => {
      causes.boardHeatK = 20 + 35 * severity;
    },
  },
};
