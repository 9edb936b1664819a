import type { FindingRecord } from '../domain/cases/records.ts';
import { toldEvidence } from '../domain/cases/told-evidence.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { DataClass } from '../domain/data-class.ts';
import type { FrameBody } from '../domain/frames.ts';
import type { BootId } from '../domain/ids.ts';
import type { SymptomState } from '../domain/localisation/evidence.ts';
import { createLocaliser, type Localiser } from '../domain/localisation/localiser.ts';
import { compileLocaliser, type LocaliserProgram } from '../domain/localisation/localiser-program.ts';
import type { Verdict } from '../domain/localisation/verdict.ts';
import type { Pack } from '../domain/pack.ts';
import type { Sampling } from '../domain/state/freshness.ts';
import { evidenceOf } from './evidence-of.ts';

/** Rules are compiled once a pack; a View keeps the pack that it began with. */
const programs = new WeakMap<Pack, LocaliserProgram | 'none'>();

function programOf(pack: Pack): LocaliserProgram | undefined {
  const known = programs.get(pack) ?? compileLocaliser(pack) ?? 'none';
  programs.set(pack, known);
  return known === 'none' ? undefined : known;
}

/** Undefined: the pack of this model has no rules. */
export function beginDiagnosis(options: {
  readonly pack: Pack;
  /** What the View holds; nothing: only what was told counts. */
  readonly granted: ReadonlySet<DataClass>;
  readonly startedAt: number;
  readonly samplingOf?: (metric: string) => Sampling | undefined;
}): Diagnosis | undefined {
  const program = programOf(options.pack);
  return program && new Diagnosis({ ...options, program });
}

function onlyGranted(body: FrameBody, granted: ReadonlySet<DataClass>): FrameBody {
  switch (body.lane) {
    case 'telemetry':
    case 'firmware':
      return { ...body, samples: body.samples.filter(({ dataClass }) => granted.has(dataClass)) };
    case 'error':
      return granted.has('errors') ? body : { lane: 'error', complete: false, errors: [] };
    case 'output':
      return granted.has(body.dataClass) ? body : { ...body, fields: [] };
    case 'log':
      return body;
  }
}

/** What is most likely broken in one View, from the frames that it admitted and from what was told in its case. */
export class Diagnosis {
  readonly granted: ReadonlySet<DataClass>;
  readonly #localiser: Localiser;
  readonly #told = new Map<string, FindingRecord>();
  /** Boots that were heard of; the first is that before the View, which nobody saw happen. */
  readonly #boots = new Set<BootId>();

  constructor(options: {
    readonly program: LocaliserProgram;
    readonly granted: ReadonlySet<DataClass>;
    readonly startedAt: number;
    readonly samplingOf?: (metric: string) => Sampling | undefined;
  }) {
    this.granted = options.granted;
    this.#localiser = createLocaliser({ ...options, mode: 'call' });
  }

  get program(): LocaliserProgram {
    return this.#localiser.program;
  }
  get nextDueAt(): number | null {
    return this.#localiser.nextDueAt;
  }
  /** Oldest first. */
  get told(): readonly FindingRecord[] {
    return [...this.#told.values()];
  }

  /** True: what is most likely may have changed. */
  apply(frame: AdmittedFrame): boolean {
    let changed = false;
    // Its own look, whatever the layers before have let through.
    const may = { ...frame, body: onlyGranted(frame.body, this.granted) };
    for (const evidence of evidenceOf(may, this.program.pack)) {
      changed = this.#localiser.observe(evidence) || changed;
      const isReason = evidence.kind === 'sample' && evidence.metric === 'device.boot.reason';
      if (!isReason || this.#boots.has(frame.bootId)) continue;
      const isFirst = this.#boots.size === 0;
      this.#boots.add(frame.bootId);
      if (isFirst) continue;
      changed = this.#localiser.observe({ kind: 'boot', at: evidence.at, reason: String(evidence.value) }) || changed;
    }
    return changed;
  }

  tell(finding: FindingRecord): void {
    this.#told.set(finding.id, finding);
    this.#localiser.observe(toldEvidence(finding));
  }

  /** Lets holds and delays run out. True: what is most likely may have changed. */
  advance(now: number): boolean {
    return this.#localiser.advance(now);
  }

  verdict(now: number): Verdict {
    return this.#localiser.verdict(now);
  }

  symptom(id: string): SymptomState {
    return this.#localiser.symptom(id);
  }
}
