import { type AdmittedFrame, assertAdmitted } from '../consent/admit.ts';
import {
  beginBoot,
  clear,
  type ErrorRecord,
  type FreezeFrame,
  freezeFrameMs,
  raise,
  recall,
} from '../errors/error-record.ts';
import type { ErrorChange, FirmwareSlot, FrameBody, Source } from '../frames.ts';
import type { BootId, ViewId } from '../ids.ts';
import { errorKey } from '../pack.ts';
import type { RefusalCode } from '../refusals.ts';
import { SampleColumns } from '../sample-columns.ts';
import { type HeldValue, HeldValues, type Origin, type Replaces } from './held-values.ts';
import type { Point } from './history.ts';
import { Series } from './series.ts';

export type { HeldValue };

/** What one frame changed in one View. */
export interface StateChange {
  readonly viewId: ViewId;
  readonly metrics: readonly string[];
  /** Keys of changed error records. */
  readonly errors: readonly string[];
  readonly slots: boolean;
  /** What of the frame the View does not show, to be counted; absent: nothing. */
  readonly refused?: readonly RefusalCode[];
}

const keptBoots = 16;
const nothing: readonly string[] = [];
/**
 * A dialect's device debounces nothing: its one error comes and goes within 0.3 s, and its parts arrive 45 ms apart (DOMAIN.md traps
 * 2 and 6). Cleared, it is shown as failed until it has stayed cleared so long.
 */
export const settleMs = 1_500;
/** Where a pack lists no codes, a device words its errors itself: it may not fill a View with invented ones. */
const mostUnlisted = 32;

/** Everything derived from a device's data inside one View; it is gone with the View. */
export class ViewState {
  readonly viewId: ViewId;
  readonly values = new HeldValues();
  readonly errors = new Map<string, ErrorRecord>();
  /** A complete list of errors, or any change of one, was received. */
  errorsKnown = false;
  slots: readonly FirmwareSlot[] = [];
  readonly #series = new Series();
  #bootId: BootId | undefined;
  /** Begin of the connection by which the present frame came; null: not known. */
  #connectedMs: number | null = null;
  /** The newest report of its kind, by the boot's own count. */
  readonly #newest = new Map<'errors' | 'slots', { readonly bootId: BootId; readonly seq: number }>();

  /** The highest seq applied of each of the last boots. */
  readonly #applied = new Map<BootId, number>();
  /** The last of those. */
  #lastBoot: BootId | undefined;
  /** Codes of a dialect that are said to be cleared, and since when (receive time). */
  readonly #clearing = new Map<string, number>();
  readonly #isListed: (errorKey: string) => boolean;
  #unlisted = 0;

  /** `isListed`: whether the pack lists that error; beyond those a dialect's device has so many of its own and no more. */
  constructor(viewId: ViewId, isListed: (errorKey: string) => boolean = () => false) {
    this.viewId = viewId;
    this.#isListed = isListed;
  }

