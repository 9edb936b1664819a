import type { FaultCatalogue } from '../fault-set.ts';
import { healthyNetworkCauses, type NetworkCauses } from '../network.ts';

/** What people of the home can tell beside the point: no cause, so it does not count as one. */
export interface Telling {
  /** `home.other_devices`. */
  others: 'all_fine' | 'some_affected' | 'all_affected';
  /** `home.recent_change`. */
  recentChange: string;
  /** Where the phone is, `phone.network`. */
  phone: 'home_wifi' | 'mobile_data' | 'other_wifi_or_vpn';
  /** Seconds until what is wrong outside passes by itself. */
  passesInS: number;
}

/**
 * Causes that every class has: spread `healthyPlatformCauses()` into the class's own and `platformFaults` into its catalogue.
 * Fields that none of `platformFaults` sets are for the classes' own faults (a reconnect storm, a leak, a scheduled restart ...).
 */
export interface PlatformCauses extends NetworkCauses {
  // --- between the router and the cloud
  /** A page asks for a login before anything of the web passes. */
  portal: boolean;
  /** Share of look-ups that the home's resolver fails, 0..1; and whether another resolver cannot be reached either. */
  dnsFail: number;
  dnsAllFail: boolean;
  ntpBlocked: boolean;
  /** Share of requests that the vendor cloud fails, 0..1, and how. */
  cloudFail: number;
  cloudSilent: boolean;
  /** The account's token is no longer valid (the device's own requests are accepted). */
  accountRefused: boolean;
  /** The owner's phone cannot reach the home from where it is. */
  phoneAway: boolean;
  /** Support-link sessions that another client with the same identity takes over, an hour. */
  takeoversPerHour: number;
  // --- power and processor
  /** No mains in the home. */
  mainsOff: boolean;
  /** Dips of the supply below the reset threshold, an hour. */
  dipsPerHour: number;
  /** Its clock has gone wrong by so much, s; or has begun at 1970 after a power cut. */
  clockErrorS: number;
  clockReset: boolean;
  /** By that are not given back, a second. */
  heapLeak: number;
  /** Crashes an hour: a task hangs until the watchdog ends it. */
  hangsPerHour: number;
  /** Restarts by its own schedule: seconds of uptime after which, 0: none; hour of the day, -1: none. */
  restartEveryS: number;
  restartAtHour: number;
  // --- updates
  /** A new image is offered: what is wrong with an update shows only with one. */
  updateOffered: boolean;
  /** Chance that a block of the image gets no answer and the download stops, 0..1. */
  blockLost: number;
  /** By that other files take of the flash. */
  flashFilled: number;
  /** Worn blocks of the flash beyond the usual. */
  badBlocks: number;
  /** The image itself is damaged, for whoever loads it. */
  imageDamaged: boolean;
  /** Chance that a boot of the new image fails within a minute, 0..1. */
  bootFails: number;
  /** The sub-controller (or, without one, the main image) does not take the new image. */
  subStays: boolean;
  telling: Telling;
}

export function healthyPlatformCauses(): PlatformCauses {
  return {
    ...healthyNetworkCauses(),
    portal: false,
    dnsFail: 0,
    dnsAllFail: false,
    ntpBlocked: false,
    cloudFail: 0,
    cloudSilent: false,
    accountRefused: false,
    phoneAway: false,
    takeoversPerHour: 0,
    mainsOff: false,
    dipsPerHour: 0,
    clockErrorS: 0,
    clockReset: false,
    heapLeak: 0,
    hangsPerHour: 0,
    restartEveryS: 0,
    restartAtHour: -1,
    updateOffered: false,
    blockLost: 0,
    flashFilled: 0,
    badBlocks: 0,
    imageDamaged: false,
    bootFails: 0,
    subStays: false,
    telling: { others: 'all_fine', recentChange: 'nothing', phone: 'home_wifi', passesInS: Infinity },
  };
}

/** Faults that show with an update only: a device that has one begins with the release before. */
export const updateFaults: readonly string[] = ['X11', 'X12', 'X13', 'X14'];

