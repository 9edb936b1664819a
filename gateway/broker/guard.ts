import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Moment } from '../domain/consent/grant-view.ts';
import type { Clock } from '../ports/host.ts';
import type { BrokerRefusal } from '../ports/links.ts';
import {
  connackWrongVersion,
  type FixedHeader,
  fixedHeader,
  type Frame,
  Framer,
  asMqtt311,
  packetType,
  parsePublish,
  type Publish,
  qosOf,
  type Verdict,
} from './framing.ts';
import { KnownTopics } from './known-topics.ts';
import type { Limits } from './limits.ts';
import type { Turns } from './turns.ts';

/** What the guard tells of its connection. */
export interface GuardEvents {
  /** A packet was judged against MQTT or the limits, and the connection is being closed. */
  refused(code: BrokerRefusal, detail: string): void;
  /** Bytes came. */
  heard(at: Moment): void;
  /** `at`: when it was taken out of the socket's bytes. */
  publish(publish: Publish, oversize: boolean, at: Moment): void;
  /** False: what is in flight has to settle before more is read. */
  hasRoom(): boolean;
}

/**
 * `connecting`: nothing but one CONNECT. `authenticating`: a little more may come and waits. `open`: after CONNACK.
 * `ended`: nothing is read any more.
 */
type Phase = 'connecting' | 'authenticating' | 'open' | 'ended';

/**
 * Stands between a socket and aedes. It reads every fixed header before anything buffers the packet; takes the
 * client's PUBLISHes out, so that aedes neither holds, acknowledges, retains nor routes them, and so that a store that
 * is slow never keeps PINGREQ from its answer; and passes the rest on. Where there is no room the socket is not read.
 */
export class Guard extends Duplex {
  readonly #socket: Socket;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #events: GuardEvents;
  readonly #framer: Framer;
  #phase: Phase = 'connecting';
  #early: Frame[] | undefined;
  #earlyBytes = 0;
  #saidGoodbye = false;
  #admitted = false;
  #topics: KnownTopics | undefined;
  readonly #turns: Turns;
  /** The round of the event loop in which it had its last turn, and since when that one. */
  #round = -1;
  #turnSinceMs = 0;
  #waitsForTurn = false;
  #cancelConnectDeadline: (() => void) | undefined;
  #cancelDrainDeadline: (() => void) | undefined;

