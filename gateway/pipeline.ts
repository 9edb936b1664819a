import { LinkShare } from './app/link-share.ts';
import { admit, type AdmittedFrame, classMaskOf } from './domain/consent/admit.ts';
import type { GrantBook } from './domain/consent/grant-book.ts';
import type { Moment } from './domain/consent/grant-view.ts';
import { type Allowance, storedBytes, ViewAllowance } from './domain/consent/view-allowance.ts';
import type { ControlFrame } from './domain/control-frames.ts';
import type { DeviceId, LinkId } from './domain/ids.ts';
import type { LocalisedChange } from './domain/localisation/localised-change.ts';
import type { RefusalCode } from './domain/refusals.ts';
import type { CountedSeq } from './domain/state/gaps.ts';
import type { StateChange } from './domain/state/view-state.ts';
import type { Clock } from './ports/host.ts';
import type { CommitVerdict } from './ports/frames.ts';
import type { Decoded, PresenceChange, RawMessage, Settling } from './ports/links.ts';

/** Of one device, given to the store and not yet on disk. */
const mostBytesOnTheWay = 1_000_000;
/** A batch is not held open beyond that: what one turn brings is written together, but not without bounds. */
const mostFrames = 1_000;
const mostBytes = 1_000_000;
/** As many Views are told apart before it is first asked which of them are over. */
const fewViews = 64;

/**
 * The way in of a message, as a list: RawMessage -> Decoded -> AdmittedFrame (one a View, within its allowance) -> committed
 * -> StateChange -> LocalisedChange -> live.
 * What all links brought in one turn of the event loop is committed together, and each message is settled (WIRE.md
 * "Settling") when that is on disk: the broker sends its PUBACK only then.
 */
export interface PipelineStages {
  /** wire: bytes -> frames; never throws on what a device sent. */
  decode(raw: RawMessage): Decoded;
  /** app: Birth, Death, the owner's hand on the device. */
  control(frame: ControlFrame): Promise<void>;
  /** store: durable when it resolves; rejects when it cannot write. */
  commit(frames: readonly AdmittedFrame[]): Promise<readonly CommitVerdict[]>;
  /** state: a frame that is on disk already was never applied, because the store's answer got lost. */
  hasMissed(frame: AdmittedFrame): boolean;
  /** state: what the frame changed in its View; undefined: the View is over. */
  apply(frame: AdmittedFrame, receivedMs: number): StateChange | undefined;
  /** localisation: whether it may change what is most likely broken. */
  localise(frame: AdmittedFrame): boolean;
  /** live: told after the fact, never slows the way in. */
  publish(change: LocalisedChange): void;
}

/** What the pipeline says of each message, for metrics and log lines: ids and codes. */
export interface PipelineMeter {
  settled(event: {
    readonly linkId: LinkId;
    readonly stored: number;
    readonly discarded: readonly RefusalCode[];
    /** Since its receipt. */
    readonly tookMs: number;
  }): void;
  counted(linkId: LinkId, counted: CountedSeq): void;
}

export interface Pipeline {
  /** `settling` is told when the message is settled, or that it never will be; perhaps before this returns. Never throws. */
  receive(raw: RawMessage, settling: Settling): void;
}

/** A message on its way: what of it Views have admitted, and what was not. */
interface Underway {
  readonly linkId: LinkId;
  readonly settling: Settling;
  readonly receivedMs: number;
  readonly counted: CountedSeq | undefined;
  readonly discarded: RefusalCode[];
  readonly taken: AdmittedFrame[];
  bytes: number;
}

/** What is committed together. `frames`: those of all messages, in their order. */
interface Batch {
  readonly messages: Underway[];
  readonly frames: AdmittedFrame[];
  bytes: number;
}

