import type { Language } from '../../shared/language.ts';

interface FleetTexts {
  readonly what: Readonly<Record<string, string>>;
  readonly among: Readonly<Record<string, (name: string) => string>>;
  readonly said: (devices: number, among: string, time: string) => string;
  readonly blameless: string;
  /** Said only where nothing else is named. */
  readonly advice: string;
}

/** What many devices have at once. */
export const fleetTexts: Readonly<Record<Language, FleetTexts>> = {
  en: {
    what: {
      cloud_outage: 'Cloud trouble',
      site_outage: 'Trouble of the whole home',
      bad_firmware: 'Trouble with a firmware',
      gateway_fault: 'Trouble of this gateway',
    },
    among: {
      region: (name) => `of region ${name}`,
      firmware: (name) => `with ${name}`,
      node: (name) => `at node ${name}`,
      home: () => 'of this home',
      brand: () => 'of this brand, wherever they are,',
    },
    said: (devices, among, time) => `${devices} devices ${among} have begun to fail since ${time}.`,
    blameless: 'For this trouble no device is to blame.',
    advice: 'Do not reset or exchange one for it; wait until it is over.',
  },
  'zh-CN': {
    what: {
      cloud_outage: '云服务故障',
      site_outage: '整个家庭的故障',
      bad_firmware: '固件故障',
      gateway_fault: '本网关故障',
    },
    among: {
      region: (name) => `区域 ${name} 的`,
      firmware: (name) => `使用 ${name} 的`,
      node: (name) => `节点 ${name} 上的`,
      home: () => '这个家庭的',
      brand: () => '本品牌各地的',
    },
    said: (devices, among, time) => `自 ${time} 起，${among} ${devices} 台设备相继出现故障。`,
    blameless: '就此故障而言，不是任何一台设备的问题。',
    advice: '请勿因此重置或更换设备，等待恢复即可。',
  },
};
