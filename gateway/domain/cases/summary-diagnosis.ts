import type { ActionOutcome } from '../localisation/knowledge.ts';
import type { Pack, Words } from '../pack.ts';
import type { FindingRecord } from './records.ts';

export type SummaryLanguage = 'en' | 'zh-CN';

/** What was told, in the pack's words: the case's own, so it outlives every View. Of a test's result only that it was told. */
export interface SummaryTold {
  readonly at: number;
  readonly what: Words;
  readonly said: Words;
}

export interface SummaryCause {
  readonly faults: readonly Words[];
  /** `view`: also from what the owner lets be seen at this moment; nothing of it is kept. */
  readonly from: 'words' | 'view';
}

const outcomes: Readonly<Record<ActionOutcome, Words>> = {
  cured: { en: 'it works again', 'zh-CN': '已恢复正常' },
  relieved: { en: 'better, not cured', 'zh-CN': '有好转，未解决' },
  no_change: { en: 'no change', 'zh-CN': '没有变化' },
  worse: { en: 'worse', 'zh-CN': '更严重' },
};
const notKnown: Words = { en: 'not known', 'zh-CN': '不知道' };
const noted: Words = { en: 'result noted', 'zh-CN': '结果已记录' };
const raised: Words = { en: 'raised', 'zh-CN': '出现' };
const cleared: Words = { en: 'not raised', 'zh-CN': '未出现' };

/** Undefined pack, or what it does not know any more: by its id. */
export function summaryTold({ told, toldAt: at }: FindingRecord, pack: Pack | undefined): SummaryTold {
  const knowledge = pack?.knowledge;
  switch (told.kind) {
    case 'answer': {
      const question = knowledge?.questions.find(({ id }) => id === told.question);
      const said = told.answer === 'unknown' ? notKnown : question?.answers.get(told.answer);
      return { at, what: question?.words ?? plain(told.question), said: said ?? plain(told.answer) };
    }
    case 'outcome': {
      const action = knowledge?.actions.find(({ id }) => id === told.action);
      return { at, what: action?.words ?? plain(told.action), said: outcomes[told.outcome] };
    }
    case 'result': {
      const test = knowledge?.tests.find(({ id }) => id === told.test);
      return { at, what: test?.words ?? plain(told.test), said: noted };
    }
    case 'code':
      return {
        at,
        what: { en: `Error code ${told.code}`, 'zh-CN': `错误码 ${told.code}` },
        said: told.raised ? raised : cleared,
      };
  }
}

/** Null: nothing is named. */
export function summaryCause(
  headline: readonly string[] | null,
  pack: Pack,
  from: SummaryCause['from'],
): SummaryCause | null {
  if (headline === null) return null;
  const faults = headline.map((fault) => pack.knowledge?.faults.find(({ id }) => id === fault)?.words ?? plain(fault));
  return { faults, from };
}

function plain(id: string): Words {
  return { en: id, 'zh-CN': id };
}
