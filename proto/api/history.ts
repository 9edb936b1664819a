import { type Static, Type } from 'typebox';
import { EpochMs } from './common.ts';

/** Of a query, where a fraction of an integer would be cut off unseen: whole, or refused. */
function whole(bounds: { readonly minimum: number; readonly maximum: number; readonly description: string }) {
  return Type.Number({ ...bounds, multipleOf: 1 });
}

const latestMs = 8_640_000_000_000_000;

const mostMetrics = 20;
const oneMetric = '[\\w.{}-]{1,64}';

/** GET /api/v1/cases/{id}/history?metrics=a,b&from&to&points : what the case's View has of these metrics, down-sampled. */
export const HistoryQuery = Type.Object(
  {
    metrics: Type.String({
      pattern: `^${oneMetric}(,${oneMetric}){0,${mostMetrics - 1}}$`,
      description: `Names of up to ${mostMetrics} metrics, with commas`,
    }),
    from: whole({ minimum: 0, maximum: latestMs, description: 'Whole epoch ms, gateway clock' }),
    to: whole({ minimum: 1, maximum: latestMs, description: 'Whole epoch ms, later than `from`; not included' }),
    points: Type.Optional(
      whole({ minimum: 1, maximum: 2_000, description: 'Buckets a metric, at most; 500 unless told' }),
    ),
  },
  { additionalProperties: false },
);
export type HistoryQuery = Static<typeof HistoryQuery>;

export const HistoryBucket = Type.Object({
  at: EpochMs,
  min: Type.Number(),
  max: Type.Number(),
  avg: Type.Number(),
  count: Type.Integer({ minimum: 1 }),
});
export type HistoryBucket = Static<typeof HistoryBucket>;

export const History = Type.Object({
  from: Type.Integer({ description: 'Begin of the first bucket: the interval is widened to whole buckets' }),
  to: EpochMs,
  bucketMs: Type.Integer({ minimum: 1, description: 'A whole number of ms, minutes or hours' }),
  series: Type.Record(Type.String(), Type.Array(HistoryBucket), {
    description: 'By metric. Where nothing was received there is no bucket',
  }),
});
export type History = Static<typeof History>;
