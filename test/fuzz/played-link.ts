import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Alarms } from '../../gateway/broker/alarms.ts';
import { BrandShare } from '../../gateway/broker/brand-share.ts';
import { defaultLimits } from '../../gateway/broker/limits.ts';
import { Link } from '../../gateway/broker/link.ts';
import { LinkQuotas } from '../../gateway/broker/link-quota.ts';
import { Turns } from '../../gateway/broker/turns.ts';
import { asId } from '../../gateway/domain/ids.ts';
import type { Clock } from '../../gateway/ports/host.ts';
import type { LinkIdentity, Settling } from '../../gateway/ports/links.ts';
import { packet, type Who } from './packets.ts';
import type { Random } from '../support/random.ts';
import type { HandedOn } from './reference-link.ts';

/** What became of the bytes on a real Link, whose messages settle in any order. */
export interface Played {
  readonly handedOn: readonly HandedOn[];
  readonly acknowledged: readonly number[];
  /** Of each acknowledgement, which of those handed on were settled by then. */
  readonly settledThen: readonly ReadonlySet<number>[];
  readonly passedOn: readonly string[];
  readonly end: string;
  /** The most that it kept for later at any time: of packets that had begun, and of what was to be passed on. */
  readonly mostHeldBytes: number;
}

export type LinkClass = typeof Link;

/** A socket that is read as Node's are: paused, resumed, and in pieces of any size. */
class FakeSocket extends EventEmitter {
  readonly remoteAddress = '192.0.2.1';
  readonly writableNeedDrain = false;
  readonly written: Buffer[] = [];
  readonly pieces: Buffer[] = [];
  onWrite: (bytes: Buffer) => void = () => undefined;
  destroyed = false;
  #isPaused = false;

  pause(): void {
    this.#isPaused = true;
  }
  resume(): void {
    this.#isPaused = false;
  }
  isPaused(): boolean {
    return this.#isPaused;
  }
  write(bytes: Buffer): boolean {
    this.written.push(Buffer.from(bytes));
    this.onWrite(bytes);
    return true;
  }
  destroy(): void {
    this.destroyed = true;
  }
  destroySoon(): void {
    this.destroyed = true;
  }
  /** The next piece, when it is being read. */
  deliver(): boolean {
    const piece = this.#isPaused || this.destroyed ? undefined : this.pieces.shift();
    if (piece) this.emit('data', piece);
    return piece !== undefined;
  }
}

/** So little that a stream of a few packets is held back now and then. */
const limits = { ...defaultLimits, inFlightCount: 4, inFlightBytes: 20_000, earlyCount: 3 };

