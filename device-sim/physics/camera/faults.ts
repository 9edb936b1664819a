import type { FaultCatalogue } from '../fault-set.ts';
import { healthyPlatformCauses, type PlatformCauses, platformFaults } from '../platform/causes.ts';

/** Physical causes of the class `camera`; ids are those of the fault catalogue, titles after it. */
export interface Causes extends PlatformCauses {
  /** Worn cells of the storage card, 0: as new. */
  cardWear: number;
  /** Chance that the card does not answer in time at a warm start, 0..1. */
  cardSlow: number;
  /** Old recordings are deleted to make room. */
  rotation: boolean;
  /** Part of the card that rotation cannot free, %. */
  otherFiles: number;
  /** Viewers beyond those of a usual home; a fraction is one that comes and goes. */
  extraViewers: number;
  /** Requests with a wrong password or path, a minute. */
  wrongLogins: number;
  /** Loss on the way of datagrams, %; a viewer then also asks for UDP. */
  udpLoss: number;
  /** Frames whose time stamp jumps while the smart codec is on, a second. */
  codecJitter: number;
  /** Share of the picture that the IR-cut filter no longer covers when it should, 0..1. */
  filterOff: number;
  /** The wire of the filter's coil is broken. */
  coilOpen: boolean;
  /** IR light thrown back by a near surface, as a multiple of the usual return. */
  irReturn: number;
  /** How much that surface moves, 0..1. */
  irSway: number;
  /** Resistance of cable and plugs beyond the supplied ones, ohm. */
  cableOhm: number;
  /** What its owner feeds it with, in the datasheet's words. */
  supply: 'supplied_one' | 'other_phone_charger' | 'long_cable' | 'poe_switch';
  /** Resistance of the heat path, as a multiple of the healthy one. */
  heatPath: number;
  /** What full sun adds to the housing, K. */
  sunK: number;
  /** Share of every hour in which the other one with its address is switched on. */
  rivalShare: number;
  /** Sharpness that lens or window take away, 0..1, and light that they scatter. */
  blur: number;
  scatter: number;
  /** How far what blurs comes and goes with the warmth of the housing, 0..1. */
  drying: number;
  /** Share of frames that the sensor's cable loses, 0..1. */
  framesLost: number;
}

const sound: Causes = {
  ...healthyPlatformCauses(),
  cardWear: 0,
  cardSlow: 0,
  rotation: true,
  otherFiles: 0,
  extraViewers: 0,
  wrongLogins: 0,
  udpLoss: 0,
  codecJitter: 0,
  filterOff: 0,
  coilOpen: false,
  irReturn: 1,
  irSway: 0,
  cableOhm: 0,
  supply: 'supplied_one',
  heatPath: 1,
  sunK: 4,
  rivalShare: 0,
  blur: 0,
  scatter: 0,
  drying: 0,
  framesLost: 0,
};

/** Made at every step: copying one object is a thousand times faster than putting it together. */
export function healthyCauses(): Causes {
  return { ...sound, telling: { ...sound.telling } };
}

