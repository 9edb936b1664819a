import type Database from 'better-sqlite3';
import { includesClass } from '../../../domain/data-class.ts';
import type { Sample } from '../../../domain/frames.ts';
import type { ViewId } from '../../../domain/ids.ts';
import type { HistoryQuery } from '../../../domain/history.ts';
import { JournalIndex } from '../journal-index.ts';
import { openBlock } from './block-codec.ts';
import { type HistoryColumns, Series } from './history-columns.ts';
import { hourMs, beginOf, isCountable, isCounted, minuteMs, RollupReader } from './rollup-codec.ts';

/** Of frames that are read one by one for an answer: some hundred ms. For more of them, minutes are the finest that there is. */
const mostFrames = 200_000;
const rollupsAtOnce = 1_000;

interface Plan {
  /** The interval in whole buckets. */
  readonly from: number;
  readonly to: number;
  readonly bucketMs: number;
  /** Null: from the frames themselves. */
  readonly resolutionMs: number | null;
}

/** As few buckets as were asked for, or fewer; where roll-ups serve, a bucket is a whole number of them. */
export function planOf({ from, to, points }: Omit<HistoryQuery, 'viewId' | 'metrics'>, finestMs = 1): Plan {
  const asked = Math.max((to - from) / points, finestMs);
  const unit = asked >= hourMs ? hourMs : asked >= minuteMs ? minuteMs : 1;
  const begin = Math.floor(from / unit) * unit;
  const end = Math.ceil(to / unit) * unit;
  const bucketMs = Math.max(1, Math.ceil((end - begin) / unit / points)) * unit;
  const buckets = Math.ceil((end - begin) / bucketMs);
  return { from: begin, to: begin + buckets * bucketMs, bucketMs, resolutionMs: unit === 1 ? null : unit };
}

/**
 * Answers over a connection that only reads, in one snapshot: blocks or roll-ups, and what is only in the journal so far. The store's own
 * layer of consent: of a grant that has ended without recording nothing is read, and only classes that it has. @throws CorruptBytes
 */
