import { isUtf8 } from 'node:buffer';
import type { BrokerRefusal } from '../ports.ts';

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

/**
 * Cuts a byte stream into MQTT packets. A packet is judged by its fixed header, before any of its body is kept, so
 * that no more is ever held than `judge` agreed to. What lies after a packet that nobody has asked for stays unread.
 */
export class Framer {
  readonly #judge: (header: FixedHeader) => Verdict;
  readonly #prefixBytes: number;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;
  readonly #head = Buffer.alloc(5);
  #headBytes = 0;
  #packet: FixedHeader | undefined;
  #skip = false;
  #body: Buffer | undefined;
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
      if (header === undefined) return undefined;
      const verdict = header.length < 0 ? 'link_protocol' : this.#judge(header);
      if (verdict !== 'keep' && verdict !== 'skip') return verdict;
      this.#packet = header;
      this.#skip = verdict === 'skip';
    }
    return this.#readBody(this.#packet);
  }

  /** Length -1: the remaining length is longer than its four bytes (MQTT 3.1.1, 2.2.3). */
  #readHeader(): FixedHeader | undefined {
    while (this.#at < this.#chunk.length) {
      const byte = this.#chunk[this.#at++] ?? 0;
      this.#head[this.#headBytes++] = byte;
      if (this.#headBytes === 1 || (byte >= 0x80 && this.#headBytes < 5)) continue;
      const first = this.#head[0] ?? 0;
      const headBytes = this.#headBytes;
      const length = byte >= 0x80 ? -1 : remainingLength(this.#head.subarray(1, headBytes));
      this.#headBytes = 0;
      return { type: first >> 4, flags: first & 0x0f, length, packetBytes: headBytes + length };
    }
    return undefined;
  }

  #readBody(packet: FixedHeader): Frame | undefined {
    const wanted = this.#skip ? Math.min(packet.length, this.#prefixBytes) : packet.length;
    const available = this.#chunk.length - this.#at;
    if (this.#filled === 0 && available >= wanted) {
      this.#body = this.#chunk.subarray(this.#at, this.#at + wanted);
      this.#at += wanted;
      this.#filled = wanted;
    }
    this.#body ??= Buffer.alloc(wanted);
    if (this.#filled < wanted) {
      const taken = this.#chunk.copy(this.#body, this.#filled, this.#at, this.#at + wanted - this.#filled);
      this.#at += taken;
      this.#filled += taken;
    }
    if (this.#filled < packet.length && this.#filled >= wanted) {
      const passed = Math.min(packet.length - this.#filled, this.#chunk.length - this.#at);
      this.#at += passed;
      this.#filled += passed;
    }
    if (this.#filled < packet.length) return undefined;
    const frame: Frame = { ...packet, body: this.#body, skipped: this.#skip };
    this.#packet = undefined;
    this.#body = undefined;
    this.#filled = 0;
    return frame;
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

/** The parts of a PUBLISH with QoS 0 or 1, or why it is none. */
export function parsePublish(frame: Frame, topicBytes: number): Publish | BrokerRefusal {
  const { body } = frame;
  const qos = qosOf(frame.flags) === 1 ? 1 : 0;
  if (body.length < 2) return 'link_protocol';
  const topicEnd = 2 + body.readUInt16BE(0);
  if (topicEnd - 2 > topicBytes) return 'link_topic';
  const payloadAt = topicEnd + (qos === 1 ? 2 : 0);
  if (body.length < payloadAt) return 'link_protocol';
  const packetId = qos === 1 ? body.readUInt16BE(topicEnd) : 0;
  if (qos === 1 && packetId === 0) return 'link_protocol'; // [MQTT-2.3.1-1]
  const topicPart = body.subarray(2, topicEnd);
  if (topicPart.length === 0 || topicPart.includes(0) || !isUtf8(topicPart)) return 'link_protocol'; // [MQTT-1.5.3-1]
  const topic = topicPart.toString('utf8');
  if (topic.includes('#') || topic.includes('+')) return 'link_topic'; // [MQTT-3.3.2-2]
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
  const bytes = Buffer.alloc(packetIds.length * 4);
  packetIds.forEach((packetId, index) => {
    bytes.writeUInt16BE(0x4002, index * 4);
    bytes.writeUInt16BE(packetId, index * 4 + 2);
  });
  return bytes;
}

/** CONNACK with return code 1: unacceptable protocol version (MQTT 3.1.1, 3.2.2.3). */
export const connackWrongVersion = Buffer.from([0x20, 2, 0, 1]);

const protocolName = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54]);

function remainingLength(bytes: Uint8Array): number {
  return bytes.reduce((length, byte, index) => length + (byte & 0x7f) * 128 ** index, 0);
}
