import type { DeviceOutcome } from '../play/decision.ts';
import type { EngineId } from '../engines/engine.ts';
import { keyOf, latenciesOf, leadOver, type Measure, measuresOf, scored, type Scoring } from '../score/measures.ts';
import { canonical } from '../score/judge.ts';
import { type CalibrationBin, calibrationBins, type Figure, quantile, share } from '../score/statistics.ts';
import type { NoteKind } from '../trace/notes.ts';

export interface TraceNote {
  readonly trace: string;
  readonly counts: Readonly<Partial<Record<NoteKind, number>>>;
}

/** All that a report says, in the form of its JSON file. Holds no date and no duration of its own making: the same input, the same bytes. */
export interface Report {
  readonly title: string;
  readonly seed: string;
  readonly devices: number;
  readonly deviceHours: number;
  readonly measures: readonly Measure[];
  readonly baselines: readonly { readonly engine: EngineId; readonly measures: readonly Measure[] }[];
  readonly groups: readonly GroupRow[];
  readonly faults: readonly FaultRow[];
  readonly confusion: readonly ConfusionTable[];
  readonly reliability: readonly { readonly phase: 'monitoring' | 'call'; readonly bins: readonly CalibrationBin[] }[];
  readonly latencies: readonly LatencyRow[];
  readonly worst: readonly WorstCase[];
  readonly notes: readonly TraceNote[];
  readonly refused: readonly string[];
}

export interface GroupRow {
  readonly group: string;
  readonly n: number;
  readonly watchedTop1: Figure;
  readonly lastTop1: Figure;
}

export interface FaultRow {
  readonly model: string;
  readonly fault: string;
  readonly n: number;
  readonly watchedTop1: number;
  readonly lastTop1: number;
  readonly lastTop3: number;
}

export interface ConfusionTable {
  readonly model: string;
  /** What was said: faults, then none, unmodelled and abstain. */
  readonly said: readonly string[];
  readonly rows: readonly { readonly truth: string; readonly counts: readonly number[] }[];
}

export interface LatencyRow {
  readonly model: string;
  /** Devices with one fault that were watched for it. */
  readonly n: number;
  /** Of those, in monitoring; of these are the detections. */
  readonly seen: number;
  readonly detectionP50: number | null;
  readonly detectionP95: number | null;
  /** Of those seen; of these are the isolations. */
  readonly named: number;
  readonly isolationP50: number | null;
  readonly isolationP95: number | null;
}

export interface WorstCase {
  readonly trace: string;
  readonly device: string;
  readonly model: string;
  readonly truth: readonly string[];
  readonly said: readonly string[];
  readonly p: number;
  readonly asked: readonly string[];
  readonly evidence: readonly { readonly symptom: string; readonly stands: string; readonly bits: number }[];
}

const mostWorst = 20;
const baselineIds: readonly EngineId[] = ['single', 'unknown-false', 'thresholds'];

export function reportOf(options: {
  readonly title: string;
  readonly scoring: Scoring;
  readonly engines: readonly EngineId[];
  readonly notes: readonly TraceNote[];
  readonly refused: readonly string[];
}): Report {
  const { title, scoring, engines, notes, refused } = options;
  const { devices } = scoring;
  const baselines = baselineIds.filter((id) => engines.includes(id));
  const ours = scored(devices, 'ours');
  return {
    title,
    seed: scoring.seed,
    devices: devices.length,
    deviceHours: rounded(devices.reduce((sum, { watchedS }) => sum + watchedS / 3600, 0)),
    measures: [
      ...measuresOf(scoring, 'ours'),
      ...baselines.flatMap((id) =>
        (['last', 'watched'] as const).map((at) =>
          leadOver(scoring, id, { at, least: id === 'thresholds' ? 0.1 : null }),
        ),
      ),
    ],
    baselines: baselines.map((engine) => ({ engine, measures: measuresOf(scoring, engine) })),
    groups: groupRows(ours),
    faults: faultRows(ours),
    confusion: confusionTables(ours),
    reliability: [
      {
        phase: 'monitoring',
        bins: calibrationBins(ours.map(({ watched }) => ({ p: watched.top.p, right: watched.claimRight }))),
      },
      { phase: 'call', bins: calibrationBins(ours.map(({ last }) => ({ p: last.top.p, right: last.claimRight }))) },
    ],
    latencies: latencyRows(ours),
    worst: worstCases(ours),
    notes: notes.filter(({ counts }) => Object.keys(counts).length > 0),
    refused,
  };
}

