import type { DataClassName, Words } from '../../proto/api/common.ts';
import type { Language } from '../shared/language.ts';

/** What a kind of data is to its owner: a name, and an example of what is in it. */
export const classTexts: Record<DataClassName, { name: Words; example: Words }> = {
  status: {
    name: { en: 'What it is doing', 'zh-CN': '设备正在做什么' },
    example: { en: 'its present state; battery or power', 'zh-CN': '当前状态；电量或供电' },
  },
  errors: {
    name: { en: 'Faults it reports', 'zh-CN': '设备报告的故障' },
    example: { en: 'error codes and when they happened', 'zh-CN': '故障代码及发生时间' },
  },
  firmware: {
    name: { en: 'Its software version', 'zh-CN': '软件版本' },
    example: { en: 'what is installed, and updates', 'zh-CN': '已安装的版本与更新情况' },
  },
  telemetry: {
    name: { en: 'Its measurements', 'zh-CN': '测量数据' },
    example: { en: 'measurements of its parts and sensors', 'zh-CN': '各部件和传感器的测量值' },
  },
  network: {
    name: { en: 'Its connection', 'zh-CN': '网络连接' },
    example: { en: 'how well it reaches your Wi-Fi and the internet', 'zh-CN': '连接 Wi-Fi 和互联网的状况' },
  },
  space: {
    name: { en: 'Places and map', 'zh-CN': '位置与地图' },
    example: {
      en: 'where it is, on a map of your home if it has one',
      'zh-CN': '设备所在位置；如有家中地图，则为地图上的位置',
    },
  },
  logs: {
    name: { en: 'Its technical diary', 'zh-CN': '技术日志' },
    example: { en: 'notes that its software writes about itself', 'zh-CN': '软件对自身运行情况的记录' },
  },
};

