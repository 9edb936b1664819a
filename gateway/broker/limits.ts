/** What one link may cost. Bytes are of whole packets, fixed header included; durations are ms. */
export interface Limits {
  /** WIRE.md "Settling": CONNECT 4 KiB, any other packet 64 KiB. */
  readonly connectPacketBytes: number;
  readonly publishPacketBytes: number;
  /** SUBSCRIBE and UNSUBSCRIBE: 64 filters of a dialect fit, 20,000 of anything do not. */
  readonly controlPacketBytes: number;
  readonly topicBytes: number;
  /** From accept to a complete CONNECT. */
  readonly connectMs: number;
  /** From CONNECT to the gate's answer and the end of a connection that is taken over. */
  readonly authenticateMs: number;
  /** Handed on and not yet settled; beyond it the socket is not read. */
  readonly inFlightCount: number;
  readonly inFlightBytes: number;
  /** Sent by the client before its CONNACK; beyond it the socket is not read. */
  readonly earlyCount: number;
  readonly earlyBytes: number;
  /** How long one link may keep the event loop busy before all others have their turn. */
  readonly turnMs: number;
  /** A message that is not settled by then closes its link: a hung store must not hold connections for ever. */
  readonly settleMs: number;
  /** A client that does not read for so long, or lets so much wait, is closed. */
  readonly drainMs: number;
  readonly outgoingBytes: number;
  readonly nativeSubscriptions: number;
  readonly dialectSubscriptions: number;
  /** Filters answered with 0x80 before a dialect's link is closed. */
  readonly refusedSubscriptions: number;
  /** How long `close` lets messages settle. */
  readonly closeMs: number;
  /** Sockets at once, authenticated or not. */
  readonly connections: number;
  /** What a native device may send on average and at once; beyond it its socket is not read for a while (link-quota.ts). */
  readonly shareMessagesASecond: number;
  readonly shareMessagesAtOnce: number;
  readonly shareBytesASecond: number;
  readonly shareBytesAtOnce: number;
  /** Of those at once, so many as fast as they come; the rest at so many times what it may on average. */
  readonly shareMessagesInARow: number;
  readonly shareInARowTimes: number;
  /** A dialect's link carries a home: so many times that. */
  readonly dialectShares: number;
  /** A link whose share is used up looks again after so long. */
  readonly sharePauseMs: number;
  /** In flight of all links together; a brand's may have as many as are left (brand-share.ts). Less than the store lets wait. */
  readonly inFlightOfAll: number;
  /** CONNECTs being decided, and being opened, at once; the others wait in line for at most `openingWaitMs`. */
  readonly opening: number;
  readonly openingWaitMs: number;
  /** Of one client id within a minute that go at once; after that the newcomer is held back (takeover-watch.ts). */
  readonly takeovers: number;
  readonly takeoverHoldMs: number;
  readonly takeoverLongestHoldMs: number;
}

export const defaultLimits: Limits = {
  connectPacketBytes: 4096,
  publishPacketBytes: 65_536,
  controlPacketBytes: 16_384,
  topicBytes: 1024,
  connectMs: 5000,
  authenticateMs: 5000,
  inFlightCount: 64,
  inFlightBytes: 1_048_576,
  earlyCount: 32,
  earlyBytes: 65_536,
  turnMs: 5,
  settleMs: 60_000,
  drainMs: 5000,
  outgoingBytes: 262_144,
  nativeSubscriptions: 4,
  dialectSubscriptions: 64,
  refusedSubscriptions: 64,
  closeMs: 5000,
  connections: 20_000,
  shareMessagesASecond: 50,
  shareMessagesAtOnce: 6_000,
  shareMessagesInARow: 512,
  shareInARowTimes: 4,
  shareBytesASecond: 1_000_000,
  shareBytesAtOnce: 16_000_000,
  dialectShares: 10,
  sharePauseMs: 250,
  inFlightOfAll: 16_000,
  opening: 64,
  openingWaitMs: 30_000,
  takeovers: 5,
  takeoverHoldMs: 1000,
  takeoverLongestHoldMs: 20_000,
};
