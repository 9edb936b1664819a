import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diag } from '../../../proto/generated/codec.js';
import { upControlLanes, upDataLanes, upTopic } from '../../../proto/topics.ts';
import { asId } from '../../../gateway/domain/ids.ts';
import { isRefusalCode } from '../../../gateway/domain/refusals.ts';
import type { NativeIdentity } from '../../../gateway/ports/links.ts';
import { openNativeLink } from '../../../gateway/wire/native-link.ts';
import { shippedPacks } from '../../support/packs.ts';
import { join, split, type Target } from '../target.ts';

const lanes = [...upDataLanes, ...upControlLanes];
const golden = fileURLToPath(new URL('../../../proto/vectors/golden', import.meta.url));
const pack = shippedPacks.get('rv-s1');
const identity: NativeIdentity = { kind: 'native', linkId: asId('d1'), deviceId: asId('d1'), model: 'rv-s1' };
/** A frame says again what its payload said, in words: names of at most 64 characters, where the payload has an alias. */
const mostOut = (bytes: number): number => 4_000 + 300 * bytes;

const birth = diag.Birth.encode({
  bootId: 77,
  model: 'rv-s1',
  metrics: [...(pack?.metrics.values() ?? [])]
    .slice(0, 40)
    .map(({ name }, index) => ({ alias: index + 1, name, periodMs: 1000 })),
}).finish();
const header = { bootId: 77, seq: 9, epoch: 2, baseAt: 1_779_278_400_000 };
const telemetry = diag.Telemetry.encode({
  header,
  aliases: [1, 2, 3],
  values: [50, 1, Number.NaN],
  offsetsMs: [0, 5, -5],
});

/** Messages of one connection: the first byte of each part names its lane. */
export const protobuf: Target = {
  name: 'protobuf',
  slowMs: 50,
  sources: /\/gateway\/wire\/[^/]+$|\/proto\/generated\//,
  seeds: () => [
    ...readdirSync(golden)
      .filter((name) => name.endsWith('.bin'))
      .flatMap((name) => {
        const bytes = readFileSync(`${golden}/${name}`);
        const lane = lanes.findIndex((each) => name.toLowerCase().startsWith(each));
        return [join([born, message(Math.max(lane, 0), bytes)])];
      }),
    join([born, message(lanes.indexOf('telemetry'), telemetry.finish())]),
  ],
  run(input) {
    if (!pack) throw new Error('unreachable');
    const link = openNativeLink({ identity, pack });
    for (const part of split(input)) {
      const lane = lanes[(part[0] ?? 0) % lanes.length] ?? 'log';
      const payload = part.subarray(1);
      const topic = upTopic('d1', lane);
      const decoded = link.receive({ from: identity, topic, payload, oversize: false, retain: false, receivedAt: 1 });
      const { frames, discarded } = decoded;
      if (frames.length > 1) throw new Error('More than one frame of a message');
      if (frames.length > 0 && lane === 'birth') throw new Error('A frame of Birth');
      const strange = discarded.find((code) => !isRefusalCode(code));
      if (strange !== undefined) throw new Error(`A refusal that is not in the table: ${String(strange)}`);
      const out = JSON.stringify([frames, decoded.control]).length + discarded.length;
      if (out > mostOut(part.length)) throw new Error(`${out} characters of ${part.length} bytes`);
    }
  },
};

function message(lane: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(lane), bytes]);
}

const born = message(lanes.indexOf('birth'), birth);
