import type { Exit, FaultRule } from '../domain/localisation/knowledge.ts';
import type { Words } from '../domain/pack.ts';
import { chances } from './knowledge-files.ts';

export interface ExplainWords {
  readonly nothing: string;
  readonly toOwner: string;
  readonly shows: string;
  readonly steps: string;
  readonly escalate: string;
  readonly look: string;
  readonly cures: string;
  readonly against: string;
  readonly confusable: string;
  readonly basis: Readonly<Record<FaultRule['basis'], string>>;
  readonly exits: Readonly<Record<Exit, string>>;
  nearest(fault: string, bits: string): string;
  apart(fault: string, bits: string): string;
  standing(of: { readonly basis: string; readonly exit: string; readonly prior: number }): string;
  /** `almost always (95 %)` */
  chance(chance: number): string;
}

/** The word that is nearest to a figure. */
function wordOf(chance: number): keyof typeof chances {
  const known = Object.entries(chances) as [keyof typeof chances, number][];
  const [first] = known.sort((a, b) => Math.abs(a[1] - chance) - Math.abs(b[1] - chance));
  return first?.[0] ?? 'never';
}

function percent(chance: number): string {
  return `${Math.round(chance * 100)} %`;
}

const chineseChances: Readonly<Record<keyof typeof chances, string>> = {
  never: '从不',
  rare: '罕见',
  uncommon: '少见',
  sometimes: '有时',
  often: '经常',
  usually: '通常',
  almost_always: '几乎总是',
  always: '总是',
};

export const explainWords: Readonly<Record<keyof Words, ExplainWords>> = {
  en: {
    nothing: 'This pack has no faults: it names values and codes only.',
    toOwner: 'To the owner:',
    shows: 'It shows',
    steps: 'What to ask and try',
    escalate: 'Hand over:',
    look: 'look',
    cures: 'cures',
    against: 'against',
    confusable: ', which the catalogue calls confusable',
    basis: { sourced: 'sourced', captured: 'captured', memory: 'from memory' },
    exits: {
      repair: 'a repair',
      replacement: 'a replacement',
      return: 'a return',
      home: 'something at home',
      vendor: 'the maker',
      nothing_wrong: 'nothing wrong with the device',
    },
    nearest: (fault, bits) => `(nearest: ${fault}, ${bits} bits)`,
    apart: (fault, bits) => `From ${fault}: ${bits} bits`,
    standing: ({ basis, exit, prior }) => `${basis}; ends with ${exit}; how common, relative: ${prior}`,
    chance: (chance) => `${wordOf(chance).replace('_', ' ')} (${percent(chance)})`,
  },
  'zh-CN': {
    nothing: '此诊断包没有故障规则，只包含数值与错误码的名称。',
    toOwner: '告知用户：',
    shows: '表现',
    steps: '可询问与可尝试的步骤',
    escalate: '转交：',
    look: '查看',
    cures: '可修复',
    against: '对比',
    confusable: '，故障目录注明易混淆',
    basis: { sourced: '有来源', captured: '实测记录', memory: '凭经验' },
    exits: {
      repair: '维修',
      replacement: '更换',
      return: '退货',
      home: '家庭环境',
      vendor: '厂商',
      nothing_wrong: '设备无故障',
    },
    nearest: (fault, bits) => `（最接近：${fault}，${bits} 比特）`,
    apart: (fault, bits) => `与 ${fault} 的区别：${bits} 比特`,
    standing: ({ basis, exit, prior }) => `${basis}；结果：${exit}；相对常见度：${prior}`,
    chance: (chance) => `${chineseChances[wordOf(chance)]}（${percent(chance)}）`,
  },
};
