import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import mqttPacket from 'mqtt-packet';
import { diag } from '../../proto/generated/codec.js';
import { type DownLane, downFilter, downTopic, parseUpTopic, type UpLane } from '../../proto/topics.ts';

export interface Received {
  readonly lane: UpLane;
  readonly payload: Uint8Array;
  /** Number of the connection it came on, from 1. */
  readonly connection: number;
}

/** The gateway's side of the wire for tests: one device at a time, real sockets, PUBACKs held back on request. */
export class ScriptedGateway {
  readonly received: Received[] = [];
  readonly problems: string[] = [];
  connections = 0;
  /** The will's topic and payload, as the newest CONNECT gave them. */
  will: { topic: string; payload: Uint8Array } | undefined;
  connectPacket: mqttPacket.IConnectPacket | undefined;
  disconnects = 0;
  /** Undefined: no consent is announced at all after SUBACK (a gateway that breaks its word). */
  state: diag.ConsentState.$Properties | undefined = { epoch: 1 };
  /** It announces even before SUBACK, as MQTT 3.1.1 section 3.8.4 allows. */
  eager = false;
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();
  #socket: Socket | undefined;
  #held: number[] | undefined;
  #away = false;
  #deviceId = '';
  #packetId = 0;

  private constructor(server: Server) {
    this.#server = server;
    const pair = generateKeyPairSync('ed25519');
    this.publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
    server.on('connection', (socket) => this.#accept(socket));
  }

  static async start(): Promise<ScriptedGateway> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ScriptedGateway(server);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`;
  }
  /** PUBLISH packets that wait for their PUBACK. */
  get heldCount(): number {
    return this.#held?.length ?? 0;
  }

  async stop(): Promise<void> {
    this.#socket?.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  holdAcks(): void {
    this.#held ??= [];
  }
  releaseAcks(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const messageId of held) this.#write({ cmd: 'puback', messageId });
  }
  /** Cuts the line without a word. */
  cut(): void {
    this.#held = undefined;
    this.#socket?.destroy();
  }
  /** Out of reach, until `comeBack`: the line is cut, and so is each new one. Its port stays its own meanwhile. */
  leave(): void {
    this.#away = true;
    this.cut();
  }
  comeBack(): void {
    this.#away = false;
  }

  announce(state: diag.ConsentState.$Properties): void {
    this.state = state;
    this.send('consent', diag.ConsentState.encode(state).finish());
  }

  send(lane: DownLane, payload: Uint8Array): void {
    this.#packetId = (this.#packetId % 65_535) + 1;
    this.#write({
      cmd: 'publish',
      topic: downTopic(this.#deviceId, lane),
      payload: Buffer.from(payload),
      qos: 1,
      dup: false,
      retain: false,
      messageId: this.#packetId,
    });
  }

  /** Sends a signed operation; `change` spoils the claims before they are signed. */
  operate(options: { executionId: string; name: string; grantId: string; epoch: number; nonce?: Uint8Array }): void {
    const { nonce = randomBytes(16), ...rest } = options;
    const claims = diag.OperationClaims.encode({ deviceId: this.#deviceId, ttlMs: 30_000, nonce, ...rest }).finish();
    const signature = sign(null, claims, this.#privateKey);
    const { executionId, name } = options;
    this.send('operation', diag.Operation.encode({ executionId, name, token: { claims, signature } }).finish());
  }

  of(lane: UpLane): readonly Received[] {
    return this.received.filter((message) => message.lane === lane);
  }

  /** Resolves when `condition` holds; fails with `what` after `withinMs`. */
  async until(what: string, condition: () => boolean, withinMs = 15_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!condition()) {
      if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 20);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  #accept(socket: Socket): void {
    if (this.#away) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    this.connections += 1;
    const connection = this.connections;
    const parser = mqttPacket.parser({ protocolVersion: 4 });
    parser.on('packet', (packet) => this.#take(packet, socket, connection));
    parser.on('error', (error) => this.problems.push(error.message));
    socket.on('data', (bytes) => parser.parse(bytes));
    socket.on('error', () => undefined);
  }

  #take(packet: mqttPacket.Packet, socket: Socket, connection: number): void {
    switch (packet.cmd) {
      case 'connect':
        this.connectPacket = packet;
        this.#deviceId = packet.clientId;
        this.will = packet.will && { topic: packet.will.topic, payload: packet.will.payload as Buffer };
        this.#write({ cmd: 'connack', returnCode: 0, sessionPresent: false }, socket);
        break;
      case 'subscribe': {
        const topics = packet.subscriptions.map((subscription) => subscription.topic);
        if (topics.join() !== downFilter(this.#deviceId)) this.problems.push(`subscribed to ${topics.join()}`);
        const announce = (): void => {
          if (this.state) this.send('consent', diag.ConsentState.encode(this.state).finish());
        };
        if (this.eager) announce();
        this.#write({ cmd: 'suback', messageId: packet.messageId ?? 0, granted: [1] }, socket);
        if (!this.eager) announce();
        break;
      }
      case 'publish': {
        const topic = parseUpTopic(packet.topic);
        if (!topic || topic.deviceId !== this.#deviceId || packet.retain || packet.qos !== 1) {
          this.problems.push(`published ${packet.topic} qos ${packet.qos} retain ${packet.retain}`);
        }
        if (topic) this.received.push({ lane: topic.lane, payload: packet.payload as Buffer, connection });
        if (this.#held) this.#held.push(packet.messageId ?? 0);
        else this.#write({ cmd: 'puback', messageId: packet.messageId ?? 0 }, socket);
        break;
      }
      case 'pingreq':
        this.#write({ cmd: 'pingresp' }, socket);
        break;
      case 'disconnect':
        this.disconnects += 1;
        break;
      default:
        break;
    }
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #write(packet: mqttPacket.Packet, socket = this.#socket): void {
    if (socket?.writable) socket.write(mqttPacket.generate(packet));
  }
}
