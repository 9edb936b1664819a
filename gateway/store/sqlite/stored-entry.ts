import type { FrameBody, FrameKind, Source } from '../../domain/frames.ts';
import type { BootId, ViewId } from '../../domain/ids.ts';

/** What is kept of one admitted frame, in the journal and in blocks. The epoch has done its work at admission. */
export interface StoredEntry {
  readonly viewId: ViewId;
  readonly bootId: BootId;
  readonly seq: number;
  readonly source: Source;
  readonly kind: FrameKind;
  /** Gateway wall clock, epoch ms. */
  readonly receivedAt: number;
  /** The classes that occur in the body. */
  readonly classMask: number;
  readonly body: FrameBody;
}

/** What one pass over the journal makes of it: a job of the writer, done whole or not at all. */
export interface ArchivePass {
  /** Journal rows up to and with this one are covered. */
  readonly upTo: number;
  /** Blocks that were merged into new ones. */
  readonly replaced: readonly number[];
  readonly blocks: readonly BlockRow[];
  /** Whole buckets as they are now, those that were there before included. */
  readonly rollups: readonly RollupRow[];
}

/** A row of `blocks` before it has its id. */
export interface BlockRow {
  readonly viewId: ViewId;
  readonly ordinal: number;
  readonly frames: number;
  readonly receivedFrom: number;
  readonly receivedTo: number;
  readonly classMask: number;
  /** Of each boot, the ranges of seq that are in it: from, to, from, to, ... */
  readonly boots: Readonly<Record<string, readonly number[]>>;
  readonly body: Uint8Array;
}

export interface RollupRow {
  readonly viewId: ViewId;
  readonly resolutionMs: number;
  readonly bucketAt: number;
  readonly body: Uint8Array;
}
