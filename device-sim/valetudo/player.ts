import { setTimeout as wait } from 'node:timers/promises';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { type RecordedMessage, readRun, type Run, type RunName, runNames } from './recording.ts';

export interface ValetudoCredentials {
  readonly deviceId: string;
  readonly secret: string;
  /** As registered, for example `valetudo/mockvac02`. */
  readonly homieRoot: string;
}

export interface PlayOptions {
  readonly credentials: ValetudoCredentials;
  /** mqtt://host:port */
  readonly gatewayUrl: string;
  /** How many times faster than recorded; pauses too. */
  readonly speed?: number;
  /** Ends it: the vacuum is stopped cleanly, as recorded. */
  readonly signal?: AbortSignal;
  /** In this order; both when not given. */
  readonly runs?: readonly RunName[];
  /** Again and again, 5 s after each run, until aborted. */
  readonly loop?: boolean;
  /** Second of the first run at which to begin; what comes before is published at once, for it holds the description. */
  readonly from?: number;
}

const pauseMs = 5_000;
const reconnectMs = 2_000;
/** How long an aborted vacuum waits for its last word to be acknowledged. */
const farewellMs = 1_000;

/**
 * Publishes the recording as the recorded vacuum did: one connection a run, with the will `$state` = lost. Resolves at the
 * end or when aborted; rejects when the gateway refuses the connection. A connection that breaks in between is made again
 * and what was not acknowledged is sent again.
 */
export async function playValetudo(options: PlayOptions): Promise<void> {
  const { signal, speed = 1, runs = runNames } = options;
  const aborted = () => signal?.aborted === true;
  const abort = whenAborted(signal);
  let fromMs = (options.from ?? 0) * 1000;
  do {
    for (const name of runs) {
      if (aborted()) return;
      await playRun({ run: readRun(name), fromMs, abort, options });
      fromMs = 0;
      await waitFor(pauseMs / speed, signal);
    }
  } while (options.loop && !aborted());
}

async function playRun(play: {
  readonly run: Run;
  readonly fromMs: number;
  readonly abort: Promise<void>;
  readonly options: PlayOptions;
}): Promise<void> {
  const { run, fromMs, abort, options } = play;
  const { signal, speed = 1 } = options;
  const { homieRoot } = options.credentials;
  const client = await connect(options);
  const publish = ({ path, payload, retain }: Omit<RecordedMessage, 'atMs'>) =>
    client.publishAsync(`${homieRoot}/${path}`, payload, { qos: 1, retain });
  const started = performance.now();
  const waitUntil = (atMs: number) => waitFor((atMs - fromMs) / speed - (performance.now() - started), signal);
  for (const message of run.messages) {
    await waitUntil(message.atMs);
    if (signal?.aborted) break;
    await Promise.race([publish(message), abort]);
  }
  await waitUntil(run.lastsMs);
  if (signal?.aborted && client.connected) {
    const farewell = publish({ path: '$state', payload: Buffer.from('disconnected'), retain: true });
    await Promise.race([farewell, wait(farewellMs)]);
  } else if (signal?.aborted || run.end === 'killed') {
    await breakConnection(client);
    return;
  }
  await client.endAsync();
}

async function connect({ credentials, gatewayUrl }: PlayOptions): Promise<MqttClient> {
  const { deviceId, secret, homieRoot } = credentials;
  const settings: IClientOptions = {
    clientId: deviceId,
    username: deviceId,
    password: secret,
    protocolVersion: 4,
    clean: true,
    keepalive: 60,
    reconnectPeriod: reconnectMs,
    will: { topic: `${homieRoot}/$state`, payload: Buffer.from('lost'), qos: 1, retain: true },
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

function whenAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => signal?.addEventListener('abort', () => done(), { once: true }));
}

async function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0 || signal?.aborted) return;
  try {
    await wait(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
