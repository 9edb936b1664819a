/** Both languages of the page. */
export const words = {
  en: {
    devices: 'Simulated devices',
    simulated: 'A simulated device. This page is its face.',
    language: 'Language of this page',
    lost: 'The simulator does not answer.',
    stop: 'Stop',
    button: 'Hold 3 s',
    holding: 'Keep holding…',
    letGo: 'You can let go',
    voice: 'It says',
    silent: 'Nothing so far.',
    app: 'Its app shows',
    appSilent: 'Nothing so far.',
    request: 'Someone asks',
    asks: ({ agent, brand, words }) => `${agent}, ${brand}. The two words: ${words}`,
    countRequest: 'May this device be counted?',
    asksToCount: ({ brand, words }) =>
      `${brand} asks to count this device in its statistics; nobody looks at it for that. The two words: ${words}. Hold the button to let this device be counted.`,
    state: 'Doing',
    link: 'Gateway',
    online: 'connected',
    offline: 'not connected',
    hands: "The owner's hand",
    bench: 'Test bench',
    fault: 'Fault',
    inject: 'Inject fault',
    repair: 'Repair',
    faulty: (list) => `Inside now: ${list}`,
    labelCode: 'Code',
    qr: 'QR code with the serial number only',
    viewedBy: (agents) => `Being viewed by ${agents}`,
    counted: (date) => `This device is counted for its maker's statistics until ${date}`,
    shared: 'Shares data as you agreed',
    endsIn: (time) => `ends in ${time}`,
    joint: ', ',
    code: ({ code, text }) => `${code} · ${text}`,
    classes: {
      robot_vacuum: {
        label: 'Label on the underside',
        buttonHelp: 'Hold the button for 3 seconds to say yes to a request. Press it twice, shortly, to stop sharing.',
        shown: { 'battery.level': 'Battery' },
        hands: { clean: 'Start cleaning', home: 'Send home' },
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
      camera: {
        label: 'Label on the back',
        buttonHelp:
          'This is its setup button. Hold it for 3 seconds to say yes to a request. Press it twice, shortly, to stop sharing.',
        shown: { 'storage.used': 'Card used', 'supply.voltage': 'Supply' },
        hands: { dark: 'Draw the curtains', light: 'Open the curtains' },
        lamps: {
          green_steady: 'Lamp: green, steady. Connected',
          green_blinking: 'Lamp: green, blinking. Network, but no cloud',
          amber_blinking: 'Lamp: amber, blinking. No network',
          off: 'Lamp: off. No supply',
        },
        states: {
          day: 'watching by day',
          night: 'watching at night, infrared light on',
          offline: 'recording without network',
          updating: 'updating',
          starting: 'starting up',
        },
      },
      hub_plug: {
        label: 'Label on the underside',
        buttonHelp:
          'This is its setup button. Hold it for 3 seconds to say yes to a request. Press it twice, shortly, to stop sharing.',
        shown: { 'power.active{p1}': 'Plug 1', 'power.active{p2}': 'Plug 2', 'power.active{p3}': 'Plug 3' },
        hands: { p1: 'Press plug 1', p2: 'Press plug 2', p3: 'Press plug 3' },
        lamps: {
          white_steady: 'Lamp: white, steady. All well',
          white_blinking: 'Lamp: white, blinking. Network, but no cloud',
          amber_blinking: 'Lamp: amber, blinking. No network',
          red_steady: 'Lamp: red, steady. Needs attention',
          off: 'Lamp: off. No supply',
        },
        states: {
          normal: 'keeping plugs and sensors together',
          radio_down: 'without its Zigbee radio',
          child_updating: 'updating a plug',
          updating: 'updating',
          starting: 'starting up',
        },
      },
      speaker: {
        label: 'Label on the underside',
        buttonHelp:
          'This is its setup button. Hold it for 3 seconds to say yes to a request. Press it twice, shortly, to stop sharing.',
        shown: { 'audio.volume': 'Volume', 'audio.mic.rms': 'Microphones hear' },
        hands: { call: 'Call it', talk: 'Talk button', music: 'Music on or off', mute: 'Slide the microphone switch' },
        lamps: {
          off: 'Light ring: off. Listening, or without supply',
          red_ring: 'Light ring: red ring. Microphone switch closed',
          blue_when_called: 'Light ring: blue. It has been called',
          amber_blinking: 'Light ring: amber, blinking. No network',
          red_blinking: 'Light ring: red, blinking. Needs attention',
        },
        states: {
          listening: 'listening for its name',
          answering: 'answering',
          playing: 'playing',
          muted: 'microphones switched off',
          updating: 'updating',
          starting: 'starting up',
        },
      },
    },
  },
  'zh-CN': {
    devices: '模拟设备',
    simulated: '这是一台模拟设备，本页就是它的面板。',
    language: '页面语言',
    lost: '模拟器没有响应。',
    stop: '停止',
    button: '按住3秒',
    holding: '请继续按住…',
    letGo: '可以松手了',
    voice: '语音提示',
    silent: '暂无语音。',
    app: 'App显示',
    appSilent: '暂无消息。',
    request: '有人请求查看',
    asks: ({ agent, brand, words }) => `${brand}，${agent}。验证词：${words}`,
    countRequest: '是否允许本设备计入统计？',
    asksToCount: ({ brand, words }) =>
      `${brand}请求将本设备计入其统计，不会有人因此查看本设备。验证词：${words}。按住按钮即允许本设备计入统计。`,
    state: '正在',
    link: '网关',
    online: '已连接',
    offline: '未连接',
    hands: '机主操作',
    bench: '试验台',
    fault: '故障',
    inject: '注入故障',
    repair: '修复',
    faulty: (list) => `当前故障：${list}`,
    labelCode: '标签码',
    qr: '仅含序列号的二维码',
    viewedBy: (agents) => `${agents}正在查看本设备`,
    counted: (date) => `本设备计入厂商统计，至${date}为止`,
    shared: '正按您的同意共享数据',
    endsIn: (time) => `${time}后结束`,
    joint: '、',
    code: ({ code, text }) => `${code} · ${text}`,
    classes: {
      robot_vacuum: {
        label: '机身底部标签',
        buttonHelp: '按住按钮3秒表示同意请求；快速连按两下即可停止共享。',
        shown: { 'battery.level': '电量' },
        hands: { clean: '开始清扫', home: '回充' },
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
      camera: {
        label: '机身背面标签',
        buttonHelp: '这是设置按钮。按住3秒表示同意请求；快速连按两下即可停止共享。',
        shown: { 'storage.used': '存储卡已用', 'supply.voltage': '供电电压' },
        hands: { dark: '拉上窗帘', light: '拉开窗帘' },
        lamps: {
          green_steady: '指示灯：绿色常亮，已连接',
          green_blinking: '指示灯：绿色闪烁，有网络但连不上云服务',
          amber_blinking: '指示灯：琥珀色闪烁，没有网络',
          off: '指示灯：熄灭，没有供电',
        },
        states: {
          day: '白天监看',
          night: '夜间监看，红外灯已开',
          offline: '无网络，继续录像',
          updating: '升级',
          starting: '启动',
        },
      },
      hub_plug: {
        label: '机身底部标签',
        buttonHelp: '这是设置按钮。按住3秒表示同意请求；快速连按两下即可停止共享。',
        shown: { 'power.active{p1}': '插座1', 'power.active{p2}': '插座2', 'power.active{p3}': '插座3' },
        hands: { p1: '按插座1按钮', p2: '按插座2按钮', p3: '按插座3按钮' },
        lamps: {
          white_steady: '指示灯：白色常亮，一切正常',
          white_blinking: '指示灯：白色闪烁，有网络但连不上云服务',
          amber_blinking: '指示灯：琥珀色闪烁，没有网络',
          red_steady: '指示灯：红色常亮，需要处理',
          off: '指示灯：熄灭，没有供电',
        },
        states: {
          normal: '连接插座和传感器',
          radio_down: 'Zigbee无线模块离线',
          child_updating: '为插座升级',
          updating: '升级',
          starting: '启动',
        },
      },
      speaker: {
        label: '机身底部标签',
        buttonHelp: '这是设置按钮。按住3秒表示同意请求；快速连按两下即可停止共享。',
        shown: { 'audio.volume': '音量', 'audio.mic.rms': '麦克风声级' },
        hands: { call: '呼唤音箱', talk: '按对话键', music: '播放或停止音乐', mute: '拨动麦克风开关' },
        lamps: {
          off: '灯环：熄灭，正在聆听或没有供电',
          red_ring: '灯环：红色圆环，麦克风开关已关闭',
          blue_when_called: '灯环：蓝色，已被唤醒',
          amber_blinking: '灯环：琥珀色闪烁，没有网络',
          red_blinking: '灯环：红色闪烁，需要处理',
        },
        states: {
          listening: '等待唤醒',
          answering: '回答',
          playing: '播放',
          muted: '麦克风已关闭',
          updating: '升级',
          starting: '启动',
        },
      },
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