export async function play(
  bytes: Buffer,
  options: {
    readonly who: Who;
    readonly random: Random;
    /** Sent without waiting for CONNACK. */
    readonly early: boolean;
    /** Another, to see whether its faults are found. */
    readonly link?: LinkClass;
  },
): Promise<Played> {
  const { who, random, early } = options;
  const socket = new FakeSocket();
  const waiting: { readonly index: number; readonly settling: Settling }[] = [];
  const settled = new Set<number>();
  const settledThen: ReadonlySet<number>[] = [];
  socket.onWrite = (bytes) => {
    const then = new Set(settled);
    for (let left = bytes.length / 4; left > 0; left -= 1) settledThen.push(then);
  };
  const handedOn: HandedOn[] = [];
  const passed: Buffer[] = [];
  let end: string | undefined;
  let nowMs = 0;
  // Each look at the clock takes a while, so that turns end in the middle of a piece.
  const step = random.of([0, 0, 1]);
  const clock: Clock = { now: () => (nowMs += step), monotonicMs: () => (nowMs += step), after: () => () => undefined };
  const link = new (options.link ?? Link)({
    socket: socket as unknown as Socket,
    host: {
      limits,
      clock,
      quotas: new LinkQuotas({ clock, most: 10 }),
      brands: new BrandShare(1000),
      turns: new Turns(),
      alarms: new Alarms({ clock }),
      gone: () => undefined,
      heard: () => undefined,
      foreign: () => undefined,
      events: {
        connected: () => undefined,
        subscribed: () => undefined,
        disconnected: () => undefined,
        message({ topic, payload, retain, oversize }, settling) {
          handedOn.push({ topic, payload: Buffer.from(payload).toString('hex'), retain, oversize });
          waiting.push({ index: handedOn.length - 1, settling });
        },
        refused: ({ code, detail }) => {
          if (detail !== 'dropped') end ??= code;
        },
      },
    },
  });
  link.guard.on('data', (chunk: Buffer) => passed.push(Buffer.from(chunk)));
  link.guard.on('close', () => link.ended());

  const settleSome = (): boolean => {
    const some = random.below(waiting.length + 1);
    for (let left = some; left > 0; left -= 1) {
      const [one] = waiting.splice(random.below(waiting.length), 1);
      if (one) settled.add(one.index);
      one?.settling.settle();
    }
    return some > 0;
  };
  const open = (): void => {
    link.hear({ clientId: who.id, cleanSession: true, keepAliveSeconds: 0, will: undefined, secret: undefined });
    link.authenticated(identityOf(who), 'brand');
    link.guard.admit();
    link.open();
  };

  const connect = packet(
    1,
    0,
    Buffer.concat([Buffer.from([0, 4]), Buffer.from('MQTT'), Buffer.from([4, 2, 0, 0, 0, 0])]),
  );
  let mostHeldBytes = 0;
  let isOpen = false;
  const cut = cutUp(early ? Buffer.concat([connect, bytes]) : bytes, random);
  if (early) socket.pieces.push(...cut);
  else socket.pieces.push(connect);
  for (let quiet = 0; quiet < 4; ) {
    let busy = random.chance(3) ? settleSome() : false;
    for (let left = random.of([0, 1, 50]); left >= 0; left -= 1) busy = socket.deliver() || busy;
    mostHeldBytes = Math.max(mostHeldBytes, link.guard.readableLength + link.settling.bytes);
    await nextTurn();
    if (!isOpen && passed.length > 0 && (!random.chance(3) || !busy)) {
      isOpen = true;
      open();
      if (!early) socket.pieces.push(...cut);
      busy = true;
    }
    if (!busy && waiting.length > 0) busy = settleSome() || true;
    quiet = busy && end === undefined ? 0 : quiet + 1;
  }
  const held = socket.pieces.length;
  if (end === undefined && !link.guard.destroyed && !link.guard.saidGoodbye) socket.emit('end');
  const left = held > 0 && end === undefined && !link.guard.saidGoodbye ? ` with ${held} pieces unread` : '';
  const how = (end ?? (link.guard.saidGoodbye ? 'goodbye' : 'ended')) + left;
  link.guard.destroy();
  await nextTurn();
  const acknowledged = pubacksOf(socket.written);
  return { handedOn, acknowledged, settledThen, passedOn: controlOf(passed), end: how, mostHeldBytes };
}

function identityOf({ kind, id }: Who): LinkIdentity {
  if (kind === 'dialect') return { kind, linkId: asId(id), children: [] };
  return { kind, linkId: asId(id), deviceId: asId(id), model: 'rv-s1' };
}

/** At any byte: in pieces of one, of a few, or in one. */
function cutUp(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  const longest = random.of([1, 3, 40, 3000, 100_000]);
  for (let at = 0; at < bytes.length; ) {
    // A stream of 64 KiB in pieces of one would take a second.
    const length = 1 + random.below(bytes.length > 8000 ? Math.max(longest, 2000) : longest);
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return pieces;
}

function pubacksOf(written: readonly Buffer[]): number[] {
  const bytes = Buffer.concat(written);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => {
    if (bytes.readUInt16BE(index * 4) !== 0x4002) throw new Error('something else than PUBACK was sent');
    return bytes.readUInt16BE(index * 4 + 2);
  });
}

/** First byte and body of what went on to aedes, CONNECT apart. */
function controlOf(passed: readonly Buffer[]): string[] {
  const bytes = Buffer.concat(passed);
  const packets: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    let [length, index] = [0, 1];
    for (; ; index += 1) {
      const byte = bytes[at + index] ?? 0;
      length += (byte & 127) * 128 ** (index - 1);
      if (byte < 128) break;
    }
    const bodyAt = at + index + 1;
    const whole = Buffer.concat([bytes.subarray(at, at + 1), bytes.subarray(bodyAt, bodyAt + length)]);
    if (whole[0] !== 0x10) packets.push(whole.toString('hex'));
    at = bodyAt + length;
  }
  return packets;
}

async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
