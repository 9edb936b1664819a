import { DialectBench, rowsOf } from '../../support/dialect-bench.ts';
import { isRefusalCode } from '../../../gateway/domain/refusals.ts';
import { join, split, type Target } from '../target.ts';

/** The project's own recordings and made-up devices, a few topics each: long ones would be mutated nowhere that matters. */
const recordings = [
  'recordings/valetudo-retained.jsonl',
  'recordings/zigbee2mqtt-home.jsonl',
  'recordings/tasmota-plug.jsonl',
  'recordings/esphome-node.jsonl',
];
const children = { mockvac01: 'valetudo', robot: 'valetudo' };
const rowsASeed = 12;
const longestPayload = 3000;
const mostOut = 2_000_000;

/** Topic, payload, topic, payload, ... of one connection of a link with two registered devices. */
export const dialects: Target = {
  name: 'dialects',
  slowMs: 50,
  sources: /\/gateway\/wire\/dialects\//,
  seeds: () =>
    recordings.flatMap((file) => {
      const rows = rowsOf(file).filter(({ payload }) => payload.length < longestPayload);
      return Array.from({ length: Math.ceil(rows.length / rowsASeed) }, (_, index) => {
        const some = rows.slice(index * rowsASeed, (index + 1) * rowsASeed);
        return join(some.flatMap(({ topic, payload }) => [Buffer.from(topic), Buffer.from(payload)]));
      });
    }),
  run(input) {
    const bench = new DialectBench();
    const link = bench.open(children, { willTopic: 'valetudo/robot/$state' });
    const parts = split(input);
    let out = 0;
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const topic = parts[at]?.toString('utf8') ?? '';
      // What a guard lets through.
      if (topic === '' || /[\0#+]/.test(topic) || topic.length > 1024) continue;
      bench.nowMs += 100;
      const decoded = link.say(topic, parts[at + 1] ?? Buffer.alloc(0));
      const strange = decoded.discarded.find((code) => !isRefusalCode(code));
      if (strange !== undefined) throw new Error(`A refusal that is not in the table: ${String(strange)}`);
      out += JSON.stringify([decoded.frames, decoded.presence]).length;
      if (Object.prototype.hasOwnProperty.call(Object.prototype, 'a')) throw new Error('A prototype was changed');
    }
    out += JSON.stringify(bench.links.ofLink(link.identity.linkId)).length;
    if (out > mostOut) throw new Error(`${out} characters of ${input.length} bytes`);
  },
};
