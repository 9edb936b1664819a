import type { DataClass } from '../data-class.ts';
import type { Sampling } from '../state/freshness.ts';
import { callTuning, type CauseModel, type Explanation, monitoringTuning, type Tuning } from './causes.ts';
import type { Evidence, Readings, SymptomState, SymptomWatch } from './evidence.ts';
import { Headline } from './headline.ts';
import { bitsOf, chanceOfOutcome, concerns, type Findings, type Posterior, posteriorOf, type Tried } from './infer.ts';
import type { Exit, FleetSignal } from './knowledge.ts';
import type { LocaliserProgram } from './localiser-program.ts';
import { type Candidate, rankSteps } from './next-steps.ts';
import { createSymptomWatch } from './symptoms.ts';
import type { EvidenceItem, Hypothesis, Mode, NextStep, Stop, Verdict } from './verdict.ts';

/** Localises the fault of one device in one View, or of a case without any telemetry. Epoch ms throughout. */
export interface Localiser {
  readonly program: LocaliserProgram;
  readonly mode: Mode;
  /** True: what is most likely may have changed. */
  observe(evidence: Evidence): boolean;
  /** The same of all that one message says. */
  observeTogether(readings: Readings): boolean;
  advance(now: number): boolean;
  /** When `advance` could next change something; null: only evidence can. */
  readonly nextDueAt: number | null;
  setMode(mode: Mode): void;
  /** A step that was asked and led to nothing ("I do not know", it cannot be done): it is not offered again. */
  skip(kind: NextStep['kind'], id: string): void;
  verdict(now: number): Verdict;
  symptom(id: string): SymptomState;
  /** Changes of the headline so far. */
  readonly flaps: number;
}

export interface LocaliserOptions {
  readonly program: LocaliserProgram;
  readonly granted: ReadonlySet<DataClass>;
  readonly mode: Mode;
  readonly startedAt: number;
  /** How metrics come, where the device said so: another object when it says something else; absent: as the pack says. */
  readonly samplings?: () => ReadonlyMap<string, Sampling> | undefined;
  /** For comparison in the laboratory. */
  readonly tuning?: Partial<Readonly<Record<Mode, Tuning>>>;
  /** Tests cannot be started from here: somebody else has to run them, and to read out what they say. */
  readonly testsByHand?: boolean;
  /** For comparison in the laboratory: what is unknown counts as absent. */
  readonly unknownIsFalse?: boolean;
}

const mostHypotheses = 5;
const mostEvidence = 16;
const leastBits = 0.05;
/** From there a call may end with it. */
const sureFrom = 0.9;
/** What it costs more to have a test run by the owner's app or a workshop. */
const byHandSeconds = 300;
const clearlyNothing = 0.75;
const repairsUntilEscalation = 3;
const stepsUntilEscalation = 12;

export function createLocaliser(options: LocaliserOptions): Localiser {
  return new ViewLocaliser(options);
}

class ViewLocaliser implements Localiser {
  readonly program: LocaliserProgram;
  mode: Mode;
  readonly #options: LocaliserOptions;
  readonly #watch: SymptomWatch;
  readonly #headline = new Headline();
  readonly #tried: Tried[] = [];
  readonly #done = new Set<string>();
  readonly #shares = new Map<FleetSignal, number>();
  /** Steps that told something. */
  #told = 0;
  /** Something was seen for the first time, or again, after the last repair. */
  #brokeAgain = false;
  #changed = true;
  #last: { readonly verdict: Verdict; readonly settled: boolean } | undefined;

