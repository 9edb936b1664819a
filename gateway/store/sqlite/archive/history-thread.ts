/** Worker thread: down-samples, however long it takes, while the reader answers everybody else. */
import type { HistoryQuery } from '../../../domain/history.ts';
import { serveReading } from '../serve-reading.ts';
import type { HistoryColumns } from './history-columns.ts';
import { prepareHistory } from './history-query.ts';

// Somebody looks at a spinner meanwhile, but no device waits for its PUBACK: half as far back as what nobody waits for.
serveReading<HistoryQuery, HistoryColumns>(prepareHistory, {
  background: 5,
  give: ({ series }) => series.map(([, buckets]) => buckets.buffer),
});
