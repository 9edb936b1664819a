import type { Decision, DeviceOutcome, EngineOutcome } from '../play/decision.ts';
import type { EngineId } from '../engines/engine.ts';
import type { Truth } from '../trace/lab-trace.ts';

/** Entries of the fault catalogue with which nothing is wrong. */
const benign: ReadonlySet<string> = new Set(['C14', 'H06', 'H15']);
const unmodelledPrefix = 'unmodelled:';

/** What was really so, at the moment of a decision. */
export type Case =
  | { readonly kind: 'healthy' | 'benign' | 'unmodelled'; readonly faults: readonly string[] }
  | { readonly kind: 'single' | 'double' | 'many'; readonly faults: readonly string[] };

/** What a decision says first. `abstain`: it names nothing. */
export interface Top {
  readonly says: 'none' | 'unmodelled' | 'faults' | 'abstain';
  readonly faults: readonly string[];
  /** Of the most probable, whether it is named or not. */
  readonly p: number;
}

export interface Judged {
  readonly case: Case;
  readonly top: Top;
  /** The first thing it says is what is so. */
  readonly top1: boolean;
  /** The first hypothesis is what is so, whether it is named or not. */
  readonly ranked1: boolean;
  /** The true fault (of two: any) is among the first three faults that the hypotheses name, one after the other. */
  readonly top3: boolean;
  /** All true faults are in the first hypothesis, or are the first that the hypotheses name one after the other. */
  readonly all: boolean;
  /** The most probable is what is so, named or not. */
  readonly claimRight: boolean;
}

/** On a camera C04 and X01 are one cause. */
export function canonical(id: string, model: string): string {
  return model.startsWith('cam-') && id === 'C04' ? 'X01' : id;
}

export function caseOf(truth: readonly Truth[], model: string, t: number): Case {
  const there = truth.filter(({ onset }) => onset <= t);
  const faults = [...new Set(there.map(({ id }) => canonical(id, model)))];
  if (faults.some((id) => id.startsWith(unmodelledPrefix))) return { kind: 'unmodelled', faults };
  const real = faults.filter((id) => !benign.has(id));
  if (real.length === 1) return { kind: 'single', faults: real };
  if (real.length > 1) return { kind: real.length === 2 ? 'double' : 'many', faults: real };
  return { kind: faults.length > 0 ? 'benign' : 'healthy', faults };
}

export function topOf(decision: Decision): Top {
  const [first] = decision.hypotheses;
  const p = Math.max(first?.p ?? 0, decision.none, decision.unmodelled);
  const named = p === decision.none ? 'none' : p === decision.unmodelled ? 'unmodelled' : 'faults';
  return {
    says: decision.abstained ? 'abstain' : named,
    faults: named === 'faults' ? (first?.faults ?? []) : [],
    p,
  };
}

/** A decision against what was so. */
export function judge(decision: Decision, truth: readonly Truth[], model: string): Judged {
  const so = caseOf(truth, model, decision.t);
  const top = topOf(decision);
  const named = top.faults.map((id) => canonical(id, model));
  const most = mostProbable(decision);
  const order = [...new Set(decision.hypotheses.flatMap(({ faults }) => faults.map((id) => canonical(id, model))))];
  const isSo = (says: Top['says'], faults: readonly string[]): boolean => {
    switch (so.kind) {
      case 'healthy':
      case 'benign':
        return says === 'none' || (says === 'faults' && faults.every((id) => benign.has(id)));
      case 'unmodelled':
        return says === 'unmodelled' || says === 'abstain';
      case 'single':
      case 'double':
      case 'many':
        return says === 'faults' && sameSet(faults, so.faults);
    }
  };
  const isFault = so.kind === 'single' || so.kind === 'double' || so.kind === 'many';
  return {
    case: so,
    top,
    top1: isSo(top.says, named),
    ranked1:
      isFault &&
      sameSet(
        (decision.hypotheses[0]?.faults ?? []).map((id) => canonical(id, model)),
        so.faults,
      ),
    top3: isFault && so.faults.some((id) => order.slice(0, 3).includes(id)),
    all: isFault && (sameSet(named, so.faults) || sameSet(order.slice(0, so.faults.length), so.faults)),
    claimRight: isSo(
      most,
      most === 'faults' ? (decision.hypotheses[0]?.faults ?? []).map((id) => canonical(id, model)) : [],
    ),
  };
}

function mostProbable({ hypotheses, none, unmodelled }: Decision): 'none' | 'unmodelled' | 'faults' {
  const first = hypotheses[0]?.p ?? 0;
  if (none >= first && none >= unmodelled) return 'none';
  return unmodelled >= first ? 'unmodelled' : 'faults';
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}

export function outcomeOf(device: DeviceOutcome, engine: EngineId): EngineOutcome | undefined {
  return device.engines.find((outcome) => outcome.engine === engine);
}

/** The last decision of monitoring. */
export function watchedDecision({ decisions }: EngineOutcome): Decision | undefined {
  return decisions.find(({ phase }) => phase === 'monitoring');
}

/** The last of all: after the call, if there was one. */
export function lastDecision({ decisions }: EngineOutcome): Decision | undefined {
  return decisions.at(-1);
}

/** The decision of the call after so many steps, or its last if it stopped before; undefined: there was no call. */
export function decisionAfter({ decisions }: EngineOutcome, steps: number): Decision | undefined {
  return decisions.findLast(({ phase, step }) => phase === 'call' && step <= steps);
}

/** After how many steps of the call the first thing it says was right and stayed so; Infinity: it did not end right. */
export function rightAfter({ decisions }: EngineOutcome, truth: readonly Truth[], model: string): number {
  const call = decisions.filter(({ phase }) => phase === 'call');
  const lastWrong = call.findLastIndex((decision) => !judge(decision, truth, model).top1);
  return call[lastWrong + 1]?.step ?? Number.POSITIVE_INFINITY;
}

/** Times that monitoring began to name a fault that was not there, of a device with which nothing was wrong. */
export function falseVerdicts({ headlines }: EngineOutcome): number {
  return headlines.filter(({ headline }) => headline?.some((id) => !benign.has(id)) === true).length;
}

/** Times that what was shown on top was taken back or replaced, the end of the fault itself aside. */
export function flaps({ headlines }: EngineOutcome, truth: readonly Truth[]): number {
  let count = 0;
  let before: readonly string[] | null = null;
  for (const { t, headline } of headlines) {
    const hasEnded = truth.some(({ id, until }) => before?.includes(id) === true && until <= t);
    if (before !== null && !hasEnded) count += 1;
    before = headline;
  }
  return count;
}