export const cameraFaults: FaultCatalogue<Causes> = {
  ...platformFaults,
  C01: {
    title: { en: 'SD card worn, file system read-only', 'zh-CN': '存储卡老化、文件系统变只读' },
    apply: (causes, { severity }) => {
      causes.cardWear = severity;
    },
  },
  C02: {
    title: { en: 'Card not found after a restart', 'zh-CN': '重启后未检测到存储卡' },
    apply: (causes, { severity }) => {
      causes.cardSlow = 0.75 * severity;
    },
  },
  C03: {
    title: { en: 'Card full, no rotation', 'zh-CN': '存储卡已满、不循环覆盖' },
    apply: (causes, { severity, secondsSinceOnset }) => {
      causes.rotation = false;
      causes.otherFiles = (3 + 7 * severity) * (1 - Math.exp(-secondsSinceOnset / 120));
    },
  },
  C04: {
    title: { en: 'Weak or lossy Wi-Fi', 'zh-CN': 'WiFi信号弱或丢包' },
    apply: (causes, { severity, variant }) => {
      causes.attenuationDb = 27 * severity ** 0.7;
      if (variant < 0.4) causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  C05: {
    title: { en: 'Too many viewers, sessions are evicted', 'zh-CN': '观看端过多、会话被挤掉' },
    apply: (causes, { severity }) => {
      causes.extraViewers = severity === 0 ? 0 : 2 + severity;
    },
  },
  C06: {
    title: { en: 'Smart codec spoils time stamps', 'zh-CN': '智能编码导致时间戳异常' },
    apply: (causes, { severity }) => {
      causes.codecJitter = 0.06 + 0.54 * severity;
    },
  },
  C07: {
    title: { en: 'Stream over UDP loses packets', 'zh-CN': 'UDP传输丢包' },
    apply: (causes, { severity }) => {
      causes.udpLoss = 6 * severity;
    },
  },
  C08: {
    title: { en: 'A viewer has a wrong password or path', 'zh-CN': '观看端密码或路径错误' },
    apply: (causes, { severity, variant }) => {
      causes.wrongLogins = 1 + 5 * severity;
      if (variant < 0.4) causes.telling.recentChange = 'router_or_settings';
    },
  },
  C09: {
    title: { en: 'IR-cut filter stuck out of the light path', 'zh-CN': '红外滤光片卡在光路外' },
    apply: (causes, { severity, variant }) => {
      // Half way out, out because nothing drives it any more, or off its lever.
      causes.filterOff = severity > 0.85 ? 1 : Math.min(1, 0.35 + 0.6 * severity);
      causes.coilOpen = severity > 0.5 && severity <= 0.85 && variant < 0.7;
    },
  },
  C10: {
    title: { en: 'IR light reflected by a near surface', 'zh-CN': '红外光被近处物体反射' },
    apply: (causes, { severity, variant }) => {
      causes.irReturn = 1 + 1.6 * severity ** 1.3;
      causes.irSway = 0.5 - 0.4 * severity;
      if (variant < 0.4) causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  C11: {
    title: { en: 'Supply or cable too weak for the IR light', 'zh-CN': '供电或线缆不足以带动红外灯' },
    apply: (causes, { severity, variant }) => {
      causes.cableOhm = 0.56 * severity;
      if (variant < 0.75)
        causes.supply = variant < 0.35 ? 'other_phone_charger' : variant < 0.65 ? 'long_cable' : 'poe_switch';
      if (variant < 0.3) causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  C12: {
    title: { en: 'Overheats in the sun', 'zh-CN': '日晒过热' },
    apply: (causes, { severity }) => {
      causes.heatPath = 1 + 1.1 * severity ** 0.7;
      causes.sunK = 4 + 26 * severity ** 0.7;
    },
  },
  C13: {
    title: { en: 'Another device has the same address', 'zh-CN': '与其他设备地址冲突' },
    apply: (causes, { severity, variant }) => {
      causes.addressConflict = severity > 0;
      causes.rivalShare = 0.25 + severity;
      if (variant < 0.5) causes.telling.recentChange = 'router_or_settings';
    },
  },
  C14: {
    title: { en: 'Scheduled restart (nothing is wrong)', 'zh-CN': '定时维护重启（正常）' },
    // The hour is set with the schedule: see CameraWorld.inject.
    apply: (causes) => {
      causes.restartAtHour = 4;
    },
  },
  'unmodelled:cracked lens': {
    title: { en: 'Cracked lens', 'zh-CN': '镜头开裂' },
    apply: (causes, { severity }) => {
      causes.blur = 0.25 + 0.5 * severity;
      causes.scatter = 0.15 * severity;
    },
  },
  'unmodelled:condensation behind the window': {
    title: { en: 'Condensation behind the window', 'zh-CN': '前窗内结雾' },
    apply: (causes, { severity }) => {
      causes.blur = 0.3 + 0.5 * severity;
      causes.scatter = 0.3 * severity;
      causes.drying = 0.4;
    },
  },
  'unmodelled:loose cable of the image sensor': {
    title: { en: 'Loose cable of the image sensor', 'zh-CN': '图像传感器排线松动' },
    apply: (causes, { severity }) => {
      causes.framesLost = 0.15 + 0.6 * severity;
    },
  },
};