export function createPipeline(options: {
  readonly stages: PipelineStages;
  readonly book: GrantBook;
  readonly clock: Clock;
  readonly meter: PipelineMeter;
  askRebirth(deviceId: DeviceId): void;
  presence(linkId: LinkId, change: PresenceChange): void;
  /** A sign of life of a dialect's device. */
  heard(deviceId: DeviceId): void;
  /** Of each View, instead of the usual one. */
  readonly allowance?: Allowance;
}): Pipeline {
  const { stages, book, clock, meter } = options;
  const allowance = new ViewAllowance(options.allowance);
  const share = new LinkShare<Underway>({ most: mostBytesOnTheWay, go: gather });
  let batch: Batch | undefined;
  let mostViews = fewViews;

  function receive(raw: RawMessage, settling: Settling): void {
    try {
      const decoded = stages.decode(raw);
      const { from } = raw;
      if (decoded.askRebirth && from.kind === 'native') options.askRebirth(from.deviceId);
      if (decoded.presence) for (const change of decoded.presence) options.presence(from.linkId, change);
      if (decoded.heard) for (const deviceId of decoded.heard) options.heard(deviceId);
      const message: Underway = {
        linkId: from.linkId,
        settling,
        receivedMs: clock.monotonicMs(),
        counted: decoded.counted,
        discarded: decoded.discarded.length > 0 ? [...decoded.discarded] : [],
        taken: [],
        bytes: 0,
      };
      if (decoded.control) void control(decoded.control, decoded, message);
      else takeIn(decoded, message);
    } catch {
      settling.fail();
    }
  }

  async function control(frame: ControlFrame, decoded: Decoded, message: Underway): Promise<void> {
    try {
      await stages.control(frame);
      takeIn(decoded, message);
    } catch {
      message.settling.fail();
    }
  }

  function takeIn(decoded: Decoded, message: Underway): void {
    const { discarded, taken, receivedMs } = message;
    const at: Moment = { now: clock.now(), monotonicMs: receivedMs };
    let flooded = false;
    for (const frame of decoded.frames) {
      let uncovered = classMaskOf(frame.body);
      for (const part of admit(frame, book.ofDevice(frame.deviceId), at)) {
        uncovered &= ~classMaskOf(part.body);
        const bytes = storedBytes(part.body);
        if (!isWithinAllowance(part, bytes, receivedMs)) flooded = true;
        else {
          taken.push(part);
          message.bytes += bytes;
        }
      }
      // Also what no View takes of a frame that some View takes a part of.
      if (uncovered !== 0) discarded.push('no_grant');
    }
    if (flooded) discarded.push('view_flooded');
    if (taken.length === 0) finish(message, 0);
    else share.enter(message.linkId, message.bytes, message);
  }

  function isWithinAllowance(frame: AdmittedFrame, bytes: number, monotonicMs: number): boolean {
    const within = allowance.take(frame, monotonicMs, bytes);
    // Those that are over are forgotten when there are twice as many as were open then: each View costs a look or two.
    if (allowance.size > mostViews) {
      allowance.keepOnly((viewId) => book.ofView(viewId) !== undefined);
      mostViews = Math.max(fewViews, 2 * allowance.size);
    }
    return within;
  }

  /** For the commit at the end of this turn. */
  function gather(message: Underway): void {
    if (batch === undefined) {
      batch = { messages: [], frames: [], bytes: 0 };
      setImmediate(commitGathered);
    }
    batch.messages.push(message);
    for (const frame of message.taken) batch.frames.push(frame);
    batch.bytes += message.bytes;
    if (batch.frames.length >= mostFrames || batch.bytes >= mostBytes) commitGathered();
  }

  function commitGathered(): void {
    const gathered = batch;
    batch = undefined;
    if (gathered) void commit(gathered);
  }

  async function commit({ messages, frames }: Batch): Promise<void> {
    let verdicts: readonly CommitVerdict[];
    try {
      verdicts = await stages.commit(frames);
    } catch {
      for (const message of messages) {
        message.settling.fail();
        share.leave(message.linkId, message.bytes);
      }
      return;
    }
    let first = 0;
    for (const message of messages) {
      conclude(message, verdicts, first);
      first += message.taken.length;
    }
  }

  /** Its verdicts begin at `first`. */
  function conclude(message: Underway, verdicts: readonly CommitVerdict[], first: number): void {
    const { taken, discarded, receivedMs } = message;
    try {
      let stored = 0;
      let at = first;
      for (const frame of taken) {
        const verdict = verdicts[at++];
        if (verdict === 'duplicate') discarded.push('duplicate');
        if (verdict === 'refused') discarded.push('grant_ended_meanwhile');
        if (verdict !== 'stored' && !(verdict === 'duplicate' && stages.hasMissed(frame))) continue;
        stored += 1;
        const change = stages.apply(frame, receivedMs);
        if (change === undefined) continue;
        if (change.refused) discarded.push(...change.refused);
        const { viewId, metrics, errors, slots } = change;
        stages.publish({ viewId, metrics, errors, slots, localised: stages.localise(frame) });
      }
      finish(message, stored);
    } catch {
      message.settling.fail();
    }
    share.leave(message.linkId, message.bytes);
  }

  function finish({ linkId, counted, discarded, receivedMs, settling }: Underway, stored: number): void {
    if (counted) meter.counted(linkId, counted);
    meter.settled({ linkId, stored, discarded, tookMs: clock.monotonicMs() - receivedMs });
    settling.settle();
  }

  return { receive };
}
