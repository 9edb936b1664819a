/**
 * Decodes the same messages, in turns: as gateway/wire does, from bytes to samples with names and classes, each within its
 * range; by protobufjs alone; and by JSON.parse, from a string made beforehand and from bytes. Says messages a CPU second.
 */
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../../device-sim/random.ts';
import { asId, type DeviceId, type LinkId } from '../../../gateway/domain/ids.ts';
import { loadPacks } from '../../../gateway/packs/load.ts';
import { openNativeLink } from '../../../gateway/wire/native-link.ts';
import { diag } from '../../../proto/generated/codec.js';
import { upTopic } from '../../../proto/topics.ts';
import { birth, firstSeq, jsonText, telemetry, wandering } from '../telemetry-packets.ts';

/** Messages a CPU second of each. */
export interface DecodeRound {
  readonly wire: number;
  readonly columns: number;
  readonly json: number;
  readonly jsonBytes: number;
  readonly columnBytes: number;
  readonly jsonLength: number;
}

const rounds = Number(process.argv[2] ?? 5);
const ms = Number(process.argv[3] ?? 300);
const at = 1_795_000_000_000;
const values = wandering(64, seededRandom('decode').next);
const columns = values.map((row, index) =>
  telemetry({ bootId: 2 ** 40, epoch: 7, seq: firstSeq + index, baseAt: at, values: row }),
);
const texts = values.map((row, index) => jsonText({ seq: firstSeq + index, at, values: row }));
const bytes = texts.map((text) => Buffer.from(text));

const deviceId = asId<DeviceId>('d'.repeat(22));
const identity = { kind: 'native', linkId: asId<LinkId>(deviceId), deviceId, model: 'rv-s1' } as const;
const pack = loadPacks(fileURLToPath(new URL('../../../gateway/packs', import.meta.url))).get('rv-s1');
if (!pack) throw new Error('There is no pack rv-s1');
const link = openNativeLink({ identity, pack });
const common = { from: identity, oversize: false, retain: false, receivedAt: at };
link.receive({ ...common, topic: upTopic(deviceId, 'birth'), payload: birth(2 ** 40) });
const raws = columns.map((payload) => ({ ...common, topic: upTopic(deviceId, 'telemetry'), payload }));
const [body] = link.receive(raws[0] ?? { ...common, topic: '', payload: new Uint8Array() }).frames.map((it) => it.body);
if (body?.lane !== 'telemetry' || body.samples.length !== 12) throw new Error('The message does not hold 12 samples');

const ways = {
  wire: (index: number) => link.receive(raws[index] ?? { ...common, topic: '', payload: new Uint8Array() }),
  columns: (index: number) => diag.Telemetry.decode(columns[index] ?? new Uint8Array()).values,
  json: (index: number) => JSON.parse(texts[index] ?? '') as unknown,
  jsonBytes: (index: number) => JSON.parse((bytes[index] ?? Buffer.alloc(0)).toString('utf8')) as unknown,
};
/** So that nothing is left out as unused. */
let seen: unknown;

function perCpuSecond(decode: (index: number) => unknown): number {
  const begun = process.cpuUsage();
  const until = performance.now() + ms;
  let count = 0;
  while (performance.now() < until) for (let index = 0; index < 64; index += 1, count += 1) seen = decode(index);
  const { user, system } = process.cpuUsage(begun);
  return count / ((user + system) / 1e6);
}

const found: DecodeRound[] = [];
for (let round = -1; round < rounds; round += 1) {
  const columnBytes = columns[0]?.length ?? 0;
  const jsonLength = bytes[0]?.length ?? 0;
  const one = {
    wire: perCpuSecond(ways.wire),
    columns: perCpuSecond(ways.columns),
    json: perCpuSecond(ways.json),
    jsonBytes: perCpuSecond(ways.jsonBytes),
  };
  // The first is for the compiler.
  if (round >= 0) found.push({ ...one, columnBytes, jsonLength });
}
if (seen === undefined) throw new Error('Nothing was decoded');
process.on('disconnect', () => process.exit(0));
process.send?.(found);
