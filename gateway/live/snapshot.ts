import type { diag } from '../../proto/generated/codec.js';
import type { OpenView } from '../app/views.ts';
import { remainingMs } from '../domain/consent/grant-view.ts';
import { classesOf } from '../domain/data-class.ts';
import { historySpanMs } from '../domain/state/history.ts';
import {
  type Circumstances,
  encodeConnection,
  encodeError,
  encodeFirmware,
  encodeSeries,
  encodeUnknown,
  encodeValue,
  isFirmwareMetric,
  wireClass,
} from './encode.ts';
import { encodeLocalisation } from './encode-localisation.ts';
import { mayShowClass } from './may-show.ts';

/** Everything that a View holds now: what fills the page, and what a console is resynchronised with. */
export function encodeSnapshot(view: OpenView, around: Circumstances): diag.ISnapshot {
  const { grant, pack, state } = view;
  const shown = (name: Parameters<typeof mayShowClass>[1]) => mayShowClass(grant, name);
  const metrics = [...pack.metrics.values()]
    .filter((metric) => shown(metric.dataClass) && !isFirmwareMetric(metric.name))
    .map((metric) => {
      const held = state.values.get(metric.name);
      return held ? encodeValue({ held, min: null, max: null }, metric, around) : encodeUnknown(metric);
    });
  const series = new Map(
    [...state.seriesSince(around.at.now - historySpanMs)].filter(([name]) => {
      const metric = pack.metrics.get(name);
      return metric !== undefined && shown(metric.dataClass);
    }),
  );
  const localisation = encodeLocalisation(view.diagnosis, around.at.now);
  return {
    viewId: grant.viewId,
    caseId: grant.caseId,
    deviceId: grant.deviceId,
    model: pack.model,
    packVersion: pack.version,
    classes: classesOf(grant.classMask).map(wireClass),
    expiresInMs: Math.round(remainingMs(grant, around.at)),
    connection: encodeConnection(around),
    metrics,
    errors: shown('errors') ? [...state.errors.values()].map(encodeError) : [],
    errorsKnown: shown('errors') && state.errorsKnown,
    ...(shown('firmware') ? { firmware: encodeFirmware(view, around) } : {}),
    history: encodeSeries(series),
    limits: [...view.limits],
    ...(localisation ? { localisation } : {}),
  };
}
