import { type ClassMask, type DataClass, maskOfClass } from '../data-class.ts';
import type { BootId, DeviceId, GrantId, ViewId } from '../ids.ts';
import type { DataFrame, FrameBody, FrameKind, Sample, Source } from '../frames.ts';
import { SampleColumns } from '../sample-columns.ts';
import { coversClass, coversRecording, type GrantView, isActiveAt, type Moment } from './grant-view.ts';

/**
 * What of a DataFrame one View may keep and show. Only this module makes it: store, state and live accept nothing earlier,
 * so keeping unconsented data does not compile, and `assertAdmitted` refuses it at run time. Both rest on a field that nothing
 * else can write, copy or name.
 */
class Admitted {
  readonly #sealed = true;

  static is(frame: object): boolean {
    return #sealed in frame && frame.#sealed;
  }

  readonly viewId: ViewId;
  readonly grantId: GrantId;
  readonly deviceId: DeviceId;
  readonly source: Source;
  readonly bootId: BootId;
  readonly seq: number;
  readonly kind: FrameKind;
  readonly receivedAt: number;
  readonly body: FrameBody;

  constructor(frame: DataFrame, grant: GrantView, body: FrameBody) {
    this.viewId = grant.viewId;
    this.grantId = grant.grantId;
    this.deviceId = frame.deviceId;
    this.source = frame.source;
    this.bootId = frame.bootId;
    this.seq = frame.seq;
    this.kind = frame.kind;
    this.receivedAt = frame.receivedAt;
    this.body = body;
  }
}

export type { Admitted as AdmittedFrame };

export function assertAdmitted(frame: Admitted): void {
  if (!Admitted.is(frame)) throw new Error('A frame that consent has not admitted reached a layer behind it');
}

/** One AdmittedFrame for each of these grants that covers anything of the frame; none: it is to be discarded. */
export function admit(frame: DataFrame, grants: readonly GrantView[], at: Moment): readonly Admitted[] {
  const parts: Admitted[] = [];
  for (const grant of grants) {
    if (grant.deviceId !== frame.deviceId || !isActiveAt(grant, at)) continue;
    if (!coversRecording(grant, frame.kind, frame.epoch)) continue;
    const body = grantedPart(frame.body, grant);
    if (body) parts.push(new Admitted(frame, grant, body));
  }
  return parts;
}

/** Rows of a View read back from the store become AdmittedFrames again here, under the same grant and its classes. */
export function readmit(row: DataFrame, grant: GrantView): Admitted | undefined {
  const body = row.deviceId === grant.deviceId ? grantedPart(row.body, grant) : undefined;
  return body && new Admitted(row, grant, body);
}

function grantedPart(body: FrameBody, grant: GrantView): FrameBody | undefined {
  switch (body.lane) {
    case 'telemetry': {
      if (body instanceof SampleColumns) return body.partOf(grant.classMask);
      // Mostly all of it: then nothing is copied.
      if (body.samples.length > 0 && (classMaskOf(body) & ~grant.classMask) === 0) return body;
      const samples = body.samples.filter((sample: Sample) => coversClass(grant, sample.dataClass));
      return samples.length > 0 ? { lane: 'telemetry', samples } : undefined;
    }
    case 'firmware':
      return coversClass(grant, 'firmware') ? body : undefined;
    case 'error':
      return coversClass(grant, 'errors') ? body : undefined;
    case 'log':
      return coversClass(grant, 'logs') ? body : undefined;
    case 'output':
      return coversClass(grant, body.dataClass) ? body : undefined;
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

/** The same as a mask, for the way in. */
export function classMaskOf(body: FrameBody): ClassMask {
  switch (body.lane) {
    case 'telemetry': {
      if (body instanceof SampleColumns) return body.layout.classMask;
      let mask = 0;
      for (const { dataClass } of body.samples) mask |= maskOfClass(dataClass);
      return mask;
    }
    case 'firmware':
      return maskOfClass('firmware');
    case 'error':
      return maskOfClass('errors');
    case 'log':
      return maskOfClass('logs');
    case 'output':
      return maskOfClass(body.dataClass);
  }
}