type Rows = ReturnType<typeof scored>;

function groupRows(rows: Rows): GroupRow[] {
  return keysOf(rows, ({ device }) => device.group).map((group) => {
    const own = rows.filter(({ device }) => device.group === group);
    const watchedTop1 = share(own.filter(({ watched }) => watched.top1).length, own.length);
    return {
      group,
      n: own.length,
      watchedTop1,
      lastTop1: share(own.filter(({ last }) => last.top1).length, own.length),
    };
  });
}

function faultRows(rows: Rows): FaultRow[] {
  const singles = rows.filter(({ last }) => last.case.kind === 'single');
  const keys = keysOf(singles, ({ device, last }) => `${device.model} ${last.case.faults[0] ?? ''}`);
  return keys.map((key) => {
    const own = singles.filter(({ device, last }) => `${device.model} ${last.case.faults[0] ?? ''}` === key);
    const [model = '', fault = ''] = key.split(' ');
    const count = (isHit: (row: Rows[number]) => boolean) => own.filter(isHit).length;
    return {
      model,
      fault,
      n: own.length,
      watchedTop1: count(({ watched }) => watched.top1),
      lastTop1: count(({ last }) => last.top1),
      lastTop3: count(({ last }) => last.top3),
    };
  });
}

const others = ['none', 'unmodelled', 'abstain'];

function confusionTables(rows: Rows): ConfusionTable[] {
  return keysOf(rows, ({ device }) => device.model).map((model) => {
    const own = rows.filter(({ device }) => device.model === model);
    const saidOf = ({ device, last }: Rows[number]) =>
      last.top.says === 'faults' ? keyOfFaults(last.top.faults, device.model) : last.top.says;
    const truthOf = ({ device, last }: Rows[number]) =>
      last.case.kind === 'unmodelled' ? 'unmodelled' : keyOfFaults(last.case.faults, device.model) || 'none';
    const said = [...keysOf(own, saidOf).filter((key) => !others.includes(key)), ...others];
    return {
      model,
      said,
      rows: keysOf(own, truthOf).map((truth) => ({
        truth,
        counts: said.map((key) => own.filter((row) => truthOf(row) === truth && saidOf(row) === key).length),
      })),
    };
  });
}

/** The same for the same faults, in whatever order. */
function keyOfFaults(faults: readonly string[], model: string): string {
  return faults
    .map((id) => canonical(id, model))
    .sort()
    .join('+');
}

function latencyRows(rows: Rows): LatencyRow[] {
  return keysOf(rows, ({ device }) => device.model).map((model) => {
    const { timed, seen, named } = latenciesOf(
      rows.filter(({ device, last }) => device.model === model && last.case.kind === 'single'),
    );
    const detection = seen.map(({ detectionS }) => detectionS);
    return {
      model,
      n: timed,
      seen: seen.length,
      detectionP50: quantile(detection, 0.5),
      detectionP95: quantile(detection, 0.95),
      named: named.length,
      isolationP50: quantile(named, 0.5),
      isolationP95: quantile(named, 0.95),
    };
  });
}

/** Wrong and sure of it, the surest first. */
function worstCases(rows: Rows): WorstCase[] {
  return rows
    .filter(({ last }) => !last.claimRight)
    .sort((one, other) => other.last.top.p - one.last.top.p || (keyOf(one.device) < keyOf(other.device) ? -1 : 1))
    .slice(0, mostWorst)
    .map(({ device, outcome, last }) => ({
      trace: device.trace,
      device: device.device,
      model: device.model,
      truth: last.case.faults,
      said: last.top.says === 'faults' ? last.top.faults : [last.top.says],
      p: last.top.p,
      asked: outcome.decisions.flatMap(({ asked }) => (asked === undefined ? [] : [asked])),
      evidence: outcome.evidence
        .slice(0, 10)
        .map(({ symptom, stands, bits }) => ({ symptom, stands, bits: rounded(bits) })),
    }));
}

function keysOf(rows: Rows, keyOfRow: (row: Rows[number]) => string): string[] {
  return [...new Set(rows.map(keyOfRow))].sort();
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Outcomes in an order of their own, whatever order they were computed in. */
export function inOrder(devices: readonly DeviceOutcome[]): readonly DeviceOutcome[] {
  return [...devices].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0));
}
