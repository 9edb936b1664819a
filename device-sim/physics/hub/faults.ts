import type { FaultCatalogue } from '../fault-set.ts';
import { healthyPlatformCauses, type PlatformCauses, platformFaults } from '../platform/causes.ts';
import { behindRelay, eachPlug, eachSensor, type PlugId, plugIds, type SensorId } from './children.ts';

/** What can be wrong with one plug and what hangs on it. */
export interface PlugCauses {
  /** Taken out of its outlet. */
  unplugged: boolean;
  /** Chance that its contacts stay closed when the coil lets go. */
  weld: number;
  /** Heat of its contacts, as a multiple of sound ones. */
  contactHeat: number;
  /** What hangs on it besides the usual appliance: one heater, or a strip of things that are switched on and off; W. */
  heaterW: number;
  stripW: number;
  /** How long its meter waits for the next pulse until it says 0, beyond the usual, s. */
  pulseWaitS: number;
  /** Chance that an update of it comes to nothing, and how. */
  updateFails: number;
  updateTrouble: 'no_pull' | 'abort' | 'invalid' | 'none';
  /** A command for it lies retained on the hub's broker. */
  retained: boolean;
  /** What its meter makes of a volt. */
  voltGain: number;
}

/** What can be wrong with one sensor. */
export interface SensorCauses {
  /** Walls between it and everything but its usual parent, dB. */
  strangerDb: number;
  /** How surely it loses its membership: 1, for good. */
  leaves: number;
  /** The charge its cell has been brought down towards; 1: its own. */
  charge: number;
  /** It has nothing to report, and its check-ins are put off: share of the datasheet's passive time-out. */
  quiet: number;
}

/** Physical causes of the class `hub_plug`; ids are those of the fault catalogue, titles after it. */
export interface HubCauses extends PlatformCauses {
  /** Contact of the radio stick in its socket: 0 firm, 1 none. */
  stickLoose: number;
  /** The stick itself is broken: its contact does not matter. */
  stickBroken: boolean;
  /** What breaks the associations of `dropsPerHour`. */
  dropsBy: 'nothing' | 'roaming' | 'firmware' | 'radio' | 'router';
  /** A neighbour's radio noise at the hub. */
  noise: {
    /** % of the time. */
    busy: number;
    /** Noise floor, dB. */
    db: number;
    /** A broadband one (USB 3) cannot be evaded on another channel. */
    broadband: boolean;
  };
  /** The local interface restarts the hub when no client has called for long. */
  apiIdleRestart: boolean;
  /** Clients that call the local interface, as a share of the usual. */
  apiUse: number;
  /** Resistance of the hub's cable and plug beyond the supplied ones, ohm. */
  cableOhm: number;
  /** Mains that swings slowly, V. */
  mainsSwingV: number;
  /** A process that never ends: % of the processor. */
  runaway: number;
  plugs: Record<PlugId, PlugCauses>;
  sensors: Record<SensorId, SensorCauses>;
}

export function healthyHubCauses(): HubCauses {
  return {
    ...healthyPlatformCauses(),
    stickLoose: 0,
    stickBroken: false,
    dropsBy: 'nothing',
    noise: { busy: 0, db: 0, broadband: false },
    apiIdleRestart: false,
    apiUse: 1,
    cableOhm: 0,
    mainsSwingV: 0,
    runaway: 0,
    plugs: eachPlug(() => ({
      unplugged: false,
      weld: 0,
      contactHeat: 1,
      heaterW: 0,
      stripW: 0,
      pulseWaitS: 0,
      updateFails: 0,
      updateTrouble: 'none',
      retained: false,
      voltGain: 1,
    })),
    sensors: eachSensor(() => ({ strangerDb: 0, leaves: 0, charge: 1, quiet: 0 })),
  };
}

/** One of several, by the fault's variant. */
const one = <T>(list: readonly [T, ...T[]], variant: number): T => list[Math.floor(variant * list.length)] ?? list[0];
const plugOf = (variant: number): PlugId => one(plugIds, variant);
/** Mostly one that reports often: it is missed soon. */
const sensorOf = (variant: number): SensorId =>
  one(['s1', 's2', 's3', 's4', 's1', 's2', 's3', 's4', 's5', 's6'], variant);
/** Another draw out of the same variant. */
const second = (variant: number): number => (variant * 7919) % 1;

