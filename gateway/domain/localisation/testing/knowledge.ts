import type { FaultRule, Knowledge, SymptomRule } from '../knowledge.ts';

const words = (text: string) => ({ en: text, 'zh-CN': text });

export function symptomRule(id: string, more: Partial<SymptomRule> = {}): SymptomRule {
  return {
    id,
    words: words(id),
    component: null,
    instances: [{ name: null, when: 'false', enable: null, clear: null }],
    holdMs: 0,
    clearHoldMs: 60_000,
    dueMs: 30_000,
    maxGapMs: null,
    keepMs: 21_600_000,
    group: null,
    leak: 0.002,
    ...more,
  };
}

export function faultRule(
  id: string,
  more: Omit<Partial<FaultRule>, 'symptoms' | 'repairs'> & {
    readonly symptoms?: Readonly<Record<string, number>>;
    readonly repairs?: Readonly<Record<string, number>>;
  } = {},
): FaultRule {
  return {
    id,
    words: words(id),
    owner: words(id),
    component: 'robot.core',
    prior: 1,
    basis: 'sourced',
    exit: 'repair',
    benign: false,
    shared: false,
    escalate: null,
    confusable: [],
    ...more,
    symptoms: new Map(Object.entries(more.symptoms ?? {})),
    repairs: new Map(Object.entries(more.repairs ?? {})),
  };
}

export function knowledgeOf(more: Partial<Knowledge>): Knowledge {
  return { symptoms: [], faults: [], tests: [], questions: [], actions: [], ...more };
}
