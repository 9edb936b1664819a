import type Database from 'better-sqlite3';
import { type DataClass, dataClasses, includesClass } from '../../../domain/data-class.ts';
import type { ViewId } from '../../../domain/ids.ts';
import type { ArchivePass, BlockRow, RollupRow } from '../stored-entry.ts';
import { BlockBuilder } from './block-builder.ts';
import { type BlockEntry, decodeBlock } from './block-codec.ts';
import { damageOf } from './journal-pass.ts';
import { keptPart } from './kept-part.ts';
import { classMaskOf, decodeRollups, encodeRollups, minuteMs } from './rollup-codec.ts';

/** For how long what a View has is kept at most, in ms; the View may end earlier. */
export interface Retention {
  readonly framesMs: number;
  readonly minutesMs: number;
  readonly hoursMs: number;
  /** Of these classes nothing is kept for longer, in whatever form. */
  readonly classesMs: Readonly<Partial<Record<DataClass, number>>>;
}

const partBlocks = 32;
const partRollups = 512;

interface OldBlock {
  readonly id: number;
  readonly viewId: ViewId;
  readonly ordinal: number;
  readonly receivedFrom: number;
  readonly receivedTo: number;
  readonly classMask: number;
  readonly journalTo: number;
  readonly boots: string;
}

interface OldRollup {
  readonly viewId: ViewId;
  readonly resolutionMs: number;
  readonly bucketAt: number;
  readonly body: Buffer;
}

/**
 * Looks through blocks and roll-ups for what is older than it may be, a part at a time, reading only; what `next` gave is to be written
 * before it is asked again. Undefined: that was all. A block that has both is made anew without what is over; one that is damaged is
 * left until all of it is, and named.
 */
export function prepareRetention(
  db: Database.Database,
): (retention: Retention, now: number) => { next(): ArchivePass | undefined; damaged(): readonly string[] } {
  const oldBlocks = db.prepare<[number, number, number], OldBlock>(
    `SELECT id, view_id AS viewId, ordinal, received_from AS receivedFrom, received_to AS receivedTo, class_mask AS classMask, journal_to AS journalTo, boots
       FROM blocks WHERE id > ? AND received_from < ? ORDER BY id LIMIT ?`,
  );
  const newestId = db.prepare<[], number | null>('SELECT max(id) FROM blocks').pluck();
  const bodyOf = db.prepare<[number], Buffer>('SELECT body FROM blocks WHERE id = ?').pluck();
  const oldRollups = db.prepare<[string, number, number, number, number], OldRollup>(
    `SELECT view_id AS viewId, resolution_ms AS resolutionMs, bucket_at AS bucketAt, body FROM rollups
      WHERE (view_id, resolution_ms, bucket_at) > (?, ?, ?) AND bucket_at < ?
      ORDER BY view_id, resolution_ms, bucket_at LIMIT ?`,
  );

  return (retention, now) => {
    const framesUntil = limits(retention, retention.framesMs, now);
    const minutesUntil = limits(retention, retention.minutesMs, now);
    const hoursUntil = limits(retention, retention.hoursMs, now);
    // What is made anew here has a higher id, and need not be looked at again.
    const lastId = newestId.get() ?? 0;
    let afterId = 0;
    const damaged: string[] = [];
    const readable = <Value>(name: string, read: () => Value): Value | undefined => {
      try {
        return read();
      } catch (error) {
        damaged.push(`${name} is damaged: ${damageOf(error)}`);
        return undefined;
      }
    };
    let after: Pick<OldRollup, 'viewId' | 'resolutionMs' | 'bucketAt'> | undefined;

    const blocksPart = (): ArchivePass | undefined => {
      for (;;) {
        const rows = oldBlocks.all(afterId, framesUntil.newest, partBlocks).filter(({ id }) => id <= lastId);
        const last = rows.at(-1);
        if (!last) return undefined;
        afterId = last.id;
        const replaced: number[] = [];
        const blocks: BlockRow[] = [];
        for (const row of rows) {
          const made = readable(`block ${row.id}`, () => anew(row));
          if (made === undefined || made === 'as it is') continue;
          replaced.push(row.id);
          if (made !== 'nothing') blocks.push(made);
        }
        if (replaced.length > 0) return { upTo: 0, replaced, blocks, rollups: [] };
      }
    };
    const anew = (row: OldBlock): BlockRow | 'as it is' | 'nothing' => {
      const left = rest(row);
      if (left === 'all') return 'as it is';
      if (left.length === 0) return 'nothing';
      const { viewId, ordinal, journalTo } = row;
      const block = new BlockBuilder();
      block.addBoots(JSON.parse(row.boots) as BlockRow['boots']);
      for (const entry of left) block.add(entry);
      return { viewId, ordinal, journalTo, ...block.finish() };
    };
    const rest = ({ id, classMask, receivedFrom, receivedTo }: OldBlock): 'all' | readonly BlockEntry[] => {
      const classes = dataClasses.filter((name) => includesClass(classMask, name));
      if (classes.every((name) => receivedFrom >= framesUntil.of(name))) return 'all';
      if (classes.every((name) => receivedTo < framesUntil.of(name))) return [];
      const entries = decodeBlock(bodyOf.get(id) ?? new Uint8Array());
      const left = entries.flatMap(
        (entry) => keptPart(entry, (name) => entry.receivedAt >= framesUntil.of(name)) ?? [],
      );
      return left.length === entries.length && left.every((entry, index) => entry === entries[index]) ? 'all' : left;
    };
    const rollupsPart = (): ArchivePass | undefined => {
      for (;;) {
        const { viewId = '', resolutionMs = 0, bucketAt = 0 } = after ?? {};
        const newest = Math.max(minutesUntil.newest, hoursUntil.newest);
        const rows = oldRollups.all(viewId, resolutionMs, bucketAt, newest, partRollups);
        after = rows.at(-1);
        if (!after) return undefined;
        const rollups = rows.flatMap((row): RollupRow[] => {
          const until = row.resolutionMs === minuteMs ? minutesUntil : hoursUntil;
          const end = row.bucketAt + row.resolutionMs;
          if (end > until.newest) return [];
          const over = dataClasses.every((name) => end <= until.of(name));
          const there = over ? [] : readable('a roll-up', () => decodeRollups(row.body));
          if (!there) return [];
          const left = there.filter(({ dataClass }) => end > until.of(dataClass));
          if (!over && left.length === there.length) return [];
          const body = left.length > 0 ? encodeRollups(left) : new Uint8Array();
          return [{ ...row, classMask: classMaskOf(left), body }];
        });
        if (rollups.length > 0) return { upTo: 0, replaced: [], blocks: [], rollups };
      }
    };
    return { next: () => blocksPart() ?? rollupsPart(), damaged: () => damaged };
  };
}

interface Limits {
  /** What was received before then is over. */
  of(dataClass: DataClass): number;
  /** Of the class that is kept for the shortest time. */
  readonly newest: number;
}

function limits({ classesMs }: Retention, ms: number, now: number): Limits {
  const of = (dataClass: DataClass) => now - Math.min(ms, classesMs[dataClass] ?? Number.POSITIVE_INFINITY);
  return { of, newest: Math.max(...dataClasses.map(of)) };
}
