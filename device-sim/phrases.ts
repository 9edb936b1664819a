import type { Language, Words } from './models/model.ts';
import type { DataClassName } from './wire/classes.ts';

interface Phrases {
  readonly request: (request: { brand: string; agent: string; classes: string; words: string }) => string;
  readonly countRequest: (request: { brand: string; classes: string; words: string }) => string;
  readonly noRequest: string;
  readonly severalRequests: (count: number) => string;
  readonly confirmed: string;
  readonly viewed: (agent: string) => string;
  readonly counted: string;
  readonly countedNoMore: string;
  readonly monitored: string;
  readonly viewedNoMore: string;
  readonly stopped: string;
  readonly notShared: string;
  readonly findMe: string;
  readonly answer: string;
  readonly cannotReachService: string;
  readonly classNames: Readonly<Record<DataClassName, string>>;
  readonly separator: string;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    request: ({ brand, agent, classes, words }) =>
      `${agent} of ${brand} asks to see: ${classes}. The two words are: ${words}. If you agree, tap Allow on your phone, then hold the button on the device for three seconds.`,
    countRequest: ({ brand, classes, words }) =>
      `${brand} asks to count this device in its statistics: ${classes}. Nobody looks at the device for that. The two words are: ${words}. If you agree, hold the button for three seconds to let this device be counted.`,
    noRequest: 'Nobody is asking to see this device.',
    severalRequests: (count) => `${count} requests are waiting. To be safe I allow none of them.`,
    confirmed: 'Your yes has been sent.',
    viewed: (agent) => `${agent} can now see this device. Press the button twice to stop.`,
    counted:
      "This device is now counted for its maker's statistics. Nobody looks at it for that. Press the button twice to stop.",
    countedNoMore: "This device is no longer counted for its maker's statistics.",
    monitored: 'This device now shares data as you agreed. Press the button twice to stop.',
    viewedNoMore: 'Nobody sees this device any more.',
    stopped: 'Stopped. Nothing is shared any more.',
    notShared: 'Nothing is being shared.',
    findMe: 'Here I am!',
    answer: 'Here is what I found.',
    cannotReachService: 'I cannot reach the voice service right now.',
    classNames: {
      status: 'status',
      errors: 'errors',
      firmware: 'software version',
      telemetry: 'sensor values',
      network: 'network',
      space: 'map and position',
      logs: 'log',
    },
    separator: ', ',
  },
  'zh-CN': {
    request: ({ brand, agent, classes, words }) =>
      `${brand}的${agent}请求查看：${classes}。验证词是：${words}。如果同意，请先在手机上点“允许”，再按住机身按钮三秒。`,
    countRequest: ({ brand, classes, words }) =>
      `${brand}请求将本设备计入其统计：${classes}。不会有人因此查看本设备。验证词是：${words}。如果同意，请按住机身按钮三秒，允许本设备计入统计。`,
    noRequest: '目前没有人请求查看本设备。',
    severalRequests: (count) => `有${count}个请求在等待。为安全起见，一个也不允许。`,
    confirmed: '已发送您的同意。',
    viewed: (agent) => `${agent}现在可以查看本设备。连按两下按钮即可停止。`,
    counted: '本设备现已计入厂商统计，不会有人因此查看本设备。连按两下按钮即可停止。',
    countedNoMore: '本设备不再计入厂商统计。',
    monitored: '本设备正按您的同意共享数据。连按两下按钮即可停止。',
    viewedNoMore: '已无人查看本设备。',
    stopped: '已停止，不再共享任何数据。',
    notShared: '当前没有共享任何数据。',
    findMe: '我在这里！',
    answer: '为您找到以下内容。',
    cannotReachService: '暂时无法连接语音服务。',
    classNames: {
      status: '状态',
      errors: '故障',
      firmware: '软件版本',
      telemetry: '传感器数值',
      network: '网络',
      space: '地图和位置',
      logs: '日志',
    },
    separator: '、',
  },
};

/** What the device says, in all of its languages. */
export function speak(line: (phrases: Phrases, language: Language) => string): Words {
  return { en: line(phrases.en, 'en'), 'zh-CN': line(phrases['zh-CN'], 'zh-CN') };
}
