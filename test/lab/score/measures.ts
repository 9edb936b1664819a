import type { DeviceOutcome, EngineOutcome, Latency } from '../play/decision.ts';
import type { EngineId } from '../engines/engine.ts';
import { mostSteps } from '../play/call-play.ts';
import {
  decisionAfter,
  falseVerdicts,
  flaps,
  type Judged,
  judge,
  lastDecision,
  outcomeOf,
  rightAfter,
  watchedDecision,
} from './judge.ts';
import {
  bootstrapped,
  calibrationFigure,
  type Claim,
  type Figure,
  nothing,
  pairedDifference,
  quantile,
  rate,
  share,
} from './statistics.ts';

/** The form in which a figure is written as JSON. */
export interface Measure {
  readonly measure: string;
  readonly value: number | null;
  readonly goal: string;
  /** null: nothing was measured, or there is no goal. */
  readonly pass: boolean | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** With figures of those that it happened to: of so many (`n` of `of`). */
  readonly of?: number;
  /** A figure above it is only known to be above. */
  readonly most?: number;
}

/** A device, what was decided of it at a moment, and what was so. */
export interface Scored {
  readonly device: DeviceOutcome;
  readonly outcome: EngineOutcome;
  /** At the end of monitoring. */
  readonly watched: Judged;
  /** After the call, or the same. */
  readonly last: Judged;
}

const pairs: readonly { readonly model: RegExp; readonly faults: readonly string[] }[] = [
  { model: /^rv-/, faults: ['V09', 'V10', 'V11', 'V12'] },
  { model: /^cam-/, faults: ['X01', 'C05', 'C14', 'X13'] },
  { model: /^spk-/, faults: ['S01', 'X09'] },
  { model: /^hub-/, faults: ['H08', 'H15', 'X13', 'H11', 'H12', 'H10', 'X01'] },
];

/** So many steps may a confusable pair take. */
const fewSteps = 3;

export function scored(devices: readonly DeviceOutcome[], engine: EngineId): readonly Scored[] {
  return devices.flatMap((device): Scored[] => {
    const outcome = outcomeOf(device, engine);
    const watched = outcome && watchedDecision(outcome);
    const last = outcome && lastDecision(outcome);
    if (!outcome || !watched || !last || !device.truth) return [];
    const of = (decision: typeof last) => judge(decision, device.truth ?? [], device.model);
    return [{ device, outcome, watched: of(watched), last: of(last) }];
  });
}

/** What goals are held against; `told`: the same traces without telemetry. */
export interface Scoring {
  readonly devices: readonly DeviceOutcome[];
  readonly told: readonly DeviceOutcome[];
  /** Whether a device's own repair is what the fault would call for: false of cloud, firmware roll-out, site, home and us. */
  readonly blamesDevice: (model: string, fault: string) => boolean;
  readonly seed: string;
}

