import { LinkShare } from './app/link-share.ts';
import { admit, type AdmittedFrame, classesInBody } from './domain/consent/admit.ts';
import type { GrantBook } from './domain/consent/grant-book.ts';
import { type Allowance, storedBytesOf, ViewAllowance } from './domain/consent/view-allowance.ts';
import type { ControlFrame } from './domain/control-frames.ts';
import type { DeviceId, LinkId } from './domain/ids.ts';
import type { LocalisedChange } from './domain/localisation/localised-change.ts';
import type { RefusalCode } from './domain/refusals.ts';
import type { StateChange } from './domain/state/view-state.ts';
import type { Clock, CommitVerdict, CountedSeq, Decoded, PresenceChange, RawMessage } from './ports.ts';

/** Of one device, given to the store and not yet on disk. */
const mostBytesOnTheWay = 1_000_000;

/**
 * The way in of a message, as a list: RawMessage -> Decoded -> AdmittedFrame (one a View, within its allowance) -> committed
 * -> StateChange -> LocalisedChange -> live.
 * `receive` resolves when the message is settled (WIRE.md "Settling"): the broker sends its PUBACK only then.
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
  }): void;
  counted(linkId: LinkId, counted: CountedSeq): void;
}

export interface Pipeline {
  receive(raw: RawMessage): Promise<void>;
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
  const share = new LinkShare(mostBytesOnTheWay);

  async function receive(raw: RawMessage): Promise<void> {
    const { from } = raw;
    const receivedMs = clock.monotonicMs();
    const decoded = stages.decode(raw);
    const discarded: RefusalCode[] = [...decoded.discarded];
    if (decoded.askRebirth && from.kind === 'native') options.askRebirth(from.deviceId);
    for (const change of decoded.presence ?? []) options.presence(from.linkId, change);
    for (const deviceId of decoded.heard ?? []) options.heard(deviceId);
    if (decoded.control) await stages.control(decoded.control);

    const admitted = decoded.frames.flatMap((frame) => {
      const parts = admit(frame, book.ofDevice(frame.deviceId), { now: clock.now(), monotonicMs: receivedMs });
      // Also what no View takes of a frame that some View takes a part of.
      const covered = new Set(parts.flatMap((part) => classesInBody(part.body)));
      if (classesInBody(frame.body).some((name) => !covered.has(name))) discarded.push('no_grant');
      return parts;
    });
    const taken = admitted.filter((frame) => withinAllowance(frame, receivedMs));
    if (taken.length < admitted.length) discarded.push('view_flooded');
    const fresh = taken.length > 0 ? await commit(from.linkId, taken, discarded) : [];
    for (const frame of fresh) {
      const change = stages.apply(frame, receivedMs);
      discarded.push(...(change?.refused ?? []));
      if (change) stages.publish({ ...change, localised: stages.localise(frame) });
    }
    if (decoded.counted) meter.counted(from.linkId, decoded.counted);
    meter.settled({ linkId: from.linkId, stored: fresh.length, discarded });
  }

  function withinAllowance(frame: AdmittedFrame, monotonicMs: number): boolean {
    const views = allowance.size;
    const within = allowance.take(frame, monotonicMs);
    // A new View has begun: a good time to forget those that are over.
    if (allowance.size > views) allowance.keepOnly((viewId) => book.ofView(viewId) !== undefined);
    return within;
  }

  async function commit(
    linkId: LinkId,
    taken: readonly AdmittedFrame[],
    discarded: RefusalCode[],
  ): Promise<AdmittedFrame[]> {
    const verdicts = await share.run(linkId, storedBytesOf(taken), () => stages.commit(taken));
    return taken.filter((frame, index) => {
      const verdict = verdicts[index];
      if (verdict === 'duplicate') discarded.push('duplicate');
      if (verdict === 'refused') discarded.push('grant_ended_meanwhile');
      return verdict === 'stored' || (verdict === 'duplicate' && stages.hasMissed(frame));
    });
  }

  return { receive };
}
