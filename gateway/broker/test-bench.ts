import { connect as connectSocket, type Socket } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { asId, type DeviceId, type LinkId } from '../domain/ids.ts';
import type { Clock } from '../ports/host.ts';
import type { BrokerRefusal, DeviceGate, LinkIdentity, RawMessage } from '../ports/links.ts';
import { type Broker, startBroker } from './broker.ts';
import { fixedHeader } from './framing.ts';
import type { Limits } from './limits.ts';

/** For the tests of this folder: a broker on a free port of the loopback, and a client that can misbehave. */
export interface Bench {
  readonly broker: Broker;
  /** What the broker told, in order: `connected d1`, `message diag/1/d1/up/birth`, `refused link_topic d1`. */
  readonly told: string[];
  readonly messages: RawMessage[];
  /** What it noticed and did not refuse: `link_taken_over d1`. */
  readonly noticed: string[];
  refusals(): BrokerRefusal[];
  /** A socket that has said nothing yet. */
  dial(): Promise<RawClient>;
  /** A client that has its CONNACK. */
  join(deviceId: string, connect?: Partial<mqttPacket.IConnectPacket>): Promise<RawClient>;
  stop(): Promise<void>;
}

export interface BenchOptions {
  readonly limits?: Partial<Limits>;
  readonly gate?: DeviceGate;
  /** The real one unless given. */
  readonly clock?: Clock;
  /** How messages settle; at once unless given. */
  readonly settle?: (raw: RawMessage) => Promise<void>;
  readonly subscribed?: (broker: Broker, link: LinkIdentity) => void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export function deviceId(text: string): DeviceId {
  return asId<DeviceId>(text);
}

export function linkId(text: string): LinkId {
  return asId<LinkId>(text);
}

/** Knows every device but those called `nobody`, by the secret `secret`; an id that starts with `homie` is such a link. */
export const benchGate: DeviceGate = {
  authenticate: async ({ userName, secret }) => {
    if (secret !== 'secret' || userName === 'nobody') return undefined;
    if (userName.startsWith('homie')) return { kind: 'dialect', linkId: linkId(userName), children: [] };
    return { kind: 'native', linkId: linkId(userName), deviceId: deviceId(userName), model: 'rv-s1' };
  },
};

export async function startBench(options: BenchOptions = {}): Promise<Bench> {
  const told: string[] = [];
  const messages: RawMessage[] = [];
  const refused: BrokerRefusal[] = [];
  const noticed: string[] = [];
  const clients: RawClient[] = [];
  const broker: Broker = await startBroker({
    host: '127.0.0.1',
    port: 0,
    gate: options.gate ?? benchGate,
    clock: options.clock ?? realClock,
    limits: { closeMs: 200, ...options.limits },
    events: {
      connected: (link) => told.push(`connected ${link.linkId}`),
      subscribed: (link) => {
        told.push(`subscribed ${link.linkId}`);
        options.subscribed?.(broker, link);
      },
      disconnected: (link) => told.push(`disconnected ${link.linkId}`),
      message: (raw, settling) => {
        told.push(`message ${raw.topic}`);
        messages.push(raw);
        if (options.settle === undefined) settling.settle();
        else
          options.settle(raw).then(
            () => settling.settle(),
            () => settling.fail(),
          );
      },
      refused: (event) => {
        told.push(`refused ${event.code} ${event.linkId}`);
        refused.push(event.code);
      },
      noticed: ({ code, linkId: link }) => noticed.push(`${code} ${link}`),
    },
  });
  const dial = async (): Promise<RawClient> => {
    const client = await RawClient.dial(broker.port);
    clients.push(client);
    return client;
  };
  return {
    broker,
    told,
    messages,
    noticed,
    refusals: () => refused,
    dial,
    join: async (id, connect) => {
      const client = await dial();
      client.send(connectPacket(id, connect));
      const connack = await client.next('connack');
      if (connack.returnCode !== 0) throw new Error(`CONNACK ${connack.returnCode}`);
      return client;
    },
    stop: async () => {
      for (const client of clients) client.socket.destroy();
      await broker.close();
    },
  };
}

export function connectPacket(id: string, more: Partial<mqttPacket.IConnectPacket> = {}): mqttPacket.IConnectPacket {
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: true,
    keepalive: 0,
    clientId: id,
    username: id,
    password: Buffer.from('secret'),
    ...more,
  };
}

