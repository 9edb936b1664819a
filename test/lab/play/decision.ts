import type { Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { EngineId } from './engine.ts';

/** What was thought at a moment at which somebody would have decided: one line of verdicts.jsonl (the trace format's "Scoring"). */
export interface Decision {
  readonly scenario: string;
  readonly device?: string;
  readonly t: number;
  readonly phase: 'monitoring' | 'call';
  readonly step: number;
  readonly asked?: string;
  readonly hypotheses: readonly { readonly faults: readonly string[]; readonly p: number }[];
  readonly none: number;
  readonly unmodelled: number;
  readonly abstained: boolean;
}

/** A change of what is shown on top, seconds since the start. */
export interface HeadlineChange {
  readonly t: number;
  readonly headline: readonly string[] | null;
}

/** When one symptom's condition was first seen to hold without a break, and when it was confirmed. Seconds since the start. */
export interface SymptomOnset {
  readonly symptom: string;
  readonly pendingAt: number;
  readonly confirmedAt: number;
  readonly holdS: number;
  /** Of the slowest metric that it reads. */
  readonly samplingS: number;
}

/** All that one engine did with one device. */
export interface EngineOutcome {
  readonly engine: EngineId;
  readonly decisions: readonly Decision[];
  readonly headlines: readonly HeadlineChange[];
  readonly onsets: readonly SymptomOnset[];
  /** Last time that any symptom's evidence changed in monitoring, before the headline was what it was at the end. */
  readonly lastFlipAt: number | null;
  readonly evidence: readonly { readonly symptom: string; readonly stands: string; readonly bits: number }[];
  readonly stop: string | null;
}

export function decisionOf(
  at: Pick<Decision, 'scenario' | 't' | 'phase' | 'step'> & { readonly device: string; readonly asked?: string | undefined },
  verdict: Verdict,
): Decision {
  const { scenario, device, t, phase, step, asked } = at;
  return {
    scenario,
    ...(device === '' ? {} : { device }),
    t: rounded(t),
    phase,
    step,
    ...(asked === undefined ? {} : { asked }),
    hypotheses: verdict.hypotheses.map(({ faults, p }) => ({ faults, p: rounded(p) })),
    none: rounded(verdict.none),
    unmodelled: rounded(verdict.unmodelled),
    abstained: verdict.abstained,
  };
}

/** The same on every machine, and no longer than it means. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
