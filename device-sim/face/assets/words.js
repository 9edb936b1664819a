/** Both languages of the page. */
export const words = {
  en: {
    devices: 'Simulated devices',
    simulated: 'A simulated device. This page is its face.',
    language: 'Language of this page',
    lost: 'The simulator does not answer.',
    stop: 'Stop',
    button: 'Hold 3 s',
    buttonHelp: 'Hold the button for 3 seconds to say yes to a request. Press it twice, shortly, to stop sharing.',
    holding: 'Keep holding…',
    letGo: 'You can let go',
    voice: 'It says',
    silent: 'Nothing so far.',
    request: 'Someone asks',
    asks: ({ agent, brand, words }) => `${agent}, ${brand}. The two words: ${words}`,
    state: 'Doing',
    battery: 'Battery',
    link: 'Gateway',
    online: 'connected',
    offline: 'not connected',
    hands: "The owner's hand",
    clean: 'Start cleaning',
    home: 'Send home',
    bench: 'Test bench',
    fault: 'Fault',
    inject: 'Inject fault',
    repair: 'Repair',
    faulty: (list) => `Inside now: ${list}`,
    label: 'Label on the underside',
    labelCode: 'Code',
    viewedBy: (agents) => `Being viewed by ${agents}`,
    shared: 'Shares data as you agreed',
    endsIn: (time) => `ends in ${time}`,
    joint: ', ',
    code: ({ code, text }) => `${code} · ${text}`,
    lamps: {
      white_steady: 'Ring lamp: white, steady. Standing by or cleaning',
      white_breathing: 'Ring lamp: white, breathing. Charging',
      blue_blinking: 'Ring lamp: blue, blinking. No network',
      red_steady: 'Ring lamp: red, steady. Needs attention',
      off: 'Ring lamp: off. Switched off',
    },
    states: {
      idle: 'idle',
      cleaning: 'cleaning',
      returning: 'driving home',
      docking: 'docking',
      charging: 'charging',
      docked: 'on the dock',
      paused: 'paused',
      error: 'stopped by an error',
      updating: 'updating',
      shutdown: 'switched off',
    },
  },
  'zh-CN': {
    devices: '模拟设备',
    simulated: '这是一台模拟设备，本页就是它的面板。',
    language: '页面语言',
    lost: '模拟器没有响应。',
    stop: '停止',
    button: '按住3秒',
    buttonHelp: '按住按钮3秒表示同意请求；快速连按两下即可停止共享。',
    holding: '请继续按住…',
    letGo: '可以松手了',
    voice: '语音提示',
    silent: '暂无语音。',
    request: '有人请求查看',
    asks: ({ agent, brand, words }) => `${brand}，${agent}。验证词：${words}`,
    state: '正在',
    battery: '电量',
    link: '网关',
    online: '已连接',
    offline: '未连接',
    hands: '机主操作',
    clean: '开始清扫',
    home: '回充',
    bench: '试验台',
    fault: '故障',
    inject: '注入故障',
    repair: '修复',
    faulty: (list) => `当前故障：${list}`,
    label: '机身底部标签',
    labelCode: '标签码',
    viewedBy: (agents) => `${agents}正在查看本设备`,
    shared: '正按您的同意共享数据',
    endsIn: (time) => `${time}后结束`,
    joint: '、',
    code: ({ code, text }) => `${code} · ${text}`,
    lamps: {
      white_steady: '环形灯：白色常亮，待机或清扫中',
      white_breathing: '环形灯：白色呼吸，充电中',
      blue_blinking: '环形灯：蓝色闪烁，没有网络',
      red_steady: '环形灯：红色常亮，需要处理',
      off: '环形灯：熄灭，已关机',
    },
    states: {
      idle: '空闲',
      cleaning: '清扫',
      returning: '返回充电座',
      docking: '对接充电座',
      charging: '充电',
      docked: '在充电座上',
      paused: '暂停',
      error: '因故障停止',
      updating: '升级',
      shutdown: '关机',
    },
  },
};

const storageKey = 'face-language';

/** The language chosen on this page, else the browser's. */
export function pageLanguage() {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function chooseLanguage(language) {
  localStorage.setItem(storageKey, language);
}

/** Writes the fixed words of the page. */
export function fillWords(language) {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = words[language][element.dataset.word];
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words[language][element.dataset.label]);
  }
}
