import mqttPacket from 'mqtt-packet';
import type { Who } from './packets.ts';

/**
 * What has to become of a client's bytes after its CONNACK, by MQTT 3.1.1 and WIRE.md alone: written without a look at
 * gateway/broker, from the whole stream at once, and with another parser (mqtt-packet) for what a PUBLISH says.
 */
export interface Expected {
  readonly handedOn: readonly HandedOn[];
  /** Packet ids, in order. */
  readonly acknowledged: readonly number[];
  /** Of each, what has to be settled before; null: nothing, as it was dropped. An index of `handedOn`. */
  readonly rests: readonly (number | null)[];
  /** First byte and body of what is not PUBLISH, hexadecimal. */
  readonly passedOn: readonly string[];
  /** `ended`: after whole packets. `goodbye`: by DISCONNECT. Else the codes that say rightly why it was closed. */
  readonly end: 'ended' | 'goodbye' | readonly string[];
}

export interface HandedOn {
  readonly topic: string;
  /** Hexadecimal; of an oversized one nothing. */
  readonly payload: string;
  readonly retain: boolean;
  readonly oversize: boolean;
}

/** WIRE.md "Settling". */
const mostPacketBytes = 64 * 1024;
/** README and limits.ts: of topics, and of the packets that only a broker needs. */
const mostTopicBytes = 1024;
const mostControlBytes = 16 * 1024;
/** WIRE.md "Topics and lanes". */
const lanes = 'birth|telemetry|error|firmware|log|output|execution|consent|death';

export function judge(bytes: Buffer, who: Who): Expected {
  const [handedOn, passedOn]: [HandedOn[], string[]] = [[], []];
  const [acknowledged, rests]: [number[], (number | null)[]] = [[], []];
  const end = (how: Expected['end']): Expected => ({ handedOn, acknowledged, rests, passedOn, end: how });
  for (let at = 0; at < bytes.length; ) {
    const header = fixedHeader(bytes, at);
    if (header === 'cut') return end(['link_protocol']);
    if (header === 'endless') return end(['link_protocol']);
    const { type, flags, bodyAt, length } = header;
    const packetBytes = bodyAt - at + length;
    const faults = headerFaults(type, flags, length, packetBytes);
    if (faults.length > 0) return end(faults);
    const body = bytes.subarray(bodyAt, bodyAt + length);
    if (body.length < length) return end(['link_protocol']);
    if (type === 3) {
      const faultsOf = publishFaults(flags, body, who);
      if (faultsOf.length > 0) return end(faultsOf);
      const { topic, payload, messageId } = parse(bytes.subarray(at, bodyAt + length));
      const oversize = packetBytes > mostPacketBytes;
      const retain = (flags & 1) === 1;
      if (isOwn(topic, who)) handedOn.push({ topic, payload: oversize ? '' : hex(payload), retain, oversize });
      if (messageId !== undefined) {
        acknowledged.push(messageId);
        rests.push(isOwn(topic, who) ? handedOn.length - 1 : null);
      }
    } else {
      passedOn.push(hex(Buffer.concat([bytes.subarray(at, at + 1), body])));
      if (type === 14) return end('goodbye');
    }
    at = bodyAt + length;
  }
  return end('ended');
}

/**
 * Why it may be closed before it has its CONNACK: nothing of a packet is looked at yet but its fixed header, and none may be
 * larger than what may wait. Empty: it may not.
 */
export function judgeEarly(bytes: Buffer): readonly string[] {
  for (let at = 0; at < bytes.length; ) {
    const header = fixedHeader(bytes, at);
    if (header === 'cut') return [];
    if (header === 'endless') return ['link_protocol'];
    const { type, flags, bodyAt, length } = header;
    const packetBytes = bodyAt - at + length;
    const faults = headerFaults(type, flags, length, packetBytes);
    if (packetBytes > mostPacketBytes) faults.push('link_packet_too_large');
    if (faults.length > 0) return faults;
    at = bodyAt + length;
  }
  return [];
}

function fixedHeader(
  bytes: Buffer,
  at: number,
):
  | { readonly type: number; readonly flags: number; readonly bodyAt: number; readonly length: number }
  | 'cut'
  | 'endless' {
  const first = bytes[at] ?? 0;
  let length = 0;
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[at + 1 + index];
    if (byte === undefined) return 'cut';
    length += (byte & 127) * 128 ** index;
    if (byte < 128) return { type: first >> 4, flags: first & 15, bodyAt: at + 2 + index, length };
  }
  return 'endless';
}

/** MQTT 3.1.1, 2.2.2 and table 2.1; what only servers send or QoS 2 needs is not for a gateway that has no QoS 2. */
function headerFaults(type: number, flags: number, length: number, packetBytes: number): string[] {
  const protocol = ['link_protocol'];
  switch (type) {
    case 3: {
      const [qos, dup] = [(flags >> 1) & 3, flags >> 3];
      if (qos === 3) return protocol;
      if (qos === 2) return ['link_qos2'];
      return qos === 0 && dup === 1 ? protocol : [];
    }
    case 8:
    case 10:
      if (flags !== 2) return packetBytes > mostControlBytes ? [...protocol, 'link_packet_too_large'] : protocol;
      return packetBytes > mostControlBytes ? ['link_packet_too_large'] : [];
    case 4:
      return flags === 0 && length === 2 ? [] : protocol;
    case 12:
    case 14:
      return flags === 0 && length === 0 ? [] : protocol;
    default:
      return type === 5 || type === 6 || type === 7 ? [...protocol, 'link_qos2'] : protocol;
  }
}

/** MQTT 3.1.1, 3.3.2 and 1.5.3, and whose topics they may be. All faults: any of them is a reason to close. */
function publishFaults(flags: number, body: Buffer, who: Who): string[] {
  const hasId = ((flags >> 1) & 3) > 0;
  if (body.length < 2) return ['link_protocol'];
  const topicBytes = body.readUInt16BE(0);
  const faults: string[] = [];
  if (topicBytes > mostTopicBytes) faults.push('link_topic');
  const idAt = 2 + topicBytes;
  if (body.length < idAt + (hasId ? 2 : 0)) return [...faults, 'link_protocol'];
  if (hasId && body.readUInt16BE(idAt) === 0) faults.push('link_protocol');
  const topic = utf8(body.subarray(2, idAt));
  if (topic === undefined || topic === '' || topic.includes('\0')) faults.push('link_protocol');
  else if (/[#+]/.test(topic) || (who.kind === 'native' && !isOwn(topic, who))) faults.push('link_topic');
  return faults;
}

function isOwn(topic: string, who: Who): boolean {
  if (who.kind === 'native') return new RegExp(`^diag/1/${who.id}/up/(${lanes})$`).test(topic) && !topic.endsWith('\n');
  return !/^(\$|diag\/)/.test(topic);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(bytes: Buffer): {
  readonly topic: string;
  readonly payload: Buffer;
  readonly messageId: number | undefined;
} {
  const parser = mqttPacket.parser({ protocolVersion: 4 });
  const packets: mqttPacket.Packet[] = [];
  parser.on('packet', (packet) => packets.push(packet));
  parser.on('error', (error: Error) => {
    throw new Error(`mqtt-packet refuses what the checks allow: ${error.message}`);
  });
  parser.parse(bytes);
  const [packet] = packets;
  if (packet?.cmd !== 'publish' || packets.length !== 1) throw new Error('mqtt-packet reads something else');
  return {
    topic: packet.topic,
    payload: Buffer.from(packet.payload),
    messageId: packet.qos > 0 ? packet.messageId : undefined,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
