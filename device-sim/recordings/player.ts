import { setTimeout as wait } from 'node:timers/promises';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import type { RecordedMessage } from './recording.ts';

/** How a link signs in: client id and user name are its id. */
export interface LinkCredentials {
  readonly deviceId: string;
  readonly secret: string;
}

export interface Said {
  readonly topic: string;
  readonly payload: string;
}

export interface Play {
  readonly credentials: LinkCredentials;
  /** mqtt://host:port, or mqtts:// */
  readonly gatewayUrl: string;
  readonly messages: readonly RecordedMessage[];
  /** ms from the first message to the end; the last message's time when not given. */
  readonly lastsMs?: number;
  /** killed: the connection breaks in the end, so that the gateway finds the will. */
  readonly end?: 'killed' | 'stopped';
  readonly will?: Said;
  /** Last word when it is stopped from outside. */
  readonly farewell?: Said;
  /** ms of the recording at which to begin; what comes before is published at once, for it holds the descriptions. */
  readonly fromMs?: number;
  /** How many times faster than recorded. */
  readonly speed?: number;
  /** Ends it, with the farewell. */
  readonly signal?: AbortSignal;
}

const reconnectMs = 2_000;
/** How long an aborted player waits for its last word to be acknowledged. */
const farewellMs = 1_000;

/**
 * Publishes a recording over one connection, at QoS 1 and in its timing. Resolves at the end or when aborted; rejects when the
 * gateway refuses the connection. A connection that breaks in between is made again and what was not acknowledged is sent again.
 */
export async function play(options: Play): Promise<void> {
  // A signal outlives the runs that are played under it, one after the other: none leaves its listener there.
  const over = new AbortController();
  try {
    await playUntil(whenAborted(options.signal, over.signal), options);
  } finally {
    over.abort();
  }
}

async function playUntil(abort: Promise<void>, options: Play): Promise<void> {
  const { messages, signal, speed = 1, fromMs = 0 } = options;
  const client = await connect(options);
  const started = performance.now();
  const waitUntil = (atMs: number) => waitFor((atMs - fromMs) / speed - (performance.now() - started), signal);
  for (const { atMs, topic, payload, retain } of messages) {
    await waitUntil(atMs);
    if (signal?.aborted) break;
    await Promise.race([client.publishAsync(topic, payload, { qos: 1, retain }), abort]);
  }
  await waitUntil(options.lastsMs ?? messages.at(-1)?.atMs ?? 0);
  if (signal?.aborted && client.connected) {
    const { farewell } = options;
    const said = farewell && client.publishAsync(farewell.topic, farewell.payload, { qos: 1, retain: true });
    await Promise.race([said, wait(farewellMs)]);
  } else if (signal?.aborted || options.end === 'killed') {
    await breakConnection(client);
    return;
  }
  await client.endAsync();
}

async function connect({ credentials, gatewayUrl, will }: Play): Promise<MqttClient> {
  const { deviceId, secret } = credentials;
  const settings: IClientOptions = {
    clientId: deviceId,
    username: deviceId,
    password: secret,
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    reconnectPeriod: reconnectMs,
    ...(will ? { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } } : {}),
  };
  const client = await connectAsync(gatewayUrl, settings, false);
  // Once connected, an error is followed by `close` and the client's own next try; unheard it would end the process.
  client.on('error', () => undefined);
  return client;
}

/** As a kill does: no DISCONNECT (MQTT 3.1.1, 3.14), so that the server publishes the will. */
function breakConnection(client: MqttClient): Promise<void> {
  return new Promise((done) => client.end(true, () => done()));
}

function whenAborted(aborted: AbortSignal | undefined, forgotten: AbortSignal): Promise<void> {
  return new Promise((done) => aborted?.addEventListener('abort', () => done(), { once: true, signal: forgotten }));
}

export async function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  try {
    await wait(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
