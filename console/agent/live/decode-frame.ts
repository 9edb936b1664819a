import type { DataClassName } from '../../../proto/api/common.ts';
import { diag } from '../../../proto/generated/codec.js';
import { decodeLocalisation } from './decode-localisation.ts';
import {
  type Connection,
  type ErrorRecord,
  type FirmwareState,
  type FreezeFrame,
  firmwareFields,
  type MetricValue,
  type Quality,
  type SeriesPoints,
  type SessionFrame,
} from './live-model.ts';
import type { Localisation } from './localisation-model.ts';

const qualities: Readonly<Record<number, Quality>> = {
  [diag.Quality.QUALITY_LIVE]: 'live',
  [diag.Quality.QUALITY_STALE]: 'stale',
  [diag.Quality.QUALITY_HISTORICAL]: 'historical',
  [diag.Quality.QUALITY_WITHHELD]: 'withheld',
};

const dataClasses: Readonly<Record<number, DataClassName>> = {
  [diag.DataClass.DATA_CLASS_STATUS]: 'status',
  [diag.DataClass.DATA_CLASS_ERRORS]: 'errors',
  [diag.DataClass.DATA_CLASS_FIRMWARE]: 'firmware',
  [diag.DataClass.DATA_CLASS_TELEMETRY]: 'telemetry',
  [diag.DataClass.DATA_CLASS_NETWORK]: 'network',
  [diag.DataClass.DATA_CLASS_SPACE]: 'space',
  [diag.DataClass.DATA_CLASS_LOGS]: 'logs',
};

type Wire<T> = T | null | undefined;

/**
 * One binary WebSocket frame in plain shapes (numbers for uint64, undefined for what is absent).
 *
 * @returns undefined when the frame has no body that this console knows
 * @throws when the bytes are not a SessionFrame
 */
export function decodeFrame(bytes: Uint8Array): SessionFrame | undefined {
  const frame = diag.SessionFrame.decode(bytes);
  const head = { streamId: frame.streamId, tick: Number(frame.tick), sentAt: Number(frame.sentAt) };
  if (frame.ended) return { ...head, kind: 'ended', reason: frame.ended.reason ?? '' };
  if (frame.beat) {
    return {
      ...head,
      kind: 'beat',
      expiresInMs: frame.beat.expiresInMs ?? 0,
      ...heard(frame.beat),
    };
  }
  if (frame.delta) return { ...head, kind: 'delta', delta: changes(frame.delta) };
  if (frame.snapshot) {
    const { snapshot } = frame;
    return {
      ...head,
      kind: 'snapshot',
      snapshot: {
        ...changes(snapshot),
        viewId: snapshot.viewId ?? '',
        model: snapshot.model ?? '',
        classes: (snapshot.classes ?? []).flatMap((each) => dataClasses[each] ?? []),
        history: (snapshot.history ?? []).map(series),
        limits: snapshot.limits ?? [],
      },
    };
  }
  return undefined;
}

function changes(body: diag.Delta.$Properties | diag.Snapshot.$Properties) {
  return {
    expiresInMs: body.expiresInMs ?? 0,
    connection: connection(body.connection),
    metrics: (body.metrics ?? []).map(metric),
    errors: (body.errors ?? []).map(error),
    errorsKnown: body.errorsKnown ?? false,
    firmware: firmware(body.firmware),
    localisation: localisation(body.localisation),
  };
}

function localisation(wire: Wire<diag.Localisation.$Properties>): Localisation | undefined {
  return wire ? readLocalisation(wire) : undefined;
}

export function readLocalisation(wire: diag.Localisation.$Properties): Localisation {
  return decodeLocalisation(wire, { series, dataClass: (each) => dataClasses[each] });
}

function connection(wire: Wire<diag.Connection.$Properties>): Connection | undefined {
  if (!wire) return undefined;
  return {
    online: wire.online ?? false,
    presenceUnknown: wire.presenceUnknown ?? false,
    since: Number(wire.since ?? 0),
    ...heard(wire),
  };
}

function heard(wire: diag.Connection.$Properties | diag.Beat.$Properties) {
  return { heardAt: Number(wire.heardAt ?? 0), heardAgoMs: wire.heardAgoMs ?? Number.POSITIVE_INFINITY };
}

function metric(wire: diag.MetricValue.$Properties): MetricValue {
  return {
    name: wire.name ?? '',
    value: wire.number ?? wire.text ?? undefined,
    receivedAt: Number(wire.receivedAt ?? 0),
    ageMs: wire.ageMs ?? 0,
    freshForMs: wire.freshForMs ?? 0,
    source: wire.source ?? '',
    quality: qualities[wire.quality ?? 0] ?? 'unknown',
    dataClass: dataClasses[wire.dataClass ?? 0],
    onChange: wire.onChange ?? false,
    min: wire.min ?? undefined,
    max: wire.max ?? undefined,
  };
}

function error(wire: diag.ErrorRecord.$Properties): ErrorRecord {
  return {
    channel: wire.channel ?? '',
    code: wire.code ?? '',
    testFailed: wire.testFailed ?? false,
    pending: wire.pending ?? false,
    confirmed: wire.confirmed ?? false,
    testNotCompleted: wire.testNotCompleted ?? false,
    occurrences: wire.occurrences ?? 0,
    firstAt: Number(wire.firstAt ?? 0),
    lastAt: Number(wire.lastAt ?? 0),
    clearedAt: Number(wire.clearedAt ?? 0),
    detail: wire.detail ?? '',
    firstFrames: (wire.firstFrames ?? []).map(freezeFrame),
    lastFrames: (wire.lastFrames ?? []).map(freezeFrame),
  };
}

function freezeFrame(wire: diag.FreezeFrame.$Properties): FreezeFrame {
  return { receivedAt: Number(wire.receivedAt ?? 0), before: (wire.before ?? []).map(series) };
}

function series(wire: diag.SeriesPoints.$Properties): SeriesPoints {
  return { name: wire.name ?? '', receivedAt: (wire.receivedAt ?? []).map(Number), values: [...(wire.values ?? [])] };
}

function firmware(wire: Wire<diag.FirmwareState.$Properties>): FirmwareState | undefined {
  if (!wire) return undefined;
  const fields: Partial<Record<(typeof firmwareFields)[number], MetricValue>> = {};
  for (const name of firmwareFields) {
    const value = wire[name];
    if (value) fields[name] = metric(value);
  }
  const slots = (wire.slots ?? []).map((slot) => ({
    name: slot.name ?? '',
    version: slot.version ?? '',
    state: slot.state ?? '',
  }));
  return { fields, slots };
}
