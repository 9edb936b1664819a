/** A few seconds of what was measured before an occurrence. */
export interface FreezeFrame {
  readonly receivedAt: number;
  readonly before: ReadonlyMap<string, readonly { readonly receivedAt: number; readonly value: number }[]>;
}

/**
 * Status of one code in one View, after ISO 14229-1 (DTC status bits, D.2): the device's firmware runs the test, so one
 * report of "raised" is a failed and debounced test. Times are receive times, epoch ms.
 */
export interface ErrorRecord {
  readonly channel: string;
  readonly code: string;
  readonly testFailed: boolean;
  /** testFailedThisOperationCycle: it was raised since the boot began. */
  readonly failedThisBoot: boolean;
  /** Failed in this or the last boot. */
  readonly pending: boolean;
  readonly confirmed: boolean;
  /** A new boot has begun and has not said yet whether it still holds. */
  readonly testNotCompleted: boolean;
  /** -128 (passed) to 127 (failed). */
  readonly debounce: number;
  readonly occurrences: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly clearedAt: number | null;
  readonly detail: string;
  readonly firstFrames: readonly FreezeFrame[];
  readonly lastFrames: readonly FreezeFrame[];
  /** Boots in a row that ended without it. */
  readonly healingCycles: number;
  readonly aged: boolean;
}

/** Raised again within this time of its clearing, it is the same occurrence: sensors that flap do not fill a list. */
export const flapDwellMs = 10_000;
/** The seconds before an occurrence that its freeze frame keeps. */
export const freezeFrameMs = 10_000;
const keptFrames = 3;
const healedAfterCycles = 3;
const agedAfterCycles = 40;

export interface Occurrence {
  readonly channel: string;
  readonly code: string;
  readonly detail: string;
  readonly receivedAt: number;
  /** undefined: the seconds before it were not measured here. */
  freezeFrame(): FreezeFrame | undefined;
}

export function raise(record: ErrorRecord | undefined, seen: Occurrence): ErrorRecord {
  if (record?.testFailed) {
    const told = { failedThisBoot: true, testNotCompleted: false, detail: seen.detail || record.detail };
    return { ...record, ...told };
  }
  const flapped = record?.clearedAt != null && seen.receivedAt - record.clearedAt < flapDwellMs;
  const frame = flapped ? undefined : seen.freezeFrame();
  const firstFrames = record?.firstFrames ?? [];
  return {
    channel: seen.channel,
    code: seen.code,
    testFailed: true,
    failedThisBoot: true,
    pending: true,
    confirmed: true,
    testNotCompleted: false,
    debounce: 127,
    occurrences: (record?.occurrences ?? 0) + (flapped ? 0 : 1),
    firstAt: record?.firstAt ?? seen.receivedAt,
    lastAt: flapped && record ? record.lastAt : seen.receivedAt,
    clearedAt: null,
    detail: seen.detail,
    firstFrames: frame && firstFrames.length < keptFrames ? [...firstFrames, frame] : firstFrames,
    lastFrames: frame ? [...(record?.lastFrames ?? []), frame].slice(-keptFrames) : (record?.lastFrames ?? []),
    healingCycles: 0,
    aged: false,
  };
}

/**
 * An occurrence of an earlier boot, told late: it enters the history and says nothing of the present. What fails now goes
 * on failing, what does not stays so, and the newest occurrence stays the newest.
 */
export function recall(record: ErrorRecord | undefined, seen: Occurrence): ErrorRecord {
  if (record?.testFailed) return { ...record, occurrences: record.occurrences + 1 };
  const raised = raise(record, seen);
  const { occurrences, firstFrames, lastFrames } = raised;
  if (record) return { ...record, occurrences, firstFrames, lastFrames };
  return { ...clear(raised, seen.receivedAt), failedThisBoot: false, pending: false };
}

/** Clearing keeps the history. */
export function clear(record: ErrorRecord, receivedAt: number): ErrorRecord {
  if (!record.testFailed) return record.testNotCompleted ? { ...record, testNotCompleted: false } : record;
  return { ...record, testFailed: false, testNotCompleted: false, debounce: -128, clearedAt: receivedAt };
}

/** A new boot is a new operation cycle (ISO 14229-1 healing and aging): a code that did not fail in the last one heals. */
export function beginBoot(record: ErrorRecord): ErrorRecord {
  const begun = { ...record, failedThisBoot: false, testNotCompleted: true };
  if (record.testFailed || record.failedThisBoot) return begun;
  const healingCycles = record.healingCycles + 1;
  return {
    ...begun,
    pending: false,
    healingCycles,
    confirmed: record.confirmed && healingCycles < healedAfterCycles,
    aged: healingCycles >= agedAfterCycles,
  };
}
