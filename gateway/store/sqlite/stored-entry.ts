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

/**
 * What a pass over the journal makes of some Views, or of all: a job of the writer, done whole or not at all. Views whose
 * blocks say that they have a journal row (`journalTo`) are read from there, and from what came after that row.
 */
export interface ArchivePass {
  /** Journal rows up to and with this one are in blocks, whosever they are, and go; 0: none are yet. */
  readonly upTo: number;
  /** Of these, those that are damaged: they stay, under the negative id, by which nobody reads them. */
  readonly setAside?: readonly number[];
  /** Ids of blocks that were merged into new ones, or whose time is over. */
  readonly replaced: readonly number[];
  readonly blocks: readonly BlockRow[];
  /** Whole buckets as they are now, those that were there before included. No body: its time is over. */
  readonly rollups: readonly RollupRow[];
  /** The last of several that deleted what is over: no bytes of it are to stay behind in the log. */
  readonly emptyLog?: boolean;
}

/** A row of `blocks` before it has its id. */
export interface BlockRow {
  readonly viewId: ViewId;
  readonly ordinal: number;
  readonly frames: number;
  readonly receivedFrom: number;
  readonly receivedTo: number;
  readonly classMask: number;
  /** What journal rows up to and with this one have of the View is in its blocks. */
  readonly journalTo: number;
  /** Of each boot, the ranges of seq that are in it: from, to, from, to, ... */
  readonly boots: Readonly<Record<string, readonly number[]>>;
  readonly body: Uint8Array;
}

export interface RollupRow {
  readonly viewId: ViewId;
  readonly resolutionMs: number;
  readonly bucketAt: number;
  /** The classes that occur in the body. */
  readonly classMask: number;
  readonly body: Uint8Array;
}
