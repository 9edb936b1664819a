import type { Exit } from './knowledge.ts';

export type Mode = 'monitoring' | 'call';

/** One explanation: one fault or two. */
export interface Hypothesis {
  readonly faults: readonly string[];
  readonly p: number;
  readonly evidence: readonly EvidenceItem[];
}

/** What one symptom says of one hypothesis, against nothing being wrong. */
export interface EvidenceItem {
  readonly symptom: string;
  /** `missing`: unknown, and would count if it were seen. */
  readonly stands: 'for' | 'against' | 'missing';
  /** log2 of the likelihood ratio; of `missing`: what it would bring if it were seen. */
  readonly bits: number;
}

export type NextStep =
  | {
      readonly kind: 'test' | 'question' | 'action';
      readonly id: string;
      /** Expected information, bits; of a repair 0. */
      readonly gain: number;
      /** Chance that it cures; of a test or question 0. */
      readonly cures: number;
      /** Gain (or cure) by cost, the order of the list. */
      readonly worth: number;
    }
  /** To ask the owner for one more data class. */
  | { readonly kind: 'scope'; readonly id: string; readonly gain: number; readonly cures: 0; readonly worth: number };

export type Stop =
  | { readonly because: 'sure'; readonly exit: Exit }
  | { readonly because: 'cured'; readonly exit: Exit }
  | { readonly because: 'nothing_more' }
  | { readonly because: 'escalate' }
  | null;

/** What is most likely broken, and what to try next. */
export interface Verdict {
  readonly mode: Mode;
  /** The most probable first, at most 5; probabilities of all hypotheses, `none` and `unmodelled` make 1. */
  readonly hypotheses: readonly Hypothesis[];
  readonly none: number;
  readonly unmodelled: number;
  /** It names no cause, because none is clearly the most likely. */
  readonly abstained: boolean;
  /** What is shown on top: changes only when another one is clearly ahead; null: nothing is named. */
  readonly headline: readonly string[] | null;
  /** Probability of each fault over all hypotheses, for scoring. */
  readonly byFault: ReadonlyMap<string, number>;
  readonly next: readonly NextStep[];
  readonly stop: Stop;
}
