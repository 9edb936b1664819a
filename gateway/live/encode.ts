import { diag } from '../../proto/generated/codec.js';
import type { OpenView } from '../app/views.ts';
import type { Moment } from '../domain/consent/grant-view.ts';
import type { DataClass } from '../domain/data-class.ts';
import type { ErrorRecord, FreezeFrame } from '../domain/errors/error-record.ts';
import type { PackMetric } from '../domain/pack.ts';
import { freshnessOf, isKnownByHearing, type Quality, type Sampling } from '../domain/state/freshness.ts';
import type { HeldValue } from '../domain/state/view-state.ts';
import type { Connection } from '../ports/links.ts';

/** What a value is judged by when a frame leaves. */
export interface Circumstances {
  readonly at: Moment;
  readonly connection: Connection;
  /** Somebody looks, so the live periods are in force. */
  readonly leased: boolean;
  samplingOf(metric: PackMetric): Sampling;
}

/** What a uint32 holds: 49 days. */
const longestMs = 0xffff_ffff;

/** A value with its extremes since the frame before. */
export interface Conflated {
  readonly held: HeldValue;
  readonly min: number | null;
  readonly max: number | null;
}

const qualities: Readonly<Record<Quality, diag.Quality>> = {
  unknown: diag.Quality.QUALITY_UNKNOWN,
  live: diag.Quality.QUALITY_LIVE,
  stale: diag.Quality.QUALITY_STALE,
  historical: diag.Quality.QUALITY_HISTORICAL,
  withheld: diag.Quality.QUALITY_WITHHELD,
};

const classes: Readonly<Record<DataClass, diag.DataClass>> = {
  status: diag.DataClass.DATA_CLASS_STATUS,
  errors: diag.DataClass.DATA_CLASS_ERRORS,
  firmware: diag.DataClass.DATA_CLASS_FIRMWARE,
  telemetry: diag.DataClass.DATA_CLASS_TELEMETRY,
  network: diag.DataClass.DATA_CLASS_NETWORK,
  space: diag.DataClass.DATA_CLASS_SPACE,
  logs: diag.DataClass.DATA_CLASS_LOGS,
};

export function wireClass(name: DataClass): diag.DataClass {
  return classes[name];
}

export function encodeValue(value: Conflated, metric: PackMetric, around: Circumstances): diag.IMetricValue {
  const { held, min, max } = value;
  const { at, connection } = around;
  const sampling = around.samplingOf(metric);
  const judged = {
    receivedMs: held.receivedMs,
    historical: held.historical,
    sampling,
    leased: around.leased,
    online: connection.online,
    heardMs: connection.heardMs ?? Number.NEGATIVE_INFINITY,
    connectedMs: connection.connectedMs,
    nowMs: at.monotonicMs,
  };
  const freshness = freshnessOf(judged);
  return {
    name: held.name,
    ...(typeof held.value === 'number' ? { number: held.value } : { text: held.value }),
    at: Math.max(0, Math.round(held.at)),
    receivedAt: held.receivedAt,
    ageMs: Math.round(freshness.ageMs),
    freshForMs: freshness.freshForMs,
    source: held.source,
    quality: qualities[freshness.quality],
    dataClass: wireClass(held.dataClass),
    onChange: isKnownByHearing(judged),
    ...(min !== null && max !== null && min !== max ? { min, max } : {}),
  };
}

/** Granted, and not seen since. */
export function encodeUnknown(metric: PackMetric): diag.IMetricValue {
  return {
    name: metric.name,
    quality: qualities.unknown,
    dataClass: wireClass(metric.dataClass),
    onChange: metric.onChange,
  };
}

export function encodeError(record: ErrorRecord): diag.IErrorRecord {
  return {
    channel: record.channel,
    code: record.code,
    testFailed: record.testFailed,
    pending: record.pending,
    confirmed: record.confirmed,
    testNotCompleted: record.testNotCompleted,
    debounce: record.debounce,
    occurrences: record.occurrences,
    firstAt: record.firstAt,
    lastAt: record.lastAt,
    clearedAt: record.clearedAt ?? 0,
    detail: record.detail,
    firstFrames: record.firstFrames.map(encodeFreezeFrame),
    lastFrames: record.lastFrames.map(encodeFreezeFrame),
    healingCycles: record.healingCycles,
    aged: record.aged,
  };
}

function encodeFreezeFrame(frame: FreezeFrame): diag.IFreezeFrame {
  return { receivedAt: frame.receivedAt, before: encodeSeries(frame.before) };
}

export function encodeSeries(
  series: ReadonlyMap<string, readonly { readonly receivedAt: number; readonly value: number }[]>,
): diag.ISeriesPoints[] {
  return [...series].map(([name, points]) => ({
    name,
    receivedAt: points.map((point) => point.receivedAt),
    values: points.map((point) => point.value),
  }));
}

const firmwareFields = {
  'fw.state': 'state',
  'fw.result': 'result',
  'fw.version': 'version',
  'fw.version.sub': 'versionSub',
  'fw.target': 'target',
  'fw.slot_state': 'slotState',
  'fw.progress': 'progress',
} as const;

export function isFirmwareMetric(name: string): name is keyof typeof firmwareFields {
  return Object.hasOwn(firmwareFields, name);
}

/** Whole, each time anything of it changed: it is small. */
export function encodeFirmware(view: OpenView, around: Circumstances): diag.IFirmwareState {
  const state: diag.IFirmwareState = { slots: [...view.state.slots] };
  for (const [name, field] of Object.entries(firmwareFields)) {
    const held = view.state.values.get(name);
    const metric = view.pack.metrics.get(name);
    if (held && metric) state[field] = encodeValue({ held, min: null, max: null }, metric, around);
  }
  return state;
}

export function encodeConnection({ connection, at }: Circumstances): diag.IConnection {
  const { online, presence, since } = connection;
  return { online, presenceUnknown: presence === 'unknown', since: since ?? 0, ...encodeHeard({ connection, at }) };
}

/** When a device was heard last, to be read; and how long ago, which no set clock changes. */
export function encodeHeard({ connection, at }: Pick<Circumstances, 'connection' | 'at'>) {
  const { heardAt, heardMs } = connection;
  const agoMs = heardMs === null ? {} : { heardAgoMs: Math.min(longestMs, Math.round(at.monotonicMs - heardMs)) };
  return { heardAt: heardAt ?? 0, ...agoMs };
}
