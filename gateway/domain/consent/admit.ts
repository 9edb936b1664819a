import type { DataClass } from '../data-class.ts';
import type { BootId, DeviceId, GrantId, ViewId } from '../ids.ts';
import type { DataFrame, FrameBody, FrameKind, Sample, Source } from '../frames.ts';
import { coversClass, coversRecording, type GrantView, isActiveAt, type Moment } from './grant-view.ts';

declare const admitted: unique symbol;

/**
 * What of a DataFrame one View may keep and show. Only this module makes it: store, state and live accept nothing earlier,
 * so keeping unconsented data does not compile, and `assertAdmitted` refuses it at run time.
 */
export interface AdmittedFrame {
  readonly [admitted]: true;
  readonly viewId: ViewId;
  readonly grantId: GrantId;
  readonly deviceId: DeviceId;
  readonly source: Source;
  readonly bootId: BootId;
  readonly seq: number;
  readonly kind: FrameKind;
  readonly receivedAt: number;
  readonly body: FrameBody;
}

const made = new WeakSet<object>();

export function assertAdmitted(frame: AdmittedFrame): void {
  if (!made.has(frame)) throw new Error('A frame that consent has not admitted reached a layer behind it');
}

/** One AdmittedFrame for each of these grants that covers anything of the frame; none: it is to be discarded. */
export function admit(frame: DataFrame, grants: readonly GrantView[], at: Moment): readonly AdmittedFrame[] {
  return grants.flatMap((grant) => {
    if (grant.deviceId !== frame.deviceId || !isActiveAt(grant, at)) return [];
    if (!coversRecording(grant, frame.kind, frame.epoch)) return [];
    const body = grantedPart(frame.body, grant);
    return body ? [seal(frame, grant, body)] : [];
  });
}

/** Rows of a View read back from the store become AdmittedFrames again here, under the same grant and its classes. */
export function readmit(row: DataFrame, grant: GrantView): AdmittedFrame | undefined {
  const body = row.deviceId === grant.deviceId ? grantedPart(row.body, grant) : undefined;
  return body && seal(row, grant, body);
}

function seal(frame: DataFrame, grant: GrantView, body: FrameBody): AdmittedFrame {
  const result = {
    viewId: grant.viewId,
    grantId: grant.grantId,
    deviceId: frame.deviceId,
    source: frame.source,
    bootId: frame.bootId,
    seq: frame.seq,
    kind: frame.kind,
    receivedAt: frame.receivedAt,
    body,
  } as AdmittedFrame;
  made.add(result);
  return result;
}

function grantedPart(body: FrameBody, grant: GrantView): FrameBody | undefined {
  const covers = (name: DataClass) => coversClass(grant, name);
  switch (body.lane) {
    case 'telemetry': {
      const samples = body.samples.filter((sample: Sample) => covers(sample.dataClass));
      return samples.length > 0 ? { lane: 'telemetry', samples } : undefined;
    }
    case 'firmware':
      return covers('firmware') ? body : undefined;
    case 'error':
      return covers('errors') ? body : undefined;
    case 'log':
      return covers('logs') ? body : undefined;
    case 'output':
      return covers(body.dataClass) ? body : undefined;
  }
}

/** The data classes that occur in a body: what a further layer compares with the grant by its own code. */
export function classesInBody(body: FrameBody): readonly DataClass[] {
  switch (body.lane) {
    case 'telemetry':
      return [...new Set(body.samples.map((sample) => sample.dataClass))];
    case 'firmware':
      return ['firmware'];
    case 'error':
      return ['errors'];
    case 'log':
      return ['logs'];
    case 'output':
      return [body.dataClass];
  }
}
