import type { History, HistoryQuery } from '../domain/history.ts';
import type { AdmittedFrame } from '../domain/consent/admit.ts';
import type { DataFrame } from '../domain/frames.ts';
import type { ViewId } from '../domain/ids.ts';

/** stored: new and on disk. duplicate: was there already. refused: the grant had ended when the transaction ran. */
export type CommitVerdict = 'stored' | 'duplicate' | 'refused';

/** Rows as they were kept; they become AdmittedFrames again only through `domain/consent` (readmit). */
export interface StoredFrame {
  readonly viewId: ViewId;
  readonly frame: DataFrame;
}

export interface FrameStore {
  /**
   * Durable (fsync) when it resolves, one verdict a frame in the same order; a batch is one transaction, and calls
   * that arrive while one is being written are written together next. Rejects when nothing could be written.
   */
  commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]>;
  /**
   * In the order of their arrival, a page at a time, as a View may be larger than memory. `newestBytes`: only the newest,
   * as many as have bodies of so many bytes together.
   */
  framesOfView(viewId: ViewId, newestBytes?: number): AsyncIterable<readonly StoredFrame[]>;
  /**
   * Removes every frame of the View, a little at a time, so that others write in between; resolves when nothing is left,
   * and rejects when it cannot go on: what is gone by then stays gone, and it may be asked again.
   */
  dropView(viewId: ViewId): Promise<void>;
}

export interface HistoryStore {
  /**
   * The finite numbers of a View's live telemetry, down-sampled. Nothing of a View whose grant has ended, unless it was recorded,
   * nor of a class that it does not have. Answered apart from every other question: it may take long.
   */
  history(query: HistoryQuery): Promise<History>;
}