  constructor(options: LocaliserOptions) {
    const { program, granted, startedAt } = options;
    this.#options = options;
    this.program = program;
    this.mode = options.mode;
    const { pack } = program;
    this.#watch = createSymptomWatch({
      program: program.symptoms,
      sampling: (name) => options.samplings?.()?.get(name) ?? pack.metrics.get(name) ?? never,
      samplingAsOf: () => options.samplings?.(),
      granted: (name) => granted.has(pack.metrics.get(name)?.dataClass ?? 'logs'),
      grantedErrors: granted.has('errors'),
      listens: granted.size > 0,
      startedAt,
    });
  }

  get nextDueAt(): number | null {
    return this.#watch.nextDueAt;
  }
  get flaps(): number {
    return this.#headline.changes;
  }

  observe(evidence: Evidence): boolean {
    const flipped = this.#watch.observe(evidence);
    this.#notice(flipped, evidence.kind === 'action');
    // Both are done: what flips a symptom may also be an answer, an outcome or the fleet's share.
    const taken = this.#take(evidence);
    return this.#note(flipped.length > 0 || taken);
  }

  observeTogether(readings: Readings): boolean {
    const flipped = this.#watch.observeTogether(readings);
    this.#notice(flipped, false);
    return this.#note(flipped.length > 0);
  }

  advance(now: number): boolean {
    const flipped = this.#watch.advance(now);
    this.#notice(flipped, false);
    return this.#note(flipped.length > 0);
  }

  setMode(mode: Mode): void {
    this.#note(mode !== this.mode);
    this.mode = mode;
  }

  skip(kind: NextStep['kind'], id: string): void {
    this.#done.add(`${kind}:${id}`);
    this.#note(true);
  }

  symptom(id: string): SymptomState {
    return this.#watch.stateOf(id);
  }

  verdict(now: number): Verdict {
    this.advance(now);
    if (this.#last && !this.#changed && this.#last.settled) return this.#last.verdict;
    const verdict = this.#conclude(now);
    // While a newcomer waits to be named, time alone may change what is named.
    const top = verdict.hypotheses[0]?.faults.join() ?? '';
    const settled = verdict.headline === null || verdict.headline.join() === top;
    this.#last = { verdict, settled };
    this.#changed = false;
    return verdict;
  }

  /** A symptom that shows after a repair: what was said to be cured is not. */
  #notice(flipped: readonly string[], isOfRepair: boolean): void {
    if (isOfRepair || this.#brokeAgain || this.#tried.length === 0) return;
    this.#brokeAgain = flipped.some((id) => this.#watch.stateOf(id).evidence === true);
  }

  #note(changed: boolean): boolean {
    this.#changed ||= changed;
    return changed;
  }

  /** What concerns more than symptoms. */
  #take(evidence: Evidence): boolean {
    switch (evidence.kind) {
      case 'answer':
        this.#done.add(`question:${evidence.question}`);
        // Nobody's answer is no step on the way.
        if (evidence.answer !== 'unknown') this.#told += 1;
        return true;
      case 'result':
        this.#done.add(`test:${evidence.test}`);
        this.#told += 1;
        return true;
      case 'action':
        this.#repaired(evidence);
        return true;
      case 'fleet':
        this.#shares.set(evidence.signal, evidence.share);
        return true;
      default:
        return false;
    }
  }

  /**
   * What a repair has changed makes older observations of it stale, and what was measured may be measured again. One that has
   * changed nothing leaves them as they were: they still speak for the other causes.
   */
  #repaired({ action, outcome, at }: Extract<Evidence, { kind: 'action' }>): void {
    this.#done.add(`action:${action}`);
    this.#told += 1;
    this.#brokeAgain = false;
    this.#tried.push({ action, outcome });
    if (outcome !== 'relieved' && outcome !== 'worse') return;
    const stale = this.program.staleAfter.get(action);
    if (!stale) return;
    this.#watch.forget(stale, at);
    const { causes, steps } = this.program;
    for (const { kind, id, tells } of steps) {
      const isStale = tells.some((symptom) => stale.has(causes.symptomIds[symptom] ?? ''));
      if (kind === 'test' && isStale) this.#done.delete(`${kind}:${id}`);
    }
  }

  #conclude(now: number): Verdict {
    const { causes } = this.program;
    const tuning = this.#tuning();
    const findings = this.#findings();
    const posterior = posteriorOf(causes, findings, tuning);
    const { p } = posterior;
    const order = [...p.keys()].sort((one, other) => (p[other] ?? 0) - (p[one] ?? 0));
    const kindOf = (index: number): Explanation['kind'] => causes.explanations[index]?.kind ?? 'none';
    const massOf = (kind: Explanation['kind']): number =>
      order.reduce((sum, index) => (kindOf(index) === kind ? sum + (p[index] ?? 0) : sum), 0);
    const named = order.filter((index) => kindOf(index) === 'fault' || kindOf(index) === 'pair');
    const hypotheses = named
      .slice(0, mostHypotheses)
      .map((index) => this.#hypothesis({ index, findings, posterior, tuning }));
    const none = massOf('none');
    const harmless = order.reduce((sum, index) => (isBenign(causes, index) ? sum + (p[index] ?? 0) : sum), none);
    const top = order[0] ?? 0;
    const headline = this.#name(top, hypotheses, p, now);
    const stop = this.#stopOf(top, p, hypotheses);
    const open = this.mode === 'call' ? this.#next(p, tuning) : [];
    // Sure enough: what is left is to mend it. Cured: nothing is.
    const next = stop?.because === 'cured' ? [] : stop?.because === 'sure' ? open.filter(isAction) : open;
    return {
      mode: this.mode,
      hypotheses,
      none,
      unmodelled: massOf('unmodelled'),
      // Somebody calls, and it is not clear that nothing is wrong with the device: that is no verdict either.
      abstained: headline === null && (kindOf(top) !== 'none' || (this.mode === 'call' && harmless < clearlyNothing)),
      headline,
      byFault: this.#byFault(p),
      next,
      stop: stop ?? (this.mode === 'call' && open.length === 0 ? { because: 'nothing_more' } : null),
    };
  }

  #tuning(): Tuning {
    const usual = this.mode === 'call' ? callTuning : monitoringTuning;
    return this.#options.tuning?.[this.mode] ?? usual;
  }

  #findings(): Findings {
    const { causes, ofFleet, outcomesRead, fleetFaults } = this.program;
    const symptoms = causes.symptomIds.map((id, index) => {
      if (ofFleet.has(index)) return undefined;
      const { evidence } = this.#watch.stateOf(id);
      return this.#options.unknownIsFalse ? (evidence ?? false) : evidence;
    });
    const shares = new Map<number, number>();
    for (const [signal, share] of this.#shares) {
      for (const fault of fleetFaults.get(signal) ?? []) shares.set(fault, Math.max(share, shares.get(fault) ?? 0));
    }
    return { symptoms, shares, tried: this.#tried.filter(({ action }) => !outcomesRead.has(action)) };
  }

  #hypothesis(options: {
    readonly index: number;
    readonly findings: Findings;
    readonly posterior: Posterior;
    readonly tuning: Tuning;
  }): Hypothesis {
    const { index, findings, posterior, tuning } = options;
    const { causes } = this.program;
    const explanation = causes.explanations[index] ?? { kind: 'none', faults: [] };
    const evidence: EvidenceItem[] = [];
    causes.symptomIds.forEach((id, symptom) => {
      if (!concerns(causes, explanation, symptom)) return;
      const known = findings.symptoms[symptom];
      const weight = known === undefined ? 1 : (posterior.weights[symptom] ?? 1);
      const bits = bitsOf(causes, explanation, { symptom, seen: known ?? true, weight }, tuning);
      if (Math.abs(bits) < leastBits) return;
      evidence.push({ symptom: id, stands: known === undefined ? 'missing' : bits > 0 ? 'for' : 'against', bits });
    });
    for (const tried of findings.tried) {
      const chance = chanceOfOutcome(causes, explanation, tried);
      const bits = Math.log2(chance / chanceOfOutcome(causes, { kind: 'none', faults: [] }, tried));
      if (Math.abs(bits) < leastBits) continue;
      evidence.push({ symptom: `action:${tried.action}`, stands: bits > 0 ? 'for' : 'against', bits });
    }
    // What is known before what is missing, the weightiest first.
    const rank = ({ stands, bits }: EvidenceItem): number => Math.abs(bits) + (stands === 'missing' ? 0 : 1000);
    evidence.sort((one, other) => rank(other) - rank(one));
    return {
      faults: explanation.faults.map((fault) => causes.faults[fault]?.id ?? ''),
      p: posterior.p[index] ?? 0,
      evidence: evidence.slice(0, mostEvidence),
    };
  }

  #name(top: number, hypotheses: readonly Hypothesis[], p: Float64Array, now: number): readonly string[] | null {
    const { causes, placeOf } = this.program;
    const explanation = causes.explanations[top];
    const isNamed = explanation?.kind === 'fault' || explanation?.kind === 'pair';
    const key = isNamed ? (hypotheses[0]?.faults.join() ?? null) : null;
    const pOf = (wanted: string): number => p[placeOf.get(wanted) ?? -1] ?? 0;
    const named = this.#headline.take({ mode: this.mode, top: { key, p: p[top] ?? 0 }, pOf, now });
    return named === null ? null : named.split(',');
  }

  #stopOf(top: number, p: Float64Array, hypotheses: readonly Hypothesis[]): Stop {
    if (this.mode !== 'call') return null;
    const exitOf = (faults: readonly string[]): Exit =>
      this.program.causes.faults.find(({ id }) => id === faults[0])?.exit ?? 'nothing_wrong';
    const likeliest = exitOf(hypotheses[0]?.faults ?? []);
    if (this.#tried.at(-1)?.outcome === 'cured' && !this.#brokeAgain) return { because: 'cured', exit: likeliest };
    const kind = this.program.causes.explanations[top]?.kind ?? 'none';
    if ((p[top] ?? 0) >= sureFrom && kind !== 'unmodelled') {
      return { because: 'sure', exit: kind === 'none' ? 'nothing_wrong' : likeliest };
    }
    const repairs = this.#tried.filter(({ outcome }) => outcome !== 'relieved').length;
    const isLong = repairs >= repairsUntilEscalation || this.#told >= stepsUntilEscalation;
    return isLong ? { because: 'escalate' } : null;
  }

  #next(p: Float64Array, tuning: Tuning): NextStep[] {
    const { steps, byClass, causes } = this.program;
    const { granted } = this.#options;
    const isUnknown = (symptom: number): boolean =>
      this.#watch.stateOf(causes.symptomIds[symptom] ?? '').evidence === undefined;
    const candidates = steps.flatMap((step): Candidate[] => {
      if (this.#done.has(`${step.kind}:${step.id}`)) return [];
      if (step.dataClass !== null && !granted.has(step.dataClass)) return [];
      if (step.enable !== null && this.#watch.holds(step.enable) === false) return [];
      const { kind, id } = step;
      const isByHand = kind === 'test' && this.#options.testsByHand === true;
      const cost = isByHand ? { ...step.cost, seconds: step.cost.seconds + byHandSeconds } : step.cost;
      if (kind === 'action') return [{ kind, id, cost }];
      const tells = step.tells.filter(isUnknown);
      return tells.length > 0 ? [{ kind, id, cost, tells }] : [];
    });
    for (const [name, symptoms] of byClass) {
      if (granted.has(name) || this.#done.has(`scope:${name}`)) continue;
      const tells = symptoms.filter(isUnknown);
      if (tells.length > 0) candidates.push({ kind: 'scope', id: name, tells });
    }
    return rankSteps({ model: causes, p, tuning, candidates });
  }

  #byFault(p: Float64Array): Map<string, number> {
    const { causes } = this.program;
    const sums = new Map(causes.faults.map(({ id }) => [id, 0]));
    causes.explanations.forEach(({ faults }, index) => {
      for (const fault of faults) {
        const id = causes.faults[fault]?.id ?? '';
        sums.set(id, (sums.get(id) ?? 0) + (p[index] ?? 0));
      }
    });
    return sums;
  }
}

/** A single cause with which nothing is wrong. */
function isBenign({ explanations, faults }: CauseModel, index: number): boolean {
  const explanation = explanations[index];
  return explanation?.kind === 'fault' && faults[explanation.faults[0] ?? -1]?.benign === true;
}

function isAction({ kind }: NextStep): boolean {
  return kind === 'action';
}

const never: Sampling = { idlePeriodMs: null, livePeriodMs: null, onChange: false };
