import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LinkClass } from './played-link.ts';

/** One check of gateway/broker, and what a broker without it would say in its place. */
export interface Fault {
  readonly file: string;
  readonly check: string;
  readonly instead: string;
}

/** Each must be noticed by the differential test. */
export const faults: readonly Fault[] = [
  { file: 'framing.ts', check: "if (qos === 1 && packetId === 0) return 'link_protocol';", instead: '' },
  { file: 'framing.ts', check: 'part.length === 0 ||', instead: '' },
  { file: 'framing.ts', check: 'part.includes(0) ||', instead: '' },
  { file: 'framing.ts', check: '|| !isUtf8(part)', instead: '' },
  { file: 'framing.ts', check: "|| topic.includes('+')", instead: '' },
  { file: 'framing.ts', check: "if (topicEnd - 2 > topicBytes) return 'link_topic';", instead: '' },
  { file: 'framing.ts', check: 'length = byte >= 0x80 ? -1', instead: 'length = byte > 0xff ? -1' },
  { file: 'known-topics.ts', check: 'if (end - start !== bytes.length) return false;', instead: '' },
  { file: 'guard.ts', check: "if (qos === 2) return 'link_qos2';", instead: '' },
  { file: 'guard.ts', check: 'qos === 3 ||', instead: '' },
  { file: 'guard.ts', check: '(qos === 0 && (flags & 8) !== 0)', instead: 'false' },
  { file: 'guard.ts', check: "if (flags !== 2) return 'link_protocol';", instead: '' },
  { file: 'guard.ts', check: 'flags === 0 && length === 2', instead: 'flags === 0' },
  {
    file: 'guard.ts',
    check: 'packetBytes <= this.#limits.publishPacketBytes',
    instead: 'packetBytes < this.#limits.publishPacketBytes',
  },
  { file: 'guard.ts', check: 'packetBytes > this.#limits.controlPacketBytes', instead: 'false' },
  {
    file: 'guard.ts',
    check: "if (this.#framer.isWithinPacket) this.refuse('link_protocol', 'ended within a packet');",
    instead: 'if (false) ;',
  },
  { file: 'guard.ts', check: 'this.stopReading();\n', instead: '\n' },
  { file: 'settle-queue.ts', check: 'if (!entry.settled) break;', instead: '' },
  {
    file: 'topic-acl.ts',
    check: '?.deviceId === who.deviceId : isOfDialects',
    instead: ' !== undefined : isOfDialects',
  },
  { file: 'topic-acl.ts', check: "!topic.startsWith('$') &&", instead: '' },
];

/** All that a Link is made of. */
const sources = [
  ...['link', 'guard', 'framing', 'known-topics', 'settle-queue', 'topic-acl'].map(
    (name) => `gateway/broker/${name}.ts`,
  ),
  'proto/topics.ts',
];

/** The broker's Link, but for one check. @throws when the check is not there any more: then another stands for it */
export async function linkWithout({ file, check, instead }: Fault): Promise<LinkClass> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'diag-faulty-'));
  try {
    for (const path of sources) {
      const text = readFileSync(join(root, path), 'utf8');
      const isFaulty = path.endsWith(`/${file}`);
      if (isFaulty && !text.includes(check)) throw new Error(`${file} has no check \`${check}\``);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), isFaulty ? text.replace(check, instead) : text);
    }
    const path = pathToFileURL(join(folder, 'gateway/broker/link.ts')).href;
    const { Link } = (await import(/* @vite-ignore */ path)) as { readonly Link: LinkClass };
    return Link;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
