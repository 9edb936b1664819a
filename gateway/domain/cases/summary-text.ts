import type { DataClass, Scope } from '../data-class.ts';
import type { RequestState } from '../consent/request-state.ts';
import type { GrantState, Proof } from './records.ts';
import type { SummaryCause, SummaryLanguage, SummaryTold } from './summary-diagnosis.ts';

/** What a case's summary tells: its course and outcome. No device data, so that it may have a life of its own. */
export interface SummaryFacts {
  readonly brand: string;
  readonly caseId: string;
  readonly ticket: string | null;
  readonly device: { readonly model: string; readonly serial: string };
  readonly agent: string;
  readonly reason: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly writtenAt: number;
  readonly requests: readonly {
    readonly sentAt: number;
    readonly scope: Scope;
    readonly minutes: number;
    readonly state: RequestState;
    /** When it was answered or withdrawn, or ran out; null: it waits. */
    readonly endedAt: number | null;
  }[];
  readonly grants: readonly {
    readonly startedAt: number;
    readonly classes: readonly DataClass[];
    readonly proof: Proof;
    readonly state: GrantState;
    readonly endedAt: number | null;
  }[];
  readonly told: readonly SummaryTold[];
  readonly cause: SummaryCause | null;
}

type Times = (at: number) => string;

const words = {
  en: {
    title: 'Remote support: case summary',
    brand: 'Brand',
    caseId: 'Case',
    ticket: 'Ticket',
    device: 'Device',
    agent: 'Agent',
    reason: 'Reason',
    opened: 'Opened',
    closed: 'Closed',
    stillOpen: 'still open',
    written: 'Written',
    none: 'none',
    serial: 'serial number',
    requests: 'Asked of the owner',
    grants: 'Granted by the owner',
    told: 'Told on the phone',
    cause: 'Most likely cause',
    noCause: 'none named',
    causeFrom: { words: 'from what was told', view: 'from what was told and what the owner lets us see now' },
    and: ' and ',
    outcome: 'Outcome',
    minutes: (count: number) => `${count} minutes`,
    scope: { basic: 'basic look', full: 'full look' },
    proof: { button: 'proven by the device’s button', label: 'proven by the label code' },
    requestState: {
      sent: 'waits for an answer',
      opened: 'opened by the owner, waits for an answer',
      allowed: 'allowed, waits for the proof at the device',
      denied: 'refused by the owner',
      granted: 'granted',
      expired: 'not answered in time, so no',
      withdrawn: 'withdrawn',
    },
    grantState: {
      active: 'still active',
      revoked: 'stopped by the owner, or for their safety',
      expired: 'ended when its time was over',
      completed: 'ended by support',
    },
    classes: {
      status: 'status',
      errors: 'errors',
      firmware: 'firmware',
      telemetry: 'measurements',
      network: 'network',
      space: 'map and position',
      logs: 'logs',
    },
    outcomes: { seen: 'looked at remotely', unseen: 'not looked at remotely' },
    separator: ', ',
    note: 'No measurement of the device is part of this summary. All times are UTC.',
  },
  'zh-CN': {
    title: '远程支持：工单摘要',
    brand: '品牌',
    caseId: '工单',
    ticket: '外部单号',
    device: '设备',
    agent: '客服',
    reason: '事由',
    opened: '开始',
    closed: '关闭',
    stillOpen: '尚未关闭',
    written: '生成',
    none: '无',
    serial: '序列号',
    requests: '向机主发出的请求',
    grants: '机主的授权',
    told: '电话中所述',
    cause: '最可能的原因',
    noCause: '尚未确定',
    causeFrom: { words: '依据口述', view: '依据口述和机主当前允许查看的内容' },
    and: '和',
    outcome: '结果',
    minutes: (count: number) => `${count} 分钟`,
    scope: { basic: '基本查看', full: '完整查看' },
    proof: { button: '经设备按键确认', label: '经标签码确认' },
    requestState: {
      sent: '等待答复',
      opened: '机主已打开，等待答复',
      allowed: '机主已允许，等待在设备上确认',
      denied: '机主已拒绝',
      granted: '已授权',
      expired: '逾期未答复，视为拒绝',
      withdrawn: '已撤回',
    },
    grantState: {
      active: '仍在授权中',
      revoked: '由机主停止，或为保护机主而停止',
      expired: '到期结束',
      completed: '由客服结束',
    },
    classes: {
      status: '状态',
      errors: '错误',
      firmware: '固件',
      telemetry: '测量值',
      network: '网络',
      space: '地图与位置',
      logs: '日志',
    },
    outcomes: { seen: '已远程查看', unseen: '未远程查看' },
    separator: '、',
    note: '本摘要不含设备测量数据。所有时间均为 UTC。',
  },
} as const;

