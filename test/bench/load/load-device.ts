import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { downFilter, upTopic } from '../../../proto/topics.ts';
import { connectBytes, subscribeBytes } from '../../support/raw-link.ts';
import { birth, firstSeq, lastSeq, makePacketRing, type PacketRing, publishPacket } from '../telemetry-packets.ts';

/** Who it is, as the gateway knows it; a peer asks for nothing. */
export interface LoadIdentity {
  readonly deviceId: string;
  readonly secret: string;
  readonly epoch: number;
}

/** What a device tells the run that it is in. */
export interface LoadRun {
  /** So many of its messages were acknowledged. */
  acknowledged(device: LoadDevice, count: number): void;
  /** Whether to keep the time from sending to PUBACK of each message. */
  readonly timings: number[] | undefined;
}

/** Read into by every socket in turn: what came is dealt with before the next one reads. */
const readBuffer = Buffer.alloc(65_536);
const connack = 0x20;
const puback = 0x40;

/**
 * A device of the bench over a bare socket: prepared packets of QoS 1, one write for all that may be sent, PUBACKs taken by
 * counting bytes. One that subscribes also reads and acknowledges what comes down.
 */
export class LoadDevice {
  run: LoadRun | undefined;
  inFlight = 0;
  /** Why it can send nothing more. */
  broken: Error | undefined;
  readonly #ring: PacketRing;
  readonly #sentAt: Float64Array;
  readonly #socket: Socket;
  readonly #subscribed: boolean;
  #slot = 0;
  #ackedSlot = 0;
  #seq = firstSeq;
  /** Bytes of a PUBACK that has not come whole. */
  #odd = 0;
  #unread = Buffer.alloc(0);
  #greeted: (firstByte: number) => void = () => undefined;

  private constructor(options: {
    readonly port: number;
    readonly ring: PacketRing;
    readonly subscribe: boolean;
  }) {
    this.#ring = options.ring;
    this.#subscribed = options.subscribe;
    this.#sentAt = new Float64Array(options.ring.count);
    this.#socket = connect({
      host: '127.0.0.1',
      port: options.port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (bytes: number) => {
          this.#read(bytes);
          return true;
        },
      },
    });
    this.#socket.on('error', (error) => (this.broken ??= error));
    this.#socket.on('close', () => {
      this.broken ??= new Error('The server closed the connection');
      this.#greeted(-1);
    });
  }

  /** Connected, subscribed if so wanted, its Birth acknowledged. */
  static async open(options: {
    readonly port: number;
    readonly identity: LoadIdentity;
    readonly bootId: number;
    /** How many different messages it has to say; also the most in flight. */
    readonly packets: number;
    readonly subscribe: boolean;
    readonly random: () => number;
  }): Promise<LoadDevice> {
    const { identity, bootId, packets, random } = options;
    const { deviceId, epoch } = identity;
    const ring = makePacketRing({ deviceId, bootId, epoch, count: packets, random });
    const device = new LoadDevice({ ...options, ring });
    await device.#greet(connectBytes({ clientId: deviceId, password: Buffer.from(identity.secret) }), connack);
    if (options.subscribe) device.#socket.write(subscribeBytes(downFilter(deviceId)));
    await device.#greet(publishPacket(upTopic(deviceId, 'birth'), birth(bootId)), puback);
    return device;
  }

  /** The next `count` messages. Nothing is sent beyond what the ring holds. */
  send(count: number): number {
    const mostNow = Math.min(count, this.#ring.count - this.inFlight);
    const at = Date.now();
    const now = this.run?.timings ? performance.now() : 0;
    for (let left = mostNow; left > 0; ) {
      const batch = Math.min(left, this.#ring.count - this.#slot);
      const begin = this.#ring.stamp(this.#slot, this.#nextSeq(), at);
      this.#sentAt[this.#slot] = now;
      for (let step = 1; step < batch; step += 1) {
        this.#ring.stamp(this.#slot + step, this.#nextSeq(), at);
        this.#sentAt[this.#slot + step] = now;
      }
      this.#socket.write(this.#ring.bytes.subarray(begin, begin + batch * this.#ring.packetBytes));
      this.#slot = (this.#slot + batch) % this.#ring.count;
      left -= batch;
    }
    this.inFlight += mostNow;
    return mostNow;
  }

  /** When the message of this seq was sent, by performance.now(); one of the last `packets`, in a run with timings. */
  sentAtMs(seq: number): number {
    return this.#sentAt[(seq - firstSeq) % this.#ring.count] ?? Number.NaN;
  }

  /** Of the message that was sent last. */
  get seq(): number {
    return this.#seq - 1;
  }

  end(): void {
    this.broken ??= new Error('Ended');
    this.#socket.destroy();
  }

  #nextSeq(): number {
    if (this.#seq > lastSeq) throw new Error('More messages than prepared seqs');
    this.#seq += 1;
    return this.#seq - 1;
  }

  /** Sends it and waits for an answer of this type. */
  async #greet(bytes: Buffer, wanted: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#greeted = (firstByte) => {
        if (firstByte === wanted) resolve();
        else if (firstByte === -1) reject(this.broken ?? new Error('closed'));
      };
      this.#socket.write(bytes);
    });
    this.#greeted = () => undefined;
  }

  #read(bytes: number): void {
    if (this.run && !this.#subscribed) this.#count(bytes);
    else this.#parse(bytes);
  }

  /** Nothing but PUBACKs can come. */
  #count(bytes: number): void {
    if (this.#odd === 0 && readBuffer[0] !== puback) this.broken = new Error('Not a PUBACK');
    const whole = this.#odd + bytes;
    this.#odd = whole & 3;
    this.#acknowledged(whole >> 2);
  }

  #acknowledged(count: number): void {
    const { run } = this;
    this.inFlight -= count;
    if (run?.timings) {
      const now = performance.now();
      for (let step = 0; step < count; step += 1) {
        run.timings.push(now - (this.#sentAt[this.#ackedSlot] ?? now));
        this.#ackedSlot = (this.#ackedSlot + 1) % this.#ring.count;
      }
    } else this.#ackedSlot = (this.#ackedSlot + count) % this.#ring.count;
    if (count > 0) run?.acknowledged(this, count);
  }

  /** Packets below 16 KiB, which is all that comes down. */
  #parse(bytes: number): void {
    let rest: Buffer = Buffer.concat([this.#unread, readBuffer.subarray(0, bytes)]);
    let pubacks = 0;
    while (rest.length >= 2) {
      const low = rest[1] ?? 0;
      const long = low >= 128;
      if (long && rest.length < 3) break;
      const head = long ? 3 : 2;
      const length = long ? (low & 127) + 128 * (rest[2] ?? 0) : low;
      if (rest.length < head + length) break;
      if (rest[0] === puback && this.run) pubacks += 1;
      this.#take(rest[0] ?? 0, rest.subarray(head, head + length));
      rest = rest.subarray(head + length);
    }
    this.#unread = Buffer.from(rest);
    if (pubacks > 0) this.#acknowledged(pubacks);
  }

  #take(first: number, body: Buffer): void {
    if (first === connack && body[1] !== 0) this.broken = new Error(`Refused with code ${body[1]}`);
    if (first >> 4 === 3 && (first & 6) === 2) {
      const idAt = 2 + body.readUInt16BE(0);
      this.#socket.write(Buffer.from([puback, 2, body[idAt] ?? 0, body[idAt + 1] ?? 0]));
    }
    this.#greeted(this.broken ? -1 : first);
  }
}
