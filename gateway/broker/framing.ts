import { isUtf8 } from 'node:buffer';
import type { BrokerRefusal } from '../ports/links.ts';
import type { KnownTopics } from './known-topics.ts';

/** MQTT 3.1.1, table 2.1. */
export const packetType = {
  connect: 1,
  publish: 3,
  puback: 4,
  subscribe: 8,
  unsubscribe: 10,
  pingreq: 12,
  disconnect: 14,
} as const;

/** `keep`: hand it on whole. `skip`: read past it, keeping only what identifies it. */
export type Verdict = 'keep' | 'skip' | BrokerRefusal;

/** What the fixed header of a packet says (MQTT 3.1.1, 2.2). */
export interface FixedHeader {
  readonly type: number;
  readonly flags: number;
  /** Bytes after the fixed header. */
  readonly length: number;
  /** Bytes with it. */
  readonly packetBytes: number;
}

export interface Frame extends FixedHeader {
  /** All after it; of a skipped packet only its first bytes. May be a view of what the socket read. */
  readonly body: Buffer;
  readonly skipped: boolean;
}

type Begun = { -readonly [Name in keyof Frame]: Frame[Name] };

const nothing = Buffer.alloc(0);

/**
 * Cuts a byte stream into MQTT packets. A packet is judged by its fixed header, before any of its body is kept, so
 * that no more is ever held than `judge` agreed to. What lies after a packet that nobody has asked for stays unread.
 */
export class Framer {
  readonly #judge: (header: FixedHeader) => Verdict;
  readonly #prefixBytes: number;
  #chunk: Buffer = nothing;
  #at = 0;
  /** Of a fixed header that is not whole yet: how many of its bytes were read, the first, and the length so far. */
  #headBytes = 0;
  #first = 0;
  #length = 0;
  #packet: Begun | undefined;
  #filled = 0;

  /** `prefixBytes`: how much of a skipped packet's body is kept. */
  constructor(options: { readonly judge: (header: FixedHeader) => Verdict; readonly prefixBytes: number }) {
    this.#judge = options.judge;
    this.#prefixBytes = options.prefixBytes;
  }

  /** A packet has begun and is not whole yet. */
  get isWithinPacket(): boolean {
    return this.#packet !== undefined || this.#headBytes > 0;
  }

  feed(chunk: Buffer): void {
    this.#chunk = this.#at < this.#chunk.length ? Buffer.concat([this.#chunk.subarray(this.#at), chunk]) : chunk;
    this.#at = 0;
  }

  /** The next complete packet; a refusal, after which nothing more may be asked; or undefined: more bytes are needed. */
  next(): Frame | BrokerRefusal | undefined {
    if (this.#packet === undefined) {
      const header = this.#readHeader();
      if (header === undefined) return this.#exhausted();
      const verdict = header.length < 0 ? 'link_protocol' : this.#judge(header);
      if (verdict !== 'keep' && verdict !== 'skip') return verdict;
      header.skipped = verdict === 'skip';
      this.#packet = header;
    }
    return this.#readBody(this.#packet) ?? this.#exhausted();
  }

