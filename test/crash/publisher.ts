import { connect, type Socket } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { diag } from '../../proto/generated/codec.js';
import { downFilter, upTopic } from '../../proto/topics.ts';
import type { FleetDevice } from '../support/granted-fleet.ts';
import { connectBytes, subscribeBytes } from '../support/raw-link.ts';

/** One boot of a device: what it still keeps, and what it was told is settled. */
interface Boot {
  readonly id: number;
  nextSeq: number;
  /** Sent or to be sent, not acknowledged: in order. */
  unsettled: number[];
  readonly acknowledged: Set<number>;
}

const birthPacketId = 65_535;

export interface PublisherOptions {
  readonly device: FleetDevice;
  /** Its boots count up from here. */
  readonly firstBootId: number;
  /** From which of its own addresses it connects. */
  readonly localAddress?: string;
  /** Sent and not yet acknowledged, as fast as it goes; 0: only what `say` says. */
  readonly inFlight?: number;
  /** It asks for what comes down, and acknowledges it. */
  readonly subscribes?: boolean;
  /** Left with the broker; none unless given. */
  readonly will?: { readonly topic: string; readonly payload: Buffer };
}

/**
 * A device's side of settling (WIRE.md "Settling") over a bare socket, for thousands of them in one process: QoS 1, keeps
 * until PUBACK, resends in order with the same seq.
 */
export class Publisher {
  readonly device: FleetDevice;
  readonly boots: Boot[] = [];
  /** PUBACKs that were not for the oldest unacknowledged message. */
  outOfOrder = 0;
  connected = false;
  /** Return codes of CONNACKs that said no. */
  readonly refusals: number[] = [];
  /** Called after each CONNACK that says yes, and when everything that was kept until then is acknowledged. */
  onConnected: (() => void) | undefined;
  onSettled: (() => void) | undefined;
  /** Its connection, or its attempt at one, is over, and not because it wanted so. */
  onClosed: (() => void) | undefined;
  readonly #options: PublisherOptions;
  #socket: Socket | undefined;
  #stopped = false;

  constructor(options: PublisherOptions) {
    this.device = options.device;
    this.#options = options;
    this.#boot();
  }

  get acknowledged(): number {
    return this.boots.reduce((sum, boot) => sum + boot.acknowledged.size, 0);
  }

  get unsettled(): number {
    return this.#now.unsettled.length;
  }

  /** The last message that it has said. */
  get newest(): number {
    return this.#now.nextSeq - 1;
  }

  /** Whether all up to this one are acknowledged. */
  isSettled(seq: number): boolean {
    return (this.#now.unsettled[0] ?? Number.POSITIVE_INFINITY) > seq;
  }

  /** `reboot`: what it kept is gone with the boot. */
  connect(url: { readonly host: string; readonly port: number }, reboot = false): void {
    if (reboot) this.#boot();
    const { localAddress, will } = this.#options;
    const parser = mqttPacket.parser({ protocolVersion: 4 });
    const socket = connect({ ...url, noDelay: true, ...(localAddress === undefined ? {} : { localAddress }) });
    this.#socket = socket;
    const { deviceId, secret } = this.device;
    const offer = { clientId: deviceId, password: Buffer.from(secret) };
    const lastWill = will && { will: { ...will, qos: 1, retain: false } as const };
    socket.on('connect', () => socket.write(connectBytes({ ...offer, ...lastWill })));
    socket.on('data', (bytes) => parser.parse(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket !== socket) return;
      this.connected = false;
      this.onClosed?.();
    });
    parser.on('packet', (packet) => {
      // Of a connection that it has given up it knows nothing any more.
      if (this.#socket !== socket) return;
      if (packet.cmd === 'connack') this.#greet(packet.returnCode ?? -1);
      if (packet.cmd === 'puback') this.#settled(packet.messageId ?? 0);
      if (packet.cmd === 'publish' && packet.qos === 1) {
        const acknowledgement = { cmd: 'puback', messageId: packet.messageId ?? 0 } as const;
        socket.write(mqttPacket.generate(acknowledgement));
      }
    });
  }

  /** `reset`: the other side is told; `silent`: nothing is said or heard any more, and the socket stays open. */
  drop(how: 'reset' | 'silent'): Socket | undefined {
    const socket = this.#socket;
    this.#socket = undefined;
    this.connected = false;
    if (how === 'reset') socket?.resetAndDestroy();
    else socket?.pause();
    return socket;
  }

  /** One message more, sent now or when it is connected. */
  say(): void {
    const boot = this.#now;
    const seq = boot.nextSeq;
    boot.nextSeq += 1;
    boot.unsettled.push(seq);
    if (this.connected) this.#publish(seq);
  }

  /** Nothing new any more; what is kept is still to be acknowledged. */
  stop(): void {
    this.#stopped = true;
  }

  end(): void {
    this.#stopped = true;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.destroy();
    this.connected = false;
  }

  get #now(): Boot {
    const boot = this.boots.at(-1);
    if (!boot) throw new Error('No boot');
    return boot;
  }

  #boot(): void {
    this.boots.push({
      id: this.#options.firstBootId + this.boots.length,
      nextSeq: 1,
      unsettled: [],
      acknowledged: new Set(),
    });
  }

  #greet(returnCode: number): void {
    if (returnCode !== 0) {
      this.refusals.push(returnCode);
      return;
    }
    this.connected = true;
    this.onConnected?.();
    if (this.#options.subscribes) this.#socket?.write(subscribeBytes(downFilter(this.device.deviceId)));
    this.#send('birth', birthPacketId, diag.Birth.encode({ bootId: this.#now.id, model: 'rv-s1', metrics }).finish());
    for (const seq of this.#now.unsettled) this.#publish(seq);
    this.#fill();
  }

  #fill(): void {
    const { inFlight = 8 } = this.#options;
    while (!this.#stopped && this.#now.unsettled.length < inFlight) this.say();
  }

  #settled(packetId: number): void {
    if (packetId === birthPacketId) return;
    const boot = this.#now;
    const [oldest] = boot.unsettled;
    if (oldest !== packetId) this.outOfOrder += 1;
    boot.unsettled = boot.unsettled.filter((seq) => seq !== packetId);
    boot.acknowledged.add(packetId);
    if (boot.unsettled.length === 0) this.onSettled?.();
    this.#fill();
  }

  /** The packet id is the seq: a run sends fewer than 65,535 of a boot. */
  #publish(seq: number): void {
    if (seq >= birthPacketId) throw new Error('More messages than packet ids');
    const header = { bootId: this.#now.id, seq, epoch: this.device.epoch, baseAt: 1 };
    const message = { header, aliases: [1], values: [seq % 100], offsetsMs: [0] };
    this.#send('telemetry', seq, diag.Telemetry.encode(message).finish());
  }

  #send(lane: 'birth' | 'telemetry', messageId: number, payload: Uint8Array): void {
    const topic = upTopic(this.device.deviceId, lane);
    const packet = { cmd: 'publish', topic, payload: Buffer.from(payload), qos: 1, dup: false, retain: false } as const;
    this.#socket?.write(mqttPacket.generate({ ...packet, messageId }));
  }
}

const metrics = [{ alias: 1, name: 'battery.level', type: 1, unit: '%', idlePeriodMs: 1_000, livePeriodMs: 1_000 }];
