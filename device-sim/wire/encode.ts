import { diag } from '../../proto/generated/codec.js';
import type { RecordKind } from './consent-filter.ts';
import type { DeviceRecord, TelemetryRecord } from './records.ts';

/** These devices have one channel of codes each. */
const errorChannel = 'main';

/** Random 64 bit, new at each boot. */
export type BootId = NonNullable<diag.Header.$Properties['bootId']>;

export interface FrameStamp {
  readonly bootId: BootId;
  readonly seq: number;
  readonly epoch: number;
  readonly kind: RecordKind;
  /** Seqs that a full buffer dropped; undefined: none. */
  readonly dropped: { readonly from: number; readonly to: number } | undefined;
}

const kinds: Readonly<Record<RecordKind, diag.FrameKind>> = {
  live: diag.FrameKind.FRAME_KIND_LIVE,
  historical: diag.FrameKind.FRAME_KIND_HISTORICAL,
  backlog: diag.FrameKind.FRAME_KIND_BACKLOG,
};

/** The payload of a data lane: `proto/device.proto`, one message a lane. */
export function encodeRecord(record: DeviceRecord, stamp: FrameStamp): Uint8Array {
  const header = {
    bootId: stamp.bootId,
    seq: stamp.seq,
    epoch: stamp.epoch,
    baseAt: Math.round(record.at),
    kind: kinds[stamp.kind],
    droppedFrom: stamp.dropped?.from ?? 0,
    droppedTo: stamp.dropped?.to ?? 0,
  };
  switch (record.lane) {
    case 'telemetry':
      return diag.Telemetry.encode({ header, ...columns(record) }).finish();
    case 'error':
      return diag.ErrorReport.encode({
        header,
        complete: record.complete,
        errors: record.errors.map(({ code, raised, detail, at }) => {
          return { channel: errorChannel, code, raised, detail, offsetMs: offset(at, record.at) };
        }),
      }).finish();
    case 'firmware':
      return diag.FirmwareReport.encode({ header, ...record.facts, slots: [...record.facts.slots] }).finish();
    case 'output':
      return diag.OutputReport.encode({
        header,
        executionId: record.executionId,
        fields: Object.entries(record.fields).map(([name, value]) =>
          typeof value === 'number' ? { name, number: value } : { name, text: value },
        ),
      }).finish();
  }
}

function columns(record: TelemetryRecord): diag.Telemetry.$Properties {
  const numbers = record.samples.flatMap(({ alias, value }) => (typeof value === 'number' ? [{ alias, value }] : []));
  const texts = record.samples.flatMap(({ alias, value }) => (typeof value === 'string' ? [{ alias, value }] : []));
  return {
    aliases: numbers.map((sample) => sample.alias),
    values: numbers.map((sample) => sample.value),
    offsetsMs: numbers.map(() => 0),
    texts: texts.map((sample) => ({ ...sample, offsetMs: 0 })),
  };
}

/** sint32 of ms reaches 24 days; an older moment keeps the oldest that fits. */
function offset(at: number, baseAt: number): number {
  return Math.max(-2_147_483_648, Math.min(2_147_483_647, Math.round(at - baseAt)));
}