  /**
   * Nothing as late as this frame was applied yet. A frame that is stored already and comes again is one of two: sent again
   * after its PUBACK got lost, or on disk although the store's answer got lost, and then never applied.
   */
  hasMissed(frame: AdmittedFrame): boolean {
    return frame.seq > (this.#applied.get(frame.bootId) ?? 0);
  }

  /** `connectedMs`: begin of the device's connection on the same monotonic clock as `receivedMs`; null: not known. */
  apply(frame: AdmittedFrame, receivedMs: number, connectedMs: number | null = null): StateChange {
    assertAdmitted(frame);
    if (frame.viewId !== this.viewId) throw new Error('A frame of another View');
    this.#noteApplied(frame);
    const settled = this.#clearing.size > 0 ? this.#settleAt(frame.receivedAt) : [];
    const change = this.#applyBody(frame, receivedMs, connectedMs);
    return settled.length > 0 ? { ...change, errors: [...new Set([...settled, ...change.errors])] } : change;
  }

  /** Codes that have stayed cleared long enough by now are cleared; undefined: none. To be asked now and then. */
  settle(now: number): StateChange | undefined {
    const errors = this.#settleAt(now);
    return errors.length > 0 ? this.#change({ errors }) : undefined;
  }

  #applyBody(frame: AdmittedFrame, receivedMs: number, connectedMs: number | null): StateChange {
    const healed = this.#noticeBoot(frame);
    const { body } = frame;
    switch (body.lane) {
      case 'telemetry':
        return {
          viewId: this.viewId,
          metrics: this.#hold(frame, body, receivedMs, connectedMs),
          errors: healed,
          slots: false,
        };
      case 'firmware': {
        const slots = body.slots.length > 0 && !this.#isOfThePast(frame) && this.#isNewest('slots', frame);
        if (slots) this.slots = body.slots;
        return this.#change({
          metrics: this.#hold(frame, body, receivedMs, connectedMs),
          errors: healed,
          slots,
        });
      }
      case 'error':
        return this.#applyErrors(frame, body, healed);
      case 'log':
      case 'output':
        return this.#change({ errors: healed });
    }
  }

  #applyErrors(
    frame: AdmittedFrame,
    { errors, complete }: Extract<FrameBody, { lane: 'error' }>,
    healed: readonly string[],
  ): StateChange {
    const shown = this.#shownOf(errors, frame);
    const refused = shown.length < errors.length ? { refused: ['view_errors_full' as const] } : {};
    if (this.#isOfThePast(frame)) return this.#change({ errors: this.#recall(frame, shown), ...refused });
    if (!this.#isNewest('errors', frame)) return this.#change({ errors: healed, ...refused });
    return this.#change({ errors: [...healed, ...this.#report(frame, shown, complete)], ...refused });
  }

  /** Counted here and not on the way in, where what is said outside any grant would be remembered. */
  #shownOf(changes: readonly ErrorChange[], { source }: AdmittedFrame): readonly ErrorChange[] {
    if (!isOfDialect(source)) return changes;
    let left = mostUnlisted - this.#unlisted;
    return changes.filter(({ channel, code, raised }) => {
      const key = errorKey(channel, code);
      if (!raised || this.errors.has(key) || this.#isListed(key)) return true;
      left -= 1;
      return left >= 0;
    });
  }

  #noteApplied({ bootId, seq }: AdmittedFrame): void {
    const highest = this.#applied.get(bootId);
    if (bootId === this.#lastBoot && highest !== undefined) {
      if (seq > highest) this.#applied.set(bootId, seq);
      return;
    }
    this.#lastBoot = bootId;
    // Again at the end: the boots that were heard of longest ago are forgotten first.
    this.#applied.delete(bootId);
    this.#applied.set(bootId, Math.max(seq, highest ?? 0));
    const [oldest] = this.#applied.keys();
    if (oldest !== undefined && this.#applied.size > keptBoots) this.#applied.delete(oldest);
  }

  /** Series of all numeric metrics since then, for charts and freeze frames. */
  seriesSince(receivedAt: number): ReadonlyMap<string, readonly Point[]> {
    return this.#series.since(receivedAt);
  }

  /**
   * What was buffered is left out of charts and freeze frames: their time is the gateway's, when it was measured is known by the
   * device's clock alone, and at its receive time it would look like the present.
   */
  #hold(
    frame: AdmittedFrame,
    body: Extract<FrameBody, { samples: unknown }>,
    receivedMs: number,
    connectedMs: number | null,
  ): readonly string[] {
    const isLive = frame.kind === 'live';
    this.#connectedMs = connectedMs;
    if (body instanceof SampleColumns) {
      if (isLive) this.#series.addRow(body.layout, body.values, frame.receivedAt);
      return this.values.takeColumns(frame, body, receivedMs, this.#replaces);
    }
    const changed: string[] = [];
    for (const sample of body.samples) {
      const { name, value } = sample;
      if (isLive && typeof value === 'number') this.#series.add(name, value, frame.receivedAt);
      if (this.values.takeSample(frame, sample, receivedMs, this.#replaces)) changed.push(name);
    }
    return changed;
  }

  /**
   * What was buffered never hides what is live, and what was sent again in order never hides what came after it. What an earlier
   * connection or boot brought is not live any more: what was buffered while the device was away is newer. A backlog need not be.
   */
  readonly #replaces: Replaces = ({ kind, bootId, seq }, held) => {
    const isLater = held.bootId !== bootId || seq > held.seq;
    const historical = kind !== 'live';
    if (historical === held.historical) return isLater;
    return !historical || (kind === 'historical' && isLater && !this.#isOfThePresent(held));
  };

  #isOfThePresent({ bootId, receivedMs }: Origin): boolean {
    return bootId === this.#bootId && (this.#connectedMs === null || receivedMs >= this.#connectedMs);
  }

  /** Recorded under another boot than the one that speaks now, or while nothing was shared: history, not the present. */
  #isOfThePast({ kind, bootId }: AdmittedFrame): boolean {
    return kind === 'backlog' || (kind === 'historical' && bootId !== this.#bootId);
  }

  /** A report that comes after a later one of the same boot says nothing about the present. */
  #isNewest(kind: 'errors' | 'slots', { bootId, seq }: AdmittedFrame): boolean {
    const before = this.#newest.get(kind);
    if (before?.bootId === bootId && before.seq > seq) return false;
    this.#newest.set(kind, { bootId, seq });
    return true;
  }

  #report(frame: AdmittedFrame, changes: readonly ErrorChange[], complete: boolean): string[] {
    this.errorsKnown = true;
    const changed = new Set<string>();
    const told = new Set<string>();
    for (const change of changes) {
      const key = errorKey(change.channel, change.code);
      told.add(key);
      if (change.raised) this.#clearing.delete(key);
      if (change.raised) this.#set(key, raise(this.errors.get(key), this.#occurrence(change, frame)), changed);
      else this.#clear(key, frame, changed);
    }
    if (complete) for (const key of this.errors.keys()) if (!told.has(key)) this.#clear(key, frame, changed);
    return [...changed];
  }

  /** A list repeats what single changes have told; only these count as occurrences of a code that is known. */
  #recall(frame: AdmittedFrame, changes: readonly ErrorChange[]): string[] {
    const isList = frame.body.lane === 'error' && frame.body.complete;
    const changed = new Set<string>();
    for (const change of changes) {
      const key = errorKey(change.channel, change.code);
      const record = this.errors.get(key);
      const isKnown = record && (isList || (record.testFailed && frame.bootId === this.#bootId));
      if (change.raised && !isKnown) this.#set(key, recall(record, this.#occurrence(change, frame)), changed);
    }
    return [...changed];
  }

  #clear(key: string, { source, receivedAt }: AdmittedFrame, changed: Set<string>): void {
    const record = this.errors.get(key);
    if (record?.testFailed && isOfDialect(source)) {
      if (!this.#clearing.has(key)) this.#clearing.set(key, receivedAt);
    } else if (record) this.#set(key, clear(record, receivedAt), changed);
  }

  /** A clock that was set back must not keep a code failed. */
  #settleAt(now: number): string[] {
    const changed = new Set<string>();
    for (const [key, since] of this.#clearing) {
      if (Math.abs(now - since) < settleMs) continue;
      this.#clearing.delete(key);
      const record = this.errors.get(key);
      if (record) this.#set(key, clear(record, since), changed);
    }
    return [...changed];
  }

  #set(key: string, record: ErrorRecord, changed: Set<string>): void {
    if (this.errors.get(key) === record) return;
    if (!this.errors.has(key) && !this.#isListed(key)) this.#unlisted += 1;
    this.errors.set(key, record);
    changed.add(key);
  }

  #occurrence(change: ErrorChange, { kind, receivedAt }: AdmittedFrame) {
    // The seconds before a buffered report came are not the seconds before what it reports.
    const freezeFrame = (): FreezeFrame | undefined =>
      kind === 'live' ? { receivedAt, before: this.seriesSince(receivedAt - freezeFrameMs) } : undefined;
    return { channel: change.channel, code: change.code, detail: change.detail, receivedAt, freezeFrame };
  }

  #noticeBoot(frame: AdmittedFrame): readonly string[] {
    const before = this.#bootId;
    if (frame.kind !== 'live' || before === frame.bootId) return nothing;
    this.#bootId = frame.bootId;
    if (before === undefined || isOfDialect(frame.source)) return [];
    for (const [key, record] of this.errors) this.errors.set(key, beginBoot(record));
    return [...this.errors.keys()];
  }

  #change(change: Partial<Omit<StateChange, 'viewId'>>): StateChange {
    const { metrics = nothing, errors = nothing, slots = false, refused } = change;
    const { viewId } = this;
    return refused ? { viewId, metrics, errors, slots, refused } : { viewId, metrics, errors, slots };
  }
}

/** A dialect's boot is the gateway's count of connections, and says nothing of the device's restarts. */
function isOfDialect(source: Source): boolean {
  return source === 'homie' || source === 'homeassistant';
}
