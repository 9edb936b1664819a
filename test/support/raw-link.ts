import { connect, type Socket } from 'node:net';
import mqttPacket from 'mqtt-packet';

/** A bare socket to the broker: sends any bytes, and keeps the packets that come back. */
export class RawLink {
  readonly packets: mqttPacket.Packet[] = [];
  closed = false;
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const parser = mqttPacket.parser({ protocolVersion: 4 });
    parser.on('packet', (packet) => this.packets.push(packet));
    socket.on('data', (bytes) => parser.parse(bytes));
    socket.on('close', () => (this.closed = true));
    socket.on('error', () => undefined);
  }

  static async open(url: string): Promise<RawLink> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new RawLink(socket);
  }

  /** The CONNACK's return code. */
  async connect(offer: Offer): Promise<number> {
    this.send(connectBytes(offer));
    return (await this.next('connack')).returnCode ?? -1;
  }

  send(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Resolves when the system has taken it, or never will. */
  async drained(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve) => this.#socket.write(bytes, () => resolve()));
  }

  /** Waits for a packet of this kind and takes it. */
  async next<Kind extends mqttPacket.Packet['cmd']>(cmd: Kind): Promise<Extract<mqttPacket.Packet, { cmd: Kind }>> {
    await this.until(() => this.packets.some((packet) => packet.cmd === cmd) || this.closed);
    const index = this.packets.findIndex((packet) => packet.cmd === cmd);
    const [packet] = index < 0 ? [] : this.packets.splice(index, 1);
    if (!packet) throw new Error(`The link was closed before a ${cmd}`);
    return packet as Extract<mqttPacket.Packet, { cmd: Kind }>;
  }

  async until(condition: () => boolean, ms = 15_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error('The broker did not do what was waited for');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  untilClosed(): Promise<void> {
    return this.until(() => this.closed);
  }

  /** After what was sent has left. */
  hangUp(): void {
    this.#socket.end();
  }

  end(): void {
    this.#socket.destroy();
  }
}

export type Offer = Partial<mqttPacket.IConnectPacket> & { readonly clientId: string };

/** A CONNECT as a device of this contract sends it, but for what is given. */
export function connectBytes(offer: Offer): Buffer {
  return mqttPacket.generate({
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 0,
    username: offer.clientId,
    ...offer,
  });
}

export function subscribeBytes(filter: string): Buffer {
  return mqttPacket.generate({ cmd: 'subscribe', messageId: 9, subscriptions: [{ topic: filter, qos: 1 }] });
}

export function publishBytes(topic: string, payload: Uint8Array, qos: 0 | 1 | 2 = 1): Buffer {
  const messageId = qos === 0 ? {} : { messageId: 7 };
  return mqttPacket.generate({
    cmd: 'publish',
    topic,
    payload: Buffer.from(payload),
    qos,
    dup: false,
    retain: false,
    ...messageId,
  });
}
