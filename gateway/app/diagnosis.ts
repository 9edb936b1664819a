import type { FindingRecord } from '../domain/cases/records.ts';
import { toldEvidence } from '../domain/cases/told-evidence.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import { type ClassMask, type DataClass, maskOf } from '../domain/data-class.ts';
import type { FrameBody, Sample } from '../domain/frames.ts';
import type { BootId } from '../domain/ids.ts';
import type { FleetSignal } from '../domain/localisation/knowledge.ts';
import type { SymptomState } from '../domain/localisation/evidence.ts';
import { createLocaliser, type Localiser } from '../domain/localisation/localiser.ts';
import { compileLocaliser, type LocaliserProgram } from '../domain/localisation/localiser-program.ts';
import type { Mode, Verdict } from '../domain/localisation/verdict.ts';
import type { Pack } from '../domain/pack.ts';
import { SampleColumns } from '../domain/sample-columns.ts';
import type { Sampling } from '../domain/state/freshness.ts';
import { columnReadings } from './column-readings.ts';
import { bootReason, evidenceOf, readingsOf } from './evidence-of.ts';

/** Rules are compiled once a pack; a View keeps the pack that it began with. */
const programs = new WeakMap<Pack, LocaliserProgram | 'none'>();

/** Undefined: the pack has no rules. */
export function programOf(pack: Pack): LocaliserProgram | undefined {
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
  readonly samplings?: () => ReadonlyMap<string, Sampling> | undefined;
  /** monitoring: nobody calls. Absent: somebody does. */
  readonly mode?: Mode;
}): Diagnosis | undefined {
  const program = programOf(options.pack);
  return program && new Diagnosis({ ...options, program });
}

function onlyGranted(body: FrameBody, granted: ReadonlySet<DataClass>): FrameBody {
  switch (body.lane) {
    case 'telemetry':
    case 'firmware':
      if (areGranted(body.samples, granted)) return body;
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
  /** What many devices have now, this one among those whom it concerns. */
  shared: readonly SharedTrouble[] = [];
  readonly granted: ReadonlySet<DataClass>;
  readonly #grantedMask: ClassMask;
  readonly #localiser: Localiser;
  readonly #told = new Map<string, FindingRecord>();
  /** That in which the View began: nobody saw it happen. */
  #firstBoot: BootId | undefined;
  readonly #boots = new Set<BootId>();
  /** As it was last asked for; undefined: never. */
  #named: string | undefined;

  constructor(options: {
    readonly program: LocaliserProgram;
    readonly granted: ReadonlySet<DataClass>;
    readonly startedAt: number;
    readonly samplings?: () => ReadonlyMap<string, Sampling> | undefined;
    readonly mode?: Mode;
  }) {
    this.granted = options.granted;
    this.#grantedMask = maskOf([...options.granted]);
    this.#localiser = createLocaliser({ mode: 'call', ...options, testsByHand: true });
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
    this.#firstBoot ??= frame.bootId;
    // Its own look, whatever the layers before have let through.
    const { kind, receivedAt, body } = frame;
    if (body instanceof SampleColumns && kind === 'live') {
      const readings = columnReadings(receivedAt, body, this.program, this.#grantedMask);
      if (readings) return this.#localiser.observeTogether(readings);
    }
    if (body.lane === 'telemetry' && kind === 'live' && !tellsOfBoot(body.samples)) {
      const { reads } = this.program;
      return this.#localiser.observeTogether(readingsOf(receivedAt, body.samples, { reads, granted: this.granted }));
    }
    const may = { kind, receivedAt, body: onlyGranted(frame.body, this.granted) };
    for (const evidence of evidenceOf(may, this.program.pack)) {
      changed = this.#localiser.observe(evidence) || changed;
      const isReason = evidence.kind === 'sample' && evidence.metric === bootReason;
      if (!isReason || frame.bootId === this.#firstBoot || this.#boots.has(frame.bootId)) continue;
      this.#boots.add(frame.bootId);
      changed = this.#localiser.observe({ kind: 'boot', at: evidence.at, reason: String(evidence.value) }) || changed;
    }
    return changed;
  }

  /** Once, however often it is told. */
  tell(finding: FindingRecord): void {
    if (this.#told.has(finding.id)) return;
    this.#told.set(finding.id, finding);
    this.#localiser.observe(toldEvidence(finding));
  }

  /**
   * What many devices have becomes how likely it is here before anything is seen; what they have no more is taken back. True: it is
   * another than before.
   */
  share(troubles: readonly SharedTrouble[], at: number): boolean {
    const told = new Map(this.shared.map(({ signal, share }) => [signal, share]));
    const now = new Map(troubles.map(({ signal, share }) => [signal, share]));
    let changed = !sameTroubles(this.shared, troubles);
    for (const signal of new Set([...told.keys(), ...now.keys()])) {
      const share = now.get(signal) ?? 0;
      if (share.toFixed(3) === (told.get(signal) ?? 0).toFixed(3)) continue;
      changed = this.#localiser.observe({ kind: 'fleet', at, signal, share }) || changed;
    }
    this.shared = troubles;
    return changed;
  }

  /** Lets holds and delays run out. True: what is most likely, or what is named, may have changed. */
  advance(now: number): boolean {
    if (this.#localiser.advance(now)) return true;
    const before = this.#named;
    // Who has been ahead for a while is named although nothing more is seen.
    return before !== undefined && nameOf(this.verdict(now)) !== before;
  }

  verdict(now: number): Verdict {
    const verdict = this.#localiser.verdict(now);
    this.#named = nameOf(verdict);
    return verdict;
  }

  symptom(id: string): SymptomState {
    return this.#localiser.symptom(id);
  }
}

/** Something that many devices of a cohort have at once, and that none of them is to blame for. */
export interface SharedTrouble {
  readonly signal: FleetSignal;
  /** By what they are alike, and its name; null: it has none that would mean anything to people (a home, the brand itself). */
  readonly cohort: 'region' | 'home' | 'firmware' | 'node' | 'brand';
  readonly name: string | null;
  /** Epoch ms. */
  readonly since: number;
  readonly devices: number;
  /** Of the trouble of such a device, as much as chance does not explain: 0..1. */
  readonly share: number;
}

function sameTroubles(before: readonly SharedTrouble[], now: readonly SharedTrouble[]): boolean {
  const keyOf = ({ signal, cohort, name, since, devices }: SharedTrouble): string =>
    [signal, cohort, name, since, devices].join();
  return before.map(keyOf).join(';') === now.map(keyOf).join(';');
}

function tellsOfBoot(samples: readonly Sample[]): boolean {
  for (const { name } of samples) if (name === bootReason) return true;
  return false;
}

function areGranted(samples: readonly Sample[], granted: ReadonlySet<DataClass>): boolean {
  let before: DataClass | undefined;
  for (const { dataClass } of samples) {
    if (dataClass !== before && !granted.has(dataClass)) return false;
    before = dataClass;
  }
  return true;
}

function nameOf({ headline }: Verdict): string {
  return headline?.join() ?? '';
}