/** Every other sentence of the page. `{name}` is replaced; `satisfies` is what forces both languages. */
export const texts = {
  product: { en: 'Remote assistance', 'zh-CN': '远程协助' },
  otherLanguage: { en: '中文', 'zh-CN': 'English' },
  noSuchCountry: { en: 'country {code}', 'zh-CN': '国家代码 {code}' },

  loading: { en: 'One moment…', 'zh-CN': '请稍候……' },
  unreachable: { en: 'No connection', 'zh-CN': '无法连接' },
  unreachableLead: {
    en: 'The service cannot be reached, so this page cannot say whether somebody sees your device. It keeps trying by itself; check the connection of your phone.',
    'zh-CN': '无法连接到服务，因此此页面无法得知是否有人正在查看您的设备。页面会自动重试，请检查手机的网络连接。',
  },
  unreachableStop: {
    en: 'What you allowed earlier ends by itself in time. You can also stop it here: that is sent as soon as there is a connection.',
    'zh-CN': '您之前的授权会按时自动结束。您也可以在这里停止：恢复连接后会立即发送。',
  },
  tryNow: { en: 'Try now', 'zh-CN': '立即重试' },

  outdatedTitle: { en: 'This page is out of date', 'zh-CN': '此页面已过时' },
  outdatedLead: {
    en: 'The service was renewed while this page was open, so the page cannot read what it says. Load the page again. Stop works here all the same.',
    'zh-CN': '此页面打开期间服务已更新，页面无法读取其内容。请重新加载页面。“停止”在这里仍然有效。',
  },
  reload: { en: 'Load the page again', 'zh-CN': '重新加载页面' },

  askedTitle: { en: '{agent} asks to look at your device', 'zh-CN': '{agent} 请求查看您的设备' },
  askedLead: {
    en: 'Nobody sees anything until you allow it and confirm at the device itself.',
    'zh-CN': '在您同意并在设备上确认之前，没有人能看到任何内容。',
  },
  wordsTitle: { en: 'Is the caller genuine?', 'zh-CN': '来电者是真的客服吗？' },
  wordsAsk: { en: 'Ask the caller to say these two words:', 'zh-CN': '请让对方说出这两个词：' },
  wordsElse: {
    en: 'If they differ, refuse. Do not read them out first.',
    'zh-CN': '如果不一致，请拒绝。不要先念给对方听。',
  },
  wordsOther: { en: 'in Chinese: {words}', 'zh-CN': '英文：{words}' },
  whoTitle: { en: 'Who asks', 'zh-CN': '谁在请求' },
  agent: { en: 'Name', 'zh-CN': '姓名' },
  brand: { en: 'Brand', 'zh-CN': '品牌' },
  company: { en: 'Company', 'zh-CN': '公司' },
  someDevice: { en: 'Device reached through another system', 'zh-CN': '经由其他系统接入的设备' },
  device: { en: 'Your device', 'zh-CN': '您的设备' },
  serialEnd: { en: 'serial number ends in {end}', 'zh-CN': '序列号末四位 {end}' },
  howLong: { en: 'For how long', 'zh-CN': '时长' },
  minutes: {
    en: '{minutes} minutes at most; you can stop at any time',
    'zh-CN': '最多 {minutes} 分钟，您可以随时停止',
  },
  seesTitle: { en: 'They would see', 'zh-CN': '对方将会看到' },
  seesNotTitle: { en: 'They can not', 'zh-CN': '对方不能' },
  noPictures: { en: 'see pictures or video', 'zh-CN': '看到图片或视频' },
  noSound: { en: 'hear sound', 'zh-CN': '听到声音' },
  noChange: { en: 'change or control anything', 'zh-CN': '更改或控制任何东西' },
  allow: { en: 'Allow', 'zh-CN': '允许' },
  refuse: { en: 'Refuse', 'zh-CN': '拒绝' },
  sending: { en: 'Sending…', 'zh-CN': '正在发送……' },
  unsent: {
    en: 'That could not be sent. Check the connection of your phone and tap again.',
    'zh-CN': '发送失败。请检查手机网络后再点一次。',
  },
  refusedByServer: { en: 'That was not accepted.', 'zh-CN': '未被接受。' },
  waits: { en: 'This request waits for another', 'zh-CN': '此请求剩余有效时间' },
  offline: {
    en: 'Your device is not connected at the moment. Check that it is switched on and that your Wi-Fi works.',
    'zh-CN': '您的设备目前没有联网。请检查设备是否开机、Wi-Fi 是否正常。',
  },

  offlineThere: {
    en: 'Your device is not connected at the moment.',
    'zh-CN': '您的设备目前没有联网。',
  },
  presenceUnknown: {
    en: 'Whether your device is on is not known: the system that it is reached through is not connected.',
    'zh-CN': '无法得知您的设备是否在线：承载它的系统目前没有连接。',
  },

  buttonTitle: {
    en: 'Now hold the button on the device for 3 seconds',
    'zh-CN': '现在请按住设备上的按钮 3 秒',
  },
  buttonLead: {
    en: 'This shows that you are beside your device; the caller cannot do it for you. Nobody sees anything until then.',
    'zh-CN': '这证明您就在设备旁边，对方无法替您完成。在此之前没有人能看到任何内容。',
  },
  buttonPicture: {
    en: 'A hand holds the button on the device for three seconds.',
    'zh-CN': '用手按住设备上的按钮三秒。',
  },
  hold: { en: '3 s', 'zh-CN': '3 秒' },
  timeLeft: { en: 'Time left', 'zh-CN': '剩余时间' },
  waitingForDevice: { en: 'Waiting for the device…', 'zh-CN': '正在等待设备……' },

  otherWayLabel: {
    en: 'I cannot reach the button: type the code on the label',
    'zh-CN': '我够不到按钮：改为输入标签上的代码',
  },
  otherWayButton: {
    en: 'I cannot read the label: hold the button on the device',
    'zh-CN': '我看不清标签：改为按住设备上的按钮',
  },

  labelTitle: { en: 'Type the code on the device’s label', 'zh-CN': '请输入设备标签上的代码' },
  labelLead: {
    en: 'It is printed on the device. This shows that the device is yours; do not tell it to the caller. Nobody sees anything until then.',
    'zh-CN': '代码印在设备上，用来证明设备在您手中，请不要告诉对方。在此之前没有人能看到任何内容。',
  },
  labelBasic: {
    en: 'The label code opens the basic look only: what the device is doing, its faults and its software version.',
    'zh-CN': '标签代码只开放基本查看：设备正在做什么、故障和软件版本。',
  },
  labelField: { en: 'Label code', 'zh-CN': '标签代码' },
  labelHint: { en: 'Capitals, spaces and dashes do not matter.', 'zh-CN': '大小写、空格和短横线均可忽略。' },
  labelConfirm: { en: 'Confirm', 'zh-CN': '确认' },
  labelEmpty: { en: 'Type the code that is printed on the label.', 'zh-CN': '请输入标签上印的代码。' },
  labelTries: { en: 'Tries left: {tries}', 'zh-CN': '剩余次数：{tries}' },
  labelNoTries: {
    en: 'No tries are left. Ask the caller for a new request.',
    'zh-CN': '次数已用完。请让对方重新发起请求。',
  },

  activeTitle: { en: '{agent} can see your device now', 'zh-CN': '{agent} 正在查看您的设备' },
  beingViewed: { en: 'Being viewed', 'zh-CN': '正在被查看' },
  seesNow: { en: 'What they see', 'zh-CN': '对方看到的内容' },
  endsAt: { en: 'Ends by itself at {time} at the latest.', 'zh-CN': '最迟于 {time} 自动结束。' },
  cannotStopItself: {
    en: 'This device cannot stop itself: it keeps sending. What arrives after Stop is discarded, and nobody sees it.',
    'zh-CN': '此设备无法自行停止发送。停止之后到达的内容会被丢弃，没有人能看到。',
  },
  stop: { en: 'Stop', 'zh-CN': '停止' },
  stopHint: { en: 'Nobody sees anything from then on.', 'zh-CN': '停止后没有人能看到任何内容。' },
  stopping: { en: 'Stopping…', 'zh-CN': '正在停止……' },
  stopUnconfirmed: { en: 'Not yet confirmed — still trying.', 'zh-CN': '尚未确认，仍在尝试。' },
  stopUnconfirmedLead: {
    en: 'Until it is, take it that the caller can still see. Keep this page open, or switch the device off: then it sends nothing.',
    'zh-CN': '在确认之前，请当作对方仍能看到。请保持此页面打开，或关闭设备电源：这样它就不会再发送任何内容。',
  },
  stopAgain: { en: 'Try again now', 'zh-CN': '立即再试' },
  lostActive: {
    en: 'The service cannot be reached. The viewing ends by itself at {time} at the latest.',
    'zh-CN': '无法连接到服务。查看最迟于 {time} 自动结束。',
  },
  lostOver: {
    en: 'The service cannot be reached. The time was over at {time}; the viewing ends by itself, even without this page.',
    'zh-CN': '无法连接到服务。时间已于 {time} 用完；即使没有此页面，查看也会自动结束。',
  },
  lost: {
    en: 'The service cannot be reached. What is shown may be out of date; it keeps trying by itself.',
    'zh-CN': '无法连接到服务。显示的内容可能已过时，页面会自动重试。',
  },
  back: { en: 'Connected again.', 'zh-CN': '已重新连接。' },

  revokedTitle: { en: 'Stopped. Nobody sees anything any more.', 'zh-CN': '已停止。没有人再能看到任何内容。' },
  revokedLead: {
    en: 'The service has confirmed it. It cannot be opened again; for another look the caller has to ask you anew.',
    'zh-CN': '服务已确认停止，且无法再次打开。如需再次查看，对方必须重新向您请求。',
  },
  revokedElsewhere: {
    en: 'It was not ended by a tap on this page, but elsewhere: by you in another place, at the device, by the brand, or by the service for your safety.',
    'zh-CN': '并非在此页面上停止，而是在别处结束：由您在其他地方、在设备上、由品牌方，或由服务出于安全考虑结束。',
  },
  revokedDiscards: {
    en: 'The device keeps sending, because it cannot stop itself. What arrives is discarded.',
    'zh-CN': '此设备无法自行停止，仍会继续发送；到达的内容会被丢弃。',
  },
  deniedTitle: { en: 'Refused. Nobody sees anything.', 'zh-CN': '已拒绝。没有人能看到任何内容。' },
  deniedLead: {
    en: 'Through this request nobody has seen anything of your device, and nobody can. You owe no explanation.',
    'zh-CN': '没有人通过此请求看到过您设备的任何内容，以后也不能。您无需说明理由。',
  },
  expiredTitle: { en: 'The time is over. Nobody sees anything.', 'zh-CN': '时间已到。没有人能看到任何内容。' },
  expiredLead: {
    en: 'This request, or the viewing that you allowed, has ended by itself. For another look the caller has to ask you anew.',
    'zh-CN': '此请求或您允许的查看已自动结束。如需再次查看，对方必须重新向您请求。',
  },
  completedTitle: {
    en: 'The viewing is finished. Nobody sees anything any more.',
    'zh-CN': '查看已结束。没有人再能看到任何内容。',
  },
  completedLead: {
    en: 'The caller is done, or you allowed a newer request in its place.',
    'zh-CN': '对方已完成查看，或已被您同意的新请求取代。',
  },
  completedLink: { en: 'This link opens nothing more.', 'zh-CN': '此链接不再有效。' },
  withdrawnTitle: { en: 'The request was taken back.', 'zh-CN': '请求已被撤回。' },
  withdrawnLead: {
    en: 'There is nothing for you to do. Nobody sees anything of your device through it.',
    'zh-CN': '您无需做任何事。没有人能通过它看到您设备的任何内容。',
  },
  unknownTitle: { en: 'This link opens nothing', 'zh-CN': '此链接无效' },
  unknownLead: {
    en: 'It is incomplete, has ended, or never existed. Nobody can see a device through it. If you are on a call, ask for a new link or for six digits.',
    'zh-CN':
      '链接不完整、已失效或从未存在。没有人能通过它看到任何设备。如果您正在通话，请让对方提供新的链接或六位数字。',
  },
  unknownDigits: { en: 'Type six digits', 'zh-CN': '输入六位数字' },
  mayClose: { en: 'You may close this page.', 'zh-CN': '您可以关闭此页面。' },
  lookOverChoice: {
    en: 'The look at your device has ended. The choice below is apart from it; you need not make it.',
    'zh-CN': '对您设备的查看已结束。下面的选择与查看无关，您也可以不选。',
  },
  lookOverCounted: {
    en: 'The request to look at your device has ended. That your device is counted is apart from it, and goes on until you stop it.',
    'zh-CN': '查看您设备的请求已结束。设备参与统计与此无关，会继续进行，直到您停止。',
  },

  fleetTitle: {
    en: 'May your device be counted? That is up to you',
    'zh-CN': '您的设备可以参与统计吗？由您决定',
  },
  fleetLead: {
    en: 'When many devices fail at once, it is usually the maker’s servers, and nobody should reset anything. That can be seen only if some owners let their devices be counted. The help you get is the same either way.',
    'zh-CN':
      '许多设备同时出故障时，通常是厂商服务器的问题，谁都不应重置设备。只有部分机主允许统计，才能看出这一点。无论您如何选择，得到的帮助都一样。',
  },
  fleetWhat: {
    en: 'Counted is: which trouble began when, from the fault codes and the software state that the device reports.',
    'zh-CN': '统计内容：根据设备报告的故障代码和软件状态，记录哪种故障何时开始。',
  },
  fleetBy: { en: 'Together with: model {model};', 'zh-CN': '同时记录：型号 {model}；' },
  fleetFirmware: { en: 'software version {firmware};', 'zh-CN': '软件版本 {firmware}；' },
  fleetFirmwareUnknown: { en: 'its software version;', 'zh-CN': '软件版本；' },
  fleetRegion: { en: 'sales region {region}.', 'zh-CN': '销售区域 {region}。' },
  fleetRegionUnknown: { en: 'its sales region is not known.', 'zh-CN': '销售区域未知。' },
  fleetNot: {
    en: 'Nothing about your home, and what the device sends is not kept. Nobody looks at it: only a computer counts.',
    'zh-CN': '不涉及您的家庭，设备发送的内容也不会保留。没有人查看，只由计算机计数。',
  },
  fleetDays: {
    en: 'For {days} days at most. You can stop at any time, here or at the device; what was counted is deleted then.',
    'zh-CN': '最多 {days} 天。您可以随时在此页面或设备上停止，届时已统计的内容会被删除。',
  },
  fleetTick: { en: 'Yes, count my device', 'zh-CN': '同意，统计我的设备' },
  fleetWords: {
    en: 'The device says these two words. If it says others, do not hold the button: untick the box above.',
    'zh-CN': '设备会说出这两个词。如果不一致，请不要按住按钮，并取消上面的勾选。',
  },
  fleetLate: {
    en: 'More than two minutes passed since Allow. Please allow again.',
    'zh-CN': '距点按“允许”已超过两分钟，请重新允许。',
  },
  fleetOrLabel: { en: 'Or type the code on the device’s label', 'zh-CN': '或输入设备标签上的代码' },
  fleetOnTitle: { en: 'Your device is counted', 'zh-CN': '您的设备正在参与统计' },
  fleetUntil: { en: 'Until {day} at the latest.', 'zh-CN': '最迟至 {day}。' },
  fleetStop: { en: 'Stop counting', 'zh-CN': '停止统计' },
  fleetStopHint: {
    en: 'What was counted of it is deleted at once. Keep this page’s address to come back; Stop at the device ends everything.',
    'zh-CN': '已统计的内容会立即删除。请保存此页面的地址以便再次访问；在设备上停止会结束所有授权。',
  },

  digitsTitle: { en: 'Type the six digits', 'zh-CN': '请输入六位数字' },
  digitsLead: {
    en: 'The caller tells them to you. They only open the page that says who asks and for what; they allow nothing.',
    'zh-CN': '由来电的客服告诉您。数字只会打开说明谁在请求、请求什么的页面，不会授权任何内容。',
  },
  digitsField: { en: 'Six digits', 'zh-CN': '六位数字' },
  digitsOpen: { en: 'Open', 'zh-CN': '打开' },
  digitsOpening: { en: 'Opening…', 'zh-CN': '正在打开……' },
  digitsShape: { en: 'These are not six digits.', 'zh-CN': '请输入正好六位数字。' },
  digitsWrong: {
    en: 'These digits open nothing. Check them, or ask the caller for new ones.',
    'zh-CN': '这组数字无效。请核对，或让对方提供新的数字。',
  },
  digitsTooMany: {
    en: 'Too many tries. Wait a minute, then ask the caller for new digits.',
    'zh-CN': '尝试次数过多。请稍等一分钟，再让对方提供新的数字。',
  },
} satisfies Record<string, Words>;

