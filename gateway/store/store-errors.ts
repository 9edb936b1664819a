/**
 * The store cannot do what was asked, now: a thread is gone or silent, a queue is full, or it is closed. A write that is
 * rejected with it may or may not be on disk: whoever asked asks again, and is told of a duplicate.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** As in the table of refusals. */
  readonly code = 'store_unavailable';
  /** writer, reader, queue, closed */
  readonly part: string;

  constructor(part: string, reason: string) {
    super(`Store unavailable (${part}): ${reason}`);
    this.part = part;
  }
}

/** The data file cannot be used by this program. It is left as it was found. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
  readonly code: UnusableCode;
  readonly file: string;
  /** What was found, for who says it in another sentence. */
  readonly findings: string;

  constructor(code: UnusableCode, file: string, reason: string, findings = '') {
    super(reason);
    this.code = code;
    this.file = file;
    this.findings = findings;
  }
}

/**
 * corrupt: fails its integrity check. newer: written by a later version. foreign: a database of something else. unwritable:
 * the disk is full or read-only, or its rights do not allow it.
 */
export type UnusableCode = 'corrupt' | 'newer' | 'foreign' | 'unwritable';
