import type { DataClassName } from '../../../proto/api/common.ts';
import type { SeriesPoints } from './live-model.ts';

/** What is most likely broken, why, and what to try next (proto/live.proto, Localisation). Ids are the pack's. */
export interface Localisation {
  readonly hypotheses: readonly Hypothesis[];
  readonly none: number;
  readonly unmodelled: number;
  readonly abstained: boolean;
  /** Faults that are named; empty: none. */
  readonly headline: readonly string[];
  readonly next: readonly NextStep[];
  /** sure, cured, nothing_more, escalate; empty: go on. */
  readonly stop: string;
  readonly exit: string;
  readonly symptoms: ReadonlyMap<string, SymptomStatus>;
  readonly withheld: readonly DataClassName[];
  readonly told: readonly Told[];
  /** Absent: as none. */
  readonly shared?: readonly SharedTrouble[];
}

/** What many devices have at once, this one among those whom it concerns. */
export interface SharedTrouble {
  /** cloud_outage, site_outage, bad_firmware, gateway_fault. */
  readonly signal: string;
  /** region, home, firmware, node, brand. */
  readonly cohort: string;
  /** Empty: it has none. */
  readonly name: string;
  readonly since: number;
  readonly devices: number;
}

export interface Hypothesis {
  readonly faults: readonly string[];
  readonly probability: number;
  readonly evidence: readonly EvidenceItem[];
}

export interface EvidenceItem {
  /** "action:<id>": what came of a repair. */
  readonly symptom: string;
  readonly stand: 'for' | 'against' | 'missing';
  readonly bits: number;
}

export interface NextStep {
  readonly kind: 'test' | 'question' | 'action' | 'scope';
  readonly id: string;
  readonly gain: number;
  readonly cures: number;
}

export interface SymptomStatus {
  readonly id: string;
  readonly phase: string;
  /** Epoch ms; 0: never. */
  readonly since: number;
  readonly instances: readonly string[];
  /** Empty: known. */
  readonly unknownBecause: string;
  readonly before: readonly SeriesPoints[];
}

export interface Told {
  readonly findingId: string;
  readonly kind: string;
  readonly id: string;
  readonly value: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly at: number;
}
