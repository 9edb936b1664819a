import type Database from 'better-sqlite3';
import type { CommitVerdict } from '../../ports/frames.ts';
import { BatchWalk, kinds, KnownStreams } from './batch-codec.ts';
import { cutBatch } from './cut-batch.ts';
import type { SeqRanges } from './seq-ranges.ts';
import { type GrantRow, rangesOf, type ViewMemory, type ViewState } from './view-memory.ts';

/** The place of each is how it travels between the threads. */
export const verdicts: readonly CommitVerdict[] = ['stored', 'duplicate', 'refused'];

/** Entries of a batch, a byte each; null: every one of them was stored. */
export type Verdicts = Uint8Array | null;

/** Of a View: one that starts anew every fifteen seconds for four hours. Each is remembered, whoever invents them. */
const mostBoots = 1_000;

const backlog = kinds.indexOf('backlog');

/** What the writer has found out of one stream of a batch. */
interface Writable {
  readonly view: ViewState | undefined;
  readonly ofGrant: boolean;
  ranges: SeqRanges | undefined;
}

/**
 * Writes what of a batch may be stored as one row of the journal. The store's own layer of consent (DESIGN.md "Consent"): a frame
 * is written only while its grant's row, in this very transaction, is active, has not expired at the time of receipt, covers every
 * class that occurs in the body, and has the backlog's scope. A row that is active has begun: that was decided when it was written,
 * and does not change when somebody sets the wall clock back (GrantView). In a batch of which all is stored, which is nearly every
 * one, it is written as it came.
 * Throws CorruptBytes for bytes that are no batch; `memory` is not to be trusted then.
 */
export function prepareFrames(db: Database.Database, memory: ViewMemory): (batch: Buffer) => Verdicts {
  const insert = db.prepare<[Buffer]>('INSERT INTO journal (body) VALUES (?)');
  const known = new KnownStreams();

  return (batch) => {
    const walk = new BatchWalk(batch, known);
    const streams = walk.streams.map(({ viewId, grantId, deviceId }): Writable => {
      const view = memory.view(viewId);
      const ofGrant = view?.grant.id === grantId && view.grant.device_id === deviceId;
      return { view, ofGrant, ranges: undefined };
    });
    let told: Uint8Array | undefined;
    for (let index = 0; walk.next(); index += 1) {
      const verdict = judge(walk, streams[walk.stream]);
      if (verdict === 0) continue;
      told ??= new Uint8Array(walk.count);
      told[index] = verdict;
    }
    if (!told) {
      if (walk.count > 0) insert.run(batch);
      return null;
    }
    const all = told;
    // Made anew, so that nothing of what is left out (its ids, its metrics' names) stays behind.
    const rest = cutBatch(batch, (_, index) => all[index] === 0);
    if (rest) insert.run(rest);
    return told;
  };
}

function judge(walk: BatchWalk, stream: Writable | undefined): number {
  const view = stream?.view;
  if (!view) return 2;
  const { bootId } = walk.whose;
  if (!stream.ofGrant || !covers(view.grant, walk)) return view.boots.get(bootId)?.has(walk.seq) ? 1 : 2;
  if (!stream.ranges) {
    if (view.boots.size >= mostBoots && !view.boots.has(bootId)) return 2;
    stream.ranges = rangesOf(view.boots, bootId);
  }
  return stream.ranges.add(walk.seq) ? 0 : 1;
}

function covers(grant: GrantRow, entry: BatchWalk): boolean {
  return (
    grant.state === 'active' &&
    grant.ended_at === null &&
    entry.receivedAt < grant.expires_at &&
    entry.classMask !== 0 &&
    (entry.classMask & ~grant.class_mask) === 0 &&
    (entry.kind !== backlog || grant.backlog === 1)
  );
}
