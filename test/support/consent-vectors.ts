import { readFileSync } from 'node:fs';
import type { GrantRecord, GrantState } from '../../gateway/domain/cases/records.ts';
import { compileGrant, type GrantView, type Moment } from '../../gateway/domain/consent/grant-view.ts';
import type { DataClass, OperationClass } from '../../gateway/domain/data-class.ts';
import type { DataFrame, FrameBody, FrameKind, Sample } from '../../gateway/domain/frames.ts';
import { asId } from '../../gateway/domain/ids.ts';

interface VectorGrant {
  readonly grantId: string;
  readonly state: GrantState;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly startEpoch: number;
  readonly endEpoch: number | null;
  readonly classes: readonly DataClass[];
  readonly backlog: boolean;
}

export interface RecordVector {
  readonly name: string;
  readonly grants: readonly VectorGrant[];
  readonly record: {
    readonly kind: FrameKind;
    readonly epoch: number | null;
    readonly receivedAt: number;
    readonly fields: readonly (readonly [string, DataClass | null])[];
  };
  readonly admitted: Readonly<Record<string, readonly string[]>>;
}

export interface OperationVector {
  readonly name: string;
  readonly grant: {
    readonly state: GrantState;
    readonly notBefore: number;
    readonly expiresAt: number;
    readonly operationClasses: readonly OperationClass[];
  };
  readonly operationClass: OperationClass;
  readonly ownerSaidYes: boolean;
  readonly at: number;
  readonly refusal: string | null;
}

/** proto/vectors/consent.json: what each layer of consent runs with its own code. */
export const consentVectors = JSON.parse(
  readFileSync(new URL('../../proto/vectors/consent.json', import.meta.url), 'utf8'),
) as { readonly records: readonly RecordVector[]; readonly operations: readonly OperationVector[] };

const device = asId<DataFrame['deviceId']>('device-1');

/** The monotonic clock has its own origin. */
export const at = (now: number): Moment => ({ now, monotonicMs: 5_000 });

export const grantRecord: GrantRecord = {
  id: asId('g1'),
  viewId: asId('view-g1'),
  requestId: asId('request-1'),
  caseId: asId('case-1'),
  deviceId: device,
  brandId: asId('brand-1'),
  agentId: asId('person-1'),
  purpose: 'support-case',
  classes: ['status', 'errors', 'firmware'],
  backlog: false,
  recording: false,
  noticeVersion: '1',
  noticeLanguage: 'en',
  proof: 'button',
  notBefore: 900_000,
  expiresAt: 2_700_000,
  startEpoch: 2,
  endEpoch: null,
  state: 'active',
  endedAt: null,
  endedBy: null,
  packVersion: '1.0.0',
};

/** The views of a vector's grants, compiled when its record is received. */
export function grantViews(vector: RecordVector): GrantView[] {
  return vector.grants.map(({ grantId, ...rest }) =>
    compileGrant(
      { ...grantRecord, ...rest, id: asId(grantId), viewId: asId(`view-${grantId}`) },
      at(vector.record.receivedAt),
    ),
  );
}

/** The vector's fields as frames, each field in the lane that it travels in. */
export function framesOf({ record }: RecordVector): DataFrame[] {
  const { kind, epoch, receivedAt } = record;
  return record.fields.map(([name, dataClass], index) => ({
    deviceId: device,
    source: 'telemetry',
    bootId: asId('00000000000000b1'),
    seq: index + 1,
    epoch,
    kind,
    receivedAt,
    body: bodyOf(name, dataClass),
  }));
}

function bodyOf(name: string, dataClass: DataClass | null): FrameBody {
  // No class was found for it: the wire drops it; what got through by mistake would carry a class that nobody grants.
  const sample: Sample = { name, dataClass: dataClass ?? ('camera' as DataClass), value: 1, at: 0 };
  if (name === 'error') {
    return {
      lane: 'error',
      complete: false,
      errors: [{ channel: 'main', code: '1', raised: true, detail: '', at: 0 }],
    };
  }
  if (name === 'log') return { lane: 'log', entries: [{ at: 0, level: 'info', source: 'main', text: 'log' }] };
  if (name.startsWith('fw.')) return { lane: 'firmware', samples: [sample], slots: [] };
  return { lane: 'telemetry', samples: [sample] };
}

/** The vectors' names of the fields that a body holds. */
export function fieldsIn(body: FrameBody): readonly string[] {
  if (body.lane === 'error' || body.lane === 'log') return [body.lane];
  return body.lane === 'output' ? [] : body.samples.map(({ name }) => name);
}
