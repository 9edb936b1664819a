import type { DataClassName } from '../../../proto/api/common.ts';
import type { Heard, HeldValue } from './freshness.ts';
import {
  type Connection,
  type Delta,
  type ErrorRecord,
  type FirmwareField,
  type FirmwareSlot,
  firmwareFields,
  type MetricValue,
  type SessionFrame,
} from './live-model.ts';
import type { Localisation } from './localisation-model.ts';
import { chartSpanMs, type Series, seriesFrom, withPoint } from './series.ts';

/** Everything the page knows of one View. Nothing else on the page holds device data. */
export interface LiveData {
  readonly streamId: string;
  readonly tick: number;
  readonly classes: readonly DataClassName[];
  readonly limits: readonly string[];
  readonly expiry: { readonly inMs: number; readonly atMono: number };
  readonly clock: { readonly sentAt: number; readonly atMono: number };
  readonly connection: Connection;
  readonly heard: Heard;
  readonly metrics: ReadonlyMap<string, HeldValue>;
  readonly series: ReadonlyMap<string, Series>;
  readonly errors: ReadonlyMap<string, ErrorRecord>;
  readonly errorsKnown: boolean;
  readonly firmware: Partial<Record<FirmwareField, HeldValue>>;
  readonly slots: readonly FirmwareSlot[];
  /** Keys of errors that were raised while the page watched, newest first, until cleared or dismissed. */
  readonly alerts: readonly string[];
  /** Undefined: the pack of this model has no rules. */
  readonly localisation: Localisation | undefined;
}

export type Applied =
  | { readonly kind: 'data'; readonly data: LiveData }
  | { readonly kind: 'gap' }
  | { readonly kind: 'ended'; readonly reason: string };

export type ErrorStatus = 'active' | 'unchecked' | 'pending' | 'cleared';

export function errorKey(record: Pick<ErrorRecord, 'channel' | 'code'>): string {
  return `${record.channel}/${record.code}`;
}

/**
 * ISO 14229-1 status bits in one word: pending is a suspicion that its debounce has not confirmed yet; unchecked was active
 * before a restart, and the device has not said since whether it still is.
 */
export function errorStatus(record: ErrorRecord): ErrorStatus {
  if (record.clearedAt > 0) return 'cleared';
  if (record.testNotCompleted) return 'unchecked';
  return record.pending && !record.confirmed ? 'pending' : 'active';
}

/** Milliseconds until the grant ends; never below 0. */
export function expiresIn(data: LiveData, nowMono: number): number {
  return Math.max(0, data.expiry.inMs - (nowMono - data.expiry.atMono));
}

/** The gateway's clock at this moment, epoch ms. */
export function gatewayNow(data: LiveData, nowMono: number): number {
  return data.clock.sentAt + (nowMono - data.clock.atMono);
}

/**
 * The state after one more frame. A snapshot replaces everything; deltas must follow each other tick by tick, and one
 * that was seen before changes nothing; `gap` means that something is missing and the stream must be resumed.
 *
 * @param nowMono this browser's monotonic clock when the frame arrived, ms
 */
export function applyFrame(before: LiveData | undefined, frame: SessionFrame, nowMono: number): Applied {
  if (frame.kind === 'ended') return { kind: 'ended', reason: frame.reason };
  if (frame.kind === 'snapshot') return { kind: 'data', data: fromSnapshot(before, frame, nowMono) };
  if (!before || before.streamId !== frame.streamId) return { kind: 'gap' };

  const expected = frame.kind === 'delta' ? before.tick + 1 : before.tick;
  if (frame.tick > expected) return { kind: 'gap' };
  if (frame.tick < expected) return { kind: 'data', data: before };
  const clock = { sentAt: frame.sentAt, atMono: nowMono };
  if (frame.kind === 'beat') {
    const { heardAt, heardAgoMs } = frame;
    const connection = heardAt > 0 ? { ...before.connection, heardAt, heardAgoMs } : before.connection;
    const heard = { atMono: nowMono, deviceHeardAgoMs: heardAgoMs, online: connection.online };
    return {
      kind: 'data',
      data: { ...before, connection, heard, clock, expiry: { inMs: frame.expiresInMs, atMono: nowMono } },
    };
  }
  return { kind: 'data', data: { ...withDelta(before, frame.delta, nowMono), tick: frame.tick, clock } };
}