export type TextName = keyof typeof texts;
export type Fill = Readonly<Record<string, string | number>>;

/** Splits a sentence at its `{names}`: even entries are text, odd ones names. */
export function partsOf(name: TextName, language: Language): string[] {
  return texts[name][language].split(/\{(\w+)\}/);
}

/**
 * A sentence as plain text. What is filled in stands between FSI and PDI (Unicode UAX #9), so that a name written from
 * right to left, or made to confuse, cannot turn the sentence around it.
 */
export function plain(name: TextName, language: Language, fill: Fill = {}): string {
  return partsOf(name, language)
    .map((part, index) => (index % 2 === 0 ? part : `\u2068${fill[part] ?? ''}\u2069`))
    .join('');
}

/** A model's name is its maker's own word; only that of a device which nobody here knows is ours, and so has a translation. */
export function modelWord({ modelName }: { readonly modelName: string }, language: Language): string {
  return modelName === 'MQTT device' ? plain('someDevice', language) : modelName;
}

/** The name of a country (ISO 3166-1 alpha-2) in words; browsers before Chrome 81 and Safari 14.1 show the code. */
export function countryName(code: string, language: Language): string {
  if (/^[A-Z]{2}$/.test(code) && typeof Intl.DisplayNames === 'function') {
    const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
    if (name !== undefined) return name;
  }
  return plain('noSuchCountry', language, { code });
}