  constructor(options: {
    readonly socket: Socket;
    readonly limits: Limits;
    readonly clock: Clock;
    readonly turns: Turns;
    readonly events: GuardEvents;
  }) {
    super();
    const { socket, limits, clock } = options;
    this.#socket = socket;
    this.#limits = limits;
    this.#clock = clock;
    this.#turns = options.turns;
    this.#events = options.events;
    this.#framer = new Framer({
      judge: this.#judge.bind(this),
      prefixBytes: 2 + limits.topicBytes + 2,
    });
    this.#cancelConnectDeadline = clock.after(limits.connectMs, () =>
      this.refuse('link_connect_timeout', 'no CONNECT'),
    );
    socket.on('data', (chunk: Buffer) => {
      const at = this.#moment();
      this.#events.heard(at);
      this.#framer.feed(chunk);
      this.pump(at);
    });
    const ended = this.#socketEnded.bind(this);
    socket.on('error', ended); // reset by the peer: an end like any other
    socket.on('close', ended);
    socket.on('end', ended);
    this.on('drain', () => {
      this.#cancelDrainDeadline?.();
      this.#cancelDrainDeadline = undefined;
      this.pump();
    });
  }

  #socketEnded(): void {
    if (this.#framer.isWithinPacket) this.refuse('link_protocol', 'ended within a packet');
    else this.destroy();
  }

  /** The client took its leave with DISCONNECT: no will (MQTT 3.1.1, 3.14.4). */
  get saidGoodbye(): boolean {
    return this.#saidGoodbye;
  }

  /** The gateway, not the client, is what keeps this connection silent. */
  get heldBack(): boolean {
    return this.#socket.isPaused();
  }

  /** Its CONNACK will say yes: it may send large packets from now on, as the client may have CONNACK before `open`. */
  admit(): void {
    this.#admitted = true;
  }

  /** After CONNACK: what waited, then the rest. */
  open(): void {
    if (this.#phase !== 'authenticating') return;
    this.#phase = 'open';
    const at = this.#moment();
    for (const frame of this.#early?.splice(0) ?? []) this.#take(frame, at);
    this.#early = undefined;
    this.pump(at);
  }

  /** Nothing more is read; what is in flight may still be acknowledged. */
  stopReading(): void {
    this.#phase = 'ended';
    this.#socket.pause();
  }

  /** Bytes to the client. A client that does not read them for too long is closed. */
  send(bytes: Buffer): void {
    if (this.destroyed) return;
    // While nothing waits in either buffer there is nothing to stand behind.
    if (this.writableLength === 0 && !this.#socket.writableNeedDrain && !this.#socket.destroyed) {
      this.#socket.write(bytes);
      return;
    }
    if (this.write(bytes) || this.#cancelDrainDeadline !== undefined) return;
    this.#cancelDrainDeadline = this.#clock.after(this.#limits.drainMs, () => {
      this.refuse('link_too_many_in_flight', 'the client does not read');
    });
  }

  refuse(code: BrokerRefusal, detail: string): void {
    if (this.destroyed) return;
    this.#phase = 'ended';
    this.#events.refused(code, detail);
    this.destroy();
  }

  /**
   * Reads on for as long as there is room for what may come, and it is this link's turn: what settles at once makes room at
   * once, and a socket's buffer may hold a thousand messages.
   */
  pump(begun: Moment = this.#moment()): void {
    let at = begun;
    /** Until the next look at the clock. */
    let bytesLeft = 0;
    while (!this.#waitsForTurn && this.#mayRead()) {
      if (bytesLeft <= 0) {
        bytesLeft = bytesBetweenLooks;
        if (this.#turnIsOver(at.monotonicMs)) return;
      }
      const next = this.#framer.next();
      if (next === undefined) {
        if (this.#socket.isPaused()) this.#socket.resume();
        return;
      }
      if (typeof next === 'string') {
        this.refuse(next, 'packet refused');
        continue;
      }
      this.#take(next, at);
      bytesLeft -= Math.max(next.packetBytes, leastBytes);
      if (bytesLeft <= 0) at = this.#moment();
    }
    this.#socket.pause();
  }

  #moment(): Moment {
    return { now: this.#clock.now(), monotonicMs: this.#clock.monotonicMs() };
  }

  /** True: the rest of what was read waits until everybody else had their turn. */
  #turnIsOver(nowMs: number): boolean {
    const { round } = this.#turns;
    if (this.#round !== round) {
      this.#round = round;
      this.#turnSinceMs = nowMs;
    }
    if (nowMs - this.#turnSinceMs < this.#limits.turnMs) return false;
    this.#waitsForTurn = true;
    this.#socket.pause();
    setImmediate(() => {
      this.#waitsForTurn = false;
      this.pump();
    });
    return true;
  }

  override _read(): void {
    // Node asks before it takes bytes out: judged now there would be no room yet, and it does not ask again.
    setImmediate(() => this.pump());
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (this.#socket.destroyed || this.#socket.write(chunk)) done();
    else this.#socket.once('drain', done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map((part) => part.chunk)), 'utf8', done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#phase = 'ended';
    this.#early = undefined;
    this.#cancelConnectDeadline?.();
    this.#cancelDrainDeadline?.();
    // What was written last (a CONNACK that says why) gets its chance to arrive.
    this.#socket.destroySoon();
    this.#clock.after(lingerMs, () => this.#socket.destroy());
    done(error);
  }

  #mayRead(): boolean {
    switch (this.#phase) {
      case 'connecting':
        return true;
      case 'authenticating':
        return (this.#early?.length ?? 0) < this.#limits.earlyCount && this.#earlyBytes < this.#limits.earlyBytes;
      case 'open':
        return this.readableLength < this.readableHighWaterMark && !this.writableNeedDrain && this.#events.hasRoom();
      case 'ended':
        return false;
    }
  }

  #take(frame: Frame, at: Moment): void {
    switch (this.#phase) {
      case 'connecting':
        this.#takeConnect(frame);
        break;
      case 'authenticating':
        (this.#early ??= []).push(frame);
        this.#earlyBytes += frame.packetBytes;
        break;
      case 'open':
        if (frame.type === packetType.publish) this.#takePublish(frame, at);
        else this.#pass(frame);
        break;
      case 'ended':
        break;
    }
  }

  #takeConnect(frame: Frame): void {
    this.#cancelConnectDeadline?.();
    this.#cancelConnectDeadline = undefined;
    const connect = asMqtt311(frame);
    if (connect === undefined) {
      this.write(connackWrongVersion); // [MQTT-3.1.2-2]
      this.refuse('link_protocol', 'not MQTT 3.1.1');
      return;
    }
    this.#phase = 'authenticating';
    this.#pass(connect);
  }

  #takePublish(frame: Frame, at: Moment): void {
    const publish = parsePublish(frame, this.#limits.topicBytes, (this.#topics ??= new KnownTopics()));
    if (typeof publish === 'string') this.refuse(publish, 'PUBLISH refused');
    else this.#events.publish(publish, frame.skipped, at);
  }

  #pass(frame: Frame): void {
    if (frame.type === packetType.disconnect) {
      this.#saidGoodbye = true;
      this.stopReading();
    }
    this.push(fixedHeader((frame.type << 4) | frame.flags, frame.length));
    if (frame.length > 0) this.push(frame.body);
  }

  #judge(header: FixedHeader): Verdict {
    const { type, flags, length, packetBytes } = header;
    if (this.#phase === 'connecting') {
      if (type !== packetType.connect || flags !== 0) return 'link_protocol'; // [MQTT-3.1.0-1]
      return packetBytes > this.#limits.connectPacketBytes ? 'link_packet_too_large' : 'keep';
    }
    switch (type) {
      case packetType.publish:
        return this.#judgePublish(flags, packetBytes);
      case packetType.subscribe:
      case packetType.unsubscribe:
        if (flags !== 2) return 'link_protocol'; // [MQTT-3.8.1-1]
        return packetBytes > this.#limits.controlPacketBytes ? 'link_packet_too_large' : 'keep';
      case packetType.puback:
        return flags === 0 && length === 2 ? 'keep' : 'link_protocol';
      case packetType.pingreq:
      case packetType.disconnect:
        return flags === 0 && length === 0 ? 'keep' : 'link_protocol';
      default:
        return 'link_protocol'; // a second CONNECT, the packets of QoS 2, and what only a server sends
    }
  }

  #judgePublish(flags: number, packetBytes: number): Verdict {
    const qos = qosOf(flags);
    if (qos === 3 || (qos === 0 && (flags & 8) !== 0)) return 'link_protocol'; // [MQTT-3.3.1-4], [MQTT-3.3.1-2]
    if (qos === 2) return 'link_qos2';
    if (packetBytes <= this.#limits.publishPacketBytes) return 'keep';
    return this.#admitted ? 'skip' : 'link_packet_too_large';
  }
}

/** A link looks at the clock after so many bytes, not after each packet; one of any size counts as so many. */
const bytesBetweenLooks = 4096;
const leastBytes = 512;
/** How long a closing socket may take to send what was written. */
const lingerMs = 1000;
