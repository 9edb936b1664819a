import mqtt from 'mqtt';
import { type DownLane, downFilter, parseDownTopic, type UpLane, upTopic } from '../../proto/topics.ts';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';

export interface UplinkOptions {
  readonly url: string;
  readonly deviceId: string;
  readonly secret: string;
  readonly keepAliveS: number;
  /** Payload of the will on up/death. */
  readonly will: Uint8Array;
  readonly clock: Clock;
  /** Spreads reconnects; must not be the physics' stream. */
  readonly random: Random;
  /** SUBACK came: from now on `send` works, and the first thing sent must be Birth. */
  readonly onOpen: () => void;
  readonly onDown: (lane: DownLane, payload: Uint8Array) => void;
  /** The connection is gone; nothing unsettled will be settled by it. */
  readonly onClosed: () => void;
  /** Why a connection failed, in the library's words. */
  readonly onTrouble: (reason: string) => void;
}

const firstBackOffMs = 500;
const longestBackOffMs = 30_000;
const connectTimeoutMs = 10_000;

/**
 * One MQTT 3.1.1 connection after another, clean sessions. What is unsettled is resent by the layer above, so the MQTT
 * library keeps nothing across connections and never queues. Waits between attempts: full jitter, doubling to 30 s.
 */
export class Uplink {
  readonly #options: UplinkOptions;
  #client: mqtt.MqttClient | undefined;
  #open = false;
  #wanted = false;
  #failures = 0;
  #cancelRetry: () => void = () => undefined;

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  get open(): boolean {
    return this.#open;
  }

  start(): void {
    this.#wanted = true;
    this.#connect();
  }

  /** A connection that the gateway spoke on is a good one: the next wait is short again. */
  proven(): void {
    this.#failures = 0;
  }

  /** Publishes with QoS 1; `settled` runs when the PUBACK comes, never when the connection is lost before. */
  send(lane: UpLane, payload: Uint8Array, settled: () => void): void {
    const client = this.#client;
    if (!client || !this.#open) return;
    const topic = upTopic(this.#options.deviceId, lane);
    client.publish(topic, Buffer.from(payload), { qos: 1, retain: false }, (error) => {
      if (client !== this.#client) return;
      if (error) this.#lost(client, error.message);
      else settled();
    });
  }

  /** Leaves; with `clean` by DISCONNECT, so that the will is not published. */
  async stop(options: { readonly clean: boolean }): Promise<void> {
    this.#wanted = false;
    this.#cancelRetry();
    const client = this.#client;
    if (!client) return;
    this.#client = undefined;
    this.#setClosed();
    if (!options.clean) {
      client.stream.destroy();
      client.end(true);
      return;
    }
    await new Promise<void>((resolve) => {
      const cancel = this.#options.clock.after(1000, () => {
        client.stream.destroy();
        resolve();
      });
      client.end(!client.connected, {}, () => {
        cancel();
        resolve();
      });
    });
  }

  #connect(): void {
    const { url, deviceId, secret, keepAliveS, will } = this.#options;
    const client = mqtt.connect(url, {
      protocolVersion: 4,
      clientId: deviceId,
      username: deviceId,
      password: secret,
      clean: true,
      keepalive: keepAliveS,
      connectTimeout: connectTimeoutMs,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      will: { topic: upTopic(deviceId, 'death'), payload: Buffer.from(will), qos: 1, retain: false },
    });
    this.#client = client;
    client.on('connect', () => {
      client.subscribe(downFilter(deviceId), { qos: 1 }, (error, granted) => {
        if (client !== this.#client) return;
        if (error || granted?.some((grant) => grant.qos >= 128)) {
          this.#lost(client, error?.message ?? 'subscription refused');
          return;
        }
        this.#open = true;
        this.#options.onOpen();
      });
    });
    client.on('message', (topic, payload) => {
      const parsed = parseDownTopic(topic);
      if (client === this.#client && parsed?.deviceId === deviceId) this.#options.onDown(parsed.lane, payload);
    });
    client.on('error', (error) => this.#lost(client, error.message));
    client.on('close', () => this.#lost(client, 'closed'));
  }

  #lost(client: mqtt.MqttClient, reason: string): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    client.end(true);
    this.#options.onTrouble(reason);
    this.#setClosed();
    if (!this.#wanted) return;
    const longest = Math.min(longestBackOffMs, firstBackOffMs * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 16);
    this.#cancelRetry = this.#options.clock.after(this.#options.random.next() * longest, () => this.#connect());
  }

  #setClosed(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#options.onClosed();
  }
}
