import { diag } from '../../proto/generated/codec.js';
import type { MetricType, Model } from '../models/model.ts';
import { dataClassNumber } from './classes.ts';
import type { BootId } from './encode.ts';

const types: Readonly<Record<MetricType, diag.MetricType>> = {
  gauge: diag.MetricType.METRIC_TYPE_GAUGE,
  counter: diag.MetricType.METRIC_TYPE_COUNTER,
  enum: diag.MetricType.METRIC_TYPE_ENUM,
  text: diag.MetricType.METRIC_TYPE_TEXT,
};

/** The metric table, no values. An alias is the metric's place in the model file, so it never changes its meaning. */
export function encodeBirth(options: { readonly model: Model; readonly bootId: BootId }): Uint8Array {
  const { model, bootId } = options;
  return diag.Birth.encode({
    bootId,
    model: model.id,
    hardwareRevision: model.hardware,
    metrics: model.metrics.map((metric) => ({
      alias: metric.alias,
      name: metric.name,
      type: types[metric.type],
      unit: metric.unit,
      idlePeriodMs: metric.idleMs,
      livePeriodMs: metric.liveMs,
      onChange: metric.onChange,
      claimedClass: dataClassNumber(metric.dataClass),
    })),
    operations: model.operations.map((operation) => operation.name),
  }).finish();
}
