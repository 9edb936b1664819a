import type { SymptomPhase } from '../../../gateway/domain/localisation/evidence.ts';
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
  #shown = '';

  constructor(options: { readonly run: EngineRun; readonly watched: readonly string[]; readonly startedAt: number }) {
    this.#run = options.run;
    this.#startedAt = options.startedAt;
    this.#watched = new Map(options.watched.map((id) => [id, { phase: 'unknown', since: options.startedAt }]));
  }

  /** To be called after everything that the engine was given. `changed`: whether any evidence did. */
  look(now: number, changed: boolean): void {
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
    if (changed) this.show(now);
  }

  show(now: number): void {
    const { headline } = this.#run.verdict(now);
    const key = headline?.join('+') ?? '';
    if (key === this.#shown) return;
    this.#shown = key;
    this.headlines.push({ t: (now - this.#startedAt) / 1000, headline });
  }
}