type Words = (typeof words)[SummaryLanguage];

/** Plain text, one fact a line; `iso` writes epoch ms as ISO 8601. Whatever people typed stays within its line. */
export function summaryText(facts: SummaryFacts, language: SummaryLanguage, iso: Times): string {
  const said = words[language];
  const colon = language === 'en' ? ': ' : '：';
  const line = (label: string, value: string) => `${label}${colon}${value}`;
  const time: Times = (at) => `${iso(at)} (UTC)`;
  return [
    said.title,
    '',
    line(said.brand, oneLine(facts.brand)),
    line(said.caseId, facts.caseId),
    line(said.ticket, facts.ticket === null ? said.none : oneLine(facts.ticket)),
    line(said.device, `${oneLine(facts.device.model)}, ${said.serial} ${oneLine(facts.device.serial)}`),
    line(said.agent, oneLine(facts.agent)),
    line(said.reason, oneLine(facts.reason)),
    line(said.opened, time(facts.openedAt)),
    line(said.closed, facts.closedAt === null ? said.stillOpen : time(facts.closedAt)),
    '',
    ...section(
      said.requests,
      said,
      facts.requests.map((request) => requestLine(request, said, time)),
    ),
    '',
    ...section(
      said.grants,
      said,
      facts.grants.map((grant) => grantLine(grant, said, time)),
    ),
    '',
    ...section(
      said.told,
      said,
      facts.told.map((each) => `${time(each.at)}  ${each.what[language]}  -> ${each.said[language]}`),
    ),
    '',
    line(said.cause, causeWords(facts.cause, said, language)),
    line(said.outcome, outcome(facts, said)),
    line(said.written, time(facts.writtenAt)),
    said.note,
    '',
  ].join('\n');
}

function section(title: string, said: Words, lines: readonly string[]): readonly string[] {
  return [title, ...(lines.length > 0 ? lines : [said.none]).map((each) => `- ${each}`)];
}

function requestLine(request: SummaryFacts['requests'][number], said: Words, time: Times): string {
  const asked = `${time(request.sentAt)}  ${said.scope[request.scope]}${said.separator}${said.minutes(request.minutes)}`;
  const ended = request.endedAt === null ? '' : `  ${time(request.endedAt)}`;
  return `${asked}  -> ${said.requestState[request.state]}${ended}`;
}

function grantLine(grant: SummaryFacts['grants'][number], said: Words, time: Times): string {
  const classes = grant.classes.map((each) => said.classes[each]).join(said.separator);
  const ended = grant.endedAt === null ? '' : `  ${time(grant.endedAt)}`;
  return `${time(grant.startedAt)}  ${classes}${said.separator}${said.proof[grant.proof]}  -> ${said.grantState[grant.state]}${ended}`;
}

function causeWords(cause: SummaryCause | null, said: Words, language: SummaryLanguage): string {
  if (cause === null) return said.noCause;
  const names = cause.faults.map((fault) => fault[language]).join(said.and);
  return `${names}${said.separator}${said.causeFrom[cause.from]}`;
}

function outcome(facts: SummaryFacts, said: Words): string {
  const looked = facts.grants.length > 0 ? said.outcomes.seen : said.outcomes.unseen;
  return `${facts.closedAt === null ? said.stillOpen : said.closed.toLowerCase()}${said.separator}${looked}`;
}

/** Controls, line and paragraph separators, and what turns the direction of the text around it, become spaces. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
