import type { FaultCatalogue } from '../fault-set.ts';
import { healthyNetworkCauses, type NetworkCauses } from '../network.ts';

/** Physical causes of the class `camera`; ids are those of the fault catalogue, titles after it. */
export interface Causes extends NetworkCauses {
  /** Worn cells of the storage card, 0: as new. */
  cardWear: number;
  /** Old recordings are deleted to make room. */
  rotation: boolean;
  /** Part of the card that rotation cannot free, %. */
  otherFiles: number;
  /** Viewers beyond those of a usual home. */
  extraViewers: number;
  /** Requests with a wrong password or path, a minute. */
  wrongLogins: number;
  /** Loss on the way of datagrams, %; a viewer then also asks for UDP. */
  udpLoss: number;
  /** Frames whose time stamp jumps while the smart codec is on, a second. */
  codecJitter: number;
  /** The IR-cut filter has come off its lever and stays out. */
  filterOff: boolean;
  /** IR light thrown back by a near surface, as a multiple of the usual return. */
  irReturn: number;
  /** Resistance of cable and plugs beyond the supplied ones, ohm. */
  cableOhm: number;
  /** Resistance of the heat path, as a multiple of the healthy one. */
  heatPath: number;
  /** What full sun adds to the housing, K. */
  sunK: number;
}

export function healthyCauses(): Causes {
  return {
    ...healthyNetworkCauses(),
    cardWear: 0,
    rotation: true,
    otherFiles: 0,
    extraViewers: 0,
    wrongLogins: 0,
    udpLoss: 0,
    codecJitter: 0,
    filterOff: false,
    irReturn: 1,
    cableOhm: 0,
    heatPath: 1,
    sunK: 4,
  };
}

export const cameraFaults: FaultCatalogue<Causes> = {
  C01: {
    title: { en: 'SD card worn, file system read-only', 'zh-CN': '存储卡老化、文件系统变只读' },
    apply: (causes, { severity }) => {
      causes.cardWear = severity;
    },
  },
  C03: {
    title: { en: 'Card full, no rotation', 'zh-CN': '存储卡已满、不循环覆盖' },
    apply: (causes, { severity, secondsSinceOnset }) => {
      causes.rotation = false;
      causes.otherFiles = 10 * severity * (1 - Math.exp(-secondsSinceOnset / 120));
    },
  },
  C04: {
    title: { en: 'Weak or lossy Wi-Fi', 'zh-CN': 'WiFi信号弱或丢包' },
    apply: (causes, { severity }) => {
      causes.attenuationDb = 27 * severity;
    },
  },
  C05: {
    title: { en: 'Too many viewers, sessions are evicted', 'zh-CN': '观看端过多、会话被挤掉' },
    apply: (causes, { severity }) => {
      causes.extraViewers = 1 + Math.round(2 * severity);
    },
  },
  C06: {
    title: { en: 'Smart codec spoils time stamps', 'zh-CN': '智能编码导致时间戳异常' },
    apply: (causes, { severity }) => {
      causes.codecJitter = 0.6 * severity;
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
    apply: (causes, { severity }) => {
      causes.wrongLogins = 6 * severity;
    },
  },
  C09: {
    title: { en: 'IR-cut filter stuck out of the light path', 'zh-CN': '红外滤光片卡在光路外' },
    apply: (causes, { severity }) => {
      causes.filterOff = severity > 0;
    },
  },
  C10: {
    title: { en: 'IR light reflected by a near surface', 'zh-CN': '红外光被近处物体反射' },
    apply: (causes, { severity }) => {
      causes.irReturn = 1 + 1.6 * severity;
    },
  },
  C11: {
    title: { en: 'Supply or cable too weak for the IR light', 'zh-CN': '供电或线缆不足以带动红外灯' },
    apply: (causes, { severity }) => {
      causes.cableOhm = 0.56 * severity;
    },
  },
  C12: {
    title: { en: 'Overheats in the sun', 'zh-CN': '日晒过热' },
    apply: (causes, { severity }) => {
      causes.heatPath = 1 + 1.1 * severity;
      causes.sunK = 4 + 26 * severity;
    },
  },
  C13: {
    title: { en: 'Another device has the same address', 'zh-CN': '与其他设备地址冲突' },
    apply: (causes, { severity }) => {
      causes.addressConflict = severity > 0;
    },
  },
};