export function publishPacket(
  topic: string,
  messageId: number,
  more: Partial<mqttPacket.IPublishPacket> = {},
): mqttPacket.IPublishPacket {
  return { cmd: 'publish', qos: 1, dup: false, retain: false, topic, payload: 'x', messageId, ...more };
}

export function subscribePacket(filters: readonly string[], messageId = 1): mqttPacket.ISubscribePacket {
  return { cmd: 'subscribe', messageId, subscriptions: filters.map((topic) => ({ topic, qos: 1 })) };
}

/** Messages settle when the test says so. */
export function held(): {
  settle: (raw: RawMessage) => Promise<void>;
  release: (at: number) => void;
  fail: (at: number) => void;
} {
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  return {
    settle: async () => new Promise<void>((resolve, reject) => waiting.push({ resolve, reject })),
    release: (at) => waiting[at]?.resolve(),
    fail: (at) => waiting[at]?.reject(new Error('the store cannot write')),
  };
}

/** The start of a QoS 1 PUBLISH whose payload of `payloadBytes` is still to come. */
export function publishStart(topic: string, messageId: number, payloadBytes: number): Buffer {
  const name = Buffer.from(topic);
  const variable = Buffer.alloc(2 + name.length + 2);
  variable.writeUInt16BE(name.length, 0);
  name.copy(variable, 2);
  variable.writeUInt16BE(messageId, 2 + name.length);
  return Buffer.concat([fixedHeader(0x32, variable.length + payloadBytes), variable]);
}

/** Waits until `holds`, for at most 15 s: patience with a machine that others share, and no claim about time. */
export async function until(holds: () => boolean, what = 'condition'): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`not reached in 15 s: ${what}`);
    await pause(5);
  }
}

export async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms));
}

type Received = mqttPacket.Packet & {
  readonly returnCode?: number;
  readonly messageId?: number;
  readonly granted?: unknown;
};

export class RawClient {
  readonly socket: Socket;
  readonly received: Received[] = [];
  isClosed = false;

  static async dial(port: number): Promise<RawClient> {
    const socket = connectSocket({ port, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new RawClient(socket);
  }

  constructor(socket: Socket) {
    this.socket = socket;
    const parser = mqttPacket.parser();
    parser.on('packet', (packet) => this.received.push(packet));
    socket.on('data', (chunk) => parser.parse(chunk));
    socket.on('error', () => undefined); // a reset is one of the ways in which a broker closes
    socket.on('close', () => (this.isClosed = true));
  }

  send(...parts: readonly (mqttPacket.Packet | Uint8Array)[]): void {
    this.socket.write(
      Buffer.concat(parts.map((part) => (part instanceof Uint8Array ? part : mqttPacket.generate(part)))),
    );
  }

  /** The next packet of this kind that was not asked for before. */
  async next(command: mqttPacket.Packet['cmd']): Promise<Received> {
    await until(() => this.received.some((packet) => packet.cmd === command), command);
    const at = this.received.findIndex((packet) => packet.cmd === command);
    const [packet] = this.received.splice(at, 1);
    if (packet === undefined) throw new Error('unreachable');
    return packet;
  }

  /** The packet ids of all PUBACKs so far, in order. */
  acknowledged(): (number | undefined)[] {
    return this.received.filter((packet) => packet.cmd === 'puback').map((packet) => packet.messageId);
  }

  async closed(): Promise<void> {
    await until(() => this.isClosed, 'closed by the broker');
  }
}
