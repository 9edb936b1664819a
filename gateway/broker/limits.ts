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
};
