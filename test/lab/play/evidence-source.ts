import { evidenceOf } from '../../../gateway/app/evidence-of.ts';
import { admit } from '../../../gateway/domain/consent/admit.ts';
import type { GrantView } from '../../../gateway/domain/consent/grant-view.ts';
import { type ClassMask, includesClass } from '../../../gateway/domain/data-class.ts';
import { asId, type BootId, type DeviceId } from '../../../gateway/domain/ids.ts';
import type { DataFrame, FrameBody, FrameKind, Sample } from '../../../gateway/domain/frames.ts';
import type { Evidence } from '../../../gateway/domain/localisation/evidence.ts';
import type { Pack } from '../../../gateway/domain/pack.ts';
import type { LabRow } from '../trace/lab-trace.ts';
import type { Notes } from '../trace/notes.ts';
import { rowBody } from './row-frame.ts';

const deviceId = asId<DeviceId>('device-lab');
const bootId = asId<BootId>('0000000000000001');

/**
 * Rows -> DataFrame -> admit -> evidence, by the gateway's own admission and its own reading of a frame: a class that was not granted never
 * gets further than here.
 */
export class EvidenceSource {
  readonly #pack: Pack;
  readonly #startedAt: number;
  readonly #notes: Notes;
  readonly #grant: GrantView;
  readonly #told: boolean;
  #seq = 0;
  #isFirst = true;

  /** `told`: there is no link to the device, only what somebody reads out; telemetry is passed over. */
  constructor(options: {
    readonly pack: Pack;
    readonly granted: ClassMask;
    readonly startedAt: number;
    readonly notes: Notes;
    readonly told: boolean;
  }) {
    this.#pack = options.pack;
    this.#startedAt = options.startedAt;
    this.#notes = options.notes;
    this.#told = options.told;
    this.#grant = {
      grantId: asId('grant-lab'),
      viewId: asId('view-lab'),
      caseId: asId('case-lab'),
      deviceId,
      viewerId: asId('agent-lab'),
      active: true,
      classMask: options.granted,
      operationClasses: [],
      backlog: true,
      startEpoch: 0,
      endEpoch: null,
      monotonicStart: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
      monotonicDeadline: Number.MAX_SAFE_INTEGER,
    };
  }

  /** Rows that arrived at one moment; live samples among them came in one message. `now`: seconds since the start. */
  of(rows: readonly LabRow[], now: number): Evidence[] {
    const receivedAt = this.#startedAt + Math.round(now * 1000);
    const evidence: Evidence[] = [];
    let samples: Sample[] = [];
    for (const row of rows) {
      const at = row.at === null ? receivedAt : this.#startedAt + Math.round(row.at * 1000);
      const body = rowBody(row, { pack: this.#pack, at, notes: this.#notes });
      if (this.#told || row.via !== null) {
        evidence.push(...this.#toldOf(row, body, receivedAt));
        continue;
      }
      if (this.#isFirst && (body || row.body.kind === 'boot')) evidence.push(...this.#introduction(receivedAt));
      if (body?.lane === 'telemetry' && row.at === null) samples.push(...body.samples);
      else if (body) {
        evidence.push(...this.#admitted(samples, receivedAt));
        samples = [];
        evidence.push(...this.#frame(body, row.at === null ? 'live' : 'historical', receivedAt));
      }
      // Out of the device's Birth; its reason is of class status.
      if (row.body.kind === 'boot' && includesClass(this.#grant.classMask, 'status')) {
        evidence.push({ kind: 'boot', at, reason: row.body.reason });
      }
    }
    evidence.push(...this.#admitted(samples, receivedAt));
    return evidence;
  }

  #admitted(samples: readonly Sample[], receivedAt: number): readonly Evidence[] {
    return samples.length > 0 ? this.#frame({ lane: 'telemetry', samples }, 'live', receivedAt) : [];
  }

  #frame(body: FrameBody, kind: FrameKind, receivedAt: number): readonly Evidence[] {
    this.#seq += 1;
    const frame: DataFrame = {
      deviceId,
      source: body.lane === 'error' ? 'error' : body.lane === 'firmware' ? 'firmware' : 'telemetry',
      bootId,
      seq: this.#seq,
      epoch: 1,
      kind,
      receivedAt,
      body,
    };
    const [admitted] = admit(frame, [this.#grant], { now: receivedAt, monotonicMs: receivedAt });
    if (!admitted) this.#notes.add('not_granted');
    return admitted ? evidenceOf(admitted, this.#pack) : [];
  }

  /** A device that connects tells the complete list of its codes: a trace that raises none at its start begins without. */
  #introduction(at: number): Evidence[] {
    this.#isFirst = false;
    const heard: Evidence = { kind: 'heard', at };
    return includesClass(this.#grant.classMask, 'errors') ? [heard, { kind: 'codes', at, active: [] }] : [heard];
  }

  #toldOf({ body, via }: LabRow, known: FrameBody | null, at: number): readonly Evidence[] {
    if (body.kind === 'code') {
      const { code, raised, detail } = body;
      return known ? [{ kind: 'code', at, code, raised, detail, told: true }] : [];
    }
    // What the owner's phone reads of the device is a value as any other, but it is not the device's link that brought it.
    if (via === null || this.#told || (known?.lane !== 'telemetry' && known?.lane !== 'firmware')) return [];
    return evidenceOf({ kind: 'live', receivedAt: at, body: known }, this.#pack).filter(({ kind }) => kind !== 'heard');
  }
}
