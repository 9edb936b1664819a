import { evidenceOf } from '../../../gateway/app/evidence-of.ts';
import { admit } from '../../../gateway/domain/consent/admit.ts';
import type { GrantView } from '../../../gateway/domain/consent/grant-view.ts';
import { type ClassMask, includesClass } from '../../../gateway/domain/data-class.ts';
import { asId, type BootId, type DeviceId } from '../../../gateway/domain/ids.ts';
import type { DataFrame } from '../../../gateway/domain/frames.ts';
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

  /** `now`: seconds since the start at which it is taken as received. */
  of(row: LabRow, now: number): Evidence[] {
    const receivedAt = this.#startedAt + Math.round(now * 1000);
    const at = row.at === null ? receivedAt : this.#startedAt + Math.round(row.at * 1000);
    const body = rowBody(row, { pack: this.#pack, at, notes: this.#notes });
    if (this.#told || row.via !== null) return this.#toldOf(row, receivedAt);
    const kind = row.at === null ? 'live' : 'historical';
    const evidence = this.#introduction(receivedAt);
    if (row.body.kind === 'boot') {
      // Out of the device's Birth, which belongs to no class: its connection is known without a grant, its reason is of class status.
      if (includesClass(this.#grant.classMask, 'status')) evidence.push({ kind: 'boot', at, reason: row.body.reason });
    }
    if (!body) return evidence;
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
    if (admitted) evidence.push(...evidenceOf(admitted, this.#pack));
    else this.#notes.add('not_granted');
    return evidence;
  }

  /** A device that connects tells the complete list of its codes: a trace that raises none at its start begins without. */
  #introduction(at: number): Evidence[] {
    if (!this.#isFirst) return [];
    this.#isFirst = false;
    const heard: Evidence = { kind: 'heard', at };
    return includesClass(this.#grant.classMask, 'errors') ? [heard, { kind: 'codes', at, active: [] }] : [heard];
  }

  #toldOf({ body, via }: LabRow, at: number): Evidence[] {
    if (body.kind === 'code' && this.#pack.errors.size > 0) {
      return [{ kind: 'code', at, code: body.code, raised: body.raised, detail: body.detail, told: true }];
    }
    // What the owner's phone reads of the device is a value as any other, but it is not the device's link that brought it.
    if (via === null || this.#told) return [];
    const known = rowBody(
      { t: 0, device: '', at: null, via: null, body },
      { pack: this.#pack, at, notes: this.#notes },
    );
    if (known?.lane !== 'telemetry' && known?.lane !== 'firmware') return [];
    return evidenceOf({ kind: 'live', receivedAt: at, body: known }, this.#pack).filter(({ kind }) => kind !== 'heard');
  }
}
