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
import type { ErrorChange, FirmwareSlot, FrameBody, Sample, Source } from '../frames.ts';
import type { BootId, ViewId } from '../ids.ts';
import { errorKey } from '../pack.ts';
import type { RefusalCode } from '../refusals.ts';
import { History, historySpanMs } from './history.ts';

/** The last value of one metric in one View. `receivedMs` is on the monotonic clock. */
export interface HeldValue extends Sample {
  readonly receivedAt: number;
  readonly receivedMs: number;
  readonly source: Source;
  readonly historical: boolean;
  readonly bootId: BootId;
  readonly seq: number;
}

/** What one frame brought: shared by all values of it. */
interface Origin {
  readonly receivedAt: number;
  readonly receivedMs: number;
  readonly source: Source;
  readonly historical: boolean;
  readonly bootId: BootId;
  readonly seq: number;
}

/** Two references a value, as each message brings a dozen. */
class Held implements HeldValue {
  readonly #sample: Sample;
  readonly #origin: Origin;

  constructor(sample: Sample, origin: Origin) {
    this.#sample = sample;
    this.#origin = origin;
  }

  get name(): string {
    return this.#sample.name;
  }
  get dataClass(): Sample['dataClass'] {
    return this.#sample.dataClass;
  }
  get value(): number | string {
    return this.#sample.value;
  }
  get at(): number {
    return this.#sample.at;
  }
  get receivedAt(): number {
    return this.#origin.receivedAt;
  }
  get receivedMs(): number {
    return this.#origin.receivedMs;
  }
  get source(): Source {
    return this.#origin.source;
  }
  get historical(): boolean {
    return this.#origin.historical;
  }
  get bootId(): BootId {
    return this.#origin.bootId;
  }
  get seq(): number {
    return this.#origin.seq;
  }
}

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
  readonly values = new Map<string, HeldValue>();
  readonly errors = new Map<string, ErrorRecord>();
  /** A complete list of errors, or any change of one, was received. */
  errorsKnown = false;
  slots: readonly FirmwareSlot[] = [];
  readonly #histories = new Map<string, History>();
  #bootId: BootId | undefined;
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
        return this.#change({ metrics: this.#hold(frame, body.samples, receivedMs, connectedMs), errors: healed });
      case 'firmware': {
        const slots = body.slots.length > 0 && !this.#isOfThePast(frame) && this.#isNewest('slots', frame);
        if (slots) this.slots = body.slots;
        return this.#change({
          metrics: this.#hold(frame, body.samples, receivedMs, connectedMs),
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
  seriesSince(receivedAt: number): ReadonlyMap<string, readonly { receivedAt: number; value: number }[]> {
    const series = new Map<string, readonly { receivedAt: number; value: number }[]>();
    for (const [name, history] of this.#histories) {
      const points = history.since(receivedAt);
      if (points.length > 0) series.set(name, points);
    }
    return series;
  }

  #hold(frame: AdmittedFrame, samples: readonly Sample[], receivedMs: number, connectedMs: number | null): string[] {
    const { kind, receivedAt, source, bootId, seq } = frame;
    const historical = kind !== 'live';
    const origin: Origin = { receivedAt, receivedMs, source, historical, bootId, seq };
    const changed: string[] = [];
    for (const sample of samples) {
      const { name, value } = sample;
      // What was buffered is left out of charts and freeze frames: their time is the gateway's, when it was measured is
      // known by the device's clock alone, and at its receive time it would look like the present.
      if (!historical && typeof value === 'number' && Number.isFinite(value)) this.#remember(name, value, receivedAt);
      const held = this.values.get(name);
      if (held && !replaces(frame, held, this.#isOfThePresent(held, connectedMs))) continue;
      this.values.set(name, new Held(sample, origin));
      changed.push(name);
    }
    return changed;
  }

  #isOfThePresent({ bootId, receivedMs }: HeldValue, connectedMs: number | null): boolean {
    return bootId === this.#bootId && (connectedMs === null || receivedMs >= connectedMs);
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

  #remember(name: string, value: number, receivedAt: number): void {
    let history = this.#histories.get(name);
    if (!history) this.#histories.set(name, (history = new History()));
    history.forgetBefore(receivedAt - historySpanMs);
    history.add(receivedAt, value);
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

/**
 * What was buffered never hides what is live, and what was sent again in order never hides what came after it. What an earlier
 * connection or boot brought is not live any more: what was buffered while the device was away is newer. A backlog need not be.
 */
function replaces(frame: AdmittedFrame, held: HeldValue, isHeldOfThePresent: boolean): boolean {
  const isLater = held.bootId !== frame.bootId || frame.seq > held.seq;
  const historical = frame.kind !== 'live';
  if (historical === held.historical) return isLater;
  return !historical || (!isHeldOfThePresent && frame.kind === 'historical' && isLater);
}
