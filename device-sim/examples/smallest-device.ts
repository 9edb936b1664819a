/**
 * The smallest device that keeps the contract of proto/: it says Birth, sends its battery level while its owner lets it, confirms
 * a request when Enter is pressed (its "button"), and stops when s and Enter are. To be read, and to begin one's own from.
 *
 *   node --import tsx device-sim/examples/smallest-device.ts mqtt://127.0.0.1:1883 <device id> <secret>
 */
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { connect } from 'mqtt';
import { diag } from '../../proto/generated/codec.js';
import { downFilter, parseDownTopic, type UpLane, upTopic } from '../../proto/topics.ts';

const [url = '', deviceId = '', secret = ''] = process.argv.slice(2);
if (secret === '') {
  process.stderr.write('Usage: smallest-device.ts <gateway url> <device id> <secret>\n');
  process.exit(2);
}
/** Its one metric: as the pack of its model names it. */
const battery = {
  alias: 1,
  name: 'battery.level',
  type: diag.MetricType.METRIC_TYPE_GAUGE,
  unit: '%',
  livePeriodMs: 1_000,
};
const bootId = randomInt(1, 2 ** 47);
let seq = 0;
let level = 80;
/** Devices boot as "not sharing". */
let consent = diag.ConsentState.create({});
/** A grant ends by the device's own monotonic clock too. */
let sharedUntilMs = 0;

const client = connect(url, {
  clientId: deviceId,
  username: deviceId,
  password: secret,
  clean: true,
  protocolVersion: 4,
  will: {
    topic: upTopic(deviceId, 'death'),
    payload: Buffer.from(diag.Death.encode({ bootId }).finish()),
    qos: 1,
    retain: false,
  },
});
client.on('connect', () => {
  client.subscribe(downFilter(deviceId), { qos: 1 });
  // The first publish on every connection. It carries the metric table and no values.
  say('birth', diag.Birth.encode({ bootId, model: 'rv-s1', hardwareRevision: 'A', metrics: [battery] }).finish());
});
client.on('message', (topic, payload) => {
  const lane = parseDownTopic(topic)?.lane;
  if (lane !== 'consent') return;
  consent = diag.ConsentState.decode(payload);
  sharedUntilMs = performance.now() + Math.max(0, ...consent.grants.map(({ expiresInMs }) => expiresInMs ?? 0));
  // Whoever is at the device sees that somebody looks.
  for (const { agent, purpose } of consent.grants)
    tell(purpose === 'fleet-statistics' ? 'Counted for statistics.' : `Shared with ${agent}.`);
  for (const { agent, purpose, wordsEn = [] } of consent.pending) {
    const yes = purpose === 'fleet-statistics' ? 'Press Enter to be counted' : 'Allow on the phone, then press Enter';
    tell(`${agent} asks: ${wordsEn?.join(' ')}. ${yes}.`);
  }
  if (consent.grants.length === 0) tell('Nothing is shared.');
  sendBattery();
});
client.on('error', (error) => tell(error.message));
setInterval(sendBattery, 1_000).unref();

createInterface({ input: process.stdin }).on('line', (line) => {
  const [request] = consent.pending;
  if (line === 's') say('consent', diag.ConsentAction.encode({ stop: {} }).finish());
  else if (request)
    say('consent', diag.ConsentAction.encode({ confirm: { requestId: request.requestId ?? '' } }).finish());
});

/** A sample leaves only while its class is granted, under the epoch that it is recorded in. */
function sendBattery(): void {
  const isShared = consent.classes.includes(diag.DataClass.DATA_CLASS_STATUS) && performance.now() < sharedUntilMs;
  if (!isShared) return;
  level = level > 20 ? level - 1 : 80;
  seq += 1;
  const header = { bootId, seq, epoch: consent.epoch, baseAt: Date.now() };
  say(
    'telemetry',
    diag.Telemetry.encode({ header, aliases: [battery.alias], values: [level], offsetsMs: [0] }).finish(),
  );
}

/** QoS 1: kept by the client until the gateway's PUBACK, which means settled. */
function say(lane: UpLane, payload: Uint8Array): void {
  client.publish(upTopic(deviceId, lane), Buffer.from(payload), { qos: 1 });
}

function tell(words: string): void {
  process.stdout.write(`${words}\n`);
}
