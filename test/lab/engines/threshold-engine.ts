import { classesOf } from '../../../gateway/domain/data-class.ts';
import { compileCondition } from '../../../gateway/domain/localisation/condition.ts';
import { declaredOf } from '../../../gateway/domain/localisation/declared.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import { createLocaliser, type Localiser } from '../../../gateway/domain/localisation/localiser.ts';
import type { Verdict } from '../../../gateway/domain/localisation/verdict.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { Engine, EngineRun } from './engine.ts';
import { programOf } from './localiser-engine.ts';

/**
 * What ThingsBoard or Grafana would give: for each fault one alert, a condition with `for`, hysteresis and clear delay. Its condition is the
 * fault's most telling symptom of those that a device's data can show; the same conditions, holds and windows as the rules have. Alerts
 * are ordered by severity, which is set with the same care: to how surely the symptom means this fault and no other; then by when they came.
 */
interface Alert {
  readonly symptom: string;
  readonly fault: string;
  /** 0..1: how much of the chance of seeing the symptom is this fault's. */
  readonly severity: number;
}

const alertsOfPack = new WeakMap<Pack, readonly Alert[]>();

function alertsOf(pack: Pack): readonly Alert[] {
  const known = alertsOfPack.get(pack);
  if (known) return known;
  const { knowledge } = programOf(pack);
  const declared = declaredOf(pack);
  const faults = knowledge.faults.filter(({ benign }) => !benign);
  const total = faults.reduce((sum, { prior }) => sum + prior, 0) || 1;
  const shown = knowledge.symptoms.filter(({ instances }) =>
    instances.every(({ when }) => {
      const { reads } = compileCondition({ source: when, declared });
      return reads.answers.size + reads.results.size + reads.outcomes.size + reads.fleet.size === 0;
    }),
  );
  const alerts = faults.flatMap((fault): Alert[] => {
    const candidates = shown.flatMap(({ id, leak }) => {
      const chance = fault.symptoms.get(id) ?? 0;
      if (chance < 0.3) return [];
      const all = faults.reduce((sum, other) => sum + (other.prior / total) * (other.symptoms.get(id) ?? 0), 0);
      const severity = ((fault.prior / total) * chance) / (all + leak);
      return [{ alert: { symptom: id, fault: fault.id, severity }, worth: severity * chance }];
    });
    candidates.sort((one, other) => other.worth - one.worth);
    return candidates.slice(0, 1).map(({ alert }) => alert);
  });
  alertsOfPack.set(pack, alerts);
  return alerts;
}

export const thresholdEngine: Engine = {
  id: 'thresholds',
  open({ pack, granted, mode, startedAt }) {
    const watch = createLocaliser({ program: programOf(pack), granted: new Set(classesOf(granted)), mode, startedAt });
    return new ThresholdRun(watch, alertsOf(pack));
  },
};

/** Only the symptoms of a localiser are used: the conditions with their holds, kept in the same windows. */
class ThresholdRun implements EngineRun {
  readonly #watch: Localiser;
  readonly #alerts: readonly Alert[];
  /** Firing alerts, and since when. */
  readonly #firing = new Map<Alert, number>();

  constructor(watch: Localiser, alerts: readonly Alert[]) {
    this.#watch = watch;
    this.#alerts = alerts;
  }

  get nextDueAt(): number | null {
    return this.#watch.nextDueAt;
  }

  observe(evidence: Evidence): boolean {
    return evidence.kind === 'answer' || evidence.kind === 'result' || evidence.kind === 'action'
      ? false
      : this.#look(this.#watch.observe(evidence), evidence.at);
  }

  advance(now: number): boolean {
    return this.#look(this.#watch.advance(now), now);
  }

  #look(changed: boolean, at: number): boolean {
    if (!changed) return false;
    for (const alert of this.#alerts) {
      const fires = this.#watch.symptom(alert.symptom).evidence === true;
      if (!fires) this.#firing.delete(alert);
      else if (!this.#firing.has(alert)) this.#firing.set(alert, at);
    }
    return true;
  }

  setMode(): void {
    // An alert is the same before a call and in it.
  }

  skip(): void {
    // It recommends nothing.
  }

  verdict(now: number): Verdict {
    this.advance(now);
    const ranked = [...this.#firing].sort(
      ([one, from], [other, since]) => other.severity - one.severity || from - since,
    );
    const sum = ranked.reduce((total, [{ severity }]) => total + severity, 0) || 1;
    const none = ranked.length === 0 ? 1 : 0;
    const hypotheses = ranked
      .slice(0, 5)
      .map(([{ fault, severity }]) => ({ faults: [fault], p: severity / sum, evidence: [] }));
    return {
      mode: this.#watch.mode,
      hypotheses,
      none,
      unmodelled: 0,
      abstained: false,
      headline: hypotheses[0]?.faults ?? null,
      byFault: new Map(ranked.map(([{ fault, severity }]) => [fault, severity / sum])),
      next: [],
      stop: { because: 'nothing_more' },
    };
  }

  phaseOf(): 'unknown' {
    return 'unknown';
  }

  evidenceOf(symptomId: string) {
    return this.#watch.symptom(symptomId).evidence;
  }
}
