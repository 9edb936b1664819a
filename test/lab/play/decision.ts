import type { EvidenceItem, Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Truth } from '../trace/lab-trace.ts';
import type { EngineId } from '../engines/engine.ts';

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

/** How soon a fault was seen, and after it was seen named. Seconds. */
export interface Latency {
  /** From the first sample that fulfilled a condition of the fault to its confirmation, beyond the condition's own hold. */
  readonly detectionS: number;
  readonly symptom: string;
  /** From the fault's onset to that confirmation: the physics' part and the sampling's besides. */
  readonly sinceOnsetS: number;
  /** From the last confirmation that the right headline needed to that headline, 0 if it needed none; null: it was never right. */
  readonly isolationS: number | null;
}

/** All that one engine did with one device. */
export interface EngineOutcome {
  readonly engine: EngineId;
  /** The last of monitoring, then one a step of the call. */
  readonly decisions: readonly Decision[];
  readonly headlines: readonly HeadlineChange[];
  /** 'unseen': no symptom of the true fault was confirmed in monitoring; null: not measured (no fault, several, no link, another engine). */
  readonly latency: Latency | 'unseen' | null;
  /** Of the first hypothesis at the end. */
  readonly evidence: readonly EvidenceItem[];
  /** Why the call's steps ended; null: there was no call, or it went on for too long. */
  readonly stop: string | null;
  /** Seconds of the agent that the steps cost. */
  readonly costS: number;
}

/** All that was made of one device of one trace. */
export interface DeviceOutcome {
  readonly trace: string;
  readonly scenario: string;
  readonly group: string;
  readonly device: string;
  readonly model: string;
  readonly truth: readonly Truth[] | null;
  /** Seconds that it was watched: of monitoring, while it was heard and a while of silence after. */
  readonly watchedS: number;
  readonly hasTelemetry: boolean;
  readonly engines: readonly EngineOutcome[];
}

export function decisionOf(
  at: Pick<Decision, 'scenario' | 't' | 'phase' | 'step'> & {
    readonly device: string;
    readonly asked?: string | undefined;
  },
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