export const hubFaults: FaultCatalogue<HubCauses> = {
  ...platformFaults,
  H01: {
    title: { en: 'Radio stick lost', 'zh-CN': 'Zigbee棒丢失' },
    apply: (causes, { severity, variant }) => {
      causes.stickLoose = severity;
      causes.stickBroken = second(variant) < 0.25 && severity > 0;
      if (variant < 0.3) causes.telling.recentChange = 'moved_device_or_dock';
    },
  },
  H02: {
    title: { en: 'Interference from USB 3 or Wi-Fi', 'zh-CN': 'USB3或WiFi干扰Zigbee' },
    apply: (causes, { severity, variant }) => {
      causes.noise = { busy: 14 + 48 * severity, db: 5 + 17 * severity, broadband: variant < 0.5 };
      if (variant < 0.6) causes.telling.recentChange = variant < 0.3 ? 'new_appliance' : 'router_or_settings';
    },
  },
  H03: {
    title: { en: 'Relaying plug unplugged', 'zh-CN': '中继插座被拔下' },
    apply: (causes, { severity }) => {
      causes.plugs.p2.unplugged = severity > 0;
      for (const id of behindRelay) causes.sensors[id].strangerDb = 15 * severity;
    },
  },
  H04: {
    title: { en: 'A device left the network', 'zh-CN': '子设备已离网' },
    apply: (causes, { severity, variant }) => {
      causes.sensors[sensorOf(variant)].leaves = severity;
    },
  },
  H05: {
    title: { en: 'Battery of a sensor is empty', 'zh-CN': '传感器电池耗尽' },
    apply: (causes, { severity, variant, secondsSinceOnset }) => {
      // It is old when it shows, and then goes fast.
      const last = 0.18 - 0.15 * severity;
      const now = last + (0.19 - last) * Math.exp(-secondsSinceOnset / 2400);
      causes.sensors[sensorOf(variant)].charge = now;
    },
  },
  H06: {
    title: { en: 'A sleepy device is quiet', 'zh-CN': '休眠设备安静（正常）' },
    apply: (causes, { severity, variant }) => {
      causes.sensors[variant < 0.5 ? 's5' : 's6'].quiet = Math.max(0.1, severity);
    },
  },
  H07: {
    title: { en: 'Update of a device comes to nothing', 'zh-CN': '子设备升级失败' },
    apply: (causes, { severity, variant }) => {
      const plug = causes.plugs[plugOf(variant)];
      plug.updateFails = Math.min(1, 0.5 + 0.6 * severity);
      plug.updateTrouble = one(['no_pull', 'no_pull', 'abort', 'invalid'], second(variant));
    },
  },
  H08: {
    title: { en: 'Welded relay', 'zh-CN': '继电器粘连' },
    apply: (causes, { severity, variant }) => {
      causes.plugs[plugOf(variant)].weld = Math.min(1, 0.4 + 0.7 * severity);
    },
  },
  H09: {
    title: { en: 'Plug protects itself from heat or overload', 'zh-CN': '插座过热或过载保护' },
    apply: (causes, { severity, variant }) => {
      const overload = second(variant) < 0.5;
      const plug = causes.plugs[plugOf(variant)];
      if (overload) plug.stripW = 3300 + 1500 * severity;
      else {
        // A worn contact shows under a load that a sound one carries easily.
        plug.heaterW = 1900;
        plug.contactHeat = 1 + 8 * severity;
      }
      if (overload && variant < 0.6) causes.telling.recentChange = 'new_appliance';
    },
  },
  H10: {
    title: { en: 'Wi-Fi reconnects all the time despite a strong signal', 'zh-CN': '信号强却频繁重连' },
    apply: (causes, { severity, variant }) => {
      causes.dropsPerHour = 25 + 110 * severity;
      causes.dropsBy = one(['roaming', 'roaming', 'firmware', 'radio', 'router'], variant);
    },
  },
  H11: {
    title: { en: 'Supply too weak, restarts', 'zh-CN': '供电不足导致重启' },
    apply: (causes, { severity }) => {
      causes.cableOhm = 0.74 * severity ** 0.42;
    },
  },
  H12: {
    title: { en: 'Setting restarts it every 15 minutes', 'zh-CN': '设置使其每15分钟重启' },
    apply: (causes, { severity }) => {
      causes.apiIdleRestart = true;
      causes.apiUse = 0.25 * (1 - severity);
    },
  },
  H13: {
    title: { en: 'Two clients with the same identity', 'zh-CN': '客户端身份重复' },
    apply: (causes, { severity }) => {
      causes.takeoversPerHour = 30 + 330 * severity;
    },
  },
  H14: {
    title: { en: 'Retained command is replayed', 'zh-CN': '保留指令被重放' },
    apply: (causes, { severity, variant }) => {
      causes.plugs[plugOf(variant)].retained = true;
      // It shows at each new session with the broker: this home's router lets go of its clients now and then.
      causes.dropsPerHour = Math.max(causes.dropsPerHour, 0.7 + 2.8 * severity);
      if (causes.dropsBy === 'nothing') causes.dropsBy = 'router';
    },
  },
  H15: {
    title: { en: 'Meter is late', 'zh-CN': '功率读数滞后（正常）' },
    apply: (causes, { severity }) => {
      for (const id of plugIds) causes.plugs[id].pulseWaitS = 10 + 28 * severity;
    },
  },
  'unmodelled:mains voltage swings': {
    title: { en: 'Mains voltage of the house swings', 'zh-CN': '市电电压波动' },
    apply: (causes, { severity }) => {
      causes.mainsSwingV = 14 + 26 * severity;
      causes.telling.others = 'some_affected';
    },
  },
  'unmodelled:process runs away': {
    title: { en: 'A process of the hub never ends', 'zh-CN': '网关进程失控' },
    apply: (causes, { severity }) => {
      causes.runaway = 30 + 48 * severity;
    },
  },
  'unmodelled:meter measures wrongly': {
    title: { en: 'Meter of a plug lost its calibration', 'zh-CN': '插座计量失准' },
    apply: (causes, { severity, variant }) => {
      causes.plugs[plugOf(variant)].voltGain = 1 - 0.12 - 0.3 * severity;
    },
  },
};
