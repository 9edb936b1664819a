import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../gateway/store/sqlite/open-database.ts';
import { diag } from '../../proto/generated/codec.js';
import { keptFrames } from '../support/database.ts';
import type { Fault } from '../support/gateway-process.ts';
import { makeFleet } from '../support/granted-fleet.ts';
import { GatewayGround } from '../support/spawn-gateway.ts';
import { WireDevice } from '../support/wire-device.ts';
import { Inspector } from './inspector.ts';

/**
 * What a device without a grant says leaves no trace: not on disk, not in the logs, not in memory. It is looked for in a
 * gateway process of its own, by bytes. (A heap snapshot is of the main thread: nothing goes to the store's threads that
 * is not looked for in the store's files.)
 */
const markers = {
  text: 'MARKERBSSID7c1f',
  log: 'MARKERLOGLINE52ab',
  detail: 'MARKERDETAIL90de',
  firmware: 'MARKERFIRMWARE31',
} as const;
const texts = Object.values(markers);
/** Within the limits of a signal's strength, and by chance nowhere else. */
const number = -51.0627139084173;
const rounds = 100;

interface Trace {
  readonly rows: number;
  readonly inDatabase: readonly string[];
  readonly inOutput: readonly string[];
  readonly inHeap: readonly string[];
  readonly arrayBuffersGrewBy: number;
  /** Messages that reached the end of the way in, by outcome. */
  readonly stored: number;
  readonly discarded: number;
}

let ground: GatewayGround;
afterEach(() => ground.clean());

async function traceOf(options: { readonly granted: boolean; readonly faults?: readonly Fault[] }): Promise<Trace> {
  ground = await GatewayGround.prepare('debug');
  const [device] = await ground.within(({ app }) => makeFleet(app, { devices: 1, granted: options.granted }));
  if (!device) throw new Error('No device');
  const gateway = await ground.load({ ...options, nodeFlags: ['--inspect=127.0.0.1:0'] });
  await gateway.start();
  const inspector = await Inspector.open(gateway.output());
  const { mqttHost, mqttPort } = ground.settings;
  const link = await WireDevice.connect({ url: `mqtt://${mqttHost}:${mqttPort}`, ...device });
  await link.birth(metrics);
  await sayEverything(link, 10);
  const baseline = await inspector.arrayBuffers();
  await sayEverything(link, rounds);
  const arrayBuffersGrewBy = (await inspector.arrayBuffers()) - baseline;
  const inHeap = await inspector.findInHeap(texts);
  inspector.close();
  const { stored, discarded } = await outcomes();
  await link.end();
  const trace: Trace = {
    rows: countRows(),
    // Before it is closed: the write-ahead log is still there.
    inDatabase: findBytes(filesOf(ground.settings.dataFolder).map((file) => readFileSync(file))),
    inOutput: findBytes([Buffer.from(gateway.output(), 'latin1')]),
    inHeap,
    arrayBuffersGrewBy,
    stored,
    discarded,
  };
  await gateway.kill();
  return trace;
}

/** Every lane that carries data, four messages of some 20 KiB a round. */
async function sayEverything(link: WireDevice, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const header = () => link.header();
    const texts = [{ alias: 2, value: markers.text }];
    const entries = Array.from({ length: 10 }, () => ({
      level: 'info',
      source: 'main',
      text: markers.log + 'x'.repeat(1_900),
    }));
    const errors = [{ channel: 'main', code: 1, raised: round % 2 === 0, detail: markers.detail }];
    const column = { aliases: [1], values: [number], offsetsMs: [0] };
    await Promise.all([
      link.publish('telemetry', diag.Telemetry.encode({ header: header(), ...column, texts }).finish()),
      link.publish('log', diag.LogReport.encode({ header: header(), entries }).finish()),
      link.publish('error', diag.ErrorReport.encode({ header: header(), errors }).finish()),
      link.publish('firmware', diag.FirmwareReport.encode({ header: header(), version: markers.firmware }).finish()),
    ]);
  }
}

const metrics = [
  { alias: 1, name: 'wifi.rssi', type: 1, unit: '{dBm}', idlePeriodMs: 60_000, livePeriodMs: 5_000, claimedClass: 5 },
  { alias: 2, name: 'wifi.bssid', type: 4, unit: '1', idlePeriodMs: 60_000, livePeriodMs: 5_000, claimedClass: 5 },
];

/** The markers that occur in any of these; the number as text and as the eight bytes of a double. */
function findBytes(all: readonly Buffer[]): string[] {
  const double = Buffer.alloc(8);
  double.writeDoubleLE(number);
  const needles: readonly (readonly [string, readonly Buffer[]])[] = [
    ...texts.map((text) => [text, [Buffer.from(text), Buffer.from(text, 'utf16le')]] as const),
    ['number', [Buffer.from(String(number)), double, Buffer.from(double).reverse()]],
  ];
  return needles
    .filter(([, bytes]) => all.some((one) => bytes.some((each) => one.includes(each))))
    .map(([name]) => name);
}

function filesOf(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function countRows(): number {
  const db = openForReading(`${ground.settings.dataFolder}/diag.sqlite`);
  try {
    return keptFrames(db).length;
  } finally {
    db.close();
  }
}

async function outcomes(): Promise<{ stored: number; discarded: number }> {
  const { httpHost, httpPort } = ground.settings;
  const text = await (await fetch(`http://${httpHost}:${httpPort}/metrics`)).text();
  const read = (label: string) => Number(new RegExp(`^${label} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    stored: read('diag_messages_settled_total\\{outcome="stored"\\}'),
    discarded: read('diag_discards_total\\{code="no_grant"\\}'),
  };
}

const everywhere = [...texts, 'number'];
const messages = (10 + rounds) * 4;
/** What any program's buffers vary by; a hundredth of what was said. */
const slackBytes = 256 * 1024;

describe('a device without a grant', () => {
  it('leaves no row, no byte in database, log or heap, and no array buffer', async () => {
    const trace = await traceOf({ granted: false });
    // It did get through: everything was decoded and refused for the want of a grant.
    expect(trace.discarded).toBe(messages);
    expect(trace).toMatchObject({ rows: 0, stored: 0, inDatabase: [], inOutput: [], inHeap: [] });
    expect(trace.arrayBuffersGrewBy).toBeLessThan(slackBytes);
  });

  it('the same data under a grant is in the database, and in no log all the same', async () => {
    const trace = await traceOf({ granted: true });
    expect(trace).toMatchObject({ rows: messages, discarded: 0, inOutput: [] });
    expect(trace.inDatabase).toEqual(everywhere);
    expect(trace.inHeap).toEqual(expect.arrayContaining([markers.text, markers.detail, markers.firmware]));
  });

  it('a gateway that keeps strings and rows is found out', async () => {
    const trace = await traceOf({ granted: false, faults: ['keeps-strings', 'keeps-rows'] });
    expect(trace.inHeap).toEqual(expect.arrayContaining(texts));
    expect(trace.inDatabase).toEqual(everywhere);
    expect(trace.inOutput).toEqual([]);
    expect(trace.arrayBuffersGrewBy).toBeLessThan(slackBytes);
  });

  it('a gateway that keeps buffers and logs payloads is found out', async () => {
    const trace = await traceOf({ granted: false, faults: ['keeps-buffers', 'logs-payloads'] });
    expect(trace.arrayBuffersGrewBy).toBeGreaterThan(slackBytes);
    expect(trace.inOutput).toEqual(everywhere);
    expect(trace.inDatabase).toEqual([]);
  });
});
