import { assertAdmitted, classesInBody, type AdmittedFrame } from '../../domain/consent/admit.ts';
import { maskOf } from '../../domain/data-class.ts';
import type { DataFrame, FrameBody } from '../../domain/frames.ts';
import type { StoredFrame } from '../../ports.ts';
import type { Row } from './tables.ts';

/** A frame on its way to the writer: the parameters of its conditional insert. */
export interface FrameRow {
  readonly viewId: string;
  readonly grantId: string;
  readonly deviceId: string;
  readonly bootId: string;
  readonly seq: number;
  readonly source: string;
  readonly kind: string;
  readonly receivedAt: number;
  readonly classMask: number;
  readonly body: string;
}

/** Throws when consent has not admitted it (a bug), or a number would not fit its column. */
export function toFrameRow(frame: AdmittedFrame): FrameRow {
  assertAdmitted(frame);
  if (!Number.isSafeInteger(frame.seq) || !Number.isSafeInteger(frame.receivedAt))
    throw new RangeError(`A frame's seq and receivedAt are whole numbers, not ${frame.seq} and ${frame.receivedAt}`);
  return {
    viewId: frame.viewId,
    grantId: frame.grantId,
    deviceId: frame.deviceId,
    bootId: frame.bootId,
    seq: frame.seq,
    source: frame.source,
    kind: frame.kind,
    receivedAt: frame.receivedAt,
    classMask: maskOf(classesInBody(frame.body)),
    body: encodeBody(frame.body),
  };
}

/** `row`: columns of `frames`, and `device_id` of its grant. The epoch has done its work at admission and is not kept. */
export function fromFrameRow(row: Row): StoredFrame {
  return {
    viewId: row['view_id'] as StoredFrame['viewId'],
    frame: {
      deviceId: row['device_id'] as DataFrame['deviceId'],
      source: row['source'] as DataFrame['source'],
      bootId: row['boot_id'] as DataFrame['bootId'],
      seq: row['seq'] as number,
      epoch: null,
      kind: row['kind'] as DataFrame['kind'],
      receivedAt: row['received_at'] as number,
      body: decodeBody(row['body'] as string),
    },
  };
}

const marked = ['NaN', 'Infinity', '-Infinity', '-0'];

/** JSON, but for the numbers that JSON has no form for: `{"number":"NaN"}`, Infinity, -Infinity, -0. */
export function encodeBody(body: FrameBody): string {
  return JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
    return { number: Object.is(value, -0) ? '-0' : String(value) };
  });
}

export function decodeBody(text: string): FrameBody {
  if (!text.includes('{"number":')) return JSON.parse(text) as FrameBody;
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('number' in value)) return value;
    return marked.includes(String(value.number)) ? Number(value.number) : value;
  }) as FrameBody;
}