/** Faults X01 to X16 of the catalogue; X17 is the gateway's own and lies outside every device. */
export const platformFaults: FaultCatalogue<PlatformCauses> = {
  X01: {
    title: { en: 'Weak Wi-Fi signal', 'zh-CN': 'WiFi信号弱' },
    apply: (causes, { severity, variant }) => {
      causes.attenuationDb = 15 + 16 * severity;
      if (variant < 0.4) causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  X02: {
    title: { en: 'Crowded Wi-Fi channel', 'zh-CN': 'WiFi信道拥塞' },
    apply: (causes, { severity, variant }) => {
      causes.busyExtra = 38 + 40 * severity;
      causes.telling.others = 'some_affected';
      if (variant < 0.3) causes.telling.recentChange = 'new_appliance';
    },
  },
  X03: {
    title: { en: 'Wi-Fi password changed', 'zh-CN': 'WiFi密码已更改' },
    apply: (causes) => {
      causes.wrongPassword = true;
      causes.telling.others = 'all_affected';
      causes.telling.recentChange = 'wifi_password';
    },
  },
  X04: {
    title: { en: 'Router offers only 5 GHz or WPA3', 'zh-CN': '路由器仅支持5G或WPA3' },
    apply: (causes, { variant }) => {
      causes.accessPoint = variant < 0.5 ? 'wpa3_only' : 'five_ghz_only';
      causes.telling.others = 'some_affected';
      causes.telling.recentChange = 'router_or_settings';
    },
  },
  X05: {
    title: { en: 'Network asks for a web login', 'zh-CN': '网络需要网页登录' },
    apply: (causes) => {
      causes.portal = true;
      causes.telling.others = 'all_affected';
      causes.telling.recentChange = 'router_or_settings';
    },
  },
  X06: {
    title: { en: 'No address from the router', 'zh-CN': '路由器不分配地址' },
    apply: (causes, { severity }) => {
      causes.dhcpFail = Math.min(1, 0.7 + 0.3 * severity);
      causes.telling.others = 'some_affected';
      causes.telling.recentChange = 'router_or_settings';
    },
  },
  X07: {
    title: { en: 'Name resolution fails', 'zh-CN': '域名解析失败' },
    apply: (causes, { severity, variant }) => {
      causes.dnsFail = Math.min(1, 0.7 + 0.3 * severity);
      causes.dnsAllFail = variant < 0.15;
      causes.telling.others = variant < 0.6 ? 'all_affected' : 'some_affected';
      if (variant < 0.5) causes.telling.recentChange = 'router_or_settings';
    },
  },
  X08: {
    title: { en: 'Clock wrong, secure connections refused', 'zh-CN': '时钟错误、安全连接被拒' },
    apply: (causes, { severity }) => {
      causes.ntpBlocked = true;
      // The supercapacitor was empty: 1970. Less: it was set to a wrong time.
      if (severity > 0.5) causes.clockReset = true;
      else causes.clockErrorS = -(600 + 20_000 * severity);
      causes.telling.recentChange = 'power_cut';
    },
  },
  X09: {
    title: { en: 'Vendor cloud is down', 'zh-CN': '厂商云服务故障' },
    apply: (causes, { severity, variant, remainsS }) => {
      causes.cloudFail = Math.min(1, 0.75 + 0.25 * severity);
      causes.cloudSilent = variant < 0.4;
      causes.telling.passesInS = remainsS;
    },
  },
  X10: {
    title: { en: 'Phone cannot reach the device', 'zh-CN': '手机无法连接设备' },
    apply: (causes, { variant }) => {
      causes.phoneAway = true;
      causes.telling.phone = variant < 0.4 ? 'mobile_data' : variant < 0.85 ? 'other_wifi_or_vpn' : 'home_wifi';
    },
  },
  X11: {
    title: { en: 'Update download is stuck', 'zh-CN': '升级下载卡住' },
    apply: (causes, { severity, variant }) => {
      causes.updateOffered = true;
      if (variant < 0.25) causes.flashFilled = 17_000_000 + 10_000_000 * severity;
      else causes.blockLost = 0.008 + 0.03 * severity;
    },
  },
  X12: {
    title: { en: 'Update image fails its check', 'zh-CN': '升级包校验失败' },
    apply: (causes, { severity, variant, shared }) => {
      causes.updateOffered = true;
      if (shared || variant < 0.5) causes.imageDamaged = true;
      else causes.badBlocks = Math.round(12 + 40 * severity);
    },
  },
  X13: {
    title: { en: 'New firmware does not start', 'zh-CN': '新固件无法启动' },
    apply: (causes) => {
      causes.updateOffered = true;
      causes.bootFails = 1;
    },
  },
  X14: {
    title: { en: 'Update is incomplete', 'zh-CN': '升级不完整' },
    apply: (causes) => {
      causes.updateOffered = true;
      causes.subStays = true;
    },
  },
  X15: {
    title: { en: 'Power cut in the home', 'zh-CN': '家中停电' },
    apply: (causes, { remainsS }) => {
      causes.mainsOff = true;
      causes.routerOff = true;
      causes.telling.others = 'all_affected';
      causes.telling.recentChange = 'power_cut';
      causes.telling.passesInS = remainsS;
    },
  },
  X16: {
    title: { en: 'Joined another network of the home', 'zh-CN': '连到了家里另一个网络' },
    apply: (causes, { variant }) => {
      causes.strayNetwork = true;
      if (variant < 0.5) causes.telling.recentChange = 'router_or_settings';
    },
  },
};