  /** What was read is not held on to until more comes. */
  #exhausted(): undefined {
    this.#chunk = nothing;
    this.#at = 0;
    return undefined;
  }

  /** Length -1: the remaining length is longer than its four bytes (MQTT 3.1.1, 2.2.3). */
  #readHeader(): Begun | undefined {
    const chunk = this.#chunk;
    while (this.#at < chunk.length) {
      const byte = chunk[this.#at++] ?? 0;
      this.#headBytes += 1;
      if (this.#headBytes === 1) {
        this.#first = byte;
        this.#length = 0;
        continue;
      }
      this.#length |= (byte & 0x7f) << (7 * (this.#headBytes - 2));
      if (byte >= 0x80 && this.#headBytes < 5) continue;
      const length = byte >= 0x80 ? -1 : this.#length;
      const packetBytes = this.#headBytes + length;
      this.#headBytes = 0;
      const type = this.#first >> 4;
      const flags = this.#first & 0x0f;
      return { type, flags, length, packetBytes, body: nothing, skipped: false };
    }
    return undefined;
  }

  #readBody(packet: Begun): Frame | undefined {
    const wanted = packet.skipped ? Math.min(packet.length, this.#prefixBytes) : packet.length;
    if (this.#filled === 0) {
      if (this.#chunk.length - this.#at >= wanted) {
        packet.body = wanted === 0 ? nothing : this.#chunk.subarray(this.#at, this.#at + wanted);
        this.#at += wanted;
        this.#filled = wanted;
      } else packet.body = Buffer.alloc(wanted);
    }
    if (this.#filled < wanted) {
      const taken = this.#chunk.copy(packet.body, this.#filled, this.#at, this.#at + wanted - this.#filled);
      this.#at += taken;
      this.#filled += taken;
    }
    if (this.#filled < packet.length && this.#filled >= wanted) {
      const passed = Math.min(packet.length - this.#filled, this.#chunk.length - this.#at);
      this.#at += passed;
      this.#filled += passed;
    }
    if (this.#filled < packet.length) return undefined;
    this.#packet = undefined;
    this.#filled = 0;
    return packet;
  }
}

/** The parts of a PUBLISH (MQTT 3.1.1, 3.3). */
export interface Publish {
  readonly topic: string;
  readonly qos: 0 | 1;
  /** Of QoS 1, never 0. */
  readonly packetId: number;
  readonly retain: boolean;
  /** Empty when the packet was skipped. */
  readonly payload: Uint8Array;
}

/** The parts of a PUBLISH with QoS 0 or 1, or why it is none. `known`: topics of this link that were checked before. */
export function parsePublish(frame: Frame, topicBytes: number, known?: KnownTopics): Publish | BrokerRefusal {
  const { body } = frame;
  const qos = qosOf(frame.flags) === 1 ? 1 : 0;
  if (body.length < 2) return 'link_protocol';
  const topicEnd = 2 + uint16(body, 0);
  if (topicEnd - 2 > topicBytes) return 'link_topic';
  const payloadAt = topicEnd + (qos === 1 ? 2 : 0);
  if (body.length < payloadAt) return 'link_protocol';
  const packetId = qos === 1 ? uint16(body, topicEnd) : 0;
  if (qos === 1 && packetId === 0) return 'link_protocol'; // [MQTT-2.3.1-1]
  let topic = known?.at(body, 2, topicEnd);
  if (topic === undefined) {
    const part = body.subarray(2, topicEnd);
    if (part.length === 0 || part.includes(0) || !isUtf8(part)) return 'link_protocol'; // [MQTT-1.5.3-1]
    topic = part.toString('utf8');
    if (topic.includes('#') || topic.includes('+')) return 'link_topic'; // [MQTT-3.3.2-2]
    known?.learn(topic);
  }
  const payload = frame.skipped ? new Uint8Array(0) : body.subarray(payloadAt);
  return { topic, qos, packetId, retain: (frame.flags & 1) === 1, payload };
}

/**
 * The CONNECT as one of MQTT 3.1.1 (protocol name `MQTT`, level 4); undefined: it is another protocol. Bridges of Mosquitto set
 * the level's highest bit to say that they are bridges, which changes nothing here: they would try again without it half
 * a minute later.
 */
export function asMqtt311(connect: Frame): Frame | undefined {
  const { body } = connect;
  if (body.length < 7 || !body.subarray(0, 6).equals(protocolName) || ![4, 0x84].includes(body[6] ?? 0))
    return undefined;
  return { ...connect, body: Buffer.concat([body.subarray(0, 6), Buffer.of(4), body.subarray(7)]) };
}

export function qosOf(flags: number): number {
  return (flags >> 1) & 3;
}

/** The fixed header of a packet with `length` bytes after it (MQTT 3.1.1, 2.2). */
export function fixedHeader(firstByte: number, length: number): Buffer {
  const bytes = [firstByte];
  let rest = length;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
}

export function pubacks(packetIds: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(packetIds.length * 4);
  let at = 0;
  for (const packetId of packetIds) {
    bytes[at] = 0x40;
    bytes[at + 1] = 2;
    bytes[at + 2] = packetId >> 8;
    bytes[at + 3] = packetId & 0xff;
    at += 4;
  }
  return bytes;
}

/** CONNACK with return code 1: unacceptable protocol version (MQTT 3.1.1, 3.2.2.3). */
export const connackWrongVersion = Buffer.from([0x20, 2, 0, 1]);

const protocolName = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54]);

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
