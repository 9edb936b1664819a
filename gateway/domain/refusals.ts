/**
 * The one table of refusals: every expected "no" has a code and words a person understands. HTTP answers carry them as
 * RFC 9457 problems, WebSocket closes and broker closes as their code, discards as a counter's label.
 */
export interface RefusalEntry {
  /** How it is refused: over HTTP (the kind names the status), by closing a device's link, or as a settled discard. */
  readonly kind:
    | 'invalid'
    | 'unauthenticated'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'gone'
    | 'too-many'
    | 'unavailable'
    | 'link'
    | 'discard'
    | 'operation';
  readonly en: string;
  readonly 'zh-CN': string;
}

const table = {
  // People at a browser
  malformed: entry('invalid', 'The request is not of the form described in the API.', '请求格式不符合接口说明。'),
  not_signed_in: entry('unauthenticated', 'Please sign in.', '请先登录。'),
  wrong_credentials: entry('unauthenticated', 'Name or password is wrong.', '用户名或密码不正确。'),
  foreign_origin: entry('forbidden', 'This request did not come from the console itself.', '该请求并非来自本控制台。'),
  not_allowed: entry('forbidden', 'Your role does not allow this.', '您的角色无权执行此操作。'),
  not_found: entry('not-found', 'There is no such thing here.', '此处没有该内容。'),
  too_many_tries: entry('too-many', 'Too many tries. Please wait a while.', '尝试次数过多，请稍后再试。'),
  store_unavailable: entry(
    'unavailable',
    'The gateway cannot write to its store at the moment.',
    '网关暂时无法写入存储。',
  ),
  unexpected: entry('unavailable', 'Something unexpected happened; it has been logged.', '发生意外错误，已记录。'),
  invitation_unknown: entry(
    'gone',
    'This invitation has been used, has run out, or never existed.',
    '该邀请已使用、已过期或不存在。',
  ),
  brand_needed: entry('invalid', 'There is no brand yet: name one.', '尚无品牌，请先填写品牌信息。'),
  sign_in_name_taken: entry('conflict', 'Somebody already uses this sign-in name.', '该登录名已被使用。'),
  // Devices and cases
  serial_taken: entry(
    'conflict',
    'This brand already has a device with this serial number.',
    '该品牌下已有此序列号的设备。',
  ),
  child_taken: entry('conflict', 'This device of the link is registered already.', '该链路上的此设备已登记。'),
  model_unknown: entry('invalid', 'There is no diagnostic pack for this model.', '没有该型号的诊断包。'),
  finding_unknown: entry(
    'invalid',
    'The rules of this model know no such question, answer, test, repair or code.',
    '该型号的规则中没有此问题、答案、测试、维修或代码。',
  ),
  no_rules: entry(
    'conflict',
    'The pack of this model has no rules to localise a fault by.',
    '该型号的诊断包没有故障定位规则。',
  ),
  too_many_findings: entry('conflict', 'Too much has been told in this case already.', '该工单中的记录已过多。'),
  case_closed: entry('conflict', 'This case is closed.', '该工单已关闭。'),
  csv_bad_lines: entry(
    'invalid',
    'Some lines of the file cannot be used; nothing was registered.',
    '文件中有无法使用的行，未登记任何设备。',
  ),
  csv_header: entry(
    'invalid',
    'The first line must name the columns serial and model.',
    '首行须包含 serial 和 model 两列。',
  ),
  serial_malformed: entry(
    'invalid',
    'A serial number has 4 to 40 letters, digits, dots, dashes or underscores.',
    '序列号须为 4 至 40 位字母、数字、点、短横或下划线。',
  ),
  region_malformed: entry(
    'invalid',
    'A region has 1 to 24 letters, digits, dots, dashes or underscores.',
    '区域须为 1 至 24 位字母、数字、点、短横或下划线。',
  ),
  serial_twice: entry('invalid', 'This serial number is in the file twice.', '文件中此序列号重复。'),
  csv_malformed: entry(
    'invalid',
    'The quotes of this line are not closed, or not as CSV has them.',
    '该行的引号未闭合或不符合 CSV 格式。',
  ),
  csv_too_many_lines: entry(
    'invalid',
    'A file may have 5,000 devices at most: divide it.',
    '每个文件最多 5,000 台设备，请拆分后再上传。',
  ),
  secret_of_link: entry(
    'conflict',
    'This device speaks through a link and has no secret of its own: change the link’s.',
    '该设备通过链路通信，没有自己的密钥，请更换链路的密钥。',
  ),
  case_before_claim: entry(
    'conflict',
    'This case is from before the device’s present owner: open a new one.',
    '该工单早于设备的现任机主，请新建工单。',
  ),
  // Ticket systems
  webhook_not_offered: entry(
    'conflict',
    'This installation sends nothing by itself: copy the link.',
    '本系统未启用自动发送，请复制链接。',
  ),
  webhook_not_allowed: entry('forbidden', 'The operator has not allowed this destination.', '运营方未允许该发送目标。'),
  webhook_failed: entry(
    'unavailable',
    'The ticket system did not take it. Copy the link instead.',
    '工单系统未接收，请改为复制链接。',
  ),
  // People
  not_yourself: entry(
    'conflict',
    'You cannot do this to yourself: ask another administrator.',
    '不能对自己执行此操作，请联系其他管理员。',
  ),
  other_brands_too: entry(
    'conflict',
    'This person also works for a brand that is not yours: you may only take your own brands from them.',
    '此人同时属于其他品牌，您只能调整其在您品牌中的成员身份。',
  ),
  person_without_brand: entry(
    'conflict',
    'A person needs at least one brand. Disable them instead.',
    '每人至少属于一个品牌，请改为停用该人员。',
  ),
  last_administrator: entry('conflict', 'This brand would be left without an administrator.', '该品牌将没有管理员。'),
  // Consent
  scope_needs_stronger_proof: entry(
    'conflict',
    'A label code opens the basic look only. Ask for the basic look.',
    '标签码只能开启基本查看，请申请基本查看。',
  ),
  registered_by_you: entry(
    'forbidden',
    'You have seen this device’s secret; a colleague has to ask.',
    '您已见过该设备的密钥，须由同事发起请求。',
  ),
  request_ended: entry(
    'gone',
    'This request was answered, withdrawn or has run out.',
    '该请求已答复、已撤回或已过期。',
  ),
  link_unknown: entry(
    'not-found',
    'This link is not known. Ask the caller for a new one.',
    '链接无效，请向客服索取新链接。',
  ),
  digits_unknown: entry('not-found', 'These digits are not known or have run out.', '数字码无效或已过期。'),
  not_allowed_yet: entry('conflict', 'Allow has to come first, on the owner’s page.', '请先在机主页面上点按“允许”。'),
  proof_too_late: entry(
    'gone',
    'More than two minutes passed since Allow. Please allow again.',
    '距点按“允许”已超过两分钟，请重新允许。',
  ),
  proof_not_for_this_device: entry('conflict', 'This device is proven in another way.', '该设备需用其他方式确认。'),
  label_wrong: entry('invalid', 'This is not the code on the label.', '与标签上的代码不符。'),
  label_locked: entry('too-many', 'Too many wrong label codes in this case.', '本工单中标签码错误次数过多。'),
  several_requests: entry(
    'conflict',
    'Two requests are waiting, so none is granted.',
    '有两个请求在等待，因此均不授权。',
  ),
  fleet_not_for_this_device: entry(
    'conflict',
    'Devices of this model are not counted: their rules have nothing to count, or the device has a new owner.',
    '此型号设备不参与统计：其规则中没有可统计的内容，或设备已更换机主。',
  ),
  grant_not_active: entry('gone', 'The owner’s consent has ended or was never given.', '机主授权已结束或从未授予。'),
  class_not_granted: entry('forbidden', 'The owner has not granted this kind of data.', '机主未授权查看此类数据。'),
  // Reading back
  metric_unknown: entry('invalid', 'This device has no such metric.', '该设备没有此指标。'),
  metric_not_a_number: entry(
    'invalid',
    'This metric is words, not numbers: it has no chart.',
    '此指标是文本而非数值，没有图表。',
  ),
  history_interval: entry(
    'invalid',
    'The interval is empty or ends before it begins.',
    '时间区间为空，或结束早于开始。',
  ),
  // Live session
  ticket_unknown: entry(
    'unauthenticated',
    'This live ticket was used, has run out, or never existed.',
    '实时会话票据已使用、已过期或不存在。',
  ),
  // Operations
  operation_not_granted: entry(
    'operation',
    'The owner has not granted this kind of operation.',
    '机主未授权此类操作。',
  ),
  operation_needs_owner: entry(
    'operation',
    'This needs the owner’s yes to this one action.',
    '此操作需要机主单独确认。',
  ),
  // A device's link: the connection is refused or closed
  link_not_authenticated: entry('link', 'Unknown device or wrong secret.', '设备未知或密钥错误。'),
  link_connect_timeout: entry('link', 'No complete CONNECT within 5 seconds.', '5 秒内未收到完整的 CONNECT。'),
  link_silent: entry(
    'link',
    'Nothing came for one and a half times its keep-alive.',
    '超过 1.5 倍保活时间未收到任何数据。',
  ),
  link_client_id: entry('link', 'The client id is not this device’s id.', '客户端标识与设备标识不符。'),
  link_persistent_session: entry(
    'link',
    'Persistent sessions are not offered; use clean session.',
    '不支持持久会话，请使用 clean session。',
  ),
  link_will_topic: entry(
    'link',
    'A will may only be the device’s own up/death.',
    '遗嘱主题只能是设备自己的 up/death。',
  ),
  link_topic: entry('link', 'A device may publish only to its own topics.', '设备只能向自己的主题发布。'),
  link_subscription: entry(
    'link',
    'A device may subscribe only to its own topics, at most four.',
    '设备只能订阅自己的主题，最多四个。',
  ),
  link_qos2: entry('link', 'QoS 2 is not offered.', '不支持 QoS 2。'),
  link_packet_too_large: entry('link', 'A packet is larger than allowed.', '报文超过允许的大小。'),
  link_protocol: entry('link', 'The bytes are not MQTT 3.1.1.', '数据不符合 MQTT 3.1.1。'),
  link_tls: entry('link', 'The TLS handshake failed.', 'TLS 握手失败。'),
  link_contested: entry(
    'link',
    'Too many take over this client id from each other.',
    '多个客户端反复争用同一客户端标识。',
  ),
  link_too_many_in_flight: entry('link', 'Too many unacknowledged messages.', '未确认的消息过多。'),
  // Settled and counted: the device may forget it, nothing is kept
  no_grant: entry('discard', 'Nothing is granted that covers it.', '没有覆盖该内容的授权。'),
  oversize: entry('discard', 'The payload is larger than 64 KiB.', '负载超过 64 KiB。'),
  payload_malformed: entry('discard', 'The payload cannot be decoded.', '负载无法解码。'),
  header_missing: entry('discard', 'The message has no usable header.', '消息缺少可用的头部。'),
  no_birth: entry(
    'discard',
    'Data came before Birth; a rebirth was asked for.',
    '数据先于 Birth 到达，已要求重新上报。',
  ),
  field_unknown: entry('discard', 'The pack does not know this field.', '诊断包中没有该字段。'),
  value_out_of_range: entry('discard', 'The value is outside the limits of its field.', '数值超出字段范围。'),
  columns_unequal: entry('discard', 'The columns differ in length.', '各列长度不一致。'),
  alias_unknown: entry('discard', 'Birth did not declare this alias.', 'Birth 未声明该别名。'),
  lane_wrong: entry('discard', 'The field does not belong in this lane.', '该字段不属于此通道。'),
  view_flooded: entry(
    'discard',
    'The device sends more than one View may take.',
    '设备发送的数据超过单个视图可接收的量。',
  ),
  view_errors_full: entry(
    'discard',
    'The device has used as many error codes of its own in this View as one View shows.',
    '设备在本视图中自造的错误代码已达可显示的上限。',
  ),
  duplicate: entry('discard', 'It is stored already.', '已存储过。'),
  grant_ended_meanwhile: entry('discard', 'The grant ended before it was on disk.', '写入磁盘前授权已结束。'),
  birth_malformed: entry('discard', 'The Birth is not usable.', 'Birth 内容不可用。'),
  model_differs: entry('discard', 'The Birth names another model than the registration.', 'Birth 中的型号与登记不符。'),
  confirm_unknown: entry(
    'discard',
    'The device confirmed a request that cannot be confirmed.',
    '设备确认了无法确认的请求。',
  ),
  dialect_topic_unknown: entry('discard', 'The dialect has no use for this topic.', '该方言不使用此主题。'),
  dialect_topic_dropped: entry(
    'discard',
    'The dialect knows this topic and keeps nothing of it (maps, logs, pictures, lists).',
    '该方言已知此主题，但不保留其内容（地图、日志、图像、列表）。',
  ),
  dialect_full: entry(
    'discard',
    'The link has told of more devices, things or topics than are kept.',
    '该链路上报的设备、实体或主题超过可保留的数量。',
  ),
  dialect_flooded: entry(
    'discard',
    'The link changes what it told of its devices faster than any home does.',
    '该链路更改设备描述的频率远超正常家庭。',
  ),
  child_unregistered: entry(
    'discard',
    'The device is known on its link and not registered.',
    '该设备已在链路上发现，但尚未登记。',
  ),
  unit_unknown: entry(
    'discard',
    'It declared no unit, or one that cannot be converted.',
    '未声明单位，或单位无法换算。',
  ),
  template_unsupported: entry(
    'discard',
    'Its value template is more than a path into the message.',
    '其取值模板不只是消息中的路径。',
  ),
  entity_no_reading: entry('discard', 'It takes commands and tells no value.', '它只接受命令，不上报数值。'),
  entity_unknown: entry('discard', 'Things of this kind are not known here.', '此处不识别这类实体。'),
  identity_conflict: entry(
    'discard',
    'Two registered devices could have said it: it is read as neither’s.',
    '两台已登记的设备都可能上报此项：均不采用。',
  ),
  said_elsewhere: entry(
    'discard',
    'Another topic of the same device tells the same.',
    '同一设备的另一主题已上报相同内容。',
  ),
} as const satisfies Readonly<Record<string, RefusalEntry>>;

export type RefusalCode = keyof typeof table;
export const refusals: Readonly<Record<RefusalCode, RefusalEntry>> = table;

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(table, text);
}

/** An expected "no", as a value. */
export interface Refusal {
  readonly refused: RefusalCode;
}

export function refuse(code: RefusalCode): Refusal {
  return { refused: code };
}

export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

function entry(kind: RefusalEntry['kind'], en: string, zh: string): RefusalEntry {
  return { kind, en, 'zh-CN': zh };
}