/** All figures of one engine; those of an empty group have n = 0. */
export function measuresOf(scoring: Scoring, engine: EngineId): readonly Measure[] {
  const all = scored(scoring.devices, engine);
  const ofFleet = all.filter(({ device }) => device.device !== '');
  const alone = all.filter(
    ({ device, watched }) => device.device === '' || watched.case.kind !== 'single' || !isShared(device),
  );
  const singles = alone.filter(({ last }) => last.case.kind === 'single');
  const doubles = alone.filter(({ last }) => last.case.kind === 'double');
  const sound = alone.filter(({ last }) => last.case.kind === 'healthy' || last.case.kind === 'benign');
  const strange = alone.filter(({ last }) => last.case.kind === 'unmodelled');
  const confusable = alone.filter(({ device, last }) =>
    pairs.some(
      ({ model, faults }) =>
        model.test(device.model) && last.case.faults.length === 1 && faults.includes(last.case.faults[0] ?? ''),
    ),
  );
  const told = scored(scoring.told, engine).filter(({ last }) => last.case.kind === 'single');
  const exogenous = ofFleet.filter(({ device }) => isShared(device));
  const hours = (of: readonly Scored[]) => of.reduce((sum, { device }) => sum + device.watchedS / 3600, 0);
  const seed = `${scoring.seed} ${engine}`;
  const blame = (group: string, words: string, goal: number | null): Measure => {
    const own = exogenous.filter(({ device }) => device.group === group);
    const isBlamed = ({ device, watched }: Scored) =>
      watched.top.faults.some((fault) => scoring.blamesDevice(device.model, fault));
    const measure = `device blamed for what is shared, ${words} of the fleet counted (fleet view: only in the laboratory)`;
    const figure = shareOf(own, isBlamed);
    return goal === null ? stated(measure, figure) : atMost(measure, figure, goal);
  };
  const called = confusable.filter(({ outcome }) => decisionAfter(outcome, fewSteps));
  const isRightSoon = ({ device, outcome }: Scored) => {
    const decision = decisionAfter(outcome, fewSteps);
    return decision !== undefined && judge(decision, device.truth ?? [], device.model).top1;
  };
  return [
    atLeast(
      'top-1, single faults, after the call',
      shareOf(singles, ({ last }) => last.top1),
      0.92,
    ),
    atLeast(
      'top-3, single faults, after the call',
      shareOf(singles, ({ last }) => last.top3),
      0.98,
    ),
    atLeast(
      'top-1, worst device class, after the call',
      worst(singles, ({ last }) => last.top1),
      0.88,
    ),
    atLeast(
      'top-1, single faults, end of monitoring',
      shareOf(singles, ({ watched }) => watched.top1),
      0.92,
    ),
    stated(
      'first hypothesis right, named or not, single faults, end of monitoring',
      shareOf(singles, ({ watched }) => watched.ranked1),
    ),
    atLeast(
      'top-3, single faults, end of monitoring',
      shareOf(singles, ({ watched }) => watched.top3),
      0.98,
    ),
    atLeast(
      'top-1, worst device class, end of monitoring',
      worst(singles, ({ watched }) => watched.top1),
      0.88,
    ),
    atLeast(
      'both of two faults found, after the call',
      shareOf(doubles, ({ last }) => last.all),
      0.7,
    ),
    atLeast(
      'both of two faults found, end of monitoring',
      shareOf(doubles, ({ watched }) => watched.all),
      0.7,
    ),
    atLeast(`confusable pairs, top-1 after at most ${fewSteps} steps`, shareOf(called, isRightSoon), 0.95),
    upTo(
      mostSteps,
      atMost(
        'confusable pairs, steps until right for good, median',
        medianOf(
          called.map(({ device, outcome }) => rightAfter(outcome, device.truth ?? [], device.model)),
          seed,
        ),
        fewSteps,
      ),
    ),
    atLeast(
      'answers and codes only, top-3',
      shareOf(told, ({ last }) => last.top3),
      0.7,
    ),
    atLeast(
      'unmodelled faults called so or abstained',
      shareOf(strange, ({ last }) => last.top1),
      0.8,
    ),
    atMost(
      'false verdicts on sound devices per 1,000 device-hours',
      per(
        rate(
          sound.reduce((sum, { outcome }) => sum + falseVerdicts(outcome), 0),
          hours(sound) / 1000,
        ),
        hours(sound),
      ),
      1,
    ),
    blame('fleet', 'all', 0.02),
    blame('fleet-20', 'a fifth', 0.05),
    blame('fleet-1', 'a hundredth', null),
    atMost(
      'calibration error after the call',
      calibrationFigure(
        alone.map(({ last }) => claim(last)),
        `${seed} call`,
      ),
      0.05,
    ),
    atMost(
      'calibration error, end of monitoring',
      calibrationFigure(
        alone.map(({ watched }) => claim(watched)),
        `${seed} watched`,
      ),
      0.05,
    ),
    ...latencyMeasures(singles, seed),
    atMost(
      'headline flaps per device-hour',
      per(
        rate(
          all.reduce((sum, { outcome, device }) => sum + flaps(outcome, device.truth ?? []), 0),
          hours(all),
        ),
        hours(all),
      ),
      0.05,
    ),
  ];
}

/**
 * How soon a fault is seen in monitoring, and then named. The goals are of all faults that could have been: what never came was not in
 * time, so that a share of 95 % within a limit is a 95th percentile within it. The percentiles are of those that came, `n` of `of`.
 */
function latencyMeasures(singles: readonly Scored[], seed: string): readonly Measure[] {
  const { timed, seen, named } = latenciesOf(singles);
  const among = (of: number, measure: Measure): Measure => ({ ...measure, of });
  const within = (values: readonly number[], limit: number, of: number) =>
    share(values.filter((value) => value <= limit).length, of);
  const detections = seen.map(({ detectionS }) => detectionS);
  const onsets = seen.map(({ sinceOnsetS }) => sinceOnsetS);
  return [
    atLeast('seen within 60 s beyond the hold, of all single faults', within(detections, 60, timed), 0.95),
    stated('seen at all in monitoring, of all single faults', share(seen.length, timed)),
    among(timed, stated('detection beyond the hold, p95 of those seen, s', p95(detections, `${seed} detection`))),
    among(
      timed,
      stated('onset to the first confirmed symptom, median of those seen, s', medianOf(onsets, `${seed} onset`)),
    ),
    atLeast('named within 30 s of the last needed symptom, of those seen', within(named, 30, seen.length), 0.95),
    stated('named at all in monitoring, of those seen', share(named.length, seen.length)),
    among(
      seen.length,
      stated('isolation after the last needed symptom, p95 of those named, s', p95(named, `${seed} isolation`)),
    ),
  ];
}