export function dismissAlert(data: LiveData, key: string): LiveData {
  return { ...data, alerts: data.alerts.filter((each) => each !== key) };
}

function fromSnapshot(
  before: LiveData | undefined,
  frame: Extract<SessionFrame, { kind: 'snapshot' }>,
  nowMono: number,
): LiveData {
  const { snapshot } = frame;
  const since = frame.sentAt - chartSpanMs;
  const history = snapshot.history.map((points) => [points.name, seriesFrom(points)] as const);
  const empty: LiveData = {
    streamId: frame.streamId,
    tick: frame.tick,
    classes: snapshot.classes,
    limits: snapshot.limits,
    expiry: { inMs: snapshot.expiresInMs, atMono: nowMono },
    clock: { sentAt: frame.sentAt, atMono: nowMono },
    connection: { online: false, presenceUnknown: false, since: 0, heardAt: 0, heardAgoMs: Number.POSITIVE_INFINITY },
    heard: { atMono: nowMono, deviceHeardAgoMs: Number.POSITIVE_INFINITY, online: false },
    metrics: new Map(),
    series: new Map(history.filter(([, series]) => (series.at.at(-1) ?? 0) >= since)),
    // What a snapshot repeats is no news; what was active before it is not announced again.
    errors: before ? before.errors : new Map(snapshot.errors.map((record) => [errorKey(record), record])),
    errorsKnown: false,
    firmware: {},
    slots: [],
    alerts: before?.alerts ?? [],
    localisation: undefined,
  };
  const after = withDelta(empty, snapshot, nowMono);
  const errors = new Map(snapshot.errors.map((record) => [errorKey(record), record]));
  return { ...after, errors, alerts: after.alerts.filter((key) => isStanding(errors.get(key))) };
}

function withDelta(before: LiveData, delta: Delta, nowMono: number): LiveData {
  const connection = delta.connection ?? before.connection;
  const metrics = new Map(before.metrics);
  const series = new Map(before.series);
  for (const metric of delta.metrics) {
    metrics.set(metric.name, { ...metric, atMono: nowMono });
    const points = withPoint(series.get(metric.name), metric);
    if (points) series.set(metric.name, points);
  }
  const errors = new Map(before.errors);
  let { alerts } = before;
  for (const record of delta.errors) {
    const key = errorKey(record);
    const known = errors.get(key);
    errors.set(key, record);
    if (!isStanding(record)) alerts = alerts.filter((each) => each !== key);
    // A restart raises nothing by itself: what stood before it and is found again is the same occurrence.
    // By its time, not its count: a late report of an earlier boot adds an occurrence to what still fails.
    else if (isActive(record) && (!isStanding(known) || record.lastAt > (known?.lastAt ?? 0))) {
      alerts = [key, ...alerts.filter((each) => each !== key)];
    }
  }
  const firmware = { ...before.firmware };
  for (const name of firmwareFields) {
    const value = delta.firmware?.fields[name];
    if (value) firmware[name] = { ...value, atMono: nowMono };
  }
  return {
    ...before,
    expiry: { inMs: delta.expiresInMs, atMono: nowMono },
    connection,
    heard: { atMono: nowMono, deviceHeardAgoMs: heardAgo(before.heard, delta, nowMono), online: connection.online },
    metrics,
    series,
    errors,
    errorsKnown: before.errorsKnown || delta.errorsKnown,
    firmware,
    slots: delta.firmware && delta.firmware.slots.length > 0 ? delta.firmware.slots : before.slots,
    alerts,
    localisation: delta.localisation ?? before.localisation,
  };
}

function isActive(record: ErrorRecord | undefined): boolean {
  return record !== undefined && errorStatus(record) === 'active';
}

/** Not known to be over. */
function isStanding(record: ErrorRecord | undefined): boolean {
  return isActive(record) || (record !== undefined && errorStatus(record) === 'unchecked');
}

/** A value that was just received proves that its device was heard, even where the frame does not say so. */
function heardAgo(before: Heard, delta: Delta, nowMono: number): number {
  const told = delta.connection?.heardAgoMs ?? before.deviceHeardAgoMs + (nowMono - before.atMono);
  const ages = [...delta.metrics, ...Object.values(delta.firmware?.fields ?? {})].filter(isReceived);
  return Math.min(told, ...ages.map((metric) => metric.ageMs));
}

function isReceived(metric: MetricValue): boolean {
  return metric.quality === 'live' || metric.quality === 'stale';
}
