import mqtt, { type MqttClient } from 'mqtt';
import { diag } from '../../proto/generated/codec.js';
import { downFilter, type UpLane, upTopic } from '../../proto/topics.ts';

export interface WireDeviceOptions {
  readonly url: string;
  readonly deviceId: string;
  readonly secret: string;
  readonly bootId?: number;
  /** 0 for tests whose clock leaps. */
  readonly keepAliveSeconds?: number;
  /** For mqtts: whom it trusts, PEM. */
  readonly ca?: string;
}

/** A bare device for tests: says exactly what it is told to, byte for byte. */
export class WireDevice {
  readonly consents: diag.ConsentState[] = [];
  readonly leases: diag.LiveLease[] = [];
  rebirths = 0;
  closed = false;
  seq = 0;
  readonly bootId: number;
  readonly #options: WireDeviceOptions;
  readonly #client: MqttClient;
  #waiting: (() => void)[] = [];

  private constructor(client: MqttClient, options: WireDeviceOptions) {
    this.#client = client;
    this.#options = options;
    this.bootId = options.bootId ?? 77;
    client.on('close', () => (this.closed = true));
    client.on('error', () => undefined);
    client.on('message', (topic, payload) => {
      const lane = topic.split('/').at(-1);
      if (lane === 'consent') this.consents.push(diag.ConsentState.decode(payload));
      if (lane === 'live') this.leases.push(diag.LiveLease.decode(payload));
      if (lane === 'rebirth') this.rebirths += 1;
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  /** Connected, subscribed, and told its consent. */
  static async connect(options: WireDeviceOptions): Promise<WireDevice> {
    const client = await mqtt.connectAsync(options.url, {
      clientId: options.deviceId,
      username: options.deviceId,
      password: options.secret,
      clean: true,
      reconnectPeriod: 0,
      protocolVersion: 4,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      ...(options.keepAliveSeconds === undefined ? {} : { keepalive: options.keepAliveSeconds }),
    });
    const device = new WireDevice(client, options);
    await client.subscribeAsync(downFilter(options.deviceId), { qos: 1 });
    await device.until(() => device.consents.length > 0);
    return device;
  }

  get consent(): diag.ConsentState | undefined {
    return this.consents.at(-1);
  }

  get epoch(): number {
    return Number(this.consent?.epoch ?? 0);
  }

  /** Resolves when acknowledged. */
  async publish(lane: UpLane, payload: Uint8Array): Promise<void> {
    await this.#client.publishAsync(upTopic(this.#options.deviceId, lane), Buffer.from(payload), { qos: 1 });
  }

  birth(metrics: diag.IMetricDeclaration[], model = 'rv-s1'): Promise<void> {
    return this.publish(
      'birth',
      diag.Birth.encode({ bootId: this.bootId, model, hardwareRevision: 'A', metrics }).finish(),
    );
  }

  telemetry(values: Readonly<Record<number, number>>, header: diag.IHeader = {}): Promise<void> {
    const aliases = Object.keys(values).map(Number);
    const message = {
      header: this.header(header),
      aliases,
      values: Object.values(values),
      offsetsMs: aliases.map(() => 0),
    };
    return this.publish('telemetry', diag.Telemetry.encode(message).finish());
  }

  errors(errors: diag.IErrorChange[], complete = false, header: diag.IHeader = {}): Promise<void> {
    return this.publish('error', diag.ErrorReport.encode({ header: this.header(header), complete, errors }).finish());
  }

  confirm(requestId: string, readAloud = false): Promise<void> {
    return this.publish('consent', diag.ConsentAction.encode({ confirm: { requestId, readAloud } }).finish());
  }

  stop(): Promise<void> {
    return this.publish('consent', diag.ConsentAction.encode({ stop: {} }).finish());
  }

  header(given: diag.IHeader = {}): diag.IHeader {
    this.seq += 1;
    return { bootId: this.bootId, seq: this.seq, epoch: this.epoch, baseAt: Date.now(), ...given };
  }

  async until(condition: () => boolean, ms = 15_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error('The gateway did not say what was waited for');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async end(): Promise<void> {
    await this.#client.endAsync(true);
  }
}