/** `timed`: faults for which it was watched how soon they are seen; `named`: seconds of those that were. */
export function latenciesOf(rows: readonly Scored[]): {
  readonly timed: number;
  readonly seen: readonly Latency[];
  readonly named: readonly number[];
} {
  const timed = rows.flatMap(({ outcome: { latency } }) => (latency === null ? [] : [latency]));
  const seen = timed.filter((latency) => latency !== 'unseen');
  return {
    timed: timed.length,
    seen,
    named: seen.flatMap(({ isolationS }) => (isolationS === null ? [] : [isolationS])),
  };
}

/** The lead over another engine, top-1 of single faults, on the same traces; `least`: below which the interval must not reach. */
export function leadOver(
  scoring: Scoring,
  other: EngineId,
  options: { readonly at: 'watched' | 'last'; readonly least: number | null },
): Measure {
  const { at, least } = options;
  const theirs = new Map(scored(scoring.devices, other).map((one) => [keyOf(one.device), one]));
  const both = scored(scoring.devices, 'ours').flatMap((one) => {
    const their = theirs.get(keyOf(one.device));
    const counts = one.watched.case.kind === 'single' && (one.device.device === '' || !isShared(one.device));
    return their && counts ? [{ a: Number(one[at].top1), b: Number(their[at].top1) }] : [];
  });
  const figure = pairedDifference(both, `${scoring.seed} lead ${other} ${at}`);
  const when = at === 'last' ? 'after the call' : 'end of monitoring';
  const measure = `lead over ${other}, top-1, paired, ${when}`;
  if (least === null) return stated(measure, figure);
  return {
    measure,
    ...figure,
    goal: `interval above ${least}`,
    pass: figure.low === null ? null : figure.low >= least,
  };
}

export function keyOf({ trace, device }: Pick<DeviceOutcome, 'trace' | 'device'>): string {
  return `${trace} ${device}`;
}

function isShared(device: DeviceOutcome): boolean {
  return device.truth?.some(({ shared }) => shared) ?? false;
}

function claim({ top, claimRight }: Judged): Claim {
  return { p: top.p, right: claimRight };
}

function shareOf(of: readonly Scored[], isHit: (one: Scored) => boolean): Figure {
  return share(of.filter(isHit).length, of.length);
}

function worst(of: readonly Scored[], isHit: (one: Scored) => boolean): Figure {
  const models = [...new Set(of.map(({ device }) => device.model))].sort();
  const figures = models.map((model) =>
    shareOf(
      of.filter(({ device }) => device.model === model),
      isHit,
    ),
  );
  return figures.reduce<Figure>(
    (least, next) => (least.value === null || (next.value ?? 1) < least.value ? next : least),
    nothing,
  );
}

function medianOf(values: readonly number[], seed: string): Figure {
  return bootstrapped(values, (sample) => quantile(sample, 0.5), seed);
}

function p95(values: readonly number[], seed: string): Figure {
  return bootstrapped(values, (sample) => quantile(sample, 0.95), seed);
}

/** `n` of a rate: what it was counted over, not the events. */
function per(figure: Figure, exposure: number): Figure {
  return { ...figure, n: Math.round(exposure) };
}

function stated(measure: string, figure: Figure): Measure {
  return { measure, ...figure, goal: 'stated', pass: null };
}

function atLeast(measure: string, figure: Figure, goal: number): Measure {
  return { measure, ...figure, goal: `>= ${goal}`, pass: figure.value === null ? null : figure.value >= goal };
}

function atMost(measure: string, figure: Figure, goal: number): Measure {
  return { measure, ...figure, goal: `<= ${goal}`, pass: figure.value === null ? null : figure.value <= goal };
}

/** What is above `most`, or never came, is told as above it; JSON has no Infinity. */
function upTo(most: number, measure: Measure): Measure {
  const capped = (value: number | null) => value && Math.min(value, most + 1);
  const { value, low, high } = measure;
  return { ...measure, value: capped(value), low: capped(low), high: capped(high), most };
}