export function prepareHistory(
  db: Database.Database,
  breathe: () => void = () => undefined,
): (query: HistoryQuery) => HistoryColumns {
  const maskOf = db
    .prepare<[ViewId], number>(
      "SELECT class_mask FROM grants WHERE view_id = ? AND (recording = 1 OR (state = 'active' AND ended_at IS NULL))",
    )
    .pluck();
  const oldestFrame = db
    .prepare<[ViewId], number | null>('SELECT min(received_from) FROM blocks WHERE view_id = ?')
    .pluck();
  const oldestRollup = db
    .prepare<[ViewId, number], number | null>(
      'SELECT min(bucket_at) FROM rollups WHERE view_id = ? AND resolution_ms = ?',
    )
    .pluck();
  const framesBetween = db
    .prepare<[ViewId, number, number], number | null>(
      'SELECT sum(frames) FROM blocks WHERE view_id = ? AND received_to >= ? AND received_from < ?',
    )
    .pluck();
  const blocks = db
    .prepare<[ViewId, number, number], Buffer>(
      'SELECT body FROM blocks WHERE view_id = ? AND received_to >= ? AND received_from < ? ORDER BY ordinal',
    )
    .pluck();
  const rollups = db
    .prepare<[ViewId, number, number, number], [bucketAt: number, body: Buffer]>(
      `SELECT bucket_at, body FROM rollups
        WHERE view_id = ? AND resolution_ms = ? AND bucket_at >= ? AND bucket_at < ? ORDER BY bucket_at
        LIMIT ${rollupsAtOnce}`,
    )
    .raw();
  const inBlocksUpTo = db
    .prepare<[ViewId], number>('SELECT journal_to FROM blocks WHERE view_id = ? ORDER BY ordinal DESC LIMIT 1')
    .pluck();
  const journal = new JournalIndex(db);

  /** Coarser than asked for where that would be too much to read, or where a coarser memory goes further back. */
  const planFor = (query: HistoryQuery): Plan => {
    const { viewId } = query;
    let plan = planOf(query);
    if (plan.resolutionMs === null) {
      const minutesSince = oldestRollup.get(viewId, minuteMs) ?? Infinity;
      const framesSince = beginOf(oldestFrame.get(viewId) ?? Infinity, minuteMs);
      const tooMany = (framesBetween.get(viewId, plan.from, plan.to) ?? 0) > mostFrames;
      if (tooMany || (plan.from < framesSince && minutesSince < framesSince)) plan = planOf(query, minuteMs);
    }
    if (plan.resolutionMs === minuteMs) {
      const minutesSince = beginOf(oldestRollup.get(viewId, minuteMs) ?? Infinity, hourMs);
      const hoursSince = oldestRollup.get(viewId, hourMs) ?? Infinity;
      if (plan.from < minutesSince && hoursSince < minutesSince) plan = planOf(query, hourMs);
    }
    return plan;
  };

  const answer = (query: HistoryQuery): HistoryColumns => {
    const { viewId } = query;
    const metrics = new Set(query.metrics);
    const plan = planFor(query);
    const series = new Map([...metrics].map((name) => [name, new Series(plan)]));
    const mask = maskOf.get(viewId) ?? 0;
    const isWanted = ({ name, dataClass }: Pick<Sample, 'name' | 'dataClass'>) =>
      metrics.has(name) && includesClass(mask, dataClass);
    if (mask !== 0) {
      if (plan.resolutionMs === null) {
        for (const body of blocks.iterate(viewId, plan.from, plan.to)) {
          readBlock(body, isWanted, series);
          breathe();
        }
      } else readRollups(plan.resolutionMs);
      const after = inBlocksUpTo.get(viewId) ?? 0;
      for (const id of journal.rowsOf(viewId)) if (id > after) readJournal(viewId, id);
    }
    const told = [...series].map(([name, own]) => [name, own.buckets()] as const);
    return { from: plan.from, to: plan.to, bucketMs: plan.bucketMs, series: told };

    function readRollups(resolutionMs: number): void {
      const reader = new RollupReader((name, dataClass) =>
        isWanted({ name, dataClass }) ? series.get(name) : undefined,
      );
      let from = plan.from;
      for (let rows = rollupsAtOnce; rows === rollupsAtOnce; ) {
        const read = rollups.all(viewId, resolutionMs, from, plan.to);
        for (const [bucketAt, body] of read) {
          reader.read(body, bucketAt);
          from = bucketAt + 1;
        }
        rows = read.length;
        breathe();
      }
    }

    function readJournal(view: ViewId, id: number): void {
      for (const { kind, receivedAt, body } of journal.entries(view, id)) {
        if (receivedAt < plan.from || receivedAt >= plan.to || !isCounted(kind, body) || body.lane !== 'telemetry')
          continue;
        for (const sample of body.samples) {
          if (isWanted(sample)) addValue(series.get(sample.name), receivedAt, sample.value);
        }
      }
    }
  };
  return db.transaction(answer);
}

function readBlock(
  body: Uint8Array,
  isWanted: (column: Pick<Sample, 'name' | 'dataClass'>) => boolean,
  series: ReadonlyMap<string, Series>,
): void {
  const block = openBlock(body);
  const columns = block.columns.map((column) =>
    isWanted(column) ? { series: series.get(column.name), values: column.read().values, next: 0 } : undefined,
  );
  if (columns.every((column) => column === undefined)) return;
  for (let entry = 0; entry < block.count; entry += 1) {
    const counts = block.head(entry).kind === 'live';
    const at = block.receivedAt[entry] ?? 0;
    for (const index of block.shapeOf(entry) ?? []) {
      const column = columns[index];
      if (!column) continue;
      const value = column.values[column.next++];
      if (counts && value !== undefined) addValue(column.series, at, value);
    }
  }
}

function addValue(series: Series | undefined, at: number, value: number | string): void {
  if (typeof value === 'number' && isCountable(value)) series?.add(at, 1, value, value, value);
}
