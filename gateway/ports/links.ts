import type { ConsentNotice } from '../domain/consent/notice.ts';
import type { DiscoveredDevice } from '../domain/discovered.ts';
import type { ControlFrame } from '../domain/control-frames.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { DataFrame } from '../domain/frames.ts';
import type { DataClass } from '../domain/data-class.ts';
import type { DeviceId, LinkId } from '../domain/ids.ts';
import type { PackMetric } from '../domain/pack.ts';
import type { CountedSeq } from '../domain/state/gaps.ts';

/** unknown: a dialect's device whose parent (its bridge, its home's broker) is gone, so that nobody can say. */
export type Presence = 'online' | 'offline' | 'unknown';

export interface Connection {
  /** `presence` is online. */
  readonly online: boolean;
  readonly presence: Presence;
  /** Connected, or gone, since; null: not seen since this gateway's first start. */
  readonly since: number | null;
  /** When anything was last heard from it: for people to read. */
  readonly heardAt: number | null;
  /** The same on the monotonic clock: what freshness is counted from. */
  readonly heardMs: number | null;
  /**
   * Begin of the present (or last) connection on the monotonic clock, or when a dialect last said that its device is gone:
   * what was received before, hearing the device now says nothing of.
   */
  readonly connectedMs: number | null;
}

/** The way down to devices. Sending to a device that is offline, or that speaks a dialect without it, does nothing. */
export interface DeviceLink {
  sendConsent(deviceId: DeviceId, notice: ConsentNotice): void;
  sendLive(deviceId: DeviceId, lease: { readonly classes: readonly DataClass[]; readonly ttlMs: number }): void;
  askRebirth(deviceId: DeviceId): void;
  /** Asks a dialect's device to say its state, where the dialect has a way; a native device does so by itself. */
  readActively(deviceId: DeviceId): void;
  /** Closes that connection: its secret is not good any more. */
  drop(linkId: LinkId): void;
}

/** Who is connected. */
export interface Connections {
  of(deviceId: DeviceId): Connection;
  ofLink(linkId: LinkId): Connection;
}

/** Who a connection is, by its authentication and nothing else. Its client id is `linkId`. */
export type LinkIdentity = NativeIdentity | DialectIdentity;

export interface NativeIdentity {
  readonly kind: 'native';
  /** The device's own id. */
  readonly linkId: LinkId;
  readonly deviceId: DeviceId;
  /** As registered: names the pack. */
  readonly model: string;
}

/** Topics are scoped by link: what it publishes is read here and forwarded to nobody. */
export interface DialectIdentity {
  readonly kind: 'dialect';
  readonly linkId: LinkId;
  /** Those registered when it connected. */
  readonly children: readonly LinkChild[];
}

/** A registered device beneath a dialect's link. */
export interface LinkChild {
  /** What it is called on the link. */
  readonly key: string;
  readonly deviceId: DeviceId;
  readonly model: string;
}

/** Decides who may connect. Resolves undefined for "no", whatever the reason. */
export interface DeviceGate {
  authenticate(offer: {
    readonly clientId: string;
    readonly userName: string;
    readonly secret: string;
  }): Promise<LinkIdentity | undefined>;
  /** Whose devices share with each other what a herd or a flood may take; unless given, all are one brand's. */
  brandOf?(identity: LinkIdentity): string;
}

/** A PUBLISH as it came, after the topic was allowed. */
export interface RawMessage {
  readonly from: LinkIdentity;
  readonly topic: string;
  readonly payload: Uint8Array;
  /** The payload was larger than the limit and was skipped before anything buffered it: `payload` is empty. */
  readonly oversize: boolean;
  /** As the publisher set it: only told, since a flag of the publisher's says nothing of when a value was measured. */
  readonly retain: boolean;
  readonly receivedAt: number;
}

/** Whoever waits for a message to be settled (WIRE.md "Settling"). Told one of both, once, at any time. */
export interface Settling {
  settle(): void;
  /** The store cannot write: it is never acknowledged and its connection is closed. */
  fail(): void;
}

/** What the broker tells of its links. */
export interface LinkEvents {
  /** `willTopic`: of its CONNECT's will; null: it has none. */
  connected(link: LinkIdentity, willTopic: string | null): void;
  /** The SUBACK to `down/+` has been written. */
  subscribed(link: LinkIdentity): void;
  disconnected(link: LinkIdentity): void;
  /** `settling` is told when the message is settled: only then is it acknowledged, in the order of arrival. Never throws. */
  message(raw: RawMessage, settling: Settling): void;
  /** The broker itself refused or closed something; `code` is from the table of refusals. */
  refused(event: { readonly code: BrokerRefusal; readonly linkId: LinkId | null; readonly detail?: string }): void;
  /** Nothing was refused, and an operator may want to know. */
  noticed?(event: { readonly code: LinkNotice; readonly linkId: LinkId }): void;
}

/**
 * link_over_share: it sends more than its share and is not read for a while; told once a minute at most. link_taken_over: the
 * same client id connected again. link_held_back: it did so too often, and waits.
 */
export type LinkNotice = 'link_over_share' | 'link_taken_over' | 'link_held_back';

/** Codes of domain/refusals.ts that the broker itself raises. */
export type BrokerRefusal = Exclude<Extract<RefusalCode, `link_${string}`>, 'link_unknown'>;

/** What one PUBLISH was found to say. Everything that is not in `frames` or `control` is settled as a discard and counted. */
export interface Decoded {
  readonly control?: ControlFrame;
  readonly frames: readonly DataFrame[];
  readonly discarded: readonly RefusalCode[];
  /** The metric table is not known: Birth is asked for once. */
  readonly askRebirth?: boolean;
  /** A dialect's own word on which of its devices are there. */
  readonly presence?: readonly PresenceChange[];
  /** The dialect's devices that this message was a sign of life of. */
  readonly heard?: readonly DeviceId[];
  /** The device's own count, where it has one: a discard is counted as settled too, so that it never looks like loss. */
  readonly counted?: CountedSeq;
}

/** `isClient`: the device itself holds the connection (its will is its own sign of life), so that whatever comes over it is heard from the device. */
export interface PresenceChange {
  readonly deviceId: DeviceId;
  readonly presence: Presence;
  readonly isClient: boolean;
}

/** What links have told of their devices since this gateway's start: descriptions, never values. Bounded. */
export interface Discoveries {
  ofLink(linkId: LinkId): readonly DiscoveredDevice[];
  /** What a registered device calls itself; undefined: it has told nothing yet. */
  nameOf(deviceId: DeviceId): Pick<DiscoveredDevice, 'name' | 'manufacturer' | 'model'> | undefined;
  /** What a registered device has beyond its pack. */
  metricsOf(deviceId: DeviceId): ReadonlyMap<string, PackMetric>;
  /** What this link's dialects cannot do, as codes the console has words for. */
  limitsOf(linkId: LinkId): readonly string[];
  /** From here on its messages are this device's. */
  childRegistered(linkId: LinkId, child: LinkChild): void;
  /** From here on what it says on that link is nobody's. */
  childRemoved(linkId: LinkId, deviceId: DeviceId): void;
}

/** Bytes of one connection -> frames. Never throws on what a device sent. */
export interface WireLink {
  receive(raw: RawMessage): Decoded;
}
