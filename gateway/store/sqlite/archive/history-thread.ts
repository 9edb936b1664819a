/** Worker thread: down-samples, however long it takes, while the reader answers everybody else. */
import type { HistoryQuery } from '../../../domain/history.ts';
import { prepareHistory } from './history-query.ts';
import { serveReading } from '../serve-reading.ts';

serveReading<HistoryQuery>(prepareHistory);
