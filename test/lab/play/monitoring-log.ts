import { compileCondition } from '../../../gateway/domain/localisation/condition.ts';
import { declaredOf } from '../../../gateway/domain/localisation/declared.ts';
import type { Evidence, SymptomPhase } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { EngineRun } from '../engines/engine.ts';
import type { HeadlineChange } from './decision.ts';

/** How long it took to see a fault: ms. */
export interface SymptomTiming {
  readonly symptom: string;
  /** From the first sample that fulfilled the condition, without a break, to its confirmation. */
  readonly tookMs: number;
  readonly confirmedAt: number;
}

/** What one engine showed while it watched, and how soon; only of the symptoms that the true faults show. */
export class MonitoringLog {
  readonly headlines: HeadlineChange[] = [];
  readonly timings: SymptomTiming[] = [];
  /** Of the watched symptoms, whenever one was confirmed: epoch ms. */
  readonly flips: number[] = [];
  readonly #run: EngineRun;
  readonly #watched: ReadonlyMap<string, { phase: SymptomPhase; since: number }>;
  readonly #startedAt: number;
  /** That the watched conditions read. */
  readonly #metrics: ReadonlySet<string>;
  #shown = '';

  constructor(options: {
    readonly run: EngineRun;
    readonly pack: Pack;
    readonly watched: readonly string[];
    readonly startedAt: number;
  }) {
    const { watched, pack } = options;
    this.#run = options.run;
    this.#startedAt = options.startedAt;
    this.#watched = new Map(watched.map((id) => [id, { phase: 'unknown', since: options.startedAt }]));
    this.#metrics = watched.length > 0 ? metricsOf(pack, new Set(watched)) : new Set();
  }

  /** Whether it looks how soon symptoms are confirmed. */
  get isTiming(): boolean {
    return this.#watched.size > 0;
  }

  /** To be called after everything that the engine was given. `changed`: whether what counts as evidence did. */
  look(now: number, given: { readonly changed: boolean; readonly evidence: readonly Evidence[] }): void {
    const { changed, evidence } = given;
    // That a condition begins to hold is not evidence yet: until the first is confirmed, it is looked for where it can begin.
    const mayBegin =
      this.timings.length === 0 && (evidence.length === 0 || evidence.some((item) => this.#concerns(item)));
    if (this.#watched.size > 0 && (changed || mayBegin)) this.#lookAtSymptoms(now);
    if (changed) this.show(now);
  }

  #concerns(item: Evidence): boolean {
    return item.kind === 'sample' ? this.#metrics.has(item.metric) : item.kind !== 'heard';
  }

  #lookAtSymptoms(now: number): void {
    for (const [id, known] of this.#watched) {
      const phase = this.#run.phaseOf(id);
      if (phase === known.phase) continue;
      if (phase === 'confirmed' && known.phase !== 'recovering') {
        const tookMs = known.phase === 'pending' ? now - known.since : 0;
        this.timings.push({ symptom: id, tookMs, confirmedAt: now });
        this.flips.push(now);
      }
      known.phase = phase;
      known.since = now;
    }
  }

  show(now: number): void {
    const { headline } = this.#run.verdict(now);
    const key = headline?.join('+') ?? '';
    if (key === this.#shown) return;
    this.#shown = key;
    this.headlines.push({ t: (now - this.#startedAt) / 1000, headline });
  }
}

function metricsOf(pack: Pack, symptoms: ReadonlySet<string>): ReadonlySet<string> {
  const declared = declaredOf(pack);
  const rules = pack.knowledge?.symptoms.filter(({ id }) => symptoms.has(id)) ?? [];
  const sources = rules.flatMap(({ instances }) => instances.map(({ when }) => when));
  return new Set(sources.flatMap((source) => [...compileCondition({ source, declared }).reads.metrics]));
}
