import type { FaultCatalogue } from '../fault-set.ts';
import { healthyPlatformCauses, type PlatformCauses, platformFaults } from '../platform/causes.ts';

/** Physical causes of the class `speaker`; ids are those of the fault catalogue, titles after it. */
export interface Causes extends PlatformCauses {
  /** Share of the voice service's servers that refuse the token, 0..1. */
  tokenRefused: number;
  /** The task that runs the wake word has hung: how stubbornly, 0..1. */
  listenerHang: number;
  /** Share of the time in which the switch interrupts the microphones' supply. */
  muteContact: number;
  /** The player's task has hung: how stubbornly, 0..1. */
  playerHang: number;
  /** Transfers of the I2S bus that fail, a second. */
  busErrorsPerS: number;
  /** The converter of the microphones delivers zeros. */
  captureDead: boolean;
  /** The converter of the loudspeaker delivers nothing. */
  codecDead: boolean;
  /** Share of local requests that go to an address of before. */
  oldAddress: number;
  /** What somebody set: % of volume, undefined: as usual. */
  volumeSet: number | null;
  doNotDisturb: boolean;
  /** Share of multicast that the home's network swallows. */
  multicastLoss: number;
  /** Gaps in the air time: how many and how long, 0..1. */
  jitter: number;
  /** By how much the model scores the word `a` lower from this voice. */
  wakeShift: number;
  /** Windings of the driver's coil that touch each other, 0..1; or the coil is open. */
  coilShort: number;
  coilOpen: boolean;
  /** What the openings of the microphones swallow, dB. */
  deafDb: number;
  /** Level of a machine beside it, dB; -120: none. */
  noiseDb: number;
  /** Touches an hour that the talk button takes for presses. */
  strayPresses: number;
}

const sound: Causes = {
  ...healthyPlatformCauses(),
  tokenRefused: 0,
  listenerHang: 0,
  muteContact: 0,
  playerHang: 0,
  busErrorsPerS: 0,
  captureDead: false,
  codecDead: false,
  oldAddress: 0,
  volumeSet: null,
  doNotDisturb: false,
  multicastLoss: 0,
  jitter: 0,
  wakeShift: 0,
  coilShort: 0,
  coilOpen: false,
  deafDb: 0,
  noiseDb: -120,
  strayPresses: 0,
};

/** Made at every step: copying one object is a thousand times faster than putting it together. */
export function healthyCauses(): Causes {
  return { ...sound, telling: { ...sound.telling } };
}

/** Of causes that are there or not, a severity this small is not there yet. */
const begun = 0.15;

export const speakerFaults: FaultCatalogue<Causes> = {
  ...platformFaults,
  S01: {
    title: { en: 'Account link has run out', 'zh-CN': '账号授权已过期' },
    apply: (causes, { severity }) => {
      // Some servers keep a token for a while after its end.
      causes.tokenRefused = severity < begun ? 0 : Math.min(1, 0.4 + 0.75 * severity);
      causes.accountRefused = true;
    },
  },
  S02: {
    title: { en: 'Wake word has stopped, button works', 'zh-CN': '唤醒停止，按键正常' },
    apply: (causes, { severity }) => {
      causes.listenerHang = severity < begun ? 0 : severity;
    },
  },
  S03: {
    title: { en: 'Microphone switch is closed', 'zh-CN': '麦克风开关已关闭' },
    apply: (causes, { severity }) => {
      causes.muteContact = severity < begun ? 0 : severity < 0.5 ? 0.75 : 1;
    },
  },
  S04: {
    title: { en: 'Playback has hung', 'zh-CN': '播放卡死' },
    apply: (causes, { severity }) => {
      causes.playerHang = severity < begun ? 0 : severity;
    },
  },
  S05: {
    title: { en: 'Audio circuit is broken', 'zh-CN': '音频电路故障' },
    apply: (causes, { severity, variant }) => {
      causes.busErrorsPerS = 5 * severity ** 3;
      causes.captureDead = severity > 0.8 || (severity > 0.5 && variant < 0.6);
      causes.codecDead = severity > 0.8 || (severity > 0.5 && variant >= 0.6);
    },
  },
  S06: {
    title: { en: 'Address changed, controller keeps the old one', 'zh-CN': '地址已变，控制器仍用旧地址' },
    apply: (causes, { severity, variant }) => {
      causes.addressShift = 1 + Math.floor(40 * variant);
      causes.oldAddress = Math.min(1, 0.45 + 0.8 * severity);
      if (variant < 0.4) causes.telling.recentChange = 'router_or_settings';
      else if (variant < 0.6) causes.telling.recentChange = 'power_cut';
    },
  },
  S07: {
    title: { en: 'Volume at zero or do-not-disturb', 'zh-CN': '音量为零或勿扰模式' },
    apply: (causes, { severity, variant }) => {
      causes.volumeSet = severity < 0.5 ? 3 : 0;
      if (severity < 0.9 && variant < 0.5) {
        causes.volumeSet = null;
        causes.doNotDisturb = true;
      }
    },
  },
  S08: {
    title: { en: 'Devices of the home cannot find each other', 'zh-CN': '家中设备之间互相发现不了' },
    apply: (causes, { severity, variant }) => {
      causes.multicastLoss = Math.min(1, 0.86 + 0.2 * severity);
      causes.clientIsolation = severity > 0.5 && variant < 0.5;
      if (variant < 0.6) causes.telling.recentChange = 'router_or_settings';
      if (variant < 0.7) causes.telling.others = 'some_affected';
    },
  },
  S09: {
    title: { en: 'Sound drops out on a busy channel', 'zh-CN': '信道繁忙致声音断续' },
    apply: (causes, { severity, variant }) => {
      causes.jitter = severity;
      causes.busyExtra = 16 + 22 * severity;
      if (variant < 0.3) causes.telling.recentChange = 'new_appliance';
      if (variant < 0.5) causes.telling.others = 'some_affected';
    },
  },
  S10: {
    title: { en: 'Memory leak', 'zh-CN': '内存泄漏' },
    apply: (causes, { severity }) => {
      causes.heapLeak = 1000 * severity ** 1.6;
    },
  },
  S11: {
    title: { en: 'Wake word is not recognised', 'zh-CN': '唤醒词识别率低' },
    apply: (causes, { severity }) => {
      causes.wakeShift = severity < begun ? 0 : 0.09 + 0.2 * severity;
    },
  },
  'unmodelled:water in the loudspeaker': {
    title: { en: 'Water in the loudspeaker', 'zh-CN': '扬声器进水' },
    apply: (causes, { severity, variant }) => {
      causes.coilOpen = severity > 0.5 && variant < 0.4;
      causes.coilShort = severity;
      causes.telling.recentChange = 'cleaned_or_washed_part';
    },
  },
  'unmodelled:dust in the microphone openings': {
    title: { en: 'Dust in the microphone openings', 'zh-CN': '麦克风孔积灰' },
    apply: (causes, { severity }) => {
      causes.deafDb = 12 + 20 * severity;
    },
  },
  'unmodelled:fan beside the speaker': {
    title: { en: 'A loud fan beside it', 'zh-CN': '旁边有大噪声风扇' },
    apply: (causes, { severity }) => {
      causes.noiseDb = -38 + 14 * severity;
      causes.telling.recentChange = 'new_appliance';
    },
  },
  'unmodelled:talk button that presses itself': {
    title: { en: 'Talk button presses itself', 'zh-CN': '对话键自行触发' },
    apply: (causes, { severity }) => {
      causes.strayPresses = 12 + 60 * severity;
    },
  },
};
